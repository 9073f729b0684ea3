from datetime import date

import pytest

from db.model import Council, CouncilType, LetterKind, MeasureKind, MeasureName, Period, RemarkKind, TableName
from tui.draw import labels


@pytest.mark.parametrize(("when", "written"), [(date(2020, 3, 31), "31 March 2020"), (date(2018, 7, 8), "8 July 2018")])
def test_dates_are_written_out(when: date, written: str) -> None:
    assert labels.format_day(when) == written


def test_a_year_is_named_by_its_end_and_any_other_period_by_both() -> None:
    assert labels.format_period(Period(start=date(2019, 4, 1), end=date(2020, 3, 31))) == "Year to 31 March 2020"
    assert labels.format_period(Period(start=date(2019, 6, 1), end=date(2020, 3, 31))) == "1 June 2019 to 31 March 2020"
    assert (
        labels.format_period(Period(start=date(2018, 4, 1), end=date(2020, 3, 31))) == "1 April 2018 to 31 March 2020"
    )


@pytest.mark.parametrize(("number", "written"), [(0, "0 remarks"), (1, "1 remark"), (1200, "1,200 remarks")])
def test_a_number_agrees_with_its_noun(number: int, written: str) -> None:
    assert labels.format_count(number, "remark") == written


def test_everything_the_model_names_has_words() -> None:
    assert set(labels.MEASURE_LABELS) == set(MeasureName)
    assert set(labels.TABLES) == set(TableName)
    assert set(labels.REMARKS) == set(RemarkKind)
    assert set(labels.COUNCIL_TYPES) == set(CouncilType)
    assert set(labels.LETTER_KINDS) == set(LetterKind)


def test_rates_are_written_as_printed() -> None:
    shares, number = labels.MEASURE_LABELS[MeasureName.UPHELD], labels.MEASURE_LABELS[MeasureName.UPHELD_PER_100K]
    assert [shares.format_number(rate) for rate in (60, 68.8)] == ["60%", "68.8%"]
    assert [number.format_number(rate) for rate in (4, 4.8)] == ["4", "4.8"]


@pytest.mark.parametrize("name", MeasureName)
def test_a_measure_in_a_line_is_in_small_letters_and_a_share_has_a_percent_sign(name: MeasureName) -> None:
    words = labels.MEASURE_LABELS[name]
    assert "60" in words.inline.format("60")
    assert words.inline == words.inline.lower()
    assert (words.unit == "%") is (name.kind is MeasureKind.SHARE)


def test_a_council_that_is_gone_is_said_to_be() -> None:
    gone = Council(
        name="X", type=CouncilType.DISTRICT, region="North West", abolished_on=date(2023, 4, 1), successors=("Y",)
    )
    assert labels.describe_council(gone) == "District council, North West, abolished on 1 April 2023, now Y"


@pytest.mark.parametrize(
    ("name", "number", "noun"),
    [
        (MeasureName.COMPLIANCE, 1, "outcome"),
        (MeasureName.COMPLIANCE, 3, "outcomes"),
        (MeasureName.REMEDY, 1, "upheld case"),
        (MeasureName.REMEDY, 0, "upheld cases"),
        (MeasureName.UPHELD, 1, "investigated"),
    ],
)
def test_one_case_is_said_in_the_singular(name: MeasureName, number: int, noun: str) -> None:
    assert labels.MEASURE_LABELS[name].name_counted(number) == noun
