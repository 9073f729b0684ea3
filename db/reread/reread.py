"""Every file of a library read again from its kept bytes: what is now understood takes the place of what was.

Files are read one after the other while other programs may write; then what reads otherwise is changed, all in one
transaction. Until then what is now read in such files is held in memory, with its texts; of the others nothing.
Letters keep their ids, and what a person has set of them.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from db.errors import FileGone, UpheldError
from db.extracted import Extracted
from db.model import Council, DoubtCode, Letter, Source, StoredLetter
from db.reading_process.guarded import extract_guarded
from db.reread.changes import diff_letters
from db.reread.match import match_letters
from db.reread.report import Change, ChangeKind, KeptFile, LetterChange, RereadReport
from db.store.assignment import Years, assign, choose_shown
from db.store.council_rows import drop_unused_councils, save_council
from db.store.digest import has_whole_heading, seal_letters
from db.store.letter_rows import add_letter, index_letters, replace_letter
from db.store.originals import compress, decompress, read_original, read_texts
from db.store.part_rows import insert_part_rows, make_part_rows
from db.store.read import find_letters_of_file, read_letters
from db.store.transaction import open_transaction
from db.text.clean import one_line

_FILES = "SELECT name, sha256, media_type FROM file ORDER BY id"

_CORRECTED = (
    "A letter that was set by hand is no longer found in this file, so all its letters stay as they were: undo what "
    "was set, and read again."
)
_UNSURE = (
    "What is kept of a letter of this file is damaged, and with it perhaps the file's name or what was set by hand, so "
    "all its letters stay as they were: put back a copy of the library, or take the file out and import it again."
)
_SET_BY_HAND = """
    SELECT council.name AS read_council, read_year FROM letter JOIN council ON council.id = read_council_id
    JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    WHERE letter.id = ?
"""
_NOW = "SELECT council.name AS council, year FROM letter JOIN council ON council.id = council_id WHERE letter.id = ?"


class _Reading(NamedTuple):
    """What is now read in a file, and is other than what the library has from it."""

    source: Source
    now: Extracted


class _Cancelled(Exception):
    """Takes the whole transaction back."""


@dataclass(slots=True)
class _Report:
    """What has happened so far, and the years in which it may change which letter is shown."""

    changes: list[LetterChange] = field(default_factory=list)
    kept: list[KeptFile] = field(default_factory=list)
    years: Years = field(default_factory=set)


def reread(
    connection: sqlite3.Connection, on_file: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> RereadReport:
    """Reads every file again; what that changed. Cancelled or not to the end, it changes nothing.

    Raises:
        sqlite3.Error: the library could not be read or written; nothing was changed.
    """
    report = _Report()
    files = connection.execute(_FILES).fetchall()
    changed: list[_Reading] = []
    on_file(0, len(files))
    for done, row in enumerate(files, start=1):
        if cancelled():
            return RereadReport(files=len(files), cancelled=True)
        source = Source(name=row["name"], sha256=row["sha256"], media_type=row["media_type"])
        with _explain(source, report):
            now = extract_guarded(read_original(connection, source.sha256), source.name)
            if not _File(connection, source, now).is_unchanged:
                changed.append(_Reading(source, now))
        on_file(done, len(files))
    try:
        _take_over_all(connection, changed, report, cancelled)
    except _Cancelled:
        return RereadReport(files=len(files), cancelled=True)
    return RereadReport(files=len(files), changes=tuple(report.changes), kept=tuple(report.kept))


def _take_over_all(
    connection: sqlite3.Connection, changed: Sequence[_Reading], report: _Report, cancelled: Callable[[], bool]
) -> None:
    """Puts what is now read in the place of what was, all in one transaction.

    Raises:
        _Cancelled: nothing was changed.
    """
    if not changed:
        return
    with open_transaction(connection) as db:
        for reading in changed:
            if cancelled():
                raise _Cancelled
            with _explain(reading.source, report):
                data = read_original(connection, reading.source.sha256)
                with db.atomic():
                    changes, years = _File(connection, *reading).take_over(data)
                report.changes += changes
                report.years |= years
        choose_shown(connection, sorted(report.years))
        drop_unused_councils(connection)


@contextmanager
def _explain(source: Source, report: _Report) -> Iterator[None]:
    """What does not go well with one file leaves its letters as they were, and the report says why."""
    try:
        yield
    except FileGone:  # another program has taken it out meanwhile
        return
    except UpheldError as error:
        report.kept.append(KeptFile(source=source, reason=str(error)))
    except (ValueError, OverflowError, sqlite3.IntegrityError) as error:
        what = f"What is now read in this file does not fit into the library ({one_line(str(error))})"
        report.kept.append(KeptFile(source=source, reason=f"{what}, so its letters stay as they were."))


class _File:
    """One file, the letters the library has from it and those that are now read in it."""

    def __init__(self, connection: sqlite3.Connection, source: Source, now: Extracted) -> None:
        """Looks at the library as it is at this moment.

        Raises:
            FileGone: the file is no longer in it.
        """
        self.connection = connection
        found = connection.execute("SELECT id FROM file WHERE sha256 = ?", (source.sha256,)).fetchone()
        if found is None:
            raise FileGone
        self.id: int = found["id"]
        self.source = source
        self.now = now
        self.before = read_letters(connection, find_letters_of_file(connection, self.id))
        self.pairs = match_letters([one.letter.text for one in self.before], [one.text for one in now.letters])
        self.years: Years = set()

    @property
    def is_unchanged(self) -> bool:
        """Whether every letter reads as it did, in the place in which it was."""
        return self.now.media_type == self.source.media_type and all(
            old == new and old is not None and not diff_letters(self._as_read(self.before[old]), self.now.letters[old])
            for old, new in self.pairs
        )

    def take_over(self, data: bytes) -> tuple[list[LetterChange], Years]:
        """Puts what is now read in the place of what was; what that changed, and in which years.

        Raises:
            UpheldError: a letter would be lost of which something was set by hand, or one is damaged in what reading
                its file does not tell; a part may be changed by then.
        """
        damaged = [one.id for one in self.before if not has_whole_heading(self.connection, one.id)]
        lost = [self._lose(self.before[old]) for old, new in self.pairs if old is not None and new is None]
        self._move()
        changes: list[LetterChange] = []
        for old, new in self.pairs:
            if new is not None:
                letter = self.now.letters[new]
                changes += self._gain(letter, new) if old is None else self._change(self.before[old], letter)
        self._keep_bytes(data)
        written = [one.letter_id for one in changes]
        # Where a heading was damaged only what stands in it now as it was kept is known to be right.
        if any(not has_whole_heading(self.connection, one) for one in damaged if one in written):
            raise UpheldError(_UNSURE)
        seal_letters(self.connection, written)
        return lost + changes, self.years

    def _lose(self, stored: StoredLetter) -> LetterChange:
        if self._find_set_by_hand(stored):
            raise UpheldError(_CORRECTED)
        self.years |= assign(self.connection, stored.id)
        self.connection.execute("DELETE FROM letter WHERE id = ?", (stored.id,))
        return self._report(ChangeKind.LOST, stored.id, stored.letter)

    def _move(self) -> None:
        """Gives the letters that stay their new positions, on a detour as no two may ever have the same."""
        stay = [(self.before[old].id, old, new) for old, new in self.pairs if old is not None and new is not None]
        if any(old != new for _, old, new in stay):
            beyond = len(self.before) + len(self.now.letters)
            self.connection.execute("UPDATE letter SET position = position + ? WHERE file_id = ?", (beyond, self.id))
            self.connection.executemany(
                "UPDATE letter SET position = ? WHERE id = ?", [(new, one) for one, _, new in stay]
            )

    def _gain(self, letter: Letter, position: int) -> list[LetterChange]:
        council_id = save_council(self.connection, letter.council)
        letter_id = add_letter(self.connection, self.id, position, letter, council_id)
        insert_part_rows(self.connection, [make_part_rows(letter_id, letter)])
        index_letters(self.connection, letter_id, letter_id)
        self.years |= assign(self.connection, letter_id)
        return [self._report(ChangeKind.GAINED, letter_id, letter)]

    def _change(self, stored: StoredLetter, letter: Letter) -> list[LetterChange]:
        before = self._as_read(stored)
        changes = diff_letters(before, letter)
        if self.now.media_type != self.source.media_type:
            changes += (Change(field="media_type", before=self.source.media_type, after=self.now.media_type),)
        if not changes:
            return []
        is_damaged = any(doubt.code is DoubtCode.LETTER_DAMAGED for doubt in before.doubts)
        has_new_text = before.text != letter.text or is_damaged
        self.years |= replace_letter(self.connection, stored.id, letter, has_new_text=has_new_text)
        now = self.connection.execute(_NOW, (stored.id,)).fetchone()
        return [
            LetterChange(
                kind=ChangeKind.CHANGED,
                letter_id=stored.id,
                council=now["council"],
                year=now["year"],
                source=self.source,
                changes=changes,
            )
        ]

    def _as_read(self, stored: StoredLetter) -> Letter:
        """The letter without what a person has set, of which a damaged one says nothing."""
        row = None if stored.correction else self._find_set_by_hand(stored)
        if row is None:
            return replace(stored.letter, council=stored.read_council, year=stored.read_year)
        return replace(
            stored.letter, council=Council(name=row["read_council"], in_register=False), year=row["read_year"]
        )

    def _find_set_by_hand(self, stored: StoredLetter) -> sqlite3.Row | None:
        """What was read of a letter of which a person has set something; the row itself, however damaged it is."""
        row: sqlite3.Row | None = self.connection.execute(_SET_BY_HAND, (stored.id,)).fetchone()
        return row

    def _report(self, kind: ChangeKind, letter_id: int, letter: Letter) -> LetterChange:
        return LetterChange(
            kind=kind, letter_id=letter_id, council=letter.council.name, year=letter.year, source=self.source
        )

    def _keep_bytes(self, data: bytes) -> None:
        """Compresses the file's bytes anew where the texts that are their dictionary have changed."""
        texts = read_texts(self.connection, self.id)
        if texts != [one.letter.text for one in self.before]:
            packed = compress(data, texts)
            if hashlib.sha256(decompress(packed, texts)).hexdigest() != self.source.sha256:
                raise AssertionError("what is compressed comes back as it was")
            self.connection.execute("UPDATE file SET zlib = ? WHERE id = ?", (packed, self.id))
        if self.now.media_type != self.source.media_type:
            self.connection.execute("UPDATE file SET media_type = ? WHERE id = ?", (self.now.media_type, self.id))
