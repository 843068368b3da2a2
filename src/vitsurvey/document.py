"""YAML text into plain data and, on request, the line and column of any key or value. Knows no schema.

Scalars follow YAML 1.2 (`no`, `on` and `12:30` are text); dates stay text; aliases, tags and duplicate keys are refused.
Positions are found by composing the one file again when something is to be said about it: loading pays nothing for them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import yaml
from yaml.cyaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from vitsurvey.problems import Position, Problem, Rule

Data: TypeAlias = "str | int | float | bool | None | list[Data] | dict[str, Data]"

LARGEST_FILE = 1_048_576
"""Bytes. The largest hand-written record is a few kilobytes; beyond this it is a mistake, and would only slow the parser."""

ENCODING = Rule(
    "Y001", "text is UTF-8",
    what="A record file holds UTF-8 text without a byte order mark and without control characters.",
    why="Editors that save in another encoding turn names such as Müller into rubbish without saying so.",
    how="Save the file as UTF-8 (without BOM) and remove characters that cannot be seen.",
    bad="name: M\\xfcller   # saved as Latin-1", good="name: Müller     # saved as UTF-8",
)
SYNTAX = Rule(
    "Y002", "text is YAML",
    what="A record file is one well-formed YAML document.",
    why="A file that cannot be parsed holds no record, and everything that refers to it breaks.",
    how="Look at the named line and the one above it: a colon inside a title needs quotes around the title, lists need equal indentation.",
    bad="title: LLaVA: a model", good='title: "LLaVA: a model"',
)
PLAIN = Rule(
    "Y003", "no aliases, merge keys or tags",
    what="Anchors (&a), aliases (*a), merge keys (<<) and tags (!!str) are not used.",
    why="A value that is written in one place and used in another has no honest line to point at, and diffs mislead.",
    how="Write the value out in each place; put quotes around text that begins with & * or !.",
    bad="authors: &team [A]\neditors: *team", good="authors: [A]\neditors: [A]",
)
DUPLICATE = Rule(
    "Y004", "keys are unique",
    what="A key stands once in its mapping.",
    why="YAML readers keep the last value and drop the first without a word.",
    how="Remove one of the two, or join them.",
    bad="year: 2023\nyear: 2024", good="year: 2024",
)
SHAPE = Rule(
    "Y005", "a file is one mapping",
    what="A record file is one mapping of keys to values, and its keys are plain words.",
    why="An empty file, a list or a second document holds nothing that can be checked.",
    how="Begin with the record's keys, for example `name: …`; put a second record into a file of its own.",
    bad="- name: LLaVA", good="name: LLaVA",
)
SIZE = Rule(
    "Y006", "files are small",
    what=f"A record file is a readable file of at most {LARGEST_FILE:,} bytes.",
    why="One record is one reviewable file; a larger one is a download or a log that got in by mistake.",
    how="Move what is not a record out of the data folder; split results by source.",
    bad="results/everything.yaml   # 40 MB", good="results/liu2024improved.yaml",
)
TAB = Rule(
    "Y007", "indentation is spaces",
    what="Lines are indented with spaces, never with tabs.",
    why="YAML forbids tabs there, because editors disagree about their width.",
    how="Replace each tab by two spaces; most editors can do this on saving.",
    bad="links:\n\tcode: https://example.org", good="links:\n  code: https://example.org",
)
RULES = (ENCODING, SYNTAX, PLAIN, DUPLICATE, SHAPE, SIZE, TAB)

_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|(?:0|[1-9][0-9]*)(?=[eE]))(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}
_NUMBER_STARTS = frozenset("0123456789+-.")
_DEEPEST = 60
_LONGEST_INT = 4_000


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
            match node:
                case MappingNode():
                    for name, value in node.value:
                        if isinstance(name, ScalarNode) and name.value == step:
                            node, mark = value, _start(name if key or _is_block(value) else value)
                            break
                case SequenceNode() if isinstance(step, int) and step < len(node.value):
                    node = node.value[step]
                    mark = node.start_mark
        return self.position(mark.line, mark.column) if mark else self.position(0, 0)

    def position(self, line: int, column: int) -> Position:
        """Return a position from a line and column that count from 0."""
        return _position(self.file, self.text, line, column)


@dataclass(slots=True)
class _Builder:
    """Turns nodes into data and gathers what it refuses."""

    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, rule: Rule, mark: yaml.Mark, message: str, hint: str = "") -> None:
        self.problems.append(Problem(rule, _position(self.file, self.text, mark.line, mark.column), message, hint))

    def build(self, node: Node, depth: int = 0) -> Data:
        if node.tag is not None:
            self.refuse(PLAIN, node.start_mark, f"the tag {node.tag} is not used here", "remove it; quote the value if it is text")
        if node.__class__ is ScalarNode:
            return self.scalar(node)
        if depth > _DEEPEST:
            self.refuse(SYNTAX, node.start_mark, "the value is nested too deeply", "records are a few levels deep: look for a stray bracket")
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
                self.refuse(DUPLICATE, name.start_mark, f"the key '{word}' stands twice", "remove one of the two")
            data[word] = self.build(value, depth + 1)
        return data


def read(path: Path, file: str) -> Document:
    """Read a file into a document; `file` is how problems name it. Never raises on what the file holds."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return _unreadable(file, SIZE, f"the file has {size:,} bytes, more than {LARGEST_FILE:,}", SIZE.how)
        content = path.read_bytes()
    except OSError as error:
        return _unreadable(file, SIZE, f"the file cannot be read: {error.strerror}", "check that it exists and may be read")
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
        root = _compose(text)
        anchored = _anchors(text) if "&" in text else ()
    except yaml.YAMLError as error:
        return _malformed(text, file, error)
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


def _anchors(text: str) -> Sequence[yaml.Mark]:
    """Return the places of anchors and aliases; composed nodes no longer know them."""
    return [event.start_mark for event in yaml.parse(text, Loader=yaml.CSafeLoader) if getattr(event, "anchor", None)]


def _malformed(text: str, file: str, error: yaml.YAMLError) -> Document:
    mark = getattr(error, "problem_mark", None)
    what = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "the text is not YAML")
    place = _position(file, text, mark.line, mark.column) if mark else _position(file, text, 0, 0)
    if "single document" in str(error):
        problem = Problem(SHAPE, place, "the file holds more than one document", "one record a file: move the rest and remove the ---")
    elif "special characters" in what or "control characters" in what:
        problem = Problem(ENCODING, _first_control(file, text), "the text holds a control character", ENCODING.how)
    elif "\t" in place.text[: place.column]:
        problem = Problem(TAB, place, "a tab stands where YAML wants spaces", TAB.how)
    elif "found undefined alias" in what:
        problem = Problem(PLAIN, place, "aliases (*) are not used here", "put quotes around text that begins with *")
    else:
        hint = "put quotes around text that holds a colon" if "mapping values are not allowed" in what else SYNTAX.how
        problem = Problem(SYNTAX, place, f"not well-formed YAML: {what}", hint)
    return Document(file, text, {}, (problem,))


def _first_control(file: str, text: str) -> Position:
    at = next((i for i, char in enumerate(text) if not char.isprintable() and char not in "\n\r\t"), 0)
    return _position(file, text, text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1))


def _unreadable(file: str, rule: Rule, message: str, hint: str) -> Document:
    return Document(file, "", {}, (Problem(rule, Position(file), message, hint),))


def _is_block(node: Node) -> bool:
    """A block collection starts on a later line than its key: the key is the better place to point at."""
    return not isinstance(node, ScalarNode) and not node.flow_style


def _start(node: Node) -> yaml.Mark:
    return node.start_mark


def _position(file: str, text: str, line: int, column: int) -> Position:
    lines = text.split("\n")
    shown = lines[line].rstrip("\r") if line < len(lines) else ""
    return Position(file, line + 1, column + 1, shown)
