"""What the screen of words asks of the library, one question at a time, and the answers that come back."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from textual import on, work
from textual.message import Message
from textual.worker import Worker, WorkerState

from db.errors import BadQuery, UpheldError
from db.library import Library
from db.model import StoredLetter
from db.words.hits import Hit, SearchPage
from db.words.query import HitOrder, QueryFault
from tui.screens.live import LiveScreen
from tui.screens.undo import UndoHistory

Result = TypeVar("Result")

PAGE = 100
"""Letters that are asked for at once: many screens of them, and little to draw."""

_SEARCH, _LETTER = "search", "hit-letter"


class Request(NamedTuple):
    """A page of the letters that have what was typed, from the one at `offset` on; `search` numbers what was typed.

    `is_again`: it is asked for anew, as the library has changed. `order` is the one they are wanted in.
    """

    search: int
    text: str
    offset: int = 0
    limit: int = PAGE
    is_again: bool = False
    order: HitOrder = HitOrder.COUNCIL


@dataclass
class HitsRead(Message):
    """The page asked for."""

    request: Request
    page: SearchPage


@dataclass
class SearchFailed(Message):
    """There is no answer: what was typed is no search after all, or the library cannot be read."""

    request: Request
    reason: str
    fault: QueryFault | None = field(default=None)


@dataclass
class HitLetterRead(Message):
    """The letter of a hit, with all places that have these words; None where it cannot be read, for a reason."""

    hit: Hit
    letter: StoredLetter | None
    reason: str = ""
    words: str = ""
    places: tuple[tuple[int, int], ...] = ()


class WordsQuestionsScreen(LiveScreen[Result]):
    """A screen that searches letters and reads one of them.

    Of each kind one question is out at a time, and the latest that came meanwhile follows it: a key held down must not
    leave a thread behind for each time that it is repeated.
    """

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__(library, history)
        self._out: Request | None = None
        self._next: Request | None = None
        self._hit_out: tuple[Hit, str] | None = None
        self._hit_next: tuple[Hit, str] | None = None

    def ask(self, request: Request) -> None:
        """Ask for a page, at once or as soon as the question before is answered."""
        if self._out is None:
            self._out = request
            self._search(request)
        else:
            self._next = request

    def ask_for_letter(self, hit: Hit, words: str) -> None:
        """Ask for the letter of a hit and all its places that have these words, likewise."""
        if self._hit_out is None:
            self._hit_out = hit, words
            self._read_letter(hit, words)
        else:
            self._hit_next = hit, words

    @work(thread=True, group=_SEARCH, exit_on_error=False, description=_SEARCH)
    def _search(self, request: Request) -> None:
        """Ask for the letters that have it, in the order wanted."""
        self.mark_read()
        try:
            with Library.ask(self._library) as library:
                page = library.search(request.text, limit=request.limit, offset=request.offset, order=request.order)
        except BadQuery as error:
            fault = QueryFault(reason=str(error), start=error.start, end=error.end)
            self.post_message(SearchFailed(request, str(error), fault))
        except UpheldError as error:
            self.post_message(SearchFailed(request, str(error)))
        else:
            self.post_message(HitsRead(request, page))

    @work(thread=True, group=_LETTER, exit_on_error=False, description=_LETTER)
    def _read_letter(self, hit: Hit, words: str) -> None:
        """Ask for the letter, and where in it the words are."""
        try:
            with Library.ask(self._library) as library:
                letter = library.letter(hit.letter_id)
                answer = HitLetterRead(hit, letter, words=words, places=library.places_of(hit.letter_id, words))
        except UpheldError as error:
            answer = HitLetterRead(hit, None, str(error))
        self.post_message(answer)

    @on(Worker.StateChanged)
    def _go_on(self, event: Worker.StateChanged) -> None:
        """Ask the latest question that waits, however the one before has ended."""
        if event.state not in (WorkerState.SUCCESS, WorkerState.ERROR, WorkerState.CANCELLED):
            return
        if event.worker.group == _SEARCH:
            self._out, request, self._next = None, self._next, None
            if request is not None:
                self.ask(request)
            elif event.state is WorkerState.ERROR:
                self.search_ended()
        elif event.worker.group == _LETTER:
            self._hit_out, waiting, self._hit_next = None, self._hit_next, None
            if waiting is not None:
                self.ask_for_letter(*waiting)

    def search_ended(self) -> None:
        """No answer will come, after an error nobody foresaw."""
        raise NotImplementedError
