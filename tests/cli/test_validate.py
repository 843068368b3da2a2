"""validate: exit codes, forms, and what PATH, --strict and --ignore change."""

import json

import pytest

BROKEN = "data/methods/hearthling.yaml"


@pytest.fixture
def broken(project):
    """A survey with one error in a method, one in a dataset, and the warnings that it has anyway."""
    project.replace(BROKEN, "loaf-baking", "loaf-bakin")
    project.replace("data/datasets/village-bakes.yaml", "samples: 1200", "samples: many")
    return project


@pytest.fixture
def warned(project):
    """A survey with one warning more than it has: a category that holds no record."""
    project.replace("data/methods/shared-oven.yaml", "fuel: [wood, charcoal]", "fuel: [wood]")
    return project


def test_a_valid_survey_is_clean(run):
    result = run("validate")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "22 files, no problems\n"


def test_errors_are_data_and_the_summary_is_not(run, broken, golden):
    result = run("validate", root=broken.root)

    assert result.exit_code == 1
    assert result.stderr == "2 errors in 22 files\n"
    golden("cli/validate.txt", result.stdout)


def test_github_reads_annotations(run, broken, golden):
    result = run("validate", "--format", "github", root=broken.root)

    assert (result.exit_code, result.stderr) == (1, "")
    golden("cli/validate.github.txt", result.stdout)


def test_tools_read_json(run, broken):
    result = run("validate", "--format", "json", root=broken.root)

    assert (result.exit_code, result.stderr) == (1, "")
    assert [problem["file"] for problem in json.loads(result.stdout)] == ["data/datasets/village-bakes.yaml", BROKEN]


def test_nothing_to_tell_is_an_empty_list_in_json(run):
    assert json.loads(run("validate", "--format", "json").stdout) == []


def test_warnings_are_shown_and_fail_only_when_asked(run, warned):
    calm, strict = run("validate", root=warned.root), run("validate", "--strict", root=warned.root)

    assert (calm.exit_code, strict.exit_code) == (0, 1)
    assert "C504 warning: no record stands under 'fuel/charcoal'" in calm.stdout
    assert calm.stdout == strict.stdout
    assert calm.stderr == "1 warning in 22 files\n"


def test_a_rule_that_is_ignored_neither_shows_nor_counts(run, warned):
    result = run("validate", "--strict", "--ignore", "C504", "--ignore", "C505", root=warned.root)

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "22 files, no problems\n")


@pytest.mark.parametrize(("path", "code", "summary"), [
    (BROKEN, 1, "1 error in 1 file"),
    ("data/methods", 1, "1 error in 4 files"),
    ("data/papers", 0, "5 files, no problems"),
    ("data", 1, "2 errors in 22 files"),
    (".", 1, "2 errors in 22 files"),
    ("docs", 0, "0 files, no problems"),
])
def test_paths_limit_what_is_shown_and_counted(run, broken, path, code, summary):
    result = run("validate", str(broken.root / path), root=broken.root)

    assert (result.exit_code, result.stderr) == (code, f"{summary}\n")
    assert result.stdout.count(": S103 ") + result.stdout.count(": L202 ") == int(summary[0]) * code


def test_paths_are_relative_to_the_working_directory(run, broken, monkeypatch):
    monkeypatch.chdir(broken.root / "data")

    assert run("validate", "methods", "papers", root=broken.root).stderr == "1 error in 9 files\n"


@pytest.mark.parametrize("path", ["data/methods/nobody.yaml", "nowhere"])
def test_a_path_that_is_not_there_is_a_usage_error(run, project, path):
    result = run("validate", str(project.root / path), root=project.root)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "does not exist" in result.stderr


def test_a_path_outside_the_survey_is_a_usage_error(run, tmp_path):
    result = run("validate", str(tmp_path))

    assert result.exit_code == 2
    assert "is not part of the survey in" in result.stderr


def test_an_unknown_rule_is_a_usage_error_that_says_which_is_near(run):
    result = run("validate", "--ignore", "C5O4")

    assert result.exit_code == 2
    assert "there is no rule 'C5O4': did you mean 'C504'?" in result.stderr


def test_an_unreadable_taxonomy_is_told_whatever_files_are_asked_for(run, project):
    project.write("data/taxonomy.yaml", "task: [")

    result = run("validate", str(project.root / "data/papers"), root=project.root)

    assert result.exit_code == 1
    assert result.stdout.startswith("data/taxonomy.yaml:")
