"""Tables in a real browser: `python -m bench.tables` explores fabricated ones, beside bare ones and beside DataTables 3.

Every page holds the same rows, made by the site's own templates. A page is ready when its scripts have run and it is laid
out; an action has taken effect when the page is laid out again. The turns alternate, and medians are told.
"""

import argparse
import shutil
import subprocess
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.chrome import headless, served
from tests.prepare import chromium

from bench.runs import ROOT, fabricate
from bench.verdicts import Verdict
from vitsurvey.checks import load
from vitsurvey.plugin import ASSETS, SCRIPT
from vitsurvey.project import Project
from vitsurvey.site import Addresses, renderer, script
from vitsurvey.views.index import index_table
from vitsurvey.views.table import Column, Row, Table

ROWS = (300, 5_000)
COLUMNS = 25
_RECORDS = 1_500
"""Records of the fabricated survey, a fifth of them methods: enough for 300 rows that differ."""
_DATATABLES = "datatables.net@3"
_READY = "document.body.offsetHeight; window.ready = performance.now();"
_KEYSTROKE = """(word) => {
  const search = document.querySelector(SEARCH);
  const start = performance.now();
  search.value = word;
  search.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.offsetHeight;
  return performance.now() - start;
}"""
_SORT = """(column) => {
  const start = performance.now();
  SORT(column);
  document.body.offsetHeight;
  return performance.now() - start;
}"""
OURS = {"SEARCH": '".vs-bar input[type=search]"', "SORT": '((at) => document.querySelectorAll("thead button")[at].click())'}
THEIRS = {"SEARCH": '".dt-search input"', "SORT": '((at) => new DataTable.Api("table").order([[at, "asc"]]).draw())'}
_PATIENCE = 240_000
"""Milliseconds that a page may take to load on a busy machine."""
_WORDS = ("k", "ke", "kee", "")
"""What is typed, a letter at a time, and taken back."""
_SORTED = (0, 4, 8)
"""Columns that are sorted by: a name, a category, a number."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds: until the page is ready, the slowest keystroke of a filter, the slowest sort. Bare pages do neither."""

    ready: float
    filtering: float | None = None
    sorting: float | None = None


def bodies(folder: Path, counts: Iterable[int] = ROWS) -> Iterator[tuple[int, str]]:
    """The body of an index page for each number of rows, by the site's own templates."""
    project = Project(folder)
    survey = load(project)
    made = index_table(survey, "methods")
    wide = [i % len(made.columns) for i in range(COLUMNS)]
    columns = tuple(
        Column(f"{column.id}-{n}" if n >= len(made.columns) else column.id, column.title, column.numeric)
        for n, column in enumerate(made.columns[place] for place in wide)
    )
    for count in counts:
        rows = []
        for number in range(count):
            row = made.rows[number % len(made.rows)]
            record = row.record.model_copy(update={"id": f"{row.record.id}-{number}"})
            rows.append(Row(record, tuple(row.cells[place] for place in wide)))
        render = renderer(project, survey, Addresses())
        yield count, render("index.html.j2", "methods/", title="Methods", kind="methods", table=Table(f"{count} methods", columns, tuple(rows)), presets=())


def write_pages(folder: Path, datatables: Path | None) -> None:
    """Write the pages that are compared: bare, ours and, where it is at hand, DataTables."""
    shutil.copytree(ROOT / "templates/assets", folder / ASSETS, dirs_exist_ok=True)
    (folder / SCRIPT).write_text(script(ROOT / "templates/scripts"), encoding="utf-8")
    style = f'<link rel="stylesheet" href="../{ASSETS}/site.css">'
    ours = f'<script src="../{SCRIPT}"></script>'
    (folder / "methods").mkdir()
    for count, body in bodies(folder.parent / "survey"):
        kinds = {"bare": ("", ""), "ours": ('<script>document.documentElement.classList.add("vs-scripted")</script>', ours)}
        if datatables:
            shutil.copy(datatables, folder / "datatables.js")
            kinds["datatables"] = ("", '<script src="../datatables.js"></script><script>new DataTable("table")</script>')
        for kind, (early, late) in kinds.items():
            (folder / f"methods/{kind}-{count}.html").write_text(
                f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{kind}</title>{style}{early}</head>'
                f'<body class="md-typeset" style="font-size:20px">{body}{late}<script>{_READY}</script></body></html>', encoding="utf-8",
            )


def fetch_datatables(folder: Path) -> Path | None:
    """DataTables as its package holds it, by npm; None when there is no npm or it cannot reach its registry."""
    if not shutil.which("npm"):
        return None
    done = subprocess.run(["npm", "pack", "--silent", _DATATABLES], cwd=folder, check=False, capture_output=True, text=True)  # noqa: S603, S607
    packed = next(folder.glob("datatables.net-*.tgz"), None)
    if done.returncode != 0 or packed is None:
        return None
    with tarfile.open(packed) as archive:
        names = [name for name in archive.getnames() if name.endswith("dataTables.min.js")]
        archive.extract(names[0], folder, filter="data")
    return folder / names[0]


def measure(folder: Path, repeat: int) -> dict[tuple[str, int], Times]:
    """Open every page in turn, as often as asked for, and tell the medians."""
    found: dict[tuple[str, int], list[Times]] = defaultdict(list)
    kinds = [kind for kind in ("bare", "ours", "datatables") if (folder / f"methods/{kind}-{ROWS[0]}.html").is_file()]
    with served(folder) as address, headless(chromium()) as browser:
        for turn in range(repeat):
            for rows in ROWS:
                for kind in kinds:
                    sys.stderr.write(f"turn {turn + 1}: {kind}, {rows:,} rows\n")
                    page = browser.new_page(viewport={"width": 1280, "height": 900})
                    page.goto(f"{address}methods/{kind}-{rows}.html", timeout=_PATIENCE)
                    ready = page.evaluate("window.ready")
                    if kind == "bare":
                        found[kind, rows].append(Times(ready))
                    else:
                        page.wait_for_timeout(300)
                        names = OURS if kind == "ours" else THEIRS
                        keystroke, sort = (_named(script, names) for script in (_KEYSTROKE, _SORT))
                        filtering = max(page.evaluate(keystroke, word) for word in _WORDS)
                        sorting = max(page.evaluate(sort, column) for column in _SORTED)
                        found[kind, rows].append(Times(ready, filtering, sorting))
                    page.close()
    return {key: _median(times) for key, times in found.items()}


def _named(script: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        script = script.replace(name, value)
    return script


def _median(times: list[Times]) -> Times:
    def middle(values: list[float | None]) -> float | None:
        known = [value for value in values if value is not None]
        return median(known) if known else None

    return Times(
        median(one.ready for one in times), middle([one.filtering for one in times]), middle([one.sorting for one in times]),
    )


def verdicts(found: dict[tuple[str, int], Times]) -> Iterator[Verdict]:
    """What was measured against its targets, as ratios inside the run."""
    few, many = ROWS
    bare, ours = found["bare", few], found["ours", few]
    yield Verdict(f"ready / the bare page, {few:,} rows", ours.ready / bare.ready, 1.3)
    if ours.filtering is not None and ours.sorting is not None:
        yield Verdict(f"slowest keystroke / loading the bare page, {few:,} rows", ours.filtering / bare.ready, 0.2)
        yield Verdict(f"slowest sort / loading the bare page, {few:,} rows", ours.sorting / bare.ready, 0.5)
    bare, ours, theirs = found["bare", many], found["ours", many], found.get(("datatables", many))
    yield Verdict(f"ready / the bare page, {many:,} rows", ours.ready / bare.ready, 1.0)
    if theirs is not None:
        yield Verdict(f"ready / DataTables, {many:,} rows", ours.ready / theirs.ready)
        for name, mine, other in (("keystroke", ours.filtering, theirs.filtering), ("sort", ours.sorting, theirs.sorting)):
            if mine is not None and other is not None:
                yield Verdict(f"slowest {name} / DataTables, {many:,} rows", mine / other, 1.0)


def run(repeat: int) -> dict[tuple[str, int], Times]:
    """Fabricate a survey, write the pages and measure them."""
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        fabricate(folder / "survey", _RECORDS)
        (folder / "site").mkdir()
        write_pages(folder / "site", fetch_datatables(folder))
        return measure(folder / "site", repeat)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.tables", description=__doc__)
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="how often every page is opened (5)")
    found = run(max(1, parser.parse_args().repeat))
    sys.stdout.write("Milliseconds, medians.\n\n")
    for (kind, rows), times in sorted(found.items(), key=lambda item: (item[0][1], item[0][0])):
        acts = "" if times.filtering is None or times.sorting is None else f"  slowest keystroke {times.filtering:6.0f}  slowest sort {times.sorting:6.0f}"
        sys.stdout.write(f"{rows:>6,} rows  {kind:<10}  ready {times.ready:6.0f}{acts}\n")
    sys.stdout.write("\n")
    for one in verdicts(found):
        target = "" if one.target is None else f"  target {one.target}"
        sys.stdout.write(f"{one.measure:<56} {one.measured:6.3f}{target}  {one.word}\n")


if __name__ == "__main__":
    main()
