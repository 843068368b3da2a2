"""The benchmark still runs: every piece of work is done once on the smallest survey and says what it took."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fabricate import SMALLEST, fabricate

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    fabricate(folder, SMALLEST)
    return folder


def figures(work: str, folder: Path, output: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.work", work, str(folder), str(output)]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


@pytest.mark.parametrize("work", ["parse", "load", "check", "render", "build", "build_without_pictures", "help_text"])
def test_a_piece_of_work_says_what_it_took(work: str, small: Path, tmp_path: Path):
    found = figures(work, small, tmp_path / "output")

    assert set(found) == {"cpu", "wall", "peak"}
    assert found["cpu"] > 0
    assert found["wall"] > 0
    assert 5e6 < found["peak"] < 5e8


def test_bodies_and_site_have_the_same_record_pages(small: Path, tmp_path: Path):
    figures("render", small, tmp_path / "bodies")
    figures("build", small, tmp_path / "site")

    pages = [sorted(path.relative_to(folder) for path in folder.rglob("*/*/index.html")) for folder in (tmp_path / "bodies", tmp_path / "site")]
    assert len(pages[0]) >= SMALLEST / 2
    assert set(pages[0]) <= set(pages[1])


def test_hugo_content_holds_every_record_page(small: Path, tmp_path: Path):
    project = shutil.copytree(small, tmp_path / "project")
    figures("hugo_content", project, tmp_path / "output")

    kinds = ("papers", "methods", "datasets", "benchmarks", "backbones")
    records = [path.relative_to(project / "data").with_suffix(".md") for kind in kinds for path in (project / "data" / kind).iterdir()]
    assert [path for path in records if not (project / "hugo/content" / path).is_file()] == []
