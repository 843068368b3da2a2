"""What tests of pages share: the pages of a survey by their path, and a survey whose records say as little as they may."""

from collections.abc import Callable

import pytest

from vitsurvey.checks import load
from vitsurvey.cli.manual import commands
from vitsurvey.project import Project
from vitsurvey.site import Addresses, Download, Page, pages

_EVIDENCE = "evidence: [{kind: project-page, url: 'https://void.example.org/', read: 2020-02-02}]\n"
BARE = {
    "survey.yaml": 'name: "bare"\ntitle: "Bare"\ntagline: "Nothing but what is required."\ntopic: "bareness"\nauthors: [{family: Void}]\nlicence: CC0-1.0\n',
    "taxonomy.yaml": """\
task:
  id: task
  title: "Task"
  definition: "What is done."
  applies_to: [methods, datasets, benchmarks]
  categories: [{id: rest, title: "Rest", definition: "Doing nothing.", includes: "When nothing is done.", origin: survey}]
design:
  - id: part
    title: "Part"
    definition: "What it has."
    applies_to: [methods]
    component: true
    categories: [{id: stone, title: "Stone", definition: "A stone.", includes: "When it is hard.", origin: survey}]
""",
    "papers/void2020bare.yaml": 'title: "Bare"\nauthors: [{family: Void}]\nyear: 2020\nurl: https://void.example.org/\n' + _EVIDENCE,
    "backbones/pebble.yaml": 'name: "Pebble"\nrole: part\ncategory: stone\n' + _EVIDENCE,
    "methods/idler.yaml": 'name: "Idler"\npaper: void2020bare\ntasks: [rest]\ncontribution: "Does nothing."\ntraining: [{name: "Sleep"}]\nvariants: [{id: a, name: "Idler A"}]\n' + _EVIDENCE,
    "datasets/nothing.yaml": 'name: "Nothing"\n' + _EVIDENCE,
    "benchmarks/silence.yaml": 'name: "Silence"\ntasks: [rest]\nmeasures: "How still it is."\nmetrics: [{id: noise, name: "Noise", direction: lower}]\nsplits: [{id: all}]\n' + _EVIDENCE,
}
"""A survey of one record a kind with no key that may be left out."""


@pytest.fixture(scope="session")
def made() -> Callable[[Project], dict[str, Page | Download]]:
    """Everything the site of a project has of its own, by path."""
    def make(project: Project, addresses: Addresses = Addresses()) -> dict[str, Page | Download]:  # noqa: B008 - a frozen value
        found = list(pages(load(project), project, addresses, commands()))
        by_path = {item.path: item for item in found}
        assert len(by_path) == len(found)
        return by_path
    return make


@pytest.fixture(scope="session")
def mini_pages(made, mini):
    """The pages of the fabricated survey."""
    return {path: item for path, item in made(mini).items() if isinstance(item, Page)}


@pytest.fixture
def bare(project):
    """A project of the bare survey."""
    for file in project.project.data.rglob("*.yaml"):
        file.unlink()
    for path, text in BARE.items():
        project.write(f"data/{path}", text)
    return project
