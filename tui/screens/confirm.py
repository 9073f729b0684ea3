"""A question before something that a key pressed by mistake must not do."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.panes.choices import ChoiceList
from tui.screens.dialog import Dialog

Answer = TypeVar("Answer")


class QuestionScreen(Dialog[Answer]):
    """Asks in a sentence, and returns what stands for the answer chosen.

    `title` names what it is about. `answers` are the answers in words, each with what it stands for; the first, which
    Esc is too, changes nothing.
    """

    CSS_PATH = "confirm.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str, sentence: str, answers: Sequence[tuple[str, Answer]]) -> None:
        super().__init__()
        self._title = title
        self._sentence = sentence
        self._answers = tuple(answers)

    def compose(self) -> ComposeResult:
        """The sentence and the answers."""
        with Vertical(id="confirm"):
            yield Static(self._sentence, markup=False)
            yield ChoiceList(*(Option(words) for words, _ in self._answers), markup=False, compact=True)

    def on_mount(self) -> None:
        """Name the box."""
        self.query_one("#confirm").border_title = self._title

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(self._answers[0][1])

    @on(OptionList.OptionSelected)
    def _answer(self, event: OptionList.OptionSelected) -> None:
        """Return what the answer chosen stands for."""
        event.stop()
        self.dismiss(self._answers[event.option_index][1])


class ConfirmScreen(QuestionScreen[bool]):
    """Asks whether to do something: `no` and `yes` are the two answers in words."""

    def __init__(self, title: str, sentence: str, *, no: str, yes: str) -> None:
        super().__init__(title, sentence, ((no, False), (yes, True)))
