"""Text of records is text: whatever it holds, a page keeps the structure that a plain word would give it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from markup import read
from vitsurvey.cli import main
from vitsurvey.project import Project
from vitsurvey.site import Page

NASTY = """ zz <script>alert("1")</script> & 'q' "q" | {{ 7*7 }} {% x %} `x` <b> &lt; </title>"""
PLAIN = f" zz {'z' * (len(NASTY) - 4)}"
"""As long, for what a table shows at once depends on its length."""
_TEXTS = re.compile(
    r'(?:^|(?<=[ {]))((?:name|title|definition|includes|tagline|topic|summary|contribution|how|measures|where|note|annotators|judge): "[^"]+)"'
    r'|^( +- "[^"]+)"|(\["[^"]+)"',
    re.MULTILINE,
)


LINK = 'https://code.example.org/"><script>x</script>'


def spoil(root: Path, suffix: str) -> None:
    """Append a text to every text of every record, and to the last author of every paper."""
    inner = json.dumps(suffix, ensure_ascii=False)[1:-1]
    for file in (root / "data").rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        text = _TEXTS.sub(lambda found: f'{found[0][:-1]}{inner}"', text)
        text = re.sub(r"\{family: Sato, given: Mei\}\n  - \{family: \"de la Cruz\"", lambda _: f'{{family: "Sato{inner}", given: "Mei{inner}"}}\n  - {{family: "de la Cruz"', text)
        if suffix == NASTY:
            text = text.replace("https://code.example.org/hearthling\n", f"'{LINK}'\n")
        file.write_text(text, encoding="utf-8")


def structure(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Tags and the names of their attributes, in order."""
    return [(tag, tuple(attributes)) for tag, attributes in read(html).tags]


@pytest.fixture
def spoilt(tmp_path, mini):
    """A project whose texts all end in something, made afresh for each call."""
    def make(name: str, suffix: str) -> Project:
        shutil.copytree(mini.root, tmp_path / name)
        spoil(tmp_path / name, suffix)
        return Project(tmp_path / name)
    return make


def test_every_page_has_the_structure_it_would_have_with_plain_words(spoilt, made):
    plain, nasty = (made(spoilt(name, suffix)) for name, suffix in (("plain", PLAIN), ("nasty", NASTY)))

    assert list(plain) == list(nasty)
    for path, item in nasty.items():
        if isinstance(item, Page):
            assert structure(item.body) == structure(plain[path].body), path
            assert structure(item.head) == structure(plain[path].head), path


def test_the_text_is_shown_as_it_was_written(spoilt, made):
    found = made(spoilt("nasty", NASTY))
    as_read = " ".join(NASTY.split())

    method, paper, benchmark = (read(found[path].body).text for path in ("methods/hearthling", "papers/lindqvist2020hearth", "benchmarks/loaf-test"))
    assert f"Hearthling {as_read}" in method
    assert f"Learns when to add a log by watching bakers. {as_read}" in method
    assert f"Holds its heat for a whole night. {as_read}" in method
    assert f"run again by the authors {as_read}" in benchmark
    assert f"Mei {as_read} Sato {as_read}, María José de la Cruz" in paper
    assert LINK in read(found["methods/hearthling"].body).links
    assert found["methods/hearthling"].title == f"Hearthling{NASTY}"  # whoever prints it escapes it


def test_metadata_holds_the_text_whole(spoilt, made):
    head = read(made(spoilt("nasty", NASTY))["methods/hearthling"].head)

    contents = [meta["content"] for meta in head.all("meta")]
    assert f"A Hearth That Learns & Holds 90% of Its Heat{NASTY}" in contents
    assert any(content.endswith(f", Mei{NASTY}") for content in contents)


def test_the_theme_prints_titles_descriptions_and_contents_as_text(spoilt):
    """The same for whole pages as MkDocs writes them, those of the theme's own rendering and those of a shell."""
    built = {}
    for name, suffix in (("plain", PLAIN), ("nasty", NASTY)):
        project = spoilt(name, suffix)
        shutil.copy(Path(__file__).parents[2] / "mkdocs.yml", project.root)
        done = CliRunner().invoke(main, ["--root", str(project.root), "build", "--strict"])
        assert done.exit_code == 0, done.output
        built[name] = project.root / "site"

    for path in sorted(built["plain"].rglob("*.html")):
        name = path.relative_to(built["plain"])
        assert structure((built["nasty"] / name).read_text(encoding="utf-8")) == structure(path.read_text(encoding="utf-8")), name
    facet = (built["nasty"] / "taxonomy/fuel/index.html").read_text(encoding="utf-8")
    record = (built["nasty"] / "methods/hearthling/index.html").read_text(encoding="utf-8")
    as_read = " ".join(NASTY.split())
    for page, title, description in ((facet, "Fuel", "What heats the oven."), (record, "Hearthling", "Learns when to add a log by watching bakers.")):
        html = read(page)
        assert f"{title} {as_read} - ovens {as_read}" in html.text
        assert next(meta["content"] for meta in html.all("meta") if meta.get("name") == "description") == f"{description}{NASTY}"
    contents = re.search(r'<nav class="md-nav md-nav--secondary".*?</nav>', (built["nasty"] / "taxonomy/index.html").read_text(encoding="utf-8"), re.DOTALL)
    assert contents
    assert f"Fuel {as_read}" in read(contents[0]).text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " https://a.example.org/", "//a.example.org/", "https:///x"])
@pytest.mark.parametrize(("file", "old"), [
    ("methods/hearthling", "code: https://code.example.org/hearthling\n"), ("methods/shared-oven", "weights: https://weights.example.org/shared-oven-l\n"),
    ("papers/sato2023bread", "url: https://ovens.example.org/survey.pdf\n"), ("results/lindqvist2020hearth", "url: https://doi.org/10.5555/fco.2020.11\n"),
])
def test_an_address_that_is_none_never_reaches_a_page(file, old, address, project):
    project.replace(f"data/{file}.yaml", old, f'{old.partition(":")[0]}: "{address}"\n')

    assert "S106" in project.codes()
    assert project.examine().errors
