"""How quickly words are found: `python tests/bench/search_letters.py [LIBRARY TO MAKE OR TO ASK AGAIN] [LETTERS]`.

Makes a library of 66,000 letters (seeded, of every family's shape and as long as real ones, through the library's own
writer) unless it is there, then prints for several queries how long a first page of hits takes, as the screen asks for
it and as the command line does, beside a bare FTS5 query for as many best letters of the same words in the same run; at
the end how long it takes to tell a letter's own words.
"""

import hashlib
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import accumulate, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from db.councils.register import Register
from db.letters.boilerplate.tell_apart import make_fingerprints
from db.library import Library
from db.model import Council, Letter, LetterKind, Measure, MeasureName, Quote, Remark, RemarkKind, Source
from db.store.write import NewFile
from db.words.query import HitOrder
from tests.letters_made.families import FAMILIES
from tests.letters_made.truth import printed

LETTERS = 66_000
PAGE = 50
RUNS = 5
_BATCH = 500
_SEED = 1974

_LENGTH = 5_500
"""Characters of a letter: real ones have some 6,000."""
_SYLLABLES = (
    "re",
    "con",
    "mend",
    "plan",
    "tor",
    "ing",
    "ser",
    "vi",
    "ces",
    "hou",
    "sid",
    "lo",
    "cal",
    "du",
    "ty",
    "er",
)
_VOCABULARY = tuple(dict.fromkeys("".join(parts) for size in (1, 2, 3) for parts in product(_SYLLABLES, repeat=size)))
_WEIGHTS = tuple(accumulate(1 / rank for rank in range(1, len(_VOCABULARY) + 1)))

_SAID: tuple[tuple[float, RemarkKind | None, str], ...] = (
    (0.05, RemarkKind.PUBLIC_REPORT, "This year I issued a public report about your Council's failure to act."),
    (0.03, RemarkKind.REFUSAL, "It is disappointing that your Council refused to accept my recommendations."),
    (0.04, RemarkKind.LATE_COMPLIANCE, "In two cases the Council failed to comply in time, after much delay."),
    (0.02, RemarkKind.APOLOGY, "I was concerned that the apology your Council sent was no apology at all."),
    (0.06, RemarkKind.PRAISE, "I commend your officers for the prompt way in which they answered our enquiries."),
    (0.001, None, "A parent complained of how the Council dealt with elective home education."),
    (0.3, None, "We expect a response within twenty days; a late response leads to delay for residents."),
)
"""What some letters say beside the prose of their family: how often, what remark it is, the words."""

QUERIES: tuple[tuple[str, str], ...] = (
    ("council", "council"),
    ("council ombudsman complaints", "council AND ombudsman AND complaints"),
    ("public report", "public AND report*"),
    ("disappointed", "disappointed*"),
    ("delay", "delay*"),
    ("failed to comply", "failed AND to AND comply*"),
    ('"home education"', '"home education"'),
    ("compl*", "compl*"),
    ("apology OR commend -delay", "(apology OR commend) NOT delay"),
    ("delay year:2018-2021 type:district", "delay"),
    ("remark:refusal disappointing", "disappointing"),
    ("remark:refusal", "recommendations"),
    ("zebra", "zebra"),
)
"""What is searched for, and the same words, without filters, as a bare FTS5 query."""

_OF_FULLEST_YEAR = """
    SELECT min(id) FROM letter WHERE shown = 1 AND kind = 'annual'
    GROUP BY year ORDER BY count(*) DESC LIMIT 1
"""
_BARE = "SELECT rowid FROM letter_fts WHERE letter_fts MATCH ? ORDER BY rank LIMIT ?"


def make_prose(chance: random.Random, length: int) -> list[str]:
    """Paragraphs of so many characters, whose words are as unlike in number as those of a language."""
    paragraphs: list[str] = []
    while length > 0:
        words = chance.choices(_VOCABULARY, cum_weights=_WEIGHTS, k=chance.randint(40, 120))
        paragraphs.append(f"{' '.join(words).capitalize()}.")
        length -= len(paragraphs[-1])
    return paragraphs


def make_letter(chance: random.Random, council: Council) -> Letter:
    """A letter of some family to a council, unread but for its remarks: only its words matter here."""
    year, make = chance.choice(tuple(FAMILIES.values()))
    pieces = printed(list(make(chance, council.name).pieces))
    said = [(kind, words) for share, kind, words in _SAID if chance.random() < share]
    text = "\n\n".join([pieces, *make_prose(chance, max(_LENGTH - len(pieces), 0)), *(words for _, words in said)])
    remarks = tuple(
        Remark(kind=kind, quote=Quote(start=text.index(words), end=text.index(words) + len(words), text=words))
        for kind, words in said
        if kind is not None
    )
    return Letter(
        text=text,
        kind=LetterKind.ANNUAL,
        council=council,
        council_as_written=council.name,
        year=year,
        dated=None,
        period=None,
        addressee=None,
        role=None,
        measures=tuple(Measure(name=name) for name in MeasureName),
        remarks=remarks,
        fingerprints=make_fingerprints(text),
    )


def make_library(path: Path, count: int) -> None:
    """A library of that many letters."""
    chance = random.Random(_SEED)
    councils = Register.load().councils
    with Library.open(path) as library:
        for first in range(0, count, _BATCH):
            files = []
            for number in range(first, min(first + _BATCH, count)):
                sha256 = hashlib.sha256(str(number).encode()).hexdigest()
                source = Source(name=f"{number}.txt", sha256=sha256, media_type="text/plain")
                letter = make_letter(chance, chance.choice(councils))
                files.append(NewFile(source=source, size=len(letter.text), zlib=b"", letters=(letter,)))
            library.add_files(files)


def milliseconds(act: Callable[[], object]) -> float:
    """The median time of it."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def fetch(bare: sqlite3.Connection, match: str) -> list[object]:
    """The bare query: the best letters' ids, and nothing else."""
    return bare.execute(_BARE, (match, PAGE)).fetchall()


def main(path: Path, count: int) -> None:
    """Measure and print."""
    say = sys.stdout.write
    if not path.exists():
        begun = time.perf_counter()
        make_library(path, count)
        say(f"{count:,} letters made in {time.perf_counter() - begun:.0f} s, {path.stat().st_size / 1e6:,.0f} MB\n")
    say(f"{'a first page, ms':40} {'letters':>8} {'screen':>8} {'best':>8} {'bare FTS5':>10}\n")
    with Library.open(path) as library, closing(sqlite3.connect(path)) as bare:
        for query, match in QUERIES:
            total = library.search(query, limit=1).total
            by_council = milliseconds(partial(library.search, query, limit=PAGE, order=HitOrder.COUNCIL))
            best = milliseconds(partial(library.search, query, limit=PAGE))
            plain = milliseconds(partial(fetch, bare, match))
            say(f"{query:40} {total:8,} {by_council:8.1f} {best:8.1f} {plain:10.1f}\n")
        (letter_id,) = bare.execute(_OF_FULLEST_YEAR).fetchone()
        others = library.own_words(letter_id).others
        own = milliseconds(partial(library.own_words, letter_id))
        say(f"a letter's own words, beside {others} others of its year: {own:.1f} ms\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        given = sys.argv[1:]
        main(Path(given[0]) if given else Path(folder) / "library.db", int(given[1]) if given[1:] else LETTERS)
