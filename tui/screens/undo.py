"""What was done since the browser was opened, to be undone and redone."""

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.review_actions import ReviewAction


class Step(Enum):
    """Whether something is done for the first time, undone, or done again."""

    DO = auto()
    UNDO = auto()
    REDO = auto()


class UndoHistory:
    """The actions that would undo what was done, and redo what was undone; the last of each comes first.

    It does not ask whether they can still be done.
    """

    def __init__(self) -> None:
        self.undo_stack: list[ReviewAction] = []
        self.redo_stack: list[ReviewAction] = []
        self._running: tuple[ReviewAction, Step] | None = None

    def peek(self, step: Step) -> "ReviewAction | None":
        """The action that undoes, or redoes, what was done, or undone, last; None where there is none."""
        stack = self._choose_stack(step)
        return stack[-1] if stack else None

    @property
    def is_running(self) -> bool:
        """Whether an action runs: nothing else may begin, for actions taken back in another order end elsewhere."""
        return self._running is not None

    def begin(self, action: "ReviewAction", step: Step) -> None:
        """Note that an action runs; the next to be undone or redone is off its stack from now on."""
        self._running = action, step
        if step is not Step.DO:
            self._choose_stack(step).pop()

    def note_done(self, inverse: "ReviewAction") -> None:
        """Note that it was done, which `inverse` would take back. Something new leaves nothing to redo."""
        running, self._running = self._running, None
        if running is not None:
            _, step = running
            if step is Step.DO:
                self.redo_stack.clear()
            (self.redo_stack if step is Step.UNDO else self.undo_stack).append(inverse)

    def note_failed(self, *, for_good: bool) -> None:
        """Note that it was not done; unless that is for good, what was to be undone or redone is so next again."""
        running, self._running = self._running, None
        if running is not None:
            action, step = running
            if step is not Step.DO and not for_good:
                self._choose_stack(step).append(action)

    def _choose_stack(self, step: Step) -> "list[ReviewAction]":
        """Where the actions are that undo, or else redo."""
        return self.undo_stack if step is Step.UNDO else self.redo_stack
