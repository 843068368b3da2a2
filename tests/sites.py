"""The real survey, the fabricated one, and the real one for reading from disk, each built once as a site."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from vitsurvey.cli import main

ROOT = Path(__file__).parents[1]


def _built(root: Path, output: Path, *options: str) -> Path:
    done = CliRunner().invoke(main, ["--root", str(root), "build", "--strict", "-o", str(output), *options])
    assert done.exit_code == 0, done.output
    return output


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real survey, built with warnings as errors."""
    return _built(ROOT, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real survey for reading from disk."""
    return _built(ROOT, tmp_path_factory.mktemp("offline"), "--offline")


@pytest.fixture(scope="session")
def mini_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fabricated survey: its data and docs under the repository's own mkdocs.yml."""
    root = tmp_path_factory.mktemp("mini")
    shutil.copytree(ROOT / "tests/survey", root, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return _built(root, root / "site")
