"""The help: the keys of where its reader is, what the marks mean, and all other keys, group by group."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from db.figures.cases import FEW_CASES
from db.figures.significance import ENOUGH_CASES
from db.model import MeasureName, RemarkKind
from tui.draw.figures.bar import TICK
from tui.draw.labels import MEASURE_LABELS, REMARKS, SHORT_COUNCIL_TYPES
from tui.draw.layout import wrap_hanging
from tui.keymap import Group, find_command, list_commands, make_bindings

_TYPE_LETTERS = " ".join(words[0].upper() for words in SHORT_COUNCIL_TYPES.values())

_MARKS = (
    (
        "94/114",
        "in the list: complaints upheld, of those the Ombudsman investigated, in the letter of the year beside it",
    ),
    (
        _TYPE_LETTERS,
        f"in the list, before the year: {', '.join(SHORT_COUNCIL_TYPES.values())}",
    ),
    ("-", "not printed: in the list, no letter here prints both numbers"),
    ("none", "among the years: nothing was due, or nothing was upheld, so there is no rate"),
    ("*", "worked out by upheld from what the letter prints; everything else is as printed"),
    ("▶", "the year that is shown; beside the letter: the sentence of the figure you chose"),
    ("\u203a", "leads on: to another file for the year, or to a key"),
    ("…", "a name goes on, but there is no room for it"),
    ("█ ·", "the council's rate, from 0 to 100%, and what is left of the 100%"),
    ("▒", f"the rate where so few cases are counted (under {FEW_CASES}) that it says little"),
    (TICK, "on the bar: the average of similar councils, as printed in the same letter"),
    (
        "▲ ▼",
        "higher or lower than that average, where chance is an unlikely reason. Where it may be one, the cases are "
        f"too few to tell (under {ENOUGH_CASES}), or there is no clear difference",
    ),
    ("┄", "between years: what is above does not compare with what is below"),
    (
        "│ ┃ ━",
        "beside the letter: a sentence that prints a figure; a passage about this council in particular. In its "
        "scrollbar: where these are",
    ),
    ("!", "something in the letter that does not fit or could not be read"),
    (
        MEASURE_LABELS[MeasureName.REMEDY].label,
        f"of the cases upheld: those that the council put right {MEASURE_LABELS[MeasureName.REMEDY].when}",
    ),
    (
        REMARKS[RemarkKind.REFUSAL],
        "of a remark: the council refused what the Ombudsman found or asked for, or was slow to accept it",
    ),
)
_KEY_WIDTH = 15


def build_help_text(width: int, near: Sequence[Group] = ()) -> Content:
    """The keys that work where the reader is (`near`, nearest first), the marks, then the keys of every other group.

    Laid out for `width` cells: each key or mark, and what it means.
    """
    parts = [*_draw_groups(near[:1], width), Content.styled("What the marks mean", "bold underline")]
    parts.extend(_draw_line(mark, meaning, width) for mark, meaning in _MARKS)
    parts.append(Content(""))
    parts.extend(_draw_groups(dict.fromkeys([*near[1:], *(group for group in Group if group not in near)]), width))
    return Content("\n").join(parts[:-1])


def _draw_groups(groups: Iterable[Group], width: int) -> Iterator[Content]:
    """Each group's heading, its keys, and a blank line."""
    for group in groups:
        yield Content.styled(group, "bold underline")
        for command in list_commands(group):
            yield _draw_line(" ".join(command.shown_keys), command.sentence, width)
        yield Content("")


def _draw_line(lead: str, meaning: str, width: int) -> Content:
    """A key or a mark, and what it means."""
    return wrap_hanging(Content(meaning), width, _KEY_WIDTH, Content.styled(lead, "bold"))


class HelpScreen(ModalScreen[None]):
    """Shows all of it in one text to scroll, what works where its reader was first; Esc, q, ? or F1 closes."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The text, in a box."""
        with HelpBox(id="help"):
            yield HelpText(self._near_groups)

    @property
    def _near_groups(self) -> tuple[Group, ...]:
        """What the keys belong to that work on the screen below, nearest first."""
        *_, below, _ = [None, *self.app.screen_stack]
        actives = below.active_bindings.values() if below else ()
        found = [find_command(active.binding) for active in actives]
        groups = {command.group for command in found if command}
        return tuple(sorted(groups, key=attrgetter("distance")))

    def on_mount(self) -> None:
        """Name the box, and say how to close it."""
        box = self.query_one("#help")
        box.border_title = "Help"
        box.border_subtitle = "Esc closes"
        box.focus()


class HelpBox(VerticalScroll):
    """What the text is in, with the keys of the letter to scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in make_bindings(Group.LETTER) if binding.action.startswith(("scroll_", "page_"))
    ]


class HelpText(Static):
    """The text, laid out for the width there is."""

    def __init__(self, near: Sequence[Group]) -> None:
        super().__init__(markup=False)
        self._near = near

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out anew."""
        self.update(build_help_text(event.size.width, self._near))
