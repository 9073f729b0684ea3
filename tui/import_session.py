"""What the browser remembers of imports while it is open: how far the one that runs is, and what the last one did."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from tui.draw.labels import counted

if TYPE_CHECKING:
    from db.importer import Batch
    from db.model import Letter


@dataclass(frozen=True, slots=True)
class Running:
    """An import that runs: of `total` files so many are done; 0 of 0 while they are still being looked for."""

    done: int = 0
    total: int = 0

    @property
    def told(self) -> str:
        """How far it is, in a sentence."""
        if not self.total:
            return "An import is running."
        verb = "is" if self.done == 1 else "are"
        return f"An import is running: {self.done:,} of {counted(self.total, 'file')} {verb} done."


@dataclass(slots=True)
class Imports:
    """Kept by the app, so that leaving the screen of imports loses nothing.

    `running` is the import that runs. `shown` is the last to have ended, whose outcomes are shown, and `place` the
    line of them last highlighted. `added` is the last that added anything, for as long as that is in: the one to undo.
    """

    running: Running | None = None
    shown: "Batch | None" = None
    added: "Batch | None" = None
    place: int | None = None

    def file_of(self, letter: "Letter | None") -> str | None:
        """The name of the file in which the import shown came upon this letter, and not upon another like it."""
        outcomes = self.shown.outcomes if self.shown else ()
        paths = (outcome.path for outcome in outcomes if any(one is letter for one in outcome.letters))
        return next((PurePath(path).name for path in paths), None)

    def ended(self, batch: "Batch | None") -> None:
        """An import has ended, by itself or because it was stopped; without a batch, it broke off."""
        self.running, self.shown, self.place = None, batch, None
        if batch is not None and batch.added:
            self.added = batch

    def undone(self) -> None:
        """What was added last is out again."""
        self.shown = self.added = self.place = None
