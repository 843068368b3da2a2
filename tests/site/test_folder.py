"""Pages as files for another generator: written once, left alone when nothing changed, and untouched by Markdown."""

import json
from html import unescape
from pathlib import Path

import markdown
import pytest
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from markup import read
from vitsurvey.site import Download, Page, write
from vitsurvey.site.folder import as_markdown

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def convert():
    """Markdown to HTML with the extensions of the repository's mkdocs.yml."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return lambda text: markdown.markdown(text, extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def test_writing_twice_changes_nothing(tmp_path, mini, made):
    items = list(made(mini).values())

    assert write(items, tmp_path) == (len(items), len(items))
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert len(times) == len(items)
    assert write(items, tmp_path) == (len(items), 0)
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_an_edit_changes_only_the_pages_that_show_it(tmp_path, project, made):
    folder = tmp_path / "pages"
    write(made(project.project).values(), folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    project.replace("data/methods/hearthling.yaml", "Knows a single oven only.", "Knows two ovens only.")

    _, changed = write(made(project.project).values(), folder)

    differing = {path.relative_to(folder).as_posix() for path in before if path.read_bytes() != before[path]}
    assert {"exports/methods.csv", "exports/survey.json"} < differing
    assert {path for path in differing if not path.startswith("exports/")} == {"methods/hearthling.md", "methods/hearthling.json"}
    assert changed == len(differing)


def test_markdown_passes_every_page_on_as_it_is(mini_pages, convert):
    for page in mini_pages.values():
        content, _ = get_data(as_markdown(page))
        passed, meant = read(convert(content)), read(page.body)

        assert passed.tags == meant.tags, page.path
        assert passed.text == meant.text, page.path


def test_empty_lines_of_preformatted_text_survive_markdown(convert):
    text = "one\n\n  two\n \n\nthree"
    page = Page("x", "X", "", f"<section>\n\n<h1>X</h1>\n\n<pre><code>{text}</code></pre>\n\n<p>end</p>\n\n</section>")

    written = as_markdown(page)

    assert "\n\n" not in written.partition("---\n\n")[2]
    _, _, rest = convert(get_data(written)[0]).partition("<pre><code>")
    assert unescape(rest.partition("</code>")[0]) == text.replace("\n \n", "\n \n")


@pytest.mark.parametrize("text", ["plain", 'with "quotes" and \\', "a: b # c", "---", "{{ x }}", "- [x]", "Łęcka's 90 %", "@x", "true"])
def test_front_matter_gives_title_and_description_back(text):
    _, meta = get_data(as_markdown(Page("x", text, f"{text} {text}", "<p>x</p>")))

    assert meta == {"title": text, "description": f"{text} {text}"}


def test_files_lie_where_their_addresses_say(tmp_path):
    items = [Page("", "Home", "", "<p>h</p>"), Page("methods/", "M", "", "<p>m</p>"), Page("methods/a-1.5", "A", "", "<p>a</p>"), Download("methods/a-1.5.json", "{}\n")]

    write(items, tmp_path)

    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()) == [
        "index.md", "methods/a-1.5.json", "methods/a-1.5.md", "methods/index.md",
    ]
    assert json.loads((tmp_path / "methods/a-1.5.json").read_text(encoding="utf-8")) == {}
