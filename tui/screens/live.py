"""A screen that follows what other programs do to the library while it is shown."""

from pathlib import Path
from typing import TypeVar

from textual import on, work
from textual.message import Message
from textual.worker import Worker

from db.model import StoredLetter
from tui.screens.asking import LateWatch
from tui.screens.review_base import ActionShown, ReviewBaseScreen
from tui.screens.undo import UndoHistory

Result = TypeVar("Result")

_BETWEEN_LOOKS = 1.0
"""Seconds from one look at the library to the next."""


class LibraryChanged(Message):
    """Another connection has written in the library."""


class LiveScreen(ReviewBaseScreen[Result]):
    """Looks once a second whether the library has changed, in a thread, while nothing is in front of it.

    Whatever reads all anew marks that first (`mark_read`), so that what this very program has changed is not read
    twice.
    """

    BLANK = True  # what shows of the screen itself is one blank line: Textual keeps each as it is cut round the panes

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__(library, history)
        self._watch = LateWatch(library)
        self._look: Worker[None] | None = None

    @property
    def current_letter(self) -> StoredLetter | None:
        """The letter that can be settled about: none, unless the screen shows one by itself."""
        return None

    def show_action(self, message: ActionShown) -> None:
        """Read anew what was changed."""
        self.follow_change()

    def follow_change(self) -> None:
        """Read anew what is shown, and leave the reader where they are."""
        raise NotImplementedError

    def mark_read(self) -> None:
        """Take the library as known as it is now; to be called in a thread, before it is read."""
        self._watch.has_changed()

    def on_mount(self) -> None:
        """Begin to look."""
        self.set_interval(_BETWEEN_LOOKS, self._begin_look)

    def on_unmount(self) -> None:
        """Let go of the library."""
        self._watch.close()

    def _begin_look(self) -> None:
        """Look, unless something is in front or the look before has not come to an end."""
        if self.is_active and (self._look is None or self._look.is_finished):
            self._look = self._look_for_change()

    @work(thread=True, group="watch", exit_on_error=False, description="watch")
    def _look_for_change(self) -> None:
        """Ask whether the library is another than before."""
        if self._watch.has_changed():
            self.post_message(LibraryChanged())

    @on(LibraryChanged)
    def _take_change(self, message: LibraryChanged) -> None:
        """Follow it."""
        message.stop()
        self.follow_change()
