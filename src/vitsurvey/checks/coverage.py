"""C: records have evidence, are placed, and are used."""

from collections.abc import Iterator

from vitsurvey.problems import Level, Problem, Rule, suggest
from vitsurvey.schema import FILES, KINDS, Paper, Record
from vitsurvey.survey import Survey, evidence_of

EVIDENCE = Rule(
    "C501", "records have evidence",
    what="Every record says at least once where its facts were read.",
    why="A fact nobody can check is a rumour, and this survey holds none.",
    how="Add an `evidence` entry: kind, url, what it supports, and the day you read it.",
    bad="name: Alpha   # and no evidence", good="evidence:\n  - {kind: paper, url: https://arxiv.org/abs/2304.01234, read: 2023-12-01}",
)
SUPPORTS = Rule(
    "C502", "evidence supports keys of the record",
    what="The keys listed under `supports` are keys that this kind of record has.",
    why="They say which facts were read where; a misspelt one supports nothing.",
    how="Name the record's own top-level keys.",
    bad="supports: [author]", good="supports: [authors]",
)
UNPLACED = Rule(
    "C503", "records are placed",
    what="A method, dataset or benchmark stands somewhere on the design axis, and a dataset that trains a method on the task axis.",
    why="A record without a placement is found by nobody who browses.",
    how="Add the facets that the source answers.",
    bad="tasks: [sorting]   # and no design", good="tasks: [sorting]\ndesign: {engine: [simple]}",
    level=Level.WARNING,
)
UNUSED_CATEGORY = Rule(
    "C504", "categories are used",
    what="A category at the end of the tree holds at least one record.",
    why="An empty category is a gap of the field or of this survey, and someone should know which.",
    how="Place a record there, or remove the category.",
    bad="- id: holograms   # and no record", good="- id: holograms   # with records",
    level=Level.WARNING,
)
UNUSED_RECORD = Rule(
    "C505", "records are referred to",
    what="A backbone is part of a method, and a paper introduces or reports something or is a version of the survey.",
    why="A record nobody refers to is often a duplicate or left over.",
    how="Refer to it, or remove it.",
    bad="backbones/engine-7b.yaml   # in no method", good="design: {engine: [engine-7b]}",
    level=Level.WARNING,
)
RULES = (EVIDENCE, SUPPORTS, UNPLACED, UNUSED_CATEGORY, UNUSED_RECORD)


def check(survey: Survey) -> Iterator[Problem]:
    """Apply every rule of this family."""
    records: tuple[Record, ...] = (*survey.papers.values(), *survey.named())
    for record in records:
        yield from _evidence(survey, record)
    yield from _unplaced(survey)
    if _all_read(survey):
        yield from _unused_categories(survey)
        yield from _unused_records(survey)


def _all_read(survey: Survey) -> bool:
    """Whether every file gave a record: what a broken one refers to only looks unused."""
    return len(survey.documents) == len(FILES) + sum(len(survey.records(kind)) for kind in KINDS)


def _evidence(survey: Survey, record: Record) -> Iterator[Problem]:
    entries = evidence_of(record)
    if not entries:
        yield Problem(EVIDENCE, survey.where(record), f"'{record.id}' has no evidence", EVIDENCE.how)
    known = set(type(record).model_fields) - {"id", "evidence", "aliases"}
    for i, entry in enumerate(entries):
        for j, key in enumerate(entry.supports):
            if key not in known:
                hint = suggest(key, known) or f"keys here: {', '.join(sorted(known))}"
                yield Problem(SUPPORTS, survey.where(record, "evidence", i, "supports", j), f"'{key}' is not a key of {record.KIND}", hint)


def _unplaced(survey: Survey) -> Iterator[Problem]:
    for record in survey.placed():
        if not record.design:
            yield Problem(UNPLACED, survey.where(record), f"'{record.id}' stands nowhere on the design axis", UNPLACED.how)
    for dataset in survey.datasets.values():
        if not dataset.tasks and survey.trained_on(dataset.id):
            yield Problem(UNPLACED, survey.where(dataset), f"'{dataset.id}' trains a method but has no task", "add `tasks: […]`")


def _unused_categories(survey: Survey) -> Iterator[Problem]:
    used: set[tuple[str, str]] = set()
    for record in survey.placed():
        for facet in survey.taxonomy.facets:
            for value in survey.placements(record, facet.id):
                is_backbone = value not in survey.categories[facet.id] and value in survey.backbones
                used.add((facet.id, survey.backbones[value].category if is_backbone else value))
    for facet in survey.taxonomy.facets:
        for category in facet.leaves():
            if (facet.id, category.id) not in used:
                place = survey.where(survey.taxonomy, *survey.category_path(facet.id, category.id), "id")
                yield Problem(UNUSED_CATEGORY, place, f"no record stands under '{facet.id}/{category.id}'", UNUSED_CATEGORY.how)


def _unused_records(survey: Survey) -> Iterator[Problem]:
    parents = {parent for backbone in survey.backbones.values() for parent in backbone.builds_on}
    for backbone in survey.backbones.values():
        if not survey.using(backbone.id) and backbone.id not in parents:
            yield Problem(UNUSED_RECORD, survey.where(backbone), f"'{backbone.id}' is part of no method", UNUSED_RECORD.how)
    for paper in survey.papers.values():
        if not _is_used(survey, paper):
            yield Problem(UNUSED_RECORD, survey.where(paper), f"'{paper.id}' introduces and reports nothing", UNUSED_RECORD.how)


def _is_used(survey: Survey, paper: Paper) -> bool:
    about = survey.about
    return bool(survey.introduced_by(paper.id) or survey.results_of(paper.id)) or paper.id in (*about.papers, *about.related)
