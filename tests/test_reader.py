"""Files into records: what lies where, what is kept of a broken file, and that no content makes checking raise."""

import gc
import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from vitsurvey.checks import RULES, examine
from vitsurvey.document import parse
from vitsurvey.project import Project
from vitsurvey.reader import read_all
from vitsurvey.reporting import FORMATS
from vitsurvey.schema import FILES, KINDS


def test_every_file_becomes_an_entry_with_a_record(mini):
    entries, problems = read_all(mini)

    assert problems == []
    assert [entry.kind for entry in entries[:2]] == ["survey", "taxonomy"]
    assert {entry.kind for entry in entries} == {*FILES, *KINDS}
    assert all(entry.record is not None and entry.record.id == entry.id for entry in entries)
    assert sum(1 for _ in mini.data.rglob("*.yaml")) == len(entries)


def test_entries_come_in_the_order_of_kinds_and_names(mini):
    entries, _ = read_all(mini)

    kinds = [*FILES, *KINDS]
    assert [(entry.kind, entry.id) for entry in entries] == sorted(
        ((entry.kind, entry.id) for entry in entries), key=lambda found: (kinds.index(found[0]), found[1]))


def test_a_broken_file_keeps_its_id_and_its_text(project):
    project.replace("data/methods/listener.yaml", "released:", "relaesed:")

    entries, problems = read_all(project.project)

    [entry] = [entry for entry in entries if entry.id == "listener"]
    assert entry.record is None
    assert "relaesed" in entry.document.text
    assert entry.problems == tuple(problems)


@pytest.mark.parametrize("broken", [b"\xff", b"\xef\xbb\xbfname: x\n", b"", b"- a\n", b"name: [\n", b"name: " + b"[" * 500_000, b"x" * 2_000_000])
def test_a_broken_file_is_no_unknown_id_as_well(project, broken: bytes):
    for path in ("papers/oduya2022shared", "backbones/crust-net-s", "methods/shared-oven", "datasets/village-bakes", "benchmarks/loaf-test"):
        file = f"data/{path}.yaml"
        kept = (project.root / file).read_bytes()
        project.write(file, broken)

        problems = project.examine().problems

        assert {problem.position.file for problem in problems} == {file}
        assert {problem.rule.code[0] for problem in problems} == {"Y"}
        project.write(file, kept)


@pytest.mark.parametrize("file", ["survey", "taxonomy"])
def test_without_the_survey_or_its_vocabulary_nothing_else_is_judged(project, file: str):
    (project.root / f"data/{file}.yaml").unlink()

    examination = project.examine()

    assert examination.survey is None
    assert project.report() == f"data/{file}.yaml:1:1: Y006 the file is not there\n    add it; if it is a link, mend where it leads\n"


def test_a_kind_without_a_folder_has_no_records(project):
    shutil.rmtree(project.root / "data" / "results")

    examination = project.examine()

    assert examination.errors == ()
    assert examination.survey is not None
    assert examination.survey.results == {}


def test_hidden_files_are_nobodys_business(project):
    project.write("data/.DS_Store", b"\x00")
    project.write("data/methods/.hearthling.yaml.swp", b"\x00")
    project.write("data/methods/.gitkeep", "")

    assert project.report() == ""


@pytest.mark.parametrize("name", ["a--b", "-a", "a-", ".a.", "A", "a b", "a_b", "é", "a..b"])
def test_a_file_name_is_an_id(project, name: str):
    text = (project.root / "data/datasets/crumb-photos.yaml").read_text(encoding="utf-8")
    project.write(f"data/datasets/{name}.yaml", text)

    expected = [] if name.startswith(".") else ["S108"]
    assert project.codes() == expected


@pytest.mark.parametrize("name", ["a", "a-b", "a.5-b", "1", "llava-1.5"])
def test_ids_hold_letters_digits_hyphens_and_dots(project, name: str):
    text = (project.root / "data/datasets/crumb-photos.yaml").read_text(encoding="utf-8")
    project.write(f"data/datasets/{name}.yaml", text)

    assert project.codes() == []


@pytest.mark.parametrize(("old", "new", "code"), [
    ("tasks: [loaf-baking, heat-holding]", "tasks:\n  - loaf-baking", None),
    ('names: ["the learning hearth"]', "names: [no, on, 12:30, 010, 2019-11-30, ~x]", None),
    ("released: 2019-11-30", "released: 2019-11", None),
    ('names: ["the learning hearth"]', "names: [1e-3]", "S104"),
    ('names: ["the learning hearth"]', "names: [true]", "S103"),
    ('names: ["the learning hearth"]', "names: [null]", "S103"),
    ('names: ["the learning hearth"]', "names:", "S103"),
    ('names: ["the learning hearth"]', "names: {a: b}", "S103"),
    ('names: ["the learning hearth"]', 'names: [" a"]', "S106"),
    ("samples: 1200", "samples: 1200.0", "S103"),
    ("samples: 1200", "samples: yes", "S103"),
    ("samples: 1200", "samples: not-reported", None),
    ("samples: 1200", "samples: [1200]", "S103"),
    ("  fuel: [wood]", "  fuel: not-known", "S105"),
    ("  fuel: [wood]", "  fuel: []", "S107"),
    ("  fuel: [wood]", "  fuel: [Wood]", "S106"),
    ("  fuel: [wood]", "  fuel: {wood: true}", "S103"),
    ("  fuel: [wood]", "  fuel: 7", "S103"),
    ("  fuel: [wood]", "  fuel:", "S103"),
    ("licences: {code: Apache-2.0, data: CC-BY-NC-4.0}", "licences: Apache-2.0", "S103"),
])
def test_what_values_are_taken_for(project, old: str, new: str, code: str | None):
    project.replace("data/methods/hearthling.yaml", old, new)

    problems = [problem for problem in project.examine().problems if problem.position.file == "data/methods/hearthling.yaml"]

    assert [problem.rule.code for problem in problems] == ([code] if code else [])


@pytest.mark.parametrize(("written", "code"), [
    ("[crumb-photos]", None), ("not-applicable", None), ("not-reported", None), ("[Crumb Photos]", "S106"), ("crumb-photos", "S105"),
    ("[]", None), ("{a: b}", "S103"), ("[crumb-photos, 7]", "S104"), ("7", "S103"), ("", "S103"),
])
def test_a_value_that_may_be_a_word_is_refused_once(project, written: str, code: str | None):
    project.replace("data/datasets/village-bakes.yaml", "built_from: [crumb-photos]", f"built_from: {written}")

    problems = project.examine().problems

    assert [problem.rule.code for problem in problems] == ([code] if code else [])
    assert all("built_from" in problem.message for problem in problems)


def test_null_is_a_value_only_inside_a_list(project):
    project.replace("data/benchmarks/night-watch.yaml", "range: [0, null]", "range: [null, null]")

    assert project.codes() == []


def test_a_misspelt_key_is_one_problem_and_another_missing_key_is_its_own(project):
    project.replace("data/papers/okafor2019crustnet.yaml", "year: 2019", "yaer: 2019")
    project.replace("data/papers/okafor2019crustnet.yaml", 'title: "CrustNet: Heat in Brick Ovens as a Graph"\n', "")

    assert project.codes() == ["S102", "S101"]


def test_reading_leaves_the_garbage_collector_as_it_was(mini):
    read_all(mini)
    assert gc.isenabled()
    gc.disable()
    try:
        read_all(mini)
        assert not gc.isenabled()
    finally:
        gc.enable()


# --- no content makes checking raise ------------------------------------------------------------------------------------

ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.sampled_from([10**400, 1e300, -1.5, 0.0]), st.text(max_size=8),
    st.sampled_from(["not-reported", "2024-13", "a/b", "10.5555/x", "wood", "heat-model", "crust-net-s", "é\u2028b", []]),
    st.lists(st.sampled_from(["x", "wood", 1, None, {}]), max_size=3), st.dictionaries(st.sampled_from(["x", "ids", "id"]), st.integers(), max_size=2),
)


_JARGON = re.compile(r"tuple\[|tagged-union|constrained|Input should|after validation|NoneType|\[key\]|literal\[")
"""What pydantic would say."""


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory, mini) -> Project:
    root = tmp_path_factory.mktemp("sandbox") / "survey"
    shutil.copytree(mini.root, root)
    return Project(root)


@settings(max_examples=150)
@given(st.data())
def test_whatever_stands_in_a_place_checking_says_so_and_never_raises(sandbox: Project, data: st.DataObject):
    files = sorted(sandbox.data.rglob("*.yaml"))
    file = data.draw(st.sampled_from(files), label="file")
    original = file.read_text(encoding="utf-8")
    record = parse(original.encode(), "x").data
    at: object = record
    while True:
        steps = list(at) if isinstance(at, dict) else list(range(len(at))) if isinstance(at, list) else []
        step = data.draw(st.sampled_from(steps), label="step")
        inner = at[step]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans(), label="stop"):
            break
        at = inner
    value = "" if data.draw(st.booleans(), label="remove") else data.draw(ANYTHING, label="value")
    if value == "":
        del at[step]
    else:
        at[step] = value

    file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
    try:
        problems = examine(sandbox).problems
    finally:
        file.write_text(original, encoding="utf-8")

    assert [problem.message for problem in problems if _JARGON.search(problem.message.replace(str(value), ""))] == []
    assert all(problem.rule.code in RULES and problem.message and problem.position.line >= 1 for problem in problems)
    assert all(form(problems) or not problems for form in FORMATS.values())


def test_the_sandbox_is_whole_again(sandbox: Project, mini):
    """The test above restores every file, else its later examples would show nothing."""
    for path in sorted(mini.data.rglob("*.yaml")):
        assert (sandbox.root / path.relative_to(mini.root)).read_bytes() == path.read_bytes(), Path(path).name
