"""What is missing in a survey, ranked by what would gain most: the curators' work list."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vitsurvey.schema import Method, Record
from vitsurvey.survey import Survey, evidence_of

_OLD_PREPRINT = 2
"""Years after which a preprint has usually been published somewhere."""
_ASIDE = {"id", "aliases", "names", "evidence"}
"""Keys that need no evidence of their own."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something to do: about which record, what, and how much it would gain (the unit is its list's)."""

    record: Record
    what: str
    gain: int


@dataclass(frozen=True, slots=True)
class WorkList:
    """Gaps of one sort, the most rewarding first, and what their gain counts."""

    title: str
    unit: str
    gaps: tuple[Gap, ...]


def work_lists(survey: Survey, today: date) -> tuple[WorkList, ...]:
    """Every sort of gap. Ties are in the order of ids, so that the lists do not change from run to run."""
    found = (
        ("Methods without scores", "models they would stand beside", _without_scores(survey)),
        ("Benchmarks with one method", "methods that report on its first task", _lonely_benchmarks(survey)),
        ("Facets a method says nothing about", "methods that do answer", _silent_facets(survey)),
        ("Data whose origin is not recorded", "methods whose overlap stays unknown", _dead_ends(survey)),
        ("Old preprints", "years since", _old_preprints(survey, today)),
        ("Keys without evidence", "keys", _unsupported(survey)),
    )
    return tuple(WorkList(title, unit, _ranked(gaps)) for title, unit, gaps in found)


def _ranked(gaps: Iterator[Gap]) -> tuple[Gap, ...]:
    return tuple(sorted(gaps, key=lambda gap: (-gap.gain, gap.record.id, gap.what)))


def _without_scores(survey: Survey) -> Iterator[Gap]:
    """A method's gain is the number of models on the best-filled benchmark of its first task."""
    filled = {benchmark: len({report.score.model for report in survey.scores_on(benchmark)}) for benchmark in survey.benchmarks}
    task = survey.taxonomy.task.id
    for method in survey.methods.values():
        if not survey.scores_of(method.id):
            choices = [benchmark.id for benchmark in survey.benchmarks_under(task, method.tasks[0])]
            best = max(choices, key=lambda benchmark: (filled[benchmark], benchmark), default=None)
            if best is not None:
                yield Gap(method, f"no scores; on {survey.benchmarks[best].name} it would join the most", filled[best])


def _lonely_benchmarks(survey: Survey) -> Iterator[Gap]:
    task = survey.taxonomy.task.id
    for benchmark in survey.benchmarks.values():
        methods = {report.method for report in survey.scores_on(benchmark.id)}
        if len(methods) <= 1:
            near = len(survey.methods_under(task, benchmark.tasks[0]))
            yield Gap(benchmark, "no scores" if not methods else f"only {survey.methods[methods.pop()].name}", near)


def _silent_facets(survey: Survey) -> Iterator[Gap]:
    facets = [facet for facet in survey.taxonomy.design if Method.KIND in facet.applies_to]
    answered = Counter(facet for method in survey.methods.values() for facet in method.design)
    for method in survey.methods.values():
        for facet in facets:
            if facet.id not in method.design:
                yield Gap(method, f"nothing about {facet.title.lower()}", answered[facet.id])


def _dead_ends(survey: Survey) -> Iterator[Gap]:
    """A dataset without a recorded origin keeps the overlap of every method trained on it, or on what it became, unknown."""
    reached: Counter[str] = Counter()
    for method in survey.methods.values():
        waiting = [dataset for stage in method.training for dataset in stage.datasets]
        seen: set[str] = set()
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                waiting += survey.datasets[at].parents
        reached.update(seen)
    for dataset in survey.datasets.values():
        if not dataset.is_traced:
            yield Gap(dataset, "what it was made from is not recorded", reached[dataset.id])


def _old_preprints(survey: Survey, today: date) -> Iterator[Gap]:
    for paper in survey.papers.values():
        age = today.year - paper.year
        if paper.venue is None and paper.arxiv and age >= _OLD_PREPRINT:
            yield Gap(paper, f"a preprint of {paper.year}: was it published?", age)


def _unsupported(survey: Survey) -> Iterator[Gap]:
    """Filled keys that no evidence names. Evidence that names no key is taken to support them all."""
    for record in (*survey.papers.values(), *survey.named()):
        entries = evidence_of(record)
        if all(entry.supports for entry in entries):
            supported = {key for entry in entries for key in entry.supports}
            bare = sorted(set(record.model_fields_set) - supported - _ASIDE)
            if bare:
                yield Gap(record, f"no evidence names {', '.join(bare)}", len(bare))
