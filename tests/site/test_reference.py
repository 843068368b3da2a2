"""The reference pages are made from the code, so nothing that the code knows is missing from them."""

import pytest
from pydantic import BaseModel

from markup import read
from vitsurvey.checks import RULES
from vitsurvey.cli.commands import COMMANDS
from vitsurvey.schema import FILES, KINDS, base
from vitsurvey.site.reference import shape_keys


def shapes() -> set[type[BaseModel]]:
    """Every record kind and every shape nested in one, found by walking subclasses instead of fields."""
    def below(shape):
        yield shape
        for child in shape.__subclasses__():
            yield from below(child)
    abstract = {base.Shape, base.Record, base.Named}
    return {shape for shape in below(base.Shape) if shape not in abstract and shape.__module__.startswith("vitsurvey.schema")}


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_its_manual(code, mini_pages):
    page, rule = mini_pages["contribute/rules/"], RULES[code]

    text = read(page.body).text
    for part in (rule.name, rule.what, rule.why, rule.how):
        assert " ".join(part.replace("`", "").split()) in text
    assert code in read(page.body).ids
    assert (code, f"{code} {rule.name}") in {(heading.id, heading.title) for heading in page.headings}


def test_examples_of_rules_are_printed_letter_for_letter(mini_pages):
    body = mini_pages["contribute/rules/"].body

    words = "".join(read(body).words)
    for rule in RULES.values():
        assert rule.bad in words
        assert rule.good in words


def test_every_shape_and_every_key_is_in_the_schema(mini_pages):
    page = mini_pages["contribute/schema/"]
    sections = {part.partition('"')[0]: part for part in page.body.split('<h2 id="')[1:]}

    assert set(sections) == {shape.__name__.lower() for shape in shapes()}
    for shape in shapes():
        for key in shape.model_fields:
            if not (key == "id" and shape in {*KINDS.values(), *FILES.values()}):  # a record's id is its file's name
                assert f"<code>{key}</code>" in sections[shape.__name__.lower()], f"{shape.__name__}.{key}"


def test_what_a_key_takes_is_said_in_the_words_of_the_file_format():
    keys = {(shape.id, key.name): key for shape in shape_keys() for key in shape.keys}

    assert {name: keys[name].values for name in [
        ("method", "released"), ("method", "training"), ("evidence", "url"), ("evidence", "read"), ("stage", "samples"), ("score", "value"),
        ("score", "model"), ("score", "setting"), ("backbone", "parameters"), ("dataset", "counts"), ("paper", "year"), ("facet", "component"), ("links", "code"),
    ]} == {
        ("method", "released"): "YYYY, YYYY-MM or YYYY-MM-DD", ("method", "training"): "a list: a mapping (stage)",
        ("evidence", "url"): "a web address", ("evidence", "read"): "YYYY-MM-DD", ("stage", "samples"): "a whole number, not-reported or not-applicable",
        ("score", "value"): "a number", ("score", "model"): "method or method/variant",
        ("score", "setting"): "zero-shot, few-shot, trained, fine-tuned, not-reported",
        ("backbone", "parameters"): "a size such as 7B or 304M, not-reported or not-applicable",
        ("dataset", "counts"): "a mapping: an id to a whole number", ("paper", "year"): "a whole number",
        ("facet", "component"): "true or false", ("links", "code"): "a web address",
    }
    assert [name for name, key in keys.items() if not key.values.strip() or key.values.endswith(" ") or "None" in key.values] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(name, mini_pages):
    page = mini_pages["contribute/commands/"]

    assert name in [heading.id for heading in page.headings]
    assert f"Usage: vitsurvey {name}" in read(page.body).text
    section = page.body.partition(f'<h2 id="{name}">')[2].partition("</section>")[0]
    assert "Example:" in section
