"""What the main screen asks of the library, each question in a thread, and the answers that come back."""

from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from db.councils.finder import load_register_finder
from db.councils.resolve import Resolver
from db.errors import UpheldError
from db.library import Library
from db.model import StoredLetter
from tui.screens.base import Failed
from tui.screens.review_base import SettlingScreen


@dataclass
class CouncilsRead(Message):
    """All councils with letters, in what resolves a name to them: the answer to the question of that number."""

    asked: int
    resolver: Resolver


@dataclass
class LettersRead(Message):
    """All letters of the council asked for."""

    council_id: int
    letters: tuple[StoredLetter, ...]


@dataclass
class LooksCounted(Message):
    """How many letters need a look."""

    number: int


@dataclass
class Unreadable(Message):
    """The library cannot be read at all: the answer to the question of that number; `reason` is a sentence."""

    asked: int
    reason: str


class AskingScreen(SettlingScreen[None]):
    """A screen that asks for councils, for the letters of one of them, and for how many need a look."""

    @work(thread=True, exclusive=True, group="councils", exit_on_error=False, description="councils")
    def read_councils(self, asked: int) -> None:
        """Ask for all councils with letters; `asked` is the number of the question."""
        worker = get_current_worker()
        try:
            with Library.open(self._library) as library:
                entries = library.councils()
        except UpheldError as error:
            self.post_message(Unreadable(asked, str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(CouncilsRead(asked, Resolver(entries)))
            # Made here, where nobody waits for it, and not at the first name that finds nothing.
            load_register_finder()

    @work(thread=True, exclusive=True, group="letters", exit_on_error=False, description="letters")
    def read_letters(self, council_id: int) -> None:
        """Ask for the letters of one council."""
        worker = get_current_worker()
        try:
            with Library.open(self._library) as library:
                letters = library.letters_of(council_id)
        except UpheldError as error:
            self.post_message(Failed(str(error)))
            letters = ()  # rather nothing than what was there before, under another council's highlight
        if not worker.is_cancelled:
            self.post_message(LettersRead(council_id, letters))

    @work(thread=True, exclusive=True, group="looks", exit_on_error=False, description="looks")
    def count_looks(self) -> None:
        """Ask how many letters need a look."""
        worker = get_current_worker()
        try:
            with Library.open(self._library) as library:
                number = len(library.needs_look())
        except UpheldError as error:
            self.post_message(Failed(str(error)))
        else:
            if not worker.is_cancelled:
                self.post_message(LooksCounted(number))
