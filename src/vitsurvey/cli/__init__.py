"""Arguments into one library call each. Commands are imported when they are called, and what they need when they run."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vitsurvey import __version__
from vitsurvey.cli.commands import Commands

if TYPE_CHECKING:
    from vitsurvey.project import Project
    from vitsurvey.survey import Survey


def here() -> "Project":
    """Return the project that --root names, or that holds the working directory.

    Raises:
        ProjectError: there is none.
    """
    from vitsurvey.project import find
    root: Path | None = click.get_current_context().find_root().obj
    return find(root or Path.cwd(), os.environ.get("GITHUB_REPOSITORY"))


def survey_here() -> "Survey":
    """Return the survey of the project.

    Raises:
        ProjectError: there is no project.
        SurveyError: its files hold errors.
    """
    from vitsurvey.checks import load
    return load(here())


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExample:\n  vitsurvey validate\n  vitsurvey export bibtex methods -o methods.bib",
)
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The survey's folder, or one inside it; the working directory when left out.")
@click.version_option(__version__, prog_name="vitsurvey")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """A survey as a living database: check it, look into it, take parts of it along, build its website."""
    context.obj = root
