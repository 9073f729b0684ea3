"""How quickly a first page of words in letters comes, beside the same words in bare FTS5 and in ripgrep."""

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from db.library import Library
from db.words.query import HitOrder
from tests.bench.commands import find_missing
from tests.bench.data.letters import LETTERS, keep_texts
from tests.bench.data.libraries import COPIES, keep_copies, keep_library
from tests.bench.measuring import clock_ms, take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone

_PAGE = 50
_RUNS = 5

QUERIES: tuple[tuple[str, str], ...] = (
    ("council", "council"),
    ("council complaints", "council AND complaints"),
    ("public report", "public AND report*"),
    ("disappointed", "disappointed*"),
    ("delay", "delay*"),
    ("failed to comply", "failed AND to AND comply*"),
    ('"home education"', '"home education"'),
    ("compl*", "compl*"),
    ("apology OR commend -delay", "(apology OR commend) NOT delay"),
    ("zebra", "zebra"),
)
"""What is searched for, and the same words as a bare FTS5 query."""

_FILTERED = ("delay year:2018-2021 type:district", "remark:praise officers", "remark:praise")
"""What a bare query cannot ask: only looked at."""

_GREPPED = ("disappointed", "delay", "home education")
"""Words that ripgrep finds as they stand."""

_BARE = """
    SELECT rowid, snippet(letter_fts, 0, '[', ']', '...', 24) FROM letter_fts
    WHERE letter_fts MATCH :match AND +rowid IN
        (SELECT rowid FROM letter_fts WHERE letter_fts MATCH :match ORDER BY rank LIMIT :page)
"""

_OF_FULLEST_YEAR = """
    SELECT min(id) FROM letter WHERE shown = 1 AND kind = 'annual' GROUP BY year ORDER BY count(*) DESC LIMIT 1
"""


def measure(options: Options) -> Iterator[Result]:
    """The library of the letters, and the one of ten copies of each."""
    count = options.size(LETTERS)
    with Library.open(keep_library(count)) as library, closing(sqlite3.connect(library.path)) as bare:
        yield _measure_queries("search", options, library, bare)
        yield _measure_beside_ripgrep(options, library, keep_texts(count))
    with Library.open(keep_copies(COPIES * count)) as library, closing(sqlite3.connect(library.path)) as bare:
        yield _measure_queries("search-large", options, library, bare)
        yield _measure_own_words(options, library, bare)


def _measure_queries(bar: str, options: Options, library: Library, bare: sqlite3.Connection) -> Result:
    """All queries, one after the other, by us and bare, in turn; the mean of one."""
    rounds = options.rounds(_RUNS)
    ours, theirs = take_turns(
        rounds,
        lambda: _time_one([partial(library.search, typed, limit=_PAGE) for typed, _ in QUERIES]),
        lambda: _time_one([partial(_ask_bare, bare, match) for _, match in QUERIES]),
    )
    matches: tuple[tuple[str, str | None], ...] = (*QUERIES, *((typed, None) for typed in _FILTERED))
    details = [_describe(rounds, library, bare, typed, match) for typed, match in matches]
    return Result(bar, ours, theirs, details=tuple(details))


def _describe(rounds: int, library: Library, bare: sqlite3.Connection, typed: str, match: str | None) -> str:
    """One query: the best letters, those by council as the screen lists them, and the bare query."""
    asks: list[Callable[[], object]] = [
        partial(library.search, typed, limit=_PAGE),
        partial(library.search, typed, limit=_PAGE, order=HitOrder.COUNCIL),
        *([] if match is None else [partial(_ask_bare, bare, match)]),
    ]
    figures = take_turns(rounds, *(partial(clock_ms, ask) for ask in asks))
    total = library.search(typed, limit=1).total
    names = ("best", "by council", "bare")
    told = ", ".join(f"{name} {each.median:.1f} ms" for name, each in zip(names, figures, strict=False))
    return f"{typed:36} {total:7,} letters: {told}"


def _measure_beside_ripgrep(options: Options, library: Library, texts: Path) -> Result:
    """The words that ripgrep finds as well."""
    no_rival = find_missing("rg")
    ours, *rival = take_turns(
        options.rounds(_RUNS),
        lambda: _time_one([partial(library.search, f'"{words}"', limit=_PAGE) for words in _GREPPED]),
        *([] if no_rival else [lambda: _time_one([partial(_grep, words, texts) for words in _GREPPED])]),
    )
    return Result("search-rival", ours, rival[0] if rival else None, no_rival)


def _measure_own_words(options: Options, library: Library, bare: sqlite3.Connection) -> Result:
    """What a letter of the fullest year says that others of its year do not; the first time may make more than that."""
    (letter_id,) = bare.execute(_OF_FULLEST_YEAR).fetchone()
    others = library.own_words(letter_id).others
    (figures,) = take_turns(options.rounds(_RUNS), lambda: clock_ms(lambda: library.own_words(letter_id)))
    return Result("own-words", figures, details=(f"beside {others:,} others of its year",))


def _time_one(asks: list[Callable[[], object]]) -> float:
    """Milliseconds of one of these, on the average."""

    def ask_all() -> None:
        for ask in asks:
            ask()

    return clock_ms(ask_all) / len(asks)


def _ask_bare(bare: sqlite3.Connection, match: str) -> list[object]:
    return bare.execute(_BARE, {"match": match, "page": _PAGE}).fetchall()


def _grep(words: str, folder: Path) -> None:
    subprocess.run(["rg", "-i", "--no-config", words, folder], check=False, stdout=subprocess.DEVNULL)  # noqa: S607


if __name__ == "__main__":
    run_alone(measure)
