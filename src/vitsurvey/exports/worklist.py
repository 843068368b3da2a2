"""The curators' work list as plain text for a terminal."""

from datetime import date

from vitsurvey.exports.text import aligned
from vitsurvey.survey import Survey
from vitsurvey.views.todo import work_lists


def work_list_text(survey: Survey, today: date, most: int) -> str:
    """Return each sort of gap with at most `most` entries, the most rewarding first."""
    blocks = []
    for found in work_lists(survey, today):
        shown = found.gaps[:most]
        head = f"{found.title}: {len(found.gaps):,}" + (f", by {found.unit}" if shown else "")
        rows = aligned(((gap.gain, f"{gap.record.KIND}/{gap.record.id}", gap.what) for gap in shown), "  ") if shown else ""
        rest = len(found.gaps) - len(shown)
        blocks.append(f"{head}\n{rows}" + (f"  … and {rest:,} more\n" if rest else ""))
    return "\n".join(blocks)
