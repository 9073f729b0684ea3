"""What can still be read of a damaged library, row by row, for a new one; the damaged one is not touched."""

import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from db.councils.register import Register
from db.errors import ForeignLog, UpheldError
from db.extract import extract
from db.model import Correction, Council, DoubtCode, Letter, Source, StoredLetter
from db.store.digest import digest_part
from db.store.leftover_log import refuse_foreign_log
from db.store.letter_parts import LetterParts
from db.store.new_file import NewFile
from db.store.originals import decompress, make_dictionary_id, read_dictionary_id
from db.store.read import read_letters
from db.store.untrusted import has_untrusted_tables, put_right_tables

_MOST_A_PAGE = 4
"""Letters that one page of a library has room for, with all that is kept of each: at most so many."""
_IDS = {
    "file": ("SELECT id FROM file ORDER BY id", "SELECT id FROM file ORDER BY id DESC", "SELECT id FROM file"),
    "letter": (
        "SELECT id FROM letter ORDER BY id",
        "SELECT id FROM letter ORDER BY id DESC",
        "SELECT letter_id FROM letter_text ORDER BY letter_id",
        "SELECT letter_id FROM letter_text ORDER BY letter_id DESC",
    ),
}
"""Ways to list ids: where one ends early, another may not."""


class Rescued(StrEnum):
    """How a file was saved: as it was; read again from its own bytes; its letters' words alone; not at all."""

    WHOLE = "whole"
    READ_AGAIN = "read_again"
    WORDS_ALONE = "words_alone"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCorrection:
    """What a person set of the letter at this position of a file; None where that is no longer as it was written.

    `place` is where that letter comes to stand: the SHA-256 of one of the new files, and the position in it.
    """

    position: int
    correction: Correction | None = None
    place: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LostCorrection:
    """What a person set of a letter and is to be set anew: its file, its position there; what it was, where known."""

    file_name: str
    position: int
    correction: Correction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RescuedFile:
    """A file of a damaged library: what is to be added for it, and what a person set of its letters."""

    name: str
    how: Rescued
    files: tuple[NewFile, ...] = ()
    corrections: tuple[FoundCorrection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RescueReport:
    """How many letters the new library has, and the files that were not saved as they were, with how they were.

    `has_left_log`: a log lay beside the damaged library that is not its own, as far as can be told, and was left out.
    """

    letters: int
    files: int
    others: tuple[tuple[str, Rescued], ...]
    lost_corrections: tuple[LostCorrection, ...] = ()
    has_left_log: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCopy:
    """A connection to a copy of a damaged library; `has_left_log` tells that the log beside it is not in the copy."""

    connection: sqlite3.Connection
    has_left_log: bool


@contextmanager
def open_copy(path: Path) -> Iterator[OpenedCopy]:
    """A copy of the library at `path` for the block's time, with its log unless that is of another library.

    Where damage hides whose log it is, the copy is the one of those with it and without it that has more to read.

    Raises:
        sqlite3.Error: it is no database any more.
        OSError: it cannot be read, or there is no room for the copy.
    """
    with TemporaryDirectory(prefix="upheld-rescue-") as folder, ExitStack() as opened:
        alone, together = Path(folder) / "alone.db", Path(folder) / "together.db"
        shutil.copyfile(path, alone)
        log = together.with_name(together.name + "-wal")
        with suppress(FileNotFoundError):
            shutil.copyfile(path.with_name(path.name + "-wal"), log)
        if not log.exists() or not log.stat().st_size:
            yield OpenedCopy(connection=_open(alone, opened), has_left_log=False)
            return
        shutil.copyfile(alone, together)
        chosen = together if _has_log_of_its_own(together, alone) else alone
        yield OpenedCopy(connection=_open(chosen, opened), has_left_log=chosen is alone)


def _open(copy: Path, opened: ExitStack) -> sqlite3.Connection:
    """A connection that reads what it can, closed with `opened`; what another program would have run is taken out."""
    with closing(_connect(copy)) as connection, suppress(sqlite3.DatabaseError, UnicodeDecodeError):
        if has_untrusted_tables(connection):
            put_right_tables(connection)
    return opened.enter_context(closing(_connect(copy)))


def _connect(copy: Path) -> sqlite3.Connection:
    """A connection that can write the schema.

    Raises:
        sqlite3.Error: it is no database.
    """
    connection = sqlite3.connect(copy, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        connection.text_factory = lambda data: data.decode(errors="replace")
        # A part of the schema that makes no sense is passed over then, instead of all of it.
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _has_log_of_its_own(together: Path, alone: Path) -> bool:
    """Whether the log beside `together` is to be taken for that of the library, of which `alone` is a copy without."""
    try:
        refuse_foreign_log(together)
    except ForeignLog:
        with ExitStack() as opened, suppress(sqlite3.Error):
            # What the library itself notes of its states is the one proof that a log is of another.
            if next(_ask(_open(alone, opened), "SELECT current FROM lineage"), None):
                return False
        return _count_whole(together) > _count_whole(alone)
    return True


def _count_whole(copy: Path) -> int:
    """How many letters are as they were written; -1 where it is no database."""
    with ExitStack() as opened, suppress(sqlite3.Error):
        connection = _open(copy, opened)
        return sum(len(_read_stored(connection, [letter_id])) for letter_id in _list_ids(connection, "letter"))
    return -1


def count_files(connection: sqlite3.Connection) -> int:
    """How many files there are to be tried."""
    return len(_list_files(connection))


def rescue_files(connection: sqlite3.Connection) -> Iterator[RescuedFile]:
    """Every file that there is a trace of, and what is to be kept of it, in the order in which they came."""
    letters = _find_letters(connection)
    by_checksum: dict[int, int] = {}
    for letter_id in _list_ids(connection, "letter"):
        text = _read_text(connection, letter_id)
        if text is not None:
            by_checksum[make_dictionary_id([text])] = letter_id
    for file_id in _list_files(connection):
        rescued = _rescue_file(connection, file_id, letters.get(file_id, []), by_checksum)
        if rescued is not None:
            yield rescued


def _list_files(connection: sqlite3.Connection) -> list[int]:
    of_letters = {file_id for (file_id,) in _ask(connection, "SELECT DISTINCT file_id FROM letter")}
    return sorted(set(_list_ids(connection, "file")) | {one for one in of_letters if isinstance(one, int)})


def _find_letters(connection: sqlite3.Connection) -> dict[int, list[tuple[int, int]]]:
    """The positions and ids of the letters of each file, in their order there."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for letter_id in _list_ids(connection, "letter"):
        for file_id, position in _ask(connection, "SELECT file_id, position FROM letter WHERE id = ?", letter_id):
            if isinstance(file_id, int) and isinstance(position, int):
                found[file_id].append((position, letter_id))
    return {file_id: sorted(letters) for file_id, letters in found.items()}


def _list_ids(connection: sqlite3.Connection, table: str) -> list[int]:
    """Every id that a table lists from either end as far as it can, and those between.

    These only as far as there can be rows: a damaged id may be any number.
    """
    listed: set[int] = set()
    for question in _IDS[table]:
        listed.update(one for (one,) in _ask(connection, question) if isinstance(one, int) and one > 0)
    (pages,) = next(_ask(connection, "PRAGMA page_count"), (0,))
    return sorted(listed.union(range(1, min(max(listed, default=0), pages * _MOST_A_PAGE) + 1)))


def _ask(connection: sqlite3.Connection, question: str, *values: int) -> Iterator[sqlite3.Row]:
    """The rows of an answer, as far as they can be read."""
    with suppress(sqlite3.Error, UnicodeDecodeError, OverflowError):
        yield from connection.execute(question, values)


def _rescue_file(
    connection: sqlite3.Connection, file_id: int, places: list[tuple[int, int]], by_checksum: Mapping[int, int]
) -> RescuedFile | None:
    """What is to be kept of one file, and of what a person set of its letters; None where there never was one."""
    stored = _read_stored(connection, [letter_id for _, letter_id in places])
    rescued = _choose_files(connection, file_id, places, by_checksum, stored)
    if rescued is None:
        return None
    positions = {letter_id: position for position, letter_id in places}
    by_position = {positions[one.id]: one for one in stored}
    question = "SELECT position FROM correction WHERE file_id = ?"
    corrected = {one for (one,) in _ask(connection, question, file_id) if isinstance(one, int)}
    corrected.update(position for position, one in by_position.items() if one.correction)
    found = tuple(_find_correction(one, by_position.get(one), rescued.files) for one in sorted(corrected))
    return replace(rescued, corrections=found)


def _find_correction(position: int, stored: StoredLetter | None, files: Sequence[NewFile]) -> FoundCorrection:
    """What a person set of a letter, and where the letter with its words comes to stand, at its own position if any."""
    if stored is None or stored.correction is None:
        return FoundCorrection(position=position)
    same = [
        (file.source.sha256, at)
        for file in files
        for at, letter in enumerate(file.letters)
        if letter.text == stored.letter.text
    ]
    place = min(same, key=lambda one: one[1] != position, default=None)
    return FoundCorrection(position=position, correction=stored.correction, place=place)


def _choose_files(
    connection: sqlite3.Connection,
    file_id: int,
    places: list[tuple[int, int]],
    by_checksum: Mapping[int, int],
    stored: tuple[StoredLetter, ...],
) -> RescuedFile | None:
    """What is to be kept of one file; None where there never was one.

    `places` has the position and id of each of its letters, `stored` those that are whole, and `by_checksum` every
    letter by what bytes compressed with its text alone name that by: of which file it was may be known no more.
    """
    row = next(_ask(connection, "SELECT sha256, name, media_type, zlib FROM file WHERE id = ?", file_id), None)
    if row is None and not places:
        return None
    letter_ids = [letter_id for _, letter_id in places]
    name = str(row["name"]) if row else f"letter-{file_id}.txt"
    texts = [_read_text(connection, letter_id) for letter_id in letter_ids]
    data = _read_bytes(row, texts) if row else None
    if row and data is None and isinstance(row["zlib"], bytes):
        of_text = by_checksum.get(read_dictionary_id(row["zlib"]))
        data = None if of_text is None else _read_bytes(row, [_read_text(connection, of_text)])
    letters = tuple(_as_read(one) for one in stored)
    if row and data is not None:
        source = Source(name=name, sha256=str(row["sha256"]), media_type=str(row["media_type"]))
        has_all = [position for position, _ in places] == [*range(len(stored))] and _has_every_text(row["zlib"], texts)
        if letters and has_all:
            return RescuedFile(name=name, how=Rescued.WHOLE, files=(NewFile.of(source, data, letters),))
        read_again = _read_again(data, source)
        if read_again:
            return RescuedFile(name=name, how=Rescued.READ_AGAIN, files=(read_again,))
    known = {one.id for one in stored}
    letters += tuple(one for each in letter_ids if each not in known for one in _read_words(connection, each))
    words = tuple(_keep_words(one, f"{name}-{n}.txt") for n, one in enumerate(letters, start=1))
    how = Rescued.WORDS_ALONE if words else Rescued.LOST
    return RescuedFile(name=name, how=how, files=words)


def _read_text(connection: sqlite3.Connection, letter_id: int) -> str | None:
    row = next(_ask(connection, "SELECT text FROM letter_text WHERE letter_id = ?", letter_id), None)
    return row["text"] if row and isinstance(row["text"], str) else None


def _read_bytes(row: sqlite3.Row, texts: list[str | None]) -> bytes | None:
    """The file's own bytes, if they are still those of its SHA-256."""
    try:
        data = decompress(row["zlib"], [text or "" for text in texts])
    except Exception:  # whatever is made of damaged bytes, they are not the file's
        return None
    return data if sha256(data).hexdigest() == row["sha256"] else None


def _has_every_text(compressed: bytes, texts: list[str | None]) -> bool:
    """Whether these are the texts that the bytes were compressed with, as far as these name them: to the last one."""
    return read_dictionary_id(compressed) == make_dictionary_id([text or "" for text in texts])


def _read_stored(connection: sqlite3.Connection, letter_ids: list[int]) -> tuple[StoredLetter, ...]:
    """The letters that are as they were written; their digests tell."""
    whole: list[StoredLetter] = []
    for letter_id in letter_ids:
        with suppress(sqlite3.Error, ValueError, TypeError, LookupError):
            (stored,) = read_letters(connection, [letter_id])
            if all(doubt.code is not DoubtCode.LETTER_DAMAGED for doubt in stored.letter.doubts):
                whole.append(stored)
    return tuple(whole)


def _as_read(stored: StoredLetter) -> Letter:
    """The letter without what a person set of it."""
    return replace(stored.letter, council=_find_council(stored), year=stored.read_year)


def _find_council(stored: StoredLetter) -> Council:
    """The council as read, as the register has it where the library's row of it is damaged."""
    name = stored.read_council.name.removesuffix(" (damaged)")
    return Register.load().by_name(name) or stored.read_council


def _read_again(data: bytes, source: Source) -> NewFile | None:
    try:
        understood = extract(data, source.name, Register.load())
    except UpheldError:
        return None
    return NewFile.of(source._replace(media_type=understood.media_type), data, understood.letters)


def _read_words(connection: sqlite3.Connection, letter_id: int) -> tuple[Letter, ...]:
    """What is read in a letter's text, if that is as it was written, where nothing else of it is."""
    parts = LetterParts(connection, [letter_id])
    with suppress(sqlite3.Error):
        (digest,) = next(_ask(connection, "SELECT text FROM letter_digest WHERE letter_id = ?", letter_id), (None,))
        if digest is not None and digest == digest_part("text", parts, letter_id):
            text: str = parts.texts[letter_id][0]["text"]
            with suppress(UpheldError):
                return extract(text.encode(), "letter.txt", Register.load()).letters
    return ()


def _keep_words(letter: Letter, name: str) -> NewFile:
    """A letter of which the file is lost, kept as a file of its words."""
    data = letter.text.encode()
    return NewFile.of(Source(name=name, sha256=sha256(data).hexdigest(), media_type="text/plain"), data, (letter,))
