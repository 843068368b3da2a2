"""The compare page in a real browser: what differs, what is shared, its address, and what is taken along."""

import pytest

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


def test_the_bibtex_is_that_of_the_chosen_methods(address, visit):
    page = visit(f"{address}compare/?ids=llava,llava-1.5")
    page.get_by_role("button", name="BibTeX").click()
    page.get_by_role("button", name="Copied").wait_for()

    text = page.evaluate("navigator.clipboard.readText()")

    assert [line for line in text.splitlines() if line.startswith("@")] == ["@inproceedings{liu2023visual,", "@inproceedings{liu2024improved,"]


def test_it_works_from_disk(offline_site, visit):
    page = visit(f"file://{offline_site}/methods/index.html?rows=llava,shikra")

    page.get_by_role("link", name="Compare the 2 chosen").click()

    page.locator("table").first.wait_for()
    page.get_by_role("columnheader", name="Shikra").first.get_by_role("link").click()
    assert page.url.endswith("methods/shikra.html")
