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

from db.text.loose import LooseText
from tui.draw.layout import wrap_hanging
from tui.draw.signs import SIGNS
from tui.keymap import Group, find_command, list_commands, make_bindings
from tui.panes.find_line import FindLine
from tui.panes.fitted_text import FittedText
from tui.screens.dialog import Dialog

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
    sections.append(("What the marks mean", [_HelpLine(*mark) for mark in SIGNS]))
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


class HelpScreen(Dialog[None]):
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


class HelpText(FittedText):
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
