"""What all pictures share: the frame with its text alternative, axes, marks that differ by shape, and shortened text.

Pictures take their colours from classes of the style sheet, so that they follow light and dark; lengths are in its pixels.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from math import ceil, floor, log10

from markupsafe import Markup, escape

Address = Callable[[str], str]
"""A path of the site into an address, as seen from the page the picture is on."""


def picture(ident: str, width: float, height: float, title: str, about: str, body: str, *, linked: bool = False) -> Markup:
    """An SVG element with a name and a description. `ident` is unique on the page; `body` is markup.

    Without links it is one image to a screen reader; with links it is a group, because what is inside an image cannot be reached.
    """
    role = "group" if linked else "img"
    return Markup(  # noqa: S704 - every text is escaped where it is put in
        f'<svg class="vs-svg" role="{role}" aria-labelledby="{ident}-title" aria-describedby="{ident}-desc"'
        f' viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">'
        f'<title id="{ident}-title">{escape(title)}</title><desc id="{ident}-desc">{escape(about)}</desc>{body}</svg>'
    )


def link(address: str, inside: str) -> str:
    """Markup that leads to a page of the site. Addresses are made of ids, which hold nothing to escape."""
    return f'<a href="{address}">{inside}</a>'


@lru_cache(maxsize=4096)  # the names of the methods most others build on are on hundreds of pages
def short(text: str, most: int) -> str:
    """A text of at most so many characters, escaped; what is cut off is marked."""
    return str(escape(text if len(text) <= most else f"{text[: most - 1].rstrip()}…"))


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round numbers from at or below `low` to at or above `high`, at most about so many."""
    span = (high - low) or abs(high) or 1.0
    size = 10.0 ** floor(log10(span / most))
    step = next(size * factor for factor in (1, 2, 5, 10) if span / (size * factor) <= most)
    first = floor(low / step)
    last = max(ceil(high / step), first + 1)
    return [round(number * step, 10) for number in range(first, last + 1)]


def year_marks(periods: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where each year begins among periods such as 2023 Q4; the first one counts as the beginning of its year."""
    previous = ""
    for place, period in enumerate(periods):
        year = period.partition(" ")[0]
        if year != previous:
            yield place, year
        previous = year


def mark(shape: int, x: float, y: float) -> str:
    """The path of a mark, by number: circle, square, triangle, diamond, cross, bar; they repeat from there."""
    match shape % 6:
        case 0:
            return f"M{x - 3:.4g} {y:.4g}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"
        case 1:
            return f"M{x - 2.8:.4g} {y - 2.8:.4g}h5.6v5.6h-5.6z"
        case 2:
            return f"M{x:.4g} {y - 3.8:.4g}l3.7 6.4h-7.4z"
        case 3:
            return f"M{x:.4g} {y - 4:.4g}l4 4-4 4-4-4z"
        case 4:
            return f"M{x - 1.2:.4g} {y - 3.6:.4g}h2.4v2.4h2.4v2.4h-2.4v2.4h-2.4v-2.4h-2.4v-2.4h2.4z"
        case _:
            return f"M{x - 4:.4g} {y - 1.5:.4g}h8v3h-8z"
