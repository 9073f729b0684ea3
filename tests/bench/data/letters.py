"""Made letters as files: those of 330 councils over twenty years, of every family's shape and as long as real ones."""

import random
from collections.abc import Iterator
from pathlib import Path

from tests.bench.data.kept import SEED, keep
from tests.bench.data.prose import make_prose
from tests.letters_made.councils import councils_of
from tests.letters_made.families import FAMILIES
from tests.letters_made.kinds.pdf import printed_by_lines, printed_letter
from tests.letters_made.truth import Kind, Made, Piece, printed

LETTERS, PDFS = 6_600, 500

_YEARS = range(2006, 2026)
_COUNCILS = 330
_LENGTH = 5_500
"""Characters of a letter: real ones have some 6,000."""


def make_letters(count: int) -> Iterator[Made]:
    """So many letters: a council's over all years, then the next one's, those of 2025 first."""
    chance = random.Random(SEED)
    for council, year in _list_letters(count):
        families = [make for of, make in FAMILIES.values() if of == year]
        made = chance.choice(families)(chance, council)
        yield Made(made.truth, _fill_up(chance, made))


def keep_texts(count: int) -> Path:
    """A folder with so many letters as text files."""

    def make(folder: Path) -> None:
        folder.mkdir()
        for number, made in enumerate(make_letters(count)):
            (folder / f"{number:05}.txt").write_text(printed(list(made.pieces)), encoding="utf-8")

    return keep(f"texts-{count}", make)


def keep_pdfs(count: int) -> Path:
    """A folder with so many letters as PDF files, as a word processor prints them and as a printer driver does."""

    def make(folder: Path) -> None:
        folder.mkdir()
        chance = random.Random(SEED)
        for number, made in enumerate(make_letters(count)):
            printing = (printed_letter, printed_by_lines)[number % 2]
            (folder / f"{number:03}.pdf").write_bytes(printing(made, chance))

    return keep(f"pdfs-{count}", make)


def _list_letters(count: int) -> list[tuple[str, int]]:
    """Whose letter of which year: years have as many councils as there were, and the rest is second letters."""
    latest = councils_of(_YEARS[-1])
    wanted = min(_COUNCILS, -(-count // len(_YEARS)))
    chosen = []
    for year in _YEARS:
        there = set(councils_of(year))
        lasting = [name for name in latest if name in there]
        gone = [name for name in councils_of(year) if name not in latest]
        chosen += [(name, year) for name in [*lasting, *gone][:wanted]]
    order = {name: at for at, name in enumerate(latest)}
    chosen.sort(key=lambda each: (order.get(each[0], len(order)), *each))
    return (chosen * 2)[:count]


def _fill_up(chance: random.Random, made: Made) -> tuple[Piece, ...]:
    """The letter's pieces with prose before its closing; what has none, such as a page of figures, stays as it is."""
    pieces = made.pieces
    ends = [at for at, piece in enumerate(pieces) if piece.lines == ("Yours sincerely,",)]
    if not ends:
        return pieces
    missing = _LENGTH - len(printed(list(pieces)))
    prose = (Piece(Kind.PROSE, (words,)) for words in make_prose(chance, made.truth.year, missing))
    return (*pieces[: ends[0]], *prose, *pieces[ends[0] :])
