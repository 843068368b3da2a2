"""Problems as values: their order, their grave, and suggestions."""

import pytest

from vitsurvey.problems import Level, Position, Problem, Rule, SurveyError, in_order, nearest, suggest

ERROR = Rule("X001", "name", what="What.", why="Why.", how="How.", bad="bad", good="good")
WARNING = Rule("X002", "name", what="What.", why="Why.", how="How.", bad="bad", good="good", level=Level.WARNING)


def test_problems_are_ordered_by_place_then_code_then_message():
    found = [
        Problem(WARNING, Position("b.yaml", 1, 1), "m"), Problem(ERROR, Position("a.yaml", 10, 1), "m"),
        Problem(ERROR, Position("a.yaml", 9, 5), "m"), Problem(ERROR, Position("a.yaml", 9, 2), "n"),
        Problem(ERROR, Position("a.yaml", 9, 2), "m"), Problem(ERROR, Position("b.yaml", 1, 1), "m"),
    ]

    assert in_order(found) == (found[4], found[3], found[2], found[1], found[5], found[0])
    assert in_order(reversed(found)) == in_order(found)


def test_positions_read_as_file_line_column():
    assert str(Position("data/a.yaml", 3, 7, "text")) == "data/a.yaml:3:7"
    assert str(Position("data/a.yaml")) == "data/a.yaml:1:1"


def test_only_errors_make_a_survey_invalid():
    assert Problem(ERROR, Position("a"), "m").is_error
    assert not Problem(WARNING, Position("a"), "m").is_error


def test_the_exception_counts_errors_and_shows_the_first():
    problems = (Problem(WARNING, Position("a.yaml"), "w"), Problem(ERROR, Position("b.yaml", 2, 3), "e"), Problem(ERROR, Position("c.yaml"), "f"))

    error = SurveyError(problems)

    assert str(error) == "2 errors in the survey's files; the first: b.yaml:2:3: e"
    assert error.problems == problems


@pytest.mark.parametrize(("word", "known", "meant"), [
    ("zeroshot", ["zero-shot", "few-shot"], "zero-shot"), ("Wood", ["wood", "coal"], "wood"), ("yeer", ["year", "title"], "year"),
    ("novelty", ["year", "title"], None), ("x", [], None), ("", ["a"], None),
])
def test_suggestions_are_near_or_none(word: str, known: list[str], meant: str | None):
    assert nearest(word, known) == meant
    assert suggest(word, known) == (f"did you mean '{meant}'?" if meant else "")
