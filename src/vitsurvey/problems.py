"""Rules, positions and problems: what `validate` finds, as values. Knows nothing of YAML, records or output."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave a problem is: an error fails `validate`, a warning only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule and its manual page: what is checked, why it matters, how a file is mended."""

    code: str
    name: str
    what: str
    why: str
    how: str
    bad: str
    good: str
    level: Level = Level.ERROR


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file. Lines and columns count from 1; `text` is the line itself."""

    file: str
    line: int = 1
    column: int = 1
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: which rule, where, what is wrong in this case, and how to mend it."""

    rule: Rule
    position: Position
    message: str
    hint: str = ""

    @property
    def is_error(self) -> bool:
        """Whether this problem alone makes a survey invalid."""
        return self.rule.level is Level.ERROR


class SurveyError(Exception):
    """Raised at the edges when a survey is asked for and its files hold errors.

    Attributes:
        problems: every problem found, sorted by place, warnings included.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems; the message counts the errors and shows the first."""
        self.problems = problems
        errors = [problem for problem in problems if problem.is_error]
        first = f"; the first: {errors[0].position}: {errors[0].message}" if errors else ""
        super().__init__(f"{len(errors)} errors in the survey's files{first}")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file, line, column and code, so that output never depends on the order of checks."""
    return tuple(sorted(problems, key=lambda p: (p.position, p.rule.code, p.message)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a misspelt one most likely means, or None when none is near."""
    lowered = {candidate.lower(): candidate for candidate in known}
    near = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.7)
    return lowered[near[0]] if near else None


def suggest(word: str, known: Iterable[str]) -> str:
    """Return "did you mean 'x'?" for the nearest known word, or an empty string when none is near."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else ""
