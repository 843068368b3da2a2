"""export: records in the forms that other programs read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vitsurvey.cli import survey_here
from vitsurvey.cli.output import out, save

if TYPE_CHECKING:
    from vitsurvey.exports import Format

FORMATS = ("bibtex", "csv", "json", "latex", "markdown", "schema")


def _condition(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    for value in values:
        if not all(value.partition("=")):
            raise click.BadParameter(f"'{value}' is not of the form FACET=CATEGORY; `vitsurvey list categories` shows them all")
    return tuple((facet, category) for facet, _, category in (value.partition("=") for value in values))


@click.command(epilog="\b\nExample:\n  vitsurvey export csv results -o scores.csv\n  vitsurvey export bibtex methods --where FACET=CATEGORY -o chosen.bib")
@click.argument("form", type=click.Choice(FORMATS), metavar="FORMAT")
@click.argument("kind", default="", metavar="[KIND]")
@click.option("--where", multiple=True, callback=_condition, metavar="FACET=CATEGORY", help="Only records that stand under a category, or under a child of it; also links=weights, licence=MIT, venue=ICLR. Given again, under both.")
@click.option("--latex", is_flag=True, help="In BibTeX, accents as LaTeX commands in place of Unicode.")
@click.option("-o", "--output", "file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE", help="Write to a file, whole or not at all; standard output when left out.")
def export(form: str, kind: str, where: tuple[tuple[str, str], ...], file: Path | None, *, latex: bool) -> None:
    """Write records as bibtex, csv, json, latex or markdown (the site's table), or schema (JSON Schema of their files).

    KIND is papers, backbones, methods, datasets, benchmarks or results. As BibTeX it stands for the papers of those
    records, all papers when left out; as JSON all kinds are written when it is left out.
    """
    from vitsurvey.exports import FORMATS as WRITERS
    from vitsurvey.exports import Request
    from vitsurvey.exports.selection import SelectionError
    writer = WRITERS[form]
    if latex and not writer.latex:
        raise click.UsageError(f"--latex goes with bibtex, not with {form}")
    request = Request(survey_here, _kind(form, kind, writer, filtered=bool(where)), where, latex)
    try:
        text = writer.write(request)
    except SelectionError as error:
        raise click.ClickException(str(error)) from None
    if where:
        total = len(request.survey.records(request.kind))
        click.echo(f"{len(request.records)} of {total} {request.kind}", err=True)
    if file is None or str(file) == "-":
        out(text)
    else:
        save(text, file)


def _kind(form: str, kind: str, writer: "Format", *, filtered: bool) -> str:
    """The kind that is named, or the format's own when none is."""
    from vitsurvey.problems import suggest
    if filtered and not writer.filters:
        raise click.UsageError(f"--where does not go with {form}")
    if filtered and not kind:
        raise click.UsageError("--where needs a KIND, such as methods")
    if kind:
        if kind not in writer.kinds:
            hint = suggest(kind, writer.kinds) or f"one of: {', '.join(writer.kinds)}"
            raise click.BadParameter(f"there is no kind '{kind}' in {form}: {hint}", param_hint="'[KIND]'")
        return kind
    if writer.default is None:
        raise click.UsageError(f"{form} needs a KIND: {', '.join(writer.kinds)}")
    return writer.default
