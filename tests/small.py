"""Surveys of a few records, made in memory for one question: no files, no links but those that are given."""

from collections.abc import Iterable

from vitsurvey.schema import (
    About,
    Author,
    Benchmark,
    Category,
    Facet,
    Method,
    Metric,
    Paper,
    Results,
    Score,
    Source,
    Split,
    Taxonomy,
)
from vitsurvey.survey import Survey

TASKS = ("kneading", "proving", "scoring")
FACET = "flour"
FLOURS = ("rye", "spelt", "wheat")


def category(name: str, children: Iterable[Category] = ()) -> Category:
    return Category(
        id=name, title=name.capitalize(), definition=f"What is called {name}.", includes="When in doubt.", origin="survey",
        categories=tuple(children),
    )


def taxonomy() -> Taxonomy:
    """Two tasks in a family and one on its own, against one facet of design."""
    kneading, proving, scoring = map(category, TASKS)
    return Taxonomy(
        id="taxonomy",
        task=Facet(id="task", title="Task", definition="What is done.", applies_to=("methods", "datasets", "benchmarks"), categories=(category("dough", (kneading, proving)), scoring)),
        design=(Facet(id=FACET, title="Flour", definition="What it is made of.", applies_to=("methods",), categories=tuple(map(category, FLOURS))),),
    )


def paper(key: str, year: int = 2020) -> Paper:
    return Paper(id=key, title=f"On {key}", authors=(Author(family=key.capitalize()),), year=year)


def method(name: str, /, **values: object) -> Method:
    """A method whose paper bears its name."""
    return Method(**{"id": name, "name": name.capitalize(), "paper": name, "tasks": (TASKS[0],), "contribution": "Kneads.", **values})


def score(model: str, value: float, **values: object) -> Score:
    """A score on the split and metric that come first in `benchmark`."""
    return Score(**{"model": model, "benchmark": "bench", "split": "test", "metric": "rise", "value": value, "setting": "zero-shot", **values})


def results(source: str, scores: Iterable[Score]) -> Results:
    """What the paper of that name reports."""
    return Results(id=source, paper=source, source=Source(kind="paper", url=f"https://{source}.example.org/", read="2024-01-01"), scores=tuple(scores))


def benchmark() -> Benchmark:
    """Two splits, and a metric of each direction."""
    return Benchmark(
        id="bench", name="Bench", tasks=(TASKS[0],), measures="How bread rises.",
        metrics=(
            Metric(id="rise", name="Rise", direction="higher"), Metric(id="drift", name="Drift", direction="lower"),
            Metric(id="hue", name="Hue", direction="neither"),
        ),
        splits=(Split(id="test"), Split(id="dev")),
    )


def survey(methods: Iterable[Method], sources: Iterable[Results] = (), papers: Iterable[Paper] = ()) -> Survey:
    """Methods, what is reported about them, and a paper for everything that names one."""
    methods, sources = list(methods), list(sources)
    keys = sorted({record.paper for record in (*methods, *sources)})
    found = {key: paper(key) for key in keys} | {known.id: known for known in papers}
    about = About(id="survey", name="small", title="Small", tagline="Small.", topic="dough", authors=(Author(family="Miller"),), licence="CC0-1.0")
    return Survey(
        about, taxonomy(), found, backbones={}, methods={record.id: record for record in sorted(methods, key=lambda record: record.id)},
        datasets={}, benchmarks={"bench": benchmark()}, results={record.id: record for record in sources}, documents={},
    )
