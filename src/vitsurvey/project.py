"""A folder on disk into the places of data, templates and docs. Knows nothing of what is in them."""

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent
_HERE = "data/survey.yaml"


class ProjectError(Exception):
    """Raised when no survey is found where one was looked for."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where the parts of one survey lie."""

    root: Path
    repository: str | None = None
    """owner/name of the repository, when the surroundings say so; it takes precedence over the data."""

    @property
    def data(self) -> Path:
        """The folder of records."""
        return self.root / "data"

    @property
    def docs(self) -> Path:
        """The folder of hand-written prose."""
        return self.root / "docs"

    @property
    def templates(self) -> tuple[Path, ...]:
        """Folders searched for templates: the survey's own first, then the engine's."""
        return (self.root / "templates", engine_templates())

    def name(self, path: Path) -> str:
        """Return how problems name a file: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()


def engine_templates() -> Path:
    """Return the templates that came with the engine: inside the installed package, or beside src/ in a checkout."""
    packaged = _PACKAGE / "templates"
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / "templates"


def find(start: Path, repository: str | None = None) -> Project:
    """Return the project that holds `start`: the nearest folder upwards with data/survey.yaml.

    Raises:
        ProjectError: no such folder exists.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / _HERE).is_file():
            return Project(folder, repository)
    raise ProjectError(f"no survey here: {_HERE} was not found in {start} or any folder above it")
