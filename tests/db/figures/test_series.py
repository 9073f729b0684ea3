from datetime import date

import pytest

from db.figures.series import BREAKS, FIRST_YEAR, find_breaks, find_missing_years, list_possible_years


@pytest.mark.parametrize(
    ("older", "newer", "years"),
    [
        (2020, 2021, [2021]),
        (2021, 2022, []),
        (2022, 2023, [2023]),
        (2024, 2025, [2025]),
        (2018, 2025, [2021, 2023, 2025]),
        (2020, 2020, []),
    ],
)
def test_breaks_lie_between_the_letters_of_two_years(older: int, newer: int, years: list[int]) -> None:
    assert [each.year for each in find_breaks(older, newer)] == years


def test_every_break_is_a_sentence() -> None:
    assert all(each.reason[0].isupper() and each.reason.endswith(".") for each in BREAKS)


def test_years_without_a_letter_are_those_between_the_first_and_the_last() -> None:
    assert find_missing_years([2024, 2018, 2020, 2021]) == (2019, 2022, 2023)
    assert find_missing_years([2020]) == ()
    assert find_missing_years([]) == ()


def test_a_letter_can_be_of_any_year_from_the_first_to_the_next() -> None:
    years = list_possible_years()
    assert (years[0], years[-1]) == (FIRST_YEAR, date.today().year + 1)
