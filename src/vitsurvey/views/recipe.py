"""The recipe of a method: the parts it is made of, in the order of the taxonomy, and what each stage does to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vitsurvey.survey import Survey
from vitsurvey.views.profile import Answer, StageRow
from vitsurvey.views.table import Cell

_ENOUGH_PARTS = 2
"""One box shows nothing that its row in the table does not."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Parts as columns that follow each other, and the stages of training.

    A column holds several parts when they stand side by side: neighbours whose titles end in the same word.
    """

    columns: tuple[tuple[Answer, ...], ...]
    stages: tuple[StageRow, ...]

    @property
    def parts(self) -> tuple[Answer, ...]:
        """Every part, first to last."""
        return tuple(part for column in self.columns for part in column)


def recipe(survey: Survey, answers: Iterable[Answer], stages: Sequence[StageRow]) -> Recipe | None:
    """Return the recipe of a method from what it says and its stages; None when there are fewer than two parts.

    A part that a stage speaks of is there even when the record does not say what it is.
    """
    named = {answer.facet.id: answer for answer in answers if answer.cell.parts}
    trained = {facet.id for stage in stages for facet, _ in stage.states}
    parts = [
        named.get(facet.id) or Answer(facet, Cell())
        for facet in survey.taxonomy.design if facet.component and (facet.id in named or facet.id in trained)
    ]
    return Recipe(_columns(parts), tuple(stages)) if len(parts) >= _ENOUGH_PARTS else None


def _columns(parts: list[Answer]) -> tuple[tuple[Answer, ...], ...]:
    columns: list[list[Answer]] = []
    for part in parts:
        if columns and _kind(columns[-1][0]) == _kind(part):
            columns[-1].append(part)
        else:
            columns.append([part])
    return tuple(map(tuple, columns))


def _kind(part: Answer) -> str:
    """What sort of part it is, by the vocabulary's own words: two encoders stand beside each other."""
    return part.facet.title.casefold().rpartition(" ")[2]
