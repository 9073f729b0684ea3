"""How many complaints were received, where a sentence says so: in which year, and about whom."""

import pytest

from db.model import DoubtCode, TableName
from tests.db.letters.printed import one

HEAD = "{dated}\n\nMr A Brown\nChief Executive\nDerby City Council\n\nDear Mr Brown\n\nAnnual Letter {years}\n\n"
SIGNED = "\n\nYours sincerely\n\nJ R White\nLocal Government Ombudsman\n"


def received(words: str, dated: str = "20 June 2007", years: str = "2006/07") -> tuple[int | None, list[DoubtCode]]:
    """The total read in a letter with these words, and the doubts about it."""
    read = one(HEAD.format(dated=dated, years=years) + words + SIGNED)
    table = read.table(TableName.RECEIVED)
    doubts = [doubt.code for doubt in read.doubts if doubt.about == TableName.RECEIVED]
    return (table.total.value if table and table.total else None), doubts


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("This year I received 51 complaints about your Council. Last year I received 60 complaints about it.", 51),
        ("This year we received a total of 51 complaints from residents of the Council's area.", 51),
        ("Last year 51 complaints were received against your authority, and 60 in the year before that.", 51),
        ("Last year we received 51 complaints against the Council, a decrease on the 60 of the previous year.", 51),
        ("In 2006/07 my office received 51 complaints about Derby City Council, compared with 60 in 2005/06.", 51),
        ("During 2006-07, 51 complaints and enquiries were received about your local authority.", 51),
        ("We received 51 complaints against your Council during the year, and 60 the year before.", 51),
        ("In the year ended 31 March 2007 we received 51 complaints about your Council.", 51),
        ("This year our Advice Team dealt with 51 enquiries and complaints\nabout your\nCouncil.", 51),
    ],
)
def test_the_number_of_the_letter_s_own_year_is_read_however_it_is_worded(words: str, number: int) -> None:
    assert received(words) == (number, [])


@pytest.mark.parametrize(
    "words",
    [
        "In 2005/06 we received 60 complaints about your Council.",
        "This year we received 12 complaints about your Council's housing service.",
        "This year we received 12 complaints about your Council\nconcerning its schools.",
        "This year we received 12 complaints about your Council and its schools.",
        "This year we received 17,628 complaints about your Council.",
        "In 2006/07 we received 60 complaints about Surrey County Council.",
        "This year we received twelve complaints about your Council.",
        "Across England we received 60 complaints this year.",
    ],
)
def test_a_number_of_another_year_council_or_part_is_not_taken(words: str) -> None:
    assert received(words)[0] is None


@pytest.mark.parametrize(
    "words",
    [
        "This year we had 51 complaints. Last year we received 60 complaints against your Council.",
        "Last year we received 60 complaints against your Council. In 2006/07 the number of complaints fell to 51.",
        "Last year 60 complaints were received about the Council; during the year just past we dealt with fewer: this"
        " year 51 enquiries came in.",
    ],
)
def test_last_year_is_left_out_where_another_sentence_may_have_this_year_s_number(words: str) -> None:
    assert received(words) == (None, [DoubtCode.RECEIVED_LAST_YEAR])


def test_two_numbers_of_one_year_leave_none() -> None:
    words = "This year we received 51 complaints about your Council. In 2006/07 we received 50 complaints"
    assert received(f"{words} about your Council.") == (None, [DoubtCode.PRINTED_TWO_WAYS])


def test_the_table_counts_before_last_year() -> None:
    table = "Complaints received by subject area\n\n\tHousing\tOther\tTotal\n01/04/06 - 31/03/07\t20\t31\t51\n"
    assert received("Last year we received 60 complaints against your Council.\n\n" + table) == (51, [])
