"""A library of metropolitan boroughs to put side by side, and what is read off the comparison."""

from pathlib import Path

from db.library import Library
from db.model import CouncilType
from tests.tui.driving import Browser
from tests.tui.whole_years import make_library
from tui.panes.comparison import ComparisonPane
from tui.screens.compare import CompareScreen

LEEDS = "Leeds City Council"
NEIGHBOURS = (
    *("Barnsley", "Calderdale", "City of Bradford", "City of Doncaster", "Kirklees", "Rotherham", "Sheffield"),
    "Wakefield",
)
"""How the names of the metropolitan boroughs of Leeds's region begin, but for its own."""


def make_metropolitan(path: Path) -> Path:
    """The letters of two years to all metropolitan boroughs."""
    return make_library(path, 2023, 2024, types=(CouncilType.METROPOLITAN,))


def is_comparing(browser: Browser) -> bool:
    """Whether the comparison is in front."""
    return isinstance(browser.app.screen, CompareScreen)


def find_pane(browser: Browser) -> ComparisonPane:
    """The comparison."""
    return browser.app.screen.query_one(ComparisonPane)


def read_rows(browser: Browser) -> list[str]:
    """All its rows, in sight or not, without their blanks."""
    options = find_pane(browser).options
    return [" ".join(str(option.prompt).split()) for option in options]


def highlighted(browser: Browser) -> str:
    """The row highlighted."""
    at = find_pane(browser).highlighted
    assert at is not None
    return read_rows(browser)[at]


def list_first_block(browser: Browser) -> list[str]:
    """The first word of each council's row in the first block, in order."""
    rows = read_rows(browser)
    return [row.split()[0] for row in rows[1 : rows.index("")]]


def read_sets(library: Path) -> dict[str, tuple[str, ...]]:
    """The sets kept in a library."""
    with Library.open(library) as here:
        return {each.name: each.councils for each in here.council_sets.read()}
