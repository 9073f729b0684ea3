"""Runs the browser without a terminal, imports a folder in it, and prints how long its event loop was held at most."""

import asyncio
import json
import os
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from textual.events import Paste

from tui.app import Upheld
from tui.collecting import put_off_searching
from tui.panes.files import PathBox

_TICK = 0.002
_FIRST_YEAR, _OF_ONE_YEAR = 2010, 330


class LoopMeter:
    """Asks for a turn of the event loop every two milliseconds within its block; how late one came at most."""

    def __init__(self) -> None:
        self.most_ms = 0.0

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _run(self) -> None:
        while True:
            due = time.perf_counter() + _TICK
            await asyncio.sleep(_TICK)
            self.most_ms = max(self.most_ms, (time.perf_counter() - due) * 1000)


async def _measure(folder: Path, app: Upheld) -> dict[str, float]:
    """The longest hold while the folder comes in, and of a rest of the same length after it."""
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(1)
        await pilot.press("down", "enter")  # of what the welcome offers: letters of one's own
        await pilot.pause(0.5)
        app.screen.query_one(PathBox).post_message(Paste(str(folder)))
        await pilot.pause(0.2)
        begun = time.perf_counter()
        async with LoopMeter() as importing:
            await pilot.press("enter")
            while app.import_session.last is None:
                await asyncio.sleep(0.05)
        took = time.perf_counter() - begun
        await pilot.pause(0.5)
        async with LoopMeter() as resting:
            await asyncio.sleep(took)
    return {"importing": importing.most_ms, "resting": resting.most_ms}


def _lay_by_year(files: Path, into: Path) -> Path:
    """Letters as people keep them, some hundred in a folder for each year: paths are told beyond that of all."""
    for number, file in enumerate(sorted(files.iterdir())):
        year = into / str(_FIRST_YEAR + number // _OF_ONE_YEAR)
        year.mkdir(parents=True, exist_ok=True)
        os.link(file, year / file.name)
    return into


def main() -> None:
    """Measure and print."""
    put_off_searching()  # as the command that opens the browser does
    with tempfile.TemporaryDirectory() as home:
        app = Upheld(Path(home) / "library.db", settings=Path(home) / "settings.toml")
        folder = _lay_by_year(Path(sys.argv[1]), Path(home) / "letters")
        sys.stdout.write(json.dumps(asyncio.run(_measure(folder, app))))


if __name__ == "__main__":
    main()
