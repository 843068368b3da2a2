"""Diagrams as SVG: the recipe of a method, and the tree of those that build on one another."""

from markupsafe import Markup

from vitsurvey.site.drawing import Address, link, picture, short
from vitsurvey.site.urls import target_path
from vitsurvey.views.lineage import Node, Tree
from vitsurvey.views.profile import Answer, StageRow
from vitsurvey.views.recipe import Recipe
from vitsurvey.views.table import Part

_BOX, _GAP = 142, 24
"""The width of a part, and the way of an arrow to the next."""
_PART, _STATE, _BETWEEN = 54, 24, 8
"""The height of a part, of its state in a stage, and the space below either."""
_CAPTION, _LINE = 20, 16
_DATA = 196
"""The room for the names of training data on the right."""
_LETTERS, _MOST_NAMES = 20, 2
_ROW, _INDENT, _DEEPEST, _TREE = 21, 15, 9, 340


def recipe_flow(recipe: Recipe, ident: str, title: str, address: Address) -> Markup:
    """Parts as boxes joined by arrows; below, for each stage, the same boxes with what it does to them, and its data."""
    body = [_arrows(recipe)]
    highest = max(map(len, recipe.columns))
    for number, column in enumerate(recipe.columns):
        for place, part in enumerate(column):
            body.append(_part(part, _left(number), _top(place, len(column), highest), address))
    y = highest * (_PART + _BETWEEN) + 8.0
    for number, row in enumerate(recipe.stages, start=1):
        drawn, tall = _stage(recipe, row, number, y, address)
        body.append(drawn)
        y += tall
    width = _left(len(recipe.columns)) - _GAP + 1
    if any(row.datasets.parts for row in recipe.stages):
        width += _GAP + _DATA
    return picture(ident, width, y, title, _in_words(recipe), "".join(body), linked=True)


def _left(column: int) -> float:
    return 1 + column * (_BOX + _GAP)


def _top(place: int, several: int, highest: int) -> float:
    """Columns with fewer parts stand in the middle of the highest."""
    return 1 + (place + (highest - several) / 2) * (_PART + _BETWEEN)


def _arrows(recipe: Recipe) -> str:
    highest, ways = max(map(len, recipe.columns)), []
    for number, (column, following) in enumerate(zip(recipe.columns, recipe.columns[1:], strict=False)):
        x, end = _left(number) + _BOX, _left(number + 1) - 2
        for place in range(len(column)):
            y = _top(place, len(column), highest) + _PART / 2
            for target in range(len(following)):
                at = _top(target, len(following), highest) + _PART / 2
                ways.append(f"M{x:g} {y:g}C{x + 12:g} {y:g} {end - 14:g} {at:g} {end:g} {at:g}m-5-4l5 4-5 4")
    return f'<path class="vs-arrow" d="{"".join(ways)}"/>'


def _part(part: Answer, x: float, y: float, address: Address) -> str:
    named = part.cell.parts
    shown = named if len(named) <= _MOST_NAMES else named[:1]
    first = y + (33 if len(named) == 1 else 31)
    lines = [_named(piece, x + 8, first + _LINE * i, address) for i, piece in enumerate(shown)]
    if len(shown) < len(named):
        lines.append(f'<text class="vs-soft" x="{x + 8:g}" y="{y + 31 + _LINE:g}">and {len(named) - 1} more</text>')
    if not named:
        lines.append(f'<text class="vs-soft" x="{x + 8:g}" y="{y + 33:g}">not named</text>')
    border = "vs-box" if named else "vs-box vs-box--not-reported"
    return (
        f'<rect class="{border}" x="{x:g}" y="{y:g}" width="{_BOX}" height="{_PART}" rx="3"/>'
        f'<text class="vs-soft" x="{x + 8:g}" y="{y + 15:g}">{short(part.facet.title, _LETTERS + 2)}</text>{"".join(lines)}'
    )


def _named(piece: Part, x: float, y: float, address: Address, most: int = _LETTERS) -> str:
    text = f'<text x="{x:g}" y="{y:g}">{short(piece.text, most)}</text>'
    return link(address(target_path(piece.target)), text) if piece.target else text


def _stage(recipe: Recipe, row: StageRow, number: int, y: float, address: Address) -> tuple[str, float]:
    """A stage below the parts, and how tall it is."""
    states = {facet.id: state for facet, state in row.states}
    drawn = [f'<text class="vs-strong" x="1" y="{y + 12:g}">{number}. {short(row.stage.name, 24 * len(recipe.columns))}</text>']
    top, lowest = y + _CAPTION, 0.0
    for place, column in enumerate(recipe.columns):
        in_column = [part for part in column if part.facet.id in states]
        for below, part in enumerate(in_column):
            said = states[part.facet.id].replace("-", " ")
            if len(column) > 1:
                said = f"{part.facet.title} {said}"
            x, at = _left(place), top + below * (_STATE + 4)
            drawn.append(
                f'<rect class="vs-box vs-box--{states[part.facet.id]}" x="{x:g}" y="{at:g}" width="{_BOX}" height="{_STATE}" rx="3"/>'
                f'<text class="vs-mid" x="{x + _BOX / 2:g}" y="{at + 16:g}">{short(said, _LETTERS + 4)}</text>',
            )
        lowest = max(lowest, len(in_column) * (_STATE + 4))
    data = row.datasets.parts
    shown = data if len(data) <= _MOST_NAMES + 1 else data[:_MOST_NAMES]
    x = _left(len(recipe.columns)) - _GAP + 12
    if data:
        drawn.append(f'<text class="vs-soft" x="{x:g}" y="{y + 12:g}">trained on</text>')
    drawn += [_named(piece, x, y + 12 + _LINE * i, address, 28) for i, piece in enumerate(shown, start=1)]
    if len(shown) < len(data):
        drawn.append(f'<text class="vs-soft" x="{x:g}" y="{y + 12 + _LINE * (len(shown) + 1):g}">and {len(data) - len(shown)} more</text>')
        lowest = max(lowest, _LINE * (len(shown) + 1))
    return "".join(drawn), _CAPTION + max(lowest, _LINE * len(shown)) + 10


def _in_words(recipe: Recipe) -> str:
    def said(part: Answer) -> str:
        return f"{part.facet.title}: {', '.join(piece.text for piece in part.cell.parts) or 'not named'}"

    def done(row: StageRow) -> str:
        states = [f"{facet.title} {state.replace('-', ' ')}" for facet, state in row.states]
        return f" {row.stage.name}: {', '.join(states) or 'no part is named'}."

    way = " → ".join(" and ".join(map(said, column)) for column in recipe.columns)
    return f"{way}.{''.join(map(done, recipe.stages))}"


def family_tree(tree: Tree, ident: str, title: str, address: Address) -> Markup:
    """Methods from the oldest down, each below the one it builds on and further to the right; the page's own is filled."""
    ways, body = [], []
    for place, node in enumerate(tree.nodes):
        x, y = _across(node), place * _ROW + 12
        if node.above is not None:
            from_x = _across(tree.nodes[node.above])
            ways.append(f"M{from_x} {node.above * _ROW + 17}V{y}H{x - 5}" if from_x < x else f"M{x} {y - 10}v5")
        body.append(_node(node, x, y, address, here=node.method.id == tree.method.id))
    lines = f'<path class="vs-arrow" d="{"".join(ways)}"/>'
    about = f"{len(tree.nodes)} of {tree.size} methods that build on one another, from {tree.nodes[0].method.name}."
    return picture(ident, _TREE, len(tree.nodes) * _ROW + 4, title, about, f"{lines}{''.join(body)}", linked=True)


def _across(node: Node) -> int:
    return 7 + min(node.depth, _DEEPEST) * _INDENT


def _node(node: Node, x: int, y: int, address: Address, *, here: bool) -> str:
    room = (_TREE - x - 10) // 6
    when = node.method.released[:7] if node.method.released else ""
    name, room = node.method.name, room - len(when) - 1
    more = f" + {', '.join(other.name for other in node.others)}" if node.others and room - len(name) > _MOST_NAMES * 4 else ""
    said = f" {when}" if when else ""
    soft = f'<tspan class="vs-soft">{said}{short(more, room - len(name))}</tspan>' if said or more else ""
    if here:
        return f'<circle class="vs-s1" cx="{x}" cy="{y}" r="5"/><text class="vs-strong" x="{x + 10}" y="{y + 4}">{short(name, room)}{soft}</text>'
    named = link(address(f"methods/{node.method.id}"), short(name, room))
    return f'<circle class="vs-point" cx="{x}" cy="{y}" r="4"/><text x="{x + 10}" y="{y + 4}">{named}{soft}</text>'
