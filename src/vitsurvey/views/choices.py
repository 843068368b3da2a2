"""What tables of records can be narrowed by, and which of these choices every record stands under.

Choices are numbered once for a whole survey, so that a record's row says the same on every page that shows it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from vitsurvey.schema import Backbone, Benchmark, Dataset, Method, Paper, Record
from vitsurvey.survey import Survey
from vitsurvey.views.index import links_of, venue_of


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that rows can be narrowed to. `number` is what rows refer to it by, `depth` its place in a tree."""

    number: int
    id: str
    title: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """The choices of one facet, families before their children."""

    id: str
    title: str
    choices: tuple[Choice, ...]


Standing: TypeAlias = Iterable[tuple[str, str]]
"""(id, title) of the choices that a record stands under."""

FURTHER: dict[str, str] = {"links": "Available", "role": "Role", "category": "Family", "venue": "Venue", "licence": "Licence"}
"""What records can be narrowed by besides the facets of the taxonomy: ids and titles. A facet of the same id hides one."""


def besides(survey: Survey) -> tuple[str, ...]:
    """What the records of a survey can be narrowed by besides its own facets."""
    return tuple(further for further in FURTHER if further not in survey.facets)


def standing(survey: Survey, record: Record, further: str) -> Standing:
    """Return what a record stands under besides the taxonomy; `further` is one of `FURTHER`."""
    match further, record:
        case "links", Method() | Dataset() | Benchmark():
            return [(name, name.capitalize()) for name in links_of(record)]
        case "licence", Method():
            return _licence(record.licences.weights or record.licences.code)
        case "licence", Dataset() | Benchmark() | Backbone():
            return _licence(record.licence)
        case "role", Backbone():
            return [(record.role, survey.facets[record.role].title)]
        case "category", Backbone():
            return [(record.category, survey.categories[record.role][record.category].title)]
        case "venue", Paper() if name := venue_of(record):
            return [(name.replace(",", ""), name)]
        case _:
            return ()


def _licence(value: str | None) -> Standing:
    return [(value, value.replace("-", " ") if value == "not-reported" else value)] if value else ()


class Choices:
    """Every choice of a survey under its number."""

    def __init__(self, survey: Survey) -> None:
        """Number the categories of the taxonomy, then what else records can be narrowed by, in alphabetical order."""
        self._survey = survey
        self._facets: list[FacetChoices] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._found: dict[tuple[str, str], tuple[int, ...]] = {}
        for facet in survey.taxonomy.facets:
            self._add(facet.id, facet.title, (
                (category.id, category.title, len(survey.families[facet.id, category.id])) for category in facet.walk()
            ))
        records = [*survey.papers.values(), *survey.named()]
        self._further = besides(survey)
        for further in self._further:
            found = {choice for record in records for choice in standing(survey, record, further)}
            self._add(further, FURTHER[further], ((choice, name, 0) for choice, name in sorted(found, key=lambda one: one[1].casefold())))

    def _add(self, facet: str, title: str, choices: Iterable[tuple[str, str, int]]) -> None:
        numbered = []
        for choice, name, depth in choices:
            number = self._numbers[facet, choice] = len(self._numbers)
            numbered.append(Choice(number, choice, name, depth))
        self._facets.append(FacetChoices(facet, title, tuple(numbered)))

    def of(self, record: Record) -> tuple[int, ...]:
        """The numbers of everything that a record stands under, the families of its categories included."""
        key = (record.KIND, record.id)
        if key not in self._found:
            self._found[key] = tuple(sorted(set(self._under(record))))
        return self._found[key]

    def _under(self, record: Record) -> Iterator[int]:
        survey = self._survey
        if isinstance(record, Method | Dataset | Benchmark):
            for facet in survey.taxonomy.facets:
                for category in survey.categories_of(record, facet.id):
                    for above in (category, *survey.families[facet.id, category.id]):
                        yield self._numbers[facet.id, above.id]
        for further in self._further:
            for choice, _ in standing(survey, record, further):
                yield self._numbers[further, choice]

    def among(self, records: Iterable[Record]) -> tuple[FacetChoices, ...]:
        """What the given records can be narrowed by. A facet in which all of them say one and the same is left out."""
        chosen = [set(self.of(record)) for record in records]
        used = set().union(*chosen) if chosen else set()
        offered = []
        for facet in self._facets:
            choices = tuple(choice for choice in facet.choices if choice.number in used)
            if choices and not (len(choices) == 1 and all(choices[0].number in one for one in chosen)):
                offered.append(FacetChoices(facet.id, facet.title, choices))
        return tuple(offered)

