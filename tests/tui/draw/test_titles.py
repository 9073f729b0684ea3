import pytest

from tests.marks import slow
from tests.tui.draw.made import HOSTILE, LETTER, hostile_letter, of_year, stored
from tui.draw.titles import TITLE_EDGES, draw_council_and_year, draw_figures_title, draw_letter_title


@pytest.mark.parametrize(
    ("room", "title"),
    [
        (48, "North West Leicestershire District Council, 2020"),
        (47, "North West Leicestershire District, 2020"),
        (34, "North West Leicestershire, 2020"),
        (20, "North West Le…, 2020"),
    ],
)
def test_the_name_gives_way_and_never_the_year(room: int, title: str) -> None:
    drawn = draw_council_and_year("North West Leicestershire District Council", 2020, room).plain
    assert drawn == title
    assert len(drawn) <= room


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("room", [*slow(8), 28, *slow(60)])
def test_any_name_fits_with_its_year(words: str, room: int) -> None:
    drawn = draw_council_and_year(words, 2020, room)
    assert drawn.cell_length <= room
    assert drawn.plain.endswith(", 2020")


def test_a_year_that_is_not_known_is_said_in_words() -> None:
    drawn = draw_figures_title(stored(of_year(None)), "Figures", 30).plain
    assert drawn == "Harnham, year unknown"


@pytest.mark.parametrize(
    ("room", "title"),
    [
        (62, "Harnham, 2020 ──── district, South West \u00b7 year to 31 March"),
        (45, "Harnham, 2020 ───────────── year to 31 March"),
        (25, "Harnham, 2020"),
        (12, "Harnh…, 2020"),
    ],
)
def test_the_figures_stand_under_whose_they_are_and_what_year_that_is(room: int, title: str) -> None:
    drawn = draw_figures_title(stored(LETTER), "Figures", room + TITLE_EDGES).plain
    assert drawn.split(" ─")[0] == title.split(" ─")[0]
    assert drawn.rpartition("─ ")[2] == title.rstrip().rpartition("─ ")[2]
    assert len(drawn) <= room


def test_before_anything_is_laid_out_nothing_is_shortened() -> None:
    assert draw_figures_title(stored(LETTER), "Figures", 0).plain == "Harnham, 2020"
    assert draw_figures_title(None, "Figures", 24).plain == "Figures"


def test_a_letter_is_named_by_its_day_and_by_its_council_where_nothing_else_in_sight_does() -> None:
    beside = draw_letter_title(stored(LETTER), "Letter", 80, names_council=False).plain
    assert beside.startswith("Letter of 22 July 2020 to Mrs Weir ──")
    assert beside.endswith("─ 1 remark \u00b7 5 marks: n next")
    alone = draw_letter_title(stored(LETTER), "Letter", 90, names_council=True).plain
    assert alone.startswith("Harnham, 2020 ──")
    assert alone.endswith("─ letter of 22 July 2020 \u00b7 1 remark \u00b7 5 marks: n next")
    narrow = draw_letter_title(stored(LETTER), "Letter", 70, names_council=True).plain
    assert narrow.endswith("─ letter of 22 July 2020 \u00b7 1 remark \u00b7 5 marks")
    assert draw_letter_title(None, "Letter", 80, names_council=True).plain == "Letter"


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("width", [*slow(14), 34, *slow(66, 130)])
def test_any_title_fits_its_pane(words: str, width: int) -> None:
    hostile = stored(hostile_letter(words))
    for names_council in (True, False):
        drawn = draw_letter_title(hostile, "Letter", width, names_council=names_council)
        assert drawn.cell_length <= width - TITLE_EDGES
    assert draw_figures_title(hostile, "Figures", width).cell_length <= width - TITLE_EDGES
