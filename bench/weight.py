"""What a first visit of the largest index page weighs: `python -m bench.weight` adds up what a browser asks for, compressed.

Fonts are compressed already and count as they are. The search index is told apart: it is read for searching only.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.chrome import headless, served
from tests.prepare import chromium

from bench.runs import fabricate, run
from bench.verdicts import Verdict

RECORDS = 1_000
"""Of the fabricated survey; a fifth of them are methods."""
_KILO = 1e3


def weights(folder: Path) -> dict[str, int]:
    """Bytes of everything that the page of all methods asks for, by the path below the site."""
    found: dict[str, int] = {}
    with served(folder) as address, headless(chromium()) as browser:
        page = browser.new_page()
        answers = []
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a built-in method cannot be listened with
        page.goto(f"{address}methods/")
        page.wait_for_load_state("networkidle")
        for answer in answers:
            body = answer.body()
            found[answer.url.removeprefix(address)] = len(body) if answer.url.endswith(".woff2") else len(gzip.compress(body, 9))
    return found


def verdicts(found: dict[str, int]) -> Iterator[Verdict]:
    """What was weighed against its budgets."""
    own = sum(size for path, size in found.items() if path.startswith("assets/survey/") and path.endswith((".js", ".css")))
    index = sum(size for path, size in found.items() if path.startswith("search/"))
    yield Verdict("our own script and style", own / _KILO, 40, "KB")
    yield Verdict("first visit of the page of all methods", (sum(found.values()) - index) / _KILO, 250, "KB")
    yield Verdict("search index", index / _KILO, unit="KB")


def main() -> None:
    """Weigh and print."""
    with TemporaryDirectory(prefix="bench-") as name:
        survey, site = Path(name) / "survey", Path(name) / "site"
        fabricate(survey, RECORDS)
        run("build", survey, site)
        found = weights(site)
    sys.stdout.write(f"Compressed, at {RECORDS:,} fabricated records.\n\n")
    for one in verdicts(found):
        target = "" if one.target is None else f"  at most {one.target:.0f} {one.unit}"
        sys.stdout.write(f"{one.measure:<40} {one.measured:6.1f} {one.unit}{target}  {one.word}\n")


if __name__ == "__main__":
    main()
