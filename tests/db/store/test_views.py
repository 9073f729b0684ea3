"""The views of ranks, of what stands out and of boilerplate say what upheld itself says."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.figures.ranks import Rank
from db.figures.stand_out import StandOutCode
from db.figures.year_table import YearColumn, build_year_table
from db.importer import import_paths
from db.library import Library
from db.model import Measure, MeasureName, Quote, Remark, RemarkKind, State
from tests.db.builders import LEEDS, OADBY, add, letter, letter_text, upheld
from tests.db.store.test_library_0_1_0 import MADE_BY_0_1_0
from tests.sample_library import LIBRARY

REMARKED = {StandOutCode(kind) for kind in RemarkKind if kind.value in {code.value for code in StandOutCode}}
UNTESTED = {StandOutCode.COMPLIANCE_BELOW_100, *REMARKED}
"""The reasons that rest on no test of chance and on nothing that a person has settled."""
TESTED = {"above_average", "below_average", "risen", "fallen", "needs_a_look"}


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    return Path(shutil.copy(LIBRARY, tmp_path / "library.db"))


@pytest.fixture
def opened(samples: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(samples)) as connection:
        yield connection


def ranks_of(path: Path, measure: MeasureName) -> dict[tuple[str, int], tuple[Rank, int]]:
    """The rank of each council and year, and of how many it is, as the view has it."""
    question = "SELECT council, year, rank, tied, ranked FROM ranks WHERE measure = ?"
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(question, (measure,)).fetchall()
    return {(council, year): (Rank(rank, bool(tied)), ranked) for council, year, rank, tied, ranked in rows}


@pytest.mark.parametrize(
    "column", [YearColumn.UPHELD, YearColumn.COMPLIED, YearColumn.REMEDIED, YearColumn.PER_100K], ids=str
)
def test_ranks_are_those_of_the_table_of_a_year(samples: Path, column: YearColumn) -> None:
    expected = {}
    with Library.open(samples) as library:
        for year in range(2018, 2026):
            rows = build_year_table(year, library.year(year), None, column).rows
            types = [row.letter.council.type for row in rows if row.rank]
            for row in rows:
                if row.rank:
                    ranked = types.count(row.letter.council.type)
                    expected[row.letter.council.name, year] = row.rank, ranked
    assert len(expected) > 10
    assert any(rank.tied for rank, _ in expected.values())
    assert ranks_of(samples, column.measure) == expected


def test_what_cannot_be_ranked_has_no_rank(tmp_path: Path) -> None:
    path = tmp_path / "library.db"

    def share(rate: int | None, denominator: int | None, state: State = State.GIVEN) -> Measure:
        return Measure(name=MeasureName.REMEDY, state=state, rate=rate, denominator=denominator)

    with Library.open(path) as library:
        add(
            library,
            letter("Few.", LEEDS, 2018, upheld(), share(50, 4)),
            letter("None.", LEEDS, 2019, share(0, 0)),
            letter("Nobody knows of how many.", LEEDS, 2020, share(50, None)),
            letter("No rate.", LEEDS, 2021, share(None, 9)),
            letter("Not due.", LEEDS, 2022, share(None, None, State.NONE_UPHELD)),
            letter("Of no year.", LEEDS, None, share(50, 10)),
            letter("Enough.", OADBY, 2018, share(50, 5)),
        )
    assert ranks_of(path, MeasureName.REMEDY) == {(OADBY.name, 2018): (Rank(1, False), 1)}


def test_of_two_letters_of_a_year_one_is_ranked(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, letter("One.", LEEDS, 2020, upheld()), letter("Two, longer.", LEEDS, 2020, upheld()))
    assert len(ranks_of(path, MeasureName.UPHELD)) == 1


def test_what_stands_out_is_what_upheld_says_but_for_tests_of_chance(samples: Path, opened: sqlite3.Connection) -> None:
    found = opened.execute('SELECT letter_id, code, measure, start, "end", words FROM stand_outs').fetchall()
    expected = []
    with Library.open(samples) as library:
        for year in range(2018, 2026):
            for row in build_year_table(year, library.year(year), None, YearColumn.UPHELD).rows:
                for reason in row.stands_out:
                    if reason.code in UNTESTED:
                        assert reason.quote is not None
                        place = (reason.quote.start, reason.quote.end, reason.quote.text)
                        expected.append((row.letter.letter_id, reason.code, reason.measure, *place))
                    else:
                        assert reason.code in TESTED
    assert {code for _, code, *_ in expected} == {"compliance_below_100", "public_report"}
    assert sorted(found, key=repr) == sorted(((*map(_plain, each),) for each in expected), key=repr)


def test_of_remarks_of_a_kind_the_first_is_a_reason_and_praise_is_none(tmp_path: Path) -> None:
    text = "Once this, then this again."
    first, again = Quote(start=5, end=9, text="this"), Quote(start=16, end=20, text="this")
    remarks = tuple(Remark(kind=kind, quote=each) for each in (first, again) for kind in RemarkKind)
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, replace(letter(text, LEEDS, 2020), remarks=remarks))
        (row,) = build_year_table(2020, library.year(2020), None, YearColumn.UPHELD).rows
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute('SELECT code, start, "end" FROM stand_outs').fetchall()
    assert sorted(found) == sorted((code, first.start, first.end) for code in REMARKED)
    assert {reason.code for reason in row.stands_out} - {StandOutCode.NEEDS_A_LOOK} == REMARKED


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def test_boilerplate_is_what_upheld_tells_apart(tmp_path: Path) -> None:
    told, own = "We ask all of you to answer our questions in good time.", "Your Council answered ninety days late."
    councils = [
        *("Leeds City Council", "Kent County Council", "Blaby District Council"),
        *("Cornwall Council", "Harborough District Council", "Sheffield City Council"),
    ]
    for number, council in enumerate(councils):
        said = f"{told} {own}" if number == 0 else told
        (tmp_path / f"{number}.txt").write_text(letter_text(council, 2024, said), encoding="utf-8")
    path = tmp_path / "library.db"
    assert import_paths(path, [tmp_path]).added == len(councils)
    with Library.open(path) as library:
        (leeds,) = [entry.id for entry in library.councils() if entry.council.name == councils[0]]
        (stored,) = library.letters_of(leeds)
        words = library.own_words(stored.id)
    told_all = {stored.letter.text[each.start : each.end] for each in words.sentences if each.is_boilerplate}
    assert told in told_all
    with closing(sqlite3.connect(path)) as connection:
        question = """
            SELECT count(*), sum(boilerplate.fingerprint IS NOT NULL), max(letters), max(of_letters)
            FROM sentences LEFT JOIN boilerplate USING (year, fingerprint) WHERE letter_id = ?
        """
        sentences, boilerplate, letters, of_letters = connection.execute(question, (stored.id,)).fetchone()
        alone = connection.execute("SELECT count(*) FROM sentences WHERE letter_id = ?", (stored.id + 1,)).fetchone()
    assert (letters, of_letters) == (6, 6)
    assert (sentences, boilerplate) == (alone[0] + 1, alone[0])


def test_a_library_of_the_first_upheld_gets_the_views(tmp_path: Path) -> None:
    path = Path(shutil.copy(MADE_BY_0_1_0, tmp_path / "library.db"))
    with Library.open(path):
        pass
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM ranks").fetchone()[0] > 5
        assert connection.execute("SELECT count(*) FROM stand_outs").fetchone()[0] > 0
        assert connection.execute("SELECT * FROM sentences").fetchall() == []
        assert connection.execute("SELECT * FROM boilerplate").fetchall() == []
