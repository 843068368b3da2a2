"""What the compare page loads: calls of its functions with plain data."""

import json

from vitsurvey.exports.comparison import comparison_script, recipe_script


def test_profiles_are_one_call_with_compact_arrays(survey):
    text = comparison_script(survey)
    assert text.startswith("vitsurveyProfiles(")
    assert text.endswith(");\n")

    data = json.loads(text.removeprefix("vitsurveyProfiles(").removesuffix(");\n"))
    assert set(data) == {"attributes", "classes", "methods"}
    for _, _, _, is_drawn, attributes, scores in data["methods"]:
        assert is_drawn in (0, 1)
        assert len(attributes) == len(data["attributes"])
        assert all(number < len(data["classes"]) for number, *_ in scores)
        assert all(isinstance(value, str) and float(value) >= 0 for _, _, value, _ in scores)


def test_a_recipe_is_a_call_whatever_its_drawing_holds():
    drawing = '<svg><title>"A" & </title></svg>\n</script>'
    text = recipe_script("alpha-1.5", drawing)

    assert json.loads(f"[{text.removeprefix('vitsurveyRecipe(').removesuffix(');' + chr(10))}]") == ["alpha-1.5", drawing]
