"""What screens ask of the sets of councils that are kept, in a thread, and the answers that come back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import work
from textual.message import Message

from db.errors import UpheldError
from db.library import Library
from tui.screens.base import BaseScreen, RequestFailed

if TYPE_CHECKING:
    from db.store.council_sets import CouncilSet, CouncilSets

Result = TypeVar("Result")

SETS = "sets"
"""The group of the workers that read and change sets."""


@dataclass
class SetsRead(Message):
    """The sets as they are now, once `said` has become of them; empty where nothing was to."""

    sets: "tuple[CouncilSet, ...]"
    said: str = ""
    removed: "CouncilSet | None" = None


class SetQuestionsScreen(BaseScreen[Result]):
    """A screen that reads the sets of the library, and changes them."""

    _library: Path

    @work(thread=True, group=SETS, exit_on_error=False, description=SETS)
    def read_sets(self) -> None:
        """Ask for the sets."""
        try:
            with Library.ask(self._library) as library:
                self.post_message(SetsRead(library.council_sets.read()))
        except UpheldError as error:
            self.post_message(RequestFailed(str(error)))

    @work(thread=True, group=SETS, exit_on_error=False, description=SETS)
    def change_sets(self, change: "Callable[[CouncilSets], CouncilSet | None]", said: str) -> None:
        """Change the sets; what `change` returns is the set that was removed by it, and `said` is what was done."""
        try:
            with Library.open(self._library) as library:
                removed = change(library.council_sets)
                self.post_message(SetsRead(library.council_sets.read(), said, removed))
        except UpheldError as error:
            self.post_message(RequestFailed(str(error)))
