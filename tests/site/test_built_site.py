"""The built sites as files: links, neutrality, metadata, sitemap, search entries."""

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

WORDS = ("visual instruction", "multimodal", "llava", "vision", "language model", "instruction tuning", "liu2023visual")


class _Links(HTMLParser):
    """Addresses a page refers to, and the anchors it offers."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, _tag, attrs):
        values = dict(attrs)
        self.links += [values[name] for name in ("href", "src") if values.get(name)]
        self.anchors |= {values[name] for name in ("id", "name") if values.get(name)}


def _parsed(path: Path) -> _Links:
    parser = _Links()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


@pytest.mark.parametrize("site", ["real_site", "mini_site", "offline_site"])
def test_every_internal_link_and_anchor_leads_somewhere(site, request):
    root: Path = request.getfixturevalue(site)
    pages = {path: _parsed(path) for path in root.rglob("*.html")}
    broken = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue  # the server shows it at any address, so its links are absolute
        for link in page.links:
            if link.startswith(("http://", "https://", "mailto:", "data:", "javascript:")):
                continue
            address, anchor = urldefrag(urljoin(f"file://{path}", link))
            target = Path(unquote(address.removeprefix("file://").partition("?")[0]))
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (anchor and target in pages and anchor not in pages[target].anchors):
                broken.append(f"{path.relative_to(root)}: {link}")

    assert broken[:20] == []
    assert len(pages) > 30


def test_the_engine_knows_no_word_of_one_survey(mini_site):
    """With other data and docs, nothing of visual instruction tuning is left."""
    found = [
        f"{path.relative_to(mini_site)}: {word}"
        for path in (*mini_site.rglob("*.html"), *mini_site.rglob("*.json"), *mini_site.rglob("*.bib"))
        for word in WORDS
        if word in path.read_text(encoding="utf-8").lower()
    ]

    assert found == []


def test_records_have_twins_and_metadata(real_site):
    page = (real_site / "methods/llava/index.html").read_text(encoding="utf-8")

    assert '<meta name="citation_title" content="Visual Instruction Tuning">' in page
    assert page.count('name="citation_author"') == 4
    record = json.loads((real_site / "methods/llava.json").read_text(encoding="utf-8"))
    assert (record["kind"], record["id"]) == ("methods", "llava")
    assert (real_site / "papers/liu2023visual.bib").read_text(encoding="utf-8").startswith("@")


def test_search_holds_one_compact_entry_a_page_and_no_shell(real_site):
    docs = json.loads((real_site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    locations = [doc["location"] for doc in docs]

    assert locations.count("methods/llava-1.5/") == 1
    assert not any("vsshell" in location for location in locations)
    assert max(len(doc["text"]) for doc in docs if doc["location"].startswith("methods/")) < 3000
    assert not list(real_site.rglob("*vsshell*"))


def test_the_sitemap_lists_the_pages_of_a_site_with_an_address(mini_site):
    text = (mini_site / "sitemap.xml").read_text(encoding="utf-8")

    assert "<loc>https://ovens.example.org/methods/" in text
    assert "vsshell" not in text
