"""Signs that a conversion to text left in letters, which a reader is not shown: bold, underlined, links, headings.

Only what cannot be the letter's own: `[Mr X]` and `[paragraph 12]` are words and stay.
"""

from collections.abc import Iterator, Sequence

_SIGNS = ("*", "<", "#", "](", "\u00ad")
"""Each sign has one of these: most stretches of most letters have none, which is told far faster."""

_NEAR = 400
"""No sign of those around a stretch begins or ends farther from it."""


def find_signs(text: str) -> tuple[tuple[int, int], ...]:
    """Where the signs themselves stand, ascending."""
    for sign in _SIGNS:
        if sign in text:
            return tuple(sorted({found for found in _find_signs(text) if found[0] < found[1]}))
    return ()


def find_signs_near(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where in a text the signs stand that the stretch from `start` to `end` may have a part of, ascending."""
    first = max(start - _NEAR, 0)
    return tuple((first + begins, first + ends) for begins, ends in find_signs(text[first : end + _NEAR]))


def cut_signs(text: str, signs: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """The stretch of a text from `start` to `end` without these signs, which stand in ascending order."""
    if not signs:
        return text[start:end]
    pieces, at = list[str](), start
    for sign_start, sign_end in signs:
        pieces.append(text[at : min(max(sign_start, at), end)])
        at = min(max(at, sign_end), end)
    pieces.append(text[at:end])
    return "".join(pieces)


def remove_signs(text: str, start: int = 0, end: int | None = None) -> str:
    """The stretch of a text from `start` to `end` as a reader sees it."""
    end = len(text) if end is None else end
    return cut_signs(text, find_signs_near(text, start, end), start, end)


def _find_signs(text: str) -> Iterator[tuple[int, int]]:
    """Where signs stand, in no order, and some of no length."""
    from db.text.markup_patterns import AROUND_WORDS, SIGNS_ALONE  # compiled for the first text that has any

    for pattern in AROUND_WORDS:
        for match in pattern.finditer(text):
            yield match.start(), match.start(1)
            yield match.end(1), match.end()
    for pattern in SIGNS_ALONE:
        for match in pattern.finditer(text):
            yield match.span()
