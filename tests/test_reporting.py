"""Problems as text for people, annotations for GitHub and JSON for tools."""

import json

import pytest

from vitsurvey.problems import Level, Position, Problem, Rule
from vitsurvey.reporting import FORMATS, as_github, as_json, as_text

ERROR = Rule("X001", "a name, with: marks", what="What.", why="Why.", how="How.", bad="bad", good="good")
WARNING = Rule("X002", "name", what="What.", why="Why.", how="How.", bad="bad", good="good", level=Level.WARNING)


def problem(text: str = "", column: int = 1, rule: Rule = ERROR, hint: str = "mend it") -> Problem:
    return Problem(rule, Position("data/a.yaml", 3, column, text), "is wrong", hint)


def test_text_shows_the_line_with_a_mark_below_the_column():
    assert as_text([problem("year: 20", 7)]) == "data/a.yaml:3:7: X001 is wrong\n    year: 20\n          ^\n    mend it\n"


def test_text_leaves_out_what_is_not_there():
    assert as_text([problem("", 1, WARNING, "")]) == "data/a.yaml:3:1: X002 warning: is wrong\n"
    assert as_text([]) == ""


def test_a_problem_in_a_long_line_is_always_in_sight():
    line = "".join(chr(ord("a") + i % 26) for i in range(1000))
    for column in (1, 80, 159, 160, 161, 500, 999, 1000):
        _, shown, mark, _ = as_text([problem(line, column)]).splitlines()

        assert len(shown) <= 4 + 162
        assert shown[mark.index("^")] == line[column - 1]
        assert (shown[4] == "…") == (column > 101)


@pytest.mark.parametrize("control", ["\t", "\x07", "\x1b", "\u202e"])
def test_text_holds_no_control_characters(control: str):
    assert as_text([problem(f"{control}a: {control}b", 5)]).splitlines()[1:3] == ["     a:  b", "        ^"]


def test_github_escapes_what_would_end_a_command():
    place = Position("data/a,b:c.yaml", 3, 7, "text")
    found = Problem(ERROR, place, "100% wrong\nhere", "two\r\nlines: a, b")

    assert as_github([found]) == (
        "::error file=data/a%2Cb%3Ac.yaml,line=3,col=7,title=X001 a name%2C with%3A marks"
        "::100%25 wrong%0Ahere%0Atwo%0D%0Alines: a, b\n"
    )


def test_github_has_one_line_a_problem_at_its_level():
    lines = as_github([problem(), problem(rule=WARNING, hint="")]).splitlines()

    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning"]
    assert lines[1].endswith("::is wrong")


def test_json_gives_back_every_part():
    found = json.loads(as_json([problem("é", 2, WARNING)]))

    assert found == [{
        "code": "X002", "name": "name", "level": "warning", "file": "data/a.yaml", "line": 3, "column": 2,
        "message": "is wrong", "hint": "mend it",
    }]
    assert json.loads(as_json([])) == []


def test_the_three_forms_are_there():
    assert list(FORMATS) == ["text", "github", "json"]


def test_a_whole_report(project, golden):
    project.replace("data/results/lindqvist2020hearth.yaml", "setting: zero-shot, harness: oven-bench", "setting: zeroshot, harness: oven-bench")
    project.replace("data/papers/okafor2019crustnet.yaml", '"1907.99901"', "1907.99901")
    project.write("data/notes.txt", "left over\n")
    problems = project.examine().problems

    for name, form in FORMATS.items():
        golden(f"reporting/{name}.txt", form(problems))
