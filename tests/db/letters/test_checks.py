"""What a letter's figures must satisfy between themselves: warned about, never corrected."""

import pytest

from db.letters.checks import check_figures
from db.letters.doubts import DoubtCollector
from db.model import Measure, MeasureName, Quote, State, TableName
from tests.db.letters.printed import (
    DECIDED,
    RECEIVED,
    compliance,
    figures,
    letter,
    letter_2018,
    one,
    tabbed,
    upheld,
    warned,
)
from tui.draw.doubt_text import write_doubt


@pytest.mark.parametrize(
    ("rate", "count", "base"),
    [
        ("60%", 3, 5),
        ("67%", 2, 3),
        ("33%", 1, 3),
        ("13%", 1, 8),
        ("63%", 5, 8),
        ("68.8%", 11, 16),
        ("0%", 0, 7),
        ("100%", 1, 1),
    ],
)
def test_a_rate_that_is_the_share_rounded_half_up_needs_no_warning(rate: str, count: int, base: int) -> None:
    page = upheld(rate=rate, count=f"{count}\nupheld decisions", base=f"{base} detailed investigations")
    assert not warned(one(letter(page)), "upheld")


@pytest.mark.parametrize(("rate", "count", "base"), [("91%", 9, 10), ("62%", 5, 8), ("69%", 2, 3), ("60.1%", 3, 5)])
def test_a_rate_that_is_not_is_kept_as_printed_with_a_warning(rate: str, count: int, base: int) -> None:
    """Cumbria's page of 2023-24 prints 91% with 9 of 10."""
    page = upheld(rate=rate, count=f"{count}\nupheld decisions", base=f"{base} detailed investigations")
    read = one(letter(page))
    measure = read.measure(MeasureName.UPHELD)
    assert (f"{measure.rate}%", measure.count, measure.base) == (rate, count, base)
    assert f"prints {rate}, but {count} of {base}" in warned(read, "upheld")


@pytest.mark.parametrize("count", ["9\nupheld decisions", "9 upheld decisions", "**9** upheld decisions."])
def test_a_misprint_in_a_plain_sentence_is_kept_however_its_count_is_laid_out(count: str) -> None:
    read = one(letter(upheld(rate="91%", count=count, base="10 detailed investigations")))
    assert (read.measure(MeasureName.UPHELD).count, read.measure(MeasureName.UPHELD).base) == (9, 10)
    assert warned(read, "upheld") == "The letter prints 91%, but 9 of 10 is 90%."


@pytest.mark.parametrize(("rate", "share"), [("70%", "69%"), ("68.7%", "68.8%"), ("69.0%", "68.8%")])
def test_our_share_is_told_with_as_many_decimals_as_the_letter_s(rate: str, share: str) -> None:
    page = upheld(rate=rate, count="11\nupheld decisions", base="16 detailed investigations")
    assert warned(one(letter(page)), "upheld") == f"The letter prints {rate}, but 11 of 16 is {share}."


@pytest.mark.parametrize(("rate", "base", "fits"), [("86%", 7, True), ("60%", 7, False), ("99%", 40, False)])
def test_a_rate_without_a_count_is_warned_about_where_no_count_can_be_that_share(
    rate: str, base: int, fits: bool
) -> None:
    read = one(letter(compliance(rate=rate, base=f"{base} compliance outcomes")))
    assert read.measure(MeasureName.COMPLIANCE).base == base
    assert warned(read, "compliance") == ("" if fits else f"The letter prints {rate}, which no number of {base} is.")


def test_more_remedied_than_upheld_is_warned_about() -> None:
    quote = Quote(start=0, end=3, text="50%")
    tabled = Measure(name=MeasureName.REMEDY, state=State.GIVEN, rate=50, count=4, denominator=2, quotes=(quote,))
    doubts = DoubtCollector()
    check_figures((tabled,), (), doubts)
    (doubt,) = doubts.doubts
    assert (doubt.about, doubt.quotes) == ("remedy", (quote,))
    assert write_doubt(doubt).startswith("4 of 2 cannot be")


def test_columns_that_add_up_to_their_own_total_need_no_warning_though_the_two_totals_differ() -> None:
    assert (
        one(
            letter_2018(tabbed("Complaints and enquiries received", RECEIVED), tabbed("Decisions made", DECIDED))
        ).doubts
        == ()
    )


def test_columns_that_do_not_add_up_are_kept_as_printed_with_a_warning() -> None:
    read = one(letter_2018(tabbed("Complaints and enquiries received", {**RECEIVED, "Total": "7"})))
    table = read.table(TableName.RECEIVED)
    assert table is not None
    assert table.total is not None
    assert table.total.value == 7
    assert warned(read, "received") == "The columns add up to 6, but the printed total is 7."


def test_a_rate_in_a_table_is_checked_against_the_investigations_not_the_total() -> None:
    read = one(letter_2018(tabbed("Decisions made", {**DECIDED, "Uphold Rate": "43%"})))  # 3 of all 7 decisions
    assert "3 of 4 is 75%" in warned(read, "upheld")


def test_a_letter_whose_figures_agree_is_not_warned_about() -> None:
    assert one(letter(figures())).doubts == ()
