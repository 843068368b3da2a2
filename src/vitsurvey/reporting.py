"""Problems into text for people, annotations for GitHub, or JSON for tools."""

import json
from collections.abc import Callable, Sequence

from vitsurvey.problems import Problem

_WIDEST = 160
_BEFORE = 100
"""How much of a long line is shown, and how much of it at most before the mark."""


def as_text(problems: Sequence[Problem]) -> str:
    """One block a problem: place, code and message; the line itself with a mark under the column; the hint."""
    return "".join(f"{_block(problem)}\n" for problem in problems)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    lines = []
    for problem in problems:
        place, rule = problem.position, problem.rule
        text = problem.message + (f"\n{problem.hint}" if problem.hint else "")
        lines.append(
            f"::{rule.level} file={_property(place.file)},line={place.line},col={place.column},"
            f"title={_property(f'{rule.code} {rule.name}')}::{_data(text)}\n"
        )
    return "".join(lines)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects: code, level, file, line, column, message, hint."""
    found = [
        {
            "code": problem.rule.code, "name": problem.rule.name, "level": problem.rule.level,
            "file": problem.position.file, "line": problem.position.line, "column": problem.position.column,
            "message": problem.message, "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": as_text, "github": as_github, "json": as_json}
"""The forms that `validate --format` offers."""


def _block(problem: Problem) -> str:
    place = problem.position
    level = "" if problem.is_error else "warning: "
    lines = [f"{place}: {problem.rule.code} {level}{problem.message}"]
    if place.text.strip():
        shown, column = _window(place.text, place.column - 1)
        lines.append(f"    {shown}")
        lines.append(f"    {' ' * column}^")
    if problem.hint:
        lines.append(f"    {problem.hint}")
    return "\n".join(lines)


def _window(text: str, column: int) -> tuple[str, int]:
    """Cut a long line to the part around a column, which is returned as it counts in that part."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    if len(shown) <= _WIDEST:
        return shown, column
    begin = max(0, column - _BEFORE)
    part = shown[begin:begin + _WIDEST]
    before, after = "…" if begin else "", "…" if begin + _WIDEST < len(shown) else ""
    return f"{before}{part}{after}", column - begin + len(before)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
