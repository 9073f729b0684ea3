"""Mutated files of every kind that upheld reads.

No error that nobody foresaw, every quote at its place, no figure out of its range, nothing in what goes out that a
terminal acts on, and no file takes longer than any may.
"""

import io
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from db.errors import LibraryError, ReaderFailed, Refused
from db.importer import import_paths
from db.library import Library
from db.reading_process.client import extract_apart, release
from db.review.findings import FindingKind
from db.text.discover import LetterFile, discover
from db.text.limits import TIME_LIMIT, TOO_SLOW
from tests.letters_made.councils import councils_of
from tests.letters_made.families import FAMILIES
from tests.letters_made.kinds.by_name import KINDS
from tests.letters_made.truth import Made
from tests.long_run import commands, letter_rules
from tests.long_run.attack import Attack, Attempt, Try
from tests.long_run.hostile_bytes import change_bytes
from tests.long_run.hostile_letters import change_letter
from tests.long_run.whole_library import SAMPLES

_KEPT = SAMPLES.parent / "tests" / "files"
_GRACE = 10.0
"""Seconds more than the limit that a file may take where other programs keep the processor busy."""

_UNFORESEEN = "could not be understood ("
_IMPORTED, _ZIPPED, _SOUND, _AS_KEPT = 0.1, 0.06, 0.4, 0.3
"""The shares of files: imported too; several in a ZIP file; other in their words alone; kept, not made anew."""

_NAMES = (
    "letter",
    "a letter of 2024",
    "\x1b]0;title\x07",
    "[red]x[bold]",
    "\u202etxt.exe",
    "line\nbreak",
    "-x",
    "é" * 60,
)


@contextmanager
def _start(folder: Path) -> Iterator[Try]:
    """The samples, and the letters kept in every kind of file, to be changed beside those that are made."""
    kept = [(path.suffix, path.read_bytes()) for path in sorted([*SAMPLES.glob("*.txt"), *_KEPT.iterdir()])]
    try:
        yield lambda chance: _try(chance, folder, kept)
    finally:
        release()


def _try(chance: Random, folder: Path, kept: Sequence[tuple[str, bytes]]) -> Attempt:
    attempt = Attempt()
    ending, data = _make_file(chance, kept)
    path = folder / f"{chance.choice(_NAMES)}{ending}"
    path.write_bytes(data)
    try:
        for file in discover([path]):
            if isinstance(file, LetterFile):
                _read(file, attempt)
            else:
                attempt.ends.append("not tried")
        if chance.random() < _IMPORTED:
            attempt.failures += _import(path, folder, chance)
    except Exception as error:  # what must not happen is counted
        attempt.failures.append(repr(error))
    finally:
        path.unlink()
    for told in (attempt.failures, attempt.noted):
        told[:] = [f"{ending}, {len(data)} bytes: {what}" for what in told]
    return attempt


def _make_file(chance: Random, kept: Sequence[tuple[str, bytes]]) -> tuple[str, bytes]:
    """The ending and the bytes of a changed file; now and then several of them in a ZIP file."""
    if chance.random() < _ZIPPED:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(chance.randrange(1, 5)):
                ending, data = _choose_file(chance, kept)
                is_changed = chance.random() < 0.5
                data = change_bytes(data, chance.choice(kept)[1], chance) if is_changed else data
                archive.writestr(f"{chance.choice(_NAMES)}{number}{ending}", data)
        ending, data = ".zip", buffer.getvalue()
    elif chance.random() < _SOUND:
        return _write_letter(chance, change_letter)
    else:
        ending, data = _choose_file(chance, kept)
    return ending, change_bytes(data, chance.choice(kept)[1], chance)


def _choose_file(chance: Random, kept: Sequence[tuple[str, bytes]]) -> tuple[str, bytes]:
    """One of the files kept, or a letter made anew."""
    if chance.random() < _AS_KEPT:
        return chance.choice(kept)
    return _write_letter(chance, lambda made, chance: made)


def _write_letter(chance: Random, change: Callable[[Made, Random], Made]) -> tuple[str, bytes]:
    """A letter of any family in any kind of file, its words changed before it is written."""
    year, make = chance.choice(list(FAMILIES.values()))
    kind = chance.choice(list(KINDS.values()))
    made = make(chance, chance.choice(councils_of(year)))
    write = chance.choice(kind.ways)
    try:
        return kind.ending, write(change(made, chance), chance)
    except Exception:  # no fault of upheld's: not every kind of file has room for every character, or for long lines
        return kind.ending, write(made, chance)


def _read(file: LetterFile, attempt: Attempt) -> None:
    """Reads one file as an import does, and looks at every letter in it."""
    began = time.monotonic()
    try:
        letters = extract_apart(file.load(), file.name).letters
    except ReaderFailed as error:
        attempt.failures.append(str(error))
    except Refused as refused:
        if _UNFORESEEN in str(refused):
            attempt.failures.append(str(refused))
        if str(refused) == TOO_SLOW:
            attempt.noted.append("refused as too slow")
        attempt.ends.append("refused")
    else:
        attempt.ends.append("read")
        for letter in letters:
            attempt.failures += letter_rules.find_faults(letter)
    seconds = time.monotonic() - began
    if seconds > TIME_LIMIT + _GRACE:
        attempt.failures.append(f"took {seconds:.0f} s")


def _import(path: Path, folder: Path, chance: Random) -> Iterator[str]:
    """What is wrong in a library of the file, and in what the command line answers about it."""
    library = folder / f"{chance.getrandbits(64):x}.db"  # a process knows the library that it has had at a path
    try:
        report = import_paths(library, [path])
        yield from (f"imported: {one.reason}" for one in report.outcomes if one.reason and _UNFORESEEN in one.reason)
        if not library.exists():
            return
        with Library.open(library) as opened:
            yield from (f"check: {one}" for one in opened.check() if one.kind is FindingKind.DAMAGE)
            names = [entry.council.name for entry in opened.councils()]
        chosen = chance.choice(names)
        for words in (
            *(("councils",), ("check",), ("search", "complaints"), ("check", "--coverage")),
            *((command, "--", chosen) for command in ("show", "read", "brief")),
            ("year", "2024"),
        ):
            for asked in (words, (words[0], "--json", *words[1:])):
                if words[0] != "brief" or asked is words:
                    yield from commands.find_faults(asked, commands.ask(library, *asked))
    except LibraryError as error:
        yield f"imported: {error!r}"
    finally:
        for left in folder.glob(f"{library.name}*"):
            left.unlink()


FILES = Attack("files", _start)
