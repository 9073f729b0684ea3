from dataclasses import replace
from datetime import date

import pytest

from db.model import MeasureName, Period, Quote
from tests.tui.draw.made import HOSTILE, LETTER, complied, hostile_letter, of_year, quote, stored, upheld
from tests.tui.draw.seen import controls
from tui.draw.copy_text import cite, copy_measure, copy_passage, copy_row, copy_selection, copy_table_of_row, copy_year

DATED = replace(
    LETTER,
    year=2020,
    dated=date(2020, 7, 22),
    period=Period(start=date(2019, 4, 1), end=date(2020, 3, 31)),
)


def test_a_figure_is_a_sentence_with_its_council_its_year_its_cases_the_average_and_the_source() -> None:
    text = copy_measure(stored(DATED), MeasureName.UPHELD).text
    assert text.startswith(
        "Harnham District Council, year to 31 March 2020: 3 of 5 (60%) of the complaints investigated were upheld, "
        "average of similar councils 45%. (Source: the Ombudsman's letter of 22 July 2020 to Harnham District "
    )


def test_what_is_worked_out_is_said_to_be() -> None:
    assert "3 of 3* (100%)" in copy_measure(stored(DATED), MeasureName.COMPLIANCE).text
    assert "(* worked out from what the letter prints)" in copy_measure(stored(DATED), MeasureName.COMPLIANCE).text
    assert "*" not in copy_measure(stored(DATED), MeasureName.UPHELD).text


def test_a_figure_that_is_not_there_is_said_not_to_be() -> None:
    text = copy_measure(stored(DATED), MeasureName.UPHELD_PER_100K).text
    assert "not printed here" in text
    assert " 0" not in text.partition("(Source")[0]


def test_a_year_has_all_its_figures() -> None:
    text = copy_year(stored(DATED)).text
    for words in ("3 of 5 (60%)", "complied with", "before the complaint reached", "(Source:"):
        assert words in text
    assert "\n" not in text


def test_a_remark_is_in_quotation_marks_with_what_it_is_and_the_source() -> None:
    letter = stored(DATED)
    copied = copy_passage(letter, letter.letter.remarks[0].quote)
    assert copied.text.startswith("Public report: \u201c")
    assert copied.text.endswith(cite(letter))
    assert "public report" in copied.notice


def test_the_words_of_a_passage_have_no_signs_of_markup() -> None:
    text = copy_passage(stored(DATED), quote("This compares to an average of **45%** in similar authorities.")).text
    assert "average of 45% in" in text


def test_the_table_of_the_years_has_a_row_a_year_and_tabs() -> None:
    letters = [stored(of_year(year, upheld(), complied()), letter_id=year) for year in (2019, 2021, 2020)]
    lines = copy_table_of_row("year 2020", letters, 0).text.split("\n")
    assert [line.split("\t")[1] for line in lines] == ["Year", "2021", "2020", "2019"]
    assert len({line.count("\t") for line in lines}) == 1
    cells = dict(zip(lines[0].split("\t"), lines[1].split("\t"), strict=True))
    assert (cells["Upheld: number"], cells["Upheld: of"], cells["Upheld: %"]) == ("3", "5", "60")
    assert "Complied" in cells["Worked out by upheld"]


def test_a_table_of_counts_has_a_row_a_count_and_nothing_for_what_is_not_printed() -> None:
    letter = stored(DATED)
    table = letter.letter.tables[0]
    lines = copy_table_of_row(f"cell {table.name} 0", [letter], 0).text.split("\n")
    assert len(lines) == len(table.cells) + (1 if table.total else 0) + 2
    assert "\t" in lines[1]


def test_what_leads_nowhere_and_is_nothing_is_not_copied() -> None:
    assert copy_row("", None, [stored(DATED)], 0) is None
    assert copy_row("year 1999", None, [stored(DATED)], 0) is None
    assert copy_row("cell received 999", None, [stored(DATED)], 0) is None


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_a_terminal_acts_on_is_copied(hostile: str) -> None:
    letter = stored(hostile_letter(hostile))
    everything = [
        copy_year(letter),
        copy_table_of_row("", [letter], 0),
        copy_selection(hostile),
        copy_passage(letter, Quote(start=0, end=len(letter.letter.text), text=letter.letter.text)),
        *(copy_measure(letter, name) for name in MeasureName),
    ]
    for copied in everything:
        assert not [sign for sign in controls(copied.text) if sign != "\t"]
        assert not controls(copied.notice)


def test_no_cell_is_a_formula_to_a_spreadsheet() -> None:
    source = stored(DATED).source._replace(name="=cmd|x.txt")
    assert "'=cmd|x.txt" in copy_table_of_row("", [stored(DATED)._replace(source=source)], 0).text
