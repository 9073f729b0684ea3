"""What became of each file of an import, and how many of each there are."""

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.model import FileOutcome, Letter, Outcome
from db.text.clean import one_line
from tui.commands import Group, bindings
from tui.draw.lines import MUTED

WORDS = {Outcome.ADDED: "added", Outcome.ALREADY_HERE: "already here", Outcome.REFUSED: "refused"}
_SIGNS = {Outcome.ADDED: "+", Outcome.ALREADY_HERE: "=", Outcome.REFUSED: "!"}
_MANY_LETTERS = 3


class OutcomePane(OptionList):
    """A line for each file: its outcome, its name, and the letters it holds or the reason."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.LISTS)]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False, compact=True)
        self._counts: Counter[Outcome] = Counter()

    def begin(self) -> None:
        """Forget the import before."""
        self.clear_options()
        self._counts.clear()
        self.border_title = "Outcomes"

    def add(self, outcomes: Iterable[FileOutcome]) -> None:
        """Add a line for each of these files, and count them."""
        outcomes = list(outcomes)
        self._counts.update(outcome.outcome for outcome in outcomes)
        self.add_options(Option(described(outcome)) for outcome in outcomes)
        self.border_title = Content(self.counted)
        if self.highlighted is None and self.options:
            self.highlighted = 0

    @property
    def counted(self) -> str:
        """How many files had which outcome, in words."""
        return ", ".join(f"{self._counts[outcome]} {WORDS[outcome]}" for outcome in Outcome)


def described(outcome: FileOutcome) -> Content:
    """One file: sign, outcome and name; below it the letters it holds, or why it was refused."""
    sign = (f"{_SIGNS[outcome.outcome]} {WORDS[outcome.outcome]}", "bold")
    lines = [Content.assemble(sign, "  ", one_line(PurePath(outcome.path).name or outcome.path))]
    letters = [_letter(letter) for letter in outcome.letters[:_MANY_LETTERS]]
    if len(outcome.letters) > _MANY_LETTERS:
        letters.append(f"and {len(outcome.letters) - _MANY_LETTERS} more letters")
    details = [*letters, *([outcome.reason] if outcome.reason else [])]
    lines.extend(Content.styled(one_line(detail), MUTED) for detail in details)
    return Content("\n").join(lines)


def _letter(letter: Letter) -> str:
    year = "year not known" if letter.year is None else str(letter.year)
    warned = "" if not letter.warnings else f" ({len(letter.warnings)} to check)"
    return f"{letter.council.name}, {year}{warned}"
