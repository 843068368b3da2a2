"""Reference pages made from the code itself: the rules, the keys of every kind of record, the commands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from vitsurvey.checks import RULES
from vitsurvey.schema import FILES, KINDS, base
from vitsurvey.schema.method import ModelRef
from vitsurvey.site.page import Heading, Page
from vitsurvey.site.rendering import Render


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the command line: its name and its help text."""

    name: str
    help: str


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record: whether it is required, what its values are, and what it means."""

    name: str
    required: bool
    values: str
    about: str


@dataclass(frozen=True, slots=True)
class ShapeKeys:
    """The keys of one shape."""

    id: str
    title: str
    about: str
    keys: tuple[Key, ...]


def reference_pages(render: Render, commands: Iterable[Command]) -> Iterator[Page]:
    """The manual of the rules, the schema reference and the command reference."""
    rules = list(RULES.values())
    path = "contribute/rules/"
    headings = tuple(Heading(rule.code, f"{rule.code} {rule.name}") for rule in rules)
    yield Page(path, "Rules", "What validate checks, why, and how a file is mended.", render("rules.html.j2", path, rules=rules), headings, search="rules validate problems codes")
    shapes = shape_keys()
    path = "contribute/schema/"
    headings = tuple(Heading(shape.id, shape.title) for shape in shapes)
    yield Page(path, "Schema", "The keys of every kind of record.", render("schema.html.j2", path, shapes=shapes), headings, search="schema keys records yaml")
    found = list(commands)
    path = "contribute/commands/"
    headings = tuple(Heading(command.name, command.name) for command in found)
    yield Page(path, "Commands", "What the command line does.", render("commands.html.j2", path, commands=found), headings, search="commands command line")


def shape_keys() -> list[ShapeKeys]:
    """Every record kind and every shape nested in one, each once, in reading order."""
    found: dict[type[BaseModel], ShapeKeys] = {}
    roots = {**{f"data/{stem}.yaml": shape for stem, shape in FILES.items()}, **{f"data/{kind}/<id>.yaml": shape for kind, shape in KINDS.items()}}
    titles: dict[type[BaseModel], str] = {shape: place for place, shape in roots.items()}

    def visit(shape: type[BaseModel]) -> None:
        if shape in found:
            return
        hints = get_type_hints(shape, include_extras=True)  # a field's own annotation has lost what it is called
        inner = [base.shape_in(hints[name]) for name in shape.model_fields]
        found[shape] = ShapeKeys(
            shape.__name__.lower(), titles.get(shape, shape.__name__), (shape.__doc__ or "").strip().splitlines()[0],
            tuple(_key(name, field, hints[name]) for name, field in shape.model_fields.items() if name != "id" or shape not in titles),
        )
        for nested in inner:
            if nested is not None:
                visit(nested)

    for shape in roots.values():
        visit(shape)
    return list(found.values())


def _key(name: str, field: FieldInfo, annotation: Any) -> Key:  # noqa: ANN401 - annotations have no common type
    return Key(name, field.is_required(), _values(annotation), field.description or "")


def _values(annotation: Any) -> str:  # noqa: ANN401 - annotations have no common type
    """What a key takes, in the words of the file format."""
    for known, words in _WORDS:
        if annotation == known:
            return words
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"a mapping ({annotation.__name__.lower()})"
    parts = [part for part in get_args(annotation) if part not in (type(None), tuple[()])]
    origin = getattr(annotation, "__origin__", None)
    if origin is tuple:
        inner = [part for part in parts if part is not Ellipsis]
        return f"a list: {_values(inner[0])}" if Ellipsis in parts else "a list of " + " and ".join(_values(p) for p in inner)
    if origin is dict:
        return f"a mapping: {_values(parts[0])} to {_values(parts[1])}"
    if parts and all(isinstance(part, str) for part in parts):
        return ", ".join(parts)
    if hasattr(annotation, "__metadata__"):
        return _values(parts[0])
    return " or ".join(dict.fromkeys(_values(part) for part in parts if not isinstance(part, str) or part)) if parts else "text"


_OR_A_WORD = "not-reported or not-applicable"
_WORDS: tuple[tuple[Any, str], ...] = (
    (str, "text"), (int, "a whole number"), (float, "a number"), (bool, "true or false"),
    (base.Line, "text"), (base.Number, "a number"), (base.Url, "a web address"), (base.Slug, "an id"), (ModelRef, "method or method/variant"),
    (base.PartialDate, "YYYY, YYYY-MM or YYYY-MM-DD"), (base.FullDate, "YYYY-MM-DD"),
    (base.Parameters, f"a size such as 7B or 304M, {_OR_A_WORD}"), (base.Count, f"a whole number, {_OR_A_WORD}"),
    (base.Placement, f"a list: an id; or {_OR_A_WORD}"),
)
"""What the types of the schema are called in the file format."""
