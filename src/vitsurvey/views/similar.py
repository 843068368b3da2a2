"""Similar methods: what they share of placements, parts, training data and lineage, the rarer the weightier."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from math import log, sqrt

from vitsurvey.schema import Method
from vitsurvey.survey import Survey
from vitsurvey.views.table import inside

NEAREST = 5
_LONGEST_WALK = 64
"""Methods a trait is shared by at most for candidates to be sought among them: this keeps the cost linear in the survey."""
_CANDIDATES = 15
"""Candidates that are compared in full."""
_REASONS = 4
_NAMED = 2
"""Shared values that a reason names; more are counted."""
Trait = tuple[str, str, str]
"""What methods can share: its sort (category, backbone, dataset, lineage), the facet, the id."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A method, how near it is (0 to 1), and what it shares in words: lineage, then the weightiest."""

    method: Method
    nearness: float
    reasons: tuple[str, ...]


class Likeness:
    """What the methods of a survey share, indexed once: trait to methods, method to traits."""

    def __init__(self, survey: Survey) -> None:
        """Number the traits of every method and weigh them: the fewer methods share one, the more it says."""
        self._survey = survey
        numbers: dict[Trait, int] = {}
        self._traits = {
            method.id: dict.fromkeys(numbers.setdefault(trait, len(numbers)) for trait in _traits(survey, method))
            for method in survey.methods.values()
        }
        self._named = list(numbers)
        sharing: list[list[str]] = [[] for _ in numbers]
        for method, traits in self._traits.items():
            for trait in traits:
                sharing[trait].append(method)
        count = len(self._traits) + 1
        self._weights = [log(count / len(methods)) ** 2 for methods in sharing]
        self._sharing = [methods if len(methods) <= _LONGEST_WALK else [] for methods in sharing]
        self._lengths = {method: sqrt(sum(self._weights[trait] for trait in traits)) for method, traits in self._traits.items()}

    def similar(self, method: Method) -> tuple[Similar, ...]:
        """The nearest methods, nearest first; fewer than five when fewer share a trait that is not common."""
        scores: dict[str, float] = defaultdict(float)
        for trait in self._traits[method.id]:
            weight = self._weights[trait]
            for other in self._sharing[trait]:
                scores[other] += weight
        scores.pop(method.id, None)
        best = nsmallest(_CANDIDATES, scores, key=lambda other: (-scores[other] / self._lengths[other], other))
        found = sorted((-self._nearness(method.id, other), other) for other in best)
        return tuple(
            Similar(self._survey.methods[other], -distance, self._reasons(method, self._survey.methods[other]))
            for distance, other in found[:NEAREST]
        )

    def _nearness(self, one: str, other: str) -> float:
        """The cosine of the angle between the weighted traits of two methods."""
        shared = sum(self._weights[trait] for trait in self._traits[one] if trait in self._traits[other])
        return shared / (self._lengths[one] * self._lengths[other])

    def _reasons(self, method: Method, other: Method) -> tuple[str, ...]:
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        weights: dict[tuple[str, str], float] = defaultdict(float)
        theirs = self._traits[other.id]
        for trait in (trait for trait in self._traits[method.id] if trait in theirs):
            sort, facet, ident = self._named[trait]
            groups[sort, facet].append(ident)
            weights[sort, facet] += self._weights[trait]
        for sort, facet in tuple(groups):
            if sort == "backbone":  # says more than the category it stands for
                groups.pop(("category", facet), None)
        ranked = sorted(groups, key=lambda group: (group[0] != "lineage", -weights[group], group))
        return tuple(self._in_words(method, other, *group, groups[group]) for group in ranked[:_REASONS])

    def _in_words(self, method: Method, other: Method, sort: str, facet: str, ids: list[str]) -> str:
        survey = self._survey
        match sort:
            case "lineage":
                return _lineage_in_words(survey, method, other, ids)
            case "dataset":
                names = [survey.datasets[ident].name for ident in ids]
                return f"both trained on {_listed(names)}"
            case "backbone":
                names = [survey.backbones[ident].name for ident in ids]
            case _:
                names = [survey.categories[facet][ident].title for ident in ids]
        if facet == survey.taxonomy.task.id:
            return f"{len(names)} tasks in common" if len(names) > 1 else f"task in common: {names[0]}"
        return f"same {inside(survey.facets[facet].title)}: {_listed(names)}"


def _traits(survey: Survey, method: Method) -> Iterator[Trait]:
    for facet in survey.taxonomy.facets:
        for category in survey.categories_of(method, facet.id):
            yield "category", facet.id, category.id
        for value in survey.placements(method, facet.id):
            if value in survey.backbones and value not in survey.categories[facet.id]:
                yield "backbone", facet.id, value
    for stage in method.training:
        for dataset in stage.datasets:
            yield "dataset", "", dataset
    for parent in (method.id, *(step.method for step in method.builds_on)):
        if parent != method.id or survey.built_on(method.id):
            yield "lineage", "", parent


def _lineage_in_words(survey: Survey, method: Method, other: Method, ids: list[str]) -> str:
    if other.id in ids:
        return f"{method.name} builds on it"
    if method.id in ids:
        return f"builds on {method.name}"
    return f"both build on {_listed([survey.methods[ident].name for ident in ids])}"


def _listed(names: Iterable[str]) -> str:
    """Up to two names, then how many more."""
    first = list(names)
    if len(first) <= _NAMED:
        return ", ".join(first)
    return f"{first[0]} and {len(first) - 1} more"
