"""Measured figures against targets: ratios inside one run, so that they mean the same on any machine."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from bench.runs import Figures

LOAD_SIZES = (100, 1_000, 10_000)
SITE_SIZES = (100, 1_000, 5_556, 10_000)
MIDDLE = 5_556
"""Records, of which nine tenths have a page: 5,000 record pages."""
_MEGA = 1e6


@dataclass(frozen=True, slots=True)
class Verdict:
    """One measure. Without a target it is only told."""

    measure: str
    measured: float
    target: float | None = None
    unit: str = ""

    @property
    def word(self) -> str:
        """Whether the target, an upper bound, was met."""
        return "" if self.target is None else "met" if self.measured <= self.target else "missed"


def verdicts(found: dict[tuple[str, int], Figures]) -> Iterator[Verdict]:
    """Every measure that the figures allow, in the order of the report."""
    def ratio(measure: str, work: str, floor: str, records: int, target: float | None = None) -> Iterator[Verdict]:
        if (work, records) in found and (floor, records) in found:
            yield Verdict(f"{measure}, {records:,} records", found[work, records].cpu / found[floor, records].cpu, target)

    for records in LOAD_SIZES:
        yield from ratio("load / yaml.load", "load", "parse", records, 1.0)
    for records in LOAD_SIZES:
        yield from ratio("load with all checks / yaml.load", "check", "parse", records, 1.5)
    yield from ratio("site / bodies alone by jinja2", "build", "render", MIDDLE, 2.5)
    yield from ratio("site / site without pictures", "build", "build_without_pictures", MIDDLE, 1.1)
    if (middle := found.get(("build", MIDDLE))) is not None:
        yield Verdict(f"peak memory of the site, {MIDDLE:,} records", middle.peak / _MEGA, 300, "MB")
    for work, name in (("load", "load"), ("check", "load with all checks"), ("build", "site")):
        if (work, 1_000) in found and (work, 10_000) in found:
            yield Verdict(f"growth exponent of the {name}, 1,000 to 10,000", math.log10(found[work, 10_000].cpu / found[work, 1_000].cpu), 1.1)
    for records in SITE_SIZES:
        yield from ratio("site / Hugo on the record bodies", "build", "hugo", records)
    if ("help_text", 0) in found:
        yield Verdict("vitsurvey --help, wall time", found["help_text", 0].wall, unit="s")
