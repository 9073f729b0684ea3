"""Two-way tables of 2009-2012: kinds of enquiry by service over their totals, and rows whose label is wrapped."""

import pytest

from db.model import TableName
from tests.db.letters.printed import letter, one, warned

HEAD = "\tAdult care services\tHousing\tOther\tTotal"
ROWS = ("Formal/informal prematures\t1\t2\t3\t6", "Advice given\t0\t4\t1\t5", "Forwarded (new)\t2\t2\t2\t6")
TOTALS = "Total\t3\t8\t6\t17"
READ = {"adult_care": 3, "housing": 8, "other": 6, "total": 17}


def received(*lines: str) -> dict[str, int | None] | None:
    """The received table of a letter of 2012 with these lines under the table's title."""
    table = one(letter_2012(*lines)).table(TableName.RECEIVED)
    return {cell.key: cell.value for cell in (*table.cells, table.total) if cell} if table else None


def letter_2012(*lines: str) -> str:
    return letter(
        "\n".join(("LGO Advice Team", "Enquiries and complaints received", "", *lines)),
        dated="18 July 2012",
        subject="Annual Review Letter",
        opening="This is our annual summary of statistics about your authority for the year ended 31 March 2012.",
    )


@pytest.mark.parametrize("label", ["Total", "TOTAL", "Total:", "(new) Total"])
def test_the_totals_of_a_two_way_table_are_what_was_received(label: str) -> None:
    assert received(HEAD, *ROWS, TOTALS.replace("Total", label)) == READ


@pytest.mark.parametrize(
    "lines",
    [
        (HEAD, *ROWS),
        (HEAD, *ROWS, "Total\t3\t8\t7\t18"),
        (HEAD, *ROWS[:2], TOTALS),
        (HEAD, "2010/11\t1\t2\t3\t6", "2009/10\t2\t6\t3\t11", TOTALS),
        (HEAD, *ROWS, "All councils\t3\t8\t6\t17"),
        (HEAD, *ROWS, "Total\t3%\t8%\t6%\t17%"),
    ],
    ids=["no totals", "a total that does not add up", "a row lost", "years", "another label", "rates"],
)
def test_rows_whose_totals_are_not_theirs_are_left_out_with_a_warning(lines: tuple[str, ...]) -> None:
    assert received(*lines) is None
    assert "left out" in warned(one(letter_2012(*lines)), "received")


def test_a_row_whose_label_is_wrapped_is_read_by_the_number_of_its_values() -> None:
    assert received(HEAD, *ROWS[:2], "Forwarded", "(new)", "2 2 2 6", "Total 3 8 6 17") == READ


@pytest.mark.parametrize("line", ["Total 3 8 6", "Total 3 8 6 17 17", "Total 8 3 17"])
def test_a_row_without_cells_and_with_another_number_of_values_is_none(line: str) -> None:
    assert received(HEAD, *ROWS, line) is None


def test_values_that_only_spaces_part_are_never_put_under_headings_with_cells() -> None:
    assert received("Adult care services\tHousing\tOther\tTotal", "3 8 17") is None


def test_a_total_under_kinds_of_enquiry_alone_is_no_table_of_services() -> None:
    kinds = "\tFormal/informal prematures\tAdvice given\tTotal"
    assert received(kinds, "Adult care services\t1\t0\t1", "Housing\t2\t4\t6", "Total\t3\t4\t7") is None


def test_the_outcomes_of_2012_stand_under_headings_over_several_of_them() -> None:
    page = (
        "LGO Investigative Team\nDecisions\n\nNot investigated\t\tInvestigated\t\t\n"
        "No power to investigate\tInvestigation not justified & Other\tInjustice remedied during enquiries\tReport"
        "\tTotal\n3\t1\t4\t1\t9"
    )
    table = one(letter(page)).table(TableName.DECIDED)
    assert table is not None
    assert {cell.key: cell.value for cell in table.cells} == {
        "no_power": 3,
        "not_justified": 1,
        "remedied_during_enquiries": 4,
        "report": 1,
    }
    assert table.total is not None
    assert table.total.value == 9


def test_a_heading_over_prose_is_no_table() -> None:
    said = "Four were about housing, 10 about planning and development, and a total of 27 was received."
    read = one(letter(body=f"Enquiries and complaints received\n\n{said}"))
    assert read.table(TableName.RECEIVED) is None
    assert not read.doubts


def test_a_table_that_counts_otherwise_than_a_sentence_leaves_both_out_and_names_both_places() -> None:
    read = one(
        letter_2012(HEAD, *ROWS, TOTALS).replace(
            "\n\nYours", "\n\nIn 2011/12 we received 27 complaints about your local authority.\n\nYours"
        )
    )
    (doubt,) = read.doubts
    assert read.table(TableName.RECEIVED) is None
    assert [quote.text for quote in doubt.quotes] == [
        "17",
        "In 2011/12 we received 27 complaints about your local authority",
    ]


def test_a_sentence_that_counts_as_the_table_does_is_no_disagreement() -> None:
    text = letter_2012(HEAD, *ROWS, TOTALS).replace(
        "\n\nYours", "\n\nIn 2011/12 we received 17 complaints about your local authority.\n\nYours"
    )
    assert not one(text).doubts
    assert one(text).table(TableName.RECEIVED) is not None


@pytest.mark.parametrize(
    "lines",
    [
        (HEAD, "Leeds\t1\t2\t3\t6", "Bradford\t0\t4\t1\t5", "Total\t1\t6\t4\t11"),
        (HEAD, "Wakefield\t1\t2\t3\t6", "Bradford\t0\t4\t1\t5", "West Yorkshire total\t1\t6\t4\t11"),
    ],
)
def test_the_total_of_several_councils_is_not_this_one_s(lines: tuple[str, ...]) -> None:
    assert received(*lines) is None


def test_totals_over_kinds_of_enquiry_are_those_of_2009_to_2012_alone() -> None:
    table = "Complaints and enquiries received\n" + "\n".join((HEAD, *ROWS, TOTALS))
    assert one(letter(table)).table(TableName.RECEIVED) is None


@pytest.mark.parametrize("label", ["Surrey", "County average", "2010/11", "Previous year", "All authorities"])
def test_a_row_under_a_label_on_a_line_of_its_own_is_whose_the_label_says(label: str) -> None:
    assert received("Adult care services\tHousing\tOther\tTotal", label, "3\t8\t6\t17") is None


@pytest.mark.parametrize("label", ["Harborough DC", "2011/12", "01/04/11 - 31/03/12"])
def test_a_row_under_its_own_label_is_read(label: str) -> None:
    assert received("Adult care services\tHousing\tOther\tTotal", label, "3\t8\t6\t17") == READ


def test_a_title_in_the_first_cell_of_the_headings_is_one() -> None:
    page = "Complaints and enquiries received\tAdult care services\tHousing\tOther\tTotal\n\t3\t8\t6\t17"
    table = one(letter(page)).table(TableName.RECEIVED)
    assert table is not None
    assert table.total is not None
    assert table.total.value == 17


def test_a_row_of_the_city_of_london_is_nobody_else_s() -> None:
    label = "Local Authority\tAdult care services\tHousing\tOther\tTotal"
    assert received(label, "City of London\t3\t8\t6\t17") is None
