"""What the screen of all councils of a year asks of the library, in a thread, and the answers that come back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from db.councils.existence import list_without_letter
from db.councils.register import Register
from db.errors import UpheldError
from db.figures.year_funnel import Funnel, build_funnel
from db.figures.year_table import YearLetter, build_year_table, sort_rows
from db.library import Library
from db.model import CouncilEntry, CouncilType
from tui.draw.year_choice import YearChoice
from tui.draw.year_title import YearAnswer
from tui.screens.live import LiveScreen

Result = TypeVar("Result")

YEAR = "year"
"""The group of the workers that read a year."""


@dataclass(frozen=True, slots=True)
class YearLetters:
    """The letters of a year as they were read, and which councils have letters of any year."""

    year: int
    letters: tuple[YearLetter, ...]
    entries: tuple[CouncilEntry, ...]


@dataclass
class YearRead(Message):
    """The table of a year: the answer to the request of that number. Of all types together there is no funnel."""

    request: int
    letters: YearLetters
    answer: YearAnswer
    funnel: Funnel | None

    @property
    def entries(self) -> Sequence[CouncilEntry]:
        """The councils that have letters here."""
        return self.letters.entries


@dataclass
class YearUnreadable(Message):
    """The letters cannot be read: the answer to the request of that number; `reason` is a sentence."""

    request: int
    reason: str


class YearQuestionsScreen(LiveScreen[Result]):
    """A screen that asks for all councils of a year."""

    @work(thread=True, exclusive=True, group=YEAR, exit_on_error=False, description=YEAR)
    def read_year(self, request: int, choice: YearChoice, known: YearLetters | None) -> None:
        """Ask for the table of a choice; `known` are letters read before, which are taken if they are of its year."""
        worker = get_current_worker()
        try:
            letters = known if known is not None and known.year == choice.year else self._read_letters(choice.year)
        except UpheldError as error:
            self.post_message(YearUnreadable(request, str(error)))
            return
        if worker.is_cancelled:
            return
        answer = build_answer(choice, letters.letters)
        funnel = build_funnel(answer.table.rows) if choice.type else None
        if not worker.is_cancelled:
            self.post_message(YearRead(request, letters, answer, funnel))

    def _read_letters(self, year: int) -> YearLetters:
        """Ask the library."""
        self.mark_read()
        with Library.open(self._library) as library:
            return YearLetters(year, library.year(year), library.councils())


def build_answer(choice: YearChoice, letters: Sequence[YearLetter]) -> YearAnswer:
    """Judge, rank and sort the letters as chosen, and find the councils of that type without one."""
    table = build_year_table(choice.year, letters, choice.type, choice.column)
    if choice.is_reversed:
        rows = sort_rows(table.rows, choice.column, is_reversed=True)
        table = replace(table, rows=tuple(rows))
    of_type = [each for each in Register.load().councils if choice.type in (None, each.type)]
    without = list_without_letter(of_type, choice.year, [row.letter.council.name for row in table.rows])
    counts: Counter[CouncilType | None] = Counter(letter.council.type for letter in letters)
    counts[None] = len(letters)
    return YearAnswer(choice=choice, table=table, without=tuple(without), counts=counts)
