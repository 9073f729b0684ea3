"""What became of each file of an import, and how many of each there are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.model import FileOutcome, Letter, Outcome
from db.text.clean import one_line
from tui.commands import Group, bindings
from tui.draw.lines import MUTED, hanging
from tui.draw.titles import council_and_year
from tui.panes.laid_out import LaidOut

WORDS = {Outcome.ADDED: "added", Outcome.ALREADY_HERE: "already here", Outcome.REFUSED: "refused"}
_SIGNS = {Outcome.ADDED: "+", Outcome.ALREADY_HERE: "=", Outcome.REFUSED: "!"}
_MANY_LETTERS = 3
_INDENT = 2


class OutcomePane(OptionList):
    """A line for each file: its outcome, its name, and the letters it holds or the reason."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.OUTCOMES), *bindings(Group.LISTS)]

    @dataclass
    class LetterChosen(Message):
        """The user goes to this letter, the first of its file."""

        letter: Letter

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False, compact=True)
        self._counts: Counter[Outcome] = Counter()
        self._outcomes: list[FileOutcome] = []

    def begin(self) -> None:
        """Forget the import before."""
        self.clear_options()
        self._counts.clear()
        self._outcomes.clear()
        self.border_title = "Outcomes"

    def add(self, outcomes: Iterable[FileOutcome]) -> None:
        """Add a line for each of these files, and count them."""
        outcomes = list(outcomes)
        self._outcomes.extend(outcomes)
        self._counts.update(outcome.outcome for outcome in outcomes)
        self.add_options(Option(LaidOut(partial(described, outcome))) for outcome in outcomes)
        self.border_title = Content(self.counted)
        if self.highlighted is None and self.options:
            self.highlighted = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is somewhere to go from a file with a letter only."""
        return action != "select" or bool(self._highlighted_letters)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The keys depend on what is highlighted."""
        event.stop()
        self.screen.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell where the file's letter is."""
        event.stop()
        for letter in self._outcomes[event.option_index].letters[:1]:
            self.post_message(self.LetterChosen(letter))

    @property
    def _highlighted_letters(self) -> tuple[Letter, ...]:
        return () if self.highlighted is None else self._outcomes[self.highlighted].letters

    @property
    def counted(self) -> str:
        """How many files had which outcome, in words."""
        return ", ".join(f"{self._counts[outcome]} {WORDS[outcome]}" for outcome in Outcome)


def described(outcome: FileOutcome, width: int) -> Content:
    """One file: sign, outcome and name; below it the letters it holds, or why it was refused."""
    sign = Content.styled(f"{_SIGNS[outcome.outcome]} {WORDS[outcome.outcome]}  ", "bold")
    lines = [hanging(Content(named(outcome.path)), width, sign.cell_length, sign)]
    letters = [_letter(letter) for letter in outcome.letters[:_MANY_LETTERS]]
    if len(outcome.letters) > _MANY_LETTERS:
        letters.append(f"and {len(outcome.letters) - _MANY_LETTERS} more letters")
    details = [*letters, *([outcome.reason] if outcome.reason else [])]
    lines.extend(hanging(Content.styled(one_line(detail), MUTED), width, _INDENT) for detail in details)
    return Content("\n").join(lines)


def named(path: str) -> str:
    """The file's name; with that of the ZIP file it is in, if it is in one."""
    *folders, name = PurePath(path).parts or (path,)
    return one_line(f"{folders[-1]}/{name}" if folders and folders[-1].lower().endswith(".zip") else name)


def _letter(letter: Letter) -> str:
    warned = "" if not letter.warnings else f" ({len(letter.warnings)} to check)"
    return f"{council_and_year(letter.council.name, letter.year).plain}{warned}"
