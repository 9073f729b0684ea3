from collections.abc import Sequence

import pytest

from db.figures.judgement import judge_all
from db.model import Measure, MeasureName, State, StoredLetter
from tests.tui.draw.made import complied, lines, of_year, per_100k, remedied, stored, upheld, widest
from tui.draw.figures.row import Row
from tui.draw.figures.years import build_years_table
from tui.draw.layout import ATTENTION

WIDTHS = (36, 39, 40, 50, 63, 64, 80, 100, 160, 200)


def series() -> tuple[StoredLetter, ...]:
    return (
        stored(of_year(2025, upheld(94, 105, 90, 66), complied(80), remedied(10, 94, 94, 11), per_100k(5.3)), 25),
        stored(of_year(2024, upheld(42, 47, 89, 85), complied(30), remedied()), 24),
        stored(of_year(2022, upheld(0, 2, 0, 51), Measure(name=MeasureName.COMPLIANCE, state=State.NONE_DUE)), 22),
        stored(of_year(2021, upheld(1, 1, 100, 53)), 21),
        stored(of_year(2021, upheld(1, 1, 100, 53)), 210, shown=False),
        stored(of_year(2020, upheld(), complied(), remedied()), 20),
        stored(of_year(None, upheld()), 99),
    )


def rows_of(letters: Sequence[StoredLetter], current: StoredLetter, width: int) -> tuple[Row, ...]:
    judged = {each.id: judge_all(each.letter.measures) for each in letters}
    return build_years_table(letters, current, judged, width)


def text(width: int, letters: tuple[StoredLetter, ...] | None = None, current: int = 5) -> str:
    letters = letters or series()
    return "\n".join(row.content.plain for row in rows_of(letters, letters[current], width))


def test_the_years_stand_newest_first_and_lead_to_their_letters() -> None:
    letters = series()
    rows = rows_of(letters, letters[5], 80)
    assert [row.letter_id for row in rows if row.letter_id] == [25, 24, 22, 21, 20]


def test_a_year_without_a_letter_is_a_gap_and_leads_nowhere() -> None:
    letters = series()
    gaps = [row for row in rows_of(letters, letters[5], 80) if "no letter here" in row.content.plain]
    assert [row.content.plain.split() for row in gaps] == [["2023", "no", "letter", "here"]]
    assert not gaps[0].leads_somewhere


def test_breaks_stand_between_the_years_they_part() -> None:
    drawn = text(100)
    order = ["94 of 105", "new form", "42 of 47", "no letter", "borderline", "0 of 2", "1 of 1", "pandemic", "3 of 5"]
    offsets = [drawn.index(words) for words in order]
    assert offsets == sorted(offsets)


def test_the_year_shown_is_marked_by_a_sign() -> None:
    marked = [line for line in text(80).split("\n") if line.startswith("▶")]
    assert [line.split()[1] for line in marked] == ["2020"]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_year_is_one_line_and_columns_are_left_out_from_the_right(width: int) -> None:
    letters = series()
    rows = rows_of(letters, letters[5], width)
    assert max(widest(row.content) for row in rows) <= width
    (latest,) = next(lines(row.content) for row in rows if row.letter_id == 25)
    figures = ["94 of 105", "90%", "66%", "100%", "11%", "5.3"]
    shown = [figure for figure in figures if figure in latest]
    assert shown == figures[: len(shown)]
    assert len(shown) >= 3
    assert len(shown) == len(figures) or width < 56


def test_the_names_of_seven_columns_fit_in_56_cells() -> None:
    heading = rows_of(series(), series()[5], 56)[0].content
    assert heading.plain.split() == ["Year", "Upheld", "Average", "Complied", "Already", "/100k"]
    assert heading.cell_length <= 56


def test_what_there_is_not_has_a_sign_that_is_explained_once() -> None:
    drawn = next(line for line in text(56).split("\n") if "2022" in line and "0 of 2" in line)
    assert drawn.split()[-3:] == ["none", "-", "-"]
    assert text(80).split("\n")[-1].strip() == "- not printed   none: nothing due, or nothing upheld"
    whole = (stored(of_year(2020, upheld(), complied(), remedied())),)
    assert "not printed" not in text(80, whole, 0)


def test_a_year_beyond_chance_and_less_than_full_compliance_have_the_colour_for_attention() -> None:
    letters = (stored(of_year(2024, upheld(115, 132, 87, 80), complied(107, 99), remedied()), 24),)
    (row,) = [row for row in rows_of(letters, letters[0], 80) if row.letter_id]
    marked = [row.content.plain[each.start : each.end] for each in row.content.spans if ATTENTION in str(each.style)]
    assert marked == ["▲", "99%"]


def test_years_in_a_row_without_a_letter_are_one_line_and_a_break_parts_them() -> None:
    letters = (stored(of_year(2024, upheld()), 24), stored(of_year(2018, upheld()), 18))
    drawn = [" ".join(line.split()) for line in text(80, letters, 0).split("\n")]
    assert [line for line in drawn if "no letter" in line] == [
        "2023 no letter here",
        "2021 to 2022 no letter here",
        "2019 to 2020 no letter here",
    ]


def test_a_rate_of_few_cases_is_not_made_bold() -> None:
    letters = series()
    for row in rows_of(letters, letters[5], 80):
        bold = [row.content.plain[span.start : span.end] for span in row.content.spans if span.style == "bold"]
        if row.letter_id == 21:
            assert "100%" not in bold
        if row.letter_id == 25:
            assert "90%" in bold


def test_per_100000_is_a_column_only_where_some_year_has_it() -> None:
    assert "/100k" in text(90)
    without = (stored(of_year(2020, upheld())),)
    assert "100k" not in text(90, without, 0)


@pytest.mark.parametrize(("width", "has_bars"), [(56, False), (90, True), (160, True)])
def test_wide_tables_have_a_bar_for_each_year(width: int, has_bars: bool) -> None:
    without_per_100k = tuple(each for each in series() if each.id != 25)
    assert ("█" in text(width, without_per_100k, 4)) is has_bars


def test_columns_stand_under_their_headings() -> None:
    heading, row = text(56, (stored(of_year(2020, upheld(), complied(), remedied())),), 0).split("\n")
    assert heading.index("Upheld") == row.index("3 of 5")
    assert heading.index("Average") + 5 == row.index("45%") + len("45%")
    assert heading.index("Complied") + len("Complied") == row.index("100%") + len("100%")
    assert heading.index("Already") + len("Already") == row.index(" 0%") + len(" 0%")


def test_letters_without_a_year_make_no_table() -> None:
    only = stored(of_year(None, upheld()))
    assert rows_of([only], only, 80) == ()
