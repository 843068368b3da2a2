"""YAML text into plain data and, on request, the line and column of any key or value. Knows no schema.

Scalars follow YAML 1.2 (`no`, `on` and `12:30` are text); dates stay text; aliases, tags and duplicate keys are refused.
Positions are found by composing the one file again when something is to be said about it: loading pays nothing for them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import yaml
from yaml._yaml import CParser
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from vitsurvey.document.lines import position
from vitsurvey.document.malformed import explain
from vitsurvey.document.rules import DUPLICATE, ENCODING, LARGEST_FILE, PLAIN, RULES, SHAPE, SIZE, SYNTAX
from vitsurvey.problems import Position, Problem, Rule

__all__ = ["LARGEST_FILE", "RULES", "Data", "Document", "parse", "read"]

Data: TypeAlias = "str | int | float | bool | list[Data] | dict[str, Data] | None"

_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|(?:0|[1-9][0-9]*)(?=[eE]))(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}
_NUMBER_STARTS = frozenset("0123456789+-.")
_LONGEST_INT = 300
"""Digits. A longer one is no number of anything, and could not be compared with a fraction."""
_DEEPEST = 60
_OPENERS = "[{-?:"
_MANY_OPENERS = 2_000
"""Up to this many characters that can open a level, libyaml's recursion is safe; beyond it the depth is measured first."""
_DEEP = ("the value is nested too deeply", "records are a few levels deep: look for a stray bracket")


class _Mark(Protocol):
    """A place as libyaml counts it: from 0."""

    line: int
    column: int


class _Composer(CParser):
    """libyaml's node composer without PyYAML's tag resolution: a tag is there only if the file wrote one."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> None:
        """Leave untagged nodes untagged."""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Nothing to follow: no path resolvers."""

    def ascend_resolver(self) -> None:
        """Nothing to follow: no path resolvers."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file's text as data. `data` is an empty mapping when the text could not be read; `problems` then says why."""

    file: str
    text: str
    data: dict[str, Data]
    problems: tuple[Problem, ...] = ()

    def locate(self, path: Iterable[int | str], *, key: bool = False) -> Position:
        """Return the place of the value at `path`, or of its key; steps that are not in the file are dropped."""
        node = _composed(self.text)
        mark = None if node is None else node.start_mark
        for step in path:
            name, value = _step(node, step)
            if value is not None:
                node, mark = value, (name if name and (key or _is_block(value)) else value).start_mark
        return self.position(mark.line, mark.column) if mark else self.position(0, 0)

    def written(self, path: Iterable[int | str]) -> str:
        """Return the scalar at `path` as the file writes it, without its quotes; empty when there is none."""
        node = _composed(self.text)
        for step in path:
            node = _step(node, step)[1] or node
        return str(node.value) if isinstance(node, ScalarNode) else ""

    def without_data(self) -> "Document":
        """Return the same file without its data: a record was made of them, and twice is a quarter of a large survey's memory."""
        return Document(self.file, self.text, {}, self.problems)

    def position(self, line: int, column: int) -> Position:
        """Return a position from a line and column that count from 0."""
        return position(self.file, self.text, line, column)


@dataclass(slots=True)
class _Builder:
    """Turns nodes into data and gathers what it refuses."""

    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, rule: Rule, mark: _Mark, message: str, hint: str = "") -> None:
        self.problems.append(Problem(rule, position(self.file, self.text, mark.line, mark.column), message, hint))

    def build(self, node: Node, depth: int = 0) -> Data:
        if node.tag is not None:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            self.refuse(PLAIN, node.start_mark, f"the tag {tag} is not used here", "remove it; put quotes around text that begins with !")
        if node.__class__ is ScalarNode:
            return self.scalar(node)
        if depth > _DEEPEST:
            self.refuse(SYNTAX, node.start_mark, *_DEEP)
            return None
        if node.__class__ is SequenceNode:
            return [self.build(child, depth + 1) for child in node.value]
        return self.mapping(node, depth)

    def scalar(self, node: ScalarNode) -> Data:
        value: str = node.value
        if node.style:  # quoted or block text
            return value
        if value in _WORDS:
            return _WORDS[value]
        if value[0] in _NUMBER_STARTS:
            if _INT.match(value) and len(value) < _LONGEST_INT:
                return int(value)
            if _FLOAT.match(value):
                return float(value)
        return value

    def mapping(self, node: Node, depth: int) -> dict[str, Data]:
        data: dict[str, Data] = {}
        for name, value in node.value:
            if name.__class__ is not ScalarNode:
                self.refuse(SHAPE, name.start_mark, "a key is a list or a mapping", "keys are plain words; put quotes around text that begins with [ or {")
                continue
            word: str = name.value
            if word == "<<" and not name.style:
                self.refuse(PLAIN, name.start_mark, "merge keys (<<) are not used here", "write the keys out")
            elif word in data:
                first = next(other for other, _ in node.value if other.value == word)
                self.refuse(DUPLICATE, name.start_mark, f"the key '{word}' stands already in line {first.start_mark.line + 1}", "remove one of the two")
            data[word] = self.build(value, depth + 1)
        return data


def read(path: Path, file: str) -> Document:
    """Read a file into a document; `file` is how problems name it. Never raises on what the file holds."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            return _unreadable(file, SIZE, "this is a folder, not a file", "rename or remove it: only record files have names that end in .yaml")
        if size > LARGEST_FILE:
            return _unreadable(file, SIZE, f"the file has {size:,} bytes, more than {LARGEST_FILE:,}", SIZE.how)
        content = path.read_bytes()
    except FileNotFoundError:
        return _unreadable(file, SIZE, "the file is not there", "add it; if it is a link, mend where it leads")
    except OSError as error:
        return _unreadable(file, SIZE, f"the file cannot be read: {error.strerror}", "check that you may read it")
    return parse(content, file)


def parse(content: bytes, file: str) -> Document:
    """Turn the bytes of one YAML file into a document. Never raises on what the bytes hold."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n"), error.start - (before.rfind(b"\n") + 1)
        shown = content.splitlines()[line].decode("latin-1") if line < len(content.splitlines()) else ""
        place = Position(file, line + 1, column + 1, shown if shown.isprintable() else "")
        return Document(file, "", {}, (Problem(ENCODING, place, "the text is not UTF-8", ENCODING.how),))
    if text.startswith("\ufeff"):
        return _unreadable(file, ENCODING, "the file begins with a byte order mark", "save it as UTF-8 without BOM")
    try:
        if sum(map(text.count, _OPENERS)) > _MANY_OPENERS and (mark := _too_deep(text)):
            # without the text, so that nobody composes it for a position
            return Document(file, "", {}, (Problem(SYNTAX, position(file, text, mark.line, mark.column), *_DEEP),))
        root = _compose(text)
        anchored = _anchors(text) if "&" in text else ()
    except yaml.YAMLError as error:
        return Document(file, text, {}, (explain(error, text, file),))
    if root is None:
        return _unreadable(file, SHAPE, "the file is empty", SHAPE.how)
    builder = _Builder(file, text)
    for mark in anchored:
        builder.refuse(PLAIN, mark, "anchors and aliases (& and *) are not used here", PLAIN.how)
    data = {} if anchored else builder.build(root)
    if not isinstance(data, dict):
        builder.refuse(SHAPE, root.start_mark, "the file is not a mapping of keys to values", SHAPE.how)
        data = {}
    return Document(file, text, data, tuple(builder.problems))


def _compose(text: str) -> Node | None:
    composer = _Composer(text)
    try:
        node: Node | None = composer.get_single_node()
    finally:
        composer.dispose()
    return node


@lru_cache(maxsize=4)
def _composed(text: str) -> Node | None:
    """Compose for positions: problems come file by file, so the last few texts are worth keeping."""
    try:
        return _compose(text)
    except yaml.YAMLError:
        return None


def _step(node: Node | None, step: int | str) -> tuple[Node | None, Node | None]:
    """Return the key (if any) and the value that one step of a path leads to; nothing when it leads nowhere."""
    match node:
        case MappingNode():
            return next(((k, v) for k, v in node.value if isinstance(k, ScalarNode) and k.value == step), (None, None))
        case SequenceNode() if isinstance(step, int) and 0 <= step < len(node.value):
            return None, node.value[step]
    return None, None


def _events(text: str) -> Iterator[Any]:
    return yaml.parse(text, Loader=yaml.CSafeLoader)


def _anchors(text: str) -> Sequence[_Mark]:
    """Return the places of anchors and aliases; composed nodes no longer know them."""
    return [event.start_mark for event in _events(text) if getattr(event, "anchor", None)]


def _too_deep(text: str) -> _Mark | None:
    """Return where a text nests too deeply, found without recursion: libyaml's composer would end the process."""
    depth = 0
    for event in _events(text):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > _DEEPEST:
            mark: _Mark = event.start_mark
            return mark
    return None


def _unreadable(file: str, rule: Rule, message: str, hint: str) -> Document:
    return Document(file, "", {}, (Problem(rule, Position(file), message, hint),))


def _is_block(node: Node) -> bool:
    """A block collection starts on a later line than its key: the key is the better place to point at."""
    return isinstance(node, CollectionNode) and not node.flow_style

