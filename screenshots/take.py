"""Take the pictures in the README from the running browser, on the sample letters: `python screenshots/take.py`."""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from textual.pilot import Pilot  # noqa: E402 - found through the line above, without an installation
from textual.widgets import DirectoryTree  # noqa: E402

from db.importer import import_paths  # noqa: E402
from tui.app import Upheld  # noqa: E402
from tui.paths import open_sample_letters  # noqa: E402

WORDS = '"public report" OR homeless OR abolish* year:2020-2024'
VERY_WIDE, WIDE, LOW, MEDIUM = (150, 34), (120, 40), (100, 24), (80, 24)
GROUPS = {
    *("councils", "letters", "review-items", "import", "year", "briefing", "search", "hit-letter", "own-words"),
    *("compare", "sets", "highlighted"),
}


def name_key(character: str) -> str:
    """The key that types a character."""
    return {" ": "space", '"': "quotation_mark", "*": "asterisk", ":": "colon", "-": "minus"}.get(character, character)


PICTURES: tuple[tuple[str, tuple[int, int], Sequence[str]], ...] = (
    ("wide", WIDE, (*"leeds", "enter")),
    ("medium", MEDIUM, (*"harb", "enter")),
    ("letter", WIDE, (*"oadby", "enter", "enter")),
    ("year", VERY_WIDE, (*"leeds", "enter", "a", "left_square_bracket")),
    ("compare", LOW, (*"leeds", "enter", "left_square_bracket", "c", "3")),
    ("words", WIDE, ("escape", "w", *map(name_key, WORDS), *["down"] * 4)),
    ("briefing", WIDE, (*"leeds", "enter", "B")),
)
"""The name of each picture, the size of the terminal, and the keys pressed before it is taken."""


async def settle(app: Upheld, pilot: Pilot[None]) -> None:
    """Wait until every question to the library is answered and shown."""
    await pilot.pause()
    while running := [each for each in app.workers if each.group in GROUPS and not each.is_finished]:
        await app.workers.wait_for_complete(running)
        await pilot.pause()


async def take(name: str, size: tuple[int, int], keys: Sequence[str], library: Path) -> None:
    """Take one picture of the browser on `library`, after these keys."""
    app = Upheld(library, settings=library.parent / "settings.json")
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        for key in keys:
            await pilot.press(key)
            await settle(app, pilot)
        for tree in app.screen.query(DirectoryTree):
            tree.display = False  # it shows the disk of whoever takes the picture
        await pilot.pause()
        (HERE / f"{name}.svg").write_text(app.export_screenshot(title="upheld"), encoding="utf-8")


async def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        await take("import", MEDIUM, ("enter",), library)
        with open_sample_letters() as letters:
            import_paths(library, letters)
        for name, size, keys in PICTURES:
            await take(name, size, keys, library)


if __name__ == "__main__":
    asyncio.run(main())
