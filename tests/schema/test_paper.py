"""Papers: where they are read and how they are cited."""

import pytest
from pydantic import TypeAdapter, ValidationError

from vitsurvey.schema import Author, Paper
from vitsurvey.schema.paper import CitationKey


def paper(*families: str, **facts: object) -> Paper:
    authors = [{"family": family} for family in families or ("Doe",)]
    return Paper.model_validate({"id": "doe2020a", "title": "A Title", "authors": authors, "year": 2020, **facts})


@pytest.mark.parametrize(("families", "cited"), [
    (["Doe"], "Doe 2020"), (["Doe", "Roe"], "Doe and Roe 2020"), (["Doe", "Roe", "Poe"], "Doe et al. 2020"),
    (["The Oven Group"], "The Oven Group 2020"),
])
def test_running_text_cites_one_two_or_many(families: list[str], cited: str):
    assert paper(*families).cited_as == cited


@pytest.mark.parametrize(("facts", "address"), [
    ({}, None),
    ({"url": "https://a.example/"}, "https://a.example/"),
    ({"url": "https://a.example/", "arxiv": "2001.00001"}, "https://arxiv.org/abs/2001.00001"),
    ({"arxiv": "2001.00001", "openreview": "abcdefgh"}, "https://openreview.net/forum?id=abcdefgh"),
    ({"openreview": "abcdefgh", "acl": "2020.acl-main.1"}, "https://aclanthology.org/2020.acl-main.1"),
    ({"acl": "2020.acl-main.1", "doi": "10.5555/1"}, "https://doi.org/10.5555/1"),
])
def test_the_published_address_comes_before_the_preprint(facts: dict[str, str], address: str | None):
    assert paper(**facts).address == address


def test_full_names():
    assert Author(family="Doe", given="Jane").full == "Jane Doe"
    assert Author(family="The Oven Group").full == "The Oven Group"


@pytest.mark.parametrize("year", [1899, 2101, "2020", 2020.0, True])
def test_a_year_is_a_number_of_our_times(year: object):
    with pytest.raises(ValidationError):
        paper(year=year)


@pytest.mark.parametrize(("key", "accepted"), [
    ("liu2023visual", True), ("okafor2019crustnet", True), ("doe20203d", True), ("liu2023", False), ("Liu2023visual", False),
    ("liu-2023-visual", False), ("2023visual", False), ("łęcka2021listening", False),
])
def test_the_form_of_citation_keys(key: str, accepted: bool):  # noqa: FBT001 - a table's column
    try:
        found = TypeAdapter(CitationKey).validate_python(key)
    except ValidationError:
        found = ""
    assert (found == key) is accepted
