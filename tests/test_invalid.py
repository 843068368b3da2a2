"""Bad input and what is said about it: every folder of invalid/ is laid over the fabricated survey and checked."""

from pathlib import Path

import pytest

from vitsurvey.checks import RULES
from vitsurvey.reporting import as_text

INVALID = Path(__file__).parent / "invalid"
CASES = sorted(folder.name for folder in INVALID.iterdir())


@pytest.mark.parametrize("case", CASES)
def test_the_report_is_the_expected_one(case: str, project, matches):
    project.lay(INVALID / case)

    problems = project.examine().problems

    assert case.partition("-")[0] in {problem.rule.code for problem in problems}
    matches(INVALID / case / "expected.txt", as_text(problems))


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_case(code: str):
    assert [case for case in CASES if case.startswith(f"{code}-")], f"add a folder tests/invalid/{code}-<what>"


def test_every_case_is_named_after_a_rule():
    assert [case for case in CASES if case.partition("-")[0] not in RULES] == []
