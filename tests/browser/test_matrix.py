"""The matrix in a real browser: cells that open, families that fold, and what is near a gap."""

import pytest

pytestmark = pytest.mark.browser


def _opened(page):
    """The names of the methods that the table a number leads to shows."""
    page.locator(".vs-panel").first.wait_for()
    return page.locator("table[data-rows] tbody tr:visible th a").all_inner_texts()


def _opens_as_many(page, link):
    """A number leads to as many methods."""
    number = int(link.inner_text())
    link.click()
    assert len(_opened(page)) == number


def test_a_number_opens_exactly_its_methods_as_a_table(address, visit):
    page = visit(f"{address}matrix/")
    cell = page.locator("#image-segmentation--mlp")
    number = int(cell.locator("> a").inner_text())
    cell.locator("summary").click()
    names = sorted(cell.locator("details a").all_inner_texts())
    assert len(names) == number

    cell.locator("> a").click()

    assert page.url.endswith("methods/?task=image-segmentation&connector=mlp")
    assert sorted(_opened(page)) == names


def test_two_facets_of_design_open_the_same_way(address, visit):
    page = visit(f"{address}matrix/connector--language-model/")
    link = page.locator("td.vs-filled > a").first
    _opens_as_many(page, link)
    assert "connector=" in page.url
    assert "language-model=" in page.url


def test_families_fold_and_the_address_says_which(address, visit):
    page = visit(f"{address}matrix/")
    lines = page.locator("table[data-matrix] tbody tr:visible")
    everything = lines.count()

    fold = page.get_by_role("button", name="what belongs to Video tasks")
    assert fold.get_attribute("aria-expanded") == "true"
    fold.press("Enter")
    assert fold.get_attribute("aria-expanded") == "false"
    assert page.url.endswith("matrix/?folded=video")
    assert not page.get_by_role("rowheader", name="Video understanding").is_visible()
    assert lines.count() < everything
    assert visit(page.url).locator("table[data-matrix] tbody tr:visible").count() == lines.count()

    page.get_by_role("button", name="Fold families").click()
    assert page.locator("table[data-matrix] tbody tr[data-in]:visible").count() == 0
    page.get_by_role("button", name="Unfold all").click()
    assert lines.count() == everything
    assert "?" not in page.url


def test_a_family_counts_each_of_its_methods_once(address, visit):
    page = visit(f"{address}matrix/")
    link = page.locator("tr[data-fold=video] td.vs-sum a").first
    _opens_as_many(page, link)


def test_a_gap_tells_what_is_near_and_where_to_add_a_paper(address, visit):
    page = visit(f"{address}matrix/", width=390)
    gap = page.locator("td.vs-void details").first

    gap.locator("summary").click()

    assert "Nearest:" in gap.inner_text()
    near = gap.get_by_role("link").first
    assert "/methods/?task=" in near.evaluate("(link) => link.href")
    assert gap.get_by_role("link", name="Add a paper here").is_visible()


def test_columns_fold_where_a_facet_with_families_heads_them(mini_address, visit):
    page = visit(f"{mini_address}matrix/fuel/")
    columns = page.locator("table[data-matrix] thead th:visible")
    everything = columns.count()

    page.locator("thead .vs-fold").first.click()

    assert columns.count() < everything
    assert "folded-columns=" in page.url
    assert page.locator("table[data-matrix] tbody tr").first.locator("th:visible, td:visible").count() == columns.count()
