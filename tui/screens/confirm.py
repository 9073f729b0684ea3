"""A question before something that a key pressed by mistake must not do."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.panes.choices import ChoiceList

_YES, _NO = "yes", "no"


class ConfirmScreen(ModalScreen[bool]):
    """Asks in a sentence, and returns whether to do it; what changes nothing comes first, and so does Esc.

    `no` and `yes` are the two answers in words, `title` names what it is about.
    """

    CSS_PATH = "confirm.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(False)", show=False)]

    def __init__(self, title: str, sentence: str, *, no: str, yes: str) -> None:
        super().__init__()
        self._title = title
        self._sentence = sentence
        self._answers = (Option(no, id=_NO), Option(yes, id=_YES))

    def compose(self) -> ComposeResult:
        """The sentence and the answers."""
        with Vertical(id="confirm"):
            yield Static(self._sentence, markup=False)
            yield ChoiceList(*self._answers, markup=False, compact=True)

    def on_mount(self) -> None:
        """Name the box."""
        self.query_one("#confirm").border_title = self._title

    @on(OptionList.OptionSelected)
    def _answer(self, event: OptionList.OptionSelected) -> None:
        """Return whether the answer chosen is yes."""
        event.stop()
        self.dismiss(event.option_id == _YES)
