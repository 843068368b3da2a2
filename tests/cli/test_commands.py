"""The group: what it offers, how fast it helps, and how it fails."""

import json
import subprocess
import sys

import click
import pytest

from vitsurvey import __version__
from vitsurvey.cli import here, main
from vitsurvey.cli.commands import COMMANDS

HEAVY = {"pydantic", "mkdocs", "yaml", "jinja2", "packaging", "vitsurvey.schema"}


def python(code, *arguments):
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, timeout=60)


def imported(*arguments):
    """The modules that a call of the program imports."""
    done = python(
        "import json, sys\n"
        "from vitsurvey.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as leaving:\n    assert not leaving.code, leaving.code\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))", *arguments,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), *((name, "--help") for name in COMMANDS)], ids=" ".join)
def test_help_imports_no_machinery(arguments):
    assert imported(*arguments) & HEAVY == set()


def test_a_command_that_reads_records_does_not_import_the_site(mini):
    found = imported("--root", str(mini.root), "list", "methods")

    assert "pydantic" in found
    assert found & {"mkdocs", "jinja2", "vitsurvey.site"} == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_overview_says_of_a_command_what_its_help_begins_with(name):
    command = main.get_command(click.Context(main), name)

    assert command is not None
    assert " ".join((command.help or "").split("\n\n")[0].split()) == COMMANDS[name][1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_ends_with_an_example(run, name):
    *_, last = run(name, "--help").stdout.rstrip().split("\n\n")
    heading, *examples = last.splitlines()

    assert heading.strip() == "Example:"
    assert examples != []
    assert all(line.strip().startswith(f"vitsurvey {name}") for line in examples)


def test_the_overview_lists_every_command_and_ends_with_an_example(run):
    text = run("--help").stdout

    table = " ".join(text.split())
    assert all(f" {name} {about}" in table for name, (_, about) in COMMANDS.items())
    assert text.rstrip().split("\n\n")[-1].splitlines()[0].strip() == "Example:"


def test_the_names_are_those_of_the_manual():
    assert list(COMMANDS) == ["validate", "list", "show", "export", "stats", "rules", "build", "serve", "render"]


def test_the_version_is_the_package_version(run):
    assert run("--version").stdout == f"vitsurvey, version {__version__}\n"


def test_a_misspelt_command_is_a_usage_error_that_says_which_is_near(run):
    result = run("validat")

    assert result.exit_code == 2
    assert "there is no command 'validat': did you mean 'validate'?" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [
    ("list", "methods"), ("show", "hearthling"), ("export", "bibtex"), ("stats",), ("validate",),
], ids=" ".join)
def test_outside_a_survey_the_message_says_what_was_looked_for(run, tmp_path, arguments):
    result = run(*arguments, root=tmp_path)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == f"Error: no survey here: data/survey.yaml was not found in {tmp_path} or any folder above it\n"


def test_a_root_that_is_not_there_is_a_usage_error(run, tmp_path):
    assert run("stats", root=tmp_path / "nowhere").exit_code == 2


@pytest.mark.parametrize("arguments", [
    ("list", "methods"), ("show", "hearthling"), ("export", "bibtex"), ("stats",),
], ids=" ".join)
def test_a_command_that_needs_a_valid_survey_shows_the_errors_and_writes_nothing(run, project, arguments):
    project.replace("data/methods/hearthling.yaml", "loaf-baking", "loaf-bakin")

    result = run(*arguments, root=project.root)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        "data/methods/hearthling.yaml:5:9: L202 unknown category 'loaf-bakin' in 'task'\n"
        "    tasks: [loaf-bakin, heat-holding]\n"
        "            ^\n"
        "    did you mean 'loaf-baking'?\n"
        "Error: the survey has an error to mend first\n"
    )


def test_the_survey_is_found_from_any_folder_inside_it(mini, monkeypatch):
    monkeypatch.chdir(mini.data / "methods")

    with click.Context(main):
        assert here().root == mini.root.resolve()


def test_the_repository_of_the_surroundings_is_passed_on(mini, monkeypatch):
    monkeypatch.setenv("GITHUB_REPOSITORY", "example/fork")

    with click.Context(main, obj=mini.root):
        assert here().repository == "example/fork"


def test_a_closed_pipe_is_silent(mini):
    reader = subprocess.Popen(
        [sys.executable, "-m", "vitsurvey", "--root", str(mini.root), "export", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    assert reader.stdout is not None
    reader.stdout.close()
    assert reader.stderr is not None
    said = reader.stderr.read()
    reader.stderr.close()
    reader.wait(timeout=60)

    assert said == b""


def test_output_is_utf_8_whatever_the_terminal_says(mini):
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "vitsurvey", "--root", str(mini.root), "show", "papers/lecka2021listening"],
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True, check=False, timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert "Zofia Łęcka" in done.stdout.decode("utf-8")
