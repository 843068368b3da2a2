"""validate: check the records."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vitsurvey.cli import here
from vitsurvey.cli.output import out

if TYPE_CHECKING:
    from vitsurvey.problems import Problem
    from vitsurvey.project import Project

FORMATS = ("text", "github", "json")


@click.command(epilog="\b\nExample:\n  vitsurvey validate data/methods --strict --ignore C504")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Text for people, annotations for a pull request on GitHub, or JSON.")
@click.option("--strict", is_flag=True, help="Warnings fail as well.")
@click.option("--ignore", "ignored", multiple=True, metavar="CODE", help="A rule to leave out; may be given again.")
@click.pass_context
def validate(context: click.Context, paths: tuple[Path, ...], form: str, *, strict: bool, ignored: tuple[str, ...]) -> None:
    """Check the records and say what to mend.

    With PATHs, only problems in those files or folders are shown and counted; links are followed through the whole
    survey all the same. The exit code is 0 when nothing is wrong, 1 when there are problems, 2 when the call is.
    """
    from vitsurvey.checks import examine
    from vitsurvey.reporting import FORMATS as REPORTS
    project = here()
    _check_codes(ignored)
    inside = _inside(project, paths)
    examination = examine(project)
    # Without a taxonomy no link was followed: whatever files were asked for, that has to be said.
    always = () if examination.survey else ("data/survey.yaml", "data/taxonomy.yaml")
    problems = [
        problem for problem in examination.problems
        if problem.rule.code not in ignored and (inside(problem.position.file) or problem.position.file in always)
    ]
    out(REPORTS[form](problems))
    if form == "text":
        names = (project.name(file) for file in project.data.rglob("*.yaml"))
        files = sum(map(inside, names)) if paths else examination.files
        click.echo(_summary(problems, files), err=True)
    if any(problem.is_error or strict for problem in problems):
        context.exit(1)


def _summary(problems: "Iterable[Problem]", files: int) -> str:
    found = [problem.is_error for problem in problems]
    counts = ((found.count(True), "error"), (found.count(False), "warning"))
    told = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
    where = f"{files} file{'' if files == 1 else 's'}"
    return f"{', '.join(told)} in {where}" if told else f"{where}, no problems"


def _check_codes(codes: Iterable[str]) -> None:
    from vitsurvey.checks import RULES
    from vitsurvey.problems import suggest
    for code in codes:
        if code not in RULES:
            hint = suggest(code, RULES) or "`vitsurvey rules` lists them"
            raise click.BadParameter(f"there is no rule '{code}': {hint}", param_hint="'--ignore'")


def _inside(project: "Project", paths: Iterable[Path]) -> Callable[[str], bool]:
    """Return whether a file, named as problems name it, is one of the paths or lies in one."""
    root = project.root.resolve()
    wanted = [path.resolve() for path in paths]
    for path in wanted:
        if not path.is_relative_to(root):
            raise click.BadParameter(f"'{path}' is not part of the survey in {root}", param_hint="'[PATH]...'")
    return lambda file: not wanted or any((root / file).is_relative_to(path) for path in wanted)
