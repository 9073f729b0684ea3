"""Which library a command is about: the one that is named, the user's own, or one of the samples thrown away after."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from db.errors import UpheldError


class NoHome(UpheldError):
    """A path begins in a home folder, and there is none."""


class NoSampleLibrary(UpheldError):
    """No library of the sample letters could be made; the message says why."""


@contextmanager
def lend_library(path: Path | None, *, is_sample: bool) -> Iterator[Path]:
    """Where the library is, for as long as the block runs: at `path`, or where it is unless somebody says so.

    Raises:
        NoHome: the path begins in a home folder that there is none of.
        NoSampleLibrary: there is no room for one of the sample letters, or no right to make it.
    """
    if is_sample:
        with ExitStack() as stack:
            yield _make_sample_library(stack)
    else:
        yield _expand_home(path) if path else find_default_library()


def find_default_library() -> Path:
    """The library used when nobody names one: $UPHELD_LIBRARY, else a file in the user's data folder.

    Raises:
        NoHome: the user has no home folder, or the path begins in that of somebody who has none.
    """
    path = os.environ.get("UPHELD_LIBRARY")
    if path:
        return _expand_home(Path(path))
    from platformdirs import user_data_path

    try:
        return (user_data_path("upheld", appauthor=False) / "library.db").expanduser()
    except RuntimeError as error:
        raise NoHome(
            "You have no home folder here, where your library would be. To name one: --library FILE"
        ) from error


def _expand_home(path: Path) -> Path:
    """The path with a `~` at its beginning, or `~name`, as the folder that it stands for.

    Raises:
        NoHome: there is no such folder.
    """
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise NoHome(f"There is no home folder {path.parts[0]} here: write out where the library is.") from error


def _make_sample_library(stack: ExitStack) -> Path:
    """A copy of the library of the sample letters, in a folder that goes with `stack`.

    Raises:
        NoSampleLibrary: there is no room for it, or no right to make it.
    """
    from shutil import copyfile
    from tempfile import TemporaryDirectory

    from tui.paths import open_sample_library

    try:
        folder = TemporaryDirectory(prefix="upheld-sample-", ignore_cleanup_errors=True)
        library = Path(stack.enter_context(folder)) / "sample.db"
        with open_sample_library() as made:
            copyfile(made, library)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NoSampleLibrary(
            f"The sample letters need a folder for a library of their own, which could not be made ({reason}): make "
            "room for it, or name a folder in the environment variable TMPDIR."
        ) from error
    return library
