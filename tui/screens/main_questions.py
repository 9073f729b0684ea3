"""What the main screen asks of the library, each question in a thread, and the answers that come back."""

from asyncio import Event, sleep
from functools import partial
from time import monotonic

from textual import work
from textual.message import Message
from textual.worker import Worker, get_current_worker

from db.councils.resolve import Resolver
from db.errors import UpheldError
from db.model import StoredLetter
from tui.draw.council_order import list_by_name
from tui.screens.asking import ask_library
from tui.screens.base import RequestFailed
from tui.screens.first_answer import AnswerAhead
from tui.screens.first_question import FirstAnswer
from tui.screens.main_base import MainBase

LETTERS = "letters"
"""The group of the workers that read a council's letters."""

_HIGHLIGHTED = "highlighted"
"""The group of those that wait until the council highlighted is to be asked about."""

_UNTIL_WRITTEN = 0.01
"""Seconds in which what is drawn is written to the terminal, if nothing else is done meanwhile."""

_QUICK, _REST = 0.2, 0.1
"""Seconds between two highlights within which they come quickly, and after the last of them until they rest."""


class CouncilsRead(Message):
    """All councils with letters, by name, in what resolves a name to them: the answer to the request of that number."""

    def __init__(self, request: int, resolver: Resolver) -> None:
        super().__init__()
        self.request = request
        self.resolver = resolver


class LettersRead(Message):
    """All letters of the council asked for."""

    def __init__(self, council_id: int, letters: tuple[StoredLetter, ...]) -> None:
        super().__init__()
        self.council_id = council_id
        self.letters = letters


class LettersUnreadable(Message):
    """The letters of the council asked for cannot be read; `reason` is a sentence."""

    def __init__(self, council_id: int, reason: str) -> None:
        super().__init__()
        self.council_id = council_id
        self.reason = reason


class ReviewItemsCounted(Message):
    """How many letters need a look."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class LibraryUnreadable(Message):
    """The library cannot be read at all: the answer to the request of that number; `reason` is a sentence."""

    def __init__(self, request: int, reason: str) -> None:
        super().__init__()
        self.request = request
        self.reason = reason


class MainQuestionsScreen(MainBase):
    """A screen that asks for councils, for the letters of one of them, and for how many need a look."""

    _highlighted_at = 0.0
    _wait: Worker[None] | None = None

    @work(thread=True, exclusive=True, group="councils", exit_on_error=False, description="councils")
    def read_councils(self, request: int, ahead: AnswerAhead[FirstAnswer] | None = None) -> None:
        """Ask for all councils with letters, unless `ahead` has been asked; `request` is the number of the request."""
        worker = get_current_worker()
        try:
            resolver = Resolver(ahead.take().entries) if ahead else self._ask_for_councils()
        except UpheldError as error:
            self.post_message(LibraryUnreadable(request, str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(CouncilsRead(request, resolver))

    def _ask_for_councils(self) -> Resolver:
        """All councils with letters, ready for names to be typed."""
        self.mark_read()
        with ask_library(self._library) as library:
            resolver = Resolver(list_by_name(library.councils()))
        resolver.prepare()
        return resolver

    def ask_for_the_rest(self, resolver: Resolver) -> None:
        """Ask for what nobody waits for."""
        self.when_drawn(partial(self.prepare_finder, resolver))
        self.when_drawn(self.count_review_items)

    @work(thread=True, exclusive=True, group="finder", exit_on_error=False, description="finder")
    def prepare_finder(self, resolver: Resolver) -> None:
        """Make what finds councils, where nobody waits for it, and not at the first key."""
        resolver.prepare()

    def read_highlighted(self, council_id: int) -> None:
        """Ask for the letters of the council highlighted, once the list with it is on the terminal.

        Where the highlight moves on quickly, only once it rests: to draw figures takes longer than a key is held.
        """
        now = monotonic()
        is_quick, self._highlighted_at = now - self._highlighted_at < _QUICK, now
        self._wait = self._read_soon(council_id, _REST if is_quick else _UNTIL_WRITTEN)

    @work(exclusive=True, group=_HIGHLIGHTED, exit_on_error=False, description=_HIGHLIGHTED)
    async def _read_soon(self, council_id: int, wait: float) -> None:
        """Ask for the letters of a council so many seconds after what is to be drawn now is."""
        drawn = Event()
        self.call_after_refresh(drawn.set)
        await drawn.wait()
        await sleep(wait)
        self.read_letters(council_id)

    @property
    def is_waiting_to_read(self) -> bool:
        """Whether the council highlighted has not been asked about yet."""
        return self._wait is not None and not self._wait.is_finished

    def read_letters_now(self, council_id: int) -> None:
        """Ask for the letters of a council, whichever was highlighted before."""
        if self._wait is not None:
            self._wait.cancel()
        self.read_letters(council_id)

    @work(thread=True, exclusive=True, group=LETTERS, exit_on_error=False, description=LETTERS)
    def read_letters(self, council_id: int) -> None:
        """Ask for the letters of one council."""
        worker = get_current_worker()
        try:
            with ask_library(self._library) as library:
                letters = library.letters_of(council_id)
        except UpheldError as error:
            answer: Message = LettersUnreadable(council_id, str(error))
        else:
            answer = LettersRead(council_id, letters)
        if not worker.is_cancelled:
            self.post_message(answer)

    @work(thread=True, exclusive=True, group="review-items", exit_on_error=False, description="review-items")
    def count_review_items(self) -> None:
        """Ask how many letters need a look."""
        worker = get_current_worker()
        try:
            with ask_library(self._library) as library:
                number = library.count_review_items()
        except UpheldError as error:
            self.post_message(RequestFailed(str(error)))
        else:
            if not worker.is_cancelled:
                self.post_message(ReviewItemsCounted(number))
