"""What a search asks of letters as conditions of a question: every value is bound, none becomes part of a statement."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from db.errors import BadQuery
from db.model import CouncilEntry
from db.store.council_rows import COUNCIL_COLUMNS, read_council
from db.words.query import Filter, NameFilter, RemarkFilter, Term, TypeFilter, WordsQuery, YearFilter

if TYPE_CHECKING:
    from db.councils.resolve import Resolver

_COUNCILS = f"""
    SELECT id, {COUNCIL_COLUMNS} FROM council WHERE EXISTS (SELECT 1 FROM letter WHERE council_id = council.id)
"""
_MOST_NAMED = 4


@dataclass
class Conditions:
    """Conditions that must all hold of `letter`, and the values they are bound to."""

    values: dict[str, object] = field(default_factory=dict)
    _conditions: list[str] = field(default_factory=list)

    def add(self, condition: str, *, is_without: bool = False) -> None:
        """Ask for one more, or that it does not hold; one that cannot be told does not."""
        self._conditions.append(f"({condition}) IS NOT TRUE" if is_without else f"({condition})")

    def bind(self, value: object) -> str:
        """A name for a value in a condition."""
        name = f"value{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def list_in(self, values: Sequence[object]) -> str:
        """Names for several, as a list in brackets."""
        return f"({', '.join(map(self.bind, values))})"

    @property
    def is_any(self) -> bool:
        """Whether anything is asked for."""
        return bool(self._conditions)

    @property
    def sql(self) -> str:
        """All of them as one."""
        return " AND ".join(self._conditions) or "TRUE"


def make_match(query: WordsQuery) -> str | None:
    """The full-text expression for the words of a query; None where no word is wanted.

    Whatever was typed stands in it between double quotes, which no term has itself.
    """
    if not query.wanted:
        return None
    groups = (" OR ".join(map(_quote, group)) for group in query.wanted)
    wanted = " AND ".join(f"({group})" for group in groups)
    return f"({wanted}) NOT ({_match_any(query.unwanted)})" if query.unwanted else wanted


def add_conditions(connection: sqlite3.Connection, query: WordsQuery, conditions: Conditions) -> None:
    """Add what a query asks of letters, but for the words that `make_match` has.

    Raises:
        BadQuery: a name that it gives is not that of one council with letters here.
    """
    for each in query.filters:
        conditions.add(_write_filter(connection, each, conditions), is_without=each.is_without)
    if query.unwanted and not query.wanted:
        match = conditions.bind(_match_any(query.unwanted))
        conditions.add(f"letter.id NOT IN (SELECT rowid FROM letter_fts WHERE letter_fts MATCH {match})")


def _write_filter(connection: sqlite3.Connection, each: Filter, conditions: Conditions) -> str:
    """What a filter asks for, as though it had to be."""
    match each:
        case YearFilter():
            return " OR ".join(_write_range(first, last, conditions.bind) for first, last in each.ranges)
        case TypeFilter():
            kinds = conditions.list_in([kind.value for kind in each.types])
            return f"letter.council_id IN (SELECT id FROM council WHERE in_register AND type IN {kinds})"
        case RemarkFilter():
            kinds = conditions.list_in([kind.value for kind in each.kinds])
            return f"letter.id IN (SELECT letter_id FROM remark WHERE kind IN {kinds})"
        case NameFilter():
            return f"letter.council_id IN {conditions.list_in(_find_councils(connection, each))}"


def _write_range(first: int | None, last: int | None, bind: Callable[[object], str]) -> str:
    """That a letter is of one of these years."""
    ends = [f"letter.year >= {bind(first)}"] if first is not None else []
    ends += [f"letter.year <= {bind(last)}"] if last is not None else []
    return " AND ".join(ends)


def _find_councils(connection: sqlite3.Connection, names: NameFilter) -> list[int]:
    """The ids of the councils that a filter names.

    Raises:
        BadQuery: one is not the name of one council with letters here.
    """
    from db.councils.sentences import describe_ambiguity

    rows = connection.execute(_COUNCILS)
    resolver = _make_resolver(tuple(CouncilEntry(id=row["id"], council=read_council(row), years=()) for row in rows))
    ids = []
    for name in names.names:
        resolved = resolver.resolve(name)
        if resolved.entry is None:
            why = resolved.why_none
            if resolved.here:
                named = [entry.council.name for entry in resolved.here[:_MOST_NAMED]]
                more = ", ..." if len(resolved.here) > _MOST_NAMED else ""
                why = f"{describe_ambiguity(name, len(resolved.here))}: {', '.join(named)}{more}."
            raise BadQuery(why, names.start, names.end)
        ids.append(resolved.entry.id)
    return ids


@lru_cache(maxsize=1)
def _make_resolver(entries: tuple[CouncilEntry, ...]) -> "Resolver":
    """What resolves names; kept, as it takes longer to make than to ask for every key typed."""
    from db.councils.resolve import Resolver

    return Resolver(entries)


def _match_any(terms: Sequence[Term]) -> str:
    """The full-text expression for any of these."""
    return " OR ".join(map(_quote, terms))


def _quote(term: Term) -> str:
    """A term as a phrase of the full-text language, in which nothing of it has a meaning of its own."""
    text = term.text.replace('"', " ")
    return f'"{text}"*' if term.is_beginning else f'"{text}"'
