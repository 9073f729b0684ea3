"""What the screens have in common on which a person settles whose letter it is, and can take that back."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual import on, work
from textual.message import Message
from textual.worker import Worker, WorkerState

from db.errors import Declined, UpheldError
from db.library import Library
from db.model import StoredLetter
from tui.screens.base import BaseScreen
from tui.screens.correction import ByHandScreen, Chosen
from tui.screens.review_actions import Act, Dismiss, History, SetByHand, Step

Result = TypeVar("Result")


@dataclass
class Done(Message):
    """Something is in the library now, which `inverse` takes back."""

    inverse: Act


@dataclass
class Settled(Message):
    """Something is settled about `letter`, as it now is."""

    act: Act
    step: Step
    letter: StoredLetter

    @property
    def told(self) -> str:
        """What has been settled, and what takes it back, in sentences."""
        return f"{self.act.told(self.letter)} {_TAKEN_BACK_BY[self.step]}"


@dataclass
class NotShown(Message):
    """Something was done, but the letter cannot be read again, for a reason."""

    step: Step
    reason: str


@dataclass
class NotSettled(Message):
    """Nothing was changed, for a reason; `is_for_good`: nor can that act ever be done."""

    reason: str
    is_for_good: bool


_TAKEN_BACK_BY = {Step.DO: "u undoes it.", Step.UNDO: "U does it again.", Step.REDO: "u undoes it."}


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
            self.begin(Dismiss(self.in_hand.id))

    def action_undo(self) -> None:
        """Undo what was settled last."""
        self._step_back_or_on(Step.UNDO)

    def action_redo(self) -> None:
        """Settle again what was undone last."""
        self._step_back_or_on(Step.REDO)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to settle only with a letter in hand, and to undo or redo only after something was."""
        if action in ("set_by_hand", "settle_as_fine"):
            return self.is_mounted and self.in_hand is not None
        if action in ("undo", "redo"):
            return self._history.next(Step[action.upper()]) is not None
        return True

    def _set(self, letter_id: int, chosen: Chosen | None) -> None:
        if chosen is not None:
            self.begin(SetByHand(letter_id, chosen.council, chosen.year))

    def _step_back_or_on(self, step: Step) -> None:
        act = self._history.next(step)
        if act is not None:
            self.begin(act, step)

    def begin(self, act: Act, step: Step = Step.DO) -> None:
        """Do it, unless something else is in hand still: a key pressed meanwhile was meant for what it changes."""
        if not self.is_settling and not self._history.is_at_work:
            self._is_settling = True
            self._history.begin(act, step)
            self._settle(act, step)

    @property
    def is_settling(self) -> bool:
        """Whether something is in hand still."""
        return self._is_settling

    @work(thread=True, group="settle", exit_on_error=False, description="settle")
    def _settle(self, act: Act, step: Step) -> None:
        is_done = False
        try:
            with Library.open(self._library) as library:
                inverse = act.do(library)
                is_done = True
                self.post_message(Done(inverse))
                settled = Settled(act, step, library.letter(act.letter_id))
        except UpheldError as error:
            # What the disk or another program stood in the way of can be tried again.
            failed = NotSettled(str(error), is_for_good=isinstance(error, Declined))
            self.post_message(NotShown(step, str(error)) if is_done else failed)
        else:
            self.post_message(settled)

    # What the thread tells

    @on(Done)
    def _note(self, message: Done) -> None:
        message.stop()
        self._history.done(message.inverse)

    @on(Settled)
    def _show_settled(self, message: Settled) -> None:
        message.stop()
        self.say(message.told)
        self.settled(message)
        self._let_go()

    @on(NotShown)
    def _say_it_is_not_shown(self, message: NotShown) -> None:
        message.stop()
        self.say(f"That is done; {_TAKEN_BACK_BY[message.step]} It cannot be shown: {message.reason}", warning=True)
        self._let_go()

    @on(NotSettled)
    def _say_why_not(self, message: NotSettled) -> None:
        message.stop()
        # What can never be undone or redone must not stand in the way of what was before.
        self._history.not_done(for_good=message.is_for_good)
        self.say(message.reason, warning=True)
        self._let_go()

    @on(Worker.StateChanged)
    def _let_go_after_an_error(self, event: Worker.StateChanged) -> None:
        """After an error nobody foresaw the keys work again; it would come again too."""
        if event.worker.group == "settle" and event.state is WorkerState.ERROR and self._is_settling:
            self._history.not_done(for_good=True)
            self._let_go()

    def _let_go(self) -> None:
        """Let the keys work again."""
        self._is_settling = False
        self.refresh_bindings()
