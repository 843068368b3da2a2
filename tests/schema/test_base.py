"""What every record shares: the forms of ids, lines, addresses, dates, sizes, and words for what is missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from vitsurvey.schema import Dataset, Evidence, Method, billions, plain
from vitsurvey.schema.base import (
    Count,
    FullDate,
    Licences,
    Line,
    Links,
    Number,
    Parameters,
    PartialDate,
    Placement,
    Slug,
    Url,
)


def accepts(form: object, value: object) -> bool:
    try:
        return TypeAdapter(form).validate_python(value) is not None
    except ValidationError:
        return False


@pytest.mark.parametrize(("form", "good", "bad"), [
    (Slug, ["a", "a-b", "llava-1.5", "7b", "a.b-c"], ["", "A", "a b", "a_b", "-a", "a-", "a--b", "a.-b", "é", "a\n", "a/b"]),
    (Line, ["a", "a b", "é", "*", "a\tb"], ["", " ", " a", "a ", "a\nb", "a\n", "\ta"]),
    (Url, ["https://a.example", "http://a/b?c=d#e"], ["", "a.example", "ftp://a.example", "https://", "https:///a", "https://a b", " https://a"]),
    (PartialDate, ["2023", "2023-04", "2023-04-17", "2024-02-29"], ["", "23", "2023-4", "2023-13", "2023-00", "2023-02-29", "April 2023", "2023-04-17T00:00", "0000"]),
    (FullDate, ["2023-04-17"], ["2023", "2023-04", "2023-02-30"]),
    (Parameters, ["7B", "1.8B", "304M", "10K", "1T", "not-reported", "not-applicable"], ["", "7", "7b", "7 B", "B", ".5B", "7.B", "not-known", 7]),
    (Count, [0, 1200, "not-reported", "not-applicable"], [-1, 1.5, 1200.0, "1200", True, "many", [1]]),
    (Number, [0, -1.5, 62, 62.0], ["62", True, float("nan"), float("inf"), None]),
    (Placement, [["a"], ["a", "b-c"], "not-reported", "not-applicable"], [[], "a", ["A"], [1], {"a": "b"}, 7, None]),
])
def test_forms(form: object, good: list[object], bad: list[object]):
    assert [value for value in good if not accepts(form, value)] == []
    assert [value for value in bad if accepts(form, value)] == []


def test_numbers_are_kept_as_they_were_written():
    kept = TypeAdapter(tuple[Number, ...]).validate_python([62, 62.0])

    assert [type(value) for value in kept] == [int, float]


@given(st.dates())
def test_every_day_is_a_date_in_each_precision(day: date):
    for text in (f"{day.year:04}", f"{day.year:04}-{day.month:02}", day.isoformat()):
        assert accepts(PartialDate, text)


@pytest.mark.parametrize(("stated", "number"), [
    ("7B", 7), ("1.8B", 1.8), ("304M", 0.304), ("500K", 0.0005), ("1.5T", 1500), ("not-reported", None), ("", None),
])
def test_stated_parameters_in_billions(stated: str, number: float | None):
    assert billions(stated) == (None if number is None else pytest.approx(number))


@pytest.mark.parametrize(("value", "tells"), [("about 5", "int_type"), (True, "int_type"), (-5, "greater_than_equal")])
def test_an_error_speaks_of_the_number_or_of_the_word_but_not_of_both(value: object, tells: str):
    with pytest.raises(ValidationError) as caught:
        Dataset.model_validate({"id": "a", "name": "A", "samples": value})

    assert [error["type"] for error in caught.value.errors()] == [tells]


def test_links_that_are_there_come_in_a_fixed_order():
    links = Links(demo="https://a.example/demo", code="https://a.example/code")

    assert list(links.present().items()) == [("code", "https://a.example/code"), ("demo", "https://a.example/demo")]
    assert Links().present() == {}


def test_records_are_frozen_and_know_their_keys():
    terms = Licences(code="MIT")

    with pytest.raises(ValidationError, match="frozen"):
        terms.code = "Apache-2.0"
    with pytest.raises(ValidationError, match="extra"):
        Licences(model="MIT")


def test_a_record_is_called_by_its_name(survey):
    assert survey.methods["hearthling"].title_text == "Hearthling"
    assert survey.papers["lecka2021listening"].title_text == "Listening to the Crumb"
    assert survey.results["lecka2021listening"].title_text == "lecka2021listening"


def test_plain_data_leaves_out_what_was_not_written(survey):
    found = plain(survey.methods["steam-keeper"])

    assert list(found) == ["id", "name", "paper", "evidence", "tasks", "design", "builds_on", "contribution"]
    assert found["design"] == {"heat-model": "not-reported", "fuel": ["electric"]}


def test_plain_data_gives_the_record_back(survey):
    for kind in ("papers", "backbones", "methods", "datasets", "benchmarks", "results"):
        for record in survey.records(kind).values():
            assert type(record).model_validate(plain(record)) == record


@pytest.mark.parametrize("missing", ["kind", "url", "read"])
def test_evidence_says_what_where_and_when(missing: str):
    evidence = {"kind": "paper", "url": "https://a.example", "read": "2024-01-01"}
    del evidence[missing]

    with pytest.raises(ValidationError, match=missing):
        Evidence.model_validate(evidence)


def test_a_method_is_not_taken_without_what_makes_it_one():
    with pytest.raises(ValidationError) as caught:
        Method.model_validate({"id": "a", "name": "A"})

    assert sorted(error["loc"][0] for error in caught.value.errors()) == ["contribution", "paper", "tasks"]
