"""Addresses: the one place that knows where a record, a category or a download is found."""

from dataclasses import dataclass

from vitsurvey.schema import Record
from vitsurvey.views.table import Target


@dataclass(frozen=True, slots=True)
class Addresses:
    """How paths become addresses: directories with a trailing slash for servers, .html files for reading from disk."""

    directories: bool = True

    def of(self, path: str) -> str:
        """The address of a page, relative to the site's root."""
        if self.directories:
            return path if path == "" or path.endswith("/") else f"{path}/"
        return f"{path}index.html" if path == "" or path.endswith("/") else f"{path}.html"

    def file(self, path: str) -> str:
        """The file a page is written to."""
        address = self.of(path)
        return address if address.endswith(".html") else f"{address}index.html"

    def root(self, path: str) -> str:
        """What leads from a page to the site's root: '' or '../' repeated."""
        return "../" * self.of(path).count("/")

    def link(self, from_path: str, to_path: str) -> str:
        """A relative link from one page to another."""
        return self.root(from_path) + self.of(to_path) or "./"


def record_path(record: Record) -> str:
    """The path of a record's page."""
    return f"{record.KIND}/{record.id}"


def category_path(facet: str, category: str) -> str:
    """The path of a category's page."""
    return f"taxonomy/{facet}/{category}"


def facet_path(facet: str) -> str:
    """The path of a facet's page."""
    return f"taxonomy/{facet}/"


def target_path(target: Target) -> str:
    """The path of what a cell leads to. Outside addresses have none."""
    if target.kind == "category":
        return category_path(target.facet, target.id)
    return f"{target.kind}/{target.id}"
