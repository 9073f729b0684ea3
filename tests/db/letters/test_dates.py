"""Days and years as letters write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.letters.dates import closing_year, day, year_to_march
from db.model import Period


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("22 July 2020", date(2020, 7, 22)),
        ("1st April 2019", date(2019, 4, 1)),
        ("31 march\n2008", date(2008, 3, 31)),
        ("31/03/2018", date(2018, 3, 31)),
        ("31/03/22", date(2022, 3, 31)),
        ("29 February 2020", date(2020, 2, 29)),
    ],
)
def test_a_written_day_is_read(words: str, meant: date) -> None:
    assert day(words) == meant


@pytest.mark.parametrize(
    "words", ["31 June 2020", "29 February 2019", "03/31/2018", "July 2020", "", "31 March 0001", "1 May 9999"]
)
def test_what_is_no_day_that_a_letter_can_mean_is_none(words: str) -> None:
    assert day(words) is None


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("2020", 2020),
        ("2022-23", 2023),
        ("2022 - 23", 2023),
        ("2007/08", 2008),
        ("2022-2023", 2023),
        ("1999/00", 2000),
        ("2018-21", None),
        ("2023-22", None),
        ("nothing", None),
        ("2020 and more", None),
    ],
)
def test_a_written_year_is_the_one_it_ends_in(words: str, year: int | None) -> None:
    assert closing_year(words) == year


def test_twelve_months_end_on_31_march() -> None:
    assert year_to_march(2020) == Period(start=date(2019, 4, 1), end=date(2020, 3, 31))


@given(st.text(max_size=40))
def test_no_words_make_reading_a_day_or_a_year_fail(words: str) -> None:
    day(words)
    closing_year(words)
