"""Pictures of all councils of a year, compared with those looked at and kept in `__snapshots__`."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.marks import slow
from tests.tui.driving import MEDIUM, NARROW, WIDE
from tests.tui.test_snapshots import SnapCompare, after, browser_on
from tests.tui.whole_years import make_library
from tui.app import DARK, LIGHT

YEAR_SIZES = (*slow(NARROW), MEDIUM, *slow((100, 30), WIDE, (160, 50)))
SORTED = ("a", "s", "down", "down", "down", "enter", "s", "s")
SCENES = {"plot": ("a", "p"), "sorting": ("a", "s"), "typed": ("a", "slash", *"wa"), "missing": ("a", "v", "v")}


@pytest.fixture(name="london", scope="module")
def _london(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letters of two years to all London boroughs but one."""
    return make_library(tmp_path_factory.mktemp("london") / "library.db", 2023, 2024)


@pytest.mark.parametrize("size", YEAR_SIZES, ids=str)
@pytest.mark.parametrize("theme", [DARK, *slow(LIGHT)])
def test_all_councils_of_a_year(snap_compare: SnapCompare, london: Path, size: tuple[int, int], theme: str) -> None:
    """Sorted by who complied least: columns drop from the right, the funnel stands beside them where there is room."""
    app = browser_on(london, theme, "camden")
    assert snap_compare(app, terminal_size=size, run_before=after(app, *SORTED))


@pytest.mark.parametrize("size", [*slow(NARROW), MEDIUM], ids=str)
@pytest.mark.parametrize("keys", SCENES.values(), ids=SCENES)
def test_what_is_done_with_them(
    snap_compare: SnapCompare, london: Path, size: tuple[int, int], keys: Sequence[str]
) -> None:
    """The funnel above the rows round the highlight; what to sort by; what is typed; who has no letter."""
    app = browser_on(london, DARK, "camden")
    assert snap_compare(app, terminal_size=size, run_before=after(app, *keys))
