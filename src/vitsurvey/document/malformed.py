"""What libyaml says about a text it cannot read, put into words that help who wrote it."""

import re

import yaml

from vitsurvey.document.lines import position, position_at
from vitsurvey.document.rules import ENCODING, PLAIN, SHAPE, SYNTAX, TAB
from vitsurvey.problems import Problem

_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_UNCLOSED = {
    "while parsing a flow sequence": "the bracket [ that begins here is not closed, or a comma is missing inside it",
    "while parsing a flow mapping": "the brace { that begins here is not closed, or a comma is missing inside it",
    "while scanning a quoted scalar": "the quotes that begin here are not closed",
}
"""What libyaml was doing when it ran into something else, often lines further down: the beginning is the place to mend."""
_MEANS = {
    "mapping values are not allowed": "put quotes around text that holds a colon, a space after the colon of a key",
    "cannot start any token": "put quotes around text that begins with @, ` or %",
    "unknown escape character": "in double quotes a backslash is written twice; single quotes take it as it is",
    "did not find expected node content": "put quotes around text that begins with a bracket, a brace or a comma",
}
"""What libyaml says, and what mends it."""


def explain(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Return what is wrong with a text that libyaml refuses, at the place where it is mended."""
    what = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "the text is not YAML")
    context = str(getattr(error, "context", None))
    mark = getattr(error, "problem_mark", None)
    place = position(file, text, mark.line, mark.column) if mark else position(file, text, 0, 0)
    if conflict := _CONFLICT.search(text):
        return Problem(SYNTAX, position_at(file, text, conflict.start()), "a merge conflict was left in the file", "keep one of the two sides and remove the lines of < = and >")
    if "single document" in str(error):
        return Problem(SHAPE, place, "the file holds more than one document", "one record a file: move the rest and remove the ---")
    if "special characters" in what or "control characters" in what:
        return Problem(ENCODING, position_at(file, text, _first_control(text)), "the text holds a control character", ENCODING.how)
    if "\t" in place.text[: place.column]:
        return Problem(TAB, place, "a tab stands where YAML wants spaces", TAB.how)
    if "alias" in f"{context} {what}" or "anchor" in context:
        return Problem(PLAIN, place, "aliases and anchors (* and &) are not used here", "put quotes around text that begins with * or &")
    if context in _UNCLOSED and (start := getattr(error, "context_mark", None)):
        return Problem(SYNTAX, position(file, text, start.line, start.column), _UNCLOSED[context], f"the text could not be read beyond line {place.line}")
    hint = next((hint for said, hint in _MEANS.items() if said in what), SYNTAX.how)
    return Problem(SYNTAX, place, f"not well-formed YAML: {what}", hint)


def _first_control(text: str) -> int:
    return next((i for i, char in enumerate(text) if not char.isprintable() and char not in "\n\r\t"), 0)
