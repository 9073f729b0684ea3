import tempfile
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
    Doubt,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Number,
    Outcome,
    Period,
    Quote,
    Remark,
    RemarkKind,
    State,
    Table,
    TableName,
)
from tests.db.builders import file_of

WORDS = st.text(max_size=20)
COUNTS = st.none() | st.integers(0, 10**9)
NUMBERS: st.SearchStrategy[Number | None] = (
    st.none() | st.integers(0, 1000) | st.floats(0, 1000, allow_nan=False, allow_subnormal=False)
)
DAYS = st.none() | st.dates()


@st.composite
def quotes(draw: st.DrawFn, text: str) -> Quote:
    start, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return Quote(start, end, text[start:end])


def several_quotes(text: str) -> st.SearchStrategy[tuple[Quote, ...]]:
    return st.lists(quotes(text), max_size=3).map(tuple)


@st.composite
def measures(draw: st.DrawFn, name: MeasureName, text: str) -> Measure:
    return Measure(
        name,
        draw(st.sampled_from(State)),
        draw(NUMBERS),
        draw(NUMBERS),
        draw(COUNTS),
        draw(COUNTS),
        draw(st.none() | WORDS),
        draw(COUNTS),
        draw(several_quotes(text)),
    )


def tables(text: str) -> st.SearchStrategy[Table]:
    cells = st.builds(Cell, WORDS, WORDS, COUNTS, st.none() | quotes(text))
    return st.builds(Table, st.sampled_from(TableName), st.lists(cells, max_size=4).map(tuple), st.none() | cells)


COUNCILS = st.builds(
    Council,
    WORDS,
    st.sampled_from(CouncilType),
    st.none() | WORDS,
    st.none() | WORDS,
    st.none() | WORDS,
    DAYS,
    DAYS,
    st.lists(WORDS, max_size=2).map(tuple),
    st.booleans(),
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
        period=Period(*ends) if ends else None,
        addressee=draw(st.none() | WORDS),
        role=draw(st.none() | WORDS),
        measures=tuple(draw(measures(name, text)) for name in draw(st.permutations(list(MeasureName)))),
        tables=tuple(draw(st.lists(tables(text), max_size=3))),
        remarks=tuple(draw(st.lists(st.builds(Remark, st.sampled_from(RemarkKind), quotes(text)), max_size=3))),
        warnings=tuple(draw(st.lists(st.builds(Doubt, WORDS, st.none() | WORDS, several_quotes(text)), max_size=3))),
    )


def with_types(letter: Letter) -> str:
    """The letter in writing: 60 and 60.0 are equal, but not the same to whoever printed them."""
    return repr(letter)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
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
        assert not [finding for finding in library.check() if finding.kind == "damage"]


def test_printed_whole_numbers_stay_whole_and_broken_ones_broken(tmp_path: Path) -> None:
    measure = Measure(MeasureName.UPHELD_PER_100K, State.GIVEN, 4.6, 4.0)
    whole = Measure(MeasureName.UPHELD, State.GIVEN, 60, 45)
    others = (Measure(MeasureName.COMPLIANCE), Measure(MeasureName.REMEDY))
    letter = Letter("", LetterKind.ANNUAL, Council("A"), "A", 2024, None, None, None, None, (whole, *others, measure))
    with Library.open(tmp_path / "library.db") as library:
        library.add_files([file_of(letter)])
        stored = library.letter(1).letter
    assert repr(stored.measure(MeasureName.UPHELD_PER_100K).rate) == "4.6"
    assert repr(stored.measure(MeasureName.UPHELD_PER_100K).average) == "4.0"
    assert repr(stored.measure(MeasureName.UPHELD).rate) == "60"


def test_dates_before_the_year_1000_come_back(tmp_path: Path) -> None:
    letter = Letter("", LetterKind.ANNUAL, Council("A"), "A", 2024, date(1, 1, 1), None, None, None, ())
    with Library.open(tmp_path / "library.db") as library:
        assert library.add_files([file_of(letter)])[0].outcome is Outcome.ADDED
        assert library.letter(1).letter.dated == date(1, 1, 1)
