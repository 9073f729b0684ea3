"""What the screen of letters by year asks of the library, in a thread, and the answers that come back."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from textual import work
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from db.councils.coverage import CoverageLetter, build_coverage
from db.councils.register import Register
from db.errors import UpheldError
from db.library import Library
from db.model import CouncilType
from tui.collecting import MANY, pass_over_what_is_made
from tui.draw.council_words import make_searched_words
from tui.draw.coverage import sort_by_shown_name
from tui.draw.short_names import shorten_council
from tui.panes.coverage_table import CoverageLines
from tui.screens.live import LiveScreen

Result = TypeVar("Result")

_COVERAGE = "coverage"


@dataclass
class CoverageRead(Message):
    """Who has a letter of which year: the answer to the request of that number."""

    request: int
    lines: CoverageLines


@dataclass
class CoverageUnreadable(Message):
    """The letters cannot be read: the answer to the request of that number; `reason` is a sentence."""

    request: int
    reason: str


class CoverageQuestionsScreen(LiveScreen[Result]):
    """A screen that asks who has a letter of which year."""

    @work(thread=True, exclusive=True, group=_COVERAGE, exit_on_error=False, description=_COVERAGE)
    def read_coverage(self, request: int) -> None:
        """Ask for the whole table."""
        worker = get_current_worker()
        self.mark_read()
        try:
            with Library.ask(self._library) as library, pass_over_what_is_made(library.counts().councils > MANY):
                letters = library.coverage()
                lines = None if worker.is_cancelled else make_lines(letters)
        except UpheldError as error:
            self.post_message(CoverageUnreadable(request, str(error)))
            return
        if lines is not None and not worker.is_cancelled:
            self.post_message(CoverageRead(request, lines))


def make_lines(letters: Iterable[CoverageLetter]) -> CoverageLines:
    """The whole table, with what is worked out once of its rows."""
    table = sort_by_shown_name(build_coverage(Register.load().councils, letters))
    counts: Counter[CouncilType | None] = Counter(row.council.type for row in table.rows)
    counts[None] = len(table.rows)
    return CoverageLines(
        table=table,
        searched=tuple(make_searched_words(row.council) for row in table.rows),
        longest_name=max((Content(shorten_council(row.council.name)).cell_length for row in table.rows), default=0),
        counts=counts,
    )
