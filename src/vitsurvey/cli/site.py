"""build, serve, render: the site through MkDocs, or its pages as files for another generator."""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vitsurvey.cli import here, survey_here

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@click.command(epilog="\b\nExample:\n  vitsurvey build --strict -o site")
@click.option("--strict", is_flag=True, help="Fail on warnings: broken links in hand-written pages, missing files.")
@click.option("--offline", is_flag=True, help="Make a site that is read from disk, search included.")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder to write; site, or site-offline, when left out.")
def build(*, strict: bool, offline: bool, output: Path | None) -> None:
    """Build the website."""
    config = _config(strict=strict, **({"use_directory_urls": False} if offline else {}))
    if offline:
        _turn_on_offline(config)
    folder = output or Path(str(config.site_dir) + ("-offline" if offline else ""))
    _refuse_to_overwrite(folder)
    config.site_dir = str(folder.resolve())
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import Abort, BuildError
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except Abort as error:
        raise click.exceptions.Exit(1) from error
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror or error}") from error
    finally:
        config.plugins.on_shutdown()
    click.echo(f"the site is in {folder}", err=True)


@click.command(epilog="\b\nExample:\n  vitsurvey serve --port 8080")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port on this machine.")
@click.option("--strict", is_flag=True, help="Fail on warnings.")
def serve(*, port: int, strict: bool) -> None:
    """Serve the website on this machine and rebuild it when a file changes."""
    config = _config()  # finds what is missing before a server starts
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import Abort, BuildError
    try:
        mkdocs_serve(str(config.config_file_path), dev_addr=f"127.0.0.1:{port}", strict=strict)
    except OSError as error:
        raise click.ClickException(f"port {port} cannot be used ({error.strerror}); try --port {port + 1}") from error
    except Abort as error:
        raise click.exceptions.Exit(1) from error
    except BuildError as error:
        raise click.ClickException(str(error)) from error


@click.command(epilog="\b\nExample:\n  vitsurvey render build/pages")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def render(folder: Path) -> None:
    """Write every page and download below FOLDER, as files that another site generator can build."""
    survey = survey_here()
    from vitsurvey.cli.manual import commands
    from vitsurvey.site import Addresses, RenderError, pages, write
    try:
        count, changed = write(pages(survey, here(), Addresses(), commands()), folder)
    except RenderError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror or error}") from error
    click.echo(f"{count:,} files in {folder}, {changed:,} of them changed", err=True)


def _turn_on_offline(config: "MkDocsConfig") -> None:
    if "material/offline" not in config.plugins:
        raise click.ClickException("mkdocs.yml lacks the plugin that offline sites need: add `- offline: {enabled: false}` below plugins")
    config.plugins["material/offline"].config.enabled = True


def _refuse_to_overwrite(folder: Path) -> None:
    """MkDocs empties the folder it builds into: it must hold a site or nothing."""
    if folder.is_dir() and any(not path.name.startswith(".") for path in folder.iterdir()) and not (folder / "404.html").is_file():
        raise click.ClickException(f"{folder} holds files that are no site, and a build would remove them: name an empty or a new folder")


class _Echo(logging.Handler):
    """MkDocs' messages on standard error, wherever that leads at the time."""

    def emit(self, record: logging.LogRecord) -> None:
        click.echo(f"{record.levelname} {record.getMessage()}", err=True)


def _config(**options: Any) -> "MkDocsConfig":  # noqa: ANN401 - MkDocs' own keywords
    """Load mkdocs.yml of the survey, with what is missing said in words."""
    file = here().root / "mkdocs.yml"
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    log = logging.getLogger("mkdocs")
    if not any(isinstance(handler, _Echo) for handler in log.handlers):
        log.addHandler(_Echo())
    try:
        from mkdocs.config import load_config
        from mkdocs.exceptions import Abort, ConfigurationError
    except ImportError:
        raise click.ClickException("building the site needs MkDocs: pip install 'vitsurvey[site]'") from None
    if not file.is_file():
        raise click.ClickException("mkdocs.yml is missing beside data/: the theme and the navigation stand there")
    try:
        return load_config(str(file), **options)
    except (ConfigurationError, Abort) as error:
        raise click.ClickException(f"mkdocs.yml: {error}") from error
