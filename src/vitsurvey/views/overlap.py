"""Overlap by lineage: whether a method's training data and a benchmark share a source, and by which path."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vitsurvey.schema import Benchmark, Dataset, Method
from vitsurvey.survey import Survey

Verdict = Literal["overlaps", "clean", "unknown"]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Whether training data and benchmark share a source of images. `path` leads from the training set to that source."""

    verdict: Verdict
    path: tuple[Dataset, ...] = ()

    @property
    def in_words(self) -> str:
        """The verdict with its reason."""
        match self.verdict:
            case "overlaps":
                way = " → ".join(dataset.name for dataset in self.path[:-1])
                return f"shares {self.path[-1].name}" + (f" by way of {way}" if way else "")
            case "clean":
                return "no shared source in the recorded lineage"
            case _:
                return "training data or sources are not recorded completely"


def overlap(survey: Survey, method: Method, benchmark: Benchmark) -> Overlap:
    """Compare the sources of a method's training data with those of a benchmark.

    Three-valued on purpose: a method that states its data must not look worse than one that is silent. It is clean only when
    every stage names its datasets, every dataset states what it was made from down to the last, and none is shared.
    """
    sources = set(benchmark.image_sources)
    if not sources:
        return Overlap("unknown")
    complete = bool(method.training) and all(stage.datasets for stage in method.training)
    for path in _lineages(survey, method):
        last = path[-1]
        if last.id in sources:
            return Overlap("overlaps", path)
        complete = complete and last.is_traced
    return Overlap("clean" if complete else "unknown")


def _lineages(survey: Survey, method: Method) -> Iterator[tuple[Dataset, ...]]:
    """Every dataset in the training lineage of a method, nearest first, with the path that leads to it."""
    waiting: list[tuple[Dataset, ...]] = [(survey.datasets[dataset],) for stage in method.training for dataset in stage.datasets]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop(0)
        if path[-1].id in seen:
            continue
        seen.add(path[-1].id)
        yield path
        waiting += [(*path, survey.datasets[source]) for source in path[-1].parents]
