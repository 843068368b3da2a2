"""Datasets: data that methods are trained on, and the sets those were made from."""

from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, Tag

from vitsurvey.schema.base import Count, Licence, Line, Links, Missing, Named, Placement, Slug

Origins = Annotated[
    Annotated[tuple[Slug, ...], Tag("ids")] | Annotated[Missing, Tag("word")],
    Discriminator(lambda value: "word" if isinstance(value, str) else "ids"),
]
"""What something was made from, or why that is not told."""


class Dataset(Named):
    """Data trained on, or the source of images or labels of such data."""

    KIND: ClassVar[str] = "datasets"

    tasks: tuple[Slug, ...] = ()
    design: dict[Slug, Placement] = Field({}, description="Facet to categories.")
    samples: Count | None = Field(None, description="Training samples as stated.")
    counts: dict[Slug, Annotated[int, Field(strict=True, ge=0)]] = Field({}, description="Other stated counts, unit to number.")
    generator: tuple[Line, ...] = Field((), description="Models that wrote the data, version as stated.")
    annotators: Line | None = None
    built_from: Origins = Field(
        (), description="Datasets it was made from; not-applicable when it was made from none, left out when that was not read."
    )
    summary: Line | None = Field(None, description="What it holds and what for, in one sentence.")
    licence: Licence | None = None
    links: Links = Links()

    @property
    def parents(self) -> tuple[str, ...]:
        """The datasets it was made from, as far as they are recorded."""
        return () if isinstance(self.built_from, str) else self.built_from

    @property
    def is_traced(self) -> bool:
        """Whether it is recorded what it was made from, be it nothing."""
        return bool(self.built_from) and self.built_from != "not-reported"
