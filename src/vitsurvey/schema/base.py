"""What every record shares: frozen, unknown keys refused, an id that is its file's name, and evidence."""

import math
import re
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$"
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_SIZE = re.compile(r"(\d+(?:\.\d+)?)([KMBT])\Z", re.ASCII)
_SCALE = {"K": 1e-6, "M": 1e-3, "B": 1.0, "T": 1e3}


def _is_date(value: str) -> str:
    found = _PARTIAL_DATE.match(value)
    if found is None or not _is_day(*(int(part or 1) for part in found.groups())):
        raise PydanticCustomError("date_form", "is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
    return value


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_full_date(value: str) -> str:
    if len(_is_date(value)) != len("2000-01-01"):
        raise PydanticCustomError("date_form", "is not a full date of the form YYYY-MM-DD")
    return value


def _is_size(value: str) -> str:
    if not _SIZE.match(value):
        raise PydanticCustomError("size_form", "is not a number of parameters such as 7B, 1.8B or 304M")
    return value


def _is_number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("float_type", "is not a number")
    if not math.isfinite(value):
        raise PydanticCustomError("finite_number", "is not a finite number")
    return value


def billions(parameters: str) -> float | None:
    """Return a stated number of parameters in billions (304M is 0.304), or None when none is stated."""
    found = _SIZE.match(parameters)
    return float(found[1]) * _SCALE[found[2]] if found else None


def either(value_type: str, word_type: str) -> Discriminator:
    """Choose between a value and one of the words for a missing one, so that errors speak of one of the two only."""
    words = ("not-reported", "not-applicable")
    return Discriminator(lambda value: word_type if value in words else value_type)


Slug = Annotated[str, StringConstraints(pattern=SLUG)]
"""Lower-case words joined by hyphens or dots: an id of a record or a category."""
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(?:[^\n]*\S)?$")]
"""One line of plain text, no markup, no surrounding space."""
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\S*$")]
"""A web address."""
PartialDate = Annotated[str, AfterValidator(_is_date)]
"""YYYY, YYYY-MM or YYYY-MM-DD, as precise as the source is."""
FullDate = Annotated[str, AfterValidator(_is_full_date)]
"""YYYY-MM-DD."""
Missing = Literal["not-reported", "not-applicable"]
"""Why a value is not there: the source is silent, or the question does not arise."""
NotReported = Literal["not-reported"]
Licence = Line
"""An SPDX licence id or expression, LicenseRef-<name> for a licence SPDX does not list, or a word for a missing one."""
Parameters = Annotated[
    Annotated[str, AfterValidator(_is_size), Tag("size")] | Annotated[Missing, Tag("word")], either("size", "word")
]
"""A number of parameters as stated, with its unit (7B, 304M), or why there is none."""
Count = Annotated[
    Annotated[int, Field(strict=True, ge=0), Tag("count")] | Annotated[Missing, Tag("word")], either("count", "word")
]
"""A whole number as stated, or why there is none."""
Number = Annotated[int | float, BeforeValidator(_is_number)]
"""A number as printed: 62 and 62.0 are kept apart."""
Placement = Annotated[
    Annotated[tuple[Slug, ...], Field(min_length=1), Tag("ids")] | Annotated[Missing, Tag("word")],
    Discriminator(lambda value: "word" if isinstance(value, str) else "ids"),
]
"""Where a record stands in one facet: categories (or backbones that stand for theirs), or why nowhere."""
EvidenceKind = Literal[
    "paper", "repository", "model-card", "dataset-card", "proceedings", "project-page", "leaderboard"
]


class Shape(BaseModel):
    """A frozen value whose unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class Evidence(Shape):
    """Where facts of a record were read, and on which day."""

    kind: EvidenceKind = Field(description="What kind of source it is.")
    url: Url = Field(description="Where a reader can check it; for a file of a repository its address at a commit.")
    version: Line | None = Field(None, description="arXiv version or commit that was read.")
    via: Url | None = Field(None, description="The stored copy that was in fact read, when it is not the address itself.")
    where: Line | None = Field(None, description="Section, table or file inside the source.")
    supports: tuple[Line, ...] = Field((), description="The keys of this record whose values were read here.")
    read: FullDate = Field(description="The day it was read.")


class Record(Shape):
    """One file of the survey. Its id is the file's name and is not written inside it."""

    KIND: ClassVar[str]
    """Name of the folder and of the kind, in the plural: methods, papers, …"""

    id: str
    aliases: tuple[Slug, ...] = Field((), description="Former ids; their addresses lead here for ever.")

    @property
    def title_text(self) -> str:
        """What a heading or a link calls this record."""
        return self.id


class Named(Record):
    """A record with a name of its own and evidence: everything except papers and results."""

    name: Line = Field(description="The name its authors use.")
    names: tuple[Line, ...] = Field((), description="Other names a reader may search for.")
    paper: str | None = Field(None, description="Citation key of the paper that introduces it.")
    released: PartialDate | None = Field(None, description="First public date, as precise as the source.")
    evidence: tuple[Evidence, ...] = Field((), description="Where the facts were read.")

    @property
    def title_text(self) -> str:
        """The record's name."""
        return self.name


class Links(Shape):
    """Addresses of what a record offers."""

    code: Url | None = None
    weights: Url | None = None
    data: Url | None = None
    project: Url | None = None
    demo: Url | None = None
    leaderboard: Url | None = None

    def present(self) -> dict[str, str]:
        """The links that are there, by what they lead to, in a fixed order."""
        return {name: value for name, value in self if value is not None}


class Licences(Shape):
    """Terms of the parts of a method."""

    code: Licence | None = None
    weights: Licence | None = None
    data: Licence | None = None


def plain(record: BaseModel) -> dict[str, Any]:
    """Return a record as plain data, in the order of its fields, without what it leaves at its default."""
    return record.model_dump(mode="json", exclude_defaults=True, by_alias=True)


def shape_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - annotations have no common type
    """Return the shape that a field's annotation holds, alone or inside tuples, mappings and alternatives."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := shape_in(part))), None)
