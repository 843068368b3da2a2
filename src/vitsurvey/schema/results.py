"""Results: every score that one source reports."""

from typing import ClassVar, Literal

from pydantic import Field

from vitsurvey.schema.base import EvidenceKind, FullDate, Line, Number, Record, Shape, Slug, Url
from vitsurvey.schema.method import ModelRef

Setting = Literal["zero-shot", "few-shot", "trained", "fine-tuned", "not-reported"]
"""How the model met the benchmark: unseen, with examples in the prompt, its training split seen, tuned on it alone."""


class Source(Shape):
    """The one place all scores of a results file were read in."""

    kind: EvidenceKind
    url: Url
    version: Line | None = None
    via: Url | None = None
    read: FullDate


class Score(Shape):
    """One number as the source prints it."""

    model: ModelRef
    benchmark: Slug
    split: Slug
    metric: Slug
    value: Number = Field(description="As the source prints it.")
    setting: Setting
    shots: int | None = Field(None, strict=True, ge=1, description="Examples in the prompt, for few-shot.")
    harness: Slug = Field("not-reported", description="What ran the evaluation, as stated.")
    where: Line | None = Field(None, description="Table or section of the source.")
    note: Line | None = None


class Results(Record):
    """The scores of one source; named after the citation key of the paper that reports them."""

    KIND: ClassVar[str] = "results"

    paper: str = Field(description="Citation key of the paper or project the source belongs to.")
    source: Source
    scores: tuple[Score, ...] = Field(min_length=1)
