"""How quickly all councils of a year are listed: `python tests/bench/list_councils.py [LIBRARY TO MAKE OR ASK AGAIN]`.

Makes a library of 33,000 councils of two years (seeded figures, through the library's own writer) unless it is there,
and one of the 400 of the register, then presses keys in the browser: for each it prints how long until all it leads to
is shown, and how long at most the event loop was held meanwhile, which is how long a key would wait for an answer.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from db.library import Library
from db.model import Council, CouncilType
from tests.db.builders import file_of
from tests.tui.driving import browsing
from tests.tui.whole_years import make_letter, make_library
from tui.collecting import put_off_searching

COUNCILS = 33_000
YEARS = (2023, 2024)
SIZE = (120, 40)
_BATCH = 1_000
_BEAT = 0.002

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("open", ("a",)),
    ("arrow key", ("down",)),
    ("page", ("pagedown",)),
    ("last line", ("end",)),
    ("sort", ("s", "down", "enter")),
    ("turn round", ("s", "s")),
    ("another type", ("right",)),
    ("back to it", ("left",)),
    ("all types", ("left",) * 6),
    ("sort all", ("s", "down", "enter")),
    ("filter", ("slash", "p")),
    ("one letter more", ("l",)),
    ("no filter", ("escape",)),
    ("stand-outs", ("v",)),
    ("letters by year", ("A",)),
    ("arrow key", ("down",)),
    ("year before", ("left_square_bracket",)),
    ("filter", ("slash", "p")),
    ("no filter", ("escape",)),
    ("another type", ("right",)),
)
"""What is done, and by which keys."""


def make_many(path: Path) -> None:
    """A library of many councils that no register knows."""
    types, regions = list(CouncilType), ("North West", "London", "South East")
    with Library.open(path) as library:
        for year in YEARS:
            for first in range(0, COUNCILS, _BATCH):
                files = []
                for at in range(first, first + _BATCH):
                    council = Council(name=f"Council of Place {at:05}", type=types[at % 6], region=regions[at % 3])
                    cases = 3 + at * 37 % 130
                    count = max(round(cases * (50 + (at * 23 + year) % 50) / 100), 1)
                    words = "This year I published a public report about your council." if at % 9 == 2 else ""
                    letter = make_letter(council, year, count, cases, 94 if at % 11 == 4 else 100, words)
                    files.append(file_of(letter, name=f"{year}-{at}.txt"))
                library.add_files(files)


async def watch(worst: list[float]) -> None:
    """Keep in `worst` how long the event loop was held at most."""
    last = time.perf_counter()
    while True:
        await asyncio.sleep(_BEAT)
        now = time.perf_counter()
        worst[0] = max(worst[0], now - last - _BEAT)
        last = now


async def measure(library: Path, council: str) -> None:
    """Press the keys, and print."""
    async with browsing(library, SIZE, council) as browser:
        worst = [0.0]
        beat = asyncio.create_task(watch(worst))
        for what, keys in STEPS:
            worst[0], begun = 0.0, time.perf_counter()
            for key in keys:
                await browser.pilot.press(key)
            await browser.settle()
            took = time.perf_counter() - begun
            sys.stdout.write(f"  {what:18} {took * 1000:7,.0f} ms, loop held {worst[0] * 1000:5,.0f} ms\n")
        beat.cancel()


def main(folder: Path, given: Path | None) -> None:
    """Measure few councils and many."""
    put_off_searching()  # as the command that opens the browser does
    few, many = folder / "few.db", given or folder / "many.db"
    make_library(few, *YEARS, types=tuple(CouncilType))
    sys.stdout.write("the councils of the register\n")
    asyncio.run(measure(few, "camden"))
    if not many.exists():
        make_many(many)
    sys.stdout.write(f"{COUNCILS:,} councils\n")
    asyncio.run(measure(many, "place 00000"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        main(Path(made), Path(sys.argv[1]) if sys.argv[1:] else None)
