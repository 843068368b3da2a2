"""JSON: a record with the links back to it, a survey as one object."""

import json

import pytest

from vitsurvey.exports import FORMATS, Request
from vitsurvey.exports.json import SCHEMA_VERSION, record_json, survey_json
from vitsurvey.schema import FILES, KINDS


def test_the_fabricated_survey_is_written_as_before(survey, golden):
    golden("exports/survey.json", survey_json(survey))


@pytest.mark.parametrize(("kind", "name"), [
    ("papers", "lindqvist2020hearth"), ("backbones", "crust-net-s"), ("methods", "hearthling"), ("datasets", "village-bakes"),
    ("benchmarks", "night-watch"), ("results", "lecka2021listening"),
])
def test_a_record_is_written_as_before(survey, golden, kind, name):
    golden(f"exports/records/{kind}.json", record_json(survey, survey.records(kind)[name]))


def test_every_record_can_be_read_back_from_the_whole(survey):
    whole = json.loads(survey_json(survey))

    assert whole["schema_version"] == SCHEMA_VERSION
    for kind, shape in KINDS.items():
        assert [shape.model_validate(record) for record in whole["kinds"][kind]] == [
            survey.records(kind)[key] for key in sorted(survey.records(kind))
        ]
        assert whole["counts"][kind] == len(survey.records(kind))
    assert whole["counts"]["scores"] == len(survey.reports)
    assert FILES["taxonomy"].model_validate({"id": "taxonomy", **whole["taxonomy"]}) == survey.taxonomy
    assert FILES["survey"].model_validate({"id": "survey", **whole["survey"]}) == survey.about


def test_a_record_can_be_read_back(survey):
    method = survey.methods["hearthling"]
    found = json.loads(record_json(survey, method))

    assert (found["kind"], found["id"]) == ("methods", "hearthling")
    assert type(method).model_validate({"id": found["id"], **found["record"]}) == method


def test_links_lead_back_to_a_record(survey):
    def links(record):
        return {key: value for key, value in json.loads(record_json(survey, record)).items() if key in ("introduced", "results", "used_by")}

    assert links(survey.papers["lindqvist2020hearth"]) == {
        "introduced": ["methods/hearthling", "datasets/village-bakes", "benchmarks/loaf-test"],
        "results": ["results/lindqvist2020hearth"],
    }
    assert links(survey.backbones["crust-net-s"]) == {"used_by": ["methods/hearthling", "methods/shared-oven", "backbones/crust-net-l"]}
    assert links(survey.datasets["crumb-photos"]) == {"used_by": ["datasets/village-bakes", "benchmarks/loaf-test"]}
    assert links(survey.methods["hearthling"]) == {"used_by": ["methods/shared-oven"]}
    assert links(survey.benchmarks["loaf-test"]) == {}


@pytest.mark.parametrize(("kind", "name"), [("methods", "hearthling"), ("benchmarks", "night-watch")])
def test_scores_say_which_source_reports_them(survey, kind, name):
    found = json.loads(record_json(survey, survey.records(kind)[name]))["scores"]
    expected = survey.scores_of(name) if kind == "methods" else survey.scores_on(name)

    assert [(score["results"], score["value"]) for score in found] == [(r.results.id, r.score.value) for r in expected] != []


def test_one_kind_is_written_without_the_others(survey):
    found = json.loads(survey_json(survey, "datasets"))

    assert list(found["kinds"]) == ["datasets"]
    assert found["counts"] == {"datasets": 3}
    assert "taxonomy" not in found


def test_chosen_records_are_counted_as_chosen(survey):
    found = json.loads(FORMATS["json"].write(Request(lambda: survey, "methods", (("fuel", "electric"),))))

    assert [record["id"] for record in found["kinds"]["methods"]] == ["listener", "steam-keeper"]
    assert found["counts"] == {"methods": 2}


def test_letters_stay_letters_and_the_file_ends_with_a_line_end(survey):
    text = record_json(survey, survey.papers["lecka2021listening"])

    assert "Łęcka" in text
    assert text.endswith("}\n")
