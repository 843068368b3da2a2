"""Placements fit the taxonomy: known facets, known categories, leaves, and parts that are component facets."""

from collections.abc import Iterable, Iterator

from vitsurvey.checks.links.rules import COMPONENT, FAMILY, TWICE, UNKNOWN_CATEGORY, VOCABULARY, WRONG_KIND
from vitsurvey.problems import Position, Problem, suggest
from vitsurvey.schema import Category, Facet
from vitsurvey.survey import Placed, Survey


def check(survey: Survey) -> Iterator[Problem]:
    """Check every placement against a vocabulary without ambiguities."""
    yield from _clashes(survey)
    yield from _shown(survey)
    for placed in survey.placed():
        yield from _placements(survey, placed)
    yield from _components(survey)


def ambiguities(survey: Survey) -> Iterator[Problem]:
    """Find facets and categories that share an id or a title. While there are any, placements cannot be judged."""
    task, *design = survey.taxonomy.facets
    facets: list[tuple[Facet, tuple[int | str, ...]]] = [(task, ("task",)), *((facet, ("design", i)) for i, facet in enumerate(design))]
    seen: set[str] = set()
    for facet, path in facets:
        if facet.id in seen:
            yield Problem(VOCABULARY, survey.where(survey.taxonomy, *path, "id"), f"another facet has the id '{facet.id}'", VOCABULARY.how)
        seen.add(facet.id)
        taken: dict[tuple[str, str], Category] = {}
        for category, steps in _categories(facet.categories, path):
            for key, value in (("id", category.id), ("title", category.title)):
                first = taken.setdefault((key, value.lower()), category)
                if first is not category:
                    yield Problem(VOCABULARY, survey.where(survey.taxonomy, *steps, key), f"another category of '{facet.id}' has the {key} '{value}'", VOCABULARY.how)


def _categories(level: tuple[Category, ...], path: tuple[int | str, ...]) -> Iterator[tuple[Category, tuple[int | str, ...]]]:
    """Every category with the path to it in taxonomy.yaml, parents first."""
    for i, category in enumerate(level):
        steps = (*path, "categories", i)
        yield category, steps
        yield from _categories(category.categories, steps)


def _clashes(survey: Survey) -> Iterator[Problem]:
    for backbone in survey.backbones.values():
        if backbone.id in survey.categories.get(backbone.role, {}):
            yield Problem(VOCABULARY, survey.where(backbone), f"'{backbone.id}' is also a category of '{backbone.role}'", "rename the backbone's file")


def _shown(survey: Survey) -> Iterator[Problem]:
    shows = survey.about.shows
    named: list[tuple[tuple[int | str, ...], str]] = [(("shows", "matrix"), shows.matrix)] if shows.matrix else []
    named += [(("shows", "columns", kind, i), facet) for kind, facets in shows.columns.items() for i, facet in enumerate(facets)]
    named += [(("shows", "trends", i), facet) for i, facet in enumerate(shows.trends)]
    for path, facet in named:
        if facet not in survey.facets:
            yield _unknown_facet(survey, survey.where(survey.about, *path), facet)


def _placements(survey: Survey, record: Placed) -> Iterator[Problem]:
    task = survey.taxonomy.task
    if record.tasks and record.KIND not in task.applies_to:
        yield Problem(WRONG_KIND, survey.where(record, "tasks", key=True), f"'{task.id}' does not apply to {record.KIND}", WRONG_KIND.how)
    yield from _values(survey, record, task.id, record.tasks, ("tasks",))
    for name, value in record.design.items():
        path = ("design", name)
        if name not in survey.facets or name == task.id:
            yield _unknown_facet(survey, survey.where(record, *path, key=True), name)
        elif record.KIND not in survey.facets[name].applies_to:
            yield Problem(WRONG_KIND, survey.where(record, *path, key=True), f"the facet '{name}' does not apply to {record.KIND}", WRONG_KIND.how)
        elif not isinstance(value, str):
            yield from _values(survey, record, name, value, path)


def _unknown_facet(survey: Survey, place: Position, name: str) -> Problem:
    facets = [facet.id for facet in survey.taxonomy.design]
    return Problem(UNKNOWN_CATEGORY, place, f"unknown facet '{name}'", suggest(name, facets) or f"facets are: {', '.join(facets)}")


def _values(survey: Survey, record: Placed, facet: str, ids: Iterable[str], path: tuple[str, ...]) -> Iterator[Problem]:
    known = survey.categories[facet]
    seen: set[str] = set()
    for i, found in enumerate(ids):
        if found in seen:
            yield Problem(TWICE, survey.where(record, *path, i), f"'{found}' is named twice", "remove the repetition")
        seen.add(found)
        category = known.get(found)
        if category is not None:
            if category.categories:
                children = ", ".join(child.id for child in category.leaves())
                yield Problem(FAMILY, survey.where(record, *path, i), f"'{found}' is a family", f"choose one of: {children}")
            continue
        backbone = survey.backbones.get(found)
        if backbone is not None and backbone.role == facet:
            continue
        if found in survey.ids["backbones"] and backbone is None:
            continue  # its own file is broken and says so
        if backbone is not None:
            hint = f"the backbone '{found}' has the role '{backbone.role}'"
        else:
            fitting = [b.id for b in survey.backbones.values() if b.role == facet]
            leaves = [leaf.id for leaf in survey.facets[facet].leaves()]
            hint = suggest(found, (*known, *fitting)) or f"categories of '{facet}' are: {', '.join(leaves)}"
        yield Problem(UNKNOWN_CATEGORY, survey.where(record, *path, i), f"unknown category '{found}' in '{facet}'", hint)


def _components(survey: Survey) -> Iterator[Problem]:
    parts = {facet.id for facet in survey.taxonomy.design if facet.component}
    for backbone in survey.backbones.values():
        if backbone.role not in parts:
            hint = suggest(backbone.role, parts) or f"component facets are: {', '.join(sorted(parts))}"
            yield Problem(COMPONENT, survey.where(backbone, "role"), f"'{backbone.role}' is not a component facet", hint)
        elif backbone.category not in survey.categories[backbone.role]:
            known = survey.categories[backbone.role]
            hint = suggest(backbone.category, known) or f"categories of '{backbone.role}' are: {', '.join(known)}"
            yield Problem(COMPONENT, survey.where(backbone, "category"), f"'{backbone.category}' is not a category of '{backbone.role}'", hint)
    for method in survey.methods.values():
        for i, stage in enumerate(method.training):
            for part in stage.components:
                if part not in parts:
                    hint = suggest(part, parts) or f"component facets are: {', '.join(sorted(parts))}"
                    yield Problem(COMPONENT, survey.where(method, "training", i, "components", part, key=True), f"'{part}' is not a component facet", hint)
