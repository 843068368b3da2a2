"""stats: what the survey holds, in numbers, and what it lacks."""

from datetime import date

import click

from vitsurvey.cli import survey_here
from vitsurvey.cli.output import out


@click.command(epilog="\b\nExample:\n  vitsurvey stats\n  vitsurvey stats --todo --most 20")
@click.option("--todo", is_flag=True, help="List what is missing, the most rewarding first.")
@click.option("--most", type=click.IntRange(1), default=10, show_default=True, help="Entries of each sort that --todo lists.")
def stats(*, todo: bool, most: int) -> None:
    """Count what the survey holds: records, scores, methods by task and by year, answers to each facet."""
    if todo:
        from vitsurvey.exports.worklist import work_list_text
        out(work_list_text(survey_here(), date.today(), most))
    else:
        from vitsurvey.exports.statistics import statistics_text
        out(statistics_text(survey_here()))
