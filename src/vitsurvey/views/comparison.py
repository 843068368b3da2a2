"""Every method's attributes and scores in one shape, so that any few of them can be set side by side."""

from dataclasses import dataclass

from vitsurvey.schema import Method
from vitsurvey.survey import ScoreClass, Survey
from vitsurvey.views.leaderboard import is_ranked, setting_in_words
from vitsurvey.views.profile import Answer, answers, stages
from vitsurvey.views.recipe import recipe
from vitsurvey.views.table import MISSING


@dataclass(frozen=True, slots=True)
class Attribute:
    """A row of a comparison: its id and its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ComparedClass:
    """A comparability class in words, part by part, and which end of it is better (empty when it is not ranked).

    Two numbers of one benchmark stand apart because one of these parts differs. A harness nobody names is empty.
    """

    benchmark: str
    name: str
    split: str
    metric: str
    setting: str
    harness: str
    better: str


@dataclass(frozen=True, slots=True)
class Reported:
    """One score of a method: the number of its class, the model, the value and where it was read."""

    class_number: int
    model: str
    value: float
    url: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What a comparison shows of one method. `attributes` has a list of texts for each attribute, in their order."""

    id: str
    name: str
    key: str
    is_drawn: bool
    """Whether there is a picture of its recipe."""
    attributes: tuple[tuple[str, ...], ...]
    scores: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Profiles:
    """All that a comparison of any methods needs."""

    attributes: tuple[Attribute, ...]
    classes: tuple[ComparedClass, ...]
    methods: tuple[Profile, ...]


def profiles(survey: Survey) -> Profiles:
    """Return the profiles of all methods, by name."""
    facets = [facet for facet in survey.taxonomy.facets if Method.KIND in facet.applies_to]
    attributes = (
        Attribute("released", "Released"), Attribute("contribution", "Contribution"),
        *(Attribute(facet.id, facet.title) for facet in facets),
        Attribute("variants", "Variants"), Attribute("training", "Training"), Attribute("builds-on", "Builds on"),
        Attribute("strengths", "Strengths"), Attribute("shortcomings", "Shortcomings"), Attribute("licences", "Licences"),
    )
    numbers: dict[ScoreClass, int] = {}
    found = []
    for method in sorted(survey.methods.values(), key=lambda method: (method.name.casefold(), method.id)):
        said = {answer.facet.id: answer for answer in answers(survey, method)}
        scores = tuple(
            Reported(
                numbers.setdefault(report.score_class, len(numbers)), survey.model_name(report.score.model),
                report.score.value, report.results.source.url,
            )
            for report in survey.scores_of(method.id)
        )
        texts = (
            _some(method.released), (method.contribution,),
            *(_placement(said.get(facet.id)) for facet in facets),
            tuple(variant.name for variant in method.variants), _training(survey, method),
            tuple(f"{survey.methods[step.method].name}: {'; '.join(step.changes)}" for step in method.builds_on),
            method.strengths, method.shortcomings,
            tuple(f"{part} {MISSING.get(value, value)}" for part, value in method.licences if value),
        )
        is_drawn = recipe(survey, said.values(), stages(survey, method)) is not None
        found.append(Profile(method.id, method.name, method.paper, is_drawn, texts, scores))
    return Profiles(attributes, tuple(_in_words(survey, key) for key in numbers), tuple(found))


def _some(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _placement(answer: Answer | None) -> tuple[str, ...]:
    if answer is None:
        return ()
    return tuple(part.text for part in answer.cell.parts) or _some(MISSING.get(answer.cell.missing))


def _training(survey: Survey, method: Method) -> tuple[str, ...]:
    """One line a stage: its name, what moves in it, and its data."""
    lines = []
    for stage in method.training:
        moving = [survey.facets[part].title.lower() for part, state in stage.components.items() if state in ("trained", "adapted", "partly")]
        data = [survey.datasets[dataset].name for dataset in stage.datasets]
        lines.append(stage.name + (f" ({', '.join(moving)})" if moving else "") + (f": {', '.join(data)}" if data else ""))
    return tuple(lines)


def _in_words(survey: Survey, key: ScoreClass) -> ComparedClass:
    benchmark, split, metric = survey.measured(key)
    return ComparedClass(
        benchmark.id, benchmark.name, split.name or split.id, metric.name + (f" ({metric.unit})" if metric.unit else ""),
        setting_in_words(key), "" if key.harness == "not-reported" else key.harness,
        metric.direction if is_ranked(key, metric) else "",
    )
