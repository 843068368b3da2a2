"""Papers: bibliographic facts. A record's id is its citation key."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from vitsurvey.schema.base import Evidence, Line, Record, Shape, Url

CITATION_KEY = r"^[a-z]+[0-9]{4}[a-z0-9]+$"
CitationKey = Annotated[str, StringConstraints(pattern=CITATION_KEY)]
"""First author's family name, year, first telling word of the title: doe2023first."""
VenueKind = Literal["conference", "journal", "workshop", "report", "thesis", "book"]


class Author(Shape):
    """One author, or a group that signs as one (family only)."""

    family: Line
    given: Line | None = None
    orcid: Line | None = None

    @property
    def full(self) -> str:
        """Given and family name, as on a title page."""
        return f"{self.given} {self.family}" if self.given else self.family


class Venue(Shape):
    """Where a paper was published. A preprint has none."""

    name: Line
    acronym: Line | None = None
    kind: VenueKind
    volume: Line | None = None
    number: Line | None = None
    pages: Line | None = None
    publisher: Line | None = None


class Paper(Record):
    """A publication. Preprint and published version are one record; the published one is cited."""

    KIND: ClassVar[str] = "papers"

    title: Line = Field(description="As printed on the paper, capitals kept.")
    authors: tuple[Author, ...] = Field(min_length=1, description="All authors, in order.")
    year: int = Field(strict=True, ge=1900, le=2100, description="Year of the version to cite.")
    venue: Venue | None = Field(None, description="Left out for a preprint.")
    arxiv: str | None = Field(None, description="arXiv id without version, in quotes.")
    arxiv_class: str | None = Field(None, description="Primary arXiv class, such as cs.CV.")
    doi: str | None = Field(None, description="DOI without https://doi.org/.")
    openreview: str | None = Field(None, description="OpenReview forum id.")
    acl: str | None = Field(None, description="ACL Anthology id.")
    url: Url | None = Field(None, description="Official page, when there is neither DOI nor arXiv id.")
    evidence: tuple[Evidence, ...] = Field((), description="Where the facts were read.")

    @property
    def title_text(self) -> str:
        """The paper's title."""
        return self.title

    @property
    def address(self) -> str | None:
        """The best address to read the paper: DOI, then ACL, OpenReview, arXiv, then its own page."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.acl:
            return f"https://aclanthology.org/{self.acl}"
        if self.openreview:
            return f"https://openreview.net/forum?id={self.openreview}"
        if self.arxiv:
            return f"https://arxiv.org/abs/{self.arxiv}"
        return self.url

    @property
    def cited_as(self) -> str:
        """Authors and year as running text cites them: Liu et al. 2023."""
        match [author.family for author in self.authors]:
            case [one]:
                names = one
            case [one, two]:
                names = f"{one} and {two}"
            case [one, *_]:
                names = f"{one} et al."
        return f"{names} {self.year}"
