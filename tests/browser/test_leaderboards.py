"""Leaderboards and category pages in a real browser: all tables of a page explored together, or each on its own."""

import pytest

pytestmark = pytest.mark.browser


def _models(page):
    return page.locator("table.vs-board tbody tr:visible th a").all_inner_texts()


def test_all_classes_of_a_benchmark_are_narrowed_together(address, visit):
    page = visit(f"{address}benchmarks/gqa/?find=llava&parameters-range=..8")

    models = _models(page)
    assert models
    assert all("llava" in row.lower() for row in page.locator("table.vs-board tbody tr:visible").all_inner_texts())
    for size in page.locator("table.vs-board tbody tr:visible td:nth-last-of-type(4)").all():
        assert float(size.get_attribute("data-order")) <= 8
    told = page.get_by_role("status").inner_text()
    assert told.startswith(f"{len(models)} of ")
    boards = page.locator("section.vs-sheet")
    assert boards.count() > page.locator("section.vs-sheet:visible").count() > 0  # a class without a row is put away
    ranks = page.locator("section.vs-sheet:visible").first.locator("tbody tr:visible td:first-child").all_inner_texts()
    assert ranks == sorted(ranks, key=int)  # narrowing does not rank anew


def test_a_facet_of_the_method_narrows_its_scores(address, visit):
    page = visit(f"{address}benchmarks/gqa/")
    total = len(_models(page))

    page.get_by_text("Narrow by facet or range").click()
    page.locator(".vs-facet > summary", has_text="Connector").click()
    line = page.locator(".vs-facet li", has_text="Q-Former")
    expected = int(line.locator(".vs-number").inner_text())
    line.get_by_role("checkbox").check()

    assert 0 < expected == len(_models(page)) < total
    assert page.url.endswith("?connector=q-former")
    page.get_by_role("button", name="take back: Connector: Q-Former").click()
    assert len(_models(page)) == total
    assert "?" not in page.url


def test_scores_are_taken_along_with_their_class(address, visit, taken):
    page = visit(f"{address}benchmarks/gqa/?find=llava-1.5&columns=model,value")

    lines = taken(page, "CSV").splitlines()
    assert lines[0] in ("Class,Model,Accuracy (%)", "Class,Model,Value")  # by its id where tables call it differently
    assert len(lines) == len(_models(page)) + 1
    assert any(line.endswith("LLaVA-1.5-7B,62.0") for line in lines)  # without the number of its note
    tables = taken(page, "LaTeX")
    assert tables.count("\\begin{table}") == len({line.rpartition('",')[0] or line.split(",")[0] for line in lines[1:]})
    assert "LLaVA-1.5-7B~\\cite{liu2024improved}" in tables
    assert "@inproceedings{liu2024improved," in taken(page, "BibTeX")


def test_the_classes_are_told_apart_in_words_and_lead_to_their_tables(address, visit):
    page = visit(f"{address}benchmarks/mmbench/")

    page.get_by_text("and what sets them apart").click()
    rows = page.locator(".vs-classes tbody tr")
    words = [tuple(row.locator("th, td").all_inner_texts()[:4]) for row in rows.all()]
    assert len(words) == len(set(words)) == page.locator("section.vs-sheet").count()
    target = rows.nth(2).get_by_role("link").get_attribute("href")
    rows.nth(2).get_by_role("link").click()
    assert page.locator(target).locator("tbody tr").count() == int(rows.nth(2).locator("td.vs-num").inner_text())


def test_chosen_models_of_a_leaderboard_lead_to_the_comparison_of_their_methods(address, visit):
    page = visit(f"{address}benchmarks/gqa/?rows=llava-1.5/7b,llava-1.5/13b,shikra/13b,vip-llava/7b")

    assert page.get_by_role("link", name="Compare the").get_attribute("href").split("?ids=")[1] in ("llava-1.5,vip-llava", "llava-1.5,shikra,vip-llava")


def test_the_way_to_a_shared_source_can_be_read(address, visit):
    page = visit(f"{address}benchmarks/gqa/?find=llava-1.5-7b", width=390)

    way = page.locator("table.vs-board tbody tr:visible details.vs-aside").first
    way.locator("summary").click()
    assert " → " in way.inner_text()
    assert way.get_by_role("link").count() > 1


def test_the_tables_of_a_category_are_explored_each_on_its_own(address, visit):
    page = visit(f"{address}taxonomy/task/document-understanding/?methods-connector=q-former&datasets-sort=-samples&methods-find=b")

    methods, datasets = page.locator("[data-explore=methods]"), page.locator("[data-explore=datasets]")
    assert methods.get_by_role("status").inner_text() != datasets.get_by_role("status").inner_text()
    assert "of" in methods.get_by_role("status").inner_text()
    sizes = [float(cell) for cell in datasets.locator("tbody td[data-order]").evaluate_all("(cells) => cells.filter((cell) => cell.cellIndex === cell.parentElement.cells.length - 4).map((cell) => cell.dataset.order)")]
    assert sizes == sorted(sizes, reverse=True)

    datasets.get_by_role("searchbox").fill("vqa")
    page.wait_for_url("**datasets-find=vqa**")
    assert all(part in page.url for part in ("methods-connector=q-former", "methods-find=b", "datasets-sort=-samples"))
    assert "of" in datasets.get_by_role("status").inner_text()
    methods.get_by_role("button", name="Reset").click()
    assert page.url.endswith("?datasets-find=vqa&datasets-sort=-samples")
    page.go_back()
    assert "methods-connector=q-former" in page.url
    assert "of" in methods.get_by_role("status").inner_text()


def test_a_table_of_one_row_has_no_controls(mini_address, visit):
    page = visit(f"{mini_address}backbones/humming-probe/")

    assert page.locator("table[data-rows] tbody tr").count() == 1
    assert not page.locator(".vs-panel").is_visible()
    assert visit(f"{mini_address}methods/").locator(".vs-panel").is_visible()
