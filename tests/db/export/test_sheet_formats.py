"""Rows as CSV, JSON and Markdown: whatever a letter holds, other programs read it back as the text it is."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.export.sheet import Column, Sheet, Value
from db.export.sheet_formats import (
    BYTE_ORDER_MARK,
    SheetFormat,
    make_writer,
    shield_text,
    unshield_text,
    write_lines,
)
from db.text.clean import one_line
from tests.db.export.read_back import convert_to_flat_sheet, read_cells, read_markdown

HEADS = ("words", "number")
FORMULAS = (
    "=1+1",
    "=cmd|'/c calc'!A1",
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\uff1d1",
    "'=1",
    "''-1",
)
TEXT = (
    st.text(max_size=40)
    | st.sampled_from(FORMULAS)
    | st.text(alphabet="=+-@'\t\r\n,;|\"\\*_`<>&[]()!#.1 ", max_size=12)
)
NUMBERS = st.integers(-(10**9), 10**9) | st.floats(-1e6, 1e6, allow_nan=False)
LINES = st.lists(st.tuples(TEXT, st.none() | NUMBERS), max_size=5)


def make_sheet() -> Sheet[tuple[str, Value]]:
    """A sheet of words and numbers."""
    words: Column[tuple[str, Value]] = Column("words", "some words", lambda item: item[0])
    number: Column[tuple[str, Value]] = Column("number", "a number", lambda item: item[1])
    return Sheet("made", "pair", (words, number))


def read_csv(text: str) -> list[list[str]]:
    """The rows of a CSV file as any program reads them, without the mark at its beginning."""
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


@given(LINES)
def test_csv_is_read_back_as_the_text_it_was_and_begins_no_formula(items: list[tuple[str, Value]]) -> None:
    lines = list(make_sheet().build_lines(items))
    head, *read = read_csv(write_lines(SheetFormat.CSV, HEADS, lines))
    assert head == list(HEADS)
    assert len(read) == len(items)
    for (words, number), (cell, digits) in zip(items, read, strict=True):
        assert unshield_text(cell) == one_line(words)
        assert cell[:1] not in tuple("=+-@\t\r\n")
        assert digits == ("" if number is None else str(number))


@given(TEXT)
def test_what_is_shielded_can_be_taken_back(text: str) -> None:
    assert unshield_text(shield_text(text)) == text


@pytest.mark.parametrize("number", [-1, -0.5, 0, 60, 68.8])
def test_a_number_stays_one_also_below_zero(number: float) -> None:
    assert read_csv(write_lines(SheetFormat.CSV, HEADS, [("x", number)]))[1] == ["x", str(number)]


@given(LINES)
def test_json_is_read_back_as_it_was(items: list[tuple[str, Value]]) -> None:
    lines = list(make_sheet().build_lines(items))
    read = json.loads(write_lines(SheetFormat.JSON, HEADS, lines))
    assert [(each["words"], each["number"]) for each in read] == [(one_line(words), number) for words, number in items]


@given(TEXT)
def test_markdown_keeps_a_text_in_its_cell(words: str) -> None:
    read = read_markdown(write_lines(SheetFormat.MARKDOWN, HEADS, make_sheet().build_lines([(words, 7)])))
    assert read.text == " ".join(f"words number {one_line(words)} 7".split())
    assert read.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]


@given(LINES, LINES)
@pytest.mark.parametrize("kind", list(SheetFormat))
def test_a_table_in_pieces_is_the_table(
    kind: SheetFormat, first: list[tuple[str, Value]], second: list[tuple[str, Value]]
) -> None:
    sheet, writer = make_sheet(), make_writer(kind)
    one, other = list(sheet.build_lines(first)), list(sheet.build_lines(second))
    pieces = writer.begin(HEADS) + writer.add(HEADS, one, True) + writer.add(HEADS, other, not one) + writer.end
    assert pieces == write_lines(kind, HEADS, [*one, *other])


def test_libreoffice_opens_it_with_text_as_text_and_numbers_as_numbers(tmp_path: Path) -> None:
    lines: list[tuple[str, Value]] = [*((each, -2) for each in FORMULAS), ("Zoë's café, “no”; yes", 4.6)]
    shown = list(make_sheet().build_lines([*lines, ("nothing", None)]))
    file = tmp_path / "made.csv"
    file.write_bytes(write_lines(SheetFormat.CSV, HEADS, shown).encode())
    head, *rows = read_cells(convert_to_flat_sheet(file))
    assert [text for text, _, _ in head] == list(HEADS)
    assert [unshield_text(row[0][0]) for row in rows] == [words for words, _ in shown]
    assert [row[0][1:] for row in rows] == [("string", None)] * len(rows)
    assert [row[1][1:] for row in rows if len(row) > 1] == [("float", None)] * len(lines)
    assert len(rows[-1]) == 1
