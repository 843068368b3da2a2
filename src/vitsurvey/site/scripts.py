"""The site's own script: small modules that stand in templates/scripts, joined to one file so that a page asks once."""

from pathlib import Path

ORDER = ("parts", "texts", "state", "sheet", "takes", "panel", "explore", "compare", "matrix", "site")
"""A module uses those before it."""


def script(folder: Path) -> str:
    """Return the text of all modules of a folder, in order."""
    return "\n".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in ORDER)
