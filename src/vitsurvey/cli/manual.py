"""The commands' own help texts, for the reference on the site."""

from collections.abc import Iterator

import click

from vitsurvey.cli import main
from vitsurvey.site.reference import Command

_WIDTH = 96


def commands() -> list[Command]:
    """Every command with its help as the terminal shows it, at a fixed width."""
    return [Command(name, help_text) for name, help_text in _helps()]


def _helps() -> Iterator[tuple[str, str]]:
    context = click.Context(main, info_name="vitsurvey", **main.context_settings, max_content_width=_WIDTH, terminal_width=_WIDTH)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command is not None:
            inner = click.Context(command, parent=context, info_name=name, max_content_width=_WIDTH, terminal_width=_WIDTH)
            yield name, command.get_help(inner)
