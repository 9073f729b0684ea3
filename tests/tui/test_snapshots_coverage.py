"""Pictures of who has a letter of which year, compared with those looked at and kept in `__snapshots__`."""

from pathlib import Path

import pytest

from db.model import CouncilType
from tests.marks import slow
from tests.tui.driving import MEDIUM, NARROW, WIDE
from tests.tui.test_snapshots import SnapCompare, after, browser_on
from tests.tui.whole_years import make_library
from tui.app import DARK, LIGHT

COVERAGE_SIZES = (*slow(NARROW), MEDIUM, *slow((100, 30), WIDE, (160, 50)))


@pytest.fixture(name="covered", scope="module")
def _covered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters of four years out of thirteen to London and metropolitan boroughs."""
    types = (CouncilType.LONDON_BOROUGH, CouncilType.METROPOLITAN)
    return make_library(tmp_path_factory.mktemp("covered") / "library.db", 2012, 2018, 2023, 2024, types=types)


@pytest.mark.parametrize("size", COVERAGE_SIZES, ids=str)
@pytest.mark.parametrize("theme", [DARK, *slow(LIGHT)])
def test_letters_by_year(snap_compare: SnapCompare, covered: Path, size: tuple[int, int], theme: str) -> None:
    """Of all types, the cursor on an earlier year: where there is no room the oldest are out of sight."""
    app = browser_on(covered, theme, "camden")
    assert snap_compare(app, terminal_size=size, run_before=after(app, "A", "left_square_bracket"))


@pytest.mark.slow
def test_of_an_empty_library(snap_compare: SnapCompare, empty_library: Path) -> None:
    """It says that there is none."""
    app = browser_on(empty_library, DARK, None)
    assert snap_compare(app, terminal_size=MEDIUM, run_before=after(app, "escape", "A"))
