"""The house in order: small modules, layers, and rules that people can read."""

import ast
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from vitsurvey.checks import RULES
from vitsurvey.problems import Rule

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))
LONGEST = 300
"""Lines. A longer module says "longer than 300 lines" in its docstring, and why."""
FAMILIES = "YSLRPC"


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_short_and_say_what_they_turn(path: Path):
    text = path.read_text(encoding="utf-8")
    says = ast.get_docstring(ast.parse(text)) or ""

    assert says, "a module begins with a docstring"
    assert len(text.splitlines()) <= LONGEST or f"longer than {LONGEST} lines" in says


def test_layers_hold():
    lint = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert lint, "import-linter is part of the development environment"

    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_rules_are_in_the_order_of_the_manual():
    assert {code[0] for code in RULES} == set(FAMILIES)
    for one, two in pairwise(RULES):
        assert (FAMILIES.index(one[0]), one[1:]) < (FAMILIES.index(two[0]), two[1:])


def test_codes_are_unique():
    """A rule that took another's code would have replaced it in the table."""
    found = [
        node.args[0].value
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rule"
    ]

    assert sorted(found) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_the_texts_of_a_rule_are_sentences(rule: Rule):
    for text in (rule.what, rule.why, rule.how):
        assert text[0].isupper() or text[0] in "`0123456789", text
        assert text[-1] in ".)", text
        assert text == text.strip()
        assert "\n" not in text
    assert rule.name == rule.name.strip()
    assert not rule.name.endswith(".")
    assert rule.bad.strip()
    assert rule.good.strip()
    assert rule.bad != rule.good


def test_rule_names_are_unique():
    names = [rule.name for rule in RULES.values()]

    assert len(set(names)) == len(names)
