"""What the screens have in common on which a person settles whose letter it is, and can take that back."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual import on, work
from textual.message import Message
from textual.worker import Worker, WorkerState

from db.errors import LibraryError, UpheldError
from db.library import Library
from db.model import NeedsLook, StoredLetter
from tui.screens.acts import Act, Dismiss, History, SetByHand
from tui.screens.base import BaseScreen
from tui.screens.by_hand import ByHandScreen, Chosen

Result = TypeVar("Result")


@dataclass
class Settled(Message):
    """Something is settled about `letter`, as it now is; `inverse` undoes it, None where this was an undoing.

    `looks` are the letters that need a look after it.
    """

    act: Act
    inverse: Act | None
    letter: StoredLetter
    looks: tuple[NeedsLook, ...]


@dataclass
class NotSettled(Message):
    """Nothing was changed, for a reason; `is_spent`: nor can it ever be undone, as the letter is gone."""

    reason: str
    is_spent: bool


class SettlingScreen(BaseScreen[Result]):
    """A screen with a letter in hand. `history` is shared by all of them, so that each can undo what another did."""

    def __init__(self, library: Path, history: History) -> None:
        super().__init__()
        self._library = library
        self._history = history
        self._is_settling = False

    @property
    def in_hand(self) -> StoredLetter | None:
        """The letter that the keys are about, if there is one."""
        raise NotImplementedError

    def settled(self, message: Settled) -> None:
        """Show what has become of the letter."""
        raise NotImplementedError

    # What the user does

    def action_set_by_hand(self) -> None:
        """Ask for the council and the year of the letter in hand."""
        letter = self.in_hand
        if letter is not None:
            self.app.push_screen(ByHandScreen(letter), partial(self._set, letter.id))

    def action_settle_as_fine(self) -> None:
        """Take the letter in hand off the list of those that need a look."""
        if self.in_hand is not None:
            self._begin(Dismiss(self.in_hand.id), undoing=False)

    def action_undo(self) -> None:
        """Undo what was settled last."""
        if self._history:
            self._begin(self._history[-1], undoing=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to settle only with a letter in hand, and to undo only after something was."""
        if action in ("set_by_hand", "settle_as_fine"):
            return self.is_mounted and self.in_hand is not None
        return action != "undo" or bool(self._history)

    def _set(self, letter_id: int, chosen: Chosen | None) -> None:
        if chosen is not None:
            self._begin(SetByHand(letter_id, chosen.council, chosen.year), undoing=False)

    def _begin(self, act: Act, *, undoing: bool) -> None:
        """Do it, unless something else is in hand still: a key pressed meanwhile was meant for what it changes."""
        if not self._is_settling:
            self._is_settling = True
            self._settle(act, undoing)

    @work(thread=True, group="settle", exit_on_error=False, description="settle")
    def _settle(self, act: Act, undoing: bool) -> None:
        is_spent = False
        try:
            with Library.open(self._library) as library:
                is_spent = undoing and not _is_here(act.letter_id, library)
                inverse = act.do(library)
                settled = Settled(
                    act, None if undoing else inverse, library.letter(act.letter_id), library.needs_look()
                )
        except UpheldError as error:
            self.post_message(NotSettled(str(error), is_spent))
        else:
            self.post_message(settled)

    # What the thread tells

    @on(Settled)
    def _note(self, message: Settled) -> None:
        message.stop()
        self._is_settling = False
        if message.inverse is None:
            self._history.pop()
        else:
            self._history.append(message.inverse)
        told = message.act.told(message.letter)
        self.say(told if message.inverse is None else f"{told} u undoes it.")
        self.settled(message)
        self.refresh_bindings()

    @on(NotSettled)
    def _say_why_not(self, message: NotSettled) -> None:
        message.stop()
        self._is_settling = False
        if message.is_spent:
            self._history.pop()
        self.say(message.reason, warning=True)
        self.refresh_bindings()

    @on(Worker.StateChanged)
    def _let_go(self, event: Worker.StateChanged) -> None:
        """After an error nobody foresaw the keys work again."""
        if event.worker.group == "settle" and event.state is WorkerState.ERROR:
            self._is_settling = False


def _is_here(letter_id: int, library: Library) -> bool:
    try:
        library.letter(letter_id)
    except LibraryError:
        return False
    return True
