"""A theme's page, rendered once, as a shell that is filled with any number of pages. Any HTML with the tokens will do."""

import re
from dataclasses import dataclass
from html import escape

from vitsurvey.site.page import Heading, Page

TITLE, DESCRIPTION, ADDRESS = "vstitletoken", "vsdescriptiontoken", "vsaddresstoken"
HEAD, BODY = "<!--vsheadtoken-->", "<!--vsbodytoken <h1 -->"
"""The body's token holds the text `<h1`, so that themes that look for a heading add none of their own."""
HEADING_ID, HEADING_TITLE = "vsheadingid", "vsheadingtitle"
_HEADING = re.compile(rf"<li[^>]*>(?:(?!<li).)*?#{HEADING_ID}.*?{HEADING_TITLE}.*?</li>", re.DOTALL)
_SKIP = re.compile(rf'(<a href=")[^"]*#{HEADING_ID}(" class="md-skip">)')
_PLACES = {
    TITLE: "the title of a page", BODY: "the content of a page",
    HEAD: "the metadata of a page: its main.html prints {{ page.meta.head }} in the head",
}
_TOKENS = re.compile("|".join((TITLE, DESCRIPTION, ADDRESS, re.escape(HEAD), re.escape(BODY), "vsheadingstoken")))


class ShellError(ValueError):
    """Raised when the theme's page lacks a token: the theme has changed in a way that needs a look."""


@dataclass(frozen=True, slots=True)
class Shell:
    """Alternating literal text and token names; one table-of-contents entry as a pattern."""

    pieces: tuple[str, ...]
    heading: str

    def fill(self, page: Page, address: str) -> str:
        """Return the whole HTML of a page. `address` is its address relative to the site."""
        headings = "".join(
            self.heading.replace(HEADING_ID, heading.id).replace(HEADING_TITLE, escape(heading.title))
            for heading in page.headings
        )
        values = {
            TITLE: escape(page.title), DESCRIPTION: escape(page.description), ADDRESS: address,
            HEAD: page.head, BODY: f'<div id="main">{page.body}</div>', "vsheadingstoken": headings,
        }
        return "".join(values.get(piece, piece) for piece in self.pieces)


def sentinel(section: str, depth: int, *, wide: bool) -> Page:
    """The page a theme renders once for a section and a depth: tokens in every place that differs between pages."""
    name = "vsshell-wide" if wide else "vsshell"
    path = "/".join([section, *[name] * depth])
    return Page(path, TITLE, DESCRIPTION, BODY, (Heading(HEADING_ID, HEADING_TITLE),), head=HEAD, wide=wide)


def shell(html: str, address: str) -> Shell:
    """Cut a theme's page, the rendered sentinel, at its tokens. `address` is the sentinel's own.

    Raises:
        ShellError: a token that every page needs is not there.
    """
    html = _SKIP.sub(r"\1#main\2", html.replace(address, ADDRESS))
    found = _HEADING.search(html)
    heading = found.group(0) if found else ""
    if found:
        html = html.replace(heading, "vsheadingstoken")
    for token, place in _PLACES.items():
        if token not in html:
            raise ShellError(f"the theme's page has no place for {place}")
    pieces, last = [], 0
    for match in _TOKENS.finditer(html):
        pieces += [html[last:match.start()], match.group(0)]
        last = match.end()
    return Shell((*pieces, html[last:]), heading)
