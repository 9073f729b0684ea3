"""A made letter with other words in it before it is written to a file, so that the file itself is a sound one."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.letters_made.truth import Made, Piece

_LONG = 2_000
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FIGURES = ("-5", "0", "160", "1e9", "2.9", "100.0001", "99999999999", "6O", "", "1,000", "100", "\u0663", "²", "1 0")
HOSTILE_WORDS = (
    "\x1b]52;c;aGVsbG8=\x07",
    "\x9b2J",
    "\u202e60%\u202c",
    "e" + "\u0301" * 60,
    "\u200b\u00ad\ufeff",
    "\u2028",
    "\ufffd",
    "60%",
    "45% in similar authorities",
    "3 upheld decisions",
    "Leeds City Council",
    "Dear Mr Evans",
    "Annual Review letter 1066",
    "year ended 31 March 2999",
    "Based on a total of 0 investigations",
    "[red]x[/]",
    "'; DROP TABLE letter; --",
    "&#27;[2J",
    "Web: www.lgo.org.uk",
    *("\t" * 9, "-" * _LONG, " " * _LONG, "a" * _LONG, "9" * _LONG, "1 " * (_LONG // 2)),
)

Rearrange = Callable[[list[Piece], Random], None]


def _put_words(pieces: list[Piece], chance: Random) -> None:
    def put(line: str) -> str:
        at = chance.choice((0, len(line), chance.randrange(len(line) + 1)))
        return line[:at] + chance.choice(("", " ", "\t")) + chance.choice(HOSTILE_WORDS) + line[at:]

    _change_line(pieces, chance, put)


def _drop_characters(pieces: list[Piece], chance: Random) -> None:
    def drop(line: str) -> str:
        start = chance.randrange(len(line) + 1)
        return line[:start] + line[start + chance.randrange(1, 12) :]

    _change_line(pieces, chance, drop)


def _change_line(pieces: list[Piece], chance: Random, change: Callable[[str], str]) -> None:
    """Change one line of a piece, or one cell of a table."""
    at = chance.randrange(len(pieces))
    piece = pieces[at]
    if piece.grid:
        values = list(piece.grid.values)
        chosen = chance.randrange(len(values))
        values[chosen] = change(values[chosen])
        pieces[at] = replace(piece, grid=replace(piece.grid, values=tuple(values)))
    elif piece.lines:
        lines = list(piece.lines)
        chosen = chance.randrange(len(lines))
        lines[chosen] = change(lines[chosen])
        pieces[at] = piece.with_lines(*lines)


def _change_figures(pieces: list[Piece], chance: Random) -> None:
    share = chance.choice((0.05, 0.3, 1.0))

    def change(line: str) -> str:
        return _NUMBER.sub(lambda found: chance.choice(_FIGURES) if chance.random() < share else found[0], line)

    for at, piece in enumerate(pieces):
        grid = piece.grid and replace(piece.grid, values=tuple(map(change, piece.grid.values)))
        pieces[at] = replace(piece, lines=tuple(map(change, piece.lines)), grid=grid)


def _drop(pieces: list[Piece], chance: Random) -> None:
    if len(pieces) > 1:
        del pieces[chance.randrange(len(pieces))]


def _double(pieces: list[Piece], chance: Random) -> None:
    pieces.insert(chance.randrange(len(pieces) + 1), chance.choice(pieces))


def _move(pieces: list[Piece], chance: Random) -> None:
    pieces.insert(chance.randrange(len(pieces)), pieces.pop(chance.randrange(len(pieces))))


_CHANGES: tuple[Rearrange, ...] = (_put_words, _put_words, _drop_characters, _change_figures, _drop, _double, _move)


def change_letter(made: Made, chance: Random) -> Made:
    """The letter after one to six changes of its words and of their order."""
    pieces = list(made.pieces)
    for _ in range(chance.choice((1, 2, 6))):
        chance.choice(_CHANGES)(pieces, chance)
    return replace(made, pieces=tuple(pieces))
