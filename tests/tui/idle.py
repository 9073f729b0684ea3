"""When an app under test has nothing left to do: known, where Textual guesses it from how busy the process is."""

from asyncio import get_running_loop, sleep
from time import monotonic
from typing import Any

import pytest
from textual._context import active_app
from textual.screen import Screen

_PATIENCE = 60.0
"""Seconds after which an app that still has something to do will never be done."""


async def wait_until_idle(*_seconds: float) -> None:
    """Let the app go on until nothing is left but what waits for a thread, a timer, a program or a person.

    Textual takes an app for idle that has had no processor for 20 ms, which on a busy computer is any app. It also
    draws and takes another size by timers; here that is done at once.
    """
    ready: Any = vars(get_running_loop())["_ready"]
    ends = monotonic() + _PATIENCE
    while True:
        await sleep(0)
        if not ready and not _draw():
            return
        assert monotonic() < ends, "the app never comes to rest"


def _draw() -> bool:
    """Take another size of the terminal, or draw what is to be drawn; whether there was anything of it to do."""
    app = active_app.get()
    if not app._screen_stacks or not app._screen_stack:
        return False
    if app._resize_timer is not None:
        app._check_resize()
    elif _is_to_be_drawn(app.screen):
        app.screen._on_timer_update()
    else:
        return False
    return True


def _is_to_be_drawn(screen: Screen[Any]) -> bool:
    """Whether a screen waits for its timer to draw, or has something to do once it has drawn."""
    if screen.app._batch_count or not screen.is_running:
        return False
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def know_when_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Textual's Pilot wait so after each key and in each pause."""
    monkeypatch.setattr("textual.app.wait_for_idle", wait_until_idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", wait_until_idle)
