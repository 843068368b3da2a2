"""A survey into pages and downloads. Knows nothing of MkDocs: pages are HTML bodies, a theme is a shell around them."""

from vitsurvey.site.catalogue import front_pages, pages
from vitsurvey.site.folder import write
from vitsurvey.site.indexes import INDEXES
from vitsurvey.site.page import Download, Heading, Page
from vitsurvey.site.records import Make, page_maker, paged_records, record_pages
from vitsurvey.site.reference import Command
from vitsurvey.site.rendering import Render, RenderError, renderer
from vitsurvey.site.scripts import script
from vitsurvey.site.shell import Shell, ShellError, sentinel, shell
from vitsurvey.site.urls import Addresses

__all__ = [
    "INDEXES",
    "Addresses",
    "Command",
    "Download",
    "Heading",
    "Make",
    "Page",
    "Render",
    "RenderError",
    "Shell",
    "ShellError",
    "front_pages",
    "page_maker",
    "paged_records",
    "pages",
    "record_pages",
    "renderer",
    "script",
    "sentinel",
    "shell",
    "write",
]
