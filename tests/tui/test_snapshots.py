"""Pictures of the browser, compared with those looked at and kept in `__snapshots__`."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.marks import slow
from tests.tui.driving import MEDIUM, NARROW, SIZES, WIDE, Browser
from tui.app import DARK, LIGHT, Upheld
from tui.panes.files import LetterTree, PathBox

SnapCompare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]

THEMES = (DARK, *slow(LIGHT))

_STANDS = 6
"""How often in a row a screen must look the same to be done."""


def browser_on(library: Path, theme: str = DARK, council: str | None = None) -> Upheld:
    app = Upheld(library, council, settings=library.parent / "settings.json")
    app.theme = theme
    return app


def after(app: Upheld, *keys: str) -> Before:
    """Press these keys, each with all it leads to, before the picture is taken."""

    async def press(pilot: Pilot[None]) -> None:
        browser = Browser(app, pilot)
        await browser.settle()
        await browser.press(*keys)
        seen, stood = "", 0
        while stood < _STANDS:  # a pane that comes in sight is laid out, then drawn, then scrolled to its place
            await pilot.pause()
            before, seen = seen, browser.text
            stood = stood + 1 if seen == before else 0

    return press


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("theme", THEMES)
def test_the_first_screen(snap_compare: SnapCompare, library: Path, size: tuple[int, int], theme: str) -> None:
    """The list at every width, with as much beside it as there is room for."""
    app = browser_on(library, theme)
    assert snap_compare(app, terminal_size=size, run_before=after(app))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_council_found_by_typing(snap_compare: SnapCompare, library: Path, size: tuple[int, int]) -> None:
    """What matched is bold and underlined; the count says how many of how many."""
    app = browser_on(library)
    assert snap_compare(app, terminal_size=size, run_before=after(app, *"leic"))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("theme", THEMES)
def test_a_councils_figures(snap_compare: SnapCompare, library: Path, size: tuple[int, int], theme: str) -> None:
    """Three years of a small council: few cases are called few."""
    app = browser_on(library, theme, "harborough")
    assert snap_compare(app, terminal_size=size, run_before=after(app, "left_square_bracket"))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_figures_sentence(snap_compare: SnapCompare, library: Path, size: tuple[int, int]) -> None:
    """Enter on a figure: the sentence stands out in the letter."""
    app = browser_on(library, DARK, "oadby")
    assert snap_compare(app, terminal_size=size, run_before=after(app, "enter"))


@pytest.mark.parametrize("theme", THEMES)
def test_the_help(snap_compare: SnapCompare, library: Path, theme: str) -> None:
    """Keys by where they work, then the marks."""
    app = browser_on(library, theme)
    assert snap_compare(app, terminal_size=WIDE, run_before=after(app, "f1"))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_welcome(snap_compare: SnapCompare, empty_library: Path, size: tuple[int, int]) -> None:
    """An empty library offers a beginning."""
    app = browser_on(empty_library)
    assert snap_compare(app, terminal_size=size, run_before=after(app))


@pytest.mark.parametrize("size", [*slow(NARROW), MEDIUM], ids=str)
def test_an_import_with_all_outcomes(
    snap_compare: SnapCompare, library: Path, letter_folder: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Added, already here and refused differ by sign and word. The tree, which shows the disk, is left out."""
    new, here = tmp_path / "2024" / "essex.txt", tmp_path / "2020" / "kent.txt"
    new.parent.mkdir()
    here.parent.mkdir()
    text = (letter_folder / "kent-county-council-2020.txt").read_text(encoding="utf-8")
    here.write_text(text, encoding="utf-8")
    (here.parent / "photo.jpg").touch()
    new.write_text(text.replace("Kent", "Essex"), encoding="utf-8")
    app = browser_on(library)

    async def imported(pilot: Pilot[None]) -> None:
        browser = Browser(app, pilot)
        await browser.settle()
        await browser.press("escape", "i")
        box = app.screen.query_one(PathBox)
        app.screen.query_one(LetterTree).display = False
        box.value = f"{new} {here.parent} {tmp_path / 'nowhere.txt'}"
        await browser.press("enter")
        box.clear()
        await browser.settle()

    assert snap_compare(app, terminal_size=size, run_before=imported)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("theme", THEMES)
def test_what_needs_a_look(snap_compare: SnapCompare, doubtful: Path, size: tuple[int, int], theme: str) -> None:
    """The worst first, each with its reasons, and the text of the one highlighted where there is room."""
    app = browser_on(doubtful, theme)
    assert snap_compare(app, terminal_size=size, run_before=after(app, "exclamation_mark"))


@pytest.mark.parametrize("size", [*SIZES, *slow((40, 12))], ids=str)
def test_setting_by_hand(snap_compare: SnapCompare, doubtful: Path, size: tuple[int, int]) -> None:
    """What is chosen, beside what was read; over the list where there is room for the letter beside it."""
    app = browser_on(doubtful)
    keys = ("exclamation_mark", "f", *"northam", "enter", *"2019")
    assert snap_compare(app, terminal_size=size, run_before=after(app, *keys))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_letter_set_by_hand(snap_compare: SnapCompare, doubtful: Path, size: tuple[int, int]) -> None:
    """Its statistics say so, with what was read. The notice has gone by then."""
    app = browser_on(doubtful, council="nowhere")

    async def set_it(pilot: Pilot[None]) -> None:
        await after(app, "f", *"northam", "enter", *"2019", "enter")(pilot)
        app.clear_notifications()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=set_it)


def test_a_terminal_too_small(snap_compare: SnapCompare, library: Path) -> None:
    """One sentence, nothing cut."""
    app = browser_on(library)
    assert snap_compare(app, terminal_size=(30, 8), run_before=after(app))


def test_without_colour(snap_compare: SnapCompare, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that colour says is said by a sign or a word as well."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = Upheld(library, "harborough", settings=library.parent / "settings.json")
    assert snap_compare(app, terminal_size=WIDE, run_before=after(app))


WORDS = ("escape", "w", *'"annual summary" year:2019-2021', "down", "down")


@pytest.mark.parametrize("size", [*SIZES, *slow((40, 12), (160, 45))], ids=str)
def test_words_in_all_letters(snap_compare: SnapCompare, library: Path, size: tuple[int, int]) -> None:
    """By council and year, the match marked; the letter beside them where there is room."""
    app = browser_on(library)
    assert snap_compare(app, terminal_size=size, run_before=after(app, *WORDS))


@pytest.mark.parametrize("theme", THEMES)
def test_searches_to_begin_with(snap_compare: SnapCompare, library: Path, theme: str) -> None:
    """With nothing typed, what can be typed, and eight searches."""
    app = browser_on(library, theme)
    assert snap_compare(app, terminal_size=MEDIUM, run_before=after(app, "escape", "w"))


@pytest.mark.slow
def test_a_search_that_makes_no_sense(snap_compare: SnapCompare, library: Path) -> None:
    """What is wrong, and where."""
    app = browser_on(library)
    assert snap_compare(app, terminal_size=MEDIUM, run_before=after(app, "escape", "w", *"delay type:parish"))
