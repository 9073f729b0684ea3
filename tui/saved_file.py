"""Files that a person asked for: written whole or not at all, and never over another without being told to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from db.errors import UpheldError
from db.text.clean import one_line


class CannotSave(UpheldError):
    """A file cannot be written; the message says why."""


class AlreadyThere(CannotSave):
    """There is a file of that name already, and nobody said that it may be replaced."""


def save_text(path: Path, text: str, *, may_replace: bool) -> None:
    """Write a text in UTF-8.

    Raises:
        AlreadyThere: there is a file there, which is left as it is.
        CannotSave: it cannot be written; nothing of it is left.
    """
    data = text.encode("utf-8", "replace")
    with explain_failure(path):
        if path.is_dir():
            raise CannotSave(f"{one_line(str(path))} is a folder: name a file in it.")
        try:
            if may_replace:
                _replace(path.resolve(), data)
            else:
                _create(path, data)
        except FileExistsError as error:
            raise AlreadyThere(f"There is already a file at {one_line(str(path))}.") from error
        except FileNotFoundError as error:
            raise CannotSave(f"There is no folder {one_line(str(path.parent))}: make it first.") from error


@contextmanager
def explain_failure(path: Path) -> Iterator[None]:
    """Tell in a sentence why the file or folder cannot be written; even looking for it may fail.

    Raises:
        CannotSave: the block failed on it.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "that is no name for a file"
        raise CannotSave(f"{one_line(str(path))} could not be written: {reason}.") from error


def _create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; what fails half-way is removed."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise


def _replace(path: Path, data: bytes) -> None:
    """Write beside a file, then put that in its place, so that no moment has half of either."""
    handle, name = mkstemp(prefix=".upheld-", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_read_umask())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def _read_umask() -> int:
    """What the system takes from the rights of a new file; it can only be read by setting it."""
    umask = os.umask(0o077)
    os.umask(umask)
    return umask
