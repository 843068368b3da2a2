"""What tests of the command line share: a way to run it inside a survey."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from vitsurvey.cli import main


@pytest.fixture
def run(mini) -> Callable[..., Result]:
    """Run a command in the fabricated survey, or in another root. An exception that is no exit fails the test."""
    def invoke(*arguments: str, root=mini.root) -> Result:
        result = CliRunner().invoke(main, ["--root", str(root), *arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result
    return invoke
