"""Random walks through the browser: keys one by one and at once, clicks, pastes, other sizes of the terminal.

No error that nobody foresaw, no picture without end, nothing on the screen that a terminal acts on or that is drawn
otherwise when it is drawn anew, the letters of the council highlighted and no others, and Esc leads back to the list.
"""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

import pytest
from rich.console import Console
from textual import constants, events
from textual.command import CommandPalette
from textual.geometry import Size
from textual.pilot import OutOfBounds
from textual.widgets import Input, OptionList

from db.library import Library
from tests.long_run.attack import Attack, Attempt, Try
from tests.long_run.hostile_letters import HOSTILE_WORDS
from tests.long_run.whole_library import make_library
from tests.tui.draw.seen import screen_lines
from tests.tui.driving import Browser, browsing
from tests.tui.idle import know_when_idle
from tui.keymap import COMMANDS
from tui.panes.councils import CouncilsPane
from tui.panes.line_list import LineList
from tui.paths import parse_paths
from tui.screens.layout import is_too_small
from tui.screens.main import MainScreen

_STEPS = 40
_TOLD_STEPS = 12
_MOST_ESCAPES = 20
_LOOKED_AT = 0.25
"""The share of steps after which the screen is drawn anew, and the library asked."""

_SLOW = 2.0
"""Seconds of the processor that no step takes."""

_LEAVING = {"q", "ctrl+q", "ctrl+z", "o"}
_KEYS = sorted({key for command in COMMANDS for key in command.keys} - _LEAVING)
_COMMON_SIZES = ((40, 12), (41, 12), (60, 20), (80, 24), (100, 30), (120, 40), (160, 50), (20, 6), (4, 12))
_PASTED = (*HOSTILE_WORDS, "leeds", "delay OR complain*", "remark:refusal", "((", "~", "\n\n", "a\nb")


@contextmanager
def _start(folder: Path) -> Iterator[Try]:
    """A library of the samples and an empty one; nothing outside the folder is read or written, or opened elsewhere."""
    whole, empty = make_library(folder), folder / "empty.db"
    Library.open(empty).close()
    with pytest.MonkeyPatch.context() as patch:
        know_when_idle(patch)
        patch.chdir(folder)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(folder))
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "NO_COLOR", "TEXTUAL_THEME"):
            patch.delenv(name, raising=False)
        patch.setattr(Input, "cursor_blink", False)
        patch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
        patch.setattr("tui.screens.key_line._TOLD_SECONDS", 600.0)
        here = lambda text: tuple(path for path in parse_paths(text) if folder in path.parents)  # noqa: E731
        patch.setattr("tui.screens.importing.parse_paths", here)
        yield lambda chance: asyncio.run(_walk(chance.choice((whole, whole, empty)), chance))


async def _walk(library: Path, chance: Random) -> Attempt:
    """One walk, and the way back from where it led; the first thing that is wrong ends it."""
    attempt, steps = Attempt(), list[str]()
    with TemporaryDirectory() as folder:
        own = Path(shutil.copy(library, folder))
        try:
            async with browsing(own, _choose_size(chance)) as browser:
                browser.app.error_console = Console(file=StringIO())
                for _ in range(_STEPS):
                    began = process_time()
                    await _step(browser, chance, steps)
                    await _rest(browser)
                    if process_time() - began > _SLOW:
                        attempt.failures.append(f"{process_time() - began:.0f} s for one step")
                    if chance.random() < _LOOKED_AT:
                        attempt.failures += await _find_faults(browser, own)
                    if attempt.failures:
                        break
                else:
                    attempt.failures += await _go_back(browser)
        except Exception as error:  # what must not happen is counted
            attempt.failures.append(repr(error))
    attempt.failures = [f"{what} after {' '.join(steps[-_TOLD_STEPS:])}" for what in attempt.failures]
    attempt.ends.append("failed" if attempt.failures else "came back")
    return attempt


def _choose_size(chance: Random) -> tuple[int, int]:
    return chance.choice((*_COMMON_SIZES, (chance.randint(20, 200), chance.randint(6, 60))))


async def _step(browser: Browser, chance: Random, steps: list[str]) -> None:
    """Do one thing, or several before the first has led to anything."""
    kind = chance.choice(("key", "key", "key", "keys", "size", "paste", "click"))
    width, height = browser.app.size
    if kind == "click":
        at = (chance.randrange(width), chance.randrange(height))
        steps.append(f"click{at}")
        with suppress(OutOfBounds):
            await browser.pilot.click(offset=at, times=chance.choice((1, 1, 2)))
    elif kind == "paste":
        steps.append(f"paste:{(text := chance.choice(_PASTED))[:20]!r}")
        browser.app.post_message(events.Paste(text))
    elif kind == "size":
        _resize(browser, chance, steps)
    else:
        for _ in range(1 if kind == "key" else chance.randint(2, 6)):
            works_here = [key for key in browser.app.screen.active_bindings if key not in _LEAVING]
            steps.append(chance.choice((*works_here, *_KEYS) if chance.random() < 0.5 else works_here or _KEYS))
            browser.app.simulate_key(steps[-1])
            if chance.random() < 0.1:
                _resize(browser, chance, steps)


def _resize(browser: Browser, chance: Random, steps: list[str]) -> None:
    """Have the terminal be of another size."""
    size = Size(*_choose_size(chance))
    steps.append(f"{size.width}x{size.height}")
    browser.app._driver._size = size  # type: ignore[union-attr]  # as Textual's Pilot does, which then waits
    browser.app.post_message(events.Resize(size, size))


async def _rest(browser: Browser) -> None:
    """Wait until everything is done and shown, what scrolls included."""
    await browser.settle()
    await browser.pilot.wait_for_animation()
    await browser.settle()


async def _find_faults(browser: Browser, library: Path) -> list[str]:
    """What is wrong on the screen now."""
    app, screen = browser.app, browser.app.screen
    if is_too_small(*app.size) or isinstance(screen, CommandPalette):  # which is Textual's own, and goes on by itself
        return []
    faults = [f"characters that act: {found}" for found in [browser.controls] if found]
    if screen.focused is None and screen.focus_chain:
        faults.append("nothing has the keys")
    if isinstance(screen, MainScreen) and (council := screen.query_one(CouncilsPane).highlighted_id) is not None:
        with Library.ask(library) as here:
            ids = {stored.id for stored in here.letters_of(council)}
        if screen.current_letter is None or screen.current_letter.id not in ids:
            faults.append("no letter of the council highlighted")
    before = screen_lines(app)
    for widget in screen.walk_children():
        if isinstance(widget, LineList):
            widget.redraw()
        elif isinstance(widget, OptionList):
            widget._clear_caches()
        widget.refresh(layout=True)
    await _rest(browser)
    after = screen_lines(app)
    changed = [line for line, again in zip(before, after, strict=True) if line != again]
    return [*faults, *(f"drawn otherwise anew on {screen.css_identifier}: {line!r}" for line in changed[:1])]


async def _go_back(browser: Browser) -> list[str]:
    """Press Esc until there is nothing to go back from; what is wrong with that."""
    await browser.resize(80, 24)
    for _ in range(_MOST_ESCAPES):
        if isinstance(browser.app.screen, MainScreen) and browser.focused == "council-list":
            return []
        await browser.press("escape")
    return [f"Esc ends at {browser.focused} of {browser.app.screen}"]


SCREENS = Attack("screens", _start)
