"""Index tables: no record lost, newest first, and a missing value that says why it is missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small
from vitsurvey.views.index import index_table, links_of
from vitsurvey.views.table import MISSING, Cell, Part, Target, noun, parameters_cell

KINDS = ("papers", "backbones", "methods", "datasets", "benchmarks")
DATES = st.one_of(
    st.none(), st.integers(2000, 2030).map(str), st.dates().map(lambda day: f"{day:%Y-%m}" if day.year >= 1000 else "1000-01"),
    st.dates(min_value=date(2000, 1, 1)).map(str),
)


def row(table, record_id):
    [found] = [row for row in table.rows if row.record.id == record_id]
    return {column.id: cell for column, cell in zip(table.columns, found.cells, strict=True)}


@pytest.mark.parametrize("kind", KINDS)
def test_no_row_is_lost_and_every_row_has_every_column(kind, survey):
    table = index_table(survey, kind)

    assert sorted(row.record.id for row in table.rows) == sorted(survey.records(kind))
    assert {len(row.cells) for row in table.rows} == {len(table.columns)}
    assert all(row.cells[0].parts == (Part(row.record.title_text, Target(kind, row.record.id)),) for row in table.rows)


@given(st.lists(st.tuples(DATES, st.integers(2000, 2030)), max_size=8))
def test_the_newest_is_first_and_a_record_without_a_date_has_its_papers_year(dates):
    methods = [small.method(f"m{i}", released=released) for i, (released, _) in enumerate(dates)]
    papers = [small.paper(f"m{i}", year) for i, (_, year) in enumerate(dates)]

    table = index_table(small.survey(methods, papers=papers), "methods")

    shown = [row(table, line.record.id)["released"].parts[0].text for line in table.rows]
    assert sorted(shown) == sorted(released or str(year) for released, year in dates)
    assert shown == sorted(shown, reverse=True)


def test_records_of_one_day_are_in_the_order_of_their_names():
    survey = small.survey([small.method("m1", name="beta"), small.method("m2", name="Gamma"), small.method("m3", name="Alpha")])

    assert [row.record.title_text for row in index_table(survey, "methods").rows] == ["Alpha", "beta", "Gamma"]


def test_a_record_without_any_date_is_last_and_its_cell_empty(survey):
    table = index_table(survey, "benchmarks")

    assert [row.record.id for row in table.rows] == ["loaf-test", "night-watch"]
    assert row(table, "night-watch")["released"] == Cell()


def test_the_facets_that_the_survey_shows_are_columns_after_the_task(survey):
    columns = index_table(survey, "methods").columns

    assert [column.title for column in columns] == [
        "Name", "Released", "Oven task", "Heat model", "Crumb sensor", "Fuel", "Parameters", "Scores", "Available",
    ]
    assert {column.title for column in columns if column.numeric} == {"Parameters", "Scores"}


def test_what_is_not_reported_and_what_does_not_apply_look_different(survey):
    table = index_table(survey, "methods")

    assert row(table, "steam-keeper")["heat-model"] == Cell(missing="not-reported")
    assert row(table, "hearthling")["crumb-sensor"] == Cell(missing="not-applicable")
    assert row(table, "steam-keeper")["crumb-sensor"] == Cell()  # nothing is said
    assert len(set(MISSING.values())) == len(MISSING) == 2
    assert "" not in MISSING.values()


def test_sizes_are_sorted_by_what_they_come_to_whatever_their_unit(survey):
    assert parameters_cell("304M").order == pytest.approx(0.304)
    assert parameters_cell("1.8B").order == 1.8
    assert parameters_cell("not-applicable") == Cell(missing="not-applicable")
    assert row(index_table(survey, "methods"), "shared-oven")["parameters"] == Cell((Part("45M, 0.13B"),), pytest.approx(0.045))


def test_counts_of_use_are_those_of_the_links(survey):
    assert row(index_table(survey, "datasets"), "village-bakes")["used"].order == len(survey.trained_on("village-bakes")) == 2
    assert row(index_table(survey, "benchmarks"), "loaf-test")["models"].order == 4
    assert row(index_table(survey, "backbones"), "crust-net-s")["used"].order == 2


def test_papers_show_whom_to_cite_and_what_they_introduce(survey):
    cells = row(index_table(survey, "papers"), "oduya2022shared")

    assert [[part.text for part in cells[column].parts] for column in ("authors", "year", "venue", "introduces", "key")] == [
        ["Oduya and Łęcka"], ["2022"], ["Journal of Fabricated Ovens"], ["Shared Oven", "Steam Keeper"], ["oduya2022shared"],
    ]
    assert row(index_table(survey, "papers"), "okafor2019crustnet")["venue"].parts == (Part("arXiv"),)
    assert row(index_table(survey, "papers"), "sato2023bread")["venue"] == Cell()  # neither a venue nor on arXiv


def test_a_caption_counts_in_grammatical_english(survey):
    assert index_table(survey, "methods").caption == "4 methods"
    assert index_table(survey, "methods", [survey.methods["listener"]]).caption == "1 method"
    assert index_table(survey, "methods", [], "Methods of nobody").caption == "Methods of nobody"
    assert (noun("scores", 0), noun("scores", 1), noun("scores", 2)) == ("scores", "score", "scores")


def test_weights_that_only_a_variant_links_to_are_the_methods(survey):
    method = small.method("alpha", variants=({"id": "a", "name": "A"}, {"id": "b", "name": "B", "weights": "https://weights.example.org/b"}))

    assert links_of(method) == {"weights": "https://weights.example.org/b"}
    linked = small.method("beta", links={"code": "https://code.example.org/", "weights": "https://weights.example.org/"}, variants=method.variants)
    assert links_of(linked) == {"code": "https://code.example.org/", "weights": "https://weights.example.org/"}
    assert links_of(survey.methods["hearthling"]) == survey.methods["hearthling"].links.present()
