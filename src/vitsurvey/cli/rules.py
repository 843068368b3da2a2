"""rules: the manual of what validate checks."""

import click

from vitsurvey.cli.output import out


@click.command(epilog="\b\nExample:\n  vitsurvey rules S102")
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules of validate, or explain one: what is checked, why, and how a file is mended."""
    from vitsurvey.checks import RULES
    from vitsurvey.exports.manual import rule_text, rules_text
    from vitsurvey.problems import suggest
    if code is None:
        out(rules_text(RULES.values()))
    elif code.upper() in RULES:
        out(rule_text(RULES[code.upper()]))
    else:
        hint = suggest(code, RULES) or "`vitsurvey rules` lists them"
        raise click.ClickException(f"there is no rule '{code}': {hint}")
