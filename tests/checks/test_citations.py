"""Citation keys, identifiers, licences and dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitsurvey.checks import check
from vitsurvey.checks.citations import citation_key, is_orcid, plain_letters

LICENCE = "data/methods/hearthling.yaml", "{code: Apache-2.0, data: CC-BY-NC-4.0}"


@pytest.mark.parametrize(("family", "year", "title", "key"), [
    ("Liu", 2023, "Visual Instruction Tuning", "liu2023visual"),
    ("Łęcka", 2021, "Listening to the Crumb", "lecka2021listening"),
    ("van der Berg", 2020, "A Hearth That Learns", "vanderberg2020hearth"),
    ("O'Brien", 2020, "How Bread Rises", "obrien2020bread"),
    ("Smith-Jones", 2020, "CrustNet: Heat as a Graph", "smithjones2020crustnet"),
    ("The Oven Group", 2020, "3D-Ovens", "theovengroup20203d"),
    ("Doe", 2020, "360 Degrees of Bread", "doe2020degrees"),
    ("Doe", 2020, "What’s in a Loaf?", "doe2020whats"),
    ("Doe", 2020, "“Quoted” Ovens", "doe2020quoted"),
    ("Doe", 2020, "Über-Öfen", "doe2020uber"),
    ("Doe", 2020, "To the 12", "doe2020untitled"),
    ("Doe", 2020, "Ovens/Stoves", "doe2020ovens"),
    ("Doe", 2020, "On—Bread", "doe2020bread"),
])
def test_a_key_is_made_of_family_year_and_the_first_telling_word(family: str, year: int, title: str, key: str):
    assert citation_key(family, year, title) == key


@pytest.mark.parametrize(("text", "letters"), [
    ("Łukasz", "lukasz"), ("Ångström", "angstrom"), ("Đặng Thị", "dangthi"), ("Þór Æsir", "thoraesir"), ("Groß", "gross"), ("Œuvre", "oeuvre"),
    ("İstanbul", "istanbul"), ("ıstanbul", "istanbul"), ("Søren", "soren"), ("x² ﬁn", "x2fin"), ("李", ""), ("a-b'c d_e", "abcde"),
])
def test_names_become_plain_letters(text: str, letters: str):
    assert plain_letters(text) == letters


@given(st.text())
def test_plain_letters_are_plain_and_stay_so(text: str):
    letters = plain_letters(text)

    assert all(char in "abcdefghijklmnopqrstuvwxyz0123456789" for char in letters)
    assert plain_letters(letters) == letters


@pytest.mark.parametrize(("key", "accepted"), [
    ("lindqvist2020hearth", True), ("lindqvist2020hearthb", True), ("lindqvist2019hearth", True), ("lindqvist2020hearthbb", False),
    ("lindqvist2021hearth", False), ("lindqvist2020learns", False), ("sato2020hearth", False), ("Lindqvist2020hearth", False),
])
def test_a_key_may_hold_the_year_of_the_preprint_and_a_letter(project, key: str, accepted: bool):  # noqa: FBT001 - a table's column
    old = "lindqvist2020hearth"
    for file in project.project.data.rglob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace(f"paper: {old}", f"paper: {key}"), encoding="utf-8")
    (project.root / f"data/papers/{old}.yaml").rename(project.root / f"data/papers/{key}.yaml")

    assert project.codes() == ([] if accepted else ["P401"])


# --- identifiers ------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("value", "right"), [
    ("0000-0002-1825-0097", True), ("0000-0001-5109-3700", True), ("0000-0002-1694-233X", True),
    ("0000-0002-1825-0098", False), ("0000-0002-1694-2339", False), ("0000-0002-1694-233x", False), ("0000000218250097", False),
    ("https://orcid.org/0000-0002-1825-0097", False), ("0000-0002-1825-009", False), ("", False), ("0000-0002-1825-0097\n", False),
    ("٠٠٠٠-٠٠٠٢-١٨٢٥-٠٠٩٧", False),
])
def test_orcids_have_a_check_digit(value: str, right: bool):  # noqa: FBT001 - a table's column
    assert is_orcid(value) is right


@given(st.text(alphabet="0123456789", min_size=15, max_size=15), st.integers(0, 14), st.integers(1, 9))
def test_one_ending_is_right_and_a_wrong_digit_is_noticed(digits: str, place: int, change: int):
    """ISO 7064 mod 11-2 detects every single wrong digit."""
    def written(base: str, ending: str) -> str:
        whole = base + ending
        return "-".join(whole[i:i + 4] for i in range(0, 16, 4))

    [ending] = [ending for ending in "0123456789X" if is_orcid(written(digits, ending))]
    changed = digits[:place] + str((int(digits[place]) + change) % 10) + digits[place + 1:]

    assert not is_orcid(written(changed, ending))


@pytest.mark.parametrize(("file", "old", "new", "code"), [
    ("papers/okafor2019crustnet", '"1907.99901"', '"1907.9990"', None),
    ("papers/okafor2019crustnet", '"1907.99901"', '"1913.99901"', "P402"),
    ("papers/okafor2019crustnet", '"1907.99901"', '"1900.99901"', "P402"),
    ("papers/okafor2019crustnet", '"1907.99901"', '"1907.999"', "P402"),
    ("papers/okafor2019crustnet", '"1907.99901"', '"١٩٠٧.٩٩٩٠١"', "P402"),
    ("papers/okafor2019crustnet", '"1907.99901"', '"cs/9901001"', "P402"),
    ("papers/okafor2019crustnet", "cs.RO", "cond-mat.mes-hall", None),
    ("papers/okafor2019crustnet", "cs.RO", "CS", "P402"),
    ("papers/lindqvist2020hearth", "doi: 10.5555/fco.2020.11", "doi: doi:10.5555/fco.2020.11", "P402"),
    ("papers/lindqvist2020hearth", "doi: 10.5555/fco.2020.11", 'doi: "10.5555/(a)<b>;2-c"', None),
    ("papers/lecka2021listening", "openreview: fAbRiCaTeD1", "openreview: https://openreview.net/forum?id=fAbRiCaTeD1", "P402"),
    ("papers/lecka2021listening", "openreview: fAbRiCaTeD1", "acl: 2021.acl-long.641", None),
    ("papers/lecka2021listening", "openreview: fAbRiCaTeD1", "acl: P19-1001", None),
    ("papers/lecka2021listening", "openreview: fAbRiCaTeD1", "acl: acl-long.641", "P402"),
    ("survey", "0000-0002-1825-0097", "0000-0002-1825-0079", "P402"),
    ("survey", "{family: Sato, given: Mei}", "{family: Sato, given: Mei, orcid: 0000-0002-1825-0079}", "P402"),
])
def test_identifiers_are_bare_and_have_their_form(project, file: str, old: str, new: str, code: str | None):
    project.replace(f"data/{file}.yaml", old, new)

    assert project.codes() == ([code] if code else [])


def test_a_published_paper_without_identifiers_is_found_by_its_venue(project):
    project.replace("data/papers/lecka2021listening.yaml", "openreview: fAbRiCaTeD1\n", "")

    assert project.codes() == []


# --- licences ---------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("licence", [
    "MIT", "CC-BY-4.0", "MIT OR Apache-2.0", "(MIT AND CC0-1.0) OR BSD-3-Clause", "GPL-3.0-or-later WITH Classpath-exception-2.0",
    "LicenseRef-Oven-Community", "not-reported", "not-applicable",
])
def test_licences_are_spdx_or_say_why_there_is_none(project, licence: str):
    project.replace(*LICENCE, f'{{weights: "{licence}"}}')

    assert project.codes() == []


@pytest.mark.parametrize("licence", ["Apache 2", "mit", "CC BY 4.0", "MIT or Apache-2.0", "MIT OR", "(MIT", "Llama 2", "LicenseRef-", "unknown", "é", "proprietary"])
def test_other_licences_are_refused(project, licence: str):
    project.replace(*LICENCE, f'{{weights: "{licence}"}}')

    assert project.codes() == ["P403"]


@pytest.mark.parametrize("file", ["backbones/crust-net-s", "datasets/village-bakes", "benchmarks/loaf-test", "survey"])
def test_every_kind_with_a_licence_is_checked(project, file: str):
    text = (project.root / f"data/{file}.yaml").read_text(encoding="utf-8")
    [line] = [line for line in text.splitlines() if line.startswith("licence: ")]
    project.replace(f"data/{file}.yaml", line, "licence: free")

    assert project.codes() == ["P403"]


# --- years, duplicates, dates -----------------------------------------------------------------------------------------

@pytest.mark.parametrize(("year", "arxiv", "codes"), [
    (2020, "1911.99902", []), (2020, "2011.99902", []), (2020, "2105.99902", []), (2020, "2205.99902", ["P404"]),
])
def test_proceedings_may_be_a_year_older_than_their_preprint(project, year: int, arxiv: str, codes: list[str]):
    project.replace("data/papers/lindqvist2020hearth.yaml", '"1911.99902"', f'"{arxiv}"')
    assert f"year: {year}\n" in (project.root / "data/papers/lindqvist2020hearth.yaml").read_text(encoding="utf-8")

    assert project.codes() == codes


@pytest.mark.parametrize(("old", "new", "shared"), [
    ("doi: 10.5555/jfo.7.2.101", "doi: 10.5555/FCO.2020.11", "DOI"),
    ("doi: 10.5555/jfo.7.2.101", 'doi: 10.5555/jfo.7.2.101\narxiv: "1911.99902"', "arXiv id"),
])
def test_one_paper_is_not_there_twice(project, old: str, new: str, shared: str):
    project.replace("data/papers/oduya2022shared.yaml", old, new)

    [problem] = project.examine().problems

    assert (problem.rule.code, problem.message) == ("P405", f"the same {shared} as 'lindqvist2020hearth'")


def test_titles_are_compared_without_case_and_marks_and_told_once(project):
    text = (project.root / "data/papers/sato2023bread.yaml").read_text(encoding="utf-8")
    project.write("data/papers/sato2023breada.yaml", text.replace("Bread Ovens That Learn: A Survey", "BREAD OVENS that learn — a survey!"))

    problems = [problem for problem in project.examine().problems if problem.is_error]

    assert [(problem.rule.code, str(problem.position)) for problem in problems] == [("P405", "data/papers/sato2023breada.yaml:1:8")]


@pytest.mark.parametrize(("file", "old", "new", "late"), [
    ("methods/hearthling", "2019-11-30", "2024-06-15", False), ("methods/hearthling", "2019-11-30", "2024-06-16", True),
    ("methods/hearthling", "2019-11-30", "2024-06", False), ("methods/hearthling", "2019-11-30", "2024-07", True),
    ("methods/hearthling", "2019-11-30", '"2024"', False), ("methods/hearthling", "2019-11-30", '"2025"', True),
    ("methods/shared-oven", "2022-06\n", "2024-07\n", True), ("backbones/crust-net-s", "2019-07", "2024-07", True),
    ("datasets/village-bakes", "2019-11\n", "2024-07\n", True), ("benchmarks/loaf-test", "2019-11\n", "2024-07\n", True),
    ("results/oduya2022shared", "read: 2024-01-12", "read: 2024-06-15", False), ("results/oduya2022shared", "read: 2024-01-12", "read: 2024-06-16", True),
    ("papers/sato2023bread", "read: 2024-01-09", "read: 2024-06-16", True), ("benchmarks/night-watch", "read: 2024-01-12", "read: 2024-06-16", True),
])
def test_dates_are_compared_with_the_day_given(project, file: str, old: str, new: str, late: bool):  # noqa: FBT001 - a table's column
    project.replace(f"data/{file}.yaml", old, new)
    survey = project.examine().survey

    assert [problem.rule.code for problem in check(survey, date(2024, 6, 15))] == (["P407"] if late else [])


@pytest.mark.parametrize(("year", "late"), [(2022, False), (2021, True)])
def test_proceedings_may_be_of_next_year(survey, year: int, late: bool):  # noqa: FBT001 - a table's column
    """The newest paper of the survey is of 2023; its reading days are left aside."""
    found = [problem for problem in check(survey, date(year, 12, 31)) if "the year" in problem.message]

    assert [problem.message for problem in found] == (["the year 2023 is to come"] if late else [])
