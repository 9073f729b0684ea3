"""The manglings by name, in the order in which a letter goes through them, and which cannot go together."""

from collections.abc import Callable, Sequence
from random import Random

from tests.letters_made.characters import CHARACTERS
from tests.letters_made.columns import COLUMNS
from tests.letters_made.flattening import FLATTENING
from tests.letters_made.lines import LINES
from tests.letters_made.pages import PAGES
from tests.letters_made.truth import Made, Piece, printed
from tests.letters_made.wording import WORDING

Rearrange = Callable[[list[Piece], Random], list[Piece]]
Retype = Callable[[str, Random], str]

ON_PIECES: dict[str, Rearrange] = {**WORDING, **FLATTENING, **COLUMNS, **PAGES}
ON_TEXT: dict[str, Retype] = {**CHARACTERS, **LINES}
ON_HEAD = ("letterhead_beside_address", "letterhead_in_lines")
BY_SPACES = ("letterhead_beside_address",)
"""What more spaces would spoil."""
MANGLINGS = (*ON_PIECES, *ON_TEXT)


def mangle(made: Made, names: Sequence[str], random: Random) -> str:
    """The letter's text after these manglings."""
    pieces = list(made.pieces)
    for name, rearrange in ON_PIECES.items():
        if name in names:
            pieces = rearrange(pieces, random)
    text = printed(pieces)
    for name, retype in ON_TEXT.items():
        if name in names:
            text = retype(text, random)
    return text


def choose(random: Random, most: int) -> tuple[str, ...]:
    """Up to so many manglings that can go together.

    A table is flattened in one way only, and so is a head; where spaces hold it together no others are put in.
    """
    names = random.sample(MANGLINGS, random.randint(0, most))
    ways = [name for name in names if name in FLATTENING]
    heads = [name for name in names if name in ON_HEAD]
    spoiling = ["doubled_spaces"] if any(name in BY_SPACES for name in names) else []
    return tuple(name for name in names if name not in (*ways[1:], *heads[1:], *spoiling))
