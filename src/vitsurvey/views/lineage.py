"""Lineage: methods that build on one another, as families, and the tree around one of them."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from vitsurvey.schema import Method
from vitsurvey.survey import Survey

NODES = 24
"""Methods that one tree shows at most."""
_ENOUGH_METHODS = 3


@dataclass(frozen=True, slots=True)
class Node:
    """A method in a tree. `depth` is its generation, `above` the place of the node it hangs on (None for a root)."""

    method: Method
    depth: int
    above: int | None
    others: tuple[Method, ...]
    """What it builds on besides the node above."""
    parents: str
    """Everything it builds on, by name."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes in the order of drawing, each behind the one it hangs on. `size` counts the whole family."""

    method: Method
    nodes: tuple[Node, ...]
    size: int


class Lineages:
    """The families of a survey, found once."""

    def __init__(self, survey: Survey) -> None:
        """Link every method with those it builds on and those that build on it."""
        self._methods = survey.methods
        self._parents = {method.id: tuple(step.method for step in method.builds_on) for method in survey.methods.values()}
        followed = {method: len(survey.built_on(method)) for method in survey.methods}
        self._heirs = {
            method: sorted((heir.id for heir in survey.built_on(method)), key=followed.__getitem__, reverse=True)
            for method in survey.methods
        }
        self._said = {method: ", ".join(self._methods[parent].name for parent in self._parents[method]) for method in survey.methods}
        by_age = sorted(survey.methods.values(), key=lambda method: (method.released or "9", method.id), reverse=True)
        self._age = {method.id: place for place, method in enumerate(by_age)}
        self._near = {method: (*self._parents[method], *self._heirs[method]) for method in survey.methods}
        self._sizes: dict[str, int] = {}
        for method in survey.methods:
            if method not in self._sizes:
                family = list(_walk(method, self._near))
                self._sizes.update(dict.fromkeys(family, len(family)))

    def tree(self, method: Method) -> Tree | None:
        """The tree around a method: its ancestors, then its descendants, those that most build on first, then others, at most `NODES`.

        None when its family has fewer than three methods. A method that builds on several hangs on the first that is shown.
        """
        size = self._sizes[method.id]
        return Tree(method, tuple(self._nodes(self._around(method.id))), size) if size >= _ENOUGH_METHODS else None

    def _around(self, method: str) -> set[str]:
        chosen: set[str] = set()
        for one in chain(_walk(method, self._parents), _walk(method, self._heirs), _walk(method, self._near)):
            chosen.add(one)
            if len(chosen) == NODES:
                break
        return chosen

    def _nodes(self, chosen: set[str]) -> Iterator[Node]:
        methods = self._methods
        above = {one: next((parent for parent in self._parents[one] if parent in chosen), None) for one in chosen}
        below: dict[str | None, list[str]] = {}
        for one in sorted(chosen, key=self._age.__getitem__):
            below.setdefault(above[one], []).append(one)
        waiting: list[tuple[str, int, int | None]] = [(root, 0, None) for root in below.get(None, ())]
        place = 0
        while waiting:
            one, depth, hangs_on = waiting.pop()
            others = tuple([methods[parent] for parent in self._parents[one] if parent != above[one]])
            yield Node(methods[one], depth, hangs_on, others, self._said[one])
            waiting += [(child, depth + 1, place) for child in below.get(one, ())]
            place += 1


def _walk(start: str, near: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Everything that can be reached, nearest first, the start included."""
    waiting, seen = deque((start,)), {start}
    while waiting:
        one = waiting.popleft()
        yield one
        for other in near[one]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
