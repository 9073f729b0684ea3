from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.model import (
    Cell,
    Change,
    Doubt,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Period,
    Quote,
    Remark,
    RemarkKind,
    State,
    Table,
    TableName,
)
from db.reread.changes import diff_letters
from tests.db.builders import LEEDS, NOWHERE, OADBY, letter, measures, quote, received, upheld

TEXT = "60% of complaints were upheld. I welcome that."
WHOLE = replace(
    letter(TEXT, OADBY, 2020, upheld(60, quotes=[quote(TEXT, "60%")]), tables=(received(6, housing=4, other=2),)),
    remarks=(Remark(RemarkKind.PRAISE, quote(TEXT, "I welcome that")),),
    warnings=(Doubt("Odd.", "upheld", (quote(TEXT, "60%"),)),),
)


def with_upheld(measure: Measure) -> Letter:
    return replace(WHOLE, measures=measures(measure))


def test_the_same_letter_says_nothing_otherwise() -> None:
    assert diff_letters(WHOLE, replace(WHOLE)) == ()


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (replace(WHOLE, council=LEEDS), ("council", OADBY.name, LEEDS.name)),
        (replace(WHOLE, council=replace(OADBY, region="Wales")), ("the council's region", "East Midlands", "Wales")),
        (replace(WHOLE, council_as_written=None), ("council as written", "Oadby & Wigston", None)),
        (replace(WHOLE, year=2021), ("year", "2020", "2021")),
        (replace(WHOLE, kind=LetterKind.FURTHER), ("kind", "annual", "further")),
        (replace(WHOLE, dated=date(2020, 7, 22)), ("date", None, "2020-07-22")),
        (
            replace(WHOLE, period=Period(date(2019, 4, 1), date(2020, 3, 31))),
            ("period", None, "2019-04-01 to 2020-03-31"),
        ),
        (replace(WHOLE, addressee="Mrs\x1b[31m Court"), ("addressee", None, "Mrs Court")),
        (replace(WHOLE, role="Chief Executive"), ("role", None, "Chief Executive")),
        (replace(WHOLE, text=TEXT + "!"), ("text", "46 characters", "47 characters")),
        (replace(WHOLE, remarks=()), ("remark", "praise: “I welcome that”", None)),
        (replace(WHOLE, warnings=(*WHOLE.warnings, Doubt("New."))), ("warning", None, "New.")),
        (replace(WHOLE, warnings=()), ("warning", "Odd.", None)),
        (replace(WHOLE, tables=(received(7, housing=4, other=2),)), ("received, total", "6", "7")),
        (replace(WHOLE, tables=(received(6, housing=5, other=2),)), ("received, Housing", "4", "5")),
        (replace(WHOLE, tables=(received(6, housing=None, other=2),)), ("received, Housing", "4", None)),
        (replace(WHOLE, tables=(received(6, housing=4),)), ("received, Other", "2", None)),
    ],
)
def test_whatever_one_thing_it_says_otherwise_is_told_alone(after: Letter, told: tuple[str, str, str]) -> None:
    assert diff_letters(WHOLE, after) == (Change(*told),)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"rate": 61}, ("upheld rate", "60", "61")),
        ({"rate": 60.0}, ("upheld rate", "60", "60.0")),
        ({"rate": None}, ("upheld rate", "60", None)),
        ({"average": 0}, ("upheld average", "45", "0")),
        ({"count": 4}, ("upheld count", "3", "4")),
        ({"base": 6}, ("upheld base", "5", "6")),
        ({"base_of": "complaints"}, ("upheld base of", "detailed investigations", "complaints")),
        ({"denominator": None}, ("upheld denominator", "5", None)),
        ({"state": State.NONE_UPHELD}, ("upheld", "given", "none upheld")),
    ],
)
def test_every_figure_of_a_measure_is_told(changed: dict[str, Any], told: tuple[str, str, str]) -> None:
    one = WHOLE.measure(MeasureName.UPHELD)
    assert diff_letters(WHOLE, with_upheld(replace(one, **changed))) == (Change(*told),)


def test_a_cell_counted_as_something_else_is_told_even_with_the_same_number() -> None:
    better = Table(
        TableName.RECEIVED, (Cell("housing_2", "Housing", 4), Cell("other", "Other", 2)), Cell("t", "Total", 6)
    )
    told = diff_letters(WHOLE, replace(WHOLE, tables=(better,)))
    assert told == (
        Change("received, Housing, counted as", "housing", "housing_2"),
        Change("received, total, counted as", "total", "t"),
    )


def test_a_cell_that_could_not_be_read_is_told_from_none_at_all() -> None:
    before = replace(WHOLE, tables=(Table(TableName.REMEDIED, ()),))
    after = replace(WHOLE, tables=(Table(TableName.REMEDIED, (Cell("by_authority", "By authority", None),)),))
    assert diff_letters(before, after) == (Change("remedied, By authority", None, "not read"),)
    assert diff_letters(after, before) == (Change("remedied, By authority", "not read", None),)


def test_columns_that_are_alike_are_told_apart() -> None:
    before = replace(WHOLE, tables=(Table(TableName.DECIDED, (Cell("a", "A", 1), Cell("a", "A", 2))),))
    after = replace(WHOLE, tables=(Table(TableName.DECIDED, (Cell("a", "A", 1), Cell("a", "A", 3))),))
    assert diff_letters(before, after) == (Change("decided, A", "2", "3"),)


def test_what_is_known_of_a_council_by_its_written_name_is_no_news() -> None:
    written = replace(WHOLE, council=NOWHERE)
    assert diff_letters(replace(WHOLE, council=replace(NOWHERE, region="Kent", in_register=True)), written) == ()


@pytest.mark.parametrize(
    "after",
    [
        with_upheld(upheld(60, quotes=[Quote(0, 2, "60")])),
        replace(WHOLE, warnings=(Doubt("Odd.", "remedy", WHOLE.warnings[0].quotes),)),
        replace(WHOLE, warnings=(Doubt("Odd.", "upheld"),)),
        replace(WHOLE, tables=(received(6, other=2, housing=4),)),
    ],
)
def test_what_only_stands_elsewhere_is_told_as_that(after: Letter) -> None:
    assert diff_letters(WHOLE, after) == (Change("places and order", None, "changed"),)
