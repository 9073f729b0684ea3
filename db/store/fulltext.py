"""Words in letters: which letters a query is about, a page of them, and the place to show in each."""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from db.errors import BadQuery
from db.store.damaged_letter import mark_damaged
from db.store.digest import DIGEST_COLUMNS, HEADING_COLUMNS, HEADING_TABLES, is_whole
from db.store.letter_parts import OF_LETTERS, LetterParts
from db.store.query_conditions import Conditions, add_conditions, make_match
from db.store.untrusted import Harm, refuse_untrusted
from db.text.loose import MOST_OCCURRENCES
from db.text.searched import fold_for_search
from db.words.context import CLOSE, CONTEXT, OPEN, cut_context, find_matches
from db.words.hits import Hit, SearchPage
from db.words.parse import parse_query
from db.words.query import HitOrder, QueryFault, WordsQuery

_HIGHEST_ID = "SELECT coalesce(max(id), 0) FROM letter"
_COUNTS = "SELECT count(*), count(DISTINCT council_id) FROM {letters} AND {conditions}"
_PER_COUNCIL = """
    SELECT council_id, (SELECT name FROM council WHERE id = council_id) AS name, count(*) AS letters
    FROM {letters} AND {conditions} GROUP BY council_id
"""
_LETTERS = "letter WHERE TRUE"
_LETTERS_WITH_WORDS = "letter_fts CROSS JOIN letter ON letter.id = letter_fts.rowid WHERE letter_fts MATCH :match"
_OF_COUNCILS = """
    SELECT letter.id FROM letter CROSS JOIN council ON council.id = letter.council_id
    WHERE letter.council_id IN {councils} AND {found} AND {conditions}
    ORDER BY council.name, letter.council_id, letter.year DESC, letter.id LIMIT :limit OFFSET :offset
"""
_WITH_WORDS = """
    letter.id IN (
        SELECT rowid FROM letter_fts
        WHERE letter_fts MATCH :match AND +rowid IN (SELECT id FROM letter WHERE council_id IN {councils})
    )
"""
# The plus keeps the index from sorting all letters with the places of their words: only the ranks of a page are kept.
_BEST = """
    SELECT rowid AS id FROM letter_fts WHERE letter_fts MATCH :match
    ORDER BY +rank, rowid LIMIT :limit OFFSET :offset
"""
_BEST_OF = """
    SELECT letter.id FROM {letters} AND {conditions} ORDER BY +rank, letter.id LIMIT :limit OFFSET :offset
"""
# The plus keeps the index from being asked for each letter anew, which takes long where words begin so: it is asked
# once, from the first of them to the last.
_MARKED = """
    SELECT rowid AS id, highlight(letter_fts, 0, :open, :close) AS marked FROM letter_fts
    WHERE letter_fts MATCH :match AND rowid BETWEEN :first AND :last
    AND +rowid IN (SELECT value FROM json_each(:letters))
"""
_LETTERS_FOUND = f"""
    SELECT {HEADING_COLUMNS}, {DIGEST_COLUMNS}, letter.council_id FROM {HEADING_TABLES} WHERE letter.id {OF_LETTERS}
"""
_REMARKED = """
    SELECT letter_id, start, "end" FROM remark WHERE letter_id IN {letters} AND kind IN {kinds}
    ORDER BY letter_id, start DESC
"""

_MOST_RANKED = 30_000
"""Letters up to which the best are looked for: words in more tell them hardly apart, and to weigh all takes long."""

_NO_LIMIT = 2**40
"""More letters than any library has."""

_Span = tuple[int, int]


def search_letters(
    connection: sqlite3.Connection,
    typed: str,
    council_id: int | None,
    year: int | None,
    limit: int | None,
    offset: int,
    order: HitOrder,
) -> SearchPage:
    """One page of the letters that what was typed asks for, each with one place in it; of no limit, all.

    Raises:
        BadQuery: what was typed asks for nothing that could be found.
        UntrustedSchema: the index of words, or what it is of, is another program's.
    """
    query = parse_query(typed)
    if isinstance(query, QueryFault):
        raise BadQuery(query.reason, query.start, query.end)
    if query.is_empty:
        return SearchPage(total=0, councils=0, hits=())
    refuse_untrusted(connection, Harm.SEARCHING)
    conditions, match = Conditions(), make_match(query)
    add_conditions(connection, query, conditions)
    if council_id is not None:
        conditions.add(f"letter.council_id = {conditions.bind(council_id)}")
    if year is not None:
        conditions.add(f"letter.year = {conditions.bind(year)}")
    found = {"letters": _LETTERS_WITH_WORDS if match else _LETTERS, "conditions": conditions.sql}
    values = {**conditions.values, "match": match}
    # To SQLite a negative limit is none.
    page = {"limit": _NO_LIMIT if limit is None else max(limit, 0), "offset": max(offset, 0)}
    per_council: Sequence[sqlite3.Row] = ()
    if match and order is HitOrder.BEST and connection.execute(_HIGHEST_ID).fetchone()[0] <= _MOST_RANKED:
        # They cannot be too many to be ranked, so nothing of each council is needed, for which all would be sorted.
        total, councils = connection.execute(_COUNTS.format(**found), values).fetchone()
    else:
        per_council = connection.execute(_PER_COUNCIL.format(**found), values).fetchall()
        total, councils = sum(row["letters"] for row in per_council), len(per_council)
        order = HitOrder.COUNCIL if match is None or total > _MOST_RANKED else order
    if order is HitOrder.COUNCIL:
        ids = _list_by_council(connection, per_council, found, values, **page)
    else:
        best = _BEST_OF.format(**found) if conditions.is_any else _BEST
        rows = connection.execute(best, {**values, **page})
        ids = [row["id"] for row in rows] if total else []
    return SearchPage(total=total, councils=councils, hits=_read_hits(connection, ids, match, query), order=order)


def find_places(connection: sqlite3.Connection, letter_id: int, typed: str) -> tuple[_Span, ...]:
    """Every place in a letter's text that has what was typed, in order; without words, the remarks asked for.

    Of what is no query, or not in that letter, there are none; of very many, the first.

    Raises:
        UntrustedSchema: the index of words, or what it is of, is another program's.
    """
    query = parse_query(typed)
    if isinstance(query, QueryFault) or query.is_empty:
        return ()
    match = make_match(query)
    if match is None:
        return tuple(sorted((row["start"], row["end"]) for row in _read_remarks(connection, [letter_id], query)))
    refuse_untrusted(connection, Harm.SEARCHING)
    marked = _mark_words(connection, [letter_id], match).get(letter_id)
    if marked is None:
        return ()
    spans = find_matches(marked)[0][:MOST_OCCURRENCES]
    (text,) = LetterParts(connection, [letter_id]).texts[letter_id]
    searched = fold_for_search(text["text"]) if text["folded"] is not None else None
    return tuple(searched.find_origin(*span) for span in spans) if searched else tuple(spans)


def _list_by_council(
    connection: sqlite3.Connection,
    councils: Sequence[sqlite3.Row],
    found: dict[str, str],
    values: dict[str, object],
    limit: int,
    offset: int,
) -> list[int]:
    """The letters of a page in the order of the councils' names: only the councils of the page are asked for theirs."""
    by_name = sorted(councils, key=lambda row: (row["name"], row["council_id"]))
    ends = list(accumulate(row["letters"] for row in by_name))
    first, last = bisect_right(ends, offset), bisect_right(ends, offset + limit - 1)
    chosen = by_name[first : last + 1] if limit else []
    if not chosen:
        return []
    before = ends[first - 1] if first else 0
    asked = {**values, "limit": limit, "offset": offset - before}
    listed = _list_ids([row["council_id"] for row in chosen])
    with_words = _WITH_WORDS.format(councils=listed) if values["match"] else "TRUE"
    statement = _OF_COUNCILS.format(councils=listed, found=with_words, conditions=found["conditions"])
    return [row["id"] for row in connection.execute(statement, asked)]


def _read_hits(
    connection: sqlite3.Connection, ids: Sequence[int], match: str | None, query: WordsQuery
) -> tuple[Hit, ...]:
    """A hit for each of the letters, in their order."""
    if not ids:
        return ()
    parts = LetterParts(connection, ids)
    rows = {row["id"]: row for row in connection.execute(_LETTERS_FOUND, (json.dumps(ids),))}
    marked = _mark_words(connection, ids, match) if match else {}
    remarked = {} if match else _find_remarks(connection, ids, query)
    hits = list[Hit]()
    for each in ids:
        if each not in rows:
            continue
        if not is_whole(rows[each], parts, ("text", "remarks")):
            hits.append(_make_damaged_hit(rows[each]))
        elif match:
            hits.append(_place_hit(rows[each], parts.texts[each][0], marked[each]))
        elif each in remarked:
            hits.append(_make_hit(rows[each], parts.texts[each][0]["text"], *remarked[each], [remarked[each]]))
    return tuple(hits)


def _mark_words(connection: sqlite3.Connection, ids: Sequence[int], match: str) -> dict[int, str]:
    """The searched text of each of the letters that has the words, with them marked."""
    asked = {"match": match, "letters": json.dumps(ids), "first": min(ids), "last": max(ids)}
    asked |= {"open": OPEN, "close": CLOSE}
    return {row["id"]: row["marked"] for row in connection.execute(_MARKED, asked)}


def _find_remarks(connection: sqlite3.Connection, ids: Sequence[int], query: WordsQuery) -> dict[int, _Span]:
    """The first remark in each of the letters that is of a kind asked for."""
    return {row["letter_id"]: (row["start"], row["end"]) for row in _read_remarks(connection, ids, query)}


def _read_remarks(connection: sqlite3.Connection, ids: Sequence[int], query: WordsQuery) -> list[sqlite3.Row]:
    """The remarks in the letters that are of a kind asked for, of each letter the last first."""
    conditions = Conditions()
    kinds = conditions.list_in([kind.value for kind in query.remarks_wanted])
    return connection.execute(_REMARKED.format(letters=_list_ids(ids), kinds=kinds), conditions.values).fetchall()


def _place_hit(row: sqlite3.Row, text: sqlite3.Row, marked: str) -> Hit:
    """The hit in a letter whose searched text has the words found marked in it."""
    spans, chosen = find_matches(marked)
    # A match has a letter and a space at least: no more of them can stand in its context.
    near = spans[max(chosen - CONTEXT, 0) : chosen + CONTEXT]
    start, end = spans[chosen]
    searched = fold_for_search(text["text"]) if text["folded"] is not None else None
    if searched:
        start, end = searched.find_origin(start, end)
        near = [searched.find_origin(*span) for span in near]
    return _make_hit(row, text["text"], start, end, near)


def _make_hit(row: sqlite3.Row, text: str, start: int, end: int, near: list[_Span]) -> Hit:
    """A hit at one place of a letter's text, with the matches near it."""
    context, matches = cut_context(text, start, end, near)
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


def _make_damaged_hit(row: sqlite3.Row) -> Hit:
    """What is told of a letter that is damaged: that it is, and none of its words."""
    return Hit(
        letter_id=row["id"],
        council_id=row["council_id"],
        council=mark_damaged(row["council"]).name,
        year=row["year"] if isinstance(row["year"], int) else None,
        file=str(row["file"]),
        start=0,
        end=0,
        context="",
        matches=(),
    )


def _list_ids(ids: Sequence[int]) -> str:
    """Ids as a list in brackets: they are numbers of ours, and may be more than can be bound."""
    return f"({', '.join(map(str, ids))})"
