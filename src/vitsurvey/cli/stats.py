"""stats: what the survey holds, in numbers."""

import click

from vitsurvey.cli import survey_here
from vitsurvey.cli.output import out


@click.command(epilog="\b\nExample:\n  vitsurvey stats")
def stats() -> None:
    """Count what the survey holds: records, scores, methods by task and by year, answers to each facet."""
    from vitsurvey.exports.statistics import statistics_text
    out(statistics_text(survey_here()))
