"""The shape of one record of each kind. Knows no files, no lines and no other records."""

from vitsurvey.schema.about import About, Preset
from vitsurvey.schema.backbone import Backbone
from vitsurvey.schema.base import Evidence, Named, Record, billions, plain
from vitsurvey.schema.benchmark import Benchmark, Metric, Split
from vitsurvey.schema.dataset import Dataset
from vitsurvey.schema.method import Lineage, Method, Stage, Variant
from vitsurvey.schema.paper import Author, Paper, Venue
from vitsurvey.schema.results import Results, Score, Source
from vitsurvey.schema.taxonomy import Category, Facet, Taxonomy

KINDS: dict[str, type[Record]] = {
    kind.KIND: kind for kind in (Paper, Backbone, Method, Dataset, Benchmark, Results)
}
"""Folder below data/ to the shape of its files."""
FILES: dict[str, type[Record]] = {"survey": About, "taxonomy": Taxonomy}
"""Stem of a single file in data/ to its shape."""

__all__ = [
    "FILES", "KINDS", "About", "Author", "Backbone", "Benchmark", "Category", "Dataset", "Evidence", "Facet",
    "Lineage", "Method", "Metric", "Named", "Paper", "Preset", "Record", "Results", "Score", "Source", "Split", "Stage",
    "Taxonomy", "Variant", "Venue", "billions", "plain",
]
