"""Methods: models and training recipes that papers introduce."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vitsurvey.schema.base import (
    Count,
    Licences,
    Line,
    Links,
    Named,
    Parameters,
    PartialDate,
    Placement,
    Shape,
    Slug,
    Url,
)

ComponentState = Literal["trained", "frozen", "adapted", "partly", "not-reported"]
"""What a stage does to a part: all weights move, none, only added low-rank or adapter weights, some, or unknown."""


class Stage(Shape):
    """One phase of training."""

    name: Line
    components: dict[Slug, ComponentState] = Field({}, description="Component facet to what happens to that part.")
    datasets: tuple[Slug, ...] = ()
    samples: Count | None = None
    how: Line | None = Field(None, description="Settings worth knowing, in our own words.")


class Variant(Shape):
    """One trained size or version. Scores name it as method/variant."""

    id: Slug
    name: Line
    parameters: Parameters | None = None
    released: PartialDate | None = None
    backbones: tuple[Slug, ...] = ()
    weights: Url | None = None


class Lineage(Shape):
    """An earlier method this one builds on, and what changed."""

    method: Slug
    changes: tuple[Line, ...] = Field(min_length=1)


class Method(Named):
    """A model or training recipe."""

    KIND: ClassVar[str] = "methods"

    paper: str = Field(description="Citation key of the paper that introduces it.")
    tasks: tuple[Slug, ...] = Field(min_length=1, description="Task categories, the primary one first.")
    design: dict[Slug, Placement] = Field({}, description="Facet to categories or backbones.")
    training: tuple[Stage, ...] = Field((), description="The stages of training, in order.")
    variants: tuple[Variant, ...] = ()
    builds_on: tuple[Lineage, ...] = ()
    contribution: Line = Field(description="What is new, in one sentence of our own.")
    strengths: tuple[Line, ...] = ()
    shortcomings: tuple[Line, ...] = ()
    links: Links = Links()
    licences: Licences = Licences()


ModelRef = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)?$")]
"""A method, or method/variant."""
