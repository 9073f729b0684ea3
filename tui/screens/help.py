"""The help: the keys of where its reader is, all other keys group by group, and what the marks mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from db.figures.cases import FEW_CASES
from db.figures.significance import ENOUGH_CASES
from db.model import MeasureName, RemarkKind
from db.text.loose import LooseText
from tui.draw.figures.bar import TICK
from tui.draw.labels import MEASURE_LABELS, REMARKS, SHORT_COUNCIL_TYPES
from tui.draw.layout import wrap_hanging
from tui.keymap import Group, find_command, list_commands, make_bindings
from tui.panes.find_line import FindLine

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
    ("3=", "among all councils of a year: the rank within the type, shared with others of the same rate"),
    ("↓ ↑", "in the head of a column: sorted by it, the highest or the lowest first"),
    (
        "● ⠛",
        "in the funnel plot: the council highlighted, and each other; the dotted lines are the printed average and the "
        "limits within which chance alone keeps 95% and 99.8% of councils of so many investigations",
    ),
    ("✓", "a marked council: c puts those that are marked side by side"),
    ("├─┼─┤", "in a comparison: the share, and how far chance reaches round it (Wilson, 95%)"),
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
NOTHING_FOUND = "No key and no mark here has those words."


@dataclass(frozen=True, slots=True)
class _HelpLine:
    """A key or a mark, what it means, and the command's name, by which it may be looked for."""

    lead: str
    meaning: str
    name: str = ""


def build_help_text(width: int, near: Sequence[Group] = (), words: str = "") -> Content:
    """The keys that work where the reader is (`near`, nearest first), those of every other group, then the marks.

    Laid out for `width` cells: each key or mark, and what it means. Of `words` there are only the lines that have
    each of them, under their headings.
    """
    drawn = [_draw_section(heading, lines, width) for heading, lines in _find_sections(near, words)]
    return Content("\n\n").join(drawn) if drawn else wrap_hanging(Content(NOTHING_FOUND), width)


def count_found(words: str) -> int:
    """How many lines of the help have each of these words."""
    return sum(len(lines) for _, lines in _find_sections((), words))


def _find_sections(near: Sequence[Group], words: str) -> list[tuple[str, list[_HelpLine]]]:
    """The headings in their order, with the lines below each that have the words; those without any are left out."""
    sections = [(group.value, _list_keys(group)) for group in dict.fromkeys([*near, *Group])]
    sections.append(("What the marks mean", [_HelpLine(*mark) for mark in _MARKS]))
    kept = [(heading, [line for line in lines if _has_words(words, heading, line)]) for heading, lines in sections]
    return [(heading, lines) for heading, lines in kept if lines]


def _list_keys(group: Group) -> list[_HelpLine]:
    """The keys of a group's commands, and what each does."""
    commands = list_commands(group)
    return [_HelpLine(" ".join(command.shown_keys), command.sentence, command.name) for command in commands]


def _has_words(words: str, heading: str, line: _HelpLine) -> bool:
    """Whether every one of these words, or beginnings of words, stands in a line, its name or the heading above it."""
    text = LooseText.of(f"{heading} {line.lead} {line.meaning} {line.name}")
    return all(text.find(word) for word in words.split())


def _draw_section(heading: str, lines: Sequence[_HelpLine], width: int) -> Content:
    """A heading, and the lines below it."""
    drawn = [_draw_line(line.lead, line.meaning, width) for line in lines]
    return Content("\n").join([Content.styled(heading, "bold underline"), *drawn])


def _draw_line(lead: str, meaning: str, width: int) -> Content:
    """A key or a mark, and what it means."""
    return wrap_hanging(Content(meaning), width, _KEY_WIDTH, Content.styled(lead, "bold"))


class HelpScreen(ModalScreen[None]):
    """Shows all of it in one text to scroll, what works where its reader was first; Esc, q, ? or F1 closes.

    `/` leaves only the lines that have the words typed.
    """

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", show=False),
        Binding("slash", "find", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        """The text, in a box, and the line in which words to find are typed."""
        with Vertical(id="help"):
            with HelpBox(id="help-box"):
                yield HelpText(self._near_groups)
            yield FindLine()

    @property
    def _near_groups(self) -> tuple[Group, ...]:
        """What the keys belong to that work on the screen below, nearest first."""
        *_, below, _ = [None, *self.app.screen_stack]
        actives = below.active_bindings.values() if below else ()
        found = [find_command(active.binding) for active in actives]
        groups = {command.group for command in found if command}
        return tuple(sorted(groups, key=attrgetter("distance")))

    def on_mount(self) -> None:
        """Name the box, and say how to close it and to find in it."""
        frame = self.query_one("#help")
        frame.border_title = "Help"
        frame.border_subtitle = "/ finds, Esc closes"
        self.query_one(HelpBox).focus()

    def action_find(self) -> None:
        """Open the line."""
        self.query_one(FindLine).open()

    @on(FindLine.WordsChanged)
    def _filter(self, message: FindLine.WordsChanged) -> None:
        """Leave only what has the words."""
        message.stop()
        self.query_one(HelpText).show_only(message.words)
        self.query_one(FindLine).tell(f"{count_found(message.words)} found" if message.words.strip() else "")
        self.query_one(HelpBox).scroll_home(animate=False)

    @on(FindLine.Accepted)
    def _scroll(self, message: FindLine.Accepted) -> None:
        """Give the keys back to the text."""
        message.stop()
        self.query_one(HelpBox).focus()

    @on(FindLine.Stepped)
    def _scroll_a_line(self, message: FindLine.Stepped) -> None:
        """Scroll while the words stay in the box."""
        message.stop()
        self.query_one(HelpBox).scroll_relative(y=message.step, animate=False)

    @on(FindLine.Closed)
    def _show_all(self, message: FindLine.Closed) -> None:
        """Show everything again."""
        message.stop()
        self.query_one(FindLine).close()
        self.query_one(HelpText).show_only("")
        self.query_one(HelpBox).focus()


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
        self._words = ""

    def show_only(self, words: str) -> None:
        """Leave only the lines that have these words; of no words, show all."""
        self._words = words
        self._lay_out()

    def on_resize(self, _event: events.Resize) -> None:
        """Lay it out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay it out for the present width."""
        self.update(build_help_text(self.size.width, self._near, self._words))
