from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread
from zipfile import ZipFile

import pytest

from db.errors import LibraryError
from db.importer import ImportReport, Progress, import_paths
from tests.tui.bringing_in import letters_in, name, outcomes
from tests.tui.driving import MEDIUM, NARROW, SIZES, browsing
from tui.panes.files import LetterTree, PathBox, may_hold_letters
from tui.panes.outcomes import OutcomePane
from tui.screens.importing import ImportScreen
from tui.screens.main import MainScreen


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_folder_is_imported_and_its_councils_are_there_afterwards(
    empty_library: Path, letter_folder: Path, size: tuple[int, int]
) -> None:
    async with browsing(empty_library, size) as browser:
        await browser.press("escape", "i")
        await name(browser, str(letter_folder))
        assert outcomes(browser) == "8 added, 0 already here, 0 refused"
        assert "8 added, 0 already here, 0 refused" in browser.text
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)
        assert "Harborough" in browser.text
    assert letters_in(empty_library) == 8


@pytest.mark.slow
async def test_each_file_has_its_outcome_and_refusals_say_why(
    library: Path, letter_folder: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    here = next(letter_folder.glob("kent*"))
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, f"{empty}\n{here}\n{tmp_path / 'nowhere.txt'}")
        assert outcomes(browser) == "0 added, 1 already here, 2 refused"
        text = " ".join(browser.text.split())
        assert f"! refused {tmp_path.name}/empty.txt" in text
        assert f"= already here {letter_folder.name}/kent-county-council-2020.txt" in text
        assert f"! refused {tmp_path.name}/nowhere.txt" in text
        assert "file is empty" in text
        assert "undo" not in browser.foot


async def test_an_import_can_be_undone(library: Path, tmp_path: Path, letter_folder: Path) -> None:
    text = next(letter_folder.glob("kent*")).read_text(encoding="utf-8")
    new = tmp_path / "new.txt"
    new.write_text(text.replace("Kent", "Essex"), encoding="utf-8")
    async with browsing(library, MEDIUM) as browser:
        await browser.press("escape", "i")
        await name(browser, str(new))
        assert letters_in(library) == 9
        await browser.press("down")
        assert "u undo" in browser.foot
        await browser.press("u")
        assert "Take the 1 file added last out of the library again?" in " ".join(browser.text.split())
        assert letters_in(library) == 9
        await browser.press("down", "enter")
        assert letters_in(library) == 8
        assert "1 file taken out again" in browser.text
        assert browser.focused == "outcomes"
        await browser.press("shift+tab", "shift+tab", *"x")
        assert browser.focused == "paths"
        assert browser.app.screen.query_one(PathBox).value == f"{new}x"
        await browser.press("escape")
        assert "Essex" not in browser.text
    assert new.exists()


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_is_typed_after_an_import_is_a_path_and_no_command(
    library: Path, essex: Path, size: tuple[int, int]
) -> None:
    async with browsing(library, size) as browser:
        await browser.press("escape", "i")
        await name(browser, str(essex))
        await browser.type("~/Documents/quite another u")
        assert isinstance(browser.app.screen, ImportScreen)
        assert browser.app.screen.query_one(PathBox).value == "~/Documents/quite another u"
    assert letters_in(library) == 9


@pytest.mark.slow
@pytest.mark.parametrize("keys", [("enter",), ("escape",), ("q", "u", "escape")])
async def test_an_import_is_taken_out_only_by_whoever_says_yes(
    library: Path, essex: Path, keys: tuple[str, ...]
) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(essex))
        await browser.press("tab", "u", *keys)
        assert isinstance(browser.app.screen, ImportScreen)
        assert browser.app.is_running
        assert letters_in(library) == 9
        assert "u undo" in browser.foot


@pytest.mark.slow
async def test_what_was_added_can_be_taken_out_after_an_import_that_added_nothing(library: Path, essex: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(essex))
        await browser.press("enter")
        assert outcomes(browser) == "0 added, 1 already here, 0 refused"
        await browser.press("down", "u", "down", "enter")
        assert letters_in(library) == 8


@pytest.mark.slow
async def test_esc_stops_an_import_after_the_file_in_hand_and_keeps_what_is_in(
    empty_library: Path, letter_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = Event(), Event()

    def slow(
        library: Path,
        paths: Sequence[Path],
        *,
        on_file: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> ImportReport:
        """The real import, of which the first file takes until the test lets it go on."""
        first = sorted(letter_folder.iterdir())[:1]
        report = import_paths(library, first, on_file=on_file)
        reached.set()
        assert go_on.wait(20)
        assert cancelled()
        return ImportReport(outcomes=report.outcomes, sha256s=report.sha256s, cancelled=True)

    monkeypatch.setattr("tui.screens.importing.import_paths", slow)
    async with browsing(empty_library, MEDIUM) as browser:
        await browser.press("escape", "i")
        browser.app.screen.query_one(PathBox).value = str(letter_folder)
        await browser.pilot.press("enter")
        assert reached.wait(20)
        await browser.pilot.press("escape")
        assert "Stopping" in browser.text
        assert isinstance(browser.app.screen, ImportScreen)
        await browser.pilot.press("tab")
        go_on.set()
        await browser.settle()
        assert "Stopped; what is listed is done." in browser.text
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)
    assert letters_in(empty_library) == 1


@pytest.mark.slow
async def test_an_import_that_breaks_off_says_so_and_lets_the_user_go_on(
    library: Path, letter_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> ImportReport:
        raise LibraryError("The disk is full: [/foo] make room.")

    monkeypatch.setattr("tui.screens.importing.import_paths", full)
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(letter_folder))
        assert "The disk is full: [/foo] make room." in " ".join(browser.text.split())
        assert "The import broke off" in browser.text
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)


@pytest.mark.slow
async def test_a_file_is_chosen_in_the_tree(
    empty_library: Path, letter_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(letter_folder)
    async with browsing(empty_library) as browser:
        await browser.press("escape", "i", "tab")
        tree = browser.app.screen.query_one(LetterTree)
        await tree.reload()
        await browser.press("j", "enter")
        assert outcomes(browser) == "1 added, 0 already here, 0 refused"


@pytest.mark.slow
async def test_a_whole_folder_is_chosen_in_the_tree(
    empty_library: Path, letter_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(letter_folder)
    async with browsing(empty_library, NARROW) as browser:
        await browser.press("escape", "i", "tab", "i")
        assert outcomes(browser) == "8 added, 0 already here, 0 refused"


@pytest.mark.slow
async def test_the_tree_can_begin_a_folder_further_up(
    library: Path, letter_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(letter_folder)
    async with browsing(library) as browser:
        await browser.press("escape", "i", "tab", "backspace")
        assert browser.app.screen.query_one(LetterTree).path == letter_folder.parent


def test_the_tree_shows_folders_and_what_is_taken_from_them(tmp_path: Path) -> None:
    for file in ("a.txt", "b.PDF", "c.exe", "c.zip", ".hidden.txt", "d", "e.markdown"):
        (tmp_path / file).touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / ".git").mkdir()
    shown = filter(may_hold_letters, sorted(tmp_path.iterdir()))
    assert [path.name for path in shown] == ["a.txt", "b.PDF", "c.zip", "d", "e.markdown", "folder"]


@pytest.mark.slow
async def test_the_samples_are_imported_from_the_welcome(empty_library: Path) -> None:
    async with browsing(empty_library) as browser:
        assert "Welcome to upheld" in browser.text
        await browser.press("enter")
        assert isinstance(browser.app.screen, ImportScreen)
        assert "Enter its figures" in browser.foot
        await browser.press("escape")
        await browser.press("slash")
        await browser.type("harb")
        await browser.press("enter")
        assert "Harborough, 2020" in browser.text
        assert "2 of 2" in browser.text
        assert "45%" in browser.text


@pytest.mark.slow
async def test_the_welcome_leads_to_the_import_of_ones_own(empty_library: Path) -> None:
    async with browsing(empty_library) as browser:
        await browser.press("down", "enter")
        assert isinstance(browser.app.screen, ImportScreen)
        assert letters_in(empty_library) == 0


@pytest.mark.slow
async def test_the_welcome_can_be_left_and_does_not_come_back(empty_library: Path) -> None:
    async with browsing(empty_library) as browser:
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)
        assert "No letters here yet" in browser.text
        await browser.press("i", "escape")
        assert isinstance(browser.app.screen, MainScreen)


@pytest.mark.slow
async def test_nothing_is_imported_from_an_empty_box_and_it_is_said_why(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "i", "enter")
        assert not browser.app.screen.query_one(OutcomePane).line_count
        assert "Name a file or a folder first" in browser.notices


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_enter_on_an_outcome_leads_to_the_figures_of_its_letter(
    empty_library: Path, letter_folder: Path, size: tuple[int, int]
) -> None:
    async with browsing(empty_library, size) as browser:
        await browser.press("escape", "i")
        await name(browser, str(letter_folder))
        assert "↓ list" in browser.foot
        await browser.press("down")
        assert "Enter its figures" in browser.foot
        await browser.press("enter")
        assert browser.focused == "statistics"
        assert "Harborough, 2019" in browser.text
        assert "0 of 3" in browser.text


@pytest.mark.slow
async def test_a_refused_file_and_one_taken_out_lead_nowhere(
    library: Path, tmp_path: Path, letter_folder: Path
) -> None:
    new = tmp_path / "new.txt"
    new.write_text(letter_folder.joinpath("kent-county-council-2020.txt").read_text().replace("Kent", "Essex"))
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(tmp_path / "nowhere.txt"))
        await browser.press("down")
        assert "Enter" not in browser.foot
        await browser.press("enter")
        assert isinstance(browser.app.screen, ImportScreen)
        browser.app.screen.set_focus(browser.app.screen.query_one(PathBox))
        await name(browser, str(new))
        await browser.press("down", "u", "down", "enter")
        browser.app.screen.set_focus(browser.app.screen.query_one(OutcomePane))
        await browser.press("enter")
        assert isinstance(browser.app.screen, ImportScreen)
        assert not browser.app.screen.query_one(OutcomePane).line_count


@pytest.mark.slow
async def test_a_file_in_a_pack_is_told_with_the_name_of_the_pack(
    empty_library: Path, letter_folder: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "pack.zip"
    with ZipFile(pack, "w") as written:
        written.write(letter_folder / "kent-county-council-2020.txt", "kent.txt")
    async with browsing(empty_library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(pack))
        assert "+ added  pack.zip/kent.txt" in browser.text


@pytest.mark.slow
async def test_quitting_while_a_pdf_is_read_waits_for_nothing(
    empty_library: Path, letter_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, released = Event(), Event()

    def slow(
        library: Path, paths: Sequence[Path], *, on_file: Callable[[Progress], None], cancelled: Callable[[], bool]
    ) -> ImportReport:
        """An import that reads one PDF until the process that reads it is ended."""
        reading.set()
        assert released.wait(20)
        assert cancelled()
        return ImportReport(outcomes=(), cancelled=True)

    monkeypatch.setattr("tui.screens.importing.import_paths", slow)
    monkeypatch.setattr("tui.screens.importing.release", released.set)
    async with browsing(empty_library) as browser:
        await browser.press("escape", "i")
        browser.app.screen.query_one(PathBox).value = str(letter_folder)
        await browser.pilot.press("enter")
        assert reading.wait(20)
        assert not released.is_set()
        await browser.pilot.press("ctrl+q")
        await browser.until(lambda: "An import is running. Stop it and quit?" in browser.text)
        await browser.pilot.press("down", "enter")
    assert released.wait(20)


@pytest.mark.slow
async def test_what_reads_pdfs_ends_when_the_screen_is_left(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    released = Event()
    monkeypatch.setattr("tui.screens.importing.release", released.set)
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        assert not released.is_set()
        await browser.press("escape")
        assert released.wait(20)


@pytest.mark.slow
async def test_what_one_screen_lets_go_of_is_not_taken_from_the_next_ones_import(
    library: Path, letter_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letting_go: list[Thread] = []
    reading, go_on, released = Event(), Event(), Event()

    class Held(Thread):
        """A thread that begins when the test lets it."""

        def start(self) -> None:
            letting_go.append(self)

    def slow(
        library: Path, paths: Sequence[Path], *, on_file: Callable[[Progress], None], cancelled: Callable[[], bool]
    ) -> ImportReport:
        """An import that reads one PDF until the test lets it go on."""
        reading.set()
        assert go_on.wait(20)
        return ImportReport(outcomes=(), cancelled=False)

    monkeypatch.setattr("tui.screens.importing.Thread", Held)
    monkeypatch.setattr("tui.screens.importing.import_paths", slow)
    monkeypatch.setattr("tui.screens.importing.release", released.set)
    async with browsing(library) as browser:
        await browser.press("escape", "i", "escape", "i")
        browser.app.screen.query_one(PathBox).value = str(letter_folder)
        await browser.pilot.press("enter")
        assert reading.wait(20)
        Thread.start(letting_go[0])
        letting_go[0].join(0.2)  # it would have ended by now, if nothing held it
        assert not released.is_set()
        go_on.set()
        await browser.settle()
        assert released.wait(20)
