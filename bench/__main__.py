"""`python -m bench`: fabricate surveys, measure load and site, print figures and verdicts. It always exits with 0."""

import argparse
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.runs import Figures, Step, fabricate, measure, run
from bench.verdicts import LOAD_SIZES, MIDDLE, SITE_SIZES, Verdict, verdicts

NAMES = {
    "parse": "yaml.load with CSafeLoader, nothing kept",
    "load": "load: files into a linked survey",
    "check": "load with all checks",
    "render": "bodies and downloads by jinja2, no theme",
    "build": "site: load, pages, theme, search",
    "build_without_pictures": "site without pictures",
    "hugo": "Hugo on the bodies of record pages",
    "help_text": "vitsurvey --help",
}
_SLOW = 10_000
"""Records from which a site is built once only."""


def steps(repeat: int, *, site: bool, hugo: bool) -> list[Step]:
    """What is measured, how often."""
    planned = [Step(work, records, repeat) for records in LOAD_SIZES for work in ("parse", "load", "check")]
    if site:
        planned += [
            Step(work, records, 1 if records >= _SLOW else repeat)
            for records in SITE_SIZES for work in ("render", "build", *(["hugo"] if hugo else []))
        ]
        planned.append(Step("build_without_pictures", MIDDLE, repeat))
    return [*planned, Step("help_text", 0, repeat)]


def table(head: Sequence[str], rows: Iterable[Sequence[str]], texts: frozenset[int]) -> str:
    """Aligned columns; those in `texts` to the left, numbers to the right."""
    lines = [head, *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    return "".join(
        "  ".join(cell.ljust(width) if i in texts else cell.rjust(width) for i, (cell, width) in enumerate(zip(line, widths, strict=True))).rstrip() + "\n"
        for line in lines
    )


def report(found: dict[tuple[str, int], Figures]) -> str:
    """Figures, then verdicts."""
    figures = [
        (f"{records:,}" if records else "", NAMES[work], f"{one.cpu:.2f}", f"{one.wall:.2f}", f"{one.peak / 1e6:.0f}", str(one.runs))
        for (work, records), one in sorted(found.items(), key=lambda item: (item[0][1] == 0, item[0][1], list(NAMES).index(item[0][0])))
    ]
    judged = [(one.measure, _number(one.measured, one), _number(one.target, one), one.word) for one in verdicts(found)]
    return (
        "Medians; CPU is user and system time. Each run is a process of its own, timed without its start and imports.\n\n"
        + table(("records", "work", "CPU s", "wall s", "peak MB", "runs"), figures, frozenset({1}))
        + "\nRatios are of CPU time, inside this run.\n\n"
        + table(("measure", "measured", "target", ""), judged, frozenset({0, 3}))
    )


def _number(value: float | None, verdict: Verdict) -> str:
    if value is None:
        return ""
    return f"{value:.0f} {verdict.unit}" if verdict.unit == "MB" else f"{value:.3f} {verdict.unit}".rstrip()


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="how often each step is measured (3; sites of 10,000 records once)")
    parser.add_argument("--load-only", action="store_true", help="leave out the site, which takes minutes")
    options = parser.parse_args()
    hugo = shutil.which("hugo") is not None and not options.load_only
    planned = steps(max(1, options.repeat), site=not options.load_only, hugo=hugo)
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        for records in sorted({step.records for step in planned} - {0}):
            _tell(f"fabricate {records:,} records")
            fabricate(folder / str(records), records)
            if hugo and records in SITE_SIZES:
                run("hugo_content", folder / str(records), folder / "output")
        found = measure(planned, folder, _tell)
    sys.stdout.write(report(found))
    if not options.load_only and not hugo:
        sys.stdout.write("\nHugo was not run: it is not installed.\n")


if __name__ == "__main__":
    main()
