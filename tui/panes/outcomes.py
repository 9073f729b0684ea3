"""What became of each file of an import, and how many of each there are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from db.model import Letter
from db.outcome import FileOutcome, Outcome
from tui.draw.labels import format_count
from tui.draw.outcome import draw_outcome, draw_passed_over, find_common_folder, format_path
from tui.draw.outcome_words import OUTCOMES
from tui.keymap import Group, make_bindings
from tui.panes.line_list import LineList
from tui.panes.measured_lines import MeasuredLines


class OutcomePane(MeasuredLines, LineList):
    """An entry for each file: its outcome, its path beyond the folder all are in, and its letters or the reason.

    A last one says how many files were passed over, if there are any, and below it they are listed on demand.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.OUTCOMES), *make_bindings(Group.LISTS)]

    @dataclass
    class LetterChosen(Message):
        """The user goes to this letter, the first of its file."""

        letter: Letter

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._counts: Counter[Outcome] = Counter()
        self._outcomes: list[FileOutcome] = []
        self._folder: tuple[str, ...] | None = None
        self._passed_over: Sequence[str] = ()
        self._lists_passed_over = False
        self._is_scrolled = False

    def begin(self) -> None:
        """Forget the import before."""
        self._counts.clear()
        self._outcomes.clear()
        self._folder, self._passed_over, self._lists_passed_over = None, (), False
        self._is_scrolled = False
        self.forget_heights()
        self.show_lines(0, self._draw_file, lambda _index: True, None)
        self.border_title = "Outcomes"
        self.border_subtitle = None

    def add(self, outcomes: Iterable[FileOutcome], folder: tuple[str, ...] = ()) -> None:
        """Add an entry for each of these files, count them, and follow them, unless the user has gone elsewhere.

        `folder` is the one that all of the import are in, by its parts, where that is known beforehand: all would have
        to be drawn anew for the first file that is not in the folder of those before.
        """
        added = tuple(outcomes)
        if not added:
            return
        is_following = self._is_following
        self._outcomes.extend(added)
        self._counts.update(outcome.outcome for outcome in added)
        if self._folder is None:
            self._folder = folder or None
        self._show_added(added)
        self.border_title = Content(self.counts_text)
        if is_following:
            self.highlighted = len(self._outcomes) - 1

    def _show_added(self, added: Sequence[FileOutcome]) -> None:
        """Show these too; where they are not in the folder all others are in, draw all anew."""
        before = self._folder
        self._folder = find_common_folder((outcome.path for outcome in added), before)
        if self._folder == before:
            self.add_lines(len(added))
        else:
            self._draw_anew(0)

    def _draw_anew(self, first: int) -> None:
        """Draw the entries from that index on anew, with what is read in the place where it is seen."""
        read = self._find_read()
        above = 0 if read is None else self.list_lines(read).start - self.scroll_offset.y
        self.forget_heights(first)
        self.show_lines(self._entry_count, self._draw_file, lambda _index: True, self.highlighted)
        if read is not None:
            self.scroll_to_line(self.list_lines(read).start - above)

    def _find_read(self) -> int | None:
        """The entry that a reader looks at: the one highlighted, or if that is out of sight the first in sight."""
        if self.highlighted is not None:
            lines, top = self.list_lines(self.highlighted), self.scroll_offset.y
            if lines.stop > top and lines.start < top + self.scrollable_content_region.height:
                return self.highlighted
        return self.find_entry(self.scroll_offset.y)

    @property
    def _entry_count(self) -> int:
        """How many entries there are: of files, and of what was passed over."""
        return len(self._outcomes) + bool(self._passed_over) + self._lists_passed_over * len(self._passed_over)

    def _draw_file(self, index: int, width: int, _is_highlighted: bool) -> Content:
        """A file; or how many were passed over, and behind that which."""
        beyond = index - len(self._outcomes)
        folder = self._folder or ()
        if beyond < 0:
            return draw_outcome(self._outcomes[index], folder, width)
        if beyond:
            return draw_passed_over(format_path(self._passed_over[beyond - 1], folder), width)
        whose = "their" if len(self._passed_over) > 1 else "its"
        return draw_passed_over(f"{format_passed_over(len(self._passed_over))}, as no letter is of {whose} kind", width)

    def end(self, passed_over: Sequence[str]) -> None:
        """All are here: go to the first that was refused, else to the first, unless the user has gone elsewhere.

        `passed_over` are the files that were not tried.
        """
        self.border_subtitle = format_passed_over(len(passed_over)) or None
        if self._is_following and self._outcomes:
            every = (outcome.outcome for outcome in self._outcomes)
            self.highlighted = next((index for index, outcome in enumerate(every) if outcome is Outcome.REFUSED), 0)
        self._passed_over = passed_over
        self.add_lines(self._entry_count - self.line_count)

    def show(self, outcomes: Iterable[FileOutcome], passed_over: Sequence[str], highlighted: int | None) -> None:
        """Show the whole of an import again, with the entry of that index highlighted."""
        self.begin()
        self.add(outcomes)
        self.end(passed_over)
        if highlighted is not None and highlighted < self.line_count:
            self.highlighted = highlighted

    @property
    def _is_following(self) -> bool:
        """Whether the highlight is where it goes by itself, at the last entry, and nobody has scrolled."""
        return self.highlighted in (None, self.line_count - 1) and not self._is_scrolled

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Whoever scrolls is left where they are."""
        self._is_scrolled = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is somewhere to go from a file with a letter only, or something to list."""
        return action != "select" or self._is_on_passed_over or self._letter is not None

    @property
    def leads_to(self) -> str:
        """A word or two for what Enter does."""
        if not self._is_on_passed_over:
            return "its figures"
        return "list no more" if self._lists_passed_over else "list them"

    @property
    def _is_on_passed_over(self) -> bool:
        """Whether the entry that says how many were passed over is highlighted."""
        return self.highlighted == len(self._outcomes) and bool(self._passed_over)

    @property
    def _letter(self) -> Letter | None:
        """The first letter of the file highlighted."""
        if self.highlighted is None or self.highlighted >= len(self._outcomes):
            return None
        return next(iter(self._outcomes[self.highlighted].letters), None)

    def on_line_list_line_highlighted(self, event: LineList.LineHighlighted) -> None:
        """The keys depend on what is highlighted."""
        event.stop()
        self.screen.refresh_bindings()

    def action_select(self) -> None:
        """Say which letter is gone to; or list what was passed over, or no longer."""
        if self._is_on_passed_over:
            self._lists_passed_over = not self._lists_passed_over
            self._draw_anew(len(self._outcomes) + 1)
            if self._lists_passed_over:
                self.scroll_to_line(self.list_lines(len(self._outcomes)).start)
        elif self._letter is not None:
            self.post_message(self.LetterChosen(self._letter))

    @property
    def counts_text(self) -> str:
        """How many files had which outcome, in words."""
        return ", ".join(f"{self._counts[outcome]} {OUTCOMES[outcome]}" for outcome in Outcome)


def format_passed_over(number: int) -> str:
    """How many files were of no kind that letters are; empty where there were none."""
    return f"{format_count(number, 'other file')} passed over" if number else ""
