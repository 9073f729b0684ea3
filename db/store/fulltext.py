"""Words in letters: what a person types as a full-text query, and the first match in each letter found."""

import re
import sqlite3
from itertools import accumulate, takewhile
from typing import Any

from db.model import Hit, SearchPage
from db.text.markup import remove_signs
from db.text.searched import fold_for_search, join_words

_MOST_MATCHES = 200  # looked at in one letter
_CONTEXT = 160
"""Characters of context around a hit, the matched words among them."""

_PREFIX_LETTERS = 3
"""From this length on, the last word may be the beginning of one: shorter ones begin too many."""

_CURLY = str.maketrans("“”„‟«»", '""""""')
_PARTS = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")

# Private-use characters cannot stand in a letter: its text has been cleaned of them.
_OPEN, _CLOSE = "\ue000", "\ue001"

_Span = tuple[int, int]

_TOTAL = "SELECT count(*) AS total FROM letter_fts WHERE letter_fts MATCH :query"
_TOTAL_OF = """
    SELECT count(*) AS total FROM letter_fts JOIN letter ON letter.id = letter_fts.rowid
    WHERE letter_fts MATCH :query
        AND (:council IS NULL OR council_id = :council) AND (:year IS NULL OR year = :year)
"""
# Nothing but the rank may order it: then the index sorts, and marks no letters but the page's.
_HITS = """
    SELECT letter.id, council_id, council.name AS council, year, highlight(letter_fts, 0, :open, :close) AS marked,
        file.name AS file, letter_text.text, folded IS NOT NULL AS is_folded
    FROM letter_fts
    CROSS JOIN letter ON letter.id = letter_fts.rowid
    CROSS JOIN letter_text ON letter_text.letter_id = letter.id
    CROSS JOIN council ON council.id = council_id
    CROSS JOIN file ON file.id = file_id
    WHERE letter_fts MATCH :query
        AND (:council IS NULL OR council_id = :council) AND (:year IS NULL OR year = :year)
    ORDER BY rank LIMIT :limit OFFSET :offset
"""


def make_query(words: str) -> str | None:
    """The full-text query for what was typed; None where there is no word in it.

    All words must occur, words in double quotes next to each other, and the last one may be a beginning
    (from three letters, outside quotes). Nothing typed has a meaning of its own to SQLite.
    """
    # Whatever cannot be printed (a NUL would end the query early) only separates.
    whole = join_words(words)
    typed = "".join(character if character.isprintable() else " " for character in whole).translate(_CURLY)
    terms: list[str] = []
    for phrase, bare in _PARTS.findall(typed):
        found = _WORD.findall(phrase or bare)
        if found:
            prefix = bool(bare) and len(found[-1]) >= _PREFIX_LETTERS
            terms.append(f'"{phrase or bare}"')
    if not terms:
        return None
    return " ".join(terms) + ("*" if prefix else "")


def search_letters(
    connection: sqlite3.Connection,
    words: str,
    council_id: int | None,
    year: int | None,
    limit: int | None,
    offset: int,
) -> SearchPage:
    """One page of the letters in which the words occur, best first, each with its first match; of no limit, all."""
    query = make_query(words)
    if query is None:
        return SearchPage(total=0, hits=())
    everywhere = council_id is None and year is None
    asked: dict[str, Any] = {
        "query": query,
        "council": council_id,
        "year": year,
        "limit": -1 if limit is None else max(limit, 0),  # to SQLite a negative one is none
        "offset": max(offset, 0),
        "open": _OPEN,
        "close": _CLOSE,
    }
    total = connection.execute(_TOTAL if everywhere else _TOTAL_OF, asked).fetchone()["total"]
    return SearchPage(total=total, hits=tuple(map(_read_hit, connection.execute(_HITS, asked))))


def _read_hit(row: sqlite3.Row) -> Hit:
    text = row["text"]
    spans, chosen = _find_matches(row["marked"])
    # A match has a letter and a space at least: no more of them can stand in its context.
    near = spans[max(chosen - _CONTEXT, 0) : chosen + _CONTEXT]
    start, end = spans[chosen]
    searched = fold_for_search(text) if row["is_folded"] else None
    if searched:
        start, end = searched.find_origin(start, end)
        near = [searched.find_origin(*span) for span in near]
    context, matches = _cut_context(text, start, end, near)
    return Hit(
        letter_id=row["id"],
        council_id=row["council_id"],
        council=row["council"],
        year=row["year"],
        file=row["file"],
        start=start,
        end=end,
        context=context,
        matches=matches,
    )


def _find_matches(marked: str) -> tuple[list[_Span], int]:
    """Where in the searched text, which is marked here, the matches stand, and which of them is the one to show."""
    parts = re.split(f"[{_OPEN}{_CLOSE}]", marked)  # by turns between the matches and in them
    text = "".join(parts)
    ends = list(accumulate(len(part) for part in parts))
    spans = [(ends[index - 1], ends[index]) for index in range(1, len(parts), 2)]
    return spans, _choose_fullest(text, spans)


def _choose_fullest(text: str, spans: list[_Span]) -> int:
    """The first of the matches with the most different words of the search in the line of context that follows it."""
    words = [text[start:end].casefold() for start, end in spans]

    def count_words(index: int) -> int:
        """How many of the searched words stand near this match."""
        limit = spans[index][0] + _CONTEXT // 2
        near = takewhile(lambda other: spans[other][1] <= limit, range(index, len(spans)))
        return len({words[other] for other in near})

    return max(range(min(len(spans), _MOST_MATCHES)), key=count_words)


def _cut_context(text: str, start: int, end: int, matches: list[_Span]) -> tuple[str, tuple[_Span, ...]]:
    """One line of whole words around a match, as a reader sees them, and the matches in it.

    An ellipsis stands where the letter goes on.
    """
    room = max(_CONTEXT - (end - start), 0)
    left = max(start - room // 2, 0)
    right = min(left + max(_CONTEXT, end - start), len(text))
    left = max(min(left, right - _CONTEXT), 0)
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
