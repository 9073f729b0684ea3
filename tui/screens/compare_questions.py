"""What the screen of councils side by side asks of the library, in a thread, and the answers that come back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from db.councils.resolve import Resolver
from db.errors import UpheldError
from db.figures.comparison import ComparedCouncil
from db.library import Library
from tui.screens.live import LiveScreen
from tui.screens.set_questions import SetQuestionsScreen
from tui.screens.taking_away import TakingAwayScreen

Result = TypeVar("Result")

COMPARE = "compare"
"""The group of the workers that read the councils compared."""


@dataclass
class CompareRead(Message):
    """Those of the councils asked for that have letters here, and all that have: the answer to that request."""

    request: int
    councils: tuple[ComparedCouncil, ...]
    resolver: Resolver


@dataclass
class CompareUnreadable(Message):
    """The letters cannot be read: the answer to the request of that number; `reason` is a sentence."""

    request: int
    reason: str


class CompareQuestionsScreen(LiveScreen[Result], SetQuestionsScreen[Result], TakingAwayScreen[Result]):
    """A screen that asks for the letters of a few councils."""

    @work(thread=True, exclusive=True, group=COMPARE, exit_on_error=False, description=COMPARE)
    def read_compared(self, request: int, names: Sequence[str]) -> None:
        """Ask for the letters of the councils of these names."""
        worker = get_current_worker()
        self.mark_read()
        try:
            with Library.ask(self._library) as library:
                entries = library.councils()
                here = {entry.council.name: entry for entry in entries}
                wanted = [here[name] for name in names if name in here]
                councils = tuple(ComparedCouncil.of(entry, library.letters_of(entry.id)) for entry in wanted)
        except UpheldError as error:
            self.post_message(CompareUnreadable(request, str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(CompareRead(request, councils, Resolver(entries)))
