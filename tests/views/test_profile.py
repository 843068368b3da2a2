"""One record's facts as rows: its placements, its stages of training, its scores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small
from vitsurvey.views.profile import answers, score_grid, stages
from vitsurvey.views.table import Cell

NAMES = ("ash", "birch", "cedar")


def test_a_method_answers_the_facets_it_speaks_of_in_the_order_of_the_taxonomy(survey):
    found = answers(survey, survey.methods["hearthling"])

    assert [(answer.facet.id, [part.text for part in answer.cell.parts] or answer.cell.missing) for answer in found] == [
        ("task", ["Loaf baking", "Heat holding"]), ("heat-model", ["CrustNet-S"]), ("crumb-sensor", "not-applicable"), ("fuel", ["Wood"]),
    ]


def test_a_facet_that_a_record_does_not_speak_of_is_left_out(survey):
    assert [answer.facet.id for answer in answers(survey, survey.methods["steam-keeper"])] == ["task", "heat-model", "fuel"]
    assert [answer.facet.id for answer in answers(survey, survey.datasets["crumb-photos"])] == ["provenance"]


def test_stages_show_the_state_of_each_part_and_their_data(survey):
    hearing, baking = stages(survey, survey.methods["listener"])

    assert [(facet.title, state) for facet, state in hearing.states] == [("Crumb sensor", "trained")]
    assert [(facet.title, state) for facet, state in baking.states] == [("Heat model", "trained"), ("Crumb sensor", "adapted")]
    assert [part.text for part in baking.datasets.parts] == ["Simulated Crusts"]
    assert (hearing.stage.samples, baking.stage.samples) == ("not-reported", 5000)
    assert stages(survey, survey.methods["steam-keeper"]) == []


def test_a_stage_without_data_has_an_empty_cell():
    [row] = stages(small.survey([]), small.method("ash", training=[{"name": "Rest"}]))

    assert (row.states, row.datasets) == ((), Cell())


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(["test", "dev"]), st.integers(0, 2)), unique_by=lambda s: s[:3]))
def test_every_report_is_in_the_grid_once_and_in_its_own_row_and_column(found):
    sources = [small.results(source, [small.score(model, value, split=split) for s, model, split, value in found if s == source]) for source in sorted({s for s, *_ in found})]
    reports = small.survey(map(small.method, NAMES), sources).reports

    grid = score_grid(small.survey(map(small.method, NAMES), sources), reports)

    shown = []
    for line in grid.lines:
        assert len(line.cells) == len(grid.models)
        for model, groups in zip(grid.models, line.cells, strict=True):
            values = [[report.score.value for report in group] for group in groups]
            assert all(len(set(group)) == 1 for group in values)
            assert len({group[0] for group in values}) == len(values)  # two groups are a disagreement
            for report in (report for group in groups for report in group):
                assert (report.score.model, report.score.split) == (model.id, line.split.id)
                shown.append((report.results.id, report.place))
    assert sorted(shown) == sorted((report.results.id, report.place) for report in reports)
    assert [model.name for model in grid.models] == sorted({model.capitalize() for _, model, _, _ in found})


def test_the_mini_survey_shows_two_sources_that_disagree_in_one_cell(survey):
    grid = score_grid(survey, survey.scores_of("hearthling"))

    zero_shot = next(line for line in grid.lines if (line.split.id, line.metric.id, line.words) == ("test", "rise", "zero-shot"))
    [cell] = zero_shot.cells
    assert [[report.score.value for report in group] for group in cell] == [[61.5], [58]]
    assert grid.notes == {"run again by the authors": 1}


@pytest.mark.parametrize("record", ["listener", "shared-oven"])
def test_rows_are_in_the_order_of_benchmark_split_and_metric(record, survey):
    lines = score_grid(survey, survey.scores_of(record)).lines

    places = [(line.benchmark.name.casefold(), line.split.id, line.metric.id, line.words) for line in lines]
    assert places == sorted(places)
    assert len(set(places)) == len(places) > 1


def test_no_scores_make_an_empty_grid(survey):
    grid = score_grid(survey, [])

    assert (grid.models, grid.lines, grid.notes) == ((), (), {})
