"""The help: the keys, group by group, and what the marks mean."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import Group, bindings, commands
from tui.draw.lines import hanging

_MARKS = (
    ("3/5", "in the list: complaints upheld, of those the Ombudsman investigated, in the latest letter"),
    ("█", "the council's rate, from 0 to 100%"),
    ("▒", "the same where so few cases are counted that the rate says little"),
    ("│", "on the bar: the average of similar councils, as printed in the same letter"),
    (
        "▲ ▼",
        "higher or lower than that average, where chance is an unlikely reason; where it says nothing of the "
        "kind, the cases are too few to tell",
    ),
    ("*", "worked out by upheld from what the letter prints; everything else is as printed"),
    ("│ ┃", "beside the letter: a sentence that prints a figure; a passage about this council in particular"),
    ("▶", "beside the letter: the sentence of the figure you chose"),
    ("!", "something in the letter that does not fit or could not be read"),
)
_KEY_WIDTH = 15


def help_text(width: int) -> Content:
    """The keys of every group, then the marks, laid out for `width` cells: each key or mark, and what it means."""
    parts: list[Content] = []
    for group in Group:
        parts.append(Content.styled(group, "bold underline"))
        parts.extend(_line(" ".join(command.shown_keys), command.sentence, width) for command in commands(group))
        parts.append(Content(""))
    parts.append(Content.styled("What the marks mean", "bold underline"))
    parts.extend(_line(mark, meaning, width) for mark, meaning in _MARKS)
    return Content("\n").join(parts)


def _line(lead: str, meaning: str, width: int) -> Content:
    return hanging(Content(meaning), width, _KEY_WIDTH, Content.styled(lead, "bold"))


class HelpScreen(ModalScreen[None]):
    """Shows all of it in one text to scroll; Esc, q, ? or F1 closes."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The text, in a box."""
        with HelpBox(id="help"):
            yield HelpText(markup=False)

    def on_mount(self) -> None:
        """Name the box, and say how to close it."""
        box = self.query_one("#help")
        box.border_title = "Help"
        box.border_subtitle = "Esc closes"
        box.focus()


class HelpBox(VerticalScroll):
    """What the text is in, with the keys of the letter to scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in bindings(Group.LETTER) if binding.action.startswith(("scroll_", "page_"))
    ]


class HelpText(Static):
    """The text, laid out for the width there is."""

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out anew."""
        self.update(help_text(event.size.width))
