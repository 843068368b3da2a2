"""The table of commands, and the group that imports one of them when it is called."""

from importlib import import_module
from typing import Any

import click

COMMANDS = {
    "validate": ("vitsurvey.cli.validate:validate", "Check the records and say what to mend."),
    "list": ("vitsurvey.cli.records:list_kind", "List the ids and names of one kind."),
    "show": ("vitsurvey.cli.records:show", "Show all that one record says, what leads to it, and the scores that speak of it."),
    "export": ("vitsurvey.cli.export:export", "Write records as bibtex, csv, json, latex or markdown (the site's table), or schema (JSON Schema of their files)."),
    "stats": ("vitsurvey.cli.stats:stats", "Count what the survey holds: records, scores, methods by task and by year, answers to each facet."),
    "rules": ("vitsurvey.cli.rules:rules", "List the rules of validate, or explain one: what is checked, why, and how a file is mended."),
    "build": ("vitsurvey.cli.site:build", "Build the website."),
    "serve": ("vitsurvey.cli.site:serve", "Serve the website on this machine and rebuild it when a file changes."),
    "render": ("vitsurvey.cli.site:render", "Write every page and download below FOLDER, as files that another site generator can build."),
}
"""Name to where the command lies, and its line in the overview: --help imports none of them."""


class Commands(click.Group):
    """A group that imports a command when it is called, and turns what the library raises into text and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order in which they are shown."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or say which one may have been meant."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from vitsurvey.problems import suggest
            hint = suggest(args[0], COMMANDS) or f"commands are: {', '.join(COMMANDS)}"
            ctx.fail(f"there is no command '{args[0]}': {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the overview from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run a command. This is the one place where an exception of the library becomes a message."""
        from vitsurvey.problems import SurveyError
        from vitsurvey.project import ProjectError
        try:
            return super().invoke(ctx)
        except SurveyError as error:
            from vitsurvey.reporting import as_text
            errors = [problem for problem in error.problems if problem.is_error]
            click.echo(as_text(errors), nl=False, err=True)
            count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
            raise click.ClickException(f"the survey has {count} to mend first") from None
        except ProjectError as error:
            raise click.ClickException(str(error)) from None
