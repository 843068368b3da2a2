"""References, placements and lineage, beyond what the cases in tests/invalid show."""

import pytest

from vitsurvey.checks import links


def codes(problems) -> list[str]:
    return [problem.rule.code for problem in problems]


def test_the_fabricated_survey_has_no_loose_ends(survey):
    assert codes(links.ambiguities(survey)) == []
    assert codes(links.check(survey)) == []


def test_a_very_long_lineage_is_walked(project):
    text = (project.root / "data/datasets/crumb-photos.yaml").read_text(encoding="utf-8")
    for i in range(1500):
        project.write(f"data/datasets/chain-{i:04}.yaml", f"{text}built_from: [chain-{i + 1:04}]\n")
    project.write("data/datasets/chain-1500.yaml", text)
    assert project.codes() == []

    project.write("data/datasets/chain-1500.yaml", f"{text}built_from: [chain-0000]\n")
    assert project.codes() == ["L207"]


def test_two_ways_to_one_ancestor_are_no_loop(project):
    text = (project.root / "data/datasets/crumb-photos.yaml").read_text(encoding="utf-8")
    for name, sources in {"top": "left, right", "left": "root", "right": "root, left"}.items():
        project.write(f"data/datasets/{name}.yaml", f"{text}built_from: [{sources}]\n")
    project.write("data/datasets/root.yaml", text)

    assert project.codes() == []


def test_each_loop_is_told_once_with_its_way(project):
    text = (project.root / "data/datasets/crumb-photos.yaml").read_text(encoding="utf-8")
    for name, source in {"a": "b", "b": "a", "into-c": "c", "c": "d", "d": "c"}.items():
        project.write(f"data/datasets/{name}.yaml", f"{text}built_from: [{source}]\n")

    problems = project.examine().problems

    assert codes(problems) == ["L207", "L207"]
    assert [problem.message.rpartition(": ")[2] for problem in problems] == ["a → b → a", "c → d → c"]


@pytest.mark.parametrize(("file", "old", "new", "message"), [
    ("survey", "[sato2023bread]", "[sato2023bred]", "unknown paper 'sato2023bred'"),
    ("backbones/crust-net-l", "[crust-net-s]", "[crust-net-m]", "unknown backbone 'crust-net-m'"),
    ("methods/shared-oven", "backbones: [crust-net-s]", "backbones: [graph-heat]", "unknown backbone 'graph-heat'"),
    ("methods/shared-oven", "method: hearthling", "method: shared-oven/s", None),
    ("methods/steam-keeper", "method: shared-oven", "method: sharing-oven", "unknown method 'sharing-oven'"),
    ("datasets/village-bakes", "[crumb-photos]", "[crumbs]", "unknown dataset 'crumbs'"),
    ("benchmarks/loaf-test", "[crumb-photos]", "[crumbs]", "unknown dataset 'crumbs'"),
    ("results/oduya2022shared", "paper: oduya2022shared", "paper: oduya2022shred", "unknown paper 'oduya2022shred'"),
])
def test_every_reference_is_followed(project, file: str, old: str, new: str, message: str | None):
    project.replace(f"data/{file}.yaml", old, new)

    problems = project.examine().errors

    assert codes(problems) == [("L201" if message else "S106")]
    assert message is None or problems[0].message == message
    assert problems[0].position.file == f"data/{file}.yaml"


def test_a_family_is_named_with_all_leaves_below(project):
    child = "{id: %s, title: %s, definition: Logs., includes: Logs., origin: survey}"
    children = ", ".join(child % (name, name) for name in ("oak", "beech"))
    rule = 'includes: "Place a record here when wood is burned as it grew."\n'
    project.replace("data/taxonomy.yaml", rule, f"{rule}            categories: [{children}]\n")
    project.replace("data/methods/hearthling.yaml", "fuel: [wood]", "fuel: [solid-fuel]")

    [problem] = [problem for problem in project.examine().errors if problem.position.file == "data/methods/hearthling.yaml"]

    assert (problem.rule.code, problem.hint) == ("L204", "choose one of: oak, beech, charcoal")


def test_a_task_axis_may_leave_kinds_out(project):
    project.replace("data/taxonomy.yaml", '  definition: "What a controller is asked to do."\n  applies_to: [methods, datasets, benchmarks]',
                    '  definition: "What a controller is asked to do."\n  applies_to: [methods, benchmarks]')

    assert {(problem.rule.code, problem.position.file) for problem in project.examine().errors} == {
        ("L203", "data/datasets/village-bakes.yaml"), ("L203", "data/datasets/simulated-crusts.yaml"),
    }


def test_words_for_missing_values_are_no_categories(project):
    project.replace("data/methods/steam-keeper.yaml", "heat-model: not-reported", "heat-model: [not-reported]")

    assert project.codes() == ["L202"]


def test_an_ambiguous_vocabulary_is_told_alone(project):
    project.replace("data/taxonomy.yaml", "id: crumb-sensor", "id: task")
    project.replace("data/methods/listener.yaml", "paper: lecka2021listening", "paper: nobody2021nothing")

    assert project.codes() == ["L205"]


def test_an_alias_is_nobody_elses_but_kinds_are_apart(project):
    project.replace("data/methods/listener.yaml", "aliases: [crumb-listener]", "aliases: [village-bakes, lecka2021listening]")

    assert project.codes() == []
