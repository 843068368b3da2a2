"""The site through `vitsurvey build`, `vitsurvey serve` and plain `mkdocs build`, on a copy of the fabricated survey."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from markup import read
from vitsurvey.cli import main

ROOT = Path(__file__).parents[1]
RECORD = "data/methods/hearthling.yaml"
_LONGEST = 60
"""Seconds that a server may take before a test gives up; what is tested is what it shows, not how fast."""


@pytest.fixture(autouse=True)
def nowhere(monkeypatch):
    """Tests run on no forge, whatever runs the tests."""
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)


@pytest.fixture
def site(project):
    """A project with the repository's own mkdocs.yml."""
    shutil.copy(ROOT / "mkdocs.yml", project.root)
    return project


@pytest.fixture
def run(site) -> Callable[..., Result]:
    """Run a command in the project. An exception that is no exit fails the test: it would have been a traceback."""
    def invoke(*arguments: str) -> Result:
        done = CliRunner().invoke(main, ["--root", str(site.root), *arguments])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done
    return invoke


@pytest.fixture
def build(run) -> Callable[..., Result]:
    """Build the site strictly and insist that it worked."""
    def invoke(*arguments: str) -> Result:
        done = run("build", "--strict", *arguments)
        assert done.exit_code == 0, done.output
        return done
    return invoke


def mkdocs(site, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What people run who know MkDocs and nothing of vitsurvey."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, "-m", "mkdocs", *arguments], cwd=site.root, env=environment, capture_output=True, text=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def page(site, path: str, folder: str = "site") -> str:
    return (site.root / folder / path).read_text(encoding="utf-8")


# --- one site, however it is built -------------------------------------------------------------------------------------

def test_mkdocs_alone_builds_the_same_site(site, build):
    build("-o", str(site.root / "ours"))
    done = mkdocs(site, "build", "--strict")

    assert done.returncode == 0, done.stderr
    ours, plain = contents(site.root / "ours"), contents(site.root / "site")
    assert {name for name in ours if not name.endswith(".gz")} == {name for name in plain if not name.endswith(".gz")}
    assert {name for name in ours if ours[name] != plain[name] and not name.startswith("sitemap")} == set()


def test_building_twice_gives_the_same_bytes(site, build):
    build()
    first = contents(site.root / "site")
    build()

    assert contents(site.root / "site") == first


def test_the_site_is_called_after_the_survey_and_knows_its_address(site, build):
    build()

    html = read(page(site, "methods/hearthling/index.html"))
    assert "Hearthling - ovens" in html.text
    assert {"rel": "canonical", "href": "https://ovens.example.org/methods/hearthling/"} in html.all("link")


def test_the_sitemap_has_every_page_once_those_of_people_included(site, build):
    build()

    listed = [entry.text for entry in ET.parse(site.root / "site/sitemap.xml").iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]  # noqa: S314 - our own file
    there = {path.parent.relative_to(site.root / "site").as_posix() for path in (site.root / "site").rglob("index.html")}
    assert sorted(listed) == sorted(f"https://ovens.example.org/{'' if path == '.' else path + '/'}" for path in there)
    assert "https://ovens.example.org/about/" in listed


def test_a_survey_without_an_address_is_built_too(site, build):
    site.replace("data/survey.yaml", "site: https://ovens.example.org/\n", "")

    build()

    assert "canonical" not in page(site, "methods/hearthling/index.html")


def test_titles_in_the_navigation_are_those_of_mkdocs_yml(site, build):
    site.replace("mkdocs.yml", "  - Methods: methods/index.md", "  - Recipes: methods/index.md")

    build()

    tabs = page(site, "about/index.html").partition('<nav class="md-tabs"')[2].partition("</nav>")[0]
    assert "Recipes" in tabs
    assert "Methods" not in tabs


# --- what people write goes before what is generated -------------------------------------------------------------------

def test_hand_written_pages_and_files_win(site, build):
    site.write("docs/methods/index.md", "# Our methods\n\nChosen by hand, see [ours](hearthling.md).\n")
    site.write("docs/methods/hearthling.md", "# Our Hearthling\n\nTold by hand.\n")
    site.write("docs/exports/methods.csv", "by,hand\n")

    build()

    assert "Chosen by hand" in page(site, "methods/index.html")
    assert "Told by hand" in page(site, "methods/hearthling/index.html")
    assert "vs-record" not in page(site, "methods/hearthling/index.html")
    assert page(site, "exports/methods.csv") == "by,hand\n"
    assert "vs-record" in page(site, "methods/listener/index.html")
    assert page(site, "sitemap.xml").count("<loc>https://ovens.example.org/methods/hearthling/</loc>") == 1


def test_templates_of_the_survey_override_those_of_the_engine_one_by_one(site, build):
    site.write("templates/partials/source.html.j2", "<p>Ask the bakers about {{ record.title_text }}.</p>\n")
    site.write("templates/taxonomy.html.j2", "<h1>Order of things</h1>\n")

    build()

    assert "<p>Ask the bakers about Hearthling.</p>" in page(site, "methods/hearthling/index.html")
    assert "Something wrong or missing?" not in page(site, "methods/hearthling/index.html")
    assert "<h1>Order of things</h1>" in page(site, "taxonomy/index.html")
    assert "Holds its heat" in page(site, "methods/hearthling/index.html")


@pytest.mark.parametrize(("template", "text", "told"), [
    ("partials/source.html.j2", "<p>\n{{ recrod }}</p>", "partials/source.html.j2:2: 'recrod' is undefined"),
    ("partials/source.html.j2", "<p>\n\n{% if %}</p>", "partials/source.html.j2:3: "),
    ("taxonomy.html.j2", "{% include 'nothing.html.j2' %}", "there is no template nothing.html.j2"),
    ("taxonomy.html.j2", "{{ 1 | loud }}", "taxonomy.html.j2:1: No filter named 'loud'"),
])
@pytest.mark.parametrize("command", [("build",), ("render", "out")])
def test_a_wrong_template_is_named_with_its_line(template, text, told, command, site, run, monkeypatch):
    monkeypatch.chdir(site.root)
    site.write(f"templates/{template}", text)

    done = run(*command)

    assert done.exit_code == 1
    assert told in done.output
    assert "Traceback" not in done.output


def test_a_theme_without_a_place_for_metadata_is_refused_with_what_to_do(site, run):
    site.replace("mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    site.write("overrides/main.html", '{% extends "base.html" %}\n')

    done = run("build")

    assert done.exit_code == 1
    assert "main.html prints {{ page.meta.head }} in the head" in done.output
    site.write("overrides/main.html", '{% extends "base.html" %}\n{% block extrahead %}{{ page.meta.head if page else "" }}<meta name="ours">{% endblock %}\n')
    done = run("build")
    assert done.exit_code == 0, done.output
    assert '<meta name="ours">' in page(site, "methods/hearthling/index.html")


# --- where to mend a page ----------------------------------------------------------------------------------------------

def test_without_a_repository_a_page_names_the_file_it_is_made_from(site, build):
    site.replace("data/survey.yaml", "repository: example/ovens\n", "")

    build()

    text = page(site, "methods/hearthling/index.html")
    assert f"This page is made from <code>{RECORD}</code>" in text
    assert "github.com" not in text


def test_the_repository_of_the_data_is_linked_unless_the_surroundings_name_another(site, build, monkeypatch):
    build()
    assert f'href="https://github.com/example/ovens/edit/main/{RECORD}"' in page(site, "methods/hearthling/index.html")

    monkeypatch.setenv("GITHUB_REPOSITORY", "someone/fork")
    build()
    assert f'href="https://github.com/someone/fork/edit/main/{RECORD}"' in page(site, "methods/hearthling/index.html")
    assert "example/ovens" not in page(site, "methods/hearthling/index.html")


# --- problems are told, not thrown -------------------------------------------------------------------------------------

def test_errors_in_the_data_end_a_build_with_their_text(site, run):
    site.replace(RECORD, "paper: lindqvist2020hearth", "paper: lindqvist2020heart")
    problem = f"{RECORD}:3:8: L201 unknown paper 'lindqvist2020heart'"

    ours, plain = run("build"), mkdocs(site, "build")

    for code, text in ((ours.exit_code, ours.output), (plain.returncode, plain.stderr)):
        assert code == 1
        assert problem in text
        assert "did you mean 'lindqvist2020hearth'?" in text
        assert "Traceback" not in text
    assert not (site.root / "site").exists()


def test_warnings_in_the_data_fail_no_build_however_strict(site, build):
    site.replace("data/taxonomy.yaml", "    - id: oven-keeping\n", "    - {id: oven-sitting, title: Oven sitting, definition: Sitting., includes: When one sits., origin: extension}\n    - id: oven-keeping\n")
    assert site.examine().warnings
    assert not site.examine().errors

    build()
    done = mkdocs(site, "build", "--strict")

    assert done.returncode == 0, done.stderr
    assert "1 warning in the survey's files: vitsurvey validate shows them" in done.stderr


def test_a_broken_link_in_prose_fails_a_strict_build_only(site, run):
    site.write("docs/about.md", "# About\n\n[gone](methods/gone.md)\n")

    assert run("build").exit_code == 0
    done = run("build", "--strict")
    assert done.exit_code == 1
    assert "methods/gone.md" in done.output


def test_without_mkdocs_yml_it_is_said_what_is_missing(site, run):
    (site.root / "mkdocs.yml").unlink()

    for command in ("build", "serve"):
        done = run(command)
        assert done.exit_code == 1
        assert "mkdocs.yml is missing beside data/" in done.output


@pytest.mark.parametrize("text", ["site_name: [\n", "plugins: [nothing-of-that-name]\nsite_name: x\n", "theme: {name: nothing}\nsite_name: x\n"])
def test_a_wrong_mkdocs_yml_is_said_to_be_wrong(text, site, run):
    site.write("mkdocs.yml", text)

    done = run("build")

    assert done.exit_code == 1
    assert "mkdocs.yml" in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("command", [("build", "-o"), ("render",)])
def test_a_folder_that_cannot_be_made_is_named(command, site, run):
    site.write("in-the-way", "a file")
    folder = str(site.root / "in-the-way/site")

    done = run(*command, folder)

    assert done.exit_code == 1
    assert f"{folder} cannot be written: Not a directory" in done.output


@pytest.mark.parametrize("folder", [".", "data", "docs", "photos"])
def test_a_build_never_empties_a_folder_that_is_no_site(folder, site, run):
    site.write("photos/oven.txt", "the only one")
    before = contents(site.root)

    done = run("build", "-o", str(site.root / folder))

    assert done.exit_code == 1
    assert "holds files that are no site" in done.output
    assert contents(site.root) == before


def test_a_build_takes_the_place_of_an_earlier_one(site, build):
    build()
    site.write("site/left-over.html", "x")

    build()

    assert not (site.root / "site/left-over.html").exists()


# --- pages for other generators, and for a disk ------------------------------------------------------------------------

def test_rendering_twice_says_that_nothing_changed(site, run):
    folder = site.root / "pages"

    first, second = run("render", str(folder)), run("render", str(folder))
    before = contents(folder)
    site.replace(RECORD, "Knows a single oven only.", "Knows two ovens only.")
    third = run("render", str(folder))

    count = len(before)
    differing = sum(text != before[name] for name, text in contents(folder).items())
    assert 0 < differing < 10
    assert f"{count} files in {folder}, {count} of them changed" in first.output
    assert f"{count} files in {folder}, 0 of them changed" in second.output
    assert f"{count} files in {folder}, {differing} of them changed" in third.output
    assert [done.exit_code for done in (first, second, third)] == [0, 0, 0]


def test_an_offline_site_takes_nothing_from_a_host_or_from_the_root_of_one(site, build):
    build("--offline")

    folder = site.root / "site-offline"
    assert (folder / "methods/hearthling.html").is_file()
    sources = [
        (path.name, link)
        for path in folder.rglob("*.html") if path.name != "404.html"
        for tag, attributes in read(path.read_text(encoding="utf-8")).tags
        for link in [attributes.get("src") or (attributes.get("href") if tag == "link" and attributes.get("rel") in ("stylesheet", "icon", "preload") else None)]
        if link
    ]
    assert len(sources) > 100
    assert [source for source in sources if "://" in source[1] or source[1].startswith("/")] == []
    for style in (folder / "assets/survey").rglob("*.css"):
        assert "url(http" not in style.read_text(encoding="utf-8").replace('"', "").replace("'", "")


def test_without_the_offline_plugin_it_is_said_which_lines_to_add(site, run):
    text = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    site.write("mkdocs.yml", "".join(line for line in text.splitlines(keepends=True) if "- offline:" not in line and "enabled: false" not in line))

    done = run("build", "--offline")

    assert done.exit_code == 1
    assert "add `- offline: {enabled: false}` below plugins" in done.output


# --- serving -----------------------------------------------------------------------------------------------------------

@pytest.fixture
def served(site) -> Iterator[tuple[str, Path]]:
    """The address of a running `vitsurvey serve`, and the file of what it says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = site.root / "said.txt"
    with said.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "vitsurvey", "--root", str(site.root), "serve", "--port", str(port)], stdout=output, stderr=output,
        )
        try:
            yield f"http://127.0.0.1:{port}/", said
        finally:
            server.terminate()
            server.wait(_LONGEST)


def until(shown: Callable[[], str], text: str) -> str:
    """Wait until a text is shown, and return all that is."""
    deadline = time.monotonic() + _LONGEST
    found = ""
    while time.monotonic() < deadline:
        found = shown()
        if text in found:
            return found
        time.sleep(0.1)
    pytest.fail(f"{text!r} was never shown; at last it was {found[-2000:]!r}")


def test_an_edit_is_shown_and_a_mistake_is_told_and_survived(site, served):
    address, said = served

    def shown() -> str:
        try:
            with urllib.request.urlopen(f"{address}methods/hearthling/", timeout=10) as answer:  # noqa: S310 - our own server
                return answer.read().decode()
        except urllib.error.URLError as error:
            return str(error)

    until(shown, "Knows a single oven only.")
    site.replace(RECORD, "Knows a single oven only.", "Knows two ovens only.")
    assert "Knows a single oven only." not in until(shown, "Knows two ovens only.")

    site.replace(RECORD, "released: 2019-11-30", "released: yesterday")
    until(lambda: said.read_text(encoding="utf-8"), f"{RECORD}:4:11: S106")
    assert "Traceback" not in said.read_text(encoding="utf-8")

    site.replace(RECORD, "released: yesterday", "released: 2019-12-24")
    until(shown, "released 24 December 2019")


def test_what_belongs_to_a_record_is_made_when_it_is_asked_for(served):
    address, _ = served

    def asked(path: str) -> str:
        try:
            with urllib.request.urlopen(f"{address}{path}", timeout=10) as answer:  # noqa: S310 - our own server
                return answer.read().decode()
        except urllib.error.URLError as error:
            return str(error)

    until(lambda: asked("methods/listener.recipe.js"), 'vitsurveyRecipe("listener"')
    until(lambda: asked("methods/shared-oven.bib"), "@")
    until(lambda: asked("methods/hearthling.json"), '"hearthling"')


def test_a_port_that_is_taken_is_named(run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run("serve", "--port", str(port))

    assert done.exit_code == 1
    assert f"port {port} cannot be used" in done.output
