"""What the screen of all councils of a year asks of the library, in a thread, and the answers that come back."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from typing import NamedTuple, TypeVar

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from db.councils.existence import list_without_letter
from db.councils.register import Register
from db.errors import UpheldError
from db.figures.year_funnel import Funnel, build_funnel
from db.figures.year_table import YearLetter, YearRow, judge_letters, rank_rows
from db.library import Library
from db.model import CouncilEntry, CouncilType
from tui.collecting import MANY, pass_over_what_is_made
from tui.draw.council_words import make_searched_words
from tui.draw.year_choice import YearChoice
from tui.draw.year_rows import RowWidths, join_widths, measure_rows
from tui.draw.year_title import YearAnswer
from tui.screens.kept_year import KeptYear
from tui.screens.live import LiveScreen

Result = TypeVar("Result")

_BETWEEN_LOOKS = 250
"""Letters judged between two looks at whether anybody still waits for them."""


class YearStep(StrEnum):
    """What is done with each letter of a year; the value is said of those with which it is."""

    READ = "read"
    JUDGED = "looked through"


YEAR = "year"
"""The group of the workers that read a year."""


class JudgedType(NamedTuple):
    """The letters of a year to one type of council, judged, with what is worked out once for every order of them.

    `searched` are the words by which each is found, by its letter.
    """

    rows: tuple[YearRow, ...]
    searched: Mapping[int, str]
    widths: RowWidths


@dataclass(frozen=True, slots=True)
class YearLetters:
    """The letters of a year as they were read, which of them are judged, and which councils have letters of any year.

    Judging takes long, so each type is judged when it is first looked at, and then kept. `moment` is that of the
    library when it was read (see `KeptYear`).
    """

    moment: int
    year: int
    letters: tuple[YearLetter, ...]
    entries: tuple[CouncilEntry, ...]
    judged: Mapping[CouncilType, JudgedType] = field(default_factory=dict)


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
class YearProgress(Message):
    """How far the answer to the request of that number is: `done` of `total` letters, which are read or judged."""

    request: int
    step: YearStep
    done: int
    total: int


@dataclass
class YearUnreadable(Message):
    """The letters cannot be read: the answer to the request of that number; `reason` is a sentence."""

    request: int
    reason: str


class YearQuestionsScreen(LiveScreen[Result]):
    """A screen that asks for all councils of a year."""

    @work(thread=True, exclusive=True, group=YEAR, exit_on_error=False, description=YEAR)
    def read_year(self, request: int, choice: YearChoice, kept: KeptYear) -> None:
        """Ask for the table of a choice; what is kept is taken if it is of its year, and the library still the same."""
        worker = get_current_worker()
        tell = partial(self._tell_progress, request)
        self.mark_read()
        moment, letters = kept.find_moment(), kept.letters
        try:
            if letters is None or (letters.year, letters.moment) != (choice.year, moment):
                on_letter = partial(tell, YearStep.READ)
                letters = self._read_letters(moment, choice.year, on_letter, lambda: worker.is_cancelled)
        except UpheldError as error:
            self.post_message(YearUnreadable(request, str(error)))
            return
        letters = judge_types(letters, choice.type, partial(tell, YearStep.JUDGED), lambda: worker.is_cancelled)
        if worker.is_cancelled:
            return
        answer = build_answer(choice, letters)
        funnel = build_funnel(answer.table.rows) if choice.type else None
        if not worker.is_cancelled:
            self.post_message(YearRead(request, letters, answer, funnel))

    def _tell_progress(self, request: int, step: YearStep, done: int, total: int) -> None:
        """Say how far it is."""
        self.post_message(YearProgress(request, step, done, total))

    def _read_letters(
        self, moment: int, year: int, on_letter: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> YearLetters:
        """Ask the library, as it is at that moment or later."""
        with Library.ask(self._library) as library, pass_over_what_is_made(library.counts().councils > MANY):
            letters = library.year(year, on_letter=on_letter, cancelled=cancelled)
            return YearLetters(moment, year, letters, library.councils())


def judge_types(
    letters: YearLetters,
    council_type: CouncilType | None,
    on_letter: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> YearLetters:
    """The same letters with those of a type judged (None: all of them); as far as it came when `cancelled` says so."""
    wanted = [each for each in CouncilType if council_type in (None, each) and each not in letters.judged]
    chosen = {each: [letter for letter in letters.letters if letter.council.type is each] for each in wanted}
    total, done = sum(map(len, chosen.values())), 0
    judged = dict(letters.judged)
    with pass_over_what_is_made(total > MANY):
        for each, of_type in chosen.items():
            rows = []
            for row in judge_letters(of_type):
                rows.append(row)
                done += 1
                if not done % _BETWEEN_LOOKS:
                    on_letter(done, total)
                    if cancelled():
                        return replace(letters, judged=judged)
            judged[each] = JudgedType(
                rows=tuple(rows),
                searched={row.letter.letter_id: make_searched_words(row.letter.council) for row in rows},
                widths=measure_rows(rows),
            )
    return replace(letters, judged=judged)


def build_answer(choice: YearChoice, letters: YearLetters) -> YearAnswer:
    """Rank and sort what is judged as chosen, and find the councils of that type without a letter."""
    shown = [judged for each, judged in letters.judged.items() if choice.type in (None, each)]
    rows = [row for judged in shown for row in judged.rows]
    table = rank_rows(choice.year, rows, choice.type, choice.column, is_reversed=choice.is_reversed)
    of_type = [each for each in Register.load().councils if choice.type in (None, each.type)]
    without = list_without_letter(of_type, choice.year, [row.letter.council.name for row in rows])
    counts: Counter[CouncilType | None] = Counter(letter.council.type for letter in letters.letters)
    counts[None] = len(letters.letters)
    return YearAnswer(
        choice=choice,
        table=table,
        without=tuple(without),
        counts=counts,
        widths=join_widths(judged.widths for judged in shown),
        searched={letter_id: words for judged in shown for letter_id, words in judged.searched.items()},
    )
