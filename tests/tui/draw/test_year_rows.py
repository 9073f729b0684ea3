"""The rows of the table of a year: never a wrapped or cut line, columns that go from the right."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.councils.existence import list_without_letter
from db.councils.register import Register
from db.figures.year_table import YearColumn, YearLetter, YearRow, build_year_table
from db.model import Council, CouncilType
from tests.tui.draw.made import HOSTILE
from tests.tui.whole_years import FEW, WITHOUT, list_councils, make_year
from tui.draw.short_names import shorten_council
from tui.draw.year_rows import YearColumns, YearItem, YearView, draw_head, draw_item, list_items, measure_rows

TYPE = CouncilType.LONDON_BOROUGH
COUNCILS = list_councils(2024, (TYPE,))


def read(councils: Sequence[Council]) -> list[YearLetter]:
    return [
        YearLetter(letter_id=at, council_id=at, council=made.council, year=2024, measures=made.measures)
        for at, made in enumerate(make_year(councils, 2024))
    ]


ROWS = build_year_table(2024, read(COUNCILS), TYPE, YearColumn.UPHELD).rows
MISSING = list_without_letter(
    [each for each in Register.load().councils if each.type is TYPE], 2024, [each.name for each in COUNCILS]
)


def fit(width: int, rows: Sequence[YearRow] = ROWS, column: YearColumn = YearColumn.UPHELD) -> YearColumns:
    return YearColumns.fit(measure_rows(rows), width, column, is_reversed=False, has_types=False)


def test_columns_go_from_the_right_in_a_fixed_order_as_there_is_less_room() -> None:
    heads = [draw_head(fit(width)).plain.split() for width in range(120, 30, -1)]
    whole = ["Council", "Upheld↓", "Gap", "Complied", "Already", "/100k", "Stands", "out"]
    assert heads[0] == whole
    assert all(each == whole[: len(each)] for each in heads)
    assert heads[-1] == ["Council", "Upheld↓"]


@pytest.mark.parametrize("column", YearColumn)
def test_the_column_sorted_by_has_an_arrow(column: YearColumn) -> None:
    head = draw_head(fit(120, column=column)).plain
    assert head.count("↓") == 1
    turned = YearColumns.fit(measure_rows(ROWS), 120, column, is_reversed=True, has_types=False)
    assert draw_head(turned).plain == head.replace("↓", "↑")


@given(st.integers(20, 200), st.booleans())
def test_every_line_is_exactly_as_wide_as_the_table(width: int, has_types: bool) -> None:
    columns = YearColumns.fit(measure_rows(ROWS), width, YearColumn.UPHELD, is_reversed=False, has_types=has_types)
    items = list_items(ROWS, MISSING, YearColumn.UPHELD, YearView.ALL)
    drawn = [draw_item(item, columns) for item in items]
    assert {line.cell_length for line in drawn} == {width}
    assert all("\n" not in line.plain for line in drawn)


@pytest.mark.parametrize("name", [name for name in HOSTILE if name])
def test_a_name_that_means_harm_is_one_line_of_text(name: str) -> None:
    rows = build_year_table(2024, read([Council(name=name)]), CouncilType.OTHER, YearColumn.UPHELD).rows
    line = draw_item(YearItem("letter 0", row=rows[0]), fit(80, rows))
    assert line.cell_length == 80
    assert not [sign for sign in line.plain if ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0]


def test_those_of_few_cases_stand_under_a_heading_and_those_without_a_letter_are_named_last() -> None:
    *_, heading, few, missing = list_items(ROWS, MISSING, YearColumn.UPHELD, YearView.ALL)
    assert heading.heading == "under 5 cases: no rank"
    assert few.name == FEW
    assert missing.heading == f"no letter here: 1 council: {shorten_council(WITHOUT)}"


@pytest.mark.parametrize(("words", "found"), [("wal", {"Waltham Forest"}), ("WEST", {"Westminster"}), ("zz", set())])
def test_each_word_typed_is_the_beginning_of_one(words: str, found: set[str]) -> None:
    items = list_items(ROWS, (), YearColumn.UPHELD, YearView.ALL, words)
    assert {shorten_council(item.name) for item in items if item.row} == found


def test_a_region_leaves_all_its_councils() -> None:
    items = list_items(ROWS, (), YearColumn.UPHELD, YearView.ALL, "london")
    assert sum(item.row is not None for item in items) == len(ROWS)
