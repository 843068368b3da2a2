"""Prose is tested: what README, guide and architecture page say is there, is there; and what is there, they say."""

import re
from pathlib import Path

import click
import pytest

from vitsurvey.checks import RULES
from vitsurvey.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "src/vitsurvey"


def test_the_architecture_page_names_every_module():
    modules = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}

    named = set(re.findall(r"`([a-z]+)`", ARCHITECTURE))

    assert modules - named - {"__init__", "__main__"} == set()


def test_the_picture_is_the_same_in_readme_and_architecture():
    picture = re.compile(r"```\n( data/\*\.yaml.*?)```", re.DOTALL)

    assert picture.search(README)[1] == picture.search(ARCHITECTURE)[1]


def test_every_command_of_the_readme_exists():
    context = click.Context(main)
    used = set(re.findall(r"^vitsurvey ([a-z]+)", README, re.MULTILINE))

    assert used
    assert used <= set(main.list_commands(context))


def test_every_target_of_the_readme_exists_and_make_alone_lists_them():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))

    assert {"serve", "test", "venv", "bench"} <= targets
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE)) <= targets
    assert ".DEFAULT_GOAL := help" in makefile


def test_every_folder_of_the_readme_exists():
    for folder in re.findall(r"^\| `([a-z/]+)/` \|", README, re.MULTILINE):
        assert (ROOT / folder).is_dir()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_to_files_lead_to_files(name):
    for link in re.findall(r"\]\((?!https?://)([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8")):
        assert (ROOT / link).exists(), link


def test_rule_codes_in_prose_exist():
    for path in [ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for code in re.findall(r"\b[YSLRPC]\d{3}\b", path.read_text(encoding="utf-8")):
            assert code in RULES, f"{path.name}: {code}"
