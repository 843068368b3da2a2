"""Choices: numbered once for a survey, the same on every page, and only those that tell rows apart."""

import dataclasses

import small
from vitsurvey.views.choices import FURTHER, Choices, standing


def test_a_record_stands_under_its_categories_their_families_and_what_it_offers(survey):
    choices = Choices(survey)
    offered = {(facet.id, choice.id): choice.number for facet in choices.among(survey.methods.values()) for choice in facet.choices}
    numbers = set(choices.of(survey.methods["hearthling"]))

    assert {place for place, number in offered.items() if number in numbers} == {
        ("task", "baking"), ("task", "loaf-baking"), ("task", "oven-keeping"), ("task", "heat-holding"), ("heat-model", "graph-heat"),
        ("fuel", "solid-fuel"), ("fuel", "wood"), ("links", "code"), ("links", "project"), ("licence", "Apache-2.0"),
    }


def test_numbers_are_unique_and_the_same_whatever_is_asked_first(survey):
    one, other = Choices(survey), Choices(survey)
    records = [*survey.methods.values(), *survey.datasets.values(), *survey.papers.values()]

    assert [one.of(record) for record in records] == [other.of(record) for record in reversed(records)][::-1]
    numbers = [choice.number for facet in one.among(records) for choice in facet.choices]
    assert len(numbers) == len(set(numbers))


def test_only_what_some_row_stands_under_is_offered_and_families_come_first(survey):
    [tasks] = [facet for facet in Choices(survey).among(survey.methods.values()) if facet.id == "task"]

    assert [(choice.id, choice.depth) for choice in tasks.choices][:3] == [("baking", 0), ("loaf-baking", 1), ("flatbread-baking", 1)]
    assert all(any(choice.number in Choices(survey).of(method) for method in survey.methods.values()) for choice in tasks.choices)


def test_a_facet_in_which_all_rows_say_one_and_the_same_narrows_nothing(survey):
    method = survey.methods["hearthling"]

    assert [facet.id for facet in Choices(survey).among([survey.methods["listener"]]) if len(facet.choices) == 1] == []
    assert "heat-model" not in [facet.id for facet in Choices(survey).among([method])]
    assert "heat-model" in [facet.id for facet in Choices(survey).among(survey.methods.values())]
    assert Choices(survey).among([]) == ()


def test_backbones_and_papers_can_be_narrowed_too(survey):
    assert standing(survey, survey.backbones["crust-net-s"], "role") == [("heat-model", "Heat model")]
    assert standing(survey, survey.backbones["humming-probe"], "licence") == [("not-reported", "not reported")]
    assert standing(survey, survey.papers["okafor2019crustnet"], "venue") == [("arXiv", "arXiv")]
    assert standing(survey, survey.papers["sato2023bread"], "venue") == ()
    assert standing(survey, survey.papers["sato2023bread"], "links") == ()
    assert {facet.id for facet in Choices(survey).among(survey.backbones.values())} == {"role", "category", "licence"}


def test_a_choice_is_fit_for_an_address(survey):
    records = [*survey.papers.values(), *survey.named()]

    assert all("," not in choice for further in FURTHER for record in records for choice, _ in standing(survey, record, further))


def test_a_facet_of_the_survey_hides_one_of_the_same_name():
    alpha = small.method("alpha", links={"code": "https://code.example.org/"}, design={"links": ["rye"]})
    plain = small.survey([alpha, small.method("beta")])
    facet = plain.taxonomy.design[0].model_copy(update={"id": "links"})
    own = dataclasses.replace(plain, taxonomy=plain.taxonomy.model_copy(update={"design": (facet,)}))

    def offered(survey):
        return {facet.id: [choice.id for choice in facet.choices] for facet in Choices(survey).among(survey.methods.values())}

    assert offered(plain)["links"] == ["code"]
    assert offered(own)["links"] == ["rye"]
