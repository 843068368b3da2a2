"""A server on loopback for the built site, and a real Chromium."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from chrome import headless, served
from prepare import chromium
from vitsurvey.project import Project, engine_templates
from vitsurvey.site import Addresses, renderer, script
from vitsurvey.survey import Survey
from vitsurvey.views.index import index_table


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Where the real survey's site is served."""
    with served(real_site) as root:
        yield root


@pytest.fixture(scope="session")
def mini_address(mini_site: Path) -> Iterator[str]:
    """Where the fabricated survey's site is served."""
    with served(mini_site) as root:
        yield root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium. There is no test run without one: `make test` finds or installs it."""
    path = chromium()
    assert path, "no Chromium: run `make test`, which finds or installs one"
    with headless(path) as chrome:
        yield chrome


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page and fail at the end of the test on console errors and on requests to other hosts."""
    complaints: list[str] = []
    contexts = []

    def open_page(url: str, *, width: int = 1280, dark: bool = False, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", java_script_enabled=scripts,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: message.type == "error" and complaints.append(f"{url}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"{url}: {error}"))
        own = url.split("/", 3)[:3]
        page.on("request", lambda request: request.url.split("/", 3)[:3] != own and complaints.append(f"{url} asks for {request.url}"))
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def taken() -> Callable[[Page, str], str]:
    """What a page copies in a form; its menu is closed again."""
    def take(page: Page, form: str) -> str:
        menu = page.locator("details.vs-menu", has_text="Take along")
        menu.locator("summary").click()
        menu.locator("li", has_text=form).get_by_role("button", name="Copy").click()
        page.get_by_role("button", name="Copied").wait_for()
        text = page.evaluate("navigator.clipboard.readText()")
        page.keyboard.press("Escape")
        page.wait_for_function("![...document.querySelectorAll('button')].some((button) => button.textContent === 'Copied')")
        return text

    return take


ROWS = 1_600
"""More than a page shows at once."""


@pytest.fixture(scope="session")
def long_table(survey: Survey, mini: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where an index page of very many methods is served, copies of the fabricated survey's under numbers of their own."""
    folder = tmp_path_factory.mktemp("long")
    assets = engine_templates() / "assets"
    shutil.copytree(assets, folder / "assets/survey")
    (folder / "assets/survey/survey.js").write_text(script(engine_templates() / "scripts"), encoding="utf-8")
    methods = list(survey.methods.values())
    copies = [
        methods[n % len(methods)].model_copy(update={"id": f"method-{n}", "name": f"Method {n}", "released": f"{2000 + n % 20}"}) for n in range(ROWS)
    ]
    table = index_table(survey, "methods", copies)
    body = renderer(mini, survey, Addresses())("index.html.j2", "methods/", title="Methods", kind="methods", table=table, presets=())
    (folder / "methods").mkdir()
    (folder / "methods/index.html").write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Methods</title><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="../assets/survey/site.css"><script>document.documentElement.classList.add("vs-scripted")</script></head>'
        f'<body class="md-typeset"><main>{body}</main><script src="../assets/survey/survey.js"></script></body></html>', encoding="utf-8",
    )
    with served(folder) as root:
        yield f"{root}methods/"
