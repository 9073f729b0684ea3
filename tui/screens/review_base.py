"""What the screens have in common on which a person settles whose letter it is, and can take that back."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.message import Message
from textual.worker import Worker, WorkerState

from db.errors import Declined, UpheldError
from db.model import StoredLetter
from tui.draw.labels import WAITING
from tui.keymap_sentences import fill_in_keys
from tui.screens.asking import ask_library
from tui.screens.own_words import OwnWordsScreen
from tui.screens.undo import Step, UndoHistory

if TYPE_CHECKING:
    from tui.screens.correction import ChosenCorrection
    from tui.screens.review_actions import ReviewAction

Result = TypeVar("Result")

_ACTION = "review-action"
"""The group of the workers that do something."""

_NOTICED = 0.5
"""Seconds after which a person wonders why nothing happens."""


class ActionDone(Message):
    """Something is in the library now, which `inverse` takes back."""

    def __init__(self, inverse: "ReviewAction") -> None:
        super().__init__()
        self.inverse = inverse


class ActionShown(Message):
    """Something is settled about `letter`, as it now is; None: it is out of the library."""

    def __init__(self, step: Step, sentence: str, letter: StoredLetter | None) -> None:
        super().__init__()
        self.step = step
        self.sentence = sentence
        self.letter = letter

    @property
    def sentences(self) -> str:
        """What has been settled, and what takes it back, in sentences."""
        return f"{self.sentence} {fill_in_keys(_TAKEN_BACK_BY[self.step])}"


class ActionNotShown(Message):
    """Something was done, but the letter cannot be read again, for a reason."""

    def __init__(self, step: Step, reason: str) -> None:
        super().__init__()
        self.step = step
        self.reason = reason


class ActionFailed(Message):
    """Nothing was changed, for a reason; `is_for_good`: nor can that action ever be done."""

    def __init__(self, reason: str, is_for_good: bool) -> None:
        super().__init__()
        self.reason = reason
        self.is_for_good = is_for_good


_TAKEN_BACK_BY = {
    Step.DO: "{main_undo} undoes it.",
    Step.UNDO: "{main_redo} does it again.",
    Step.REDO: "{main_undo} undoes it.",
}


class ReviewBaseScreen(OwnWordsScreen[Result]):
    """A screen about a letter. `history` is shared by all of them, so that each can undo what another did."""

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__()
        self._library = library
        self._history = history
        self._is_acting = False

    @property
    def current_letter(self) -> StoredLetter | None:
        """The letter that the keys are about, if there is one."""
        raise NotImplementedError

    def show_action(self, message: ActionShown) -> None:
        """Show what has become of the letter."""
        raise NotImplementedError

    # What the user does

    def action_correct(self) -> None:
        """Ask for the council and the year of the letter."""
        letter = self.current_letter
        if letter is not None:
            from tui.screens.correction import CorrectionScreen

            self.app.push_screen(CorrectionScreen(letter), partial(self._correct, letter.id))

    def action_dismiss_letter(self) -> None:
        """Take the letter off the list of those that need a look."""
        if self.current_letter is not None:
            from tui.screens.review_actions import Dismiss

            self.begin_action(Dismiss(self.current_letter.id))

    def action_undo(self) -> None:
        """Undo what was settled last."""
        self._step(Step.UNDO)

    def action_redo(self) -> None:
        """Settle again what was undone last."""
        self._step(Step.REDO)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to settle only with a letter, and to undo or redo only after something was."""
        if action in ("correct", "dismiss_letter"):
            return self.is_mounted and self.current_letter is not None
        if action in ("undo", "redo"):
            return self._history.peek(Step[action.upper()]) is not None
        return True

    def _correct(self, letter_id: int, chosen: "ChosenCorrection | None") -> None:
        """Set what was chosen in the dialog, if anything was."""
        if chosen is not None:
            from tui.screens.review_actions import Correct

            self.begin_action(Correct(letter_id, chosen.council, chosen.year))

    def _step(self, step: Step) -> None:
        """Undo or redo what is next, if anything is."""
        action = self._history.peek(step)
        if action is not None:
            self.begin_action(action, step)
        else:
            self.tell(f"Nothing to {step.name.lower()}.")

    def begin_action(self, action: "ReviewAction", step: Step = Step.DO) -> None:
        """Do it, unless something else is being done still: a key pressed meanwhile was meant for what it changes."""
        if not self.is_acting and not self._history.is_running:
            self._is_acting = True
            self._history.begin(action, step)
            self._run_action(action, step)
            self.set_timer(_NOTICED, self._say_waiting)

    def _say_waiting(self) -> None:
        """Say why nothing happens yet: what takes so long waits for another program that changes the library."""
        if self._is_acting:
            self.show_notice(WAITING)

    @property
    def is_acting(self) -> bool:
        """Whether something is being done still."""
        return self._is_acting

    @work(thread=True, group=_ACTION, exit_on_error=False, description=_ACTION)
    def _run_action(self, action: "ReviewAction", step: Step) -> None:
        """Do it, and read the letter anew."""
        is_done = False
        try:
            with ask_library(self._library) as library:
                inverse = action.do(library)
                is_done = True
                self.post_message(ActionDone(inverse))
                settled = action.describe(library)
                shown = ActionShown(step, settled.sentence, settled.letter)
        except UpheldError as error:
            # What the disk or another program stood in the way of can be tried again.
            failed = ActionFailed(str(error), is_for_good=isinstance(error, Declined))
            self.post_message(ActionNotShown(step, str(error)) if is_done else failed)
        else:
            self.post_message(shown)

    # What the thread reports

    @on(ActionDone)
    def _note_done(self, message: ActionDone) -> None:
        """It can be taken back from now on."""
        message.stop()
        self._history.note_done(message.inverse)

    @on(ActionShown)
    def _finish_action(self, message: ActionShown) -> None:
        """Say what was done, and show what has become of the letter."""
        message.stop()
        self.show_notice(message.sentences)
        self.show_action(message)
        self._release_keys()

    @on(ActionNotShown)
    def _explain_not_shown(self, message: ActionNotShown) -> None:
        """Say that it was done all the same."""
        message.stop()
        done = f"That is done; {fill_in_keys(_TAKEN_BACK_BY[message.step])}"
        self.show_notice(f"{done} It cannot be shown: {message.reason}", warning=True)
        self._release_keys()

    @on(ActionFailed)
    def _explain_not_done(self, message: ActionFailed) -> None:
        """Say why nothing was changed."""
        message.stop()
        # What can never be undone or redone must not stand in the way of what was before.
        self._history.note_failed(for_good=message.is_for_good)
        self.show_notice(message.reason, warning=True)
        self._release_keys()

    @on(Worker.StateChanged)
    def _release_keys_after_error(self, event: Worker.StateChanged) -> None:
        """After an error nobody foresaw the keys work again; it would come again too."""
        if event.worker.group == _ACTION and event.state is WorkerState.ERROR and self._is_acting:
            self._history.note_failed(for_good=True)
            self._release_keys()

    def _release_keys(self) -> None:
        """Let the keys work again."""
        self._is_acting = False
        self.refresh_bindings()
