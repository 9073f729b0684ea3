"""The browser driven as a person drives it: keys in, the screen's text out."""

from asyncio import sleep
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

from textual.pilot import Pilot
from textual.widget import Widget
from textual.worker import WorkerCancelled, WorkerFailed

from tests.marks import slow
from tests.tui.draw.seen import controls, screen_lines, screen_text
from tui.app import Upheld

NARROW, MEDIUM, WIDE = (60, 20), (80, 24), (120, 40)
SIZES = (*slow(NARROW, MEDIUM), WIDE)
"""Sizes to try a test at. The widest is among the fast tests, since it shows every pane at once."""

_PATIENCE = 60.0
"""Seconds after which what a test waits for will not come about any more."""

_A_MOMENT = 0.01
"""Seconds from one look at what is waited for to the next, which are left to threads and other programs."""


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the app go on until a condition holds, however busy the computer is; fail if it never does."""
    ends = monotonic() + _PATIENCE
    while not condition():
        assert monotonic() < ends, "what was waited for did not come about"
        await sleep(_A_MOMENT)
        await pilot.pause()


_LONG = 600.0
"""Seconds in which every test is over."""


class Browser:
    """The app under test."""

    def __init__(self, app: Upheld, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until every question to the library is answered and shown."""
        await self.pilot.pause()
        while busy := [worker for worker in self.app.workers if worker.group != "_loader" and not worker.is_finished]:
            # Textual's own tree of files has a worker of this group, which never ends.
            with suppress(WorkerCancelled, WorkerFailed):  # by a later question; as a test will have it
                await self.app.workers.wait_for_complete(busy)
            await self.pilot.pause()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until a condition holds."""
        await until(self.pilot, condition)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, and let each take effect."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*text)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    @property
    def text(self) -> str:
        """The whole screen."""
        return screen_text(self.app)

    @property
    def notices(self) -> str:
        """All notices in sight, each as one line."""
        return "\n".join(" ".join(str(toast.render()).split()) for toast in self.app.screen.query("Toast"))

    @property
    def foot(self) -> str:
        """The last line of the screen."""
        return screen_lines(self.app)[-1]

    @property
    def controls(self) -> list[str]:
        """The characters on the screen that a terminal could act on."""
        return controls(self.text)

    @property
    def focused(self) -> str | None:
        """The id of what has the keys."""
        return self.app.focused.id if self.app.focused else None

    def shows(self, selector: str) -> bool:
        """Whether a widget is in sight."""
        found = self.app.screen.query(selector).results(Widget)
        return any(widget.region.area > 0 for widget in found)


@asynccontextmanager
async def browsing(
    library: Path,
    size: tuple[int, int] = WIDE,
    council: str | None = None,
    **options: Any,  # noqa: ANN401
) -> AsyncIterator[Browser]:
    """The browser open on a library, toasts and tooltips included, with its first questions answered."""
    app = Upheld(library, council, settings=library.parent / "settings.json", **options)
    app.NOTIFICATION_TIMEOUT = _LONG  # type: ignore[misc]  # a busy computer may need longer to look than people do
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        browser = Browser(app, pilot)
        await browser.settle()
        yield browser
