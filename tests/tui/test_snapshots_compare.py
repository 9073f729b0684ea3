"""Pictures of councils side by side, compared with those looked at and kept in `__snapshots__`."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.marks import slow
from tests.tui.driving import MEDIUM, NARROW, WIDE
from tests.tui.screens.comparing import make_metropolitan
from tests.tui.test_snapshots import SnapCompare, after, browser_on
from tui.app import DARK, LIGHT

SIZES = (*slow(NARROW), MEDIUM, *slow((100, 30), WIDE, (160, 50)))
MARKED = ("escape", *("space", "down") * 2)
SCENES = {
    "whom": ("enter", "c"),
    "intervals": ("enter", "c", "2", "i"),
    "set": ("enter", "c", "2", "S", *"Neighbours"),
    "marked": MARKED,
    "marked of a year": (*MARKED, "enter", "a"),
}


@pytest.fixture(name="boroughs", scope="module")
def _boroughs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letters of two years to all metropolitan boroughs."""
    return make_metropolitan(tmp_path_factory.mktemp("metropolitan") / "library.db")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("theme", [DARK, *slow(LIGHT)])
def test_eight_councils_side_by_side(
    snap_compare: SnapCompare, boroughs: Path, size: tuple[int, int], theme: str
) -> None:
    """A line a council in each block: verdicts become brief where there is little room."""
    app = browser_on(boroughs, theme, "leeds")
    assert snap_compare(app, terminal_size=size, run_before=after(app, "c", "2"))


@pytest.mark.parametrize("size", [*slow(NARROW), MEDIUM], ids=str)
@pytest.mark.parametrize("keys", SCENES.values(), ids=SCENES)
def test_what_is_done_with_them(
    snap_compare: SnapCompare, boroughs: Path, size: tuple[int, int], keys: Sequence[str]
) -> None:
    """Whom to compare with; the intervals; the name of a set; marks in the list and in the table of a year."""
    app = browser_on(boroughs, DARK, "leeds")
    assert snap_compare(app, terminal_size=size, run_before=after(app, *keys))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_unlike_councils_one_without_a_letter_of_the_year(
    snap_compare: SnapCompare, library: Path, size: tuple[int, int]
) -> None:
    """What there is instead is said, and that averages of unlike types differ."""
    app = browser_on(library)
    keys = ("space", "escape", "down", "space", "down", "space", "c", "right_square_bracket")
    assert snap_compare(app, terminal_size=size, run_before=after(app, *keys))
