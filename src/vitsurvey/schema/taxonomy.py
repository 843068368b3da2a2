"""The vocabulary: facets and their categories. What the categories are is data; only their shape is here."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from vitsurvey.schema.base import Line, Record, Shape, Slug

Origin = Literal["survey", "extension"]
PlacedKind = Literal["methods", "datasets", "benchmarks"]


class Category(Shape):
    """One place in a facet. A category with children is a family and holds no records itself."""

    id: Slug
    title: Line
    definition: Line = Field(description="What it is, in one sentence.")
    includes: Line = Field(description="The rule that decides doubtful cases.")
    origin: Origin = Field(description="Whether the survey itself names it, or the field needed it since.")
    categories: tuple["Category", ...] = ()

    def walk(self) -> Iterator["Category"]:
        """This category and all below it, parents first."""
        yield self
        for child in self.categories:
            yield from child.walk()

    def leaves(self) -> Iterator["Category"]:
        """The categories below (or at) this one that hold records."""
        return (category for category in self.walk() if not category.categories)


class Facet(Shape):
    """One question asked of records, and its possible answers."""

    id: Slug
    title: Line
    definition: Line
    applies_to: tuple[PlacedKind, ...] = Field(min_length=1)
    component: bool = Field(False, strict=True, description="Its answers are parts of a model; backbones stand for categories.")
    origin: Origin = "survey"
    categories: tuple[Category, ...] = Field(min_length=1)

    def walk(self) -> Iterator[Category]:
        """Every category, parents before children."""
        for category in self.categories:
            yield from category.walk()

    def leaves(self) -> Iterator[Category]:
        """Every category that holds records."""
        return (category for category in self.walk() if not category.categories)


class Taxonomy(Record):
    """The two axes of the survey: one task tree and the facets of design."""

    KIND: ClassVar[str] = "taxonomy"

    task: Facet
    design: tuple[Facet, ...]

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The task axis first, then the facets of design."""
        return (self.task, *self.design)
