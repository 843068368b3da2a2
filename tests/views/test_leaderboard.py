"""Leaderboards: every report once, ranked only among its like, the authors' own number before that of others."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small import benchmark, method, results, score, survey
from vitsurvey.survey import Report
from vitsurvey.views.leaderboard import Board, boards, conflicts, in_words, numbered

SOURCES = ("ash", "birch", "cedar", "elm")
SETTINGS = st.one_of(
    st.fixed_dictionaries({"setting": st.sampled_from(["zero-shot", "trained", "fine-tuned", "not-reported"])}),
    st.fixed_dictionaries({"setting": st.just("few-shot"), "shots": st.integers(1, 3)}),
)
CELLS = st.builds(
    dict, model=st.sampled_from(SOURCES), split=st.sampled_from(["test", "dev"]), metric=st.sampled_from(["rise", "drift", "hue"]),
    harness=st.sampled_from(["not-reported", "oven-bench"]),
)
VALUES = st.one_of(st.integers(0, 5), st.floats(-10, 10, allow_nan=False))


def one_cell(drawn):
    cell, setting = drawn
    return tuple(sorted({**cell, **setting}.items()))


@st.composite
def found_scores(draw):
    """What each source reports: one value for one cell, as rule R304 has it."""
    sources = {}
    for source in SOURCES:
        cells = draw(st.lists(st.tuples(CELLS, SETTINGS), max_size=8, unique_by=one_cell))
        scores = [score(**cell, **setting, value=draw(VALUES)) for cell, setting in cells]
        if scores:
            sources[source] = scores
    return sources


def ranked(sources):
    return boards(survey(map(method, SOURCES), [results(source, scores) for source, scores in sources.items()]), benchmark())


def identity(report: Report) -> tuple[str, int]:
    return report.results.id, report.place


@given(found_scores())
def test_every_report_stands_on_exactly_one_board_and_beside_its_like(sources):
    found = ranked(sources)

    shown = [
        (board.score_class, standing.model, report)
        for board in found for standing in board.standings for report in (standing.report, *standing.others)
    ]
    assert Counter(identity(report) for _, _, report in shown) == {(source, i): 1 for source, scores in sources.items() for i in range(len(scores))}
    assert all(report.score_class == key and report.score.model == model for key, model, report in shown)
    assert len({board.score_class for board in found}) == len(found)
    assert len({board.anchor for board in found}) == len(found)
    assert all(re.fullmatch(r"[a-z0-9.-]+", board.anchor) for board in found)
    for board in found:
        models = [standing.model for standing in board.standings]
        assert len(models) == len(set(models))


@given(found_scores())
def test_a_rank_is_one_more_than_the_number_of_better_values_in_the_same_class(sources):
    for board in ranked(sources):
        values = [standing.report.score.value for standing in board.standings]
        if board.metric.direction == "neither" or board.score_class.setting == "not-reported":
            assert not board.ranked
            assert {(standing.rank, standing.place) for standing in board.standings} == {(None, "")}
        else:
            sign = -1 if board.metric.direction == "lower" else 1
            assert [standing.rank for standing in board.standings] == [1 + sum(sign * other > sign * value for other in values) for value in values]
            assert sorted(values, key=lambda value: -sign * value) == values


@given(found_scores())
def test_the_own_report_is_ranked_and_the_spread_is_that_of_all(sources):
    found = ranked(sources)

    for board in found:
        for standing in board.standings:
            reports = (standing.report, *standing.others)
            values = [report.score.value for report in reports]
            own = [report for report in reports if report.results.paper == standing.model]
            assert standing.report == (own[0] if own else min(reports, key=lambda report: report.results.id))
            assert standing.spread == max(values) - min(values)
    cells = conflicts(found)
    assert {(cell.board.score_class, cell.standing.model) for cell in cells} == {
        (board.score_class, standing.model) for board in found for standing in board.standings if standing.spread
    }
    assert [cell.standing.spread for cell in cells] == sorted((cell.standing.spread for cell in cells), reverse=True)


@given(found_scores())
def test_the_order_in_which_files_hold_scores_does_not_matter(sources):
    def seen(found: tuple[Board, ...]):
        return [(board.score_class, [(s.rank, s.model, s.report.score.value, len(s.others)) for s in board.standings]) for board in found]

    backwards = {source: scores[::-1] for source, scores in reversed(sources.items())}
    assert seen(ranked(sources)) == seen(ranked(backwards))


def test_boards_follow_the_benchmarks_own_order_of_splits_and_metrics():
    found = ranked({"ash": [
        score("ash", 1, split="dev"), score("ash", 1, metric="hue"), score("ash", 1, metric="drift"), score("ash", 1),
        score("ash", 1, setting="trained"), score("birch", 2, setting="trained"),
    ]})

    assert [(board.split.id, board.metric.id, in_words(board.score_class)) for board in found] == [
        ("test", "rise", "training split seen"), ("test", "rise", "zero-shot"), ("test", "drift", "zero-shot"),
        ("test", "hue", "zero-shot"), ("dev", "rise", "zero-shot"),
    ]


def test_ties_share_a_rank_and_leave_a_gap():
    [board] = ranked({"ash": [score("ash", 62), score("birch", 70), score("cedar", 62.0), score("elm", 50)]})

    assert [(standing.rank, standing.model) for standing in board.standings] == [(1, "birch"), (2, "ash"), (2, "cedar"), (4, "elm")]


@pytest.mark.parametrize(("metric", "best"), [("rise", 9), ("drift", 1)])
def test_best_and_second_are_marked_where_enough_models_are_compared(metric, best):
    values = {"ash": 1, "birch": 5, "cedar": 9}
    [board] = ranked({"elm": [score(model, value, metric=metric) for model, value in values.items()]})
    [pair] = ranked({"elm": [score("ash", 1, metric=metric), score("birch", 5, metric=metric)]})

    assert [(standing.report.score.value, standing.place) for standing in board.standings] == [(best, "best"), (5, "second"), (10 - best, "")]
    assert {standing.place for standing in pair.standings} == {""}


def test_the_mini_survey_prefers_what_the_authors_themselves_report(survey):
    board = next(b for b in boards(survey, survey.benchmarks["loaf-test"]) if (b.split.id, b.score_class.setting) == ("test", "zero-shot"))

    last = board.standings[-1]
    assert [(s.rank, survey.model_name(s.model), s.report.score.value) for s in board.standings] == [
        (1, "Shared Oven L", 73.8), (2, "Listener", 66), (2, "Shared Oven S", 66), (4, "Hearthling", 61.5),
    ]
    assert (last.report.results.id, [other.results.id for other in last.others]) == ("lindqvist2020hearth", ["oduya2022shared"])
    assert last.spread == 3.5
    assert board.notes == {"run again by the authors": 1}


def test_equal_notes_share_a_number():
    sources = results("ash", [score("ash", 1, note="rounded"), score("birch", 2), score("cedar", 3, note="by eye"), score("elm", 4, note="rounded")])

    assert numbered(Report(found, sources, i) for i, found in enumerate(sources.scores)) == {"rounded": 1, "by eye": 2}


@pytest.mark.parametrize(("values", "words"), [
    ({"setting": "few-shot", "shots": 4}, "4-shot"),
    ({"setting": "fine-tuned", "harness": "oven-bench"}, "fine-tuned on it, run with oven-bench"),
    ({"setting": "not-reported"}, "setting not reported"),
])
def test_a_class_in_words(values, words):
    [board] = ranked({"ash": [score("ash", 1, **values)]})

    assert in_words(board.score_class) == words


def test_a_standing_tells_size_and_day_of_its_variant_else_the_day_of_its_method():
    ash = method("ash", released="2021-05", variants=({"id": "s", "name": "Ash S", "parameters": "7B", "released": "2022-01"}, {"id": "l", "name": "Ash L"}))
    [board] = boards(survey([ash], [results("ash", [score("ash/s", 1), score("ash/l", 2)])]), benchmark())

    assert [(standing.model, [part.text for part in standing.parameters.parts], standing.parameters.order, standing.released) for standing in board.standings] == [
        ("ash/l", [], None, "2021-05"), ("ash/s", ["7B"], 7.0, "2022-01"),
    ]
