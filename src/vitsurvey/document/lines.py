"""Positions in a text whose lines end where libyaml says they do."""

import re

from vitsurvey.problems import Position

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What libyaml counts as the end of a line."""


def position(file: str, text: str, line: int, column: int) -> Position:
    """Return the place of a line and column that count from 0, with the line itself."""
    lines = _BREAK.split(text)
    shown = lines[line] if line < len(lines) else ""
    return Position(file, line + 1, column + 1, shown)


def position_at(file: str, text: str, index: int) -> Position:
    """Return the place of the character at an index of the text."""
    before = _BREAK.split(text[:index])
    return position(file, text, len(before) - 1, len(before[-1]))
