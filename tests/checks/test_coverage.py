"""Evidence, placement and use."""

import pytest


def test_warnings_are_not_errors(project):
    project.write("data/backbones/crust-net-m.yaml", (project.root / "data/backbones/crust-net-l.yaml").read_bytes())

    examination = project.examine()

    assert [problem.rule.code for problem in examination.warnings] == ["C505"]
    assert examination.errors == ()


@pytest.mark.parametrize("broken", ["name: [", "name: 7\n", ""])
def test_nothing_looks_unused_because_of_a_broken_file(project, broken: str):
    project.write("data/methods/listener.yaml", broken)

    assert {code[0] for code in project.codes()} <= {"S", "Y"}


def test_a_backbone_is_used_through_one_that_was_made_from_it(project):
    for method in ("hearthling", "shared-oven"):
        file = project.root / f"data/methods/{method}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("[crust-net-s]", "[crust-net-l]").replace("[crust-net-s, ", "["), encoding="utf-8")

    assert project.codes() == []


def test_a_category_is_used_by_any_kind(project):
    """Charcoal is burned by one method alone; a benchmark in its place will do."""
    project.replace("data/methods/shared-oven.yaml", "fuel: [wood, charcoal]", "fuel: [wood]")
    assert project.codes() == ["C504"]

    project.replace("data/benchmarks/loaf-test.yaml", "  provenance: [bakery-log]", "  provenance: [bakery-log]\n  fuel: [charcoal]")
    assert project.codes() == []


@pytest.mark.parametrize("kind", ["papers/sato2023bread", "backbones/crust-net-s", "methods/listener", "datasets/crumb-photos", "benchmarks/night-watch"])
def test_every_kind_needs_evidence(project, kind: str):
    text = (project.root / f"data/{kind}.yaml").read_text(encoding="utf-8")
    project.write(f"data/{kind}.yaml", text[: text.index("evidence:")])

    assert project.codes() == ["C501"]


@pytest.mark.parametrize(("key", "codes"), [("title", []), ("arxiv_class", []), ("evidence", ["C502"]), ("id", ["C502"]), ("tasks", ["C502"])])
def test_evidence_supports_keys_of_its_own_kind(project, key: str, codes: list[str]):
    project.replace("data/papers/okafor2019crustnet.yaml", "supports: [title, authors, year, arxiv]", f"supports: [{key}]")

    assert project.codes() == codes


@pytest.mark.parametrize(("tasks", "codes"), [("", ["C503"]), ("tasks: [loaf-baking]\n", [])])
def test_a_dataset_that_trains_says_for_what(project, tasks: str, codes: list[str]):
    project.replace("data/datasets/simulated-crusts.yaml", "tasks: [loaf-baking, flatbread-baking]\n", tasks)

    assert project.codes() == codes


def test_a_source_of_images_may_have_no_task(survey):
    assert survey.datasets["crumb-photos"].tasks == ()
