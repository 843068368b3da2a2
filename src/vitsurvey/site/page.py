"""What the site is made of: pages and downloads, as values. Knows no theme and no generator."""

from dataclasses import dataclass

_LABELS = {"taxonomy": "category"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the table of contents shows."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its body is HTML, its links are relative to its own address."""

    path: str
    """Address without style: '' is the home page, 'methods/' an index, 'methods/alpha-1.5' a record."""
    title: str
    description: str
    body: str
    headings: tuple[Heading, ...] = ()
    head: str = ""
    """Further HTML for the head: metadata for machines."""
    search: str = ""
    """Plain text by which search finds the page, besides its title."""
    source: str = ""
    """The data file to edit, relative to the project; empty when there is no one file."""
    wide: bool = False
    """Whether its tables want the whole width, without a table of contents."""

    @property
    def section(self) -> str:
        """The first part of its path: the tab it belongs to."""
        return self.path.partition("/")[0]

    @property
    def label(self) -> str:
        """What sort of page it is, for lists that mix them: method, category; empty for pages that list."""
        return "" if self.is_index else _LABELS.get(self.section, self.section.removesuffix("s"))

    @property
    def is_index(self) -> bool:
        """Whether it lists others; such pages may stand in the navigation."""
        return self.path == "" or self.path.endswith("/")


@dataclass(frozen=True, slots=True)
class Download:
    """A file for machines."""

    path: str
    content: str
