"""What became of each file of an import, and how many of each there are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.model import Letter
from db.outcome import FileOutcome, Outcome
from tui.draw.labels import format_count
from tui.draw.outcome import draw_outcome, draw_passed_over, find_common_folder, format_path
from tui.draw.outcome_words import OUTCOMES
from tui.keymap import Group, make_bindings
from tui.panes.visual_row import VisualRow

_PASSED_OVER = "passed over"
"""The id of the line that lists the files that were passed over; those of the others are numbers."""


class OutcomePane(OptionList):
    """A line for each file: its outcome, its path beyond the folder all are in, and its letters or the reason.

    A last line lists the files that were passed over, if there are any.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.OUTCOMES), *make_bindings(Group.LISTS)]

    DEFAULT_CSS = """
    OutcomePane { scrollbar-gutter: stable; }  /* lines are wrapped once, for the width beside the scrollbar */
    """

    @dataclass
    class LetterChosen(Message):
        """The user goes to this letter, the first of its file."""

        letter: Letter

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False, compact=True)
        self._counts: Counter[Outcome] = Counter()
        self._outcome_of: dict[str, FileOutcome] = {}
        self._folder: tuple[str, ...] | None = None
        self._passed_over: Sequence[str] = ()
        self._lists_passed_over = False
        self._is_scrolled = False
        self._ids = map(str, count())  # never the same twice, so that a line of an import before is known for one

    def begin(self) -> None:
        """Forget the import before."""
        self.clear_options()
        self._counts.clear()
        self._outcome_of.clear()
        self._folder, self._passed_over, self._lists_passed_over = None, (), False
        self._is_scrolled = False
        self.border_title = "Outcomes"
        self.border_subtitle = None

    def add(self, outcomes: Iterable[FileOutcome]) -> None:
        """Add a line for each of these files, count them, and follow them, unless the user has gone elsewhere."""
        is_following = self._is_following
        added = dict(zip(self._ids, outcomes, strict=False))
        self._outcome_of |= added
        self._counts.update(outcome.outcome for outcome in added.values())
        self._add_lines(added)
        self.border_title = Content(self.counts_text)
        if is_following and self.options:
            self.highlighted = len(self.options) - 1

    def _add_lines(self, added: Mapping[str, FileOutcome]) -> None:
        """Add a line for each of these; where they are not in the folder all others are in, draw all lines anew."""
        if not added:
            return
        before = self._folder
        folder = find_common_folder((outcome.path for outcome in added.values()), before)
        if folder == before:
            self.add_options(self._make_lines(added))
            return
        self._folder = folder
        self._draw_lines()

    def _draw_lines(self) -> None:
        """Draw all lines anew, with the highlight and the first line in sight where they are."""
        index, at = self.highlighted, self.scroll_offset.y
        self.set_options([*self._make_lines(self._outcome_of), *self._make_passed_over()])
        if index is not None:
            self.highlighted = index
            self.scroll_to(y=at, animate=False)

    def _make_lines(self, outcomes: Mapping[str, FileOutcome]) -> list[Option]:
        """The lines of these files."""
        folder = self._folder or ()
        return [
            Option(VisualRow(partial(draw_outcome, one, folder)), id=option_id) for option_id, one in outcomes.items()
        ]

    def _make_passed_over(self) -> Iterator[Option]:
        """The line that says how many files were passed over, and where they are to be listed a line for each."""
        if self._passed_over:
            whose = "their" if len(self._passed_over) > 1 else "its"
            sentence = f"{format_passed_over(len(self._passed_over))}, as no letter is of {whose} kind"
            yield Option(VisualRow(partial(draw_passed_over, sentence)), id=_PASSED_OVER)
        for number, path in enumerate(self._passed_over if self._lists_passed_over else ()):
            shown = format_path(path, self._folder or ())
            yield Option(VisualRow(partial(draw_passed_over, shown)), id=f"{_PASSED_OVER} {number}")

    def end(self, passed_over: Sequence[str]) -> None:
        """All are here: go to the first that was refused, else to the first, unless the user has gone elsewhere.

        `passed_over` are the files that were not tried.
        """
        self.border_subtitle = format_passed_over(len(passed_over)) or None
        if self._is_following and self.options:
            every = (self._outcome_of[option.id or ""].outcome for option in self.options)
            self.highlighted = next((index for index, outcome in enumerate(every) if outcome is Outcome.REFUSED), 0)
        self._passed_over = passed_over
        self.add_options(self._make_passed_over())

    def show(self, outcomes: Iterable[FileOutcome], passed_over: Sequence[str], highlighted: int | None) -> None:
        """Show the whole of an import again, with the line of that index highlighted."""
        self.begin()
        self.add(outcomes)
        self.end(passed_over)
        if highlighted is not None and highlighted < len(self.options):
            self.highlighted = highlighted
        self.call_after_refresh(self.scroll_to_highlight)

    @property
    def _is_following(self) -> bool:
        """Whether the highlight is where it goes by itself, at the last line, and nobody has scrolled."""
        return self.highlighted in (None, len(self.options) - 1) and not self._is_scrolled

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Whoever scrolls is left where they are."""
        self._is_scrolled = True

    def on_resize(self, event: events.Resize) -> None:
        """Keep what is highlighted in sight."""
        self.call_after_refresh(self.scroll_to_highlight)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is somewhere to go from a file with a letter only, or something to list."""
        return action != "select" or self._is_on_passed_over or bool(self._letters_of(self.highlighted_option))

    @property
    def leads_to(self) -> str:
        """A word or two for what Enter does."""
        if not self._is_on_passed_over:
            return "its figures"
        return "list no more" if self._lists_passed_over else "list them"

    @property
    def _is_on_passed_over(self) -> bool:
        """Whether the line of what was passed over is highlighted."""
        option = self.highlighted_option
        return option is not None and option.id == _PASSED_OVER

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The keys depend on what is highlighted."""
        event.stop()
        self.screen.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which letter is gone to; or list what was passed over, or no longer."""
        event.stop()
        if event.option_id == _PASSED_OVER:
            self._lists_passed_over = not self._lists_passed_over
            self._draw_lines()
            return
        for letter in self._letters_of(event.option)[:1]:
            self.post_message(self.LetterChosen(letter))

    def _letters_of(self, option: Option | None) -> tuple[Letter, ...]:
        """The letters of the file that a line is about; none where that line has gone."""
        outcome = self._outcome_of.get(option.id) if option is not None and option.id is not None else None
        return outcome.letters if outcome else ()

    @property
    def counts_text(self) -> str:
        """How many files had which outcome, in words."""
        return ", ".join(f"{self._counts[outcome]} {OUTCOMES[outcome]}" for outcome in Outcome)


def format_passed_over(number: int) -> str:
    """How many files were of no kind that letters are; empty where there were none."""
    return f"{format_count(number, 'other file')} passed over" if number else ""
