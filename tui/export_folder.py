"""A whole library written as a folder of tables, with a page that explains their columns: whole, or not at all."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from db.export.columns_page import FILE_NAME, write_columns_page
from db.export.library_sheets import (
    COUNCILS,
    COUNTS,
    DOUBTS,
    LETTERS,
    MEASURES,
    REMARKS,
    SHEETS,
    CouncilTally,
    list_cells,
    list_doubts,
    list_judged,
    list_remarks,
    tally_councils,
)
from db.export.sheet import Item, Sheet
from db.export.sheet_formats import SheetFormat, make_writer
from db.model import StoredLetter
from db.text.clean import one_line
from tui.draw.doubt_text import write_doubt
from tui.saved_file import AlreadyThere, CannotSave, explain_failure


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What was written: the names of the files, each with its rows, and how many letters; nothing if `cancelled`."""

    folder: Path
    rows: dict[str, int]
    letters: int
    cancelled: bool


def list_file_names(kind: SheetFormat) -> tuple[str, ...]:
    """The files of such a folder."""
    return (FILE_NAME, *(f"{sheet.name}.{kind.value}" for sheet in SHEETS))


def check_folder(folder: Path, kind: SheetFormat, *, may_replace: bool) -> None:
    """See whether a library can be written there.

    Raises:
        AlreadyThere: files are there that would be replaced.
        CannotSave: there is a file in the place of the folder.
    """
    shown = one_line(str(folder))
    with explain_failure(folder):
        if folder.exists() and not folder.is_dir():
            raise CannotSave(f"{shown} is a file: name a folder, which is made if it is not there.")
        there = [name for name in list_file_names(kind) if (folder / name).exists()]
    if there and not may_replace:
        raise AlreadyThere(f"{shown} has {', '.join(there)} already.")


def export_library(
    batches: Iterable[Sequence[StoredLetter]],
    folder: Path,
    kind: SheetFormat,
    *,
    may_replace: bool,
    on_letter: Callable[[int], None] = lambda done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ExportReport:
    """Write the letters of all batches as tables of that kind; other files in the folder stay as they are.

    `on_letter` is told how many are done. All is written beside the folder first: whatever happens, no table is half.

    Raises:
        AlreadyThere: files are there that would be replaced.
        CannotSave: it cannot be written; nothing has changed.
    """
    check_folder(folder, kind, may_replace=may_replace)
    with explain_failure(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=".upheld-", dir=folder.parent))
        try:
            report = _write_tables(batches, folder, beside, kind, on_letter, cancelled)
            if not report.cancelled:
                folder.mkdir(exist_ok=True)
                for name in list_file_names(kind):
                    (beside / name).replace(folder / name)
            return report
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _write_tables(
    batches: Iterable[Sequence[StoredLetter]],
    folder: Path,
    beside: Path,
    kind: SheetFormat,
    on_letter: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> ExportReport:
    """Write every table and the page into `beside`."""
    tables = _Tables(beside, kind)
    tallies: dict[int, CouncilTally] = {}
    done, is_cancelled = 0, False
    try:
        for letters in batches:
            if is_cancelled := cancelled():
                break
            tables.add(LETTERS, letters)
            tables.add(MEASURES, list_judged(letters))
            tables.add(COUNTS, list_cells(letters))
            tables.add(REMARKS, list_remarks(letters))
            tables.add(DOUBTS, list_doubts(letters, write_doubt))
            tally_councils(letters, tallies)
            done += len(letters)
            on_letter(done)
        tables.add(COUNCILS, sorted(tallies.values(), key=lambda each: each.council.name.casefold()))
    finally:
        tables.close()
    page = write_columns_page(kind, done, date.today())
    (beside / FILE_NAME).write_text(page, encoding="utf-8", newline="\n")
    return ExportReport(folder=folder, rows=tables.rows, letters=done, cancelled=is_cancelled)


class _Tables:
    """The files of the tables, open until all is in them."""

    def __init__(self, folder: Path, kind: SheetFormat) -> None:
        self._writer = make_writer(kind)
        self._names = {sheet.name: f"{sheet.name}.{kind.value}" for sheet in SHEETS}
        self.rows = dict.fromkeys(self._names.values(), 0)
        self._files: dict[str, IO[str]] = {}
        for sheet in SHEETS:
            name = self._names[sheet.name]
            self._files[name] = (folder / name).open("w", encoding="utf-8", newline="")
            self._files[name].write(self._writer.begin(sheet.heads))

    def add(self, sheet: Sheet[Item], items: Iterable[Item]) -> None:
        """Write a row for each item."""
        name = self._names[sheet.name]
        lines = list(sheet.build_lines(items))
        self._files[name].write(self._writer.add(sheet.heads, lines, self.rows[name] == 0))
        self.rows[name] += len(lines)

    def close(self) -> None:
        """End and close the files, each even where another cannot be."""
        with ExitStack() as files:
            for file in self._files.values():
                files.enter_context(file)
            for file in self._files.values():
                file.write(self._writer.end)
