"""What became of each file of an import, and how many of each there are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.model import FileOutcome, Letter, Outcome
from db.text.clean import one_line
from tui.draw.labels import OUTCOMES, format_count
from tui.draw.layout import MUTED, wrap_hanging
from tui.draw.titles import draw_council_and_year
from tui.keymap import Group, make_bindings
from tui.panes.visual_row import VisualRow

_SIGNS = {Outcome.ADDED: "+", Outcome.ALREADY_HERE: "=", Outcome.REFUSED: "!"}
_MANY_LETTERS = 3
_INDENT = 2


class OutcomePane(OptionList):
    """A line for each file: its outcome, its name, and the letters it holds or the reason."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.OUTCOMES), *make_bindings(Group.LISTS)]

    @dataclass
    class LetterChosen(Message):
        """The user goes to this letter, the first of its file."""

        letter: Letter

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False, compact=True)
        self._counts: Counter[Outcome] = Counter()
        self._outcome_of: dict[str, FileOutcome] = {}
        self._is_scrolled = False
        self._ids = map(str, count())  # never the same twice, so that a line of an import before is known for one

    def begin(self) -> None:
        """Forget the import before."""
        self.clear_options()
        self._counts.clear()
        self._outcome_of.clear()
        self._is_scrolled = False
        self.border_title = "Outcomes"
        self.border_subtitle = None

    def add(self, outcomes: Iterable[FileOutcome]) -> None:
        """Add a line for each of these files, count them, and follow them, unless the user has gone elsewhere."""
        is_following = self._is_following
        added = dict(zip(self._ids, outcomes, strict=False))
        self._outcome_of |= added
        self._counts.update(outcome.outcome for outcome in added.values())
        self.add_options(
            Option(VisualRow(partial(draw_outcome, one)), id=option_id) for option_id, one in added.items()
        )
        self.border_title = Content(self.counts_text)
        if is_following and self.options:
            self.highlighted = len(self.options) - 1

    def end(self, passed_over: int) -> None:
        """All are here: go to the first that was refused, else to the first, unless the user has gone elsewhere.

        `passed_over` are the files that were not tried.
        """
        self.border_subtitle = format_passed_over(passed_over) or None
        if self._is_following and self.options:
            every = (self._outcome_of[option.id or ""].outcome for option in self.options)
            self.highlighted = next((index for index, outcome in enumerate(every) if outcome is Outcome.REFUSED), 0)

    def show(self, outcomes: Iterable[FileOutcome], passed_over: int, highlighted: int | None) -> None:
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
        """There is somewhere to go from a file with a letter only."""
        return action != "select" or bool(self._letters_of(self.highlighted_option))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The keys depend on what is highlighted."""
        event.stop()
        self.screen.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which letter is gone to."""
        event.stop()
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


def draw_outcome(outcome: FileOutcome, width: int) -> Content:
    """One file: sign, outcome and name; below it the letters it holds, or why it was refused."""
    sign = Content.styled(f"{_SIGNS[outcome.outcome]} {OUTCOMES[outcome.outcome]}  ", "bold")
    lines = [wrap_hanging(Content(format_path(outcome.path)), width, sign.cell_length, sign)]
    letters = [_format_letter(letter) for letter in outcome.letters[:_MANY_LETTERS]]
    if len(outcome.letters) > _MANY_LETTERS:
        letters.append(f"and {len(outcome.letters) - _MANY_LETTERS} more letters")
    details = [*letters, *([outcome.reason] if outcome.reason else [])]
    lines.extend(wrap_hanging(Content.styled(one_line(detail), MUTED), width, _INDENT) for detail in details)
    return Content("\n").join(lines)


def format_passed_over(number: int) -> str:
    """How many files were of no kind that letters are; empty where there were none."""
    return f"{format_count(number, 'other file')} passed over" if number else ""


def format_path(path: str) -> str:
    """The file's name; with that of the ZIP file it is in, if it is in one."""
    *folders, name = PurePath(path).parts or (path,)
    return one_line(f"{folders[-1]}/{name}" if folders and folders[-1].lower().endswith(".zip") else name)


def _format_letter(letter: Letter) -> str:
    """The letter's council and year, and how much of it is to be checked."""
    to_check = f" ({len(letter.doubts)} to check)" if letter.doubts else ""
    return f"{draw_council_and_year(letter.council.name, letter.year).plain}{to_check}"
