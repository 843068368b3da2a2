"""Which records a name or a condition means."""

import pytest

from vitsurvey.exports.selection import SelectionError, find, papers_of, select


def ids(records):
    return [record.id for record in records]


@pytest.mark.parametrize(("kind", "where", "expected"), [
    ("methods", [], ["hearthling", "listener", "shared-oven", "steam-keeper"]),
    ("methods", [("fuel", "wood")], ["hearthling", "shared-oven"]),
    ("methods", [("fuel", "solid-fuel")], ["hearthling", "shared-oven"]),
    ("methods", [("task", "oven-keeping")], ["hearthling", "steam-keeper"]),
    ("methods", [("fuel", "wood"), ("task", "flatbread-baking")], ["shared-oven"]),
    ("methods", [("fuel", "wood"), ("fuel", "electric")], []),
    ("methods", [("heat-model", "graph-heat")], ["hearthling", "shared-oven"]),
    ("methods", [("heat-model", "crust-net-l")], ["shared-oven"]),
    ("datasets", [("provenance", "bakery-log")], ["crumb-photos", "village-bakes"]),
    ("benchmarks", [("task", "baking")], ["loaf-test"]),
    ("methods", [("links", "code")], ["hearthling"]),
    ("methods", [("links", "code"), ("fuel", "electric")], []),
    ("datasets", [("licence", "not-reported")], ["simulated-crusts"]),
    ("backbones", [("role", "heat-model")], ["crust-net-l", "crust-net-s"]),
    ("papers", [("venue", "arXiv")], ["okafor2019crustnet"]),
])
def test_conditions_hold_together_and_families_include_their_children(survey, kind, where, expected):
    assert ids(select(survey, kind, where)) == expected


@pytest.mark.parametrize(("kind", "where", "message"), [
    ("methods", ("fule", "wood"), "there is no facet 'fule': did you mean 'fuel'?"),
    ("methods", ("fuel", "woood"), "'fuel' has no category 'woood': did you mean 'wood'?"),
    ("methods", ("fuel", "sunlight"), "'fuel' has no category 'sunlight': its categories are: solid-fuel, wood, charcoal, electric"),
    ("methods", ("provenance", "bakery-log"), "the facet 'provenance' does not apply to methods: these do: task, heat-model, crumb-sensor, fuel"),
    ("papers", ("fuel", "wood"), "papers stand in no facet: conditions choose among methods, datasets, benchmarks, or by links, role, category, venue, licence"),
    ("methods", ("links", "wieghts"), "no links of methods is 'wieghts': did you mean 'weights'?"),
    ("papers", ("links", "code"), "nothing is said of 'links' in papers: links is asked of other kinds"),
])
def test_a_condition_that_fits_nothing_says_what_is_near(survey, kind, where, message):
    with pytest.raises(SelectionError) as raised:
        select(survey, kind, [where])

    assert str(raised.value) == message


@pytest.mark.parametrize(("name", "expected"), [
    ("hearthling", "methods/hearthling"), ("methods/hearthling", "methods/hearthling"),
    ("crumb-listener", "methods/listener"), ("methods/crumb-listener", "methods/listener"),
    ("results/oduya2022shared", "results/oduya2022shared"), ("okafor2019crustnet", "papers/okafor2019crustnet"),
])
def test_a_record_is_found_by_its_id_its_former_id_and_with_its_kind(survey, name, expected):
    record = find(survey, name)

    assert f"{record.KIND}/{record.id}" == expected


@pytest.mark.parametrize(("name", "message"), [
    ("hearthlin", "no record is called 'hearthlin': did you mean 'hearthling'?"),
    ("Hearthling", "no record is called 'Hearthling': did you mean 'hearthling'?"),
    ("zzz", "no record is called 'zzz': `vitsurvey list methods` shows what there is"),
    ("datasets/zzz", "no record is called 'datasets/zzz': `vitsurvey list datasets` shows what there is"),
    ("method/hearthling", "there is no kind 'method': did you mean 'methods'?"),
    ("oduya2022shared", "'oduya2022shared' is more than one record: say which: papers/oduya2022shared or results/oduya2022shared"),
])
def test_a_name_that_is_none_or_several_says_what_is_near(survey, name, message):
    with pytest.raises(SelectionError) as raised:
        find(survey, name)

    assert str(raised.value) == message


def test_papers_of_records_come_once_and_records_without_a_paper_give_none(survey):
    records = [survey.methods["hearthling"], survey.datasets["crumb-photos"], survey.datasets["village-bakes"], survey.results["oduya2022shared"]]

    assert ids(papers_of(survey, records)) == ["lindqvist2020hearth", "oduya2022shared"]
