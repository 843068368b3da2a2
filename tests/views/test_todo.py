"""The work list names what is missing and puts the most rewarding first."""

from datetime import date

from vitsurvey.checks import load
from vitsurvey.views.todo import work_lists

TODAY = date(2025, 1, 1)


def _gaps(survey, title):
    return next(found.gaps for found in work_lists(survey, TODAY) if found.title == title)


def test_an_untraced_dataset_counts_the_methods_it_keeps_unknown(survey):
    gaps = {gap.record.id: gap.gain for gap in _gaps(survey, "Data whose origin is not recorded")}

    assert gaps == {"crumb-photos": 2, "simulated-crusts": 2}


def test_a_method_without_scores_is_sent_where_it_joins_the_most_models(project):
    (project.root / "data/results/oduya2022shared.yaml").unlink()
    survey = load(project.project)
    silent = {method for method in survey.methods if not survey.scores_of(method)}

    gaps = _gaps(survey, "Methods without scores")

    assert {gap.record.id for gap in gaps} <= silent
    assert [gap.gain for gap in gaps] == sorted((gap.gain for gap in gaps), reverse=True)


def test_a_preprint_is_old_after_two_years_and_a_published_paper_never(survey):
    assert [(gap.record.id, gap.gain) for gap in _gaps(survey, "Old preprints")] == [("okafor2019crustnet", 6)]
    assert not next(found for found in work_lists(survey, date(2020, 6, 1)) if found.title == "Old preprints").gaps


def test_evidence_that_names_no_key_supports_them_all(survey):
    named = {gap.record.id for gap in _gaps(survey, "Keys without evidence")}

    assert "simulated-crusts" not in named
    assert "village-bakes" in named


def test_every_list_is_ranked(survey):
    for found in work_lists(survey, TODAY):
        assert [gap.gain for gap in found.gaps] == sorted((gap.gain for gap in found.gaps), reverse=True)
