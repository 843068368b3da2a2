"""Benchmarks: test sets with metrics and splits."""

from typing import ClassVar, Literal

from pydantic import Field

from vitsurvey.schema.base import Count, Licence, Line, Links, Named, Number, Placement, Shape, Slug

Direction = Literal["higher", "lower", "neither"]


class Metric(Shape):
    """What is measured: unit, range and which end is better."""

    id: Slug
    name: Line
    unit: Line | None = Field(None, description="Such as % or points.")
    range: tuple[Number | None, Number | None] = Field(
        (None, None), description="Lowest and highest possible value; null where there is no bound."
    )
    direction: Direction = Field(description="Which values are better; neither for a diagnostic that is not ranked.")


class Split(Shape):
    """One part of a benchmark that scores are reported on."""

    id: Slug
    name: Line | None = None
    size: Count | None = Field(None, description="Number of questions or samples as stated.")


class Benchmark(Named):
    """A test set."""

    KIND: ClassVar[str] = "benchmarks"

    tasks: tuple[Slug, ...] = Field(min_length=1, description="Task categories, the primary one first.")
    design: dict[Slug, Placement] = Field({}, description="Facet to categories.")
    measures: Line = Field(description="What it measures, in one sentence.")
    metrics: tuple[Metric, ...] = Field(min_length=1)
    splits: tuple[Split, ...] = Field(min_length=1)
    judge: Line | None = Field(None, description="The model that scores answers, version as stated.")
    image_sources: tuple[Slug, ...] = Field((), description="Datasets its images come from.")
    licence: Licence | None = None
    links: Links = Links()
