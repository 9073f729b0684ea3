from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.model import (
    Cell,
    Doubt,
    DoubtCode,
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
from tests.db.builders import LEEDS, NOWHERE, OADBY, doubt, letter, measures, quote, received, upheld
from tui.draw.change_text import write_change
from tui.draw.doubt_text import write_doubt

TEXT = "60% of complaints were upheld. I welcome that."
WHOLE = replace(
    letter(TEXT, OADBY, 2020, upheld(60, quotes=[quote(TEXT, "60%")]), tables=(received(6, housing=4, other=2),)),
    remarks=(Remark(kind=RemarkKind.PRAISE, quote=quote(TEXT, "I welcome that")),),
    doubts=(doubt(message="Odd.", about="upheld", quotes=(quote(TEXT, "60%"),)),),
)


def told_of(before: Letter, after: Letter) -> list[tuple[str, str | None, str | None]]:
    """What `after` says otherwise, in words."""
    return [write_change(change) for change in diff_letters(before, after)]


def with_upheld(measure: Measure) -> Letter:
    return replace(WHOLE, measures=measures(measure))


def test_the_same_letter_says_nothing_otherwise() -> None:
    assert diff_letters(WHOLE, replace(WHOLE)) == ()


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (replace(WHOLE, council=LEEDS), ("council", OADBY.name, LEEDS.name)),
        (replace(WHOLE, council=OADBY._replace(region="Wales")), ("the council's region", "East Midlands", "Wales")),
        (replace(WHOLE, council_as_written=None), ("council as written", "Oadby & Wigston", None)),
        (replace(WHOLE, year=2021), ("year", "2020", "2021")),
        (replace(WHOLE, kind=LetterKind.FURTHER), ("kind", "annual", "further")),
        (replace(WHOLE, dated=date(2020, 7, 22)), ("date", None, "2020-07-22")),
        (
            replace(WHOLE, period=Period(start=date(2019, 4, 1), end=date(2020, 3, 31))),
            ("period", None, "2019-04-01 to 2020-03-31"),
        ),
        (replace(WHOLE, addressee="Mrs\x1b[31m Court"), ("addressee", None, "Mrs Court")),
        (replace(WHOLE, role="Chief Executive"), ("role", None, "Chief Executive")),
        (replace(WHOLE, text=TEXT + "!"), ("text", "46 characters", "47 characters")),
        (replace(WHOLE, remarks=()), ("remark", "praise: “I welcome that”", None)),
        (replace(WHOLE, doubts=(*WHOLE.doubts, doubt(message="New."))), ("warning", None, "New.")),
        (replace(WHOLE, doubts=()), ("warning", "Odd.", None)),
        (replace(WHOLE, tables=(received(7, housing=4, other=2),)), ("received, total", "6", "7")),
        (replace(WHOLE, tables=(received(6, housing=5, other=2),)), ("received, Housing", "4", "5")),
        (replace(WHOLE, tables=(received(6, housing=None, other=2),)), ("received, Housing", "4", None)),
        (replace(WHOLE, tables=(received(6, housing=4),)), ("received, Other", "2", None)),
    ],
)
def test_whatever_one_thing_it_says_otherwise_is_told_alone(after: Letter, told: tuple[str, str, str]) -> None:
    assert told_of(WHOLE, after) == [told]


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
    assert told_of(WHOLE, with_upheld(one._replace(**changed))) == [told]


def test_a_cell_counted_as_something_else_is_told_even_with_the_same_number() -> None:
    better = Table(
        name=TableName.RECEIVED,
        cells=(Cell(key="housing_2", heading="Housing", value=4), Cell(key="other", heading="Other", value=2)),
        total=Cell(key="t", heading="Total", value=6),
    )
    assert told_of(WHOLE, replace(WHOLE, tables=(better,))) == [
        ("received, Housing, counted as", "housing", "housing_2"),
        ("received, total, counted as", "total", "t"),
    ]


def test_a_cell_that_could_not_be_read_is_told_from_none_at_all() -> None:
    before = replace(WHOLE, tables=(Table(name=TableName.REMEDIED, cells=()),))
    after = replace(
        WHOLE,
        tables=(Table(name=TableName.REMEDIED, cells=(Cell(key="by_authority", heading="By authority", value=None),)),),
    )
    assert told_of(before, after) == [("remedied, By authority", None, "not read")]
    assert told_of(after, before) == [("remedied, By authority", "not read", None)]


def test_columns_that_are_alike_are_told_apart() -> None:
    before = replace(
        WHOLE,
        tables=(
            Table(
                name=TableName.DECIDED, cells=(Cell(key="a", heading="A", value=1), Cell(key="a", heading="A", value=2))
            ),
        ),
    )
    after = replace(
        WHOLE,
        tables=(
            Table(
                name=TableName.DECIDED, cells=(Cell(key="a", heading="A", value=1), Cell(key="a", heading="A", value=3))
            ),
        ),
    )
    assert told_of(before, after) == [("decided, A", "2", "3")]


def test_what_is_known_of_a_council_by_its_written_name_is_no_news() -> None:
    written = replace(WHOLE, council=NOWHERE)
    assert diff_letters(replace(WHOLE, council=NOWHERE._replace(region="Kent", in_register=True)), written) == ()


@pytest.mark.parametrize(
    "after",
    [
        with_upheld(upheld(60, quotes=[Quote(start=0, end=2, text="60")])),
        replace(WHOLE, doubts=(doubt(message="Odd.", about="upheld"),)),
        replace(WHOLE, tables=(received(6, other=2, housing=4),)),
    ],
)
def test_what_only_stands_elsewhere_is_told_as_that(after: Letter) -> None:
    assert told_of(WHOLE, after) == [("places and order", None, "changed")]


def test_the_same_doubt_about_another_measure_is_another_doubt() -> None:
    before, after = (
        replace(WHOLE, doubts=(Doubt.of(DoubtCode.RATE_ABOVE_100, about, WHOLE.doubts[0].quotes, rate=101),))
        for about in ("upheld", "remedy")
    )
    assert told_of(before, after) == [
        ("warning", write_doubt(before.doubts[0]), None),
        ("warning", None, write_doubt(after.doubts[0])),
    ]
    assert write_doubt(before.doubts[0]) != write_doubt(after.doubts[0])


def test_a_measure_is_told_by_a_name_for_people() -> None:
    before, after = (
        replace(WHOLE, measures=measures(Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN, rate=rate)))
        for rate in (4.6, 5)
    )
    assert told_of(before, after) == [("per 100,000 rate", "4.6", "5")]
