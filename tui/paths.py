"""Paths as people type and paste them: quoted, dragged in from a file manager, several, with a `~` or a pattern."""

import glob
import os
import shlex
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.draw.outcome import find_common_folder

_QUOTES = "'\""

SAMPLE_BEGINNING = "Sample letter, abridged:"
"""How the text of every sample letter begins, in this version and whichever brought them in."""


def parse_paths(text: str) -> tuple[Path, ...]:
    """The paths that `text` names, in its order.

    Each line is one path if there is such a file, or a pattern ("~/letters/*.pdf") if that matches any, else it is
    split at spaces as a shell does; if that names nothing that exists either, the line is taken as one path, so that
    what is said of it later makes sense. Looks at the disk.
    """
    paths: list[Path] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        named = _list_named(line) or [path for word in _split_words(line) for path in _list_named(word, word)]
        paths.extend(named if any(map(_exists, named)) else [_parse_path(line)])
    return tuple(dict.fromkeys(paths))


def join_pasted_lines(text: str) -> str:
    """Pasted text as one line for a text box: paths on lines of their own are quoted where they need it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0] if len(lines) == 1 else " ".join(_quote(line) for line in lines)


def find_folder_of(paths: Iterable[Path]) -> tuple[str, ...]:
    """The parts of the folder that all these are in, where one of them is a folder that itself. Looks at the disk."""
    return find_common_folder(str(path / "any") if path.is_dir() else str(path) for path in paths)


@contextmanager
def open_sample_letters() -> Iterator[tuple[Path, ...]]:
    """The files of the sample letters that come with upheld, for as long as the block runs."""
    from importlib.resources import as_file, files

    with as_file(files("sample_letters")) as folder:
        yield tuple(sorted(folder.glob("*.txt")))


@contextmanager
def open_sample_library() -> Iterator[Path]:
    """The library that holds the sample letters, made of them beforehand: to be copied, and never changed itself."""
    from importlib.resources import as_file, files

    with as_file(files("sample_letters").joinpath("library.db")) as library:
        yield library


def find_starting_folder() -> Path:
    """The folder upheld was started in; where that has gone meanwhile the user's own, or if there is none the top."""
    try:
        return Path.cwd()
    except OSError:
        try:
            return Path.home()
        except RuntimeError:
            return Path(os.sep)


def _parse_path(written: str) -> Path:
    """One path: without the quotes around it, without `file://`, and with `~` as the user's own folder."""
    bare = written
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in _QUOTES:
        bare = bare[1:-1]
    if bare.lower().startswith("file://"):
        from urllib.parse import urlsplit  # more to import than all paths without it need
        from urllib.request import url2pathname

        bare = url2pathname(urlsplit(bare).path)
    try:
        return Path(bare).expanduser()
    except (RuntimeError, ValueError):
        # A `~name` of somebody unknown here, or that nobody can have: the file may be called so.
        return Path(bare)


def _list_named(written: str, otherwise: str = "") -> list[Path]:
    """What is there of that path, or of that pattern, in order of names; if nothing is, the path `otherwise`."""
    path = _parse_path(written)
    if _exists(path):
        return [path]
    matching = []
    if glob.has_magic(str(path)):
        try:
            # A Path's own glob takes no pattern that begins at the top.
            matching = sorted(map(Path, glob.glob(str(path), recursive=True)))  # noqa: PTH207
        except (OSError, ValueError):  # a pattern that no system takes
            matching = []
    return matching or ([_parse_path(otherwise)] if otherwise else [])


def _split_words(line: str) -> list[str]:
    """The words of a line as a shell reads them; on Windows a backslash is no escape."""
    try:
        return shlex.split(line, posix=os.name != "nt")
    except ValueError:
        # A quote without its partner, as in King's Lynn.
        return line.split()


def _quote(line: str) -> str:
    """A path as one word for `_split_words`."""
    if line[0] in _QUOTES or not any(character in line for character in f" {_QUOTES}\\"):
        return line
    return f'"{line}"' if os.name == "nt" else shlex.quote(line)


def _exists(path: Path) -> bool:
    """Whether there is such a file or folder; a name no system takes (too long, a NUL) is none."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
