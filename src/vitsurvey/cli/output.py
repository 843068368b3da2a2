"""Text to standard output or into a file, always UTF-8, whatever the terminal says."""

import contextlib
import os
import tempfile
from pathlib import Path

import click


def out(text: str) -> None:
    """Write data to standard output, byte for byte."""
    click.echo(text.encode(), nl=False)


def save(text: str, file: Path) -> None:
    """Write a file whole or not at all: a reader never sees half of it, and a failure leaves the old one.

    Raises:
        click.ClickException: it cannot be written; the message says why.
    """
    target = file.resolve()
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(text.encode())  # a pipe or a device has no old content to keep
        else:
            _replace(target, text.encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(f"cannot write {file}: {reason[0].lower()}{reason[1:]}") from None


def _replace(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(0, "it is a folder")
    if not target.parent.is_dir():
        raise FileNotFoundError(0, f"there is no folder {target.parent}")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is there, or those of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
