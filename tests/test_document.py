"""YAML text into data and positions: the scalars of YAML 1.2, what is refused, and the law that positions keep."""

import math
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from vitsurvey.document import LARGEST_FILE, RULES, Document, parse, read


def document(text: str) -> Document:
    return parse(text.encode(), "a.yaml")


def refusal(text: str) -> tuple[str, int, int]:
    """The only problem of a text: its code, line and column."""
    [problem] = document(text).problems
    return problem.rule.code, problem.position.line, problem.position.column


# --- scalars --------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("written", "value"), [
    ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None), ("nULL", "nULL"),
    ("true", True), ("False", False), ("TRUE", True), ("yes", "yes"), ("no", "no"), ("on", "on"), ("Off", "Off"), ("y", "y"),
    ("0", 0), ("-0", 0), ("+7", 7), ("1200", 1200), ("010", "010"), ("1_000", "1_000"), ("0x1F", "0x1F"), ("0b1", "0b1"),
    ("1.5", 1.5), ("1.", 1.0), (".5", 0.5), ("-.5", -0.5), ("1e-3", 0.001), ("1E3", 1000.0), ("1.5e+2", 150.0),
    ("010.5", 10.5), ("e3", "e3"), (".", "."), ("1e", "1e"), ("1e3x", "1e3x"), (".inf", ".inf"), (".nan", ".nan"),
    ("12:30", "12:30"), ("1:2:3", "1:2:3"), ("2023-04-17", "2023-04-17"), ("2023", 2023), ("1.2.3", "1.2.3"),
    ("2310.03740", 2310.0374), ('"2310.03740"', "2310.03740"), ("'true'", "true"), ('""', ""), ("=", "="), ("7B", "7B"),
    ("a # comment", "a"), ("a#b", "a#b"), ("c++", "c++"), ("10.5555/a.b", "10.5555/a.b"), ("https://a.example/b", "https://a.example/b"),
])
def test_scalars_are_read_as_yaml_1_2_reads_them(written: str, value: object):
    found = document(f"value: {written}\n").data["value"]

    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize("key", ["on", "no", "yes", "null", "true", "12", "1.5", "~"])
def test_keys_are_always_text(key: str):
    assert document(f"{key}: 1\n").data == {key: 1}


def test_a_number_too_long_for_arithmetic_stays_text():
    assert document(f"value: {'9' * 299}").data["value"] == int("9" * 299)
    assert document(f"value: {'9' * 300}").data["value"] == "9" * 300


@pytest.mark.parametrize(("text", "value"), [
    ("value: |\n  two\n  lines\n", "two\nlines\n"), ("value: >-\n  one\n  line\n", "one line"), ('value: "a\\u00e9"\n', "aé"),
    ("value: 1\r\n", 1), ("value: a\r\n  b\r\n", "a b"),
])
def test_block_text_escapes_and_line_ends_are_yaml_s(text: str, value: object):
    assert document(text).data == {"value": value}


# --- refusals -------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("text", "code", "line", "column"), [
    ("", "Y005", 1, 1), ("# nothing\n", "Y005", 1, 1), ("---\n", "Y005", 2, 1), ("- a\n", "Y005", 1, 1), ("plain\n", "Y005", 1, 1),
    ("a: 1\n---\nb: 2\n", "Y005", 2, 1), ("a: 1\n[b]: 2\n", "Y005", 2, 1), ("a: 1\n? {b: c}\n: 2\n", "Y005", 2, 3),
    ("a: b: c\n", "Y002", 1, 5), ("a: [b\nc: d\n", "Y002", 1, 4), ("a: {b: c\nd: e\n", "Y002", 1, 4), ('x: 1\na: "b\n', "Y002", 2, 4),
    ("a: 'it's'\n", "Y002", 1, 8), ("a: @b\n", "Y002", 1, 4), ("a:\n  b: 1\n c: 2\n", "Y002", 3, 2), ('a: "\\q"\n', "Y002", 1, 5),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\n>>>>>>> x\n", "Y002", 2, 1), ("a: " + "[" * 99 + "]" * 99, "Y002", 1, 64),
    ("a: &x 1\n", "Y003", 1, 4), ("a: *x\n", "Y003", 1, 4), ("a: *x* y\n", "Y003", 1, 6), ("<<: {a: 1}\n", "Y003", 1, 1),
    ("a: !!str 1\n", "Y003", 1, 4), ("a: !x 1\n", "Y003", 1, 4), ("a: & b\n", "Y003", 1, 5),
    ("a: 1\nb: 2\na: 3\n", "Y004", 3, 1), ("a: {b: 1, b: 2}\n", "Y004", 1, 11),
    ("a:\n\t- b\n", "Y007", 2, 1), ("a:\n  b: 1\n\tc: 2\n", "Y007", 3, 1),
    ("a: b\x00c\n", "Y001", 1, 5), ("a: é\nb: \x07\n", "Y001", 2, 4), ("\ufeffa: 1\n", "Y001", 1, 1),
])
def test_what_is_refused_and_where(text: str, code: str, line: int, column: int):
    assert refusal(text) == (code, line, column)


def test_an_alias_to_itself_ends():
    assert {problem.rule.code for problem in document("a: &a [*a]\n").problems} == {"Y003"}


def test_quoted_text_may_look_like_anything_refused():
    assert document("a: '<<'\n'<<': '&x *y !z @ %'\n").data == {"a": "<<", "<<": "&x *y !z @ %"}


def test_nesting_without_end_is_one_problem_and_takes_no_time():
    for opening in ("[", "{a: ", "- ", "? "):
        [problem, *_] = document("a:\n " + opening * 300_000).problems

        assert problem.message == "the value is nested too deeply"


def test_every_refusal_of_bytes_that_are_not_utf_8_shows_the_line():
    [problem] = parse("a: 1\nname: Müller\n".encode("latin-1"), "a.yaml").problems

    assert (problem.rule.code, str(problem.position), problem.position.text) == ("Y001", "a.yaml:2:8", "name: Müller")


@given(st.binary(max_size=60))
def test_no_bytes_make_reading_raise(content: bytes):
    found = parse(content, "a.yaml")

    assert found.problems or isinstance(found.data, dict)


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#~<.1e \n\t\r\u2028é", max_size=40))
def test_no_text_makes_reading_or_locating_raise(text: str):
    found = document(text)

    assert all(problem.rule in RULES for problem in found.problems)
    assert found.locate(("a", 0, "b"), key=True).line >= 1
    assert all(1 <= problem.position.line <= len(text) + 1 for problem in found.problems)


# --- files ----------------------------------------------------------------------------------------------------------

def test_a_file_is_read_under_the_name_it_is_given(tmp_path: Path):
    (tmp_path / "x.yaml").write_text("a: 1\n", encoding="utf-8")

    assert read(tmp_path / "x.yaml", "data/x.yaml") == Document("data/x.yaml", "a: 1\n", {"a": 1})


@pytest.mark.parametrize(("size", "accepted"), [(LARGEST_FILE, True), (LARGEST_FILE + 1, False), (2 * LARGEST_FILE, False)])
def test_files_up_to_the_limit_are_read(tmp_path: Path, size: int, accepted: bool):  # noqa: FBT001 - a table's column
    (tmp_path / "x.yaml").write_bytes(b"a: 1\n#" + b"x" * (size - 6))

    assert [problem.rule.code for problem in read(tmp_path / "x.yaml", "x.yaml").problems] == ([] if accepted else ["Y006"])


def test_what_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def forbidden(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "link.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "secret.yaml").write_text("a: 1\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", forbidden)

    said = [read(tmp_path / f"{name}.yaml", name).problems[0] for name in ("folder", "link", "gone", "secret")]

    assert [problem.message for problem in said] == [
        "this is a folder, not a file", "the file is not there", "the file is not there",
        "the file cannot be read: Permission denied",
    ]
    assert {problem.rule.code for problem in said} == {"Y006"}


# --- positions ------------------------------------------------------------------------------------------------------

RECORD = """\
name: Ärger
links:
  code: https://a.example
tasks: [one, two]
stages:
  - how: fast
    parts: {a: 1, b: [x, y]}
  - how: "slow"
nothing:
"""


@pytest.mark.parametrize(("path", "value", "key"), [
    (("name",), (1, 7), (1, 1)), (("links",), (2, 1), (2, 1)), (("links", "code"), (3, 9), (3, 3)),
    (("tasks",), (4, 8), (4, 1)), (("tasks", 1), (4, 14), (4, 14)), (("stages", 0), (6, 5), (6, 5)),
    (("stages", 0, "parts", "b"), (7, 22), (7, 19)), (("stages", 0, "parts", "b", 1), (7, 26), (7, 26)),
    (("stages", 1, "how"), (8, 10), (8, 5)), (("nothing",), (9, 9), (9, 1)),
    ((), (1, 1), (1, 1)), (("gone",), (1, 1), (1, 1)), (("links", "gone"), (2, 1), (2, 1)), (("tasks", 7), (4, 8), (4, 1)),
    (("tasks", -1), (4, 8), (4, 1)), (("design", "tasks"), (4, 8), (4, 1)), (("name", "deeper", 3), (1, 7), (1, 1)),
])
def test_values_and_keys_are_located(path: tuple[int | str, ...], value: tuple[int, int], key: tuple[int, int]):
    found = document(RECORD)

    assert (found.locate(path).line, found.locate(path).column) == value
    assert (found.locate(path, key=True).line, found.locate(path, key=True).column) == key


def test_a_position_carries_the_file_and_the_line():
    place = document(RECORD).locate(("links", "code"))

    assert (str(place), place.text) == ("a.yaml:3:9", "  code: https://a.example")


def test_scalars_are_given_back_as_written():
    found = document("a: 010\nb: [1.50, 'x']\nc: {d: e}\n")

    assert [found.written(path) for path in (("a",), ("b", 0), ("b", 1), ("c",), ("c", "d"))] == ["010", "1.50", "x", "", "e"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_lines_end_where_yaml_says(end: str):
    found = document(f'a: "x{end}{end}  y"\nb: here\n')

    place = found.locate(("b",))
    assert (place.line, place.column, place.text) == (4, 4, "b: here")


class Dumper(yaml.SafeDumper):
    """Writes values by turns in every style, so that YAML 1.2 reads back what was meant."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _represent(dumper: Dumper, text: str) -> yaml.Node:
    plain = re.fullmatch(r"[A-Za-z\u00c0-\u024f][\w \u00c0-\u024f-]*", text) and not re.fullmatch(r"(?i)null|true|false", text)
    # PyYAML's writer folds rare line ends away in every style but this one
    style = '"' if re.search("[\r\x85\u2028\u2029]", text) else None if plain else "'\"|"[len(text) % 3]
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, _represent)

WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["on", "no", "12:30", "010", "1e-3", "2310.03740", "<<", "~", "a: b", "- a", "# a", "a\nb", "é", "🍞", "\u2028", "[", "&a"]),
).filter(lambda text: "\ufeff" not in text and not any("\ud800" <= char <= "\udfff" for char in text))
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**250), 10**250), st.floats(allow_nan=False, allow_infinity=False), WORDS,
)
NESTED = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=15)
RECORDS = st.dictionaries(WORDS, NESTED, min_size=1, max_size=5)
STYLES = st.fixed_dictionaries({
    "default_flow_style": st.sampled_from([True, False, None]), "allow_unicode": st.booleans(),
    "width": st.just(4000),  # PyYAML's writer breaks some quoted texts in the wrong place when it folds them
    "indent": st.sampled_from([2, 4]), "line_break": st.sampled_from(["\n", "\r\n"]),
})


def dumped(data: object, style: dict[str, object]) -> str:
    text: str = yaml.dump(data, Dumper=Dumper, sort_keys=False, **style)
    return text


def same(one: object, other: object) -> bool:
    """Equality that keeps 1, 1.0 and True apart."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


def paths(data: object, path: tuple[int | str, ...] = ()) -> list[tuple[tuple[int | str, ...], object]]:
    """Every value below the top with its path."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for step, value in steps for found in [((*path, step), value), *paths(value, (*path, step))]]


@given(RECORDS, STYLES)
def test_what_is_written_is_read(data: dict[str, object], style: dict[str, object]):
    found = document(dumped(data, style))

    assert found.problems == ()
    assert same(found.data, data)


@given(RECORDS, STYLES)
def test_every_position_points_at_the_text_of_its_value(data: dict[str, object], style: dict[str, object]):
    """PyYAML's own parser, written in Python, judges what stands at the line and column that libyaml's marks give."""
    text = dumped(data, style)
    found = document(text)
    assume(found.text)
    starting: dict[tuple[int, int], list[yaml.Node]] = {}
    todo: list[yaml.Node] = [yaml.compose(text, Loader=yaml.SafeLoader)]
    while todo:
        node = todo.pop()
        starting.setdefault((node.start_mark.line + 1, node.start_mark.column + 1), []).append(node)
        if isinstance(node, yaml.MappingNode):
            todo.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            todo.extend(node.value)

    for path, value in paths(data):
        place = found.locate(path)
        there = starting[place.line, place.column]
        if isinstance(value, list | dict):
            assert any(isinstance(node, yaml.CollectionNode) or node.value == path[-1] for node in there)
        else:
            assert any(isinstance(node, yaml.ScalarNode) and same(_meaning(node), value) for node in there)
        if isinstance(path[-1], str):
            key = found.locate(path, key=True)
            assert any(node.value == path[-1] for node in starting[key.line, key.column])


def _meaning(node: yaml.ScalarNode) -> object:
    if node.style:
        return node.value
    value = document(f"value: {node.value}\n").data["value"]
    assert not (isinstance(value, float) and math.isnan(value))
    return value
