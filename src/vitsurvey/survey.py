"""Records into one linked survey, with look-ups in the field's words. Knows nothing of pages.

The look-ups are one class with one index each, which is why this module is longer than 300 lines.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, TypeVar

from vitsurvey.document import Document
from vitsurvey.problems import Position
from vitsurvey.reader import Entry
from vitsurvey.schema import (
    KINDS,
    About,
    Backbone,
    Benchmark,
    Category,
    Dataset,
    Evidence,
    Facet,
    Method,
    Metric,
    Named,
    Paper,
    Record,
    Results,
    Score,
    Split,
    Taxonomy,
    Variant,
)

Placed: TypeAlias = Method | Dataset | Benchmark
"""A record that stands in the taxonomy."""
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class ScoreClass:
    """What two scores must share before they may be ranked together."""

    benchmark: str
    split: str
    metric: str
    setting: str
    shots: int | None
    harness: str


@dataclass(frozen=True, slots=True)
class Report:
    """One score with the results file that holds it."""

    score: Score
    results: Results
    place: int
    """Its position in the file, from 0."""

    @property
    def method(self) -> str:
        """The id of the method it is about."""
        return self.score.model.split("/")[0]

    @property
    def score_class(self) -> ScoreClass:
        """The class inside which it may be ranked."""
        score = self.score
        return ScoreClass(score.benchmark, score.split, score.metric, score.setting, score.shots, score.harness)


@dataclass(frozen=True)
class Survey:
    """All records of a survey and the links between them. Look-ups expect links that resolve."""

    about: About
    taxonomy: Taxonomy
    papers: dict[str, Paper]
    backbones: dict[str, Backbone]
    methods: dict[str, Method]
    datasets: dict[str, Dataset]
    benchmarks: dict[str, Benchmark]
    results: dict[str, Results]
    documents: dict[tuple[str, str], Document]
    """Kind and id to the text of the file, those without a record included."""

    def records(self, kind: str) -> dict[str, Record]:
        """All records of one kind, by id, in alphabetical order."""
        found: dict[str, Record] = getattr(self, kind)
        return found

    def named(self) -> Iterator[Named]:
        """Every backbone, method, dataset and benchmark."""
        yield from self.backbones.values()
        yield from self.methods.values()
        yield from self.datasets.values()
        yield from self.benchmarks.values()

    def placed(self) -> Iterator[Placed]:
        """Every record that stands in the taxonomy."""
        yield from self.methods.values()
        yield from self.datasets.values()
        yield from self.benchmarks.values()

    @cached_property
    def ids(self) -> dict[str, frozenset[str]]:
        """Kind to the ids of its files, broken ones included: a broken file is not an unknown id as well."""
        return {kind: frozenset(i for k, i in self.documents if k == kind) for kind in KINDS}

    def document(self, record: Record) -> Document:
        """The file of a record."""
        return self.documents[record.KIND, record.id]

    def where(self, record: Record, *path: int | str, key: bool = False) -> Position:
        """The place of a value (or of its key) in a record's file."""
        return self.document(record).locate(path, key=key)

    @cached_property
    def as_of(self) -> str:
        """The newest day on which a source was read: how recent the records are. Empty when no source was."""
        days = [entry.read for record in (*self.papers.values(), *self.named()) for entry in evidence_of(record)]
        return max([*days, *(results.source.read for results in self.results.values())], default="")

    # --- the taxonomy -------------------------------------------------------------------------------------------

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """Facets by id, the task axis first."""
        return {facet.id: facet for facet in self.taxonomy.facets}

    @cached_property
    def categories(self) -> dict[str, dict[str, Category]]:
        """Facet id to its categories by id, families included."""
        return {facet.id: {category.id: category for category in facet.walk()} for facet in self.taxonomy.facets}

    @cached_property
    def families(self) -> dict[tuple[str, str], tuple[Category, ...]]:
        """Facet and category id to the categories above it, outermost first."""
        found: dict[tuple[str, str], tuple[Category, ...]] = {}

        def descend(facet: Facet, category: Category, above: tuple[Category, ...]) -> None:
            found[facet.id, category.id] = above
            for child in category.categories:
                descend(facet, child, (*above, category))

        for facet in self.taxonomy.facets:
            for category in facet.categories:
                descend(facet, category, ())
        return found

    def category_path(self, facet: str, category: str) -> tuple[int | str, ...]:
        """Where a category stands in taxonomy.yaml, as a path for `where`."""
        task = self.taxonomy.task
        position = next((i for i, f in enumerate(self.taxonomy.design) if f.id == facet), 0)
        path: tuple[int | str, ...] = ("task",) if facet == task.id else ("design", position)
        level = self.facets[facet].categories
        for step in (*self.families[facet, category], self.categories[facet][category]):
            path = (*path, "categories", next(i for i, c in enumerate(level) if c is step))
            level = step.categories
        return path

    def placements(self, record: Placed, facet: str) -> tuple[str, ...]:
        """The values a record gives in a facet: ids of categories or backbones; empty when it gives none."""
        if facet == self.taxonomy.task.id:
            return record.tasks
        value = record.design.get(facet, ())
        return () if isinstance(value, str) else value

    def categories_of(self, record: Placed, facet: str) -> tuple[Category, ...]:
        """The categories a record stands under in a facet; a backbone stands for its category."""
        known = self.categories[facet]
        ids = [i if i in known else self.backbones[i].category for i in self.placements(record, facet)]
        return tuple(known[i] for i in dict.fromkeys(ids))

    @cached_property
    def _under(self) -> dict[tuple[str, str, str], list[Placed]]:
        found: dict[tuple[str, str, str], list[Placed]] = defaultdict(list)
        for record in self.placed():
            for facet in self.taxonomy.facets:
                seen: dict[str, None] = {}
                for category in self.categories_of(record, facet.id):
                    for above in self.families[facet.id, category.id]:
                        seen[above.id] = None
                    seen[category.id] = None
                for category_id in seen:
                    found[record.KIND, facet.id, category_id].append(record)
        return found

    def methods_under(self, facet: str, category: str) -> list[Method]:
        """The methods placed under a category or, for a family, under any of its children."""
        return [r for r in self._under.get(("methods", facet, category), ()) if isinstance(r, Method)]

    def datasets_under(self, facet: str, category: str) -> list[Dataset]:
        """The datasets placed under a category or its children."""
        return [r for r in self._under.get(("datasets", facet, category), ()) if isinstance(r, Dataset)]

    def benchmarks_under(self, facet: str, category: str) -> list[Benchmark]:
        """The benchmarks placed under a category or its children."""
        return [r for r in self._under.get(("benchmarks", facet, category), ()) if isinstance(r, Benchmark)]

    # --- links between records ----------------------------------------------------------------------------------

    @cached_property
    def _introduced(self) -> dict[str, list[Named]]:
        return _grouped((record.paper, record) for record in self.named() if record.paper)

    def introduced_by(self, paper: str) -> list[Named]:
        """What a paper introduces."""
        return self._introduced.get(paper, [])

    @cached_property
    def _trained_on(self) -> dict[str, list[Method]]:
        return _grouped(
            (dataset, method)
            for method in self.methods.values()
            for dataset in dict.fromkeys(d for stage in method.training for d in stage.datasets)
        )

    def trained_on(self, dataset: str) -> list[Method]:
        """The methods that a dataset trains."""
        return self._trained_on.get(dataset, [])

    @cached_property
    def _made_from(self) -> dict[str, list[Dataset]]:
        return _grouped((source, dataset) for dataset in self.datasets.values() for source in dataset.parents)

    def made_from(self, dataset: str) -> list[Dataset]:
        """The datasets that were made from one."""
        return self._made_from.get(dataset, [])

    @cached_property
    def _images_in(self) -> dict[str, list[Benchmark]]:
        return _grouped((source, bench) for bench in self.benchmarks.values() for source in bench.image_sources)

    def tested_with_images_of(self, dataset: str) -> list[Benchmark]:
        """The benchmarks whose images come from a dataset."""
        return self._images_in.get(dataset, [])

    @cached_property
    def _using(self) -> dict[str, list[Method]]:
        return _grouped(
            (value, method)
            for method in self.methods.values()
            for value in dict.fromkeys(v for facet in method.design for v in self.placements(method, facet))
            if value in self.backbones
        )

    def using(self, backbone: str) -> list[Method]:
        """The methods that a backbone is part of."""
        return self._using.get(backbone, [])

    @cached_property
    def _made_into(self) -> dict[str, list[Backbone]]:
        return _grouped((parent, backbone) for backbone in self.backbones.values() for parent in backbone.builds_on)

    def made_into(self, backbone: str) -> list[Backbone]:
        """The backbones that were made from one."""
        return self._made_into.get(backbone, [])

    @cached_property
    def _built_on(self) -> dict[str, list[Method]]:
        return _grouped((step.method, method) for method in self.methods.values() for step in method.builds_on)

    def built_on(self, method: str) -> list[Method]:
        """The methods that build on one."""
        return self._built_on.get(method, [])

    def variant(self, model: str) -> Variant | None:
        """The variant that method/variant names, or None for a method alone."""
        method, _, variant = model.partition("/")
        return next((v for v in self.methods[method].variants if v.id == variant), None) if variant else None

    def model_name(self, model: str) -> str:
        """How a table calls method/variant."""
        found = self.variant(model)
        return found.name if found else self.methods[model.partition("/")[0]].name

    # --- scores -------------------------------------------------------------------------------------------------

    @cached_property
    def reports(self) -> list[Report]:
        """Every score with its source, by results file, in the order of the file."""
        return [
            Report(score, results, place)
            for results in self.results.values()
            for place, score in enumerate(results.scores)
        ]

    @cached_property
    def _by_benchmark(self) -> dict[str, list[Report]]:
        return _grouped((report.score.benchmark, report) for report in self.reports)

    def scores_on(self, benchmark: str) -> list[Report]:
        """The scores that any source reports on a benchmark."""
        return self._by_benchmark.get(benchmark, [])

    @cached_property
    def _by_method(self) -> dict[str, list[Report]]:
        return _grouped((report.method, report) for report in self.reports)

    def scores_of(self, method: str) -> list[Report]:
        """The scores that any source reports for a method."""
        return self._by_method.get(method, [])

    @cached_property
    def _by_paper(self) -> dict[str, list[Results]]:
        return _grouped((results.paper, results) for results in self.results.values())

    def results_of(self, paper: str) -> list[Results]:
        """The results files of a paper."""
        return self._by_paper.get(paper, [])


    def measured(self, key: ScoreClass) -> tuple[Benchmark, Split, Metric]:
        """The benchmark, split and metric of a comparability class."""
        benchmark = self.benchmarks[key.benchmark]
        split = next(split for split in benchmark.splits if split.id == key.split)
        metric = next(metric for metric in benchmark.metrics if metric.id == key.metric)
        return benchmark, split, metric

    @cached_property
    def _reports_by_paper(self) -> dict[str, list[Report]]:
        return _grouped((report.results.paper, report) for report in self.reports)

    def reports_of(self, paper: str) -> list[Report]:
        """The scores that the sources of a paper report."""
        return self._reports_by_paper.get(paper, [])


def build(entries: Iterable[Entry]) -> Survey | None:
    """Link the records of entries into a survey; None when survey.yaml or taxonomy.yaml gave no record."""
    documents: dict[tuple[str, str], Document] = {}
    records: dict[str, dict[str, Record]] = defaultdict(dict)
    for entry in entries:
        documents[entry.kind, entry.id] = entry.document
        if entry.record is not None:
            records[entry.kind][entry.id] = entry.record
    about, taxonomy = records["survey"].get("survey"), records["taxonomy"].get("taxonomy")
    if not (isinstance(about, About) and isinstance(taxonomy, Taxonomy)):
        return None
    return Survey(
        about, taxonomy,
        papers={i: r for i, r in records["papers"].items() if isinstance(r, Paper)},
        backbones={i: r for i, r in records["backbones"].items() if isinstance(r, Backbone)},
        methods={i: r for i, r in records["methods"].items() if isinstance(r, Method)},
        datasets={i: r for i, r in records["datasets"].items() if isinstance(r, Dataset)},
        benchmarks={i: r for i, r in records["benchmarks"].items() if isinstance(r, Benchmark)},
        results={i: r for i, r in records["results"].items() if isinstance(r, Results)},
        documents=documents,
    )


def evidence_of(record: Record) -> tuple[Evidence, ...]:
    """The evidence of a record; a results file has a source instead."""
    return record.evidence if isinstance(record, Named | Paper) else ()


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
