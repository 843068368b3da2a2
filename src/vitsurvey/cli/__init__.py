"""Arguments into one library call each. Commands import what they need when they run, so that --help is instant."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from vitsurvey.project import Project


class Lazy(click.Group):
    """A group whose commands are imported only when they are called or listed."""

    COMMANDS = {
        "validate": "check the records", 
    }


def project_here(root: Path | None) -> "Project":
    from vitsurvey.project import find
    return find(root or Path.cwd(), os.environ.get("GITHUB_REPOSITORY"))


@click.command()
@click.option("--root", type=click.Path(path_type=Path))
@click.argument("args", nargs=-1)
def main(root, args):
    """Temporary."""
    from vitsurvey.checks import examine
    from vitsurvey.reporting import as_text
    e = examine(project_here(root))
    only = args
    problems = [p for p in e.problems if not only or any(a in p.position.file for a in only)]
    click.echo(as_text(problems), nl=False)
    click.echo(f"{sum(p.is_error for p in problems)} errors, {sum(not p.is_error for p in problems)} warnings in {e.files} files")
