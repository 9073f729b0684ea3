"""The letter's year and the period of its figures, which several places must agree on."""

from datetime import date

import pytest

from db.model import Period
from tests.db.letters.printed import figures, letter, one, upheld, warned
from tui.draw.doubt_text import write_doubt

YEAR_2020 = Period(start=date(2019, 4, 1), end=date(2020, 3, 31))


def test_subject_opening_and_figures_agree_on_a_year() -> None:
    read = one(letter(figures()))
    assert (read.year, read.period, warned(read, "year")) == (2020, YEAR_2020, "")


@pytest.mark.parametrize(
    "subject",
    ["Annual Review letter 2020", "Annual Review Letter 2019-20", "Annual Letter 2019/20", "ANNUAL REVIEW LETTER"],
)
def test_every_way_of_writing_the_year_in_the_subject_is_read(subject: str) -> None:
    assert one(letter(figures(), subject=subject)).year == 2020


def test_a_subject_that_disagrees_with_the_figures_leaves_the_year_out_and_names_both_places() -> None:
    read = one(letter(figures(), subject="Annual Review letter 2019", opening=""))
    (doubt,) = (doubt for doubt in read.doubts if doubt.about == "year")
    assert read.year is None
    assert [quote.text for quote in doubt.quotes] == [
        "Annual Review letter 2019",
        "for the period between 1 April 2019 to 31 March 2020",
    ]
    assert all(f'"{quote.text}"' in write_doubt(doubt) for quote in doubt.quotes)


def test_an_opening_that_disagrees_with_the_subject_leaves_the_year_out() -> None:
    read = one(letter(subject="Annual Review letter 2019"))
    assert (read.year, read.period) == (None, None)
    assert "2019" in warned(read, "year")
    assert "2020" in warned(read, "year")


def test_two_periods_of_figures_leave_the_period_out_with_a_warning() -> None:
    page = figures() + "\n\n" + upheld(period="1 April 2018 to 31 March 2019")
    read = one(letter(page))
    assert read.period is None
    assert "2018" in warned(read, "period")


@pytest.mark.parametrize(
    "said",
    [
        "In 2017-18 we delivered 58 courses to more than 800 people.",
        "The corporate strategy for 2018-21 says what we want.",
        "We stopped casework between 26 March 2020 and 29 June 2020.",
        "In 2022-23 practice changed, and in 2020-21 there were fewer complaints.",
        "This was the case in the year ended 31 March 2015 too.",
        "Last updated: 4 April 2015",
    ],
)
def test_other_years_in_the_prose_change_nothing(said: str) -> None:
    read = one(letter(figures(), body=said))
    assert (read.year, read.period, read.dated) == (2020, YEAR_2020, date(2020, 7, 22))
    assert not warned(read, "year") + warned(read, "period")


def test_a_later_heading_that_looks_like_a_subject_line_is_not_the_subject() -> None:
    assert one(letter(figures() + "\n\nAnnual Review letter 2018\n\nOfficers looked back at it.")).year == 2020


def test_a_letter_without_any_year_says_so() -> None:
    read = one(letter(subject="Annual Review Letter", opening=""))
    assert (read.year, read.period) == (None, None)
    assert warned(read, "year") == "The letter does not say which year it is about."


def test_a_page_whose_banner_names_other_years_is_about_the_year_of_its_figures() -> None:
    banner = "Advice on comparing statistics across years\nIn 2022-23 practice changed. In 2020-21 work was paused."
    page = f"Kent County Council\n{banner}\n\n" + upheld(period="1 April 2018 to 31 March 2019")
    assert one(page).year == 2019


def test_a_year_no_letter_can_be_about_is_no_year() -> None:
    assert one(letter(subject="Annual Review Letter", opening="For the year ended 31 March 0001 nothing.")).year is None


def test_a_year_that_only_a_sentence_names_and_the_date_does_not_fit_is_left_out_and_both_places_named() -> None:
    read = one(
        letter(
            dated="22 July 2011",
            subject="Annual Review Letter",
            opening="In my letter for the year ended 31 March 2010 I told you about changes.",
        )
    )
    (doubt,) = (doubt for doubt in read.doubts if doubt.about == "year")
    assert (read.year, read.period) == (None, None)
    assert [quote.text for quote in doubt.quotes] == ["22 July 2011", "for the year ended 31 March 2010"]


def test_a_year_printed_as_a_title_stays_with_a_warning_where_the_date_does_not_fit() -> None:
    read = one(letter(figures(), dated="22 July 2021"))
    assert read.year == 2020
    assert "dated 2021" in warned(read, "year")


def test_a_period_written_with_dots_counts() -> None:
    read = one(letter(figures().replace("1 April 2019 to 31 March 2020", "01.04.2018 to 31.03.2019")))
    assert read.year is None
    assert "2020" in warned(read, "year")
