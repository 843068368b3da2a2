"""Pages as files below a folder, for any other generator: HTML bodies in Markdown files with front matter."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from vitsurvey.site.page import Download, Page

_BLANK_LINES = re.compile(r"\n\s*\n+")
_PREFORMATTED = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_EMPTY_LINE = re.compile(r"\n(?=[ \t]*\n)")


def write(pages: Iterable[Page | Download], folder: Path) -> tuple[int, int]:
    """Write pages and downloads below a folder and leave files that are already the same alone.

    Returns:
        How many files there are, and how many of them changed.
    """
    count = changed = 0
    for item in pages:
        if isinstance(item, Download):
            path, content = folder / item.path, item.content
        else:
            name = f"{item.path}index" if item.is_index else item.path
            path, content = folder / f"{name}.md", as_markdown(item)
        count += 1
        changed += _write(path, content)
    return count, changed


def as_markdown(page: Page) -> str:
    """One page as front matter and HTML without blank lines, which every Markdown dialect passes on as it is."""
    body = _PREFORMATTED.sub(lambda found: _EMPTY_LINE.sub("&#10;", found[0]), page.body)
    front = {"title": page.title, "description": page.description}
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{_BLANK_LINES.sub(chr(10), body).strip()}\n"


def _write(path: Path, content: str) -> bool:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.write_bytes(data)
    return True
