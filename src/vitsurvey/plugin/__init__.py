"""The survey's pages in MkDocs: indexes as MkDocs pages, records through the theme's page rendered once as a shell.

A page costs MkDocs milliseconds, and a page in the navigation makes every other page longer. So records are neither: the
theme renders one page for each section, with tokens for title, body and the rest, and that shell is filled for each record.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import Any, cast

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from vitsurvey.checks import examine
from vitsurvey.cli.manual import commands
from vitsurvey.plugin.html_page import HtmlPage
from vitsurvey.plugin.listing import add_to_search, write, write_sitemap
from vitsurvey.project import Project, engine_templates
from vitsurvey.reporting import as_text
from vitsurvey.schema import Record
from vitsurvey.site import (
    INDEXES,
    Addresses,
    Download,
    Page,
    Render,
    RenderError,
    Shell,
    ShellError,
    front_pages,
    page_maker,
    paged_records,
    record_pages,
    renderer,
    script,
    sentinel,
    shell,
)
from vitsurvey.survey import Survey
from vitsurvey.views.table import noun

log = get_plugin_logger(__name__)

ASSETS = "assets/survey"
_STYLE = f"{ASSETS}/site.css"
SCRIPT = f"{ASSETS}/survey.js"
_WORKER_SHIM = f"{ASSETS}/vendor/iframe-worker.js"
_SEARCH_DIALOG = 'data-md-component="search" role="dialog"'
ShellKey = tuple[str, int, bool]
"""Pages share a shell when they share a tab, a depth and a width."""


class SurveyPluginConfig(Config):  # type: ignore[no-untyped-call]
    """No options: what a survey is called and shows stands in data/survey.yaml."""


class SurveyPlugin(BasePlugin[SurveyPluginConfig]):  # type: ignore[no-untyped-call]
    """Adds a survey's pages and downloads to a MkDocs site.

    A build writes every page. `serve` builds after every change, so there a record's page is made when it is asked for.
    """

    serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Tell serving from building; that there is such a method also keeps this object from one build to the next."""
        self.serving = command == "serve"
        self.unmade: dict[str, Record] = {}
        self.told = True
        self.lock = Lock()

    def on_config(self, config: MkDocsConfig) -> None:
        """Read and check the survey, and name the site after it."""
        self.project = Project(Path(config.config_file_path).parent.resolve(), os.environ.get("GITHUB_REPOSITORY"))
        config.watch.extend(str(path) for path in (self.project.data, *self.project.templates) if path.is_dir())
        self.survey = _survey(self.project)
        self.addresses = Addresses(directories=config.use_directory_urls)
        about = self.survey.about
        config.site_name, config.site_description = escape(about.name), escape(about.tagline)
        config.site_url = config.site_url or about.site
        config.copyright = config.copyright or f"Records and prose: {about.licence}"
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(engine_templates() / "theme"))
        config.extra_css.append(_STYLE)
        config.extra_javascript.append(SCRIPT)
        if config.use_directory_urls is False:
            config.extra["polyfills"] = [*config.extra.get("polyfills", []), _WORKER_SHIM]

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add assets, the pages that list, and one page for each shell; a hand-written page at the same place wins."""
        if self.serving:
            with self.lock:  # until this build is done there are no shells to make pages with
                self.unmade, self.told = {}, True
        self.render = _said_to_mkdocs(renderer(self.project, self.survey, self.addresses))
        self.written_by_hand = {file.dest_uri: file.src_uri for file in files}
        self.waiting: list[Page | Download] = []
        self.finished: list[Page] = []
        self.shells: dict[ShellKey, Shell] = {}
        for path in sorted((engine_templates() / "assets").rglob("*")):
            if path.is_file():
                uri = f"{ASSETS}/{path.relative_to(engine_templates() / 'assets').as_posix()}"
                files.append(File.generated(config, uri, abs_src_path=str(path)))
        files.append(File.generated(config, SCRIPT, content=script(engine_templates() / "scripts")))
        self.sentinels: dict[str, tuple[ShellKey, str]] = {}
        for item in front_pages(self.survey, self.render, commands()):
            if isinstance(item, Page) and item.is_index:
                self._add(files, config, item)
            else:
                self.waiting.append(item)
        for page in (page for page in self.waiting if isinstance(page, Page)):
            self._need_shell(files, config, page)
        for kind in INDEXES:
            self._need_shell(files, config, Page(f"{kind}/any", "", "", ""))
        return files

    def _add(self, files: Files, config: MkDocsConfig, page: Page) -> None:
        if self._is_written_by_hand(page):
            return
        file = File.generated(config, f"{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.page = HtmlPage(page, file, config)
        files.append(file)
        self.finished.append(page)

    def _is_written_by_hand(self, item: Page | Download) -> bool:
        """Whether docs/ holds a file for the same address: people's pages win."""
        uri = self.written_by_hand.get(item.path if isinstance(item, Download) else self.addresses.file(item.path))
        if uri:
            log.info("the hand-written %s takes the place of a generated page", uri)
        return uri is not None

    def _need_shell(self, files: Files, config: MkDocsConfig, page: Page) -> None:
        key = _shell_key(page)
        stand_in = sentinel(page.section, page.path.count("/"), wide=page.wide)
        uri = f"{stand_in.path}.md"
        if uri not in self.sentinels:
            file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.page = HtmlPage(stand_in, file, config)
            files.append(file)
            self.sentinels[uri] = (key, file.url)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Let the pages that are not in the navigation light up the tab of their section."""
        for title, titled in _titles(config.nav or [], files):
            titled.title = title
        tabs = {page.file.src_uri.partition("/")[0]: page for page in nav.pages if page.file.src_uri.count("/") == 1}
        in_nav = {id(page) for page in nav.pages}
        self.prose: list[str] = []
        for file in files.documentation_pages():
            page = file.page
            tab = tabs.get(file.src_uri.partition("/")[0])
            if not isinstance(page, HtmlPage):
                self.prose.append(file.url)
            elif id(page) not in in_nav and tab is not None:
                page.parent = cast("Section", tab)  # a page carries `active` upwards just as a section does

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Name the search dialog for screen readers; keep the pages that are shells and write none of them."""
        output = output.replace(_SEARCH_DIALOG, f'{_SEARCH_DIALOG} aria-label="Search"')
        if page.file.src_uri not in self.sentinels:
            return output
        key, address = self.sentinels[page.file.src_uri]
        try:
            self.shells[key] = shell(output, address)
        except ShellError as error:
            raise PluginError(str(error)) from error
        return ""

    @event_priority(-50)  # after search has written its index, before it is copied for reading from disk
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write every page and download that is not MkDocs' own, then tell search and the sitemap of them."""
        self.site, self.site_url = Path(config.site_dir), config.site_url
        self._write_all(self.waiting)
        if self.serving:
            with self.lock:
                self.make = page_maker(self.survey, self.render)
                self.unmade = {f"{record.KIND}/{record.id}": record for record in paged_records(self.survey)}
                self.told = False
        else:
            self._write_all(record_pages(self.survey, self.render))
            self._tell()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Make a record's page just before it is served, and all of them before search is."""
        serve = server.get_app()

        def make_and_serve(environ: dict[str, Any], start_response: Any) -> Any:  # noqa: ANN401 - WSGI's own types
            path = environ["PATH_INFO"]
            if path.startswith(server.mount_path):
                try:
                    self._make_for(path[len(server.mount_path):])
                except PluginError as error:
                    log.error("%s", error)  # noqa: TRY400 - the text is the whole message
            return serve(environ, start_response) if serve else []

        server.set_app(make_and_serve)
        return server

    def _make_for(self, path: str) -> None:
        stem = path.removesuffix("index.html").rstrip("/")
        for ending in (".bib", ".recipe.js", ".json", ".html"):
            stem = stem.removesuffix(ending)
        with self.lock:
            if path == "search/search_index.json" and not self.told:
                for record in self.unmade.values():
                    self._write_all(self.make(record))
                self.unmade, self.told = {}, True
                self._tell()
            elif stem in self.unmade:
                self._write_all(self.make(self.unmade.pop(stem)))

    def _write_all(self, items: Iterable[Page | Download]) -> None:
        for item in items:
            if self._is_written_by_hand(item):
                continue
            if isinstance(item, Download):
                write(self.site / item.path, item.content)
            else:
                html = self.shells[_shell_key(item)].fill(item, self.addresses.of(item.path))
                write(self.site / self.addresses.file(item.path), html)
                self.finished.append(_without_body(item))

    def _tell(self) -> None:
        """Tell search and the sitemap of all pages."""
        add_to_search(self.site / "search/search_index.json", self.finished, self.addresses)
        addresses = [*(self.addresses.of(page.path) for page in self.finished), *self.prose]
        write_sitemap(self.site / "sitemap.xml", addresses, self.site_url)


def _said_to_mkdocs(render: Render) -> Render:
    """Turn what is wrong with a template into the error that ends a build without a traceback."""
    def said(name: str, path: str, **values: Any) -> str:  # noqa: ANN401 - templates take any row
        try:
            return render(name, path, **values)
        except RenderError as error:
            raise PluginError(str(error)) from error
    return said


def _titles(nav: list[Any], files: Files) -> Iterator[tuple[str, MkDocsPage]]:
    """The titles that mkdocs.yml gives to generated pages; MkDocs gives them only to pages it makes itself."""
    for item in nav:
        for title, inner in item.items() if isinstance(item, dict) else ():
            if isinstance(inner, list):
                yield from _titles(inner, files)
            elif (file := files.get_file_from_path(inner)) and isinstance(file.page, HtmlPage):
                yield title, file.page


def _survey(project: Project) -> Survey:
    examination = examine(project)
    if examination.errors or examination.survey is None:
        raise PluginError(f"the survey's files hold errors\n{as_text(examination.errors)}")
    if examination.warnings:
        count = len(examination.warnings)
        log.info("%d %s in the survey's files: vitsurvey validate shows them", count, noun("warnings", count))
    return examination.survey


def _shell_key(page: Page) -> ShellKey:
    return page.section, page.path.count("/"), page.wide


def _without_body(page: Page) -> Page:
    """What search and the sitemap need; bodies of thousands of pages are not kept."""
    return Page(page.path, page.title, "", "", search=page.search)
