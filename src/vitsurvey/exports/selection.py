"""Which records are meant: one by its name, or those of a kind that stand under categories."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from vitsurvey.problems import suggest
from vitsurvey.schema import KINDS, Named, Paper, Record, Results
from vitsurvey.schema.taxonomy import PlacedKind
from vitsurvey.survey import Placed, Survey
from vitsurvey.views.choices import besides, standing


class SelectionError(Exception):
    """Raised when a name or a condition fits nothing that the survey has; the message says what is near."""


def find(survey: Survey, name: str) -> Record:
    """Return the record with an id, a former id, or `kind/id`.

    Raises:
        SelectionError: no record or more than one is called so.
    """
    kind, slash, rest = name.rpartition("/")
    if slash and kind not in KINDS:
        raise SelectionError(_with_hint(f"there is no kind '{kind}'", suggest(kind, KINDS) or f"kinds are: {', '.join(KINDS)}"))
    kinds = (kind,) if slash else tuple(KINDS)
    found = [record for k in kinds for record in survey.records(k).values() if record.id == rest]
    found = found or [record for k in kinds for record in survey.records(k).values() if rest in record.aliases]
    match found:
        case [record]:
            return record
        case []:
            known = [known for k in kinds for known in survey.records(k)]
            hint = suggest(rest, known) or f"`vitsurvey list {kind or 'methods'}` shows what there is"
            raise SelectionError(_with_hint(f"no record is called '{name}'", hint))
        case _:
            names = " or ".join(f"{record.KIND}/{record.id}" for record in found)
            raise SelectionError(_with_hint(f"'{name}' is more than one record", f"say which: {names}"))


def select(survey: Survey, kind: str, where: Iterable[tuple[str, str]] = ()) -> tuple[Record, ...]:
    """Return the records of a kind, by id, that stand under every given (facet, category).

    A family includes its children; a backbone's id selects the records that hold it. What the site's tables can be narrowed
    by besides the taxonomy counts as a facet too: links=weights, licence=MIT, venue=ICLR, role or category of a backbone.

    Raises:
        SelectionError: the facet does not apply to the kind, or there is no such facet or category.
    """
    records = [record for _, record in sorted(survey.records(kind).items())]
    for facet, category in where:
        under = {record.id for record in _standing(survey, kind, facet, category)}
        records = [record for record in records if record.id in under]
    return tuple(records)


def papers_of(survey: Survey, records: Sequence[Record]) -> tuple[Paper, ...]:
    """Return the papers of records, each once: themselves, what introduces them, or what reports their scores."""
    keys = dict.fromkeys(key for record in records if (key := _paper(record)))
    return tuple(survey.papers[key] for key in keys)


def _paper(record: Record) -> str | None:
    match record:
        case Paper():
            return record.id
        case Named() | Results():
            return record.paper
        case _:
            return None


def _standing(survey: Survey, kind: str, facet: str, category: str) -> Iterator[Record]:
    if facet in besides(survey):
        return _standing_further(survey, kind, facet, category)
    return _standing_placed(survey, kind, facet, category)


def _standing_further(survey: Survey, kind: str, facet: str, choice: str) -> Iterator[Record]:
    found = [(record, {known for known, _ in standing(survey, record, facet)}) for record in survey.records(kind).values()]
    choices = sorted({known for _, some in found for known in some})
    if not choices:
        raise SelectionError(_with_hint(f"nothing is said of '{facet}' in {kind}", f"{facet} is asked of other kinds"))
    if choice not in choices:
        raise SelectionError(_with_hint(f"no {facet} of {kind} is '{choice}'", suggest(choice, choices) or f"there are: {', '.join(choices)}"))
    return (record for record, some in found if choice in some)


def _standing_placed(survey: Survey, kind: str, facet: str, category: str) -> Iterator[Record]:
    placed = get_args(PlacedKind)
    if kind not in placed:
        raise SelectionError(_with_hint(f"{kind} stand in no facet", f"conditions choose among {', '.join(placed)}, or by {', '.join(besides(survey))}"))
    if facet not in survey.facets:
        known_facets = (*survey.facets, *besides(survey))
        hint = suggest(facet, known_facets) or f"facets are: {', '.join(known_facets)}"
        raise SelectionError(_with_hint(f"there is no facet '{facet}'", hint))
    if kind not in survey.facets[facet].applies_to:
        fitting = [f.id for f in survey.taxonomy.facets if kind in f.applies_to]
        raise SelectionError(_with_hint(f"the facet '{facet}' does not apply to {kind}", f"these do: {', '.join(fitting)}"))
    backbones = [backbone.id for backbone in survey.backbones.values() if backbone.role == facet]
    known = survey.categories[facet]
    if category not in known and category not in backbones:
        hint = suggest(category, (*known, *backbones)) or f"its categories are: {', '.join(known)}"
        raise SelectionError(_with_hint(f"'{facet}' has no category '{category}'", hint))
    return (record for record in survey.placed() if kind == record.KIND and category in _names(survey, record, facet))


def _names(survey: Survey, record: Placed, facet: str) -> set[str]:
    """Everything that a record stands under in a facet: its categories, the families above them, its backbones."""
    names = set(survey.placements(record, facet))
    for category in survey.categories_of(record, facet):
        names.add(category.id)
        names.update(family.id for family in survey.families[facet, category.id])
    return names


def _with_hint(message: str, hint: str) -> str:
    return f"{message}: {hint}"
