"""Which councils have a letter of which years: nothing is lost, nothing is counted twice, nobody is missed in vain."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from db.councils.coverage import CoverageLetter, CoverageRow, CoverageState, build_coverage, sum_years
from db.councils.existence import existed_in
from db.model import Council, CouncilType

FIGURES, NO_FIGURES, MISSING, ABSENT = CoverageState

LEEDS = Council(name="Leeds City Council", type=CouncilType.METROPOLITAN)
OLD = Council(name="Old Borough Council", type=CouncilType.DISTRICT, abolished_on=date(2020, 4, 1))
NEW = Council(name="New Council", type=CouncilType.UNITARY, established_on=date(2021, 4, 1))
LONG_AGO = Council(name="Ancient Council", abolished_on=date(1990, 4, 1))
STRAY = Council(name="Nowhere Town Council", in_register=False)
REGISTER = (LEEDS, OLD, NEW, LONG_AGO)


def letter(council: Council, year: int, *, has_figures: bool = True) -> CoverageLetter:
    number = REGISTER.index(council) + 1 if council in REGISTER else 9
    return CoverageLetter(
        letter_id=number * 10_000 + year, council_id=number, council=council, year=year, has_figures=has_figures
    )


def states(*letters: CoverageLetter) -> dict[str, tuple[CoverageState, ...]]:
    return {row.council.name: row.states for row in build_coverage(REGISTER, letters).rows}


def test_a_letter_with_figures_one_without_none_and_a_council_that_there_was_not() -> None:
    table = build_coverage(REGISTER, [letter(LEEDS, 2019), letter(LEEDS, 2020, has_figures=False), letter(NEW, 2022)])
    assert table.years == (2019, 2020, 2021, 2022)
    assert {row.council.name: row.states for row in table.rows} == {
        LEEDS.name: (FIGURES, NO_FIGURES, MISSING, MISSING),
        NEW.name: (ABSENT, ABSENT, ABSENT, FIGURES),
        OLD.name: (MISSING, MISSING, ABSENT, ABSENT),
    }


def test_a_council_that_went_before_the_first_year_has_no_row_unless_it_has_a_letter() -> None:
    assert LONG_AGO.name not in states(letter(LEEDS, 2020))
    assert states(letter(LEEDS, 2020), letter(LONG_AGO, 1990))[LONG_AGO.name][0] is FIGURES


def test_a_letter_after_the_end_of_a_council_is_there_all_the_same() -> None:
    assert states(letter(OLD, 2021))[OLD.name] == (FIGURES,)


def test_a_council_that_the_register_does_not_know_is_missed_in_no_year() -> None:
    assert states(letter(STRAY, 2019), letter(LEEDS, 2021))[STRAY.name] == (FIGURES, ABSENT, ABSENT)


def test_without_letters_there_is_no_table() -> None:
    table = build_coverage(REGISTER, [])
    assert (table.years, table.rows) == ((), ())


chosen = st.builds(
    letter,
    st.sampled_from([*REGISTER, STRAY]),
    st.integers(2010, 2026),
    has_figures=st.booleans(),
)


@given(st.lists(chosen, unique_by=lambda each: each.letter_id))
def test_every_letter_stands_in_the_table_once(letters: list[CoverageLetter]) -> None:
    table = build_coverage(REGISTER, letters)
    placed = {
        (row.council.name, year): (row.letter_ids[at], row.council_id, row.states[at] is FIGURES)
        for row in table.rows
        for at, year in enumerate(table.years)
        if row.letter_ids[at] is not None
    }
    assert placed == {
        (each.council.name, each.year): (each.letter_id, each.council_id, each.has_figures) for each in letters
    }


@given(st.lists(chosen, unique_by=lambda each: each.letter_id))
def test_where_there_is_no_letter_it_is_missing_if_and_only_if_there_was_the_council(
    letters: list[CoverageLetter],
) -> None:
    table = build_coverage(REGISTER, letters)
    for row in table.rows:
        for year, state, letter_id in zip(table.years, row.states, row.letter_ids, strict=True):
            assert (letter_id is None) == (state in (MISSING, ABSENT))
            if letter_id is None:
                assert (state is MISSING) == (row.council.in_register and existed_in(row.council, year))


@given(st.lists(chosen, unique_by=lambda each: each.letter_id), st.data())
def test_the_sums_are_those_of_the_columns(letters: list[CoverageLetter], data: st.DataObject) -> None:
    table = build_coverage(REGISTER, letters)
    rows: list[CoverageRow] = data.draw(st.lists(st.sampled_from(table.rows))) if table.rows else []
    sums = list(sum_years(table.years, rows))
    assert [each.year for each in sums] == list(table.years)
    for at, each in enumerate(sums):
        counted = Counter(row.states[at] for row in rows)
        assert (each.figures, each.no_figures, each.missing) == (
            counted[FIGURES],
            counted[NO_FIGURES],
            counted[MISSING],
        )


@given(st.data())
def test_the_order_of_the_letters_does_not_matter(data: st.DataObject) -> None:
    letters = data.draw(st.lists(chosen, unique_by=lambda each: each.letter_id))
    shuffled = data.draw(st.permutations(letters))
    assert build_coverage(REGISTER, shuffled) == build_coverage(REGISTER, letters)
