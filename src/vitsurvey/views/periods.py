"""Stretches of time: partial dates into months, quarters and half-years."""

from collections.abc import Iterable

_MONTHS = 12
QUARTER, HALF = 3, 6
"""Months in a period."""
_LETTER = {QUARTER: "Q", HALF: "H"}


def month(released: str | None) -> int | None:
    """Months since year 0 of a partial date; None when it does not say the month."""
    if released is None or "-" not in released:
        return None
    return int(released[:4]) * _MONTHS + int(released[5:7]) - 1


def day(released: str | None) -> float | None:
    """Years since year 0, the day as a part of the year (the middle of a month without day); None without a month."""
    months = month(released)
    if months is None or released is None:
        return None
    _, _, rest = released[5:].partition("-")
    return (months + ((int(rest) - 0.5) / 31 if rest else 0.5)) / _MONTHS


def period(months: int, length: int) -> int:
    """The number of the period of that many months in which a month lies."""
    return months // length


def name(number: int, length: int) -> str:
    """A period as 2023 Q4 or 2023 H2."""
    year, part = divmod(number, _MONTHS // length)
    return f"{year} {_LETTER[length]}{part + 1}"


def all_between(numbers: Iterable[int]) -> range:
    """Every period from the first to the last; none when there is none."""
    found = list(numbers)
    return range(min(found), max(found) + 1) if found else range(0)
