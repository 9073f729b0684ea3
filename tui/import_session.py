"""What the browser remembers of imports while it is open: how far the one that runs is, and what the last one did."""

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from tui.draw.labels import format_count

if TYPE_CHECKING:
    from db.importer import ImportReport
    from db.model import Letter


class RunningImport(NamedTuple):
    """An import that runs: of `total` files so many are done; 0 of 0 while they are still being looked for."""

    done: int = 0
    total: int = 0

    @property
    def progress_text(self) -> str:
        """How far it is, in a sentence."""
        if not self.total:
            return "An import is running."
        verb = "is" if self.done == 1 else "are"
        return f"An import is running: {self.done:,} of {format_count(self.total, 'file')} {verb} done."


class ImportSession:
    """Kept by the app, so that leaving the screen of imports loses nothing.

    `running` is the import that runs. `last` is the one to have ended last, whose outcomes are shown, and
    `highlighted` the line of them last highlighted. `undoable` is the last that added anything, for as long as that
    is in: the one to undo.
    """

    def __init__(self) -> None:
        self.running: RunningImport | None = None
        self.last: ImportReport | None = None
        self.undoable: ImportReport | None = None
        self.highlighted: int | None = None

    def find_file_name(self, letter: "Letter | None") -> str | None:
        """The name of the file in which the last import came upon this letter, and not upon another like it."""
        outcomes = self.last.outcomes if self.last else ()
        paths = (outcome.path for outcome in outcomes if any(one is letter for one in outcome.letters))
        return next((PurePath(path).name for path in paths), None)

    def note_end(self, report: "ImportReport | None") -> None:
        """An import has ended, by itself or because it was stopped; without a report, it broke off."""
        self.running, self.last, self.highlighted = None, report, None
        if report is not None and report.added:
            self.undoable = report

    def note_undone(self) -> None:
        """What was added last is out again."""
        self.last = self.undoable = self.highlighted = None
