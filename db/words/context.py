"""Where in a letter's text a search's words stand, which of the places to show, and one line of what is around it."""

import re
from itertools import accumulate

from db.text.markup import cut_signs, find_signs_near

_MOST_MATCHES = 200  # looked at in one letter
CONTEXT = 160
"""Characters of context around a hit, the matched words among them."""

# Control characters cannot stand in a letter: its text has been cleaned of them. In ASCII, they widen no text of it.
OPEN, CLOSE = "\x02", "\x03"
"""What stands before and behind each match in a text with its matches marked."""

_SPACE = re.compile(r"\s")
_LAST_WORD = re.compile(r"\s\S*$")

_Span = tuple[int, int]


def find_matches(marked: str) -> tuple[list[_Span], int]:
    """Where in the searched text, which is marked here, the matches stand, and which of them is the one to show.

    Raises:
        ValueError: none is marked.
    """
    parts = marked.replace(CLOSE, OPEN).split(OPEN)  # by turns between the matches and in them
    ends = list(accumulate(map(len, parts)))
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    if not spans:
        raise ValueError("the index of words names a letter that has none of them")
    return spans, _choose_fullest(spans, list(map(str.casefold, parts[1::2])))


def _choose_fullest(spans: list[_Span], words: list[str]) -> int:
    """The first of the matches with the most different words of the search in the line of context that follows it."""
    chosen, most, last = 0, 0, 0
    different = len(set(words))
    for index, (start, _) in enumerate(spans[:_MOST_MATCHES]):
        limit = start + CONTEXT // 2
        while last < len(spans) and spans[last][1] <= limit:
            last += 1
        if last - index > most:  # there may be more different ones
            near = len(set(words[index:last]))
            if near > most:
                chosen, most = index, near
            if most == different:
                break
    return chosen


def cut_context(text: str, start: int, end: int, matches: list[_Span]) -> tuple[str, tuple[_Span, ...]]:
    """One line of whole words around a match, as a reader sees them, and the matches in it.

    An ellipsis stands where the letter goes on.
    """
    room = max(CONTEXT - (end - start), 0)
    left = max(start - room // 2, 0)
    right = min(left + max(CONTEXT, end - start), len(text))
    left = max(min(left, right - CONTEXT), 0)
    if left > 0:
        space = _SPACE.search(text, left, start)
        left = space.end() if space else left
    if right < len(text):
        cut = _LAST_WORD.search(text, end, right)
        right = cut.start() if cut else right
    before = "…" if left > 0 else ""
    signs = find_signs_near(text, left, right)
    shown = cut_signs(text, signs, left, right)
    line = " ".join(shown.split())
    indent = len(shown) - len(shown.lstrip())
    is_as_written = len(line) == right - left - indent

    def find_in_line(at: int) -> int:
        """Where a character of the text that is no space stands in the line."""
        if is_as_written:
            return len(before) + at - left - indent
        # A letter behind it tells whether it stands at the end of a word or behind one.
        return len(before) + len(" ".join(f"{cut_signs(text, signs, left, at)}x".split())) - 1

    inside = sorted({(first, last) for first, last in matches if left <= first < last <= right})
    in_line = tuple((find_in_line(first), find_in_line(last - 1) + 1) for first, last in inside)
    return before + line + ("…" if right < len(text) else ""), in_line
