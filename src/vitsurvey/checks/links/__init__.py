"""L: every reference leads somewhere, placements fit the taxonomy, lineage has no loops."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from vitsurvey.checks.links import placements
from vitsurvey.checks.links.placements import ambiguities
from vitsurvey.checks.links.rules import ALIAS, LOOP, RULES, TWICE, UNKNOWN_RECORD, VARIANT
from vitsurvey.problems import Problem, suggest
from vitsurvey.schema import KINDS, Method, Record
from vitsurvey.survey import Survey

__all__ = ["RULES", "ambiguities", "check"]

_Reference: TypeAlias = tuple[str, Record, Iterable[str], tuple[int | str, ...]]
"""The kind that is named, the record it is named in, the ids, and where they stand."""
_ONE = {"papers": "paper", "backbones": "backbone", "methods": "method", "datasets": "dataset", "benchmarks": "benchmark"}


def check(survey: Survey) -> Iterator[Problem]:
    """Apply every rule of this family, given a vocabulary without ambiguities."""
    for kind, record, ids, path in _references(survey):
        yield from _resolve(survey, kind, record, ids, path)
    yield from placements.check(survey)
    yield from _models(survey)
    yield from _parts(survey)
    yield from _loops(survey, "methods", lambda i: [step.method for step in survey.methods[i].builds_on], "builds_on")
    yield from _loops(survey, "datasets", lambda i: survey.datasets[i].parents, "built_from")
    yield from _loops(survey, "backbones", lambda i: survey.backbones[i].builds_on, "builds_on")
    yield from _aliases(survey)


def _references(survey: Survey) -> Iterator[_Reference]:
    """Every list of references."""
    yield "papers", survey.about, survey.about.papers, ("papers",)
    yield "papers", survey.about, survey.about.related, ("related",)
    for named in survey.named():
        if named.paper:
            yield "papers", named, [named.paper], ("paper",)
    for backbone in survey.backbones.values():
        yield "backbones", backbone, backbone.builds_on, ("builds_on",)
    for method in survey.methods.values():
        yield from _method_references(method)
    for dataset in survey.datasets.values():
        yield "datasets", dataset, dataset.parents, ("built_from",)
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
            yield Problem(TWICE, survey.where(record, *path, i), f"'{found}' is named twice", "remove the repetition")
        seen.add(found)


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


def _parts(survey: Survey) -> Iterator[Problem]:
    """Scores name variants, metrics and splits by their ids, so an id stands for one of them."""
    parts: list[tuple[Record, str, list[str]]] = [
        (method, "variants", [variant.id for variant in method.variants]) for method in survey.methods.values()
    ]
    for benchmark in survey.benchmarks.values():
        parts.append((benchmark, "metrics", [metric.id for metric in benchmark.metrics]))
        parts.append((benchmark, "splits", [split.id for split in benchmark.splits]))
    for record, key, ids in parts:
        for i, found in enumerate(ids):
            if found in ids[:i]:
                yield Problem(TWICE, survey.where(record, key, i, "id"), f"another of the {key} has the id '{found}'", "rename or remove one of the two")
