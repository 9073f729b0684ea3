"""Where in a letter's text a search's words stand, which of the places to show, and one line of what is around it."""

import re
from itertools import accumulate, takewhile

from db.text.markup import remove_signs

_MOST_MATCHES = 200  # looked at in one letter
CONTEXT = 160
"""Characters of context around a hit, the matched words among them."""

# Private-use characters cannot stand in a letter: its text has been cleaned of them.
OPEN, CLOSE = "\ue000", "\ue001"
"""What stands before and behind each match in a text with its matches marked."""

_Span = tuple[int, int]


def find_matches(marked: str) -> tuple[list[_Span], int]:
    """Where in the searched text, which is marked here, the matches stand, and which of them is the one to show."""
    parts = re.split(f"[{OPEN}{CLOSE}]", marked)  # by turns between the matches and in them
    text = "".join(parts)
    ends = list(accumulate(len(part) for part in parts))
    spans = [(ends[index - 1], ends[index]) for index in range(1, len(parts), 2)]
    return spans, _choose_fullest(text, spans)


def _choose_fullest(text: str, spans: list[_Span]) -> int:
    """The first of the matches with the most different words of the search in the line of context that follows it."""
    words = [text[start:end].casefold() for start, end in spans]

    def count_words(index: int) -> int:
        """How many of the searched words stand near this match."""
        limit = spans[index][0] + CONTEXT // 2
        near = takewhile(lambda other: spans[other][1] <= limit, range(index, len(spans)))
        return len({words[other] for other in near})

    return max(range(min(len(spans), _MOST_MATCHES)), key=count_words)


def cut_context(text: str, start: int, end: int, matches: list[_Span]) -> tuple[str, tuple[_Span, ...]]:
    """One line of whole words around a match, as a reader sees them, and the matches in it.

    An ellipsis stands where the letter goes on.
    """
    room = max(CONTEXT - (end - start), 0)
    left = max(start - room // 2, 0)
    right = min(left + max(CONTEXT, end - start), len(text))
    left = max(min(left, right - CONTEXT), 0)
    if left > 0:
        space = re.search(r"\s", text[left:start])
        left += space.end() if space else 0
    if right < len(text):
        cut = re.search(r"\s\S*$", text[end:right])
        right = end + cut.start() if cut else right
    before = "…" if left > 0 else ""
    line = " ".join(remove_signs(text, left, right).split())

    def find_in_line(at: int) -> int:
        """Where a character of the text that is no space stands in the line."""
        seen = remove_signs(text, left, at)
        words = seen.split()
        return len(before) + len(" ".join([*words, ""] if words and seen[-1].isspace() else words))

    inside = sorted({(first, last) for first, last in matches if left <= first < last <= right})
    in_line = tuple((find_in_line(first), find_in_line(last - 1) + 1) for first, last in inside)
    return before + line + ("…" if right < len(text) else ""), in_line
