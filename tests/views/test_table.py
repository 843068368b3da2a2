"""Cells: what a record says as text that leads somewhere, and why there is none."""

from vitsurvey.views.table import (
    Cell,
    Part,
    Row,
    Table,
    Target,
    link_cell,
    number_cell,
    placement_cell,
    text_cell,
)


def test_a_missing_number_is_no_number():
    assert number_cell(0) == Cell((Part("0"),), 0.0)
    assert number_cell(1234567) == Cell((Part("1,234,567"),), 1234567.0)
    assert number_cell("not-reported") == Cell(missing="not-reported")
    assert number_cell(None) == text_cell(None) == text_cell("") == link_cell({}) == Cell()


def test_what_a_record_says_in_a_facet_leads_to_backbones_and_categories(survey):
    assert placement_cell(survey, survey.methods["listener"], "crumb-sensor").parts == (Part("Humming probe", Target("backbones", "humming-probe")),)
    assert placement_cell(survey, survey.methods["listener"], "heat-model").parts == (Part("Linear model", Target("category", "linear-heat", "heat-model")),)
    assert [part.text for part in placement_cell(survey, survey.methods["shared-oven"], "task").parts] == ["Flatbread baking", "Loaf baking"]


def test_of_very_many_rows_the_first_are_shown_at_once_and_none_is_lost(survey):
    rows = tuple(Row(record, ()) for record in survey.methods.values())
    few, many = Table("", (), rows * 300), Table("", (), rows * 500)

    assert (few.first, few.later) == (few.rows, ())
    assert 0 < len(many.first) < 100
    assert many.first + many.later == many.rows
    assert many.records[0] == rows[0].record
