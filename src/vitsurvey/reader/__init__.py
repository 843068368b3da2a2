"""Files into records: each file of data/ is read, shaped, and what does not fit becomes a problem at its line."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from vitsurvey.document import Data, Document, read
from vitsurvey.problems import Position, Problem, suggest
from vitsurvey.project import Project
from vitsurvey.reader.rules import PLACE, RULES, TYPE, UNKNOWN_KEY
from vitsurvey.reader.wording import SLUG_IN_WORDS, explain
from vitsurvey.schema import FILES, KINDS, Record
from vitsurvey.schema.base import SLUG

__all__ = ["RULES", "Entry", "collector_paused", "read_all"]

_HOLDERS = (dict, list)
_ID_IN_FILE = "the id is the file's name: remove this line, or rename the file"


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
    with collector_paused():
        for stem, shape in FILES.items():
            entries.append(_entry(project, project.data / f"{stem}.yaml", stem, shape))
        for kind, shape in KINDS.items():
            folder = project.data / kind
            paths = sorted(folder.glob("[!.]*.yaml")) if folder.is_dir() else []  # editors leave hidden files
            entries.extend(_entry(project, path, kind, shape) for path in paths)
    for entry in entries:
        problems.extend(entry.problems)
    return entries, problems


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the cyclic garbage collector: nothing of a survey is garbage yet, and it is a quarter of a large load."""
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
                yield Problem(PLACE, Position(project.name(path)), f"'{path.name}' is never read", hint)


def _entry(project: Project, path: Path, kind: str, shape: type[Record]) -> Entry:
    document = read(path, project.name(path))
    if document.problems:
        return Entry(kind, path.stem, document, None, document.problems)
    problems = [*_name_problems(path.stem, kind, document), *_empty(document, document.data)]
    if "id" in document.data:
        problems.append(Problem(UNKNOWN_KEY, document.locate(("id",), key=True), "unknown key 'id'", _ID_IN_FILE))
    record = None
    try:
        record = shape.model_validate({**document.data, "id": path.stem})
    except ValidationError as error:
        problems.extend(explain(error, document, shape))
    return Entry(kind, path.stem, document.without_data(), record, tuple(dict.fromkeys(problems)))


def _name_problems(stem: str, kind: str, document: Document) -> Iterator[Problem]:
    """Check the form of a file name. Papers' keys are compared with their content elsewhere."""
    if kind != "papers" and not re.fullmatch(SLUG, stem):
        yield Problem(PLACE, document.position(0, 0), f"'{stem}' is not an id", f"ids are {SLUG_IN_WORDS}: rename the file")


def _empty(document: Document, data: Data, path: tuple[int | str, ...] = ()) -> Iterator[Problem]:
    """Find keys without a value; inside a list a null can be one, the open end of a range."""
    if isinstance(data, dict):
        for key, value in data.items():
            if value is None:
                yield Problem(TYPE, document.locate((*path, key), key=True), f"'{key}' has no value", "write one, or remove the key")
            elif isinstance(value, _HOLDERS):
                yield from _empty(document, value, (*path, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            if isinstance(value, _HOLDERS):
                yield from _empty(document, value, (*path, i))
