"""What the compare page loads as calls of its functions; a page on disk may fetch nothing else."""

import json

from vitsurvey.survey import Survey
from vitsurvey.views.comparison import profiles


def comparison_script(survey: Survey) -> str:
    """Return the profiles as compact arrays: attributes, score classes, methods. Values are text, so that 72.0 stays 72.0."""
    found = profiles(survey)
    data = {
        "attributes": [[attribute.id, attribute.title] for attribute in found.attributes],
        "classes": [
            [one.benchmark, one.name, one.split, one.metric, one.setting, one.harness, one.better] for one in found.classes
        ],
        "methods": [
            [
                method.id, method.name, method.key, int(method.is_drawn), [list(texts) for texts in method.attributes],
                [[score.class_number, score.model, str(score.value), score.url] for score in method.scores],
            ]
            for method in found.methods
        ],
    }
    return f"vitsurveyProfiles({json.dumps(data, ensure_ascii=False, separators=(',', ':'))});\n"


def recipe_script(method: str, drawing: str) -> str:
    """Return the drawn recipe of one method as a call of its own: it is loaded when the method is chosen."""
    return f"vitsurveyRecipe({json.dumps(method)},{json.dumps(drawing, ensure_ascii=False)});\n"
