"""list and show: look into the records."""

import click

from vitsurvey.cli import survey_here
from vitsurvey.cli.output import out

KINDS = ("papers", "backbones", "methods", "datasets", "benchmarks", "results", "categories")


@click.command("list", epilog="\b\nExample:\n  vitsurvey list methods")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
def list_kind(kind: str) -> None:
    """List the ids and names of one kind.

    KIND is papers, backbones, methods, datasets, benchmarks, results or categories. Categories are listed in the form
    that `export --where` takes.
    """
    from vitsurvey.exports.text import kind_text
    out(kind_text(survey_here(), kind))


@click.command(epilog="\b\nExample:\n  vitsurvey show alpha-1.5\n  vitsurvey show results/doe2024second")
@click.argument("name", metavar="ID")
def show(name: str) -> None:
    """Show all that one record says, what leads to it, and the scores that speak of it.

    ID is a record's id or a former one; kind/id says which is meant where two kinds share an id.
    """
    from vitsurvey.exports.selection import SelectionError, find
    from vitsurvey.exports.text import record_text
    survey = survey_here()
    try:
        record = find(survey, name)
    except SelectionError as error:
        raise click.ClickException(str(error)) from None
    out(record_text(survey, record))
