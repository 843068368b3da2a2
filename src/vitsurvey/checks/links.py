"""L: every reference leads somewhere, placements fit the taxonomy, lineage has no loops."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from vitsurvey.problems import Position, Problem, Rule, suggest
from vitsurvey.schema import KINDS, Category, Facet, Method, Record
from vitsurvey.survey import Placed, Survey

UNKNOWN_RECORD = Rule(
    "L201", "references lead to records",
    what="A paper, backbone, dataset, method or benchmark that a record names has a file of its own.",
    why="A name that leads nowhere is a broken link on the site and a hole in every table.",
    how="Correct the spelling, or add the missing record first.",
    bad="paper: liu2023visul", good="paper: liu2023visual",
)
UNKNOWN_CATEGORY = Rule(
    "L202", "placements are in the taxonomy",
    what="Facets and categories are those of data/taxonomy.yaml; a component facet also takes backbones of that role.",
    why="The taxonomy is the survey's vocabulary: a word outside it cannot be counted, compared or browsed.",
    how="Take the suggested category. A new one needs a definition, an inclusion rule and three records.",
    bad="tasks: [captions]", good="tasks: [image-captioning]",
)
WRONG_KIND = Rule(
    "L203", "facets fit the kind",
    what="A facet is used only by the kinds of record it applies to.",
    why="A dataset has no connector; a value there would be counted in the wrong table.",
    how="Remove the facet, or extend `applies_to` in data/taxonomy.yaml if the question does arise.",
    bad="# datasets/coco.yaml\ndesign: {connector: [mlp]}", good="# datasets/coco.yaml\ndesign: {purpose: [image-source]}",
)
FAMILY = Rule(
    "L204", "placements are leaves",
    what="Records are placed under the categories at the ends of the tree, not under families.",
    why="A family's page shows its children's records already; a record placed there would be in no child.",
    how="Choose one of the family's children.",
    bad="tasks: [video]", good="tasks: [video-understanding]",
)
VOCABULARY = Rule(
    "L205", "the vocabulary is unambiguous",
    what="Facet ids are unique, category ids and titles are unique inside their facet, and no backbone shares an id with a category of its role.",
    why="A placement must mean one thing. The tree itself cannot be wrong: children are written inside their parent.",
    how="Rename one of the two.",
    bad="- id: mlp\n  title: MLP\n- id: mlp\n  title: Two-layer MLP", good="- id: mlp\n  title: MLP",
)
VARIANT = Rule(
    "L206", "scores name a variant that exists",
    what="A score names method/variant with a variant of that method, or the method alone where it has no variants.",
    why="A number of the 13B model must not stand on the 7B row.",
    how="Take one of the method's variants, or add the variant to the method.",
    bad="model: llava-1.5/70b", good="model: llava-1.5/13b",
)
LOOP = Rule(
    "L207", "lineage has no loops",
    what="Following `builds_on` or `built_from` never leads back to the start.",
    why="Nothing was made from itself; lineage trees and overlap checks would never end.",
    how="Remove the reference that points the wrong way in time.",
    bad="# a.yaml: built_from: [b]\n# b.yaml: built_from: [a]", good="# b.yaml: built_from: [a]",
)
ALIAS = Rule(
    "L208", "ids are one record's alone",
    what="An alias is nobody's id and nobody else's alias.",
    why="Old addresses redirect to exactly one page, for ever.",
    how="Remove the alias from the record it does not belong to.",
    bad="aliases: [llava]   # in llava-1.5.yaml", good="aliases: [llava-v1.5]",
)
COMPONENT = Rule(
    "L209", "parts are component facets",
    what="A backbone's role, its category and the parts named in training stages are component facets of the taxonomy.",
    why="Recipes are drawn from them.",
    how="Name a facet that has `component: true`, and for a backbone one of its categories.",
    bad="components: {projector: trained}", good="components: {connector: trained}",
)
TWICE = Rule(
    "L210", "lists name a thing once",
    what="A list of references names each id once.",
    why="The second mention would be counted again.",
    how="Remove the repetition.",
    bad="tasks: [image-captioning, image-captioning]", good="tasks: [image-captioning]",
)
RULES = (UNKNOWN_RECORD, UNKNOWN_CATEGORY, WRONG_KIND, FAMILY, VOCABULARY, VARIANT, LOOP, ALIAS, COMPONENT, TWICE)

_Reference: TypeAlias = tuple[str, Record, Iterable[str], tuple[int | str, ...]]
"""The kind that is named, the record it is named in, the ids, and where they stand."""
_ONE = {"papers": "paper", "backbones": "backbone", "methods": "method", "datasets": "dataset", "benchmarks": "benchmark"}


def check(survey: Survey) -> Iterator[Problem]:
    """Apply every rule of this family, given a vocabulary without ambiguities."""
    yield from _clashes(survey)
    yield from _shown(survey)
    for kind, record, ids, path in _references(survey):
        yield from _resolve(survey, kind, record, ids, path)
    for placed in survey.placed():
        yield from _placements(survey, placed)
    yield from _components(survey)
    yield from _models(survey)
    yield from _loops(survey, "methods", lambda i: [step.method for step in survey.methods[i].builds_on], "builds_on")
    yield from _loops(survey, "datasets", lambda i: survey.datasets[i].built_from, "built_from")
    yield from _loops(survey, "backbones", lambda i: survey.backbones[i].builds_on, "builds_on")
    yield from _aliases(survey)


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
    for path, facet in named:
        if facet not in survey.facets:
            yield _unknown_facet(survey, survey.where(survey.about, *path), facet)


def _references(survey: Survey) -> Iterator[_Reference]:
    """Every list of references."""
    yield "papers", survey.about, survey.about.papers, ("papers",)
    for named in survey.named():
        if named.paper:
            yield "papers", named, [named.paper], ("paper",)
    for backbone in survey.backbones.values():
        yield "backbones", backbone, backbone.builds_on, ("builds_on",)
    for method in survey.methods.values():
        yield from _method_references(method)
    for dataset in survey.datasets.values():
        yield "datasets", dataset, dataset.built_from, ("built_from",)
    for benchmark in survey.benchmarks.values():
        yield "datasets", benchmark, benchmark.image_sources, ("image_sources",)
    for results in survey.results.values():
        yield "papers", results, [results.paper], ("paper",)
        for i, score in enumerate(results.scores):
            yield "benchmarks", results, [score.benchmark], ("scores", i, "benchmark")
            yield "methods", results, [score.model.partition("/")[0]], ("scores", i, "model")


def _method_references(method: Method) -> Iterator[_Reference]:
    for i, stage in enumerate(method.training):
        yield "datasets", method, stage.datasets, ("training", i, "datasets")
    for i, variant in enumerate(method.variants):
        yield "backbones", method, variant.backbones, ("variants", i, "backbones")
    for i, step in enumerate(method.builds_on):
        yield "methods", method, [step.method], ("builds_on", i, "method")


def _resolve(survey: Survey, kind: str, record: Record, ids: Iterable[str], path: tuple[int | str, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    known = survey.ids[kind]
    for i, found in enumerate(ids):
        if found not in known:
            hint = suggest(found, known)
            tail = f"{kind.capitalize()} are the files in data/{kind}/: correct the name, or add the {_ONE[kind]} first."
            yield Problem(UNKNOWN_RECORD, survey.where(record, *path, i), f"unknown {_ONE[kind]} '{found}'", f"{hint} {tail}".strip())
        elif found in seen:
            yield Problem(TWICE, survey.where(record, *path, i), f"'{found}' is named twice", TWICE.how)
        seen.add(found)


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
            yield Problem(TWICE, survey.where(record, *path, i), f"'{found}' is named twice", TWICE.how)
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


def _models(survey: Survey) -> Iterator[Problem]:
    variants = {method.id: [variant.id for variant in method.variants] for method in survey.methods.values()}
    for results in survey.results.values():
        for i, score in enumerate(results.scores):
            method, _, variant = score.model.partition("/")
            known = variants.get(method)
            if known is None or (variant in known if variant else not known):
                continue
            place = survey.where(results, "scores", i, "model")
            names = ", ".join(f"{method}/{v}" for v in known)
            if not known:
                yield Problem(VARIANT, place, f"'{method}' has no variants, so no '{variant}'", f"write `model: {method}`, or add the variant to it")
            elif variant:
                yield Problem(VARIANT, place, f"'{method}' has no variant '{variant}'", f"{suggest(variant, known)} Its variants are: {names}".strip())
            else:
                yield Problem(VARIANT, place, f"'{method}' has variants: say which", f"one of: {names}")


def _loops(survey: Survey, kind: str, above: Callable[[str], Iterable[str]], key: str) -> Iterator[Problem]:
    """Depth-first walk with an explicit stack, so that a long lineage cannot exhaust Python's own."""
    records = survey.records(kind)
    done: set[str] = set()
    for start in records:
        stack, active = [(start, False)], dict[str, None]()
        while stack:
            at, leaving = stack.pop()
            if leaving:
                del active[at]
                done.add(at)
            elif at in active:
                way = list(active)
                loop = " → ".join((*way[way.index(at):], at))
                yield Problem(LOOP, survey.where(records[at], key, key=True), f"'{at}' leads back to itself through `{key}`: {loop}", LOOP.how)
            elif at in records and at not in done:
                active[at] = None
                stack.append((at, True))
                stack.extend((parent, False) for parent in above(at))


def _aliases(survey: Survey) -> Iterator[Problem]:
    for kind in KINDS:
        taken: dict[str, str] = {}
        for record in survey.records(kind).values():
            for i, alias in enumerate(record.aliases):
                owner = taken.setdefault(alias, record.id)
                if alias in survey.ids[kind]:
                    yield Problem(ALIAS, survey.where(record, "aliases", i), f"'{alias}' is the id of a record", ALIAS.how)
                elif owner != record.id:
                    yield Problem(ALIAS, survey.where(record, "aliases", i), f"'{alias}' is also an alias of '{owner}'", ALIAS.how)


