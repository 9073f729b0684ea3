"""What another program does to the library shows by itself, and the reader stays where they are."""

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from db.library import Library
from db.model import CouncilEntry, StoredLetter
from db.store.watch import LibraryWatch
from tests.tui.conftest import letter_text
from tests.tui.driving import Browser, browsing
from tui.panes.council_list import CouncilList, FindBox
from tui.panes.councils import CouncilsPane
from tui.panes.letter import LetterPane
from tui.panes.review_list import ReviewList
from tui.panes.statistics import StatisticsPane
from tui.screens.live import _BETWEEN_LOOKS
from tui.screens.main import MainScreen
from tui.screens.review import ReviewScreen

_PROMISED = 2.0
"""Seconds within which a change is to show."""


def import_elsewhere(library: Path, folder: Path, *letters: tuple[str, int]) -> None:
    """Import letters by the command line, in a process of its own."""
    folder.mkdir(exist_ok=True)
    for council, year in letters:
        (folder / f"{council}-{year}.txt").write_text(letter_text(council, year, 50, 60, 3, 6), encoding="utf-8")
    command = [sys.executable, "-m", "tui.cli.main", "--library", str(library), "import", str(folder)]
    subprocess.run(command, check=True, capture_output=True, env=dict(os.environ), timeout=60)


def letters_of(library: Path, council: str) -> tuple[StoredLetter, ...]:
    with Library.open(library) as here:
        (entry,) = [entry for entry in here.councils() if entry.council.name == council]
        return here.letters_of(entry.id)


async def wait_for_look(browser: Browser) -> None:
    """Wait as long as a change may take to show, and until it is shown."""
    ends = monotonic() + _PROMISED
    await browser.until(lambda: monotonic() >= ends)
    await browser.settle()


def count_looks(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Note what each look from now on finds, until one finds a change; what a busy computer delays is no look more."""
    looks: list[bool] = []
    look = LibraryWatch.has_changed

    def note(watch: LibraryWatch) -> bool:
        """Look, and note it."""
        found = look(watch)
        if not any(looks):
            looks.append(found)
        return found

    monkeypatch.setattr(LibraryWatch, "has_changed", note)
    return looks


def listed(browser: Browser) -> int:
    return browser.app.screen.query_one(CouncilList).line_count


def highlighted(browser: Browser) -> str:
    """The line of the list that is highlighted."""
    pane = browser.app.screen.query_one(CouncilsPane)
    assert pane.council_list.highlighted is not None
    return str(pane.make_row(pane.council_list.highlighted).name)


async def test_an_import_elsewhere_shows_within_two_seconds_and_moves_nothing(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(library) as browser:
        screen = browser.app.screen
        await browser.press("slash")
        await browser.type("l")
        screen.query_one(FindBox).cursor_position = 0
        await browser.press("down", "down")
        before = highlighted(browser), listed(browser)
        import_elsewhere(library, tmp_path / "new", ("Luton Borough Council", 2020), ("Adur District Council", 2020))
        looks = count_looks(monkeypatch)
        await browser.until(lambda: listed(browser) > before[1])
        assert len(looks) * _BETWEEN_LOOKS <= _PROMISED
        await browser.settle()
        assert highlighted(browser) == before[0]
        box = screen.query_one(FindBox)
        assert (box.value, box.cursor_position, box.has_focus) == ("l", 0, True)


async def test_a_year_more_of_the_council_shown_leaves_the_highlight_and_the_reader_in_place(
    library: Path, tmp_path: Path
) -> None:
    async with browsing(library, council="harborough") as browser:
        pane = browser.app.screen.query_one(StatisticsPane)
        letter = browser.app.screen.query_one(LetterPane)
        await browser.press("G", "tab", "n", "pagedown")
        before = pane.highlighted_row, letter.scroll_offset, str(letter.border_title)
        assert before[0] is not None
        rows = len(pane.rows)
        import_elsewhere(library, tmp_path / "new", ("Harborough District Council", 2018))
        await browser.until(lambda: len(pane.rows) > rows)
        await browser.settle()
        assert pane.highlighted_row is not None
        assert str(pane.highlighted_row.content) == str(before[0].content)
        assert (letter.scroll_offset, str(letter.border_title)) == before[1:]
        assert letter.has_focus


@pytest.mark.slow
async def test_figures_scrolled_to_stay_where_they_are(library: Path, tmp_path: Path) -> None:
    async with browsing(library, (80, 16), council="harborough") as browser:
        pane = browser.app.screen.query_one(StatisticsPane)
        await browser.press("z", "down", "down", "down")
        pane.scroll_to(y=2, animate=False)
        await browser.settle()
        rows, at = len(pane.rows), pane.scroll_offset.y
        assert at > 0
        import_elsewhere(library, tmp_path / "new", ("Harborough District Council", 2018))
        await browser.until(lambda: len(pane.rows) > rows)
        await browser.settle()
        assert pane.scroll_offset.y == at


@pytest.mark.slow
async def test_a_letter_taken_out_elsewhere_gives_way_to_another_and_that_is_said(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        newest = letters_of(library, "Harborough District Council")[0]
        with Library.open(library) as other:
            other.remove_files([newest.source.sha256])
        pane = browser.app.screen.query_one(StatisticsPane)
        await browser.until(lambda: "2021" not in "".join(str(row.content) for row in pane.rows))
        await browser.settle()
        assert "That letter is no longer in the library." in browser.notices
        assert "Harborough" in str(pane.border_title)


@pytest.mark.slow
async def test_a_correction_elsewhere_shows(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        letter = letters_of(library, "Harborough District Council")[-1]
        with Library.open(library) as other:
            other.correct(letter.id, None, 2015)
        pane = browser.app.screen.query_one(StatisticsPane)
        await browser.until(lambda: "2015" in "".join(str(row.content) for row in pane.rows))
        assert "2021" in str(pane.border_title)


@pytest.mark.slow
async def test_a_removal_elsewhere_shows_and_is_said(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        (letter,) = letters_of(library, "Kent County Council")
        with Library.open(library) as other:
            other.remove_files([letter.source.sha256])
        await browser.until(lambda: listed(browser) == 5)
        await browser.settle()
        assert "The letters to Kent County Council are no longer in the library." in browser.notices
        assert "Kent" not in str(browser.app.screen.query_one(StatisticsPane).border_title)
        assert highlighted(browser) == "Leeds City Council"


@pytest.mark.slow
async def test_a_council_taken_out_and_imported_again_stays_the_one_shown(library: Path, letter_folder: Path) -> None:
    async with browsing(library, council="kent") as browser:
        (letter,) = letters_of(library, "Kent County Council")
        with Library.open(library) as other:
            other.remove_files([letter.source.sha256])
        command = [sys.executable, "-m", "tui.cli.main", "--library", str(library), "import", str(letter_folder)]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        await wait_for_look(browser)
        assert "Kent" in str(browser.app.screen.query_one(StatisticsPane).border_title)
        assert highlighted(browser) == "Kent County Council"


@pytest.mark.slow
async def test_the_list_stays_where_it_was_scrolled_to(library: Path, tmp_path: Path) -> None:
    names = [f"North {place} Council" for place in ("Aston", "Barton", "Colton", "Denton", "Elton", "Foxton", "Gatton")]
    import_elsewhere(library, tmp_path / "some", *((name, 2020) for name in names))
    async with browsing(library, (80, 12)) as browser:
        at = browser.app.screen.query_one(CouncilList)
        await browser.press("escape", "G", "k", "k")
        line = (at.highlighted or 0) - at.scroll_offset.y
        name = highlighted(browser)
        import_elsewhere(library, tmp_path / "more", ("Adur District Council", 2020), ("Bath Council", 2020))
        await browser.until(lambda: at.line_count == 15)
        await browser.settle()
        assert highlighted(browser) == name
        assert (at.highlighted or 0) - at.scroll_offset.y == line


async def test_the_library_is_read_again_only_when_it_has_changed(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    councils = Library.councils

    def note(library: Library) -> tuple[CouncilEntry, ...]:
        """Note the question, and answer it."""
        asked.append("councils")
        return councils(library)

    monkeypatch.setattr(Library, "councils", note)
    async with browsing(library, council="harborough") as browser:
        assert len(asked) == 1
        with Library.open(library) as other:
            other.counts()
        await wait_for_look(browser)
        assert len(asked) == 1
        await browser.press("f", "enter")  # what this program changes is read once
        await browser.type("2016")
        await browser.press("enter")
        assert len(asked) == 2
        await wait_for_look(browser)
        assert len(asked) == 2


@pytest.mark.slow
async def test_what_changed_while_something_was_in_front_shows_once_it_has_gone(library: Path, tmp_path: Path) -> None:
    async with browsing(library) as browser:
        pane = browser.app.screen.query_one(CouncilsPane)
        await browser.press("escape", "i")
        import_elsewhere(library, tmp_path / "new", ("Exeter City Council", 2020))
        await wait_for_look(browser)
        assert pane.council_list.line_count == 6
        await browser.press("escape")
        await browser.until(lambda: pane.council_list.line_count == 7)


@pytest.mark.slow
async def test_a_library_that_goes_and_comes_back_is_read_again(library: Path, tmp_path: Path) -> None:
    async with browsing(library) as browser:
        await wait_for_look(browser)
        aside = library.rename(tmp_path / "aside.db")
        await browser.until(lambda: "is no longer there" in browser.text)
        import_elsewhere(aside, tmp_path / "new", ("Exeter City Council", 2020))
        aside.rename(library)
        await browser.until(lambda: listed(browser) == 7)
        assert not browser.notices


@pytest.mark.slow
async def test_what_needs_a_look_follows_too_and_stays_at_its_letter(doubtful: Path) -> None:
    async with browsing(doubtful) as browser:
        await browser.press("exclamation_mark")
        assert isinstance(browser.app.screen, ReviewScreen)
        items = browser.app.screen.query_one(ReviewList)
        await browser.press("down")
        kept = items.item
        assert kept is not None
        assert items.line_count == 2
        (other,) = [item.letter_id for item in items.items if item.letter_id != kept.letter_id]
        with Library.open(doubtful) as elsewhere:
            elsewhere.dismiss(other)
        await browser.until(lambda: items.line_count == 1)
        assert items.item is not None
        assert items.item.letter_id == kept.letter_id
        with Library.open(doubtful) as elsewhere:
            elsewhere.dismiss(kept.letter_id)
        await browser.until(lambda: items.line_count == 0)
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)


@pytest.mark.parametrize("is_replaced", [False, True])
async def test_a_library_that_goes_or_is_replaced_is_said_to_be_gone_and_none_is_made(
    library: Path, tmp_path: Path, is_replaced: bool
) -> None:
    other = tmp_path / "other.db"
    with Library.open(other):
        pass
    async with browsing(library) as browser:
        if is_replaced:
            other.replace(library)
        else:
            library.unlink()
        words = "has taken the place" if is_replaced else "is no longer there"
        await browser.until(lambda: words in browser.text)
        await browser.press("exclamation_mark")
        await browser.settle()
        assert "no letter needs a look" not in browser.text.lower()
    assert library.exists() == is_replaced


async def test_a_look_that_comes_when_the_program_has_ended_does_nothing(library: Path) -> None:
    async with browsing(library) as browser:
        screen = browser.app.screen
        assert isinstance(screen, MainScreen)
    screen._begin_look()
    screen.show_notice("It is kept.")
