"""Backbones: reused parts of methods with papers of their own."""

from typing import ClassVar

from pydantic import Field

from vitsurvey.schema.base import Licence, Links, Named, Parameters, Slug


class Backbone(Named):
    """One checkpoint (size and version) of a reused part. It stands for its category wherever a design names it."""

    KIND: ClassVar[str] = "backbones"

    role: Slug = Field(description="The component facet it answers.")
    category: Slug = Field(description="The category of that facet it stands for.")
    parameters: Parameters | None = Field(None, description="As stated: 7B, 304M.")
    builds_on: tuple[Slug, ...] = Field((), description="Backbones it was made from.")
    licence: Licence | None = None
    links: Links = Links()
