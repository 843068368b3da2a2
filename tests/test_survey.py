"""The linked survey: every link is found from both of its ends."""

from datetime import date

import pytest

from vitsurvey.checks import examine
from vitsurvey.schema import KINDS
from vitsurvey.survey import ScoreClass, evidence_of


def ids(records) -> list[str]:
    return [record.id for record in records]


def test_records_are_found_by_kind_and_id_in_alphabetical_order(survey):
    for kind in KINDS:
        records = survey.records(kind)
        assert list(records) == sorted(records)
        assert survey.ids[kind] == set(records)
    assert ids(survey.named())[:4] == ["crust-net-l", "crust-net-s", "humming-probe", "hearthling"]
    assert {record.KIND for record in survey.placed()} == {"methods", "datasets", "benchmarks"}


def test_a_value_is_located_in_the_file_of_its_record(survey):
    place = survey.where(survey.methods["shared-oven"], "builds_on", 1, "method")

    assert str(place) == "data/methods/shared-oven.yaml:27:13"
    assert place.text == "  - method: listener"
    assert survey.where(survey.methods["shared-oven"], "builds_on", key=True).line == 24


# --- the taxonomy ---------------------------------------------------------------------------------------------------

def test_families_lie_above_their_categories(survey):
    assert ids(survey.families["fuel", "wood"]) == ["solid-fuel"]
    assert ids(survey.families["fuel", "electric"]) == []
    assert ids(survey.families["task", "steam-control"]) == ["oven-keeping"]


def test_categories_are_found_in_their_file(survey):
    for facet in survey.taxonomy.facets:
        for category in facet.walk():
            place = survey.where(survey.taxonomy, *survey.category_path(facet.id, category.id), "id")
            assert place.text.strip() == f"- id: {category.id}"


@pytest.mark.parametrize(("method", "facet", "values", "categories"), [
    ("hearthling", "task", ("loaf-baking", "heat-holding"), ["loaf-baking", "heat-holding"]),
    ("shared-oven", "heat-model", ("crust-net-s", "crust-net-l"), ["graph-heat"]),
    ("listener", "heat-model", ("linear-heat",), ["linear-heat"]),
    ("hearthling", "crumb-sensor", (), []),
    ("steam-keeper", "heat-model", (), []),
    ("steam-keeper", "crumb-sensor", (), []),
])
def test_a_backbone_stands_for_its_category(survey, method: str, facet: str, values: tuple[str, ...], categories: list[str]):
    record = survey.methods[method]

    assert survey.placements(record, facet) == values
    assert ids(survey.categories_of(record, facet)) == categories


@pytest.mark.parametrize(("facet", "category", "methods"), [
    ("heat-model", "graph-heat", ["hearthling", "shared-oven"]), ("heat-model", "linear-heat", ["listener"]),
    ("fuel", "wood", ["hearthling", "shared-oven"]), ("fuel", "solid-fuel", ["hearthling", "shared-oven"]),
    ("task", "baking", ["hearthling", "listener", "shared-oven"]), ("task", "oven-keeping", ["hearthling", "steam-keeper"]),
    ("crumb-sensor", "acoustic-probe", ["listener"]), ("fuel", "no-such-fuel", []), ("no-such-facet", "wood", []),
])
def test_a_family_holds_what_its_children_hold_once(survey, facet: str, category: str, methods: list[str]):
    assert ids(survey.methods_under(facet, category)) == methods


def test_each_kind_is_found_under_a_category_by_itself(survey):
    assert ids(survey.datasets_under("provenance", "bakery-log")) == ["crumb-photos", "village-bakes"]
    assert ids(survey.benchmarks_under("provenance", "bakery-log")) == ["loaf-test"]
    assert ids(survey.methods_under("provenance", "bakery-log")) == []


def test_under_and_above_agree(survey):
    under = {"methods": survey.methods_under, "datasets": survey.datasets_under, "benchmarks": survey.benchmarks_under}
    for facet in survey.taxonomy.facets:
        for category in facet.walk():
            for kind, found_under in under.items():
                above = [
                    record.id for record in survey.records(kind).values()
                    if any(category in (own, *survey.families[facet.id, own.id]) for own in survey.categories_of(record, facet.id))
                ]
                assert ids(found_under(facet.id, category.id)) == above


# --- links between records, from the end that is not written down --------------------------------------------------------

@pytest.mark.parametrize(("look_up", "asked", "found"), [
    ("introduced_by", "oduya2022shared", ["shared-oven", "steam-keeper"]),
    ("introduced_by", "lindqvist2020hearth", ["hearthling", "village-bakes", "loaf-test"]),
    ("introduced_by", "sato2023bread", []),
    ("trained_on", "village-bakes", ["hearthling", "shared-oven"]),
    ("trained_on", "simulated-crusts", ["listener", "shared-oven"]),
    ("trained_on", "crumb-photos", []),
    ("made_from", "crumb-photos", ["village-bakes"]),
    ("made_from", "village-bakes", []),
    ("tested_with_images_of", "crumb-photos", ["loaf-test"]),
    ("tested_with_images_of", "village-bakes", []),
    ("using", "crust-net-s", ["hearthling", "shared-oven"]),
    ("using", "humming-probe", ["listener"]),
    ("using", "linear-heat", []),
    ("made_into", "crust-net-s", ["crust-net-l"]),
    ("made_into", "crust-net-l", []),
    ("built_on", "hearthling", ["shared-oven"]),
    ("built_on", "steam-keeper", []),
    ("results_of", "oduya2022shared", ["oduya2022shared"]),
    ("results_of", "sato2023bread", []),
])
def test_links_are_found_from_their_far_end(survey, look_up: str, asked: str, found: list[str]):
    assert ids(getattr(survey, look_up)(asked)) == found


def test_a_method_trained_twice_on_a_dataset_is_found_once(survey):
    assert [len(stage.datasets) for stage in survey.methods["listener"].training] == [1, 1]
    assert ids(survey.trained_on("simulated-crusts")).count("listener") == 1


def test_models_are_called_by_their_variant(survey):
    assert survey.model_name("shared-oven/l") == "Shared Oven L"
    assert survey.model_name("hearthling") == "Hearthling"
    assert survey.variant("shared-oven/l").parameters == "0.13B"
    assert survey.variant("hearthling") is None


# --- scores ---------------------------------------------------------------------------------------------------------

def test_every_score_is_reported_once_with_its_source(survey):
    assert len(survey.reports) == 14
    assert [(report.results.id, report.place) for report in survey.reports[:4]] == [
        ("lecka2021listening", 0), ("lecka2021listening", 1), ("lecka2021listening", 2), ("lindqvist2020hearth", 0),
    ]
    for look_up, keys in ((survey.scores_on, survey.benchmarks), (survey.scores_of, survey.methods), (survey.reports_of, survey.papers)):
        found = [report for key in keys for report in look_up(key)]
        assert sorted(map(id, found)) == sorted(map(id, survey.reports))


def test_two_sources_may_report_one_cell(survey):
    cell = ScoreClass("loaf-test", "test", "rise", "zero-shot", None, "not-reported")

    found = {report.results.id: report.score.value for report in survey.scores_of("hearthling") if report.score_class == cell}

    assert found == {"lindqvist2020hearth": 61.5, "oduya2022shared": 58}


def test_shots_and_harness_make_classes_of_their_own(survey):
    classes = {report.score_class for report in survey.scores_on("loaf-test") if report.score.metric == "rise" and report.score.split == "test"}

    assert {(found.setting, found.shots) for found in classes} == {("zero-shot", None), ("fine-tuned", None), ("few-shot", 4)}
    assert {report.score_class.harness for report in survey.scores_on("night-watch")} == {"oven-bench"}


def test_a_class_knows_what_it_measures(survey):
    for report in survey.reports:
        benchmark, split, metric = survey.measured(report.score_class)
        assert (benchmark.id, split.id, metric.id) == (report.score.benchmark, report.score.split, report.score.metric)


def test_results_have_a_source_in_place_of_evidence(survey):
    assert evidence_of(survey.results["oduya2022shared"]) == ()
    assert len(evidence_of(survey.methods["hearthling"])) == 2
    assert evidence_of(survey.papers["sato2023bread"])[0].read == "2024-01-09"


def test_ids_of_broken_files_are_known(project):
    project.write("data/methods/listener.yaml", "name: [")

    found = examine(project.project, date(2025, 1, 1)).survey

    assert "listener" in found.ids["methods"]
    assert "listener" not in found.methods
