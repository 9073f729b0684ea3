from dataclasses import replace
from datetime import date

import pytest

from db.model import Council, CouncilType, LetterKind, MeasureKind, MeasureName, Period, RemarkKind, TableName
from tests.tui.draw.made import LETTER
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


def test_nothing_is_called_remedied_alone() -> None:
    words = labels.MEASURE_LABELS[MeasureName.REMEDY]
    assert (words.label, words.column) == ("Already remedied", "Already")
    assert words.when == "before the complaint reached the Ombudsman"
    shares = [labels.MEASURE_LABELS[name].unit for name in MeasureName if name.kind is MeasureKind.SHARE]
    assert set(shares) == {"%"}


@pytest.mark.parametrize(
    ("kind", "dated", "year", "name"),
    [
        (LetterKind.ANNUAL, date(2020, 7, 22), 2020, "letter of 22 July 2020"),
        (LetterKind.FURTHER, date(2020, 7, 22), 2020, "further letter of 22 July 2020"),
        (LetterKind.ANNUAL, None, 2020, "letter without a date"),
        (LetterKind.STATISTICS, None, 2025, "statistics page 2025"),
        (LetterKind.STATISTICS, None, None, "statistics page"),
    ],
)
def test_a_letter_is_called_what_it_is(kind: LetterKind, dated: date | None, year: int | None, name: str) -> None:
    assert labels.name_letter(replace(LETTER, kind=kind, dated=dated, year=year)) == name


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
