from hypothesis import given
from hypothesis import strategies as st

from db.figures.ranks import Rank
from db.figures.year_table import YearColumn, YearLetter, build_year_table, sort_rows
from db.model import Council, CouncilType, Measure, MeasureName, State
from tests.db.figures.measures import compliance, upheld


def letter(
    name: str, *measures: Measure, council_type: CouncilType = CouncilType.DISTRICT, year: int = 2024
) -> YearLetter:
    by_name = {measure.name: measure for measure in measures}
    number = sum(map(ord, name))
    return YearLetter(
        letter_id=number,
        council_id=number,
        council=Council(name=name, type=council_type),
        year=year,
        measures=tuple(by_name.get(each, Measure(name=each)) for each in MeasureName),
    )


def per_100k(rate: float) -> Measure:
    return Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN, rate=rate)


ADUR = letter("Adur", upheld(6, 10, 60, 45), compliance(100, 6), per_100k(3.5))
BLABY = letter("Blaby", upheld(9, 10, 90, 45), compliance(80, 5))
CRAVEN = letter("Craven", upheld(12, 20, 60, 45), compliance(100, 1), per_100k(10))
DOVER = letter("Dover", upheld(3, 3, 100, 45))
EDEN = letter("Eden")
LEEDS = letter("Leeds", upheld(20, 30, 67, 80), council_type=CouncilType.METROPOLITAN)
ALL = (ADUR, BLABY, CRAVEN, DOVER, EDEN, LEEDS)


def names(column: YearColumn, council_type: CouncilType | None = CouncilType.DISTRICT) -> list[str]:
    return [row.letter.council.name for row in build_year_table(2024, ALL, council_type, column).rows]


def test_the_highest_come_first_then_those_of_few_cases_and_last_those_without_a_rate() -> None:
    assert names(YearColumn.UPHELD) == ["Blaby", "Adur", "Craven", "Dover", "Eden"]
    assert names(YearColumn.CASES) == ["Craven", "Adur", "Blaby", "Dover", "Eden"]
    assert names(YearColumn.GAP) == ["Blaby", "Adur", "Craven", "Dover", "Eden"]
    assert names(YearColumn.COMPLIED) == ["Adur", "Blaby", "Craven", "Dover", "Eden"]
    assert names(YearColumn.PER_100K) == ["Craven", "Adur", "Blaby", "Dover", "Eden"]


def test_sorted_the_other_way_few_cases_and_no_rate_stay_last() -> None:
    rows = build_year_table(2024, ALL, CouncilType.DISTRICT, YearColumn.UPHELD).rows
    turned = sort_rows(rows, YearColumn.UPHELD, is_reversed=True)
    assert [row.letter.council.name for row in turned] == ["Adur", "Craven", "Blaby", "Dover", "Eden"]


def test_ranks_are_within_a_type_with_ties_and_none_of_few_cases() -> None:
    rows = build_year_table(2024, ALL, None, YearColumn.UPHELD).rows
    assert {row.letter.council.name: row.rank for row in rows} == {
        "Blaby": Rank(1, tied=False),
        "Adur": Rank(2, tied=True),
        "Craven": Rank(2, tied=True),
        "Dover": None,
        "Eden": None,
        "Leeds": Rank(1, tied=False),
    }


def test_the_gap_is_the_printed_rate_less_the_printed_average() -> None:
    rows = build_year_table(2024, [letter("Adur", upheld(11, 16, 68.8, 45.1)), EDEN], None, YearColumn.UPHELD).rows
    assert [row.gap for row in rows] == [23.7, None]


def test_the_printed_average_is_kept_apart_from_that_of_the_letters_here() -> None:
    averages = build_year_table(2024, ALL, CouncilType.DISTRICT, YearColumn.UPHELD).averages
    assert averages is not None
    assert (averages.printed, averages.of_letters_here, averages.letters) == (45, 70.0, 3)


def test_there_is_no_average_of_mixed_types_and_no_printed_one_where_letters_differ() -> None:
    assert build_year_table(2024, ALL, None, YearColumn.UPHELD).averages is None
    differing = [ADUR, letter("Blaby", upheld(9, 10, 90, 46))]
    averages = build_year_table(2024, differing, CouncilType.DISTRICT, YearColumn.UPHELD).averages
    assert averages is not None
    assert averages.printed is None


@given(st.permutations(ALL), st.sampled_from(YearColumn))
def test_the_order_of_the_letters_does_not_matter(letters: list[YearLetter], column: YearColumn) -> None:
    assert build_year_table(2024, letters, None, column) == build_year_table(2024, ALL, None, column)


@given(st.integers(1, 4), st.data())
def test_nothing_is_ranked_under_five_cases(cases: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, cases))
    share = upheld(count, cases, round(100 * count / cases), 45)
    (row,) = build_year_table(2024, [letter("Adur", share)], CouncilType.DISTRICT, YearColumn.UPHELD).rows
    assert row.rank is None
