import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.library import Library
from db.model import (
    Cell,
    Council,
    CouncilType,
    DerivedFigure,
    Doubt,
    DoubtCode,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Number,
    Period,
    Quote,
    Remark,
    RemarkKind,
    State,
    Table,
    TableName,
)
from db.outcome import Outcome
from tests.db.builders import LEEDS, file_of, letter, received, upheld

WORDS = st.text(max_size=20)
COUNTS = st.none() | st.integers(0, 10**9)
RATES = st.floats(0, 1000, allow_nan=False, allow_subnormal=False)
NUMBERS: st.SearchStrategy[Number | None] = st.none() | st.integers(0, 1000) | RATES
DAYS = st.none() | st.dates()
DERIVED: st.SearchStrategy[frozenset[DerivedFigure]] = st.sampled_from(
    [frozenset(), frozenset(["base"]), frozenset(["denominator"]), frozenset(["base", "denominator"])]
)
PARAMETERS = st.dictionaries(st.sampled_from(["count", "part", "rate", "written"]), WORDS | st.integers(0, 999) | RATES)


@st.composite
def quotes(draw: st.DrawFn, text: str) -> Quote:
    start, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return Quote(start=start, end=end, text=text[start:end])


def several_quotes(text: str) -> st.SearchStrategy[tuple[Quote, ...]]:
    return st.lists(quotes(text), max_size=3).map(tuple)


@st.composite
def measures(draw: st.DrawFn, name: MeasureName, text: str) -> Measure:
    return Measure(
        name=name,
        state=draw(st.sampled_from(State)),
        rate=draw(NUMBERS),
        average=draw(NUMBERS),
        count=draw(COUNTS),
        base=draw(COUNTS),
        base_of=draw(st.none() | WORDS),
        denominator=draw(COUNTS),
        derived=draw(DERIVED),
        quotes=draw(several_quotes(text)),
    )


def tables(text: str) -> st.SearchStrategy[Table]:
    cells = st.builds(Cell, key=WORDS, heading=WORDS, value=COUNTS, quote=st.none() | quotes(text))
    return st.builds(
        Table,
        name=st.sampled_from(TableName),
        cells=st.lists(cells, max_size=4).map(tuple),
        total=st.none() | cells,
    )


def remarks(text: str) -> st.SearchStrategy[Remark]:
    return st.builds(Remark, kind=st.sampled_from(RemarkKind), quote=quotes(text))


@st.composite
def doubts(draw: st.DrawFn, text: str) -> Doubt:
    about, quoted = draw(st.none() | WORDS), draw(several_quotes(text))
    return Doubt.of(draw(st.sampled_from(DoubtCode)), about, quoted, **draw(PARAMETERS))


COUNCILS = st.builds(
    Council,
    name=WORDS,
    type=st.sampled_from(CouncilType),
    region=st.none() | WORDS,
    gss_code=st.none() | WORDS,
    county=st.none() | WORDS,
    established_on=DAYS,
    abolished_on=DAYS,
    successors=st.lists(WORDS, max_size=2).map(tuple),
    in_register=st.booleans(),
)


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    text = draw(st.text(max_size=200))
    ends = draw(st.none() | st.tuples(st.dates(), st.dates()))
    return Letter(
        text=text,
        kind=draw(st.sampled_from(LetterKind)),
        council=draw(COUNCILS),
        council_as_written=draw(st.none() | WORDS),
        year=draw(st.none() | st.integers(1990, 2100)),
        dated=draw(DAYS),
        period=Period(start=ends[0], end=ends[1]) if ends else None,
        addressee=draw(st.none() | WORDS),
        role=draw(st.none() | WORDS),
        measures=tuple(draw(measures(name, text)) for name in draw(st.permutations(list(MeasureName)))),
        tables=tuple(draw(st.lists(tables(text), max_size=3))),
        remarks=tuple(draw(st.lists(remarks(text), max_size=3))),
        doubts=tuple(draw(st.lists(doubts(text), max_size=3))),
    )


def with_types(letter: Letter) -> str:
    """The letter in writing: 60 and 60.0 are equal, but not the same to whoever printed them."""
    return repr(letter)


@pytest.mark.slow
@settings(max_examples=150)
@given(letters())
def test_a_letter_comes_back_as_it_was_saved(letter: Letter) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.db") as library:
        file = file_of(letter)
        assert library.add_files([file])[0].outcome is Outcome.ADDED
        (entry,) = library.councils()
        (stored,) = library.letters_of(entry.id)
        assert with_types(stored.letter) == with_types(letter)
        assert stored == library.letter(stored.id)
        assert (stored.source, stored.shown, stored.council_id) == (file.source, True, entry.id)
        assert entry.council == letter.council
        assert library.original(file.source.sha256) == b"letter.txt\n" + letter.text.encode()
        assert not [one for one in library.check() if one.kind == "damage" and one.letter_id is None]


def test_the_words_of_enumerations_come_back_as_words_of_a_whole_letter(tmp_path: Path) -> None:
    measure = Measure(name=MeasureName.UPHELD, state=State.GIVEN, rate=60, base_of=TableName.DECIDED)
    cell = Cell(key=TableName.RECEIVED, heading=State.GIVEN, value=3)
    written = replace(
        letter("60% upheld.", LEEDS, 2020, measure, tables=(Table(TableName.RECEIVED, (cell,)),)),
        doubts=(Doubt.of(DoubtCode.RATE_MISFITS, MeasureName.UPHELD),),
    )
    with Library.open(tmp_path / "library.db") as library:
        library.add_files([file_of(written)])
        stored = library.letter(1).letter
    assert stored == written
    assert type(stored.doubts[0].about) is type(stored.tables[0].cells[0].key) is str


def test_printed_whole_numbers_stay_whole_and_broken_ones_broken(tmp_path: Path) -> None:
    measure = Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN, rate=4.6, average=4.0)
    whole = Measure(name=MeasureName.UPHELD, state=State.GIVEN, rate=60, average=45)
    others = (Measure(name=MeasureName.COMPLIANCE), Measure(name=MeasureName.REMEDY))
    letter = Letter(
        text="",
        kind=LetterKind.ANNUAL,
        council=Council(name="A"),
        council_as_written="A",
        year=2024,
        dated=None,
        period=None,
        addressee=None,
        role=None,
        measures=(whole, *others, measure),
    )
    with Library.open(tmp_path / "library.db") as library:
        library.add_files([file_of(letter)])
        stored = library.letter(1).letter
    assert repr(stored.measure(MeasureName.UPHELD_PER_100K).rate) == "4.6"
    assert repr(stored.measure(MeasureName.UPHELD_PER_100K).average) == "4.0"
    assert repr(stored.measure(MeasureName.UPHELD).rate) == "60"


def test_copies_of_a_letter_hold_its_figures_once_and_as_each_prints_them(tmp_path: Path) -> None:
    copies = [
        replace(letter(f"Copy {number}", LEEDS, 2020, upheld(rate)), tables=(received(3),))
        for number, rate in enumerate((80, 80.0, 80, 80.0))
    ]
    with Library.open(tmp_path / "library.db") as library:
        library.add_files([file_of(each) for each in copies])
        stored = [one.letter for some in library.all_letters() for one in some]
    assert sorted(repr(each.measure(MeasureName.UPHELD).rate) for each in stored) == ["80", "80", "80.0", "80.0"]
    assert len({id(each.measures) for each in stored}) == 2
    assert len({id(each.tables) for each in stored}) == len({id(each.council) for each in stored}) == 1


def test_dates_before_the_year_1000_come_back(tmp_path: Path) -> None:
    letter = Letter(
        text="",
        kind=LetterKind.ANNUAL,
        council=Council(name="A"),
        council_as_written="A",
        year=2024,
        dated=date(1, 1, 1),
        period=None,
        addressee=None,
        role=None,
        measures=(),
    )
    with Library.open(tmp_path / "library.db") as library:
        assert library.add_files([file_of(letter)])[0].outcome is Outcome.ADDED
        assert library.letter(1).letter.dated == date(1, 1, 1)
