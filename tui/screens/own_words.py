"""Asking the library which of a letter's words are its own, for the screens that show letters."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from db.errors import LetterGone, UpheldError
from tui.panes.letter import LetterPane
from tui.screens.asking import ask_library
from tui.screens.base import BaseScreen, RequestFailed

if TYPE_CHECKING:
    from db.letters.boilerplate.own_words import OwnWords

Result = TypeVar("Result")


class OwnWordsRead(Message):
    """Which of a letter's words are its own."""

    def __init__(self, letter_id: int, own_words: "OwnWords") -> None:
        super().__init__()
        self.letter_id = letter_id
        self.own_words = own_words


class OwnWordsScreen(BaseScreen[Result]):
    """A screen with a letter in a pane, whose own words it asks for."""

    _library: Path

    @on(LetterPane.OwnWordsWanted)
    def _ask_for_own_words(self, message: LetterPane.OwnWordsWanted) -> None:
        """Ask, for the letter that is shown now, once it is drawn: that takes all the letters of its year."""
        message.stop()
        self.when_drawn(partial(self.read_own_words, message.letter_id))

    def when_drawn(self, ask: Callable[[], object]) -> None:
        """Ask something that nobody waits for once what is shown is drawn: all threads share one interpreter."""
        self.call_after_refresh(ask)

    @work(thread=True, exclusive=True, group="own-words", exit_on_error=False, description="own-words")
    def read_own_words(self, letter_id: int) -> None:
        """Ask the library; a letter that is gone is asked for by nobody any more."""
        worker = get_current_worker()
        try:
            with ask_library(self._library) as library:
                answer: Message = OwnWordsRead(letter_id, library.own_words(letter_id))
        except LetterGone:
            return
        except UpheldError as error:
            answer = RequestFailed(str(error))
        if not worker.is_cancelled:
            self.post_message(answer)

    @on(OwnWordsRead)
    def _tell_apart(self, message: OwnWordsRead) -> None:
        """Show it in the letter."""
        message.stop()
        self.query_one(LetterPane).tell_apart(message.letter_id, message.own_words)

    @on(LetterPane.FoldRefused)
    def _explain_unfolded(self, message: LetterPane.FoldRefused) -> None:
        """Say why nothing is folded away."""
        message.stop()
        self.show_notice(message.reason)
