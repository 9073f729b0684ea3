"""The table of letters by year: lines of one width, years that go from the left, words for every sign."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.councils.coverage import CoverageRow, CoverageState, CoverageTable, sum_years
from db.model import Council
from tests.tui.draw.made import HOSTILE
from tui.draw.copy_coverage import copy_coverage_row
from tui.draw.coverage import (
    CoverageColumns,
    describe_cell,
    draw_coverage_head,
    draw_coverage_row,
    draw_coverage_sums,
    explain_hole,
    sort_by_shown_name,
)

YEARS = tuple(range(2010, 2027))
FIGURES, NO_FIGURES, MISSING, ABSENT = CoverageState


def row(name: str, states: Sequence[CoverageState], *, in_register: bool = True) -> CoverageRow:
    ids = tuple(at if state in (FIGURES, NO_FIGURES) else None for at, state in enumerate(states))
    council = Council(name=name, in_register=in_register)
    return CoverageRow(council=council, council_id=1, states=tuple(states), letter_ids=ids)


def fit(
    width: int, cursor: int = len(YEARS) - 1, first: int = len(YEARS), *, has_types: bool = False
) -> CoverageColumns:
    return CoverageColumns.fit(YEARS, 24, width, cursor, has_types=has_types, most=400, first=first)


states = st.lists(st.sampled_from(CoverageState), min_size=len(YEARS), max_size=len(YEARS))


@given(st.integers(20, 200), st.integers(0, len(YEARS) - 1), st.integers(0, 30), st.booleans(), states)
def test_every_line_is_as_wide_as_the_table_and_the_cursor_always_in_sight(
    width: int, cursor: int, first: int, has_types: bool, made: list[CoverageState]
) -> None:
    columns = fit(width, cursor, first, has_types=has_types)
    assert columns.first <= cursor < columns.last <= len(YEARS)
    line = draw_coverage_row(row("A council of a long name", made), columns, cursor)
    assert line.cell_length == width
    assert str(YEARS[cursor]) in draw_coverage_head(columns, cursor).plain
    if width >= 40:
        assert line.plain.count("[") == 1
        shown = [FIGURES, NO_FIGURES, MISSING]
        assert sum(line.plain.count(sign) for sign in "●○·") == sum(
            state in shown for state in made[columns.first : columns.last]
        )


def test_the_oldest_years_go_first_and_come_back_with_the_cursor() -> None:
    heads = [draw_coverage_head(fit(width), len(YEARS) - 1).plain.split() for width in range(120, 30, -1)]
    assert heads[0] == ["Council", *map(str, YEARS)]
    assert all(each[-1] == "2026" for each in heads)
    assert [len(each) for each in heads] == sorted((len(each) for each in heads), reverse=True)
    older = draw_coverage_head(fit(60, cursor=0), 0).plain
    assert older.split()[1] == "2010"
    assert older.endswith("\u203a")


def test_councils_stand_by_the_names_that_are_shown() -> None:
    rows = tuple(row(name, [FIGURES]) for name in ("London Borough of Camden", "Dover District Council", "Adur"))
    table = sort_by_shown_name(CoverageTable(years=(2020,), rows=rows))
    assert [each.council.name for each in table.rows] == ["Adur", "London Borough of Camden", "Dover District Council"]


def test_the_sums_say_what_the_signs_mean() -> None:
    rows = [row("A", [FIGURES] * 17), row("B", [MISSING] * 16 + [NO_FIGURES])]
    drawn = draw_coverage_sums(tuple(sum_years(YEARS, rows)), fit(120)).plain.split("\n")
    assert [line.split()[:3] for line in drawn] == [
        ["●", "with", "figures"],
        ["○", "without", "figures"],
        ["·", "no", "letter"],
    ]
    assert [line.split()[-2:] for line in drawn] == [["1", "1"], ["0", "1"], ["1", "0"]]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (FIGURES, "Leeds, 2010: letter with figures"),
        (NO_FIGURES, "Leeds, 2010: letter without figures"),
        (MISSING, "Leeds, 2010: no letter here"),
        (ABSENT, "Leeds, 2010: there was no such council"),
    ],
)
def test_a_cell_in_words(state: CoverageState, words: str) -> None:
    assert describe_cell(row("Leeds City Council", [state]), 2010, 0) == words


def test_of_a_council_that_the_register_does_not_know_nobody_says_that_it_did_not_exist() -> None:
    stray = row("Nowhere", [ABSENT, FIGURES], in_register=False)
    assert "not in the register" in describe_cell(stray, 2010, 0)
    assert explain_hole(stray, 2010, (2010, 2011)) == "No letter of 2010 to Nowhere is here; there are letters of 2011."
    assert copy_coverage_row(stray, (2010, 2011)).text == "Nowhere: letter with figures 2011."


@pytest.mark.parametrize("name", [name for name in HOSTILE if name])
def test_a_name_that_means_harm_is_one_line_of_text(name: str) -> None:
    line = draw_coverage_row(row(name, [FIGURES] * len(YEARS)), fit(80), 3)
    assert line.cell_length == 80
    assert not [sign for sign in line.plain if ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0]
