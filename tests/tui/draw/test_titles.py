import pytest

from tests.marks import slow
from tests.tui.draw.made import HOSTILE, LETTER, of_year, stored
from tui.draw.titles import TITLE_EDGES, draw_council_and_year, draw_title


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
    assert draw_title(stored(of_year(None)), "Letter", 80).plain == "Harnham District Council, year unknown"


def test_a_title_leaves_room_for_the_corners_of_its_box() -> None:
    assert draw_title(stored(LETTER), "Letter", 24 + TITLE_EDGES).plain == "Harnham District, 2020"
    assert draw_title(None, "Letter", 24).plain == "Letter"


def test_before_anything_is_laid_out_nothing_is_shortened() -> None:
    assert draw_title(stored(LETTER), "Letter", 0).plain == "Harnham District Council, 2020"


def test_a_title_may_begin_with_what_the_pane_shows() -> None:
    assert draw_title(stored(LETTER), "Letter", 80, "Letter: ").plain == "Letter: Harnham District Council, 2020"
    assert draw_title(stored(LETTER), "Letter", 32 + TITLE_EDGES, "Letter: ").plain == "Letter: Harnham District, 2020"
    assert draw_title(stored(LETTER), "Letter", 20 + TITLE_EDGES, "Letter: ").plain == "Harnham, 2020"
    assert draw_title(None, "Letter", 80, "Letter: ").plain == "Letter"
