"""The survey itself: the records of this repository."""

from pathlib import Path

from vitsurvey.checks import examine
from vitsurvey.project import Project
from vitsurvey.reporting import as_text


def test_the_records_have_no_errors():
    examination = examine(Project(Path(__file__).parents[1]))

    assert not examination.errors, as_text(examination.errors)
