"""What pydantic says about one record, put into the words of its file."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vitsurvey.document import Document
from vitsurvey.problems import Problem, Rule, nearest, suggest
from vitsurvey.reader.rules import BOUNDS, CHOICE, FORM, MISSING_KEY, QUOTES, TYPE, UNKNOWN_KEY
from vitsurvey.schema import Record
from vitsurvey.schema.base import SLUG, shape_in
from vitsurvey.schema.method import ModelRef
from vitsurvey.schema.paper import CITATION_KEY

SLUG_IN_WORDS = "lower-case words joined by hyphens, such as alpha-1.5"
_FORMS = {
    SLUG: SLUG_IN_WORDS,
    CITATION_KEY: "a citation key such as doe2023first",
    get_args(ModelRef)[1].metadata[0].pattern: "method/variant, or a method alone, both in the form of ids",
}
_LINE = "one line of text without space around it"
_ADDRESS = "a web address that begins with https://"
_TYPES = {
    "string_type": "text", "int_type": "a whole number", "int_parsing": "a whole number", "int_from_float": "a whole number",
    "float_type": "a number", "float_parsing": "a number", "finite_number": "a finite number", "bool_type": "true or false",
    "bool_parsing": "true or false", "tuple_type": "a list", "dict_type": "a mapping", "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
_HINTS = {
    "a list": "begin each entry with a hyphen, or write the entries in brackets: [one, two]",
    "a mapping": "write it as `key: value` lines",
    "text": "write one line of text",
    "true or false": "write one of the two, without quotes",
    "date_form": "as precise as the source is, such as 2023, 2023-04 or 2023-04-17; the day has to exist",
    "full_date": "the day it was read, such as 2023-04-17",
    "size_form": "a number and K, M, B or T, such as 304M; or not-reported, or not-applicable",
}
_TAGS = frozenset({"ids", "word", "count", "size", "[key]"})
"""Steps of an error's location that name an alternative, not a key."""
_LONGEST = 60


def explain(error: ValidationError, document: Document, shape: type[Record]) -> Iterator[Problem]:
    """Yield a problem for each error of one record. A key that is missing because it is misspelt is one problem, not two."""
    details = error.errors(include_url=False)
    meant = {(*detail["loc"][:-1], _meant(detail, shape)) for detail in details if detail["type"] == "extra_forbidden"}
    for detail in details:
        loc: Sequence[int | str] = detail["loc"]
        if detail["type"] == "missing" and tuple(loc) in meant:
            continue
        if detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]:
            continue  # pydantic counts only entries that are right; the wrong ones are errors of their own
        rule, message, hint = _words(detail, document, shape)
        on_key = rule is UNKNOWN_KEY or loc[-1:] == ("[key]",) or detail["input"] is None
        place = document.locate(loc[:-1], key=True) if rule is MISSING_KEY else document.locate(loc, key=on_key)
        yield Problem(rule, place, message, hint)


def _words(detail: ErrorDetails, document: Document, shape: type[Record]) -> tuple[Rule, str, str]:
    kind, value, context, loc = detail["type"], detail["input"], detail.get("ctx", {}), detail["loc"]
    key, subject = _key(loc), _subject(loc)
    if kind == "extra_forbidden":
        known = _fields(shape, loc[:-1])
        return UNKNOWN_KEY, f"unknown key '{key}'", suggest(key, known) or f"known keys here: {', '.join(sorted(known))}"
    if kind == "missing" and isinstance(loc[-1], str):
        return MISSING_KEY, f"the key '{key}' is missing", f"add `{key}: …` here"
    if kind == "literal_error":
        choices = str(context.get("expected", "")).replace("'", "")
        hint = suggest(str(value), choices.replace(" or ", ", ").split(", "))
        if loc[-1] == "word":
            hint = hint or f"write ids as a list: {key}: [{value}]"
        return CHOICE, f"{subject} is {_shown(value)}, not one of: {choices}", hint
    if kind == "string_pattern_mismatch":
        return FORM, f"{subject} is {_shown(value)}", f"wanted: {_form(str(context.get('pattern')))}"
    if kind in ("date_form", "size_form"):
        hint = _HINTS["full_date"] if "full" in detail["msg"] else _HINTS[kind]
        return FORM, f"{subject} {detail['msg']}: {_shown(value)}", hint
    if kind in _TYPES:
        return _wrong_type(detail, document)
    return _out_of_bounds(detail)


def _out_of_bounds(detail: ErrorDetails) -> tuple[Rule, str, str]:
    kind, value, context, subject = detail["type"], detail["input"], detail.get("ctx", {}), _subject(detail["loc"])
    match kind:
        case "missing":
            return BOUNDS, f"'{_key(detail['loc'])}' has too few entries", "write all of them in brackets"
        case "too_short" | "too_long":
            bound, hint = ("at least", "add what is missing") if kind == "too_short" else ("at most", "remove what is too much")
            number = context["min_length"] if kind == "too_short" else context["max_length"]
            return BOUNDS, f"{subject} has {context['actual_length']} entries, wanted: {bound} {number}", hint
        case "greater_than_equal" | "less_than_equal":
            bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
            return BOUNDS, f"{subject} is {_shown(value)}, wanted: {bound}", "compare with the source"
        case "string_too_short":
            return BOUNDS, f"{subject} is an empty text", "write one, or remove the key"
    return FORM, f"{subject}: {detail['msg']}", FORM.how


def _wrong_type(detail: ErrorDetails, document: Document) -> tuple[Rule, str, str]:
    wanted, value, loc = _TYPES[detail["type"]], detail["input"], detail["loc"]
    key, subject = _key(loc), _subject(loc)
    if value is None:
        return TYPE, f"{subject} has no value", "write one, or remove the key"
    before = "" if isinstance(loc[-1], int) else f"{key}: "
    quoted = f'put quotes around it: {before}"{document.written(loc)}"'
    if wanted == "text" and isinstance(value, int | float) and not isinstance(value, bool):
        return QUOTES, f"{subject} is read as the number {value}", quoted
    hint = _HINTS.get(wanted) or f"write the number alone, without quotes and unit{'; or not-reported' if 'count' in loc else ''}"
    if wanted == "text" and isinstance(value, bool):
        hint = quoted
    elif wanted == "a list" and isinstance(value, str):
        hint = f"write it as a list: {before}[{value}]"
    return TYPE, f"{subject} is {_shown(value)}, wanted: {wanted}", hint


def _meant(detail: ErrorDetails, shape: type[Record]) -> str | None:
    return nearest(str(detail["loc"][-1]), _fields(shape, detail["loc"][:-1]))


def _key(loc: Sequence[int | str]) -> str:
    """The innermost key of an error's location; list positions and the tags of alternatives are not keys."""
    return next((str(step) for step in reversed(loc) if isinstance(step, str) and step not in _TAGS), "file")


def _subject(loc: Sequence[int | str]) -> str:
    steps = [step for step in loc if step not in _TAGS]
    if loc and loc[-1] == "[key]":
        return "the key"
    return f"an entry of '{_key(loc)}'" if steps and isinstance(steps[-1], int) else f"'{_key(loc)}'"


def _shown(value: object) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return str(value).lower()
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            text = repr(value)
            return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _form(pattern: str) -> str:
    return _FORMS.get(pattern) or (_ADDRESS if pattern.startswith("^http") else _LINE)


def _fields(shape: type[BaseModel], loc: Iterable[int | str]) -> set[str]:
    """The keys that a record has at a location inside it."""
    for step in loc:
        field = shape.model_fields.get(step) if isinstance(step, str) else None
        inner = shape_in(field.annotation) if field else None
        shape = inner or shape
    return set(shape.model_fields) - {"id"} if issubclass(shape, Record) else set(shape.model_fields)
