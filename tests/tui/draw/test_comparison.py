"""Councils side by side as they are drawn: no line too wide or cut, the same axis for all, columns in a fixed order."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figures.comparison import ComparedCouncil, Comparison, compare_councils
from db.model import Council, CouncilEntry, CouncilType, Letter, Measure, MeasureName, State
from tests.db.builders import letter
from tests.tui.draw.made import HOSTILE, complied, per_100k, remedied, stored, table, upheld
from tests.tui.draw.seen import controls
from tests.tui.whole_years import list_councils, make_letter
from tui.draw.compare_copy import copy_compared, copy_comparison, copy_service
from tui.draw.comparison import SERVICE, build_comparison_rows
from tui.draw.figures.bar import RANGE_ENDS, TICK
from tui.draw.figures.row import Row

YEAR = 2024
DISTRICT = Council(name="Harnham District Council", type=CouncilType.DISTRICT)
LONDON = list_councils(YEAR, (CouncilType.LONDON_BOROUGH,))[:8]


def council_of(number: int, council: Council, *letters: Letter) -> ComparedCouncil:
    entry = CouncilEntry(id=number, council=council, years=(YEAR,))
    return ComparedCouncil.of(entry, [stored(each, number * 10 + at) for at, each in enumerate(letters)])


def compare(*letters: Letter) -> Comparison:
    """The councils of these letters, one each, in the year."""
    return compare_councils(YEAR, [council_of(at, each.council, each) for at, each in enumerate(letters)])


def draw(comparison: Comparison, width: int, *, has_intervals: bool = False) -> tuple[Row, ...]:
    return build_comparison_rows(comparison, width, has_intervals=has_intervals)


def read_lines(rows: Sequence[Row]) -> list[str]:
    return [line for row in rows for line in row.content.plain.split("\n")]


EIGHT = compare(*(make_letter(each, YEAR, 3 + 9 * at, 12 + 11 * at) for at, each in enumerate(LONDON)))


@pytest.mark.parametrize("has_intervals", [False, True])
def test_no_line_of_eight_councils_is_wider_than_there_is_room_for(has_intervals: bool) -> None:
    for width in range(34, 170):
        rows = draw(EIGHT, width, has_intervals=has_intervals)
        assert all(row.content.wrap(10_000)[0].cell_length <= width for row in rows)
        assert max(map(len, read_lines(rows))) <= width, width


@pytest.mark.parametrize("width", [56, 76, 96, 116, 156])
def test_each_council_has_one_line_in_each_block_at_every_width(width: int) -> None:
    rows = [row for row in draw(EIGHT, width) if row.council_id is not None]
    assert len(rows) == 8 * len(EIGHT.measures)
    assert all("\n" not in row.content.plain for row in rows)


@pytest.mark.parametrize("width", [56, 76, 116])
def test_the_average_is_one_tick_through_all_the_bars(width: int) -> None:
    rows = [row for row in draw(EIGHT, width) if row.key.startswith(f"measure {MeasureName.UPHELD} ")]
    places = {row.content.plain.index(TICK) for row in rows}
    assert len(places) == 1


def test_as_there_is_less_room_verdicts_become_brief_then_the_bar_goes() -> None:
    seen = []
    for width in range(110, 40, -1):
        text = "\n".join(read_lines(draw(EIGHT, width)))
        seen.append(("no clear difference" in text, TICK in text))
    assert seen[0] == (True, True)
    assert seen[-1][1] is False
    assert seen == sorted(seen, reverse=True)


def test_an_interval_stands_on_the_bar_and_in_words_and_in_words_alone_where_there_is_no_room() -> None:
    wide = read_lines(draw(EIGHT, 110, has_intervals=True))
    narrow = read_lines(draw(EIGHT, 36, has_intervals=True))
    first = next(line for line in wide if "3 of 12" in line)
    assert "9-53%" in first
    assert all(end in first for end in RANGE_ENDS)
    assert any("9-53%" in line for line in narrow)
    assert not any(RANGE_ENDS[0] in line for line in narrow)


def test_few_cases_are_hatched_and_called_few_and_no_case_is_said_in_words() -> None:
    none = Measure(name=MeasureName.REMEDY, state=State.NONE_UPHELD)
    comparison = compare(
        letter("", DISTRICT, YEAR, upheld(1, 2, 50), none),
        letter("", LONDON[0], YEAR, upheld(30, 60, 50), remedied()),
    )
    lines = read_lines(draw(comparison, 90))
    few = next(line for line in lines if "1 of 2" in line)
    assert "▒" in few
    assert "too few to tell" in few
    assert any("nothing was upheld" in line for line in lines)


def test_a_council_without_a_letter_of_the_year_says_what_there_is() -> None:
    other = council_of(1, DISTRICT, letter("", DISTRICT, YEAR - 3, upheld(0, 2, 0)))
    none = council_of(2, LONDON[1])
    first = council_of(0, LONDON[0], letter("", LONDON[0], YEAR, upheld()))
    lines = read_lines(draw(compare_councils(YEAR, [first, other, none]), 80))
    assert any(f"no letter of {YEAR} here ({YEAR - 3}: 0 of 2)" in line for line in lines)
    assert any(line.endswith(f"no letter of {YEAR} here") for line in lines)


RECEIVED = compare(
    replace(letter("", DISTRICT, YEAR, upheld()), tables=(table(),)),
    *(letter("", each, YEAR, upheld(), complied(), remedied(), per_100k()) for each in LONDON[:7]),
)


@pytest.mark.parametrize("width", [40, 56, 76, 156])
def test_what_was_received_by_service_stands_below_as_often_as_there_is_no_room_beside(width: int) -> None:
    rows = draw(RECEIVED, width)
    services = [row for row in rows if row.key.startswith(SERVICE)]
    assert services
    assert len({row.key for row in services}) == len(services)
    assert max(map(len, read_lines(rows))) <= width


def test_a_service_and_a_figure_are_copied_as_sentences_and_what_is_not_there_is_not() -> None:
    service = next(row for row in draw(RECEIVED, 80) if row.key.startswith(SERVICE)).key.split(" ", 2)[2]
    copied = copy_service(RECEIVED, service)
    assert copied is not None
    assert copied.text.startswith("Complaints and enquiries received, ")
    assert "Harnham 0" in copied.text
    assert "not printed" in copied.text
    assert copy_service(RECEIVED, "no such service") is None
    assert copy_service(EIGHT, service) is None
    assert copy_compared(EIGHT, 99, MeasureName.UPHELD, has_intervals=False) is None


def test_the_table_has_a_row_for_each_council_each_with_as_many_cells_as_the_head() -> None:
    for has_intervals in (False, True):
        rows = [line.split("\t") for line in copy_comparison(EIGHT, has_intervals=has_intervals).text.split("\n")]
        assert len(rows) == 9
        assert {len(row) for row in rows} == {len(rows[0])}
        assert any("interval" in head for head in rows[0]) is has_intervals
    below = copy_comparison(RECEIVED, has_intervals=False).text.split("\n")
    assert below[9] == ""
    assert len(below[11].split("\t")) == 9


@given(
    st.lists(st.sampled_from(HOSTILE) | st.text(max_size=80), min_size=2, max_size=8),
    st.integers(min_value=34, max_value=170),
    st.booleans(),
)
def test_no_name_widens_a_line_or_means_anything(names: list[str], width: int, has_intervals: bool) -> None:
    councils = [DISTRICT._replace(name=name or "-") for name in names]
    comparison = compare(*(letter("", each, YEAR, upheld()) for each in councils))
    rows = draw(comparison, width, has_intervals=has_intervals)
    for row in rows:
        for line in row.content.split("\n"):
            assert line.cell_length <= width
            assert not controls(line.plain)
    text = copy_comparison(comparison, has_intervals=has_intervals).text
    assert {line.count("\t") for line in text.split("\n")} == {text.split("\n")[0].count("\t")}
    assert len(text.split("\n")) == len(councils) + 1
