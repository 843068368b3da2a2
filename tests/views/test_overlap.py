"""Overlap by lineage has three answers and shows its path."""

import pytest

from vitsurvey.checks import load
from vitsurvey.views.overlap import overlap


def _verdict(survey, method, benchmark="loaf-test"):
    return overlap(survey, survey.methods[method], survey.benchmarks[benchmark])


def test_a_shared_source_is_found_through_the_lineage_and_its_path_shown(survey):
    found = _verdict(survey, "hearthling")

    assert found.verdict == "overlaps"
    assert [dataset.id for dataset in found.path] == ["village-bakes", "crumb-photos"]
    assert found.in_words == "shares Crumb Photos by way of Village Bakes"


def test_silence_about_parents_is_unknown_and_not_clean(survey):
    assert _verdict(survey, "listener").verdict == "unknown"


def test_a_benchmark_that_names_no_source_is_unknown(survey):
    assert _verdict(survey, "hearthling", "night-watch").verdict == "unknown"


@pytest.mark.parametrize(("parents", "verdict"), [("not-applicable", "clean"), ("not-reported", "unknown"), ("[crumb-photos]", "overlaps")])
def test_a_dataset_that_says_it_was_made_from_none_is_clean(project, parents, verdict):
    project.replace("data/datasets/simulated-crusts.yaml", "samples: 50000", f"samples: 50000\nbuilt_from: {parents}")

    assert _verdict(load(project.project), "listener").verdict == verdict


def test_a_stage_without_named_data_leaves_the_answer_open(project):
    project.replace("data/datasets/simulated-crusts.yaml", "samples: 50000", "samples: 50000\nbuilt_from: not-applicable")
    text = (project.root / "data/methods/listener.yaml").read_text(encoding="utf-8")
    project.write("data/methods/listener.yaml", text.replace("    datasets: [simulated-crusts]\n", "", 1))

    assert _verdict(load(project.project), "listener").verdict == "unknown"
