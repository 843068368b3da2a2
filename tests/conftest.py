"""What all tests share: the fabricated survey, a copy of it that may be broken, and golden files."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import hypothesis
import pytest

from vitsurvey.checks import Examination, examine, load
from vitsurvey.project import Project
from vitsurvey.reporting import as_text
from vitsurvey.survey import Survey

pytest_plugins = ["sites"]

HERE = Path(__file__).parent
MINI = HERE / "survey"
TODAY = date(2025, 1, 1)
"""The day on which tests check surveys, so that no outcome depends on the day they run."""

hypothesis.settings.register_profile("patient", deadline=None)  # a slow machine is no failure
hypothesis.settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files and expected messages")


@dataclass(frozen=True)
class Workspace:
    """A project that a test may write into."""

    project: Project

    @property
    def root(self) -> Path:
        return self.project.root

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file below the root, with the folders it needs."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def replace(self, path: str, old: str, new: str) -> None:
        """Replace a text that stands exactly once in a file."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        file.write_text(text.replace(old, new), encoding="utf-8")

    def lay(self, tree: Path) -> None:
        """Lay a tree of files over the project."""
        shutil.copytree(tree, self.root, dirs_exist_ok=True)

    def examine(self) -> Examination:
        return examine(self.project, TODAY)

    def report(self) -> str:
        """What `validate` would print about the files."""
        return as_text(self.examine().problems)

    def codes(self) -> list[str]:
        """The codes of the rules that are broken, in the order of the report."""
        return [problem.rule.code for problem in self.examine().problems]


@pytest.fixture(scope="session")
def mini() -> Project:
    """The fabricated survey, read-only by agreement."""
    return Project(MINI)


@pytest.fixture(scope="session")
def survey(mini: Project) -> Survey:
    """The records of the fabricated survey."""
    return load(mini)


@pytest.fixture
def project(tmp_path: Path) -> Workspace:
    """A copy of the fabricated survey that a test may break."""
    shutil.copytree(MINI, tmp_path / "survey")
    return Workspace(Project(tmp_path / "survey"))


def compare(path: Path, text: str, *, update: bool) -> None:
    """Compare a text with a file, byte for byte; `update` writes the file first."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert path.is_file(), f"{path.name} is not there yet: run pytest --update-golden and read what it wrote"
    assert path.read_bytes().decode() == text


@pytest.fixture
def matches(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with any file; --update-golden rewrites the file."""
    update: bool = request.config.getoption("--update-golden")
    return lambda path, text: compare(path, text, update=update)


@pytest.fixture
def golden(matches: Callable[[Path, str], None]) -> Callable[[str, str], None]:
    """Compare a text with tests/golden/<name>; --update-golden rewrites the file."""
    return lambda name, text: matches(HERE / "golden" / name, text)
