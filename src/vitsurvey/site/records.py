"""The page of one record: its facts from the views, its metadata for machines, its twins for download."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vitsurvey.exports.bibtex import entry
from vitsurvey.exports.comparison import recipe_script
from vitsurvey.exports.json import record_json
from vitsurvey.schema import Backbone, Benchmark, Dataset, Method, Named, Paper, Record
from vitsurvey.site.indexes import INDEXES
from vitsurvey.site.page import Download, Heading, Page
from vitsurvey.site.rendering import Render
from vitsurvey.site.urls import record_path
from vitsurvey.survey import Survey, evidence_of
from vitsurvey.views.index import index_table
from vitsurvey.views.leaderboard import boards, conflicts, in_words, setting_in_words
from vitsurvey.views.lineage import Lineages
from vitsurvey.views.overlap import overlap
from vitsurvey.views.profile import answers, score_grid, stages
from vitsurvey.views.progress import progress
from vitsurvey.views.recipe import recipe
from vitsurvey.views.similar import Likeness
from vitsurvey.views.table import inside, noun, parameters_cell


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of a record's page that is there only if it has something to show."""

    id: str
    title: str
    shown: bool


Make = Callable[[Record], Iterator[Page | Download]]
"""A record into its page and its twins."""


def page_maker(survey: Survey, render: Render) -> Make:
    """Return what makes the page of any one record, followed by its .bib and .json twins."""
    lineages, likeness = Lineages(survey), Likeness(survey)

    def make(record: Record) -> Iterator[Page | Download]:
        match record:
            case Paper():
                yield from _paper(survey, render, record)
            case Method():
                yield from _method(survey, render, record, lineages, likeness)
            case Dataset():
                yield from _dataset(survey, render, record)
            case Benchmark():
                yield from _benchmark(survey, render, record)
            case Backbone():
                yield from _backbone(survey, render, record)

    return make


def paged_records(survey: Survey) -> Iterator[Record]:
    """The records that have a page: all but results."""
    for kind in INDEXES:
        yield from survey.records(kind).values()


def record_pages(survey: Survey, render: Render) -> Iterator[Page | Download]:
    """Every record's page, each followed by its twins."""
    make = page_maker(survey, render)
    for record in paged_records(survey):
        yield from make(record)


def _method(
    survey: Survey, render: Render, method: Method, lineages: Lineages, likeness: Likeness,
) -> Iterator[Page | Download]:
    scores = survey.scores_of(method.id)
    heirs = survey.built_on(method.id)
    said, rows, similar = answers(survey, method), stages(survey, method), likeness.similar(method)
    flow = recipe(survey, said, rows)
    sections = (
        _Section("recipe", "Recipe", flow is not None),
        _Section("design", "Design", shown=True),
        _Section("training", "Training", bool(method.training)),
        _Section("variants", "Variants", bool(method.variants)),
        _Section("assessment", "Strengths and shortcomings", bool(method.strengths or method.shortcomings)),
        _Section("lineage", "Lineage", bool(method.builds_on or heirs)),
        _Section("scores", "Scores", bool(scores)),
        _Section("similar", "Similar methods", bool(similar)),
    )
    yield from _finish(survey, render, method, "method.html.j2", sections, method.contribution, {
        "answers": said, "stages": rows, "heirs": heirs,
        "grid": score_grid(survey, scores), "recipe": flow, "tree": lineages.tree(method), "similar": similar,
        "variants": [(variant, parameters_cell(variant.parameters)) for variant in method.variants],
    })
    if flow is not None:
        drawing = render("recipe.html.j2", "compare/", recipe=flow, record=method)
        yield Download(f"{record_path(method)}.recipe.js", recipe_script(method.id, drawing))


def _dataset(survey: Survey, render: Render, dataset: Dataset) -> Iterator[Page | Download]:
    placed = answers(survey, dataset)
    facts = (placed, dataset.samples is not None, dataset.counts, dataset.generator, dataset.annotators, dataset.licence)
    sections = (
        _Section("design", "Facts", any(facts)),
        _Section("lineage", "Made from and made into", bool(dataset.parents or survey.made_from(dataset.id))),
        _Section("use", "Used by", bool(survey.trained_on(dataset.id) or survey.tested_with_images_of(dataset.id))),
    )
    summary = dataset.summary or f"{dataset.name}, a dataset for {survey.about.topic}."
    yield from _finish(survey, render, dataset, "dataset.html.j2", sections, summary, {
        "answers": placed, "made_from": survey.made_from(dataset.id),
        "methods": survey.trained_on(dataset.id), "benchmarks": survey.tested_with_images_of(dataset.id),
    })


def _benchmark(survey: Survey, render: Render, benchmark: Benchmark) -> Iterator[Page | Download]:
    found = boards(survey, benchmark)
    disagreements = conflicts(found)
    methods = dict.fromkeys(report.method for report in survey.scores_on(benchmark.id))
    sections = (
        _Section("design", "Facts", True),
        _Section("metrics", "Metrics and splits", True),
        _Section("leaderboards", "Leaderboards", bool(found)),
        _Section("disagreements", "Disagreements", bool(disagreements)),
    )
    yield from _finish(survey, render, benchmark, "benchmark.html.j2", sections, benchmark.measures, {
        "answers": answers(survey, benchmark), "boards": found, "in_words": in_words, "setting_in_words": setting_in_words, "conflicts": disagreements,
        "progress": progress(survey, found), "methods": [survey.methods[method] for method in methods],
        "overlaps": {method: overlap(survey, survey.methods[method], benchmark) for method in methods},
    })


def _backbone(survey: Survey, render: Render, backbone: Backbone) -> Iterator[Page | Download]:
    facet = survey.facets[backbone.role]
    category = survey.categories[backbone.role][backbone.category]
    methods = survey.using(backbone.id)
    heirs = survey.made_into(backbone.id)
    sections = (_Section("use", "Part of", bool(methods)),)
    summary = f"{backbone.name}, {category.title} ({inside(facet.title)}), part of {len(methods)} {noun('methods', len(methods))} of this survey."
    yield from _finish(survey, render, backbone, "backbone.html.j2", sections, summary, {
        "facet": facet, "category": category, "heirs": heirs,
        "table": index_table(survey, "methods", methods, f"Methods with {backbone.name}"),
    })


def _paper(survey: Survey, render: Render, paper: Paper) -> Iterator[Page | Download]:
    introduced, results = survey.introduced_by(paper.id), survey.results_of(paper.id)
    sections = (
        _Section("introduces", "Introduces", bool(introduced)),
        _Section("reports", "Scores it reports", bool(results)),
    )
    reports = survey.reports_of(paper.id)
    yield from _finish(survey, render, paper, "paper.html.j2", sections, f"{paper.cited_as}: {paper.title}", {
        "introduced": introduced, "grid": score_grid(survey, reports),
    })


def _finish(
    survey: Survey, render: Render, record: Record, template: str, sections: tuple[_Section, ...], summary: str,
    values: dict[str, object],
) -> Iterator[Page | Download]:
    """What all records share: the paper to cite, evidence, the file to edit, metadata and twins."""
    path = record_path(record)
    paper = record if isinstance(record, Paper) else survey.papers.get(getattr(record, "paper", None) or "")
    bibtex = entry(paper) if paper else ""
    evidence = evidence_of(record)
    shown = [section for section in (
        *sections, _Section("cite", "Cite", bool(bibtex)), _Section("evidence", "Evidence", bool(evidence)),
    ) if section.shown]
    source = survey.document(record).file
    common = {"record": record, "paper": paper, "bibtex": bibtex, "evidence": evidence, "source": source, "summary": summary}
    has = {section.id: section.title for section in shown}
    yield Page(
        path=path,
        title=record.title_text,
        description=summary,
        body=render(template, path, has=has, **common, **values),
        headings=tuple(Heading(section.id, section.title) for section in shown),
        head=render("partials/metadata.html.j2", path, **common) if paper else "",
        search=_search_text(survey, record, paper, summary),
        source=source,
    )
    if paper:
        yield Download(f"{path}.bib", bibtex)
    yield Download(f"{path}.json", record_json(survey, record))


def _search_text(survey: Survey, record: Record, paper: Paper | None, summary: str) -> str:
    """What a reader may type to find a record: names, authors, ids, categories, and what it is about."""
    words = [record.KIND.removesuffix("s"), record.id, *record.aliases]
    if isinstance(record, Named):
        words.extend(record.names)
    if isinstance(record, Method | Dataset | Benchmark):
        for facet in survey.taxonomy.facets:
            words.extend(category.title for category in survey.categories_of(record, facet.id))
    if isinstance(record, Method):
        words.extend(variant.name for variant in record.variants)
        words.extend(survey.datasets[dataset].name for stage in record.training for dataset in stage.datasets)
    if isinstance(record, Paper):
        words.extend(named.name for named in survey.introduced_by(record.id))
    if paper is not None:
        words.extend(author.full for author in paper.authors)
        words.extend(value for value in (paper.id, paper.title, paper.arxiv, paper.doi, paper.openreview, paper.acl) if value)
    return " · ".join(word for word in dict.fromkeys([summary, *words]) if word != record.title_text)
