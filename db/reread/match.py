"""Which of the letters now read in a file is which of those the library has from it."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_OPENING = 300
"""So many characters of a letter's beginning, spaces aside, hold its date, addressee and council."""


def match_letters(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Pairs of places in `before` and `after` (both the texts of letters, in order), in the order of `after`.

    Letters that begin alike are the same; so are those between two of these where there are as many of them
    before as after. Another has None for its counterpart: it was lost, or gained.
    """
    old, new = [_opening(text) for text in before], [_opening(text) for text in after]
    pairs: list[tuple[int | None, int | None]] = []
    for _, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if i_end - i == j_end - j:
            pairs += zip(range(i, i_end), range(j, j_end), strict=True)
        else:
            pairs += [(n, None) for n in range(i, i_end)] + [(None, n) for n in range(j, j_end)]
    return pairs


def _opening(text: str) -> str:
    return "".join(text[: 2 * _OPENING].split())[:_OPENING]
