"""Coverage: which of the most scored methods have a score on which of the most used benchmarks."""

from collections import defaultdict
from dataclasses import dataclass

from vitsurvey.schema import Benchmark, Method
from vitsurvey.survey import Survey

METHODS, BENCHMARKS = 40, 30
"""Rows and columns at most."""


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """A method, and for each benchmark whether a source reports a score."""

    method: Method
    reported: tuple[bool, ...]

    @property
    def filled(self) -> int:
        """On how many of the benchmarks it has a score."""
        return sum(self.reported)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Methods against benchmarks, those with most partners first."""

    benchmarks: tuple[Benchmark, ...]
    lines: tuple[CoverageLine, ...]

    @property
    def filled(self) -> int:
        """How many pairs have a score."""
        return sum(line.filled for line in self.lines)

    @property
    def size(self) -> int:
        """How many pairs there are."""
        return len(self.benchmarks) * len(self.lines)


def coverage(survey: Survey) -> Coverage:
    """Set the methods with scores on most benchmarks against the benchmarks with scores of most methods, the fullest first."""
    tested: dict[str, set[str]] = defaultdict(set)
    used: dict[str, set[str]] = defaultdict(set)
    for report in survey.reports:
        tested[report.method].add(report.score.benchmark)
        used[report.score.benchmark].add(report.method)
    methods = sorted(tested, key=lambda method: (-len(tested[method]), survey.methods[method].name.casefold()))[:METHODS]
    columns = sorted(used, key=lambda bench: (-len(used[bench]), survey.benchmarks[bench].name.casefold()))[:BENCHMARKS]
    lines = [CoverageLine(survey.methods[method], tuple(bench in tested[method] for bench in columns)) for method in methods]
    lines.sort(key=lambda line: -line.filled)
    return Coverage(tuple(survey.benchmarks[bench] for bench in columns), tuple(lines))
