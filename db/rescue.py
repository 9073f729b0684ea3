"""A new library of everything that can be read of a damaged one."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from db.errors import CouncilUnknown, Declined, LibraryError, LibraryFull, YearImpossible
from db.library import Library
from db.outcome import Outcome
from db.reread.salvage import (
    FoundCorrection,
    LostCorrection,
    OpenedCopy,
    Rescued,
    RescuedFile,
    RescueReport,
    count_files,
    open_copy,
    rescue_files,
)
from db.store.council_sets import CouncilSets
from db.store.sqlite_errors import translate_errors
from db.text.clean import one_line


class TargetTaken(Declined):
    """There is something where the new library is to be."""


class NoFolder(Declined):
    """There is no folder where the new library is to be."""


def rescue_library(path: Path, target: Path, on_file: Callable[[int, int], None]) -> RescueReport:
    """Writes every letter and file of the library at `path` that can be read into a new one at `target`.

    What a person has corrected is kept with the letters, and told where it is lost. `on_file` is called with how many
    files are done, of how many. The library at `path` is not touched. The new one is made beside `target`, for the
    owner alone, and is put there once it is whole: what breaks off leaves nothing.

    Raises:
        TargetTaken: there is something at `target`.
        NoFolder: there is no folder to put it in.
        LibraryFull: there is no room for the new library.
        LibraryError: the damaged library is no database any more, or the new one cannot be written.
    """
    shown = one_line(str(target))
    if target.exists() or target.is_symlink():
        raise TargetTaken(f"There is already something at {shown}: name a library that is not there.")
    if not target.parent.is_dir():
        raise NoFolder(f"There is no folder {one_line(str(target.parent))}: make it first.")
    try:
        with (
            translate_errors(path),
            open_copy(path) as copy,
            translate_errors(target),
            TemporaryDirectory(prefix=".upheld-", dir=target.parent, ignore_cleanup_errors=True) as folder,
            Library.open(Path(folder) / "library.db") as library,
        ):
            report = _fill(library, copy, path, on_file)
            try:
                library.copy_to(target)
            except FileExistsError as error:
                raise TargetTaken(f"There is now something at {shown}: name another library.") from error
    except LibraryFull as error:
        raise LibraryFull(f"The disk is full, so {shown} was not written: make room, then try again.") from error
    return report


def _fill(library: Library, copy: OpenedCopy, path: Path, on_file: Callable[[int, int], None]) -> RescueReport:
    """Writes what can be read of the copy of the library at `path` into the new one."""
    others: list[tuple[str, Rescued]] = []
    lost: list[LostCorrection] = []
    total = count_files(copy.connection)
    on_file(0, total)
    for done, rescued in enumerate(rescue_files(copy.connection), start=1):
        how = _add(library, rescued)
        if how is not Rescued.WHOLE:
            others.append((rescued.name, how))
        lost += [
            LostCorrection(file_name=rescued.name, position=one.position, correction=one.correction)
            for one in rescued.corrections
            if not _correct(library, one)
        ]
        on_file(done, max(done, total))
    _keep_sets(copy.connection, path, library)
    counts = library.counts()
    return RescueReport(
        letters=counts.letters,
        files=counts.files,
        others=tuple(others),
        lost_corrections=tuple(lost),
        has_left_log=copy.has_left_log,
    )


def _add(library: Library, rescued: RescuedFile) -> Rescued:
    """Adds what is to be kept of one file; how it was."""
    saved = library.add_files(rescued.files)
    if any(one.outcome is Outcome.REFUSED for one in saved):
        return Rescued.LOST
    return rescued.how


def _correct(library: Library, found: FoundCorrection) -> bool:
    """Sets what a person had set of a letter; whether it could be."""
    if found.correction is None or found.place is None:
        return False
    sha256, at = found.place
    letters = library.letters_of_files([sha256])
    if at >= len(letters):
        return False
    try:
        library.correct(letters[at].id, found.correction.council, found.correction.year)
    except (CouncilUnknown, YearImpossible):
        return False
    return True


def _keep_sets(connection: sqlite3.Connection, path: Path, library: Library) -> None:
    """Keeps the sets of councils, where they can be read."""
    with suppress(LibraryError):
        for one in CouncilSets(connection, path).read():
            library.council_sets.save(one.name, one.councils)
