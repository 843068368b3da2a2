"""Index tables in a real browser: what is shown, its address, and what is taken along."""

import re

import pytest
from click.testing import CliRunner

from sites import ROOT
from vitsurvey.checks import load
from vitsurvey.cli import main
from vitsurvey.project import Project

pytestmark = pytest.mark.browser


def _export(*arguments):
    done = CliRunner().invoke(main, ["--root", str(ROOT), "export", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def _names(page):
    return page.locator("table[data-rows] tbody tr:visible th a").all_inner_texts()


def test_a_facet_narrows_the_table_and_its_count_is_told(address, visit):
    page = visit(f"{address}methods/")
    total = len(_names(page))

    page.get_by_text("Narrow by facet or range").click()
    page.locator(".vs-facet > summary", has_text="Connector").click()
    line = page.locator(".vs-facet li", has_text="Q-Former")
    expected = int(line.locator(".vs-number").inner_text())
    line.get_by_role("checkbox").check()

    assert len(_names(page)) == expected
    assert page.get_by_role("status").inner_text() == f"{expected} of {total} methods"
    assert page.url.endswith("methods/?connector=q-former")


def test_categories_combine_exclude_and_survive_the_address(address, visit):
    page = visit(f"{address}methods/?connector=q-former,-linear&find=blip&unknown=1&task=nonsense")
    names = _names(page)

    assert names
    assert _names(visit(f"{address}methods/?connector=q-former&find=blip")) >= names
    again = visit(page.url)
    assert _names(again) == names
    assert again.get_by_role("searchbox", name="Search these methods").input_value() == "blip"


def test_back_and_forward_follow_choices(address, visit):
    page = visit(f"{address}methods/")
    page.get_by_role("columnheader", name="Scores").get_by_role("button").click()
    assert page.url.endswith("?sort=-scores")
    sorted_names = _names(page)
    page.get_by_role("button", name="Reset").click()
    assert "?" not in page.url

    page.go_back()

    assert page.url.endswith("?sort=-scores")
    assert _names(page) == sorted_names
    assert page.get_by_role("columnheader", name="Scores").get_attribute("aria-sort") == "descending"


def test_a_range_keeps_rows_inside_it(address, visit):
    page = visit(f"{address}methods/?parameters-range=..7&released-range=2024..")

    for row in page.locator("table[data-rows] tbody tr:visible").all():
        assert float(row.locator("td.vs-num").first.get_attribute("data-order")) <= 7
        assert row.locator("td").first.inner_text() >= "2024"


def test_columns_are_chosen_and_ordered_and_stay_so(address, visit):
    page = visit(f"{address}methods/?columns=name,connector,released")

    headings = page.locator("table[data-rows] thead th:visible").all_inner_texts()
    assert [heading.strip().split("\n")[0] for heading in headings] == ["Name", "Connector", "Released"]
    first = page.locator("table[data-rows] tbody tr:visible").first
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}|", first.locator("td:visible").last.inner_text())


def test_columns_are_arranged_by_keyboard_and_the_menu_closes_on_escape(address, visit):
    page = visit(f"{address}methods/?columns=connector,name")  # the first column stays: it names the rows
    page.get_by_text("Columns", exact=True).press("Enter")
    page.get_by_role("checkbox", name="Released").press("Space")
    left = page.get_by_role("button", name="Released further left")

    left.focus()
    left.press("Enter")
    page.wait_for_url("**?columns=connector,released,name")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Released further left"
    page.keyboard.press("Escape")

    assert not left.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Columns"


def test_a_view_without_its_names_gets_them_back(address, visit):
    page = visit(f"{address}methods/?columns=connector")

    headings = page.locator("table[data-rows] thead th:visible").all_inner_texts()
    assert [heading.strip().split("\n")[0] for heading in headings] == ["Name", "Connector"]


def test_a_newcomer_takes_open_document_methods_below_ten_billion_parameters_to_a_paper(address, visit, taken):
    page = visit(f"{address}methods/")
    page.get_by_text("Narrow by facet or range").click()
    page.locator(".vs-facet > summary", has_text="Vision task").click()
    page.get_by_role("checkbox", name="Document, chart and text-rich image understanding").check()
    page.locator(".vs-facet > summary", has_text="Available").click()
    page.get_by_role("checkbox", name="Weights").check()
    page.get_by_role("spinbutton", name="Parameters (billions) to").fill("10")
    names = _names(page)

    table, entries = taken(page, "LaTeX"), taken(page, "BibTeX")

    assert 10 < len(names) == table.count("~\\cite{")
    assert set(re.findall(r"\\cite\{(\w+)\}", table)) == set(re.findall(r"^@\w+\{(\w+),", entries, re.MULTILINE))
    assert "task=document-understanding&links=weights&parameters-range=..10" in page.url.replace("%2C", ",")


def test_chosen_rows_alone_are_taken_along(address, visit, taken):
    page = visit(f"{address}methods/?find=llava-1.5")
    page.get_by_label("choose LLaVA-1.5", exact=True).check()

    text = taken(page, "BibTeX")

    assert text.startswith("@inproceedings{liu2024improved,")
    assert text.count("\n@") == 0


@pytest.mark.parametrize("form", ["BibTeX", "LaTeX", "Markdown"])
def test_what_is_taken_along_is_what_the_command_line_writes(form, address, visit, taken):
    shown = taken(visit(f"{address}methods/?connector=q-former"), form)
    written = _export(form.lower(), "methods", "--where", "connector=q-former")

    if form == "BibTeX":
        written = re.sub(r"\A(%.*\n)+\n", "", written)
    if form == "LaTeX":
        shown, written = (re.sub(r"\\caption\{.*\}\n", "", text) for text in (shown, written))
        assert "\\cite{" in shown
    assert shown.replace("\r\n", "\n").strip() == written.strip()


def test_csv_holds_the_rows_and_columns_that_are_shown(address, visit, taken):
    page = visit(f"{address}methods/?columns=name,scores&find=shikra")

    lines = taken(page, "CSV").splitlines()

    assert lines[0] == "Name,Scores"
    assert [line.partition(",")[0] for line in lines[1:]] == _names(page)


def test_bibtex_works_from_disk(offline_site, visit):
    page = visit(f"file://{offline_site}/methods/index.html?find=minigpt-4")

    with page.expect_download() as download:
        page.get_by_text("Take along").click()
        page.locator(".vs-takes li", has_text="BibTeX").get_by_role("button", name="Download").click()

    assert "@" in download.value.path().read_text(encoding="utf-8")


def test_every_named_view_shows_rows_and_keeps_its_address(address, visit):
    about = load(Project(ROOT)).about

    for preset in (preset for preset in about.shows.presets if preset.kind != "compare"):
        page = visit(f"{address}{preset.kind}/")
        page.get_by_role("link", name=preset.title, exact=True).click()
        page.locator(".vs-panel").wait_for()
        assert _names(page), preset.title
        assert page.url.endswith(f"{preset.kind}/?{preset.query}")
        assert page.get_by_role("button", name="Reset").is_visible(), f"{preset.title}: nothing of its address is known"


def test_every_named_comparison_compares_all_it_names(address, visit):
    for preset in (preset for preset in load(Project(ROOT)).about.shows.presets if preset.kind == "compare"):
        page = visit(f"{address}compare/")
        page.get_by_role("link", name=preset.title, exact=True).click()
        page.locator("table").first.wait_for()
        assert page.locator("table").first.locator("thead th").count() == len(preset.query.split(",")) + 1, preset.title
        assert page.url.endswith(f"compare/?{preset.query}")


def test_any_state_survives_its_address_and_any_address_is_a_state(long_table, visit):
    page = visit(long_table)

    mismatches = page.evaluate("""() => {
      const { read, write } = window.vitsurvey.state;
      let seed = 20261127;
      const random = (below) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % below; };
      const some = (from) => from.filter(() => random(3) === 0);
      const known = {
        prefix: "t-", named: "name", columns: ["name", "size", "maker", "released"], ranged: ["size", "released"],
        ids: new Set(["a", "b/c", "d.1"]),
        facets: [{ id: "maker", choices: [{ number: 0, id: "x" }, { number: 1, id: "y-z" }] }, { id: "venue", choices: [{ number: 2, id: "A & B: C" }, { number: 3, id: "-odd" }] }],
      };
      const plain = (state) => JSON.stringify({ ...state, wanted: [...state.wanted].sort(), unwanted: [...state.unwanted].sort(), ranges: [...state.ranges].sort(), rows: [...state.rows] });
      const wrong = [];
      for (let turn = 0; turn < 300; turn += 1) {
        const wanted = new Map(), unwanted = new Map();
        for (const facet of known.facets) for (const choice of facet.choices) [wanted, unwanted, new Map()][random(3)].set(choice.number, facet.id);
        const columns = random(2) ? ["name", ...some(["released", "size", "maker"])] : null;
        const rows = new Set(some([...known.ids]));
        const sort = ["", "size", "name"][random(3)];
        const state = {
          find: ["", "two words", "ünïcode & = , ?"][random(3)], wanted, unwanted, ranges: new Map(some([["size", ["1.5", ""]], ["released", ["2020", "2024"]]])),
          sort, down: sort !== "" && random(2) === 1, columns, rows, only: rows.size > 0 && random(2) === 1,
        };
        const query = new URLSearchParams(write(state, known)).toString().replace(/%2C/g, ",");
        if (plain(read(new URLSearchParams(query), known)) !== plain(state)) wrong.push(query);
        const again = new URLSearchParams(write(read(new URLSearchParams(`${query}&other=1&t-nothing=2&t-size-range=x..y&t-sort=zzz&t-rows=zzz&t-maker=zzz`), known), known)).toString().replace(/%2C/g, ",");
        if (again !== query) wrong.push(again);
      }
      return wrong;
    }""")

    assert mismatches == []
