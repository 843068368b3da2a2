"""Files into records: each file of data/ is read, shaped, and what does not fit becomes a problem at its line."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vitsurvey.document import Document, read
from vitsurvey.problems import Position, Problem, Rule, suggest
from vitsurvey.project import Project
from vitsurvey.schema import FILES, KINDS, Record
from vitsurvey.schema.base import SLUG
from vitsurvey.schema.method import ModelRef
from vitsurvey.schema.paper import CITATION_KEY

UNKNOWN_KEY = Rule(
    "S101", "keys are known",
    what="Every key of a record is one that its kind has.",
    why="A misspelt key would otherwise be dropped in silence, and its value with it.",
    how="Take the suggested key, or look the record's keys up in the schema reference.",
    bad="yeer: 2023", good="year: 2023",
)
MISSING_KEY = Rule(
    "S102", "required keys are there",
    what="The keys without which a record says nothing are present.",
    why="Pages, tables and citations are built from them.",
    how="Add the key. If the source does not say, leave the whole record out until one does.",
    bad="authors: […]   # and no title", good='title: "Visual Instruction Tuning"\nauthors: […]',
)
TYPE = Rule(
    "S103", "values have their type",
    what="A value is of the type its key wants: text, a number, a list or a mapping.",
    why="A list read as text, or text read as a list, shows wrongly everywhere.",
    how="Write a list as lines that begin with a hyphen, a mapping as `key: value` lines; an empty value is left out together with its key.",
    bad="tasks: captioning", good="tasks: [captioning]",
)
QUOTES = Rule(
    "S104", "text that looks like a number is quoted",
    what="Text made of digits (an arXiv id, a version, a volume) stands in quotes.",
    why="YAML reads 2310.03740 as a number and drops its last zero.",
    how="Put quotes around the value.",
    bad="arxiv: 2310.03740", good='arxiv: "2310.03740"',
)
CHOICE = Rule(
    "S105", "words are from the list",
    what="Where a key allows a few words only, the value is one of them.",
    why="Two spellings of one thing are counted as two things.",
    how="Take one of the words that the message lists.",
    bad="setting: zeroshot", good="setting: zero-shot",
)
FORM = Rule(
    "S106", "values have their form",
    what="Ids, dates, addresses, sizes and lines of text have the form their key asks for.",
    why="They are put into addresses, sorted and compared.",
    how="The message says which form is wanted.",
    bad="released: April 2023", good="released: 2023-04",
)
BOUNDS = Rule(
    "S107", "values are within bounds",
    what="Lists that need an entry have one, and numbers are within sensible bounds.",
    why="An empty list of authors or a negative count is a slip of the pen.",
    how="The message says which bound was passed.",
    bad="authors: []", good="authors:\n  - {family: Liu, given: Haotian}",
)
PLACE = Rule(
    "S108", "files lie where their kind lies",
    what="data/ holds survey.yaml, taxonomy.yaml and one folder for each kind, with files named <id>.yaml.",
    why="A file's name is its record's id, and its folder is its kind; anything else is never read.",
    how="Move or rename the file; ids are lower-case words joined by hyphens, a paper's id is its citation key.",
    bad="data/methods/LLaVA 1.5.yml", good="data/methods/llava-1.5.yaml",
)
RULES = (UNKNOWN_KEY, MISSING_KEY, TYPE, QUOTES, CHOICE, FORM, BOUNDS, PLACE)

_ID_IN_FILE = "the id is the file's name: remove this line, or rename the file"
_FORMS = {
    SLUG: "lower-case words joined by hyphens, such as llava-1.5",
    CITATION_KEY: "a citation key such as liu2023visual",
}
_LINE = "one line of text without space around it"
_ADDRESS = "a web address that begins with https://"
_MODEL = "method/variant, or a method alone"
_TYPES = {
    "string_type": "text", "int_type": "a whole number", "int_parsing": "a whole number", "int_from_float": "a whole number",
    "float_type": "a number", "float_parsing": "a number", "tuple_type": "a list", "dict_type": "a mapping",
    "model_type": "a mapping", "bool_type": "true or false", "bool_parsing": "true or false",
    "model_attributes_type": "a mapping", "finite_number": "a finite number",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its kind and id, its text, and its record when the text has the right shape."""

    kind: str
    id: str
    document: Document
    record: Record | None
    problems: tuple[Problem, ...] = ()


def read_all(project: Project) -> tuple[list[Entry], list[Problem]]:
    """Read every file of data/. Returns an entry for each, and the problems of the folder and of the files."""
    entries: list[Entry] = []
    problems: list[Problem] = list(_strays(project))
    with _without_collector():
        for stem, shape in FILES.items():
            entries.append(_entry(project, project.data / f"{stem}.yaml", stem, shape))
        for kind, shape in KINDS.items():
            folder = project.data / kind
            paths = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
            entries.extend(_entry(project, path, kind, shape) for path in paths)
    for entry in entries:
        problems.extend(entry.problems)
    return entries, problems


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the cyclic garbage collector: nothing here is garbage yet, and it is a quarter of a large load."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _strays(project: Project) -> Iterator[Problem]:
    """Find files that would never be read."""
    known = {f"{stem}.yaml" for stem in FILES}
    for path in sorted(project.data.iterdir()):
        name = project.name(path)
        if path.name.startswith(".") or path.name in known or (path.is_dir() and path.name in KINDS):
            continue
        hint = suggest(path.stem, (*KINDS, *FILES)) or f"data/ holds {', '.join((*sorted(known), *KINDS))}"
        yield Problem(PLACE, Position(name), f"'{path.name}' has no place in data/", hint)
    for kind in KINDS:
        folder = project.data / kind
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix != ".yaml" and not path.name.startswith("."):
                hint = f"rename it to {path.stem}.yaml" if path.suffix == ".yml" else f"{kind}/ holds only <id>.yaml files"
                yield Problem(PLACE, Position(project.name(path)), "this file is never read", hint)


def _entry(project: Project, path: Path, kind: str, shape: type[Record]) -> Entry:
    document = read(path, project.name(path))
    if document.problems:
        return Entry(kind, path.stem, document, None, document.problems)
    try:
        record = shape.model_validate({**document.data, "id": path.stem})
    except ValidationError as error:
        return Entry(kind, path.stem, document, None, tuple(_problems(error, document, shape)))
    problems = tuple(_name_problems(path.stem, kind, document))
    if "id" in document.data:
        place = document.locate(("id",), key=True)
        problems = (*problems, Problem(UNKNOWN_KEY, place, "unknown key 'id'", _ID_IN_FILE))
    return Entry(kind, path.stem, document, record, problems)


def _name_problems(stem: str, kind: str, document: Document) -> Iterator[Problem]:
    """Check the form of a file name. Papers' keys are compared with their content elsewhere."""
    wanted = _FORMS[SLUG] if kind != "papers" else _FORMS[CITATION_KEY]
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    if kind == "papers" and not (stem.isascii() and stem.isalnum() and stem == stem.lower()):
        yield Problem(PLACE, document.position(0, 0), f"'{stem}' is not a citation key", f"name the file by {wanted}")
    elif not set(stem) <= allowed or stem[0] in "-." or stem[-1] in "-.":
        yield Problem(PLACE, document.position(0, 0), f"'{stem}' is not an id", f"ids are {wanted}")


def _problems(error: ValidationError, document: Document, shape: type[Record]) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        loc: Sequence[int | str] = detail["loc"]
        rule, message, hint = _explain(detail, shape)
        if rule is MISSING_KEY:
            place = document.locate(loc[:-1], key=True)
        else:
            place = document.locate(loc, key=rule is UNKNOWN_KEY)
        yield Problem(rule, place, message, hint)


def _explain(detail: ErrorDetails, shape: type[Record]) -> tuple[Rule, str, str]:
    """Put one pydantic error into the words of the file: rule, message, hint."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    key = _key(detail["loc"])
    if kind == "extra_forbidden":
        known = _fields(shape, detail["loc"][:-1])
        return UNKNOWN_KEY, f"unknown key '{key}'", suggest(key, known) or f"known keys here: {', '.join(sorted(known))}"
    if kind == "missing":
        return MISSING_KEY, f"the key '{key}' is missing", f"add a line `{key}: …` here"
    if kind == "literal_error":
        choices = str(context.get("expected", "")).replace("'", "")
        near = suggest(str(value), choices.replace(" or ", ", ").split(", "))
        return CHOICE, f"'{key}' is {value!r}, not one of: {choices}", near
    if kind == "string_pattern_mismatch":
        return FORM, f"'{key}' is {value!r}", f"wanted: {_form(str(context.get('pattern')))}"
    if kind in ("date_form", "size_form"):
        return FORM, f"'{key}' {detail['msg']}: {value!r}", "write it as the source does, in that form"
    if kind in _TYPES:
        if value is None:
            return TYPE, f"'{key}' has no value", "write one, or remove the key"
        if kind == "string_type" and isinstance(value, int | float) and not isinstance(value, bool):
            return QUOTES, f"'{key}' is read as the number {value}", f'put quotes around it: {_key_text(key)}"…"'
        return TYPE, f"'{key}' is {_shown(value)}, wanted: {_TYPES[kind]}", TYPE.how
    if kind in ("too_short", "greater_than_equal", "less_than_equal", "string_too_short"):
        return BOUNDS, f"'{key}': {detail['msg'][0].lower()}{detail['msg'][1:]}", BOUNDS.how
    return FORM, f"'{key}': {detail['msg']}", FORM.how


def _key(loc: Sequence[int | str]) -> str:
    """The innermost key of an error's location; list positions and the tags of alternatives are not keys."""
    tags = {"ids", "word", "count", "size", "[key]"}
    return next((str(step) for step in reversed(loc) if isinstance(step, str) and step not in tags), "file")


def _key_text(key: str) -> str:
    return f"{key}: " if key != "file" else ""


def _shown(value: object) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case _:
            return repr(value)


def _form(pattern: str) -> str:
    if pattern in _FORMS:
        return _FORMS[pattern]
    if pattern == get_args(ModelRef)[1].metadata[0].pattern:
        return _MODEL
    return _ADDRESS if pattern.startswith("^http") else _LINE


def _fields(shape: type[BaseModel], loc: Iterable[int | str]) -> set[str]:
    """The keys that a record has at a location inside it."""
    for step in loc:
        field = shape.model_fields.get(step) if isinstance(step, str) else None
        inner = _model_in(field.annotation) if field else None
        shape = inner or shape
    return set(shape.model_fields) - {"id"} if issubclass(shape, Record) else set(shape.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - annotations have no common type
    """The model that a field's annotation holds, alone or inside tuples, mappings and alternatives."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
