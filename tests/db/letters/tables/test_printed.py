"""The printed tables of 2006-2019: every value under its own heading, or no values at all."""

import pytest

from db.model import MeasureName, State, TableName
from tests.db.letters.printed import (
    DECIDED,
    RECEIVED,
    letter,
    letter_2018,
    one,
    stacked,
    tabbed,
    warned,
)

TITLE = "Complaints and enquiries received"
DECISIONS = "Decisions made"
RECEIVED_KEYS = {
    "adult_care": 0,
    "benefits_and_tax": 1,
    "corporate_and_other": 0,
    "housing": 1,
    "planning_and_development": 3,
    "other": 1,
    "total": 6,
}


def received(text: str) -> dict[str, int | None] | None:
    """The received table, its total among its cells."""
    return _cells(text, TableName.RECEIVED)


def _cells(text: str, name: TableName) -> dict[str, int | None] | None:
    table = one(text).table(name)
    if table is None:
        return None
    return {cell.key: cell.value for cell in (*table.cells, *((table.total,) if table.total else ()))}


def three_years(*rows: str) -> str:
    """A letter of 2008 whose table has these rows."""
    heading = "Complaints received by subject area\n\n\tBenefits\tHousing\tOther\tTotal\n"
    return letter(heading + "\n".join(rows), dated="18 June 2008", subject="Annual Letter 2007/08", opening="")


@pytest.mark.parametrize("table", [tabbed(TITLE, RECEIVED), stacked(TITLE, RECEIVED), tabbed(TITLE + ":", RECEIVED)])
def test_a_whole_table_is_read_whether_or_not_its_cells_are_kept_apart(table: str) -> None:
    assert received(letter_2018(table)) == RECEIVED_KEYS


def test_headings_that_a_narrow_column_breaks_within_words_are_known() -> None:
    broken = tabbed(TITLE, RECEIVED).replace("Development", "Developme nt").replace("Corporate", "Corpo rate")
    assert broken != tabbed(TITLE, RECEIVED)
    assert received(letter_2018(broken)) == RECEIVED_KEYS


def test_a_heading_over_several_columns_that_is_broken_too_is_none_of_a_column() -> None:
    row = "Decisi ons made Incom plete or Invalid\tAdvice Given\tDetaile d Investi gation s Not Uphel d\tUphel d\tTotal"
    table = one(letter_2018(f"Decisions made\n\n{row}\n2\t1\t3\t4\t10")).table(TableName.DECIDED)
    assert table
    assert {cell.key: cell.value for cell in table.cells} == {
        "incomplete_or_invalid": 2,
        "advice_given": 1,
        "not_upheld": 3,
        "upheld": 4,
    }


def test_only_the_row_of_the_letter_s_own_year_is_read() -> None:
    text = three_years("01/04/07 - 31/03/08\t1\t2\t3\t6", "2006/07\t4\t5\t6\t15", "2005/06\t7\t8\t9\t24")
    assert received(text) == {"Benefits": 1, "housing": 2, "other": 3, "total": 6}


@pytest.mark.parametrize(
    "rows",
    [
        ["2006/07\t4\t5\t6\t15"],
        ["2006/07\t4\t5\t6\t15", "2005/06\t7\t8\t9\t24"],
        ["01/04/06 - 31/03/07\t4\t5\t6\t15"],
        ["2007/08\t1\t2\t3\t6", "2007/08\t4\t5\t6\t15"],
    ],
)
def test_without_one_row_of_its_own_year_nothing_is_read(rows: list[str]) -> None:
    text = three_years(*rows)
    assert received(text) is None
    assert "left out" in warned(one(text), "received")


def test_rows_without_years_are_not_chosen_among() -> None:
    text = letter_2018(tabbed(TITLE, RECEIVED) + "\n" + "\t".join(["1"] * 7))
    assert received(text) is None


@pytest.mark.parametrize("label", ["England", "Leeds City Council", "National average"])
def test_a_row_labelled_with_another_s_name_is_not_this_council_s(label: str) -> None:
    table = tabbed(DECISIONS, {"Local Authority": label, **DECIDED})
    read = one(letter_2018(table))
    assert read.table(TableName.DECIDED) is None
    assert read.measure(MeasureName.UPHELD).state is State.NOT_GIVEN


@pytest.mark.parametrize("label", ["Harborough DC", "Harborough District C", "Your authority", ""])
def test_a_row_labelled_with_its_own_name_is(label: str) -> None:
    read = one(letter_2018(tabbed(DECISIONS, {"Local Authority": label, **DECIDED})))
    assert read.measure(MeasureName.UPHELD).rate == 75


@pytest.mark.parametrize("lost", list(RECEIVED)[:-1])
def test_a_value_that_vanished_from_a_pdf_never_shifts_the_others(lost: str) -> None:
    text = letter_2018(stacked(TITLE, {**RECEIVED, lost: ""}))
    assert received(text) is None
    assert "left out" in warned(one(text), "received")


@pytest.mark.parametrize("lost", list(DECIDED))
def test_a_decision_that_vanished_leaves_the_rate_out_too(lost: str) -> None:
    read = one(letter_2018(stacked(DECISIONS, {**DECIDED, lost: ""})))
    assert read.table(TableName.DECIDED) is None
    assert read.measure(MeasureName.UPHELD).state is State.NOT_GIVEN


def test_a_page_number_does_not_stand_in_for_a_value_that_vanished() -> None:
    text = letter_2018(stacked(TITLE, {**RECEIVED, "Adult Care Services": "", "Benefits and Tax": "2\n\n1"}))
    assert received(text) is None


def test_an_empty_cell_is_missing_and_not_zero() -> None:
    text = letter_2018(tabbed(TITLE, {**RECEIVED, "Adult Care Services": "", "Corporate and Other Services": "-"}))
    assert received(text) == {**RECEIVED_KEYS, "adult_care": None, "corporate_and_other": None}


def test_an_unknown_heading_is_kept_under_its_own_words() -> None:
    columns = {("Climate Services" if key == "Housing" else key): value for key, value in RECEIVED.items()}
    found = received(letter_2018(tabbed(TITLE, columns)))
    assert found is not None
    assert found["Climate Services"] == 1


@pytest.mark.parametrize(
    "changed",
    [{"Housing": "one"}, {"Total": "1,006"}, {"Housing": "1 of 3"}, {"Housing": "1\t1"}, {"Other": "2019"}],
)
def test_a_table_with_something_else_in_it_is_left_out_or_warned_about(changed: dict[str, str]) -> None:
    read = one(letter_2018(tabbed(TITLE, {**RECEIVED, **changed})))
    assert warned(read, "received")


def test_columns_of_two_years_are_not_this_year_s_pairs() -> None:
    text = letter_2018(f"{DECISIONS}\n\nOutcome\t2016/17\t2017/18\nUpheld\t5\t6\nNot Upheld\t1\t2\nTotal\t6\t8")
    assert _cells(text, TableName.DECIDED) is None


def test_headings_beside_their_values_are_pairs() -> None:
    text = letter_2018(f"{DECISIONS}\n\nUpheld\t6\nNot Upheld\t2\nUphold Rate\t75%\nTotal\t8")
    assert _cells(text, TableName.DECIDED) == {"upheld": 6, "not_upheld": 2, "total": 8}
    assert one(text).measure(MeasureName.UPHELD).rate == 75


def test_the_same_table_twice_with_other_figures_is_left_out() -> None:
    read = one(letter_2018(tabbed(TITLE, RECEIVED), tabbed(TITLE, {**RECEIVED, "Housing": "2", "Total": "7"})))
    assert read.table(TableName.RECEIVED) is None
    assert "twice" in warned(read, "received")


def test_the_rate_of_a_table_is_of_its_investigations() -> None:
    upheld = one(letter_2018(tabbed(DECISIONS, DECIDED))).measure(MeasureName.UPHELD)
    assert (upheld.rate, upheld.count, upheld.base, upheld.denominator) == (75, 3, 4, 4)


def test_without_an_investigation_a_printed_0_percent_is_no_rate() -> None:
    none = {**DECIDED, "Not Upheld": "0", "Upheld": "0", "Uphold Rate": "0%", "Total": "3"}
    upheld = one(letter_2018(tabbed(DECISIONS, none))).measure(MeasureName.UPHELD)
    assert (upheld.state, upheld.rate, upheld.count, upheld.base) == (State.NOT_GIVEN, None, 0, 0)


def test_every_cell_is_quoted_where_it_stands() -> None:
    read = one(letter_2018(tabbed(TITLE, RECEIVED)))
    table = read.table(TableName.RECEIVED)
    assert table is not None
    quotes = [cell.quote for cell in table.cells]
    assert [quote.text for quote in quotes if quote] == list(RECEIVED.values())[:-1]
    assert all(quote and read.text[quote.start : quote.end] == quote.text for quote in quotes)


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ("by LGO\nSatisfactorily by Authority before LGO Involvement\n2\n5", {"by_ombudsman": 2, "by_authority": 5}),
        (
            "by LGO\n\nSatisfactorily by Authority before LGO Involvement\n\n2\n\n5",
            {"by_ombudsman": 2, "by_authority": 5},
        ),
        ("by LGO   Satisfactorily by Authority before LGO Involvement\n2   5", {"by_ombudsman": 2, "by_authority": 5}),
        ("by LGO\nSatisfactorily by Authority before LGO Involvement\n2\n\n5", None),
        ("by LGO   Satisfactorily by Authority before LGO Involvement\n2\n5", None),
    ],
)
def test_a_page_s_number_is_not_taken_for_an_empty_cell_of_the_last_table(
    lines: str, read: dict[str, int] | None
) -> None:
    assert _cells(letter_2018(f"Complaints Remedied\n{lines}"), TableName.REMEDIED) == read
