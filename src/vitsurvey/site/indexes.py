"""Pages that list: home, taxonomy, facets and categories, the matrix, and one index for each kind of record."""

from collections.abc import Iterator
from itertools import combinations

from vitsurvey.exports.bibtex import bibliography, entries_script
from vitsurvey.exports.comparison import comparison_script
from vitsurvey.exports.csv import kind_csv
from vitsurvey.exports.json import survey_json
from vitsurvey.schema import KINDS, Category, Facet, Preset
from vitsurvey.site.page import Download, Heading, Page
from vitsurvey.site.rendering import Render
from vitsurvey.site.urls import category_path, facet_path
from vitsurvey.survey import Survey
from vitsurvey.views.coverage import coverage
from vitsurvey.views.index import index_table, narrowed
from vitsurvey.views.matrix import matrix
from vitsurvey.views.statistics import latest, statistics
from vitsurvey.views.table import Table, inside
from vitsurvey.views.trends import choices_over_time, methods_over_time

INDEXES = {
    "methods": "Methods",
    "datasets": "Datasets",
    "benchmarks": "Benchmarks",
    "papers": "Papers",
    "backbones": "Backbones",
}
"""Kinds that have an index, and what it is called."""
_LATEST = 8


def index_pages(survey: Survey, render: Render) -> Iterator[Page | Download]:
    """Every page that lists, and the downloads of whole kinds."""
    yield _home(survey, render)
    tables = {kind: index_table(survey, kind) for kind in INDEXES}
    for kind, title in INDEXES.items():
        yield _index(survey, render, tables[kind], kind, title)
    yield _taxonomy(survey, render)
    for facet in survey.taxonomy.facets:
        yield _facet(render, facet)
        for category in facet.walk():
            yield _category(survey, render, tables, facet, category)
    yield from _matrices(survey, render)
    yield _compare(survey, render)
    yield _trends(survey, render)
    yield from _downloads(survey)


def _home(survey: Survey, render: Render) -> Page:
    about = survey.about
    chosen = about.shows.matrix
    body = render(
        "home.html.j2", "",
        statistics=statistics(survey), latest=latest(survey, _LATEST), indexes=INDEXES,
        matrix=matrix(survey, survey.taxonomy.task.id, chosen) if chosen else None,
        papers=[survey.papers[key] for key in about.papers], related=[survey.papers[key] for key in about.related],
    )
    return Page("", about.name, about.tagline, body, search=f"{about.title} {about.topic}", wide=True)


def _index(survey: Survey, render: Render, table: Table, kind: str, title: str) -> Page:
    path = f"{kind}/"
    body = render("index.html.j2", path, title=title, kind=kind, table=table, presets=_presets(survey, kind))
    about = f"{table.caption} in this survey of {survey.about.topic}, side by side."
    return Page(path, title, about, body, search=f"index · {about}", wide=True)


def _presets(survey: Survey, kind: str) -> list[Preset]:
    return [preset for preset in survey.about.shows.presets if preset.kind == kind]


def _taxonomy(survey: Survey, render: Render) -> Page:
    body = render("taxonomy.html.j2", "taxonomy/", facets=survey.taxonomy.facets)
    headings = tuple(Heading(facet.id, facet.title) for facet in survey.taxonomy.facets)
    about = f"The two axes along which {survey.about.topic} is organised."
    return Page("taxonomy/", "Taxonomy", about, body, headings, search=f"{about} · {' · '.join(heading.title for heading in headings)}")


def _facet(render: Render, facet: Facet) -> Page:
    path = facet_path(facet.id)
    body = render("facet.html.j2", path, facet=facet)
    return Page(path, facet.title, facet.definition, body, search=facet.definition, source="data/taxonomy.yaml")


def _category(survey: Survey, render: Render, tables: dict[str, Table], facet: Facet, category: Category) -> Page:
    path = category_path(facet.id, category.id)
    shown = [
        (kind, narrowed(tables[kind], records, f"{title} under {category.title}"))
        for kind, title, records in (
            ("methods", "Methods", survey.methods_under(facet.id, category.id)),
            ("datasets", "Datasets", survey.datasets_under(facet.id, category.id)),
            ("benchmarks", "Benchmarks", survey.benchmarks_under(facet.id, category.id)),
        )
        if records
    ]
    backbones = [b for b in survey.backbones.values() if (b.role, b.category) == (facet.id, category.id)] if facet.component else []
    body = render(
        "category.html.j2", path, facet=facet, category=category, tables=shown, backbones=backbones,
        families=survey.families[facet.id, category.id],
    )
    text = f"category · {facet.title} · {category.definition}"
    return Page(path, category.title, category.definition, body, search=text, source="data/taxonomy.yaml", wide=True)


def _matrices(survey: Survey, render: Render) -> Iterator[Page]:
    """Every two facets of methods against each other, the earlier one of the taxonomy as lines. Only the task axis has names."""
    task = survey.taxonomy.task
    facets = [facet for facet in survey.taxonomy.facets if "methods" in facet.applies_to]
    for one, other in combinations(facets, 2):
        names = one is task
        path = _matrix_path(survey, one, other)
        picks = [
            ("Lines", one, [(facet, _matrix_path(survey, facet, other)) for facet in facets if facet is not other]),
            ("Columns", other, [(facet, _matrix_path(survey, one, facet)) for facet in facets if facet is not one]),
        ]
        body = render("matrix.html.j2", path, matrix=matrix(survey, one.id, other.id), picks=picks, names=names, titles=False)
        title = f"{one.title} by {inside(other.title)}"
        about = f"{one.title} against {inside(other.title)}: where the methods are, and where none is."
        yield Page(path, f"Matrix: {title}", about, body, search=f"matrix · {about}", wide=True)


def _matrix_path(survey: Survey, one: Facet, other: Facet) -> str:
    """The path of the matrix of two facets, whichever is named first. The one that the home page shows is the index."""
    order = list(survey.facets)
    first, second = sorted((one, other), key=lambda facet: order.index(facet.id))
    if first is not survey.taxonomy.task:
        return f"matrix/{first.id}--{second.id}"
    chosen = survey.about.shows.matrix or next((f.id for f in survey.taxonomy.design if "methods" in f.applies_to), None)
    return "matrix/" if second.id == chosen else f"matrix/{second.id}"


def _compare(survey: Survey, render: Render) -> Page:
    about = f"Methods of {survey.about.topic} side by side: attributes with differences marked, scores where they are comparable."
    body = render("compare.html.j2", "compare/", kind="methods", presets=_presets(survey, "compare"))
    return Page("compare/", "Compare", about, body, search=f"compare · {about}", wide=True)


def _trends(survey: Survey, render: Render) -> Page:
    shows = survey.about.shows
    shown = [survey.facets[facet] for facet in shows.trends or shows.columns.get("methods", ())]
    chosen = [trend for facet in shown for trend in (choices_over_time(survey, facet),) if trend]
    body = render(
        "trends.html.j2", "trends/", methods=methods_over_time(survey), chosen=chosen, coverage=coverage(survey),
    )
    about = f"What methods of {survey.about.topic} are about, what they choose, and on what they are measured, over time."
    return Page("trends/", "Trends", about, body, search=f"trends · {about}", wide=True)


def _downloads(survey: Survey) -> Iterator[Download]:
    yield Download("exports/survey.bib", bibliography(survey.papers.values()))
    yield Download("exports/entries.js", entries_script(survey.papers.values()))
    yield Download("exports/profiles.js", comparison_script(survey))
    yield Download("exports/survey.json", survey_json(survey))
    for kind in KINDS:
        yield Download(f"exports/{kind}.csv", kind_csv(survey, kind))
