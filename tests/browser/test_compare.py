"""The compare page in a real browser: what differs, what is shared, its address, and what is taken along."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser


def _attributes(page):
    return page.locator("table", has_text="Attributes, with differences marked")


def test_two_methods_stand_side_by_side_with_differences_marked(address, visit):
    page = visit(f"{address}compare/?ids=llava,llava-1.5")

    table = _attributes(page)
    assert [text.strip() for text in table.locator("thead th").all_inner_texts()] == ["Attribute", "LLaVA", "LLaVA-1.5"]
    connector = table.get_by_role("row", name="Connector (differs)")
    assert "vs-differs" in (connector.get_attribute("class") or "")
    assert connector.locator("td").all_inner_texts() == ["Linear projection", "MLP projection"]
    assert table.get_by_role("row", name="Language model architecture").get_attribute("class") is None
    assert "MLP connector" in table.get_by_role("row", name="Builds on (differs)").locator("td").last.inner_text()


def test_scores_stand_together_only_in_a_shared_class_and_what_is_missing_is_counted(address, visit):
    page = visit(f"{address}compare/?ids=llava,llava-1.5")

    for row in page.locator("table", has_text="Scores in shared comparability classes").locator("tbody tr").all():
        assert all(text.strip() for text in row.locator("td").all_inner_texts())
    told = page.locator("p[role=status]").inner_text()
    assert "shared by at least two" in told
    assert "reported by one alone" in told


def test_recipes_stand_beside_each_other_as_on_the_methods_own_pages(address, visit):
    page = visit(f"{address}compare/?ids=llava,shikra")

    pictures = page.locator(".vs-recipes svg")
    pictures.nth(1).wait_for()
    left, right = (picture.bounding_box() for picture in pictures.all())
    assert left["x"] + left["width"] <= right["x"] + 30 or left["x"] < right["x"]
    assert abs(left["y"] - right["y"]) < 40
    own = visit(f"{address}methods/shikra/").locator(".vs-recipe svg")
    assert pictures.nth(1).locator("text").all_text_contents() == own.locator("text").all_text_contents()
    link = pictures.nth(1).locator("a").first
    assert visit(link.evaluate("(link) => link.href.baseVal ? new URL(link.href.baseVal, location.href).href : link.href")).locator("h1").is_visible()


def test_scores_that_are_not_compared_say_in_which_part_they_differ(address, visit):
    page = visit(f"{address}compare/?ids=llava-1.5,cogvlm")

    table = page.locator("table", has_text="Scores on the same benchmark that are not compared, and why")
    row = table.locator("tbody tr", has_text="not the same").first
    assert row.locator("th .vs-note").inner_text().split("not the same ")[1].split(", ")[0] in ("split", "metric", "setting", "harness")
    assert page.locator("details", has_text="that no source here reports for more than one of them").count() == 1


def test_methods_are_added_and_removed_and_back_undoes_it(address, visit):
    page = visit(f"{address}compare/?ids=llava,unknown-method")
    assert page.locator("p[role=status]").inner_text() == "Choose at least one more."

    page.get_by_role("combobox", name="Add a method by name").fill("Shikra")
    page.keyboard.press("Enter")
    page.locator("table").first.wait_for()
    assert page.url.endswith("?ids=llava,shikra")
    page.get_by_role("button", name="remove LLaVA").click()
    assert page.url.endswith("?ids=shikra")
    page.go_back()

    assert page.get_by_role("columnheader", name="LLaVA").count() > 0


def test_chosen_rows_of_the_methods_table_lead_to_the_comparison(address, visit):
    page = visit(f"{address}methods/?rows=llava,shikra,ferret")

    page.get_by_role("link", name="Compare the 3 chosen").click()

    page.locator("table").first.wait_for()
    assert page.url.endswith("compare/?ids=llava,shikra,ferret")


def test_the_bibtex_is_that_of_the_chosen_methods(address, visit, taken):
    page = visit(f"{address}compare/?ids=llava,llava-1.5")
    text = taken(page, "BibTeX")

    assert [line for line in text.splitlines() if line.startswith("@")] == ["@inproceedings{liu2023visual,", "@inproceedings{liu2024improved,"]


def test_a_comparison_is_taken_along_as_it_is_shown(address, visit, taken):
    page = visit(f"{address}compare/?ids=llava,llava-1.5")
    titles = page.locator("table", has_text="Attributes, with differences marked").locator("tbody th").all_inner_texts()

    one, other = json.loads(taken(page, "JSON"))
    assert (one["id"], other["key"]) == ("llava", "liu2024improved")
    assert (one["Connector"], other["Connector"]) == ("Linear projection", "MLP projection")
    assert len(one) >= len(titles) + 2
    assert "~\\cite{liu2023visual}" in taken(page, "LaTeX")
    assert taken(page, "CSV").splitlines()[0] == ",LLaVA,LLaVA-1.5"


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_a_comparison_is_accessible_and_fits_a_phone(width, dark, address, visit):
    page = visit(f"{address}compare/?ids=llava,llava-1.5,cogvlm", width=width, dark=dark)
    page.locator(".vs-recipes svg").nth(2).wait_for()

    page.locator("details.vs-classes summary").click()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]][:3]) for rule in Axe().run(page).response["violations"]] == []


def test_it_works_from_disk(offline_site, visit):
    page = visit(f"file://{offline_site}/methods/index.html?rows=llava,shikra")

    page.get_by_role("link", name="Compare the 2 chosen").click()

    page.locator("table").first.wait_for()
    page.get_by_role("columnheader", name="Shikra").first.get_by_role("link").click()
    assert page.url.endswith("methods/shikra.html")
