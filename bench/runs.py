"""Work in fresh processes, taken in turns and repeated: medians of CPU time, wall time and peak memory."""

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of work on a survey of a size, and how often it is done."""

    work: str
    records: int
    times: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What work took: seconds of user and system time, seconds of wall time, bytes of peak memory."""

    cpu: float
    wall: float
    peak: float
    runs: int = 1


def fabricate(folder: Path, records: int) -> None:
    """Write a fabricated survey, in a process of its own."""
    subprocess.run([sys.executable, str(ROOT / "tests/fabricate.py"), str(folder), str(records)], check=True)  # noqa: S603


def run(work: str, folder: Path, output: Path) -> Figures | None:
    """Do a piece of work once, in a new process, with an empty output folder; None when it fails, which it then says itself."""
    shutil.rmtree(output, ignore_errors=True)
    command = [sys.executable, "-m", "bench.work", work, str(folder), str(output)]
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE)  # noqa: S603
    return Figures(**json.loads(done.stdout)) if done.returncode == 0 else None


def measure(steps: Iterable[Step], folder: Path, tell: Callable[[str], None]) -> dict[tuple[str, int], Figures]:
    """Do every step as often as it asks for. Work and size lead to the medians; a step that fails is left out.

    Steps take turns, so that a machine that is busy for a while is busy for all of them.
    """
    found: dict[tuple[str, int], list[Figures]] = defaultdict(list)
    for turn, step in _in_turns(tuple(steps)):
        tell(f"turn {turn}: {step.work}, {step.records:,} records")
        figures = run(step.work, folder / str(step.records), folder / "output")
        if figures is None:
            tell(f"this failed and is left out: {step.work}, {step.records:,} records")
        else:
            found[step.work, step.records].append(figures)
    return {key: _median(figures) for key, figures in found.items()}


def _in_turns(steps: tuple[Step, ...]) -> Iterator[tuple[int, Step]]:
    for turn in range(max(step.times for step in steps)):
        yield from ((turn + 1, step) for step in steps if step.times > turn)


def _median(figures: list[Figures]) -> Figures:
    return Figures(
        median(one.cpu for one in figures), median(one.wall for one in figures), median(one.peak for one in figures), len(figures),
    )
