"""Paths that somebody named -> the files worth trying, in order, folders and ZIP files opened up."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Refused
from db.text.clean import one_line
from db.text.kinds import IN_ICLOUD, is_zip
from db.text.limits import MAX_FOLDER_FILES
from db.text.ordinary_files import NOT_ORDINARY, explain_error, open_file, read_file

if TYPE_CHECKING:
    from db.text.archives import Archives

_NAMED_ENDINGS = (".txt", ".md", ".markdown", ".pdf", ".docx", ".odt", ".rtf", ".html", ".zip")
ENDINGS = frozenset({"", ".htm", ".doc", *_NAMED_ENDINGS})
"""The endings of the files that are taken from folders; a file named itself is taken whatever it is called.

Among them `.doc`: an old Word file is refused with what to do, and quite a few are rich text or web pages.
"""

_PLACEHOLDER_ENDING = ".icloud"

_MAY_BE_PACKED = ("", ".zip")
"""The endings of files in folders that are looked into, to tell whether they are ZIP files."""

_NOTHING_HERE = (
    f"There is nothing in this {{}} to try: no file ending in {', '.join(_NAMED_ENDINGS[:-1])} or {_NAMED_ENDINGS[-1]}."
)
_TOO_MANY = (
    f"This folder holds more than {MAX_FOLDER_FILES:,} files; those before are imported: import the folders in it that "
    "hold letters by themselves."
)
_NESTED = "This is a ZIP file inside another; unpack the outer one and import the folder."
_LONGEST_PATH = 4096


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A file to try. `path` is for showing (harmless, `pack.zip/letter.txt` within a ZIP file), `name` its last part.

    `load` gives its bytes, or raises `Refused`. Nothing is read before. The files of one walk are for one thread.
    `archive` is the path of the ZIP file it is in, as shown; None outside of any.
    """

    path: str
    name: str
    load: Callable[[], bytes]
    archive: str | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """A path that there is no trying: `reason` is a sentence that says why, and what to do."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in a folder or ZIP file whose ending is no letter's: it is passed over."""

    path: str


Discovered = LetterFile | Unusable | PassedOver


def say_no() -> bool:
    """Say no: nobody has cancelled."""
    return False


def discover(paths: Sequence[Path], cancelled: Callable[[], bool] = say_no) -> Iterator[Discovered]:
    """Give what there is to try at these paths, files within a folder by name, whatever is amiss in between.

    Folders are walked through, links followed, but none entered twice; hidden files are left out. Files whose ending
    is no letter's come as `PassedOver`. No file's content is held, so `list(discover(paths))` is a cheap way to count.
    Once `cancelled()` is true nothing more comes.
    """
    walker = _Walker(cancelled)
    for path in paths:
        yield from walker.walk(path)


class _Walker:
    """One walk over paths that were named, with the ZIP file it is in."""

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self._cancelled = cancelled
        self._archives: Archives | None = None

    def walk(self, path: Path) -> Iterator[Discovered]:
        """Walk one of the paths that were named."""
        if self._cancelled():
            return
        path = _expand_user(path)
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            yield Unusable(_format_path(path), explain_error(error))
            return
        if not stat.S_ISDIR(mode):
            yield from self._check_file(path, mode, sniff=True)
            return
        anything = False
        for found in self._walk_folder(path):
            anything = anything or not isinstance(found, PassedOver)
            yield found
        if not anything and not self._cancelled():
            yield Unusable(_format_path(path), _NOTHING_HERE.format("folder"))

    def _walk_folder(self, top: Path) -> Iterator[Discovered]:
        """Walk a folder and all in it, by name, no folder twice."""
        # A list of what is still to come, not a call for each folder, as folders may be nested deeper than calls.
        entered: set[tuple[int, int]] = set()
        waiting = [top]
        looked_at = 0
        while waiting and not self._cancelled():
            looked_at += 1
            if looked_at > MAX_FOLDER_FILES:
                yield Unusable(_format_path(top), _TOO_MANY)
                return
            path = waiting.pop()
            ending = path.suffix.lower()
            try:
                status = path.stat()
            except (OSError, ValueError) as error:
                if ending in ENDINGS:
                    yield Unusable(_format_path(path), explain_error(error))
                continue
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) in entered:
                    continue
                entered.add((status.st_dev, status.st_ino))
                try:
                    names = sorted(entry.name for entry in os.scandir(path) if not _is_hidden(entry.name))
                except OSError as error:
                    yield Unusable(_format_path(path), explain_error(error))
                    continue
                waiting += [path / name for name in reversed(names)]
            elif _is_placeholder(path.name):
                yield Unusable(_format_path(path), IN_ICLOUD)
            elif ending in ENDINGS:
                yield from self._check_file(path, status.st_mode, sniff=ending in _MAY_BE_PACKED)
            else:
                yield PassedOver(_format_path(path))

    def _check_file(self, path: Path, mode: int, *, sniff: bool) -> Iterator[Discovered]:
        """Give a file, or what is in it if it is a ZIP file, which is looked for only if told to `sniff`."""
        if not stat.S_ISREG(mode):
            yield Unusable(_format_path(path), NOT_ORDINARY)
            return
        if _is_placeholder(path.name):
            yield Unusable(_format_path(path), IN_ICLOUD)
            return
        if sniff:
            try:
                with open_file(path) as file:
                    packed = is_zip(file.read(4))
                members = self._open_archive(path) if packed else None
            except Refused as refused:
                yield Unusable(_format_path(path), str(refused))
                return
            if members is not None:
                yield from members
                return
        yield LetterFile(_format_path(path), one_line(path.name), partial(read_file, path))

    def _open_archive(self, path: Path) -> Iterator[Discovered] | None:
        """Give what there is to try in a ZIP file; None if it is a document.

        Raises:
            Refused: If it is damaged or has too many files.
        """
        if self._archives is None:
            # Imported when the first ZIP file comes: zipfile takes some 10 ms.
            from db.text.archives import Archives

            self._archives = Archives()
        members = self._archives.list_members(path)
        return None if members is None else self._walk_archive(path, members)

    def _walk_archive(
        self, path: Path, members: Iterator[tuple[tuple[str, ...], Callable[[], bytes]]]
    ) -> Iterator[Discovered]:
        """Give those members of a ZIP file that are worth trying, or a sentence if there are none."""
        anything = False
        for parts, load in members:
            ending = Path(parts[-1]).suffix.lower()
            if self._cancelled():
                return
            if any(map(_is_hidden, parts)):
                continue
            shown = _format_path(path) + "/" + one_line("/".join(parts), _LONGEST_PATH)
            if ending not in ENDINGS:
                yield PassedOver(shown)
                continue
            anything = True
            if ending == ".zip":
                yield Unusable(shown, _NESTED)
            else:
                yield LetterFile(shown, one_line(parts[-1]), load, archive=_format_path(path))
        if not anything:
            yield Unusable(_format_path(path), _NOTHING_HERE.format("ZIP file"))


def _expand_user(path: Path) -> Path:
    """Give the path with `~` as the home it stands for."""
    try:
        return path.expanduser()
    except (RuntimeError, ValueError):  # nobody's home, or no name at all: then it is a name like another
        return path


def _is_hidden(name: str) -> bool:
    """Whether a file is hidden, a word processor's lock, or what a Mac puts beside files in a ZIP file."""
    return (name.startswith((".", "~$")) and not _is_placeholder(name)) or name == "__MACOSX"


def _is_placeholder(name: str) -> bool:
    """Whether a file is what a Mac leaves of a letter whose words are in iCloud alone: `.letter.pdf.icloud`."""
    is_named_so = name.startswith(".") and name.endswith(_PLACEHOLDER_ENDING)
    return is_named_so and Path(name.removesuffix(_PLACEHOLDER_ENDING)).suffix.lower() in ENDINGS - {""}


def _format_path(path: Path) -> str:
    """Give the path as it may be shown: harmless, on one line."""
    return one_line(str(path), _LONGEST_PATH)
