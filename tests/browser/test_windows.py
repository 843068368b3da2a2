"""A table of very many rows in a real browser: what is in sight is there, and everything is found, sorted and taken along."""

import pytest

pytestmark = pytest.mark.browser
ROWS = 1_600
"""As many as the page has."""


def _rows(page):
    return page.locator("tbody tr:not(.vs-gap)")


def _names(page):
    return page.locator("tbody tr:not(.vs-gap) th a").all_inner_texts()


def test_only_rows_in_sight_are_in_the_page_and_the_last_is_reached(long_table, visit):
    page = visit(long_table)
    assert _rows(page).count() < 150
    assert page.get_by_role("status").inner_text() == f"{ROWS} methods"
    table = page.locator("table")
    assert table.get_attribute("aria-rowcount") == str(ROWS + 1)
    first = _names(page)[0]

    page.locator(".vs-windowed").evaluate("(box) => { box.scrollTop = box.scrollHeight; }")
    page.wait_for_function(f"document.querySelector('[aria-rowindex=\"{ROWS + 1}\"]') !== null")

    assert first not in _names(page)
    assert _rows(page).count() < 150
    box = page.locator(".vs-windowed").bounding_box()
    last = page.locator(f'[aria-rowindex="{ROWS + 1}"]')
    assert last.bounding_box()["y"] < box["y"] + box["height"]
    last.get_by_role("checkbox").check()
    assert last.bounding_box()["y"] < box["y"] + box["height"]  # choosing a row leaves the reader where they are
    assert "vs-chosen" in last.get_attribute("class")


def test_rows_that_were_out_of_sight_are_found_sorted_and_chosen(long_table, visit):
    page = visit(long_table)
    page.get_by_role("searchbox").fill("method 1599")
    assert _names(page) == ["Method 1599"]
    page.get_by_role("checkbox", name="choose Method 1599").check()
    assert page.url.endswith("?find=method+1599&rows=method-1599")

    page.get_by_role("searchbox").fill("")
    page.get_by_role("columnheader", name="Name").get_by_role("button").click()
    assert _names(page)[:2] == ["Method 0", "Method 1"]  # numbers in names are sorted as numbers
    page.get_by_role("columnheader", name="Name").get_by_role("button").click()

    assert _names(page)[0] == f"Method {ROWS - 1}"
    assert page.get_by_role("checkbox", name="choose Method 1599").is_checked()


def test_columns_are_moved_and_hidden_in_rows_that_come_into_sight_later(long_table, visit):
    page = visit(f"{long_table}?columns=name,fuel,released&sort=name")

    page.locator(".vs-windowed").evaluate("(box) => { box.scrollTop = box.scrollHeight / 2; }")
    page.wait_for_function("Number(document.querySelector('[aria-rowindex]').getAttribute('aria-rowindex')) > 500")

    for row in _rows(page).all()[:5]:
        shown = row.locator("th:visible, td:visible").all_inner_texts()
        assert len(shown) == 3
        assert shown[2].startswith("20")


def test_everything_is_taken_along_not_only_what_is_in_sight(long_table, visit, taken):
    page = visit(f"{long_table}?columns=name,released")

    lines = taken(page, "CSV").splitlines()
    assert lines[0] == "Name,Released"
    assert sorted(line.partition(",")[0] for line in lines[1:]) == sorted(f"Method {n}" for n in range(ROWS))


def test_on_paper_and_without_scripts_all_rows_are_there(long_table, visit):
    page = visit(long_table)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert _rows(page).count() == ROWS
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert _rows(page).count() < 150

    bare = visit(long_table, scripts=False)
    assert bare.locator("tbody tr:visible").count() == ROWS
