"""Rules over a whole survey, and the two ways in: `examine` never raises on data, `load` raises when there are errors."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vitsurvey import document, reader
from vitsurvey.checks import citations, coverage, links, scores
from vitsurvey.problems import Problem, Rule, SurveyError, in_order
from vitsurvey.project import Project
from vitsurvey.survey import Survey, build

RULES: dict[str, Rule] = {
    rule.code: rule
    for module in (document, reader, links, scores, citations, coverage)
    for rule in module.RULES
}
"""Every rule by its code, in the order of the manual."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What reading and checking a survey's files gave."""

    survey: Survey | None
    """None when survey.yaml or taxonomy.yaml could not be read."""
    problems: tuple[Problem, ...]
    files: int

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that make the survey invalid."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not."""
        return tuple(problem for problem in self.problems if not problem.is_error)


def examine(project: Project, today: date | None = None) -> Examination:
    """Read and check the survey of a project. `today` bounds dates; it is the current day unless given."""
    with reader.collector_paused():
        entries, problems = reader.read_all(project)
        survey = build(entries)
        if survey is not None:
            problems.extend(check(survey, today or date.today()))
    return Examination(survey, in_order(problems), len(entries))


def check(survey: Survey, today: date) -> Iterator[Problem]:
    """Apply every rule over whole surveys. An ambiguous vocabulary is told first and alone: it would spoil all that follows."""
    ambiguous = list(links.ambiguities(survey))
    if ambiguous:
        yield from ambiguous
        return
    yield from links.check(survey)
    yield from scores.check(survey)
    yield from citations.check(survey, today)
    yield from coverage.check(survey)


def load(project: Project) -> Survey:
    """Return the survey of a project.

    Raises:
        SurveyError: its files hold errors.
    """
    examination = examine(project)
    if examination.errors or examination.survey is None:
        raise SurveyError(examination.problems)
    return examination.survey
