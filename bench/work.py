"""One piece of work in a process of its own: `python -m bench.work NAME FOLDER OUTPUT` prints what it took, as JSON.

Each piece first makes ready what is not to be measured (imports, what the work starts from) and returns the work itself.
"""

# ruff: noqa: PLC0415 - each piece imports what it needs before the clock starts

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

Work = Callable[[], object]
_HUGO = """\
baseURL = "/"
title = "Fabricated"
disableKinds = ["RSS", "sitemap", "taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
"""
_HUGO_LAYOUT = '<!doctype html>\n<html lang="en"><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n'


def parse(folder: Path, _output: Path) -> Work:
    """PyYAML's fastest loader and nothing else: no checks, no positions, and nothing is kept."""
    import yaml
    paths = sorted((folder / "data").rglob("*.yaml"))

    def work() -> None:
        for path in paths:
            yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)

    return work


def load(folder: Path, _output: Path) -> Work:
    """Files into a linked survey, without the rules over whole surveys."""
    from vitsurvey.project import Project
    from vitsurvey.reader import read_all
    from vitsurvey.survey import build
    return lambda: build(read_all(Project(folder))[0])


def check(folder: Path, _output: Path) -> Work:
    """Files into a linked survey, with every rule: what `vitsurvey validate` does."""
    from vitsurvey.checks import examine
    from vitsurvey.project import Project
    return lambda: examine(Project(folder))


def render(folder: Path, output: Path) -> Work:
    """The bodies of all pages, and the downloads, from a survey that is loaded already into files: no theme."""
    from vitsurvey.checks import load as load_survey
    from vitsurvey.cli.manual import commands
    from vitsurvey.project import Project
    from vitsurvey.site import Addresses, Download, pages
    project, addresses = Project(folder), Addresses()
    survey = load_survey(project)

    def work() -> None:
        for item in pages(survey, project, addresses, commands()):
            path, text = (item.path, item.content) if isinstance(item, Download) else (addresses.file(item.path), item.body)
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_text(text, encoding="utf-8")

    return work


def build(folder: Path, output: Path) -> Work:
    """The whole site from the files on disk, through MkDocs and its theme: what `vitsurvey build` does."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    def work() -> None:
        config = load_config(str(folder / "mkdocs.yml"), site_dir=str(output), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)

    return work


def build_without_pictures(folder: Path, output: Path) -> Work:
    """The whole site without its pictures and the rows that they are drawn from."""
    from vitsurvey.site import indexes, records
    work = build(folder, output)

    class NoTrees:
        def __init__(self, _survey: object) -> None: ...
        def tree(self, _method: object) -> None: ...

    records.Lineages = NoTrees
    records.recipe = records.progress = lambda *_: None
    indexes._trends = lambda *_: indexes.Page("trends/", "Trends", "", "")  # noqa: SLF001 - left out for the measurement only
    return work


def hugo_content(folder: Path, _output: Path) -> Work:
    """The bodies of the record pages as content for Hugo, with a theme of one line. Not measured itself."""
    from vitsurvey.checks import load as load_survey
    from vitsurvey.project import Project
    from vitsurvey.site import Addresses, Page, record_pages, renderer, write

    def work() -> None:
        project, source = Project(folder), folder / "hugo"
        survey = load_survey(project)
        found = record_pages(survey, renderer(project, survey, Addresses()))
        write((item for item in found if isinstance(item, Page)), source / "content")
        (source / "config.toml").write_text(_HUGO, encoding="utf-8")
        for name in ("single", "list"):
            layout = source / f"layouts/_default/{name}.html"
            layout.parent.mkdir(parents=True, exist_ok=True)
            layout.write_text(_HUGO_LAYOUT, encoding="utf-8")

    return work


def hugo(folder: Path, output: Path) -> Work:
    """Hugo over the same bodies of record pages; it makes neither the pages that list nor the downloads."""
    program = shutil.which("hugo") or "hugo"
    command = [program, "--quiet", "--source", str(folder / "hugo"), "--destination", str(output)]
    return lambda: subprocess.run(command, check=True)  # noqa: S603


def help_text(_folder: Path, _output: Path) -> Work:
    """A new process that says what the command line can do."""
    return lambda: subprocess.run([sys.executable, "-m", "vitsurvey", "--help"], check=True, stdout=subprocess.DEVNULL)


WORK: dict[str, Callable[[Path, Path], Work]] = {
    work.__name__: work for work in (parse, load, check, render, build, build_without_pictures, hugo_content, hugo, help_text)
}
_BYTES = 1 if sys.platform == "darwin" else 1024
"""What the system counts the largest resident set in."""


def _cpu_seconds() -> float:
    """User and system time of this process and of those it waited for."""
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def main(name: str, folder: str, output: str) -> None:
    """Do one piece of work and print its CPU and wall time in seconds and the process's peak memory in bytes."""
    work = WORK[name](Path(folder), Path(output))
    cpu, wall = _cpu_seconds(), time.perf_counter()
    kept = work()
    wall, cpu = time.perf_counter() - wall, _cpu_seconds() - cpu
    del kept
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(json.dumps({"cpu": cpu, "wall": wall, "peak": peak * _BYTES}))


if __name__ == "__main__":
    main(*sys.argv[1:])
