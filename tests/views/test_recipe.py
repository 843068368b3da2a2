"""The recipe: component facets in the order of the taxonomy, two of a kind side by side."""

from vitsurvey.checks import load
from vitsurvey.views.profile import answers, stages
from vitsurvey.views.recipe import recipe


def found(survey, name):
    method = survey.methods[name]
    return recipe(survey, answers(survey, method), stages(survey, method))


def test_parts_follow_each_other_in_the_order_of_the_taxonomy(survey):
    drawn = found(survey, "shared-oven")

    assert [[part.facet.id for part in column] for column in drawn.columns] == [["heat-model"], ["crumb-sensor"]]
    assert [[piece.text for piece in part.cell.parts] for part in drawn.parts] == [["CrustNet-S", "CrustNet-L"], ["Optical probe"]]
    assert [row.stage.name for row in drawn.stages] == ["Pooling"]


def test_one_part_or_none_is_no_recipe(survey):
    assert found(survey, "hearthling") is None  # its sensor is not applicable
    assert found(survey, "steam-keeper") is None


def test_a_part_of_a_stage_is_there_even_when_the_record_does_not_name_it(project):
    project.replace("data/methods/listener.yaml", "  crumb-sensor: [humming-probe]\n", "")

    drawn = found(load(project.project), "listener")

    assert [(part.facet.id, bool(part.cell.parts)) for part in drawn.parts] == [("heat-model", True), ("crumb-sensor", False)]


def test_neighbours_whose_titles_end_in_the_same_word_stand_side_by_side(project):
    project.replace("data/taxonomy.yaml", 'title: "Heat model"', 'title: "Heat Sensor"')

    drawn = found(load(project.project), "shared-oven")

    assert [[part.facet.id for part in column] for column in drawn.columns] == [["heat-model", "crumb-sensor"]]
