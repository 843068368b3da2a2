"""The manual of the rules that `validate` applies, as plain text."""

from collections.abc import Iterable

from vitsurvey.exports.text import aligned
from vitsurvey.problems import Rule


def rules_text(rules: Iterable[Rule]) -> str:
    """Return one line a rule: code, level, name."""
    return aligned((rule.code, rule.level.value, rule.name) for rule in rules)


def rule_text(rule: Rule) -> str:
    """Return the page of one rule: what is checked, why, what is wrong and right, and how a file is mended."""
    return "\n".join((
        f"{rule.code} {rule.name} ({rule.level})", "",
        rule.what, rule.why, "",
        "Wrong", *(f"    {line}" for line in rule.bad.splitlines()), "",
        "Right", *(f"    {line}" for line in rule.good.splitlines()), "",
        f"To mend it: {rule.how[0].lower()}{rule.how[1:]}", "",
    ))
