from datetime import date

import pytest

from db.model import Council, CouncilType, LetterKind, MeasureName, Period, RemarkKind, State, TableName
from tui.draw import labels


@pytest.mark.parametrize(("when", "written"), [(date(2020, 3, 31), "31 March 2020"), (date(2018, 7, 8), "8 July 2018")])
def test_dates_are_written_out(when: date, written: str) -> None:
    assert labels.day(when) == written


def test_a_year_is_named_by_its_end_and_any_other_period_by_both() -> None:
    assert labels.period(Period(date(2019, 4, 1), date(2020, 3, 31))) == "Year to 31 March 2020"
    assert labels.period(Period(date(2019, 6, 1), date(2020, 3, 31))) == "1 June 2019 to 31 March 2020"
    assert labels.period(Period(date(2018, 4, 1), date(2020, 3, 31))) == "1 April 2018 to 31 March 2020"


@pytest.mark.parametrize(("number", "written"), [(0, "0 remarks"), (1, "1 remark"), (1200, "1,200 remarks")])
def test_a_number_agrees_with_its_noun(number: int, written: str) -> None:
    assert labels.counted(number, "remark") == written


def test_everything_the_model_names_has_words() -> None:
    assert set(labels.MEASURES) == set(MeasureName)
    assert set(labels.STATES) == set(labels.SHORT_STATES) == set(State) - {State.GIVEN}
    assert set(labels.TABLES) == set(TableName)
    assert set(labels.REMARKS) == set(RemarkKind)
    assert set(labels.COUNCIL_TYPES) == set(CouncilType)
    assert set(labels.LETTER_KINDS) == set(LetterKind)


def test_percentages_are_written_as_printed() -> None:
    assert labels.percent(60) == "60%"
    assert labels.percent(68.8) == "68.8%"


def test_a_council_that_is_gone_is_said_to_be() -> None:
    gone = Council("X", CouncilType.DISTRICT, "North West", abolished_on=date(2023, 4, 1), successors=("Y",))
    assert labels.kind_of_council(gone) == "District council, North West, abolished on 1 April 2023, now Y"


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
    assert labels.cases_of(name, number) == noun
