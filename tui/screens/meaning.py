"""The meaning of what is highlighted: what is counted, of what, what it is not; and of every word of ours."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll

from db.model import Quote
from tui.draw.meaning import Explained, build_meaning
from tui.keymap import Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.fitted_text import FittedText
from tui.screens.dialog import Dialog


class MeaningScreen(Dialog[Quote]):
    """Shows it in one text to scroll. It returns the letter's own definition, if its reader wants to go there."""

    CSS_PATH = "meaning.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.MEANING)]

    def __init__(self, explained: Explained) -> None:
        super().__init__()
        self._explained = explained

    def compose(self) -> ComposeResult:
        """The text, in a box."""
        with Vertical(id="meaning"), MeaningBox(id="meaning-box"):
            yield MeaningText(self._explained)

    def on_mount(self) -> None:
        """Name the box, and say what can be done."""
        frame = self.query_one("#meaning")
        frame.border_title = self._explained.title
        leads_on = f"{{meaning_definition}} goes to {self._explained.leads_on}, " if self._explained.leads_on else ""
        frame.border_subtitle = fill_in_keys(f"{leads_on}{{meaning_leave}} closes")
        self.query_one(MeaningBox).focus()

    def action_to_definition(self) -> None:
        """Go to the words of the letter that define it."""
        if self._explained.definition is not None:
            self.dismiss(self._explained.definition)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


class MeaningBox(VerticalScroll):
    """What the text is in, with the keys of the letter to scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in make_bindings(Group.LETTER) if binding.action.startswith(("scroll_", "page_"))
    ]


class MeaningText(FittedText):
    """The text, laid out for the width there is."""

    def __init__(self, explained: Explained) -> None:
        super().__init__(markup=False)
        self._explained = explained

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out anew."""
        self.update(build_meaning(self._explained, event.size.width))
