"""CSV: one row a record, columns that follow the schema, cells that no spreadsheet runs."""

import csv
import io

import pytest

from vitsurvey.exports.csv import kind_csv
from vitsurvey.schema import KINDS, Dataset, Paper, Results


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("kind", KINDS)
def test_the_fabricated_survey_is_written_as_before(survey, golden, kind):
    golden(f"exports/{kind}.csv", kind_csv(survey, kind))


def test_lines_end_as_rfc_4180_wants(survey):
    text = kind_csv(survey, "datasets")

    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == len(survey.datasets) + 1


def test_a_results_file_gives_one_row_a_score(survey):
    rows = table(kind_csv(survey, "results"))

    assert len(rows) == len(survey.reports)
    assert [row for row in rows if row["shots"]] == [
        row for row in rows if row["setting"] == "few-shot"
    ] != []


def test_facets_of_the_kind_are_columns_and_missing_words_stay(survey):
    rows = {row["id"]: row for row in table(kind_csv(survey, "methods"))}

    assert [name for name in rows["hearthling"] if name.startswith("design.")] == [
        "design.heat-model", "design.crumb-sensor", "design.fuel",
    ]
    assert rows["hearthling"]["design.crumb-sensor"] == "not-applicable"
    assert rows["steam-keeper"]["design.heat-model"] == "not-reported"
    assert rows["shared-oven"]["design.fuel"] == "wood; charcoal"
    assert rows["shared-oven"]["variants"] == "s; l"
    assert rows["steam-keeper"]["design.crumb-sensor"] == ""


def test_chosen_records_are_sorted_and_keep_all_columns(survey):
    whole, chosen = kind_csv(survey, "methods"), kind_csv(survey, "methods", [survey.methods["shared-oven"], survey.methods["hearthling"]])

    assert [row["id"] for row in table(chosen)] == ["hearthling", "shared-oven"]
    assert chosen.splitlines()[0] == whole.splitlines()[0]


@pytest.mark.parametrize(("summary", "cell"), [
    ("=1+1", "'=1+1"), ("+44 bakers", "'+44 bakers"), ("-x", "'-x"), ("@bakers", "'@bakers"), ("-inf", "'-inf"),
    ("-5", "-5"), ("+2.5", "+2.5"), ("1=1", "1=1"), ('a "b", c', 'a "b", c'),
])
def test_text_that_a_spreadsheet_would_run_is_defused_and_numbers_stay(survey, summary, cell):
    dataset = Dataset.model_validate({"id": "crumbs", "name": "Crumbs", "summary": summary})

    [row] = table(kind_csv(survey, "datasets", [dataset]))

    assert row["summary"] == cell


def test_a_negative_score_stays_a_number(survey):
    results = Results.model_validate({
        "id": "sato2023bread", "paper": "sato2023bread",
        "source": {"kind": "paper", "url": "https://a.example.org/x", "read": "2024-01-01"},
        "scores": [{
            "model": "hearthling", "benchmark": "night-watch", "split": "all", "metric": "drift", "value": -4.0, "setting": "zero-shot",
        }],
    })

    [row] = table(kind_csv(survey, "results", [results]))

    assert row["value"] == "-4.0"
    assert row["harness"] == "not-reported"


def test_authors_and_venues_are_flat(survey):
    paper = Paper.model_validate({
        "id": "sato2023bread", "title": "Bread", "year": 2023, "authors": [{"family": "Sato", "given": "Mei"}, {"family": "A Group"}],
        "venue": {"name": "Ovens", "kind": "journal", "volume": "7"},
    })

    [row] = table(kind_csv(survey, "papers", [paper]))

    assert row["authors"] == "Sato, Mei; A Group"
    assert (row["venue.name"], row["venue.kind"], row["venue.volume"], row["venue.pages"]) == ("Ovens", "journal", "7", "")
