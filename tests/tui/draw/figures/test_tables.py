import pytest

from db.model import Cell, Table, TableName
from tests.marks import slow
from tests.tui.draw.made import HOSTILE, table, widest
from tui.draw.figures.tables import build_table_rows


def test_each_cell_is_a_number_before_our_words_for_it() -> None:
    drawn = [row.content.plain.split(maxsplit=1) for row in build_table_rows(table(), 60)]
    assert drawn[:2] == [["0", "Adult care"], ["1", "Housing"]]
    assert drawn[-1] == ["1,234", "Total"]


def test_a_column_nobody_knows_keeps_its_own_heading() -> None:
    assert any("Drains" in row.content.plain for row in build_table_rows(table(), 60))


def test_a_cell_without_a_number_is_not_a_zero() -> None:
    drawn = next(row.content.plain for row in build_table_rows(table(), 60) if "Drains" in row.content.plain)
    assert drawn.strip() == "Drains: no number printed"


def test_a_cell_leads_to_its_place_in_the_letter() -> None:
    rows = build_table_rows(table(), 60)
    assert [row.quote.text if row.quote else None for row in rows] == ["0", "1", None, None]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("width", [36, *slow(120)])
def test_any_heading_fits_the_width(words: str, width: int) -> None:
    rows = build_table_rows(Table(name=TableName.RECEIVED, cells=(Cell(key=words, heading=words, value=12),)), width)
    assert widest(rows[0].content) <= width
    assert "12" in rows[0].content.plain
