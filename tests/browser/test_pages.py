"""Every kind of page in a real browser: no error, no request elsewhere, nothing wider than a phone, no axe violation."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PAGES = {
    "home": "", "methods": "methods/", "method": "methods/llava-1.5/", "datasets": "datasets/",
    "dataset": "datasets/llava-instruct-158k/", "benchmarks": "benchmarks/", "benchmark": "benchmarks/gqa/",
    "papers": "papers/", "paper": "papers/liu2023visual/", "backbones": "backbones/", "backbone": "backbones/clip-vit-l-14/",
    "taxonomy": "taxonomy/", "facet": "taxonomy/connector/", "category": "taxonomy/connector/mlp/", "family": "taxonomy/task/video/",
    "matrix": "matrix/", "two facets": "matrix/connector--language-model/", "trends": "trends/", "compare": "compare/", "rules": "contribute/rules/", "schema": "contribute/schema/", "commands": "contribute/commands/",
    "contribute": "contribute/", "placements": "contribute/placements/", "about": "about/",
}
"""One page of each kind."""
FEWER = {
    "methods": "?find=llava", "datasets": "?find=llava", "benchmarks": "?find=mm", "papers": "?find=llava", "backbones": "?find=clip",
    "category": "?methods-find=llava", "family": "?methods-find=llava&datasets-find=chat",
}
"""Views of long tables in which some rows stand for all: rows are made by one template, and looking at each takes minutes."""


def _violations(page):
    """What axe finds: each rule with the first places where it is broken."""
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]][:3]) for rule in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_a_phone_and_is_accessible_in_light_and_dark(kind, address, visit):
    for width, dark in ((1280, False), (390, True)):
        page = visit(address + PAGES[kind] + FEWER.get(kind, ""), width=width, dark=dark)

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1").count() == 1
        assert page.locator("tbody tr[data-id]:visible").count() > 2 or kind not in FEWER
        assert _violations(page) == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_whole_without_scripts(kind, address, visit):
    with_scripts = visit(address + PAGES[kind]).locator("article.md-content__inner tbody td, article.md-content__inner tbody th").count()
    without = visit(address + PAGES[kind], scripts=False)

    assert without.locator("article.md-content__inner tbody td, article.md-content__inner tbody th").count() == with_scripts
    assert without.locator("h1").is_visible()


@pytest.mark.parametrize("path", ["trends/", "methods/llava-1.5/", "benchmarks/gqa/"])
def test_pictures_fit_a_phone_scroll_alone_and_are_tables_when_opened(path, address, visit):
    page = visit(address + path, width=390)

    twins = page.locator("details.vs-twin")
    for twin in twins.all():
        twin.locator("summary").click()
        assert twin.locator("table").is_visible()
    assert twins.count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    loose = page.locator(".vs-picture:not(.vs-picture--scrolled) > svg")
    assert all(0 < svg.bounding_box()["width"] <= 390 for svg in loose.all())
    assert all(box.get_attribute("tabindex") == "0" for box in page.locator(".vs-picture--scrolled").all())
    assert _violations(page) == []


@pytest.mark.parametrize("dark", [False, True])
def test_opened_controls_are_accessible_and_fit_a_phone(dark, address, visit):
    page = visit(f"{address}backbones/?role=vision-encoder&parameters-range=1..", width=390, dark=dark)

    page.get_by_text("Narrow by facet or range").click()
    page.locator(".vs-facet > summary", has_text="Licence").click()
    page.get_by_text("Columns", exact=True).click()
    assert page.locator(".vs-conditions button").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert _violations(page) == []
    page.get_by_text("Columns", exact=True).click()
    page.get_by_text("Take along").click()
    assert page.locator(".vs-takes").bounding_box()["x"] >= 0
    assert _violations(page) == []


def test_pictures_follow_the_dark(address, visit):
    def colours(*, dark):
        page = visit(f"{address}trends/", dark=dark)
        return page.evaluate("""() => [...document.querySelectorAll('.vs-bars .vs-s1, .vs-bars .vs-soft, .vs-lines .vs-s2 path')]
            .map(mark => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke].join())""")

    light, dark = colours(dark=False), colours(dark=True)
    assert len(light) == len(dark) > 10
    assert all(one != other for one, other in zip(light, dark, strict=True))


def test_a_point_of_a_picture_leads_to_its_method(address, visit):
    page = visit(f"{address}benchmarks/gqa/")

    page.locator(".vs-progress svg a > path").last.click()
    page.wait_for_url("**/methods/*/")
    assert page.locator("#similar + ul li").count() == 5


def test_the_tab_of_a_record_is_lit(address, visit):
    active = visit(f"{address}methods/llava-1.5/").locator(".md-tabs__item--active")

    assert active.all_inner_texts() == ["Methods"]


def test_a_grid_of_scores_is_sorted_by_its_headings_and_back(address, visit):
    page = visit(f"{address}methods/llava-1.5/")
    table = page.locator("table.vs-grid")
    heading = table.get_by_role("columnheader", name="Benchmark")
    column = table.locator("tbody th")
    before = column.all_inner_texts()

    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    rising = [text.casefold() for text in column.all_inner_texts()]
    assert rising == sorted(rising)
    heading.get_by_role("button").press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    assert column.first.inner_text().casefold() == rising[-1]
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") is None
    assert column.all_inner_texts() == before


def test_bibtex_is_copied_as_it_is_in_the_file(address, visit, real_site):
    page = visit(f"{address}methods/llava/")

    page.get_by_role("button", name="Copy").click()

    page.get_by_role("button", name="Copied").wait_for()
    expected = (real_site / "methods/llava.bib").read_text(encoding="utf-8")
    assert page.evaluate("navigator.clipboard.readText()").strip() == expected.strip()
    assert expected.startswith("@")


@pytest.mark.parametrize(("typed", "leads_to"), [("LLaVA-1.5", "methods/llava-1.5/"), ("2304.08485", "methods/llava/"), ("Haotian Liu", "methods/llava"), ("LLaVA-Instruct-158K", "methods/"), ("Q-Former", "methods/")])
def test_search_finds_a_record_by_name_id_author_dataset_and_category(typed, leads_to, address, visit):
    page = visit(address)

    page.get_by_role("textbox", name="Search").fill(typed)

    links = page.locator(".md-search-result__link")
    links.first.wait_for()
    assert any(leads_to in (link.get_attribute("href") or "") for link in links.all()[:10])


def test_the_offline_site_works_from_disk_search_included(offline_site: Path, visit):
    page = visit(f"file://{offline_site}/index.html")

    page.get_by_role("link", name="Methods", exact=True).first.click()
    page.get_by_role("link", name="LLaVA-1.5", exact=True).first.click()
    assert page.url.endswith("methods/llava-1.5.html")
    page.get_by_role("textbox", name="Search").fill("Shikra")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    result.click()
    page.wait_for_url("**/*shikra*")
    assert page.locator("h1").is_visible()
