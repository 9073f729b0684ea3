import subprocess
import sys
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.tui.draw.seen import controls
from tests.tui.driving import browsing
from tui.app import DARK, LIGHT, NO_COLOUR, Upheld, run
from tui.panes.council_list import FindBox
from tui.settings import change, load


@pytest.mark.slow
async def test_t_changes_between_dark_and_light_and_the_choice_is_kept(library: Path) -> None:
    async with browsing(library) as browser:
        assert browser.app.theme == DARK
        await browser.press("escape", "t")
        assert browser.app.theme == LIGHT
    async with browsing(library) as browser:
        assert browser.app.theme == LIGHT
        await browser.press("escape", "t")
        assert browser.app.theme == DARK


@pytest.mark.slow
async def test_whoever_tries_the_samples_leaves_no_settings_behind(library: Path) -> None:
    async with browsing(library, sample=True) as browser:
        await browser.press("escape", "t")
        assert browser.app.theme == LIGHT
    assert not (library.parent / "settings.json").exists()


@pytest.mark.slow
async def test_the_last_of_several_choices_is_the_one_kept(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, go_on = Event(), Event()

    def slow(file: Path, *, theme: str) -> None:
        """The first choice takes until the test lets it be written."""
        if not first.is_set():
            first.set()
            assert go_on.wait(20)
        change(file, theme=theme)

    monkeypatch.setattr("tui.app.change", slow)
    async with browsing(library) as browser:
        await browser.pilot.press("escape", "escape", "t")
        assert first.wait(20)
        await browser.pilot.press("t")
        assert browser.app.theme == DARK
        go_on.set()
        await browser.settle()
    assert load(library.parent / "settings.json").theme == DARK


@pytest.mark.slow
async def test_a_theme_nobody_knows_any_more_is_forgotten(library: Path) -> None:
    change(library.parent / "settings.json", theme="[/gone]")
    async with browsing(library) as browser:
        assert browser.app.theme == DARK


@pytest.mark.slow
async def test_a_choice_that_cannot_be_kept_is_said(library: Path) -> None:
    (library.parent / "settings.json").mkdir()
    async with browsing(library) as browser:
        await browser.press("escape", "t")
        assert browser.app.theme == LIGHT
        assert "could not be kept" in browser.text


@pytest.mark.slow
async def test_without_colour_the_terminals_own_colours_are_used(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with browsing(library) as browser:
        assert browser.app.theme == NO_COLOUR
        await browser.press("escape", "t")
        assert browser.app.theme == NO_COLOUR
        assert "Harborough" in browser.text


class Driven:
    """`App.run` without a terminal, with a pilot at the keys."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
        self._keys = keys
        true_run = App.run

        def headless(app: Upheld, **options: Any) -> None:  # noqa: ANN401
            true_run(app, headless=True, size=(80, 24), auto_pilot=self._press, **options)

        monkeypatch.setattr(Upheld, "run", headless)

    async def _press(self, pilot: Pilot[object]) -> None:
        await pilot.pause()
        await pilot.press(*self._keys)
        await pilot.pause()


def test_a_session_that_ends_well_has_exit_code_0(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Driven(monkeypatch, "escape", "j", "q")
    assert run(library) == 0


def test_an_error_nobody_foresaw_ends_in_a_sentence_and_exit_code_1(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(self: Upheld) -> None:
        raise ZeroDivisionError("[/foo] \x1b[31m \x9b")

    log = tmp_path / "state" / "upheld.log"
    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: log)
    monkeypatch.setattr(Upheld, "action_help", broken)
    Driven(monkeypatch, "f1")
    assert run(library) == 1
    output = capfd.readouterr()
    assert "Traceback" not in output.out + output.err
    assert "upheld: Something went wrong that upheld did not foresee." in output.err
    assert str(log) in output.err
    logged = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in logged
    assert not controls(logged)


def test_what_the_first_picture_does_without_is_not_loaded_before_it() -> None:
    later = {
        "csv",
        "json",
        "db.letters",
        "db.store.entries",
        "db.store.read",
        "db.text.loose",
        "db.text.markup_patterns",
        "tui.draw.letter.reflow",
        "tui.keymap_remap",
        "tui.panes.letter_foot",
        "tui.screens.importing",
        "tui.screens.review_actions",
        "tui.screens.too_small",
    }
    words = f"import sys; import tui.app; print(*sorted({later} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert not done.stdout.strip()


async def test_what_was_copied_stays_where_nothing_is_selected_to_be_copied_or_cut(library: Path) -> None:
    async with browsing(library) as browser:
        browser.app.copy_to_clipboard("kept")
        box = browser.app.screen.query_one(FindBox)
        await browser.pilot.mouse_down(box, offset=(1, 0))
        await browser.pilot.hover(box, offset=(12, 0))
        await browser.pilot.mouse_up(box, offset=(12, 0))
        await browser.press("ctrl+c", "ctrl+x")
        assert browser.app.clipboard == "kept"
        await browser.type("leeds")
        await browser.press("shift+home", "ctrl+x")
        assert browser.app.clipboard == "leeds"
        assert not box.value
