"""The profiles of all methods as a call that the compare page loads; a page on disk may fetch nothing else."""

import json

from vitsurvey.survey import Survey
from vitsurvey.views.comparison import profiles


def comparison_script(survey: Survey) -> str:
    """Return the profiles as compact arrays: attributes, score classes, methods."""
    found = profiles(survey)
    data = {
        "attributes": [[attribute.id, attribute.title] for attribute in found.attributes],
        "classes": [[shared.benchmark, shared.name, shared.measured, shared.better] for shared in found.classes],
        "methods": [
            [
                method.id, method.name, method.key, [list(texts) for texts in method.attributes],
                [[score.class_number, score.model, score.value, score.url] for score in method.scores],
            ]
            for method in found.methods
        ],
    }
    return f"vitsurveyProfiles({json.dumps(data, ensure_ascii=False, separators=(',', ':'))});\n"
