"""Profiles: everything about a method in one shape, and classes told part by part."""

from small import method, results, score
from small import survey as small_survey
from vitsurvey.views.comparison import profiles


def test_every_method_answers_every_attribute_in_the_same_order(survey):
    found = profiles(survey)

    assert [profile.id for profile in found.methods] == ["hearthling", "listener", "shared-oven", "steam-keeper"]
    assert {len(profile.attributes) for profile in found.methods} == {len(found.attributes)}
    titles = [attribute.title for attribute in found.attributes]
    hearthling = dict(zip(titles, found.methods[0].attributes, strict=True))
    assert hearthling["Oven task"] == ("Loaf baking", "Heat holding")
    assert hearthling["Crumb sensor"] == ("n/a",)
    assert dict(zip(titles, found.methods[3].attributes, strict=True))["Heat model"] == ("–",)


def test_a_class_is_told_in_the_parts_in_which_two_can_differ():
    scores = [score("ash", 1), score("ash", 2, split="dev"), score("ash", 3, metric="hue"), score("ash", 4, setting="few-shot", shots=4, harness="oven-bench"), score("ash", 5, setting="not-reported")]
    found = profiles(small_survey([method("ash")], [results("ash", scores)]))

    assert [(one.split, one.metric, one.setting, one.harness, one.better) for one in found.classes] == [
        ("test", "Rise", "zero-shot", "", "higher"), ("dev", "Rise", "zero-shot", "", "higher"), ("test", "Hue", "zero-shot", "", ""),
        ("test", "Rise", "4-shot", "oven-bench", "higher"), ("test", "Rise", "setting not reported", "", ""),
    ]
    assert [reported.class_number for reported in found.methods[0].scores] == [0, 1, 2, 3, 4]


def test_scores_of_one_class_share_its_number_and_a_method_with_few_parts_is_not_drawn(survey):
    found = profiles(small_survey([method("ash"), method("birch")], [results("ash", [score("ash", 1), score("birch", 2)])]))

    assert [[reported.class_number for reported in profile.scores] for profile in found.methods] == [[0], [0]]
    assert not any(profile.is_drawn for profile in found.methods)
    assert [profile.id for profile in profiles(survey).methods if profile.is_drawn] == ["listener", "shared-oven"]
