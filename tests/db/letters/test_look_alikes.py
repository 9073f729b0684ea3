"""What only looks like a figure, a year or a council's name is not taken for one."""

from datetime import date

import pytest

from db.councils.register import Register
from db.letters import dates
from db.letters.parse import parse
from db.model import DoubtCode, Letter, Measure, MeasureName, TableName
from db.text.clean import clean

REGISTER = Register.load()
NAME = "Oadby & Wigston Borough Council"
LETTER = f"""22 July 2020

Mrs Court
Chief Executive
{NAME}

Dear Mrs Court

Annual Review letter 2020

I write to you with our annual summary of statistics for the year ending 31 March 2020.

Yours sincerely

Michael King
Local Government and Social Care Ombudsman

Complaints upheld
60% of complaints we investigated were upheld.
This compares to an average of 45% in similar authorities.
3 upheld decisions
Statistics are based on a total of 5 detailed investigations for the period between 1 April 2019 to 31 March 2020
"""
BOTH = LETTER.replace("3 upheld decisions\n", "") + "\nWe investigated 5 complaints and upheld 3.\n"
REPORT = f"""Local Authority Report: {NAME}
For the period ending: 31/03/2016

Complaints and enquiries received

Adult care services|Benefits and tax|Other|Total
1|2|3|6

Decisions made

Incomplete or invalid|Advice given|Referred back for local resolution|Closed after initial enquiries|Not upheld|Upheld\
|Uphold rate|Total
1|1|1|1|2|3|60%|9
"""
GAPS = ("\t", " | ", "   ", " ")


def read(text: str) -> Letter:
    (letter,) = parse(clean(text), REGISTER)
    return letter


def upheld(letter: Letter) -> Measure:
    return next(measure for measure in letter.measures if measure.name is MeasureName.UPHELD)


def change(text: str, before: str, after: str) -> str:
    assert before in text
    return text.replace(before, after)


def test_the_letter_itself_is_read_whole() -> None:
    for text in (LETTER, BOTH):
        measure = upheld(read(text))
        assert (measure.rate, measure.average, measure.count, measure.base) == (60, 45, 3, 5)


@pytest.mark.parametrize("rate", ["-60%", "\u221260%", "\u201360%", "+60%", "1,060%", "60.55%", "160%"])
def test_a_rate_with_a_sign_or_that_is_part_of_another_number_is_none(rate: str) -> None:
    letter = read(change(LETTER, "60% of", f"{rate} of"))
    assert upheld(letter).rate is None
    assert any(doubt.about == MeasureName.UPHELD for doubt in letter.doubts)


@pytest.mark.parametrize("item", ["- 60%", "\u2022 60%", "\u2013 60%"])
def test_a_rate_behind_the_sign_of_a_list_is_read(item: str) -> None:
    assert upheld(read(change(LETTER, "60% of", f"{item} of"))).rate == 60


@pytest.mark.parametrize("count", ["2.9", "-3", "\u22123", "3.0", "1,003", "3,5"])
def test_a_count_with_a_sign_or_decimals_or_cut_out_of_a_longer_number_is_none(count: str) -> None:
    letter = read(change(LETTER, "3 upheld", f"{count} upheld"))
    assert upheld(letter).count is None
    assert any(doubt.about == MeasureName.UPHELD for doubt in letter.doubts)
    assert upheld(read(change(BOTH, "upheld 3.", f"upheld {count}."))).count is None


@pytest.mark.parametrize("base", ["5.5", "-5", "1,005", "5-6", "5/6"])
def test_a_base_with_a_sign_or_decimals_or_cut_out_of_a_longer_number_is_none(base: str) -> None:
    assert upheld(read(change(LETTER, "total of 5 ", f"total of {base} "))).base is None
    assert upheld(read(change(BOTH, "investigated 5 ", f"investigated {base} "))).count is None


def test_a_count_that_a_copy_glued_to_the_next_rate_is_read() -> None:
    text = change(BOTH, "upheld 3.\n", "upheld 3.60% of complaints we investigated were upheld.\n")
    assert upheld(read(text)).count == 3


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("rate", ["160%", "1060%", "100.5%"])
def test_a_rate_of_more_than_all_is_left_out_of_a_table_too_with_a_doubt(gap: str, rate: str) -> None:
    letter = read(change(REPORT, "60%", rate).replace("|", gap))
    measure = upheld(letter)
    assert (measure.rate, measure.count, measure.base) == (None, None, None)
    doubt = next(each for each in letter.doubts if each.code is DoubtCode.RATE_ABOVE_100)
    assert doubt.quotes[0].text == letter.text[doubt.quotes[0].start : doubt.quotes[0].end]
    decided = next(table for table in letter.tables if table.name is TableName.DECIDED)
    assert [cell.value for cell in decided.cells] == [1, 1, 1, 1, 2, 3]


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("cell", ["-1", "+1", "1,001", "\u22121"])
def test_a_cell_with_a_sign_or_thousands_is_no_number(gap: str, cell: str) -> None:
    text = change(REPORT, "1|2|3|6", f"{cell}|2|3|6").replace("|", gap)
    values = [one.value for table in read(text).tables if table.name is TableName.RECEIVED for one in table.cells]
    assert values in ([], [None, 2, 3])


@pytest.mark.parametrize("gap", GAPS)
def test_a_dash_in_a_cell_is_still_none_and_the_rest_is_read(gap: str) -> None:
    letter = read(change(REPORT, "1|2|3|6", "-|2|4|6").replace("|", gap))
    received = next(table for table in letter.tables if table.name is TableName.RECEIVED)
    assert [cell.value for cell in received.cells] == [None, 2, 4]


def test_a_year_still_to_come_is_none_and_the_next_is_one() -> None:
    for later, is_read in ((1, True), (2, False), (50, False)):
        year = date.today().year + later
        letter = read(LETTER.replace("2020", str(year)).replace("2019", str(year - 1)))
        assert letter.year == (year if is_read else None)
        assert (letter.dated is not None) == is_read
        assert (letter.period is not None) == is_read


@pytest.mark.parametrize("words", ["31 March 20201", "131 March 2020", "31/03/20201", "131/03/2020", "31/03/99"])
def test_a_day_cut_out_of_longer_numbers_or_of_another_century_is_none(words: str) -> None:
    text = change(LETTER, "22 July 2020", words)
    assert read(text).dated is None


@pytest.mark.parametrize("words", ["20201", "12020", "2019-201", "2019/201", "2019-20201"])
def test_a_year_cut_out_of_longer_numbers_is_none(words: str) -> None:
    assert dates.closing_year(words) is None
    text = LETTER.replace("for the year ending 31 March 2020", "").replace("letter 2020", f"letter {words}")
    text = text.replace("for the period between 1 April 2019 to 31 March 2020", "").replace("22 July 2020\n", "")
    assert read(text).year is None


@pytest.mark.parametrize(
    "contact",
    [
        " Web: www.lgo.org.uk",
        "  Website: www.lgo.org.uk",
        ", Web: www.lgo.org.uk",
        "Web: www.lgo.org.uk",
        "\tWeb: www.lgo.org.uk",
        " | Web: www.lgo.org.uk",
        " Web www.lgo.org.uk",
        " W: www.lgo.org.uk",
        " (web: www.lgo.org.uk)",
        " - www.lgo.org.uk",
        " https://www.lgo.org.uk",
        " Email: a@b.uk",
        " T: 0300 061 0614",
        " Tel: 0300 061 0614",
    ],
)
def test_how_to_reach_somebody_is_no_part_of_a_councils_name(contact: str) -> None:
    parish = "Unheard Of Parish Council"
    for text in (LETTER, REPORT.replace("|", "\t")):
        letter = read(change(text, NAME, NAME + contact))
        assert (letter.council.name, letter.council.in_register) == (NAME, True)
        unheard_of = read(change(text, NAME, parish + contact))
        assert (unheard_of.council.name, unheard_of.council.in_register) == (parish, False)
