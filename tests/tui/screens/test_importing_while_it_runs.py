import gc
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from shutil import copytree
from threading import Event

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Static

from db.importer import ImportReport, Progress, import_paths
from db.outcome import FileOutcome, Outcome
from tests.marks import slow
from tests.tui.bringing_in import letters_in, name
from tests.tui.driving import MEDIUM, SIZES, Browser, browsing
from tui.panes.files import PathBox
from tui.panes.outcomes import OutcomePane
from tui.screens.confirm import ConfirmScreen
from tui.screens.import_progress import ImportProgressed


class Held:
    """An import of which the first files are in, and the others wait until the test lets it go on."""

    def __init__(self, files: Sequence[Path], total: int) -> None:
        self.reached, self.go_on = Event(), Event()
        self._files, self._total = files, total

    def __call__(
        self,
        library: Path,
        paths: Sequence[Path],
        *,
        on_file: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> ImportReport:
        report = import_paths(
            library,
            self._files,
            on_file=lambda one: on_file(Progress(done=one.done, total=self._total, outcome=one.outcome)),
        )
        on_file(Progress(done=len(self._files), total=self._total))
        self.reached.set()
        assert self.go_on.wait(20)
        return ImportReport(outcomes=report.outcomes, sha256s=report.sha256s, cancelled=cancelled())


@pytest.fixture(name="held")
async def _held(letter_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Held]:
    """Four of three thousand files are in. It ends before the event loop does, which waits for every thread."""
    held = Held(sorted(letter_folder.iterdir())[:4], 3000)
    monkeypatch.setattr("tui.screens.importing.import_paths", held)
    monkeypatch.setattr("tui.screens.import_progress._BETWEEN_REPORTS", 0)
    yield held
    held.go_on.set()


async def begin(browser: Browser, held: Held) -> None:
    """Begin an import, and wait until it is under way and that is shown."""
    await browser.press("escape", "i")
    browser.app.screen.query_one(PathBox).value = "letters"
    await browser.pilot.press("enter")
    assert held.reached.wait(20)
    await browser.until(lambda: "4 of 3,000 files. Esc stops." in " ".join(browser.text.split()))


@pytest.mark.parametrize("keys", [("ctrl+q",), *slow(("down", "q"), ("f1", "ctrl+q"))], ids=str)
async def test_quitting_while_an_import_runs_asks_first(empty_library: Path, held: Held, keys: tuple[str, ...]) -> None:
    async with browsing(empty_library, MEDIUM) as browser:
        await begin(browser, held)
        await browser.pilot.press(*keys, "ctrl+q")
        await browser.until(lambda: "Stop and quit" in browser.text)
        shown = " ".join(str(browser.app.screen.query_one(Static).render()).split())
        assert "An import is running: 4 of 3,000 files are done. Stop it and quit? What is in stays in." in shown
        assert browser.app.is_running
        await browser.pilot.press("enter")
        assert not isinstance(browser.app.screen, ConfirmScreen)
        await browser.pilot.press("ctrl+q", "down", "enter")
        await browser.until(lambda: not browser.app.is_running)
    assert letters_in(empty_library) == 4


@pytest.mark.slow
async def test_quitting_once_the_import_is_done_asks_nothing(empty_library: Path, held: Held) -> None:
    async with browsing(empty_library, MEDIUM) as browser:
        await begin(browser, held)
        held.go_on.set()
        await browser.settle()
        await browser.pilot.press("ctrl+q")
        await browser.until(lambda: not browser.app.is_running)


@pytest.mark.slow
async def test_the_outcomes_follow_a_running_import_until_somebody_moves_in_them(
    empty_library: Path, held: Held
) -> None:
    async with browsing(empty_library, (80, 12)) as browser:
        await begin(browser, held)
        pane = browser.app.screen.query_one(OutcomePane)
        assert pane.highlighted == 3
        assert "kent" in browser.text
        await browser.pilot.press("down", "g")
        assert pane.highlighted == 0
        pane.add([FileOutcome(path="more.txt", outcome=Outcome.REFUSED, reason="It is empty.")])
        assert pane.highlighted == 0
        held.go_on.set()
        await browser.settle()
        assert pane.highlighted == 0


@pytest.mark.slow
async def test_the_outcomes_follow_nothing_once_somebody_has_scrolled_them(
    empty_library: Path, held: Held, letter_folder: Path
) -> None:
    async with browsing(empty_library, (80, 12)) as browser:
        await begin(browser, held)
        pane = browser.app.screen.query_one(OutcomePane)
        await browser.pilot._post_mouse_events([events.MouseScrollUp], pane, button=0)
        scrolled = pane.scroll_offset.y
        more = [str(letter_folder / f"{number}.txt") for number in range(20)]
        pane.add([FileOutcome(path=path, outcome=Outcome.REFUSED, reason="It is empty.") for path in more])
        await browser.pilot.pause()
        assert pane.scroll_offset.y == scrolled


async def test_a_drag_over_the_outcomes_leaves_what_was_copied_before(empty_library: Path, held: Held) -> None:
    async with browsing(empty_library, MEDIUM) as browser:
        await begin(browser, held)
        browser.app.copy_to_clipboard("kept")
        pane = browser.app.screen.query_one(OutcomePane)
        await browser.pilot.mouse_down(pane, offset=(2, 1))
        await browser.pilot.hover(pane, offset=(20, 3))
        await browser.pilot.mouse_up(pane, offset=(20, 3))
        await browser.pilot.press("ctrl+c")
        await browser.pilot.pause()
        assert browser.app.clipboard == "kept"


@pytest.mark.slow
async def test_another_number_beside_the_bar_has_nothing_laid_out_anew(
    empty_library: Path, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(empty_library, MEDIUM) as browser:
        await begin(browser, held)
        screen = browser.app.screen
        laid_out = list[None]()
        lay_out = Screen._refresh_layout

        def note(screen: Screen[object], *args: object, **options: object) -> None:
            laid_out.append(None)
            lay_out(screen, *args, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(Screen, "_refresh_layout", note)
        for done in (5, 6, 7):
            screen.post_message(ImportProgressed(done, 3000, ()))
            await browser.pilot.pause()
            assert f"{done} of 3,000 files." in " ".join(browser.text.split())
        assert not laid_out
        assert gc.get_threshold()[1] > 1_000_000  # what stays is not searched for garbage
        held.go_on.set()
        await browser.until(lambda: "Done." in browser.text)
        assert gc.get_threshold()[1] < 1_000


@pytest.mark.slow
@pytest.mark.parametrize("size", [(40, 12), *SIZES], ids=str)
async def test_the_first_refused_file_is_highlighted_in_the_end(
    library: Path, letter_folder: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = tmp_path / "in"
    copytree(letter_folder, folder)
    for refused in ("kent-a.txt", "oadby-a.txt"):
        (folder / refused).write_text("Milk, bread, eggs.", encoding="utf-8")
    for other in ("photo.jpg", "sheet.xlsx"):
        (folder / other).touch()
    async with browsing(library, size) as browser:
        await browser.press("escape", "i")
        await name(browser, str(folder))
        await browser.pilot.pause()
        pane = browser.app.screen.query_one(OutcomePane)
        assert pane.highlighted == 3
        assert "! refused  kent-a.txt" in browser.text
        assert "2 other files passed over" in browser.text
        await browser.press("escape", "i")
        await browser.pilot.pause()
        assert "! refused  kent-a.txt" in browser.text
        assert "2 other files passed over" in browser.text
