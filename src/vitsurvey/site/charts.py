"""Charts as SVG: stacked bars and lines over time, a step line of improvements, a grid of what is there."""

from collections.abc import Callable, Iterable
from string import ascii_uppercase

from markupsafe import Markup, escape

from vitsurvey.site.drawing import Address, link, mark, picture, short, ticks, year_marks
from vitsurvey.views.coverage import Coverage
from vitsurvey.views.progress import Point, Progress
from vitsurvey.views.table import noun
from vitsurvey.views.trends import Series, Trend

_WIDTH, _HEIGHT = 344, 196
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 336, 10, 174
"""The frame of a chart as wide as a phone, and the edges of its plot."""
_APART = 30
"""Pixels between two years on the time axis, at least."""
_ROOM_FOR_LETTER = 11
_CELL, _NAMES, _HEAD = 14, 158, 104
"""A cell of the grid, the room for the names of its rows, and for those of its columns."""


def bars(trend: Trend, ident: str, title: str) -> Markup:
    """Stacked bars, one for each period; segments bear the letters of the key, the first series at the bottom."""
    marks = ticks(0, max(trend.totals))
    step = (_RIGHT - _LEFT) / len(trend.periods)
    scale = (_BOTTOM - _TOP) / marks[-1]
    wide = max(step - 2, 2.0)
    body = [_levels([(_BOTTOM - value * scale, f"{value:g}") for value in marks])]
    body.append(_years(trend.periods, lambda place: _LEFT + step * place))
    for place, period in enumerate(trend.periods):
        x, y, drawn, told = _LEFT + step * place + 1, float(_BOTTOM), [], []
        for number, series in enumerate(trend.series):
            tall = series.values[place] * scale
            if not tall:
                continue
            y -= tall
            drawn.append(f'<path class="{_colour(number, series)}" d="M{x:.4g} {y + .5:.4g}h{wide:.3g}v{max(tall - 1, .6):.4g}h-{wide:.3g}z"/>')
            told.append(f"{series.title} {series.values[place]:g}")
            if tall >= _ROOM_FOR_LETTER <= wide + 2:
                drawn.append(f'<text class="{_letter_class(series)}" x="{x + wide / 2:.4g}" y="{y + tall / 2 + 3.6:.4g}">{_letter(number, series)}</text>')
        if drawn:
            said = escape(f"{period}: {trend.totals[place]}. {', '.join(told)}")
            body.append(f"<g><title>{said}</title>{''.join(drawn)}</g>")
    about = f"{_span(trend)}, most in {trend.most[0]}: {trend.most[1]}. {_order(trend)}"
    return picture(ident, _WIDTH, _HEIGHT, title, about, "".join(body))


def lines(trend: Trend, ident: str, title: str) -> Markup:
    """One line for each series, from 0 to 100 %; marks differ in shape. Periods without methods have no point."""
    there = [place for place, total in enumerate(trend.totals) if total]
    step = (_RIGHT - _LEFT - 8) / max(len(trend.periods) - 1, 1)
    tall = _BOTTOM - _TOP
    marks = ticks(0, max(value for series in trend.series for value in series.values))
    top = marks[-1]
    body = [_levels([(_BOTTOM - value / top * tall, f"{value * 100:g}%") for value in marks])]
    body.append(_years(trend.periods, lambda place: _LEFT + 4 + step * place))
    for number, series in reversed(list(enumerate(trend.series))):
        points = [(_LEFT + 4 + step * place, _BOTTOM - series.values[place] / top * tall) for place in there]
        way = "L".join(f"{x:.4g} {y:.4g}" for x, y in points)
        shapes = "".join(mark(number, x, y) for x, y in points) if series.target else ""
        colour = _colour(number, series)
        body.append(f'<g class="{colour}"><title>{escape(series.title)}</title><path class="vs-line" d="M{way}"/><path d="{shapes}"/></g>')
    about = f"{_span(trend)}. {_order(trend)}"
    return picture(ident, _WIDTH, _HEIGHT, title, about, "".join(body))


def key(series: Series, number: int, kind: str) -> Markup:
    """The sign of a series beside its name: a lettered square for bars, a marked line for lines."""
    colour = _colour(number, series)
    if kind == "bars":
        inside = f'<path class="{colour}" d="M4.5 1.5h13v13h-13z"/><text class="{_letter_class(series)}" x="11" y="12">{_letter(number, series)}</text>'
    else:
        inside = f'<g class="{colour}"><path class="vs-line" d="M0 8H22"/><path d="{mark(number, 11, 8) if series.target else ""}"/></g>'
    return Markup(f'<svg class="vs-key" viewBox="0 0 22 16" width="22" height="16" aria-hidden="true">{inside}</svg>')  # noqa: S704 - holds no text of records


def steps(progress: Progress, ident: str, title: str, address: Address) -> Markup:
    """Every model as a point; those that beat all earlier ones are joined by steps and numbered."""
    points, board = progress.points, progress.board
    marks = ticks(min(p.value for p in points), max(p.value for p in points))
    begin, end = points[0].when, max(points[-1].when, points[0].when + 0.25)
    wide, tall = _RIGHT - _LEFT - 14, _BOTTOM - _TOP

    def place(point: Point) -> tuple[float, float]:
        return (
            _LEFT + 7 + (point.when - begin) / (end - begin) * wide,
            _BOTTOM - (point.value - marks[0]) / (marks[-1] - marks[0]) * tall,
        )

    body = [_levels([(_BOTTOM - (value - marks[0]) / (marks[-1] - marks[0]) * tall, f"{value:g}") for value in marks])]
    years = [(_LEFT + 7 + (year - begin) / (end - begin) * wide, str(year)) for year in range(int(begin) + 1, int(end) + 1)]
    body.append(_time(years or [(_LEFT + 7.0, str(int(begin)))]))
    way = ""
    for point in progress.records:
        x, y = place(point)
        way += f"H{x:.4g}V{y:.4g}" if way else f"M{x:.4g} {y:.4g}"
    body.append(f'<path class="vs-s1 vs-line" d="{way}H{_RIGHT}"/>')
    above: list[str] = []
    body.append('<g class="vs-point">')
    for point in points:
        x, y = place(point)
        said = f"<title>{escape(point.name)}, {point.released}: {point.value:g}</title>"
        way_there = address(f"methods/{point.standing.report.method}")
        if point.improves:  # drawn above the others
            aside = max(x - 6, _LEFT + 3)
            number = f'<text class="vs-mid" x="{aside:.4g}" y="{y - 6:.4g}">{len(above) + 1}</text>'
            above.append(link(way_there, f'{said}<path class="vs-s1" d="{mark(3, x, y)}"/>{number}'))
        else:
            body.append(link(way_there, f'{said}<circle cx="{x:.4g}" cy="{y:.4g}" r="3"/>'))
    body += ["</g>", *above]
    first, last = progress.records[0], progress.records[-1]
    about = (
        f"{len(points)} models by their day of release; {len(progress.records)} beat every earlier one, from "
        f"{first.name} with {first.value:g} to {last.name} with {last.value:g} {board.metric.unit or ''}".rstrip() + "."
    )
    return picture(ident, _WIDTH, _HEIGHT, title, about, "".join(body), linked=True)


def grid(coverage: Coverage, ident: str, title: str, address: Address) -> Markup:
    """Methods against benchmarks; a square where there is a score."""
    right, bottom = _NAMES + _CELL * len(coverage.benchmarks), _HEAD + _CELL * len(coverage.lines)
    rules = "".join(f"M{_NAMES} {_HEAD + _CELL * row}H{right}" for row in range(len(coverage.lines) + 1))
    rules += "".join(f"M{_NAMES + _CELL * column} {_HEAD}V{bottom}" for column in range(len(coverage.benchmarks) + 1))
    body = [f'<path class="vs-rules" d="{rules}"/>']
    for column, benchmark in enumerate(coverage.benchmarks):
        x = _NAMES + _CELL * column + 10
        name = f'<text transform="translate({x} {_HEAD - 5})rotate(-55)">{short(benchmark.name, 19)}</text>'
        body.append(link(address(f"benchmarks/{benchmark.id}"), name))
    for row, line in enumerate(coverage.lines):
        y = _HEAD + _CELL * row
        cells = "".join(f"M{_NAMES + _CELL * i + 2} {y + 2}h10v10h-10z" for i, reported in enumerate(line.reported) if reported)
        name = f'<text x="{_NAMES - 6}" y="{y + 11}" text-anchor="end">{short(line.method.name, 24)}</text>'
        body.append(link(address(f"methods/{line.method.id}"), name))
        body.append(f'<path class="vs-s1" d="{cells}"><title>{escape(line.method.name)}: {line.filled} of {len(line.reported)}</title></path>')
        body.append(f'<text class="vs-soft" x="{right + 5}" y="{y + 11}">{line.filled}</text>')
    about = f"{coverage.filled} of {coverage.size} pairs of {len(coverage.lines)} methods and {len(coverage.benchmarks)} benchmarks have a score."
    return picture(ident, right + 64, bottom + 6, title, about, "".join(body), linked=True)


def _levels(found: Iterable[tuple[float, str]]) -> str:
    """Horizontal rules with their values on the left."""
    return "".join(f'<path class="vs-rules" d="M{_LEFT} {y:.4g}H{_RIGHT}"/><text class="vs-soft" x="{_LEFT - 4}" y="{y + 3.5:.4g}" text-anchor="end">{text}</text>' for y, text in found)


def _years(periods: tuple[str, ...], where: Callable[[int], float]) -> str:
    return _time([(where(place), year) for place, year in year_marks(periods)])


def _time(years: list[tuple[float, str]]) -> str:
    """Ticks below the plot where years begin, with as many years as there is room for."""
    drawn, free = [], float("inf")
    for x, year in reversed(years):  # the first year is often a part of one: it gives way to the second
        said = ""
        if x <= free:
            said = f'<text class="vs-soft" x="{min(x + 2, _RIGHT - 20):.4g}" y="{_BOTTOM + 14}">{year}</text>'
            free = x - _APART
        drawn.append(f'<path class="vs-rules" d="M{x:.4g} {_BOTTOM}v5"/>{said}')
    return "".join(reversed(drawn))


def _colour(number: int, series: Series) -> str:
    """The class of a series; the others together have one of their own."""
    return f"vs-s{number + 1}" if series.target else "vs-s0"


def _letter(number: int, series: Series) -> str:
    return ascii_uppercase[number] if series.target else "…"


def _letter_class(series: Series) -> str:
    return "vs-letter" if series.target else "vs-letter vs-letter--rest"


def _span(trend: Trend) -> str:
    first, last = trend.periods[0], trend.periods[-1]
    when = f"from {first} to {last}" if first != last else f"in {first}"
    return f"{trend.total} {noun('methods', trend.total)} {when}"


def _order(trend: Trend) -> str:
    return f"From the most used: {', '.join(series.title for series in trend.series)}."
