"""A MkDocs page whose body is HTML of our own."""

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from vitsurvey.site import Page


class HtmlPage(MkDocsPage):
    """A page whose body is HTML already. MkDocs supports subclasses: it only makes a page for a file that has none.

    Themes print titles and descriptions as they are, so what they get is escaped.
    """

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        """Attach a page of the survey to a MkDocs file."""
        self.survey_page = page
        super().__init__(escape(page.title), file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Take title, description and the rest from the page instead of from a file."""
        page = self.survey_page
        hidden = ["navigation", "toc"] if page.wide else ["navigation"]
        self.markdown = ""
        self.meta = {
            "title": escape(page.title), "description": escape(page.description), "head": page.head, "hide": hidden,
            "search": {"exclude": True},
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """Put the body in place; nothing is converted."""
        page = self.survey_page
        self.content = page.body
        self.toc = TableOfContents([AnchorLink(escape(heading.title), heading.id, 2) for heading in page.headings])
        self.present_anchor_ids = {heading.id for heading in page.headings}
