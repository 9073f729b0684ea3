"""The main screen as far as it leads to the words of all letters, and back to the letter found and its place."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from db.errors import UpheldError
from db.model import StoredLetter
from tui.keymap import Command
from tui.panes.councils import CouncilsPane
from tui.screens.asking import ask_library
from tui.screens.base import RequestFailed
from tui.screens.destination import LetterFit, fit_any, fit_id
from tui.screens.layout import Pane
from tui.screens.main_copy import MainCopyScreen
from tui.screens.main_questions import LettersRead
from tui.screens.undo import UndoHistory

if TYPE_CHECKING:
    from db.words.hits import Hit
    from tui.screens.words import WordsScreen


class PlacesRead(Message):
    """Every place of a letter that has the words by which it was found."""

    def __init__(self, letter_id: int, words: str, places: tuple[tuple[int, int], ...]) -> None:
        super().__init__()
        self.letter_id = letter_id
        self.words = words
        self.places = places


class MainWordsScreen(MainCopyScreen):
    """The main screen with the search for words, which is kept as it is left."""

    _council_id: int | None

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__(library, history)
        self._words: WordsScreen | None = None
        self._hit: Hit | None = None
        self._is_hit_shown = False

    @property
    def current_letter(self) -> StoredLetter | None:
        """The letter shown."""
        raise NotImplementedError

    def _choose(self, council_id: int, fit: LetterFit = fit_any) -> None:
        """Show the letter of a council that fits best."""
        raise NotImplementedError

    def action_words(self) -> None:
        """Go to the search for words, as it was left."""
        self._open_words()
        if self._words is not None:
            self._words.call_later(self._words.action_focus_box)

    @on(CouncilsPane.WordsWanted)
    def _search_typed(self, message: CouncilsPane.WordsWanted) -> None:
        """Search the letters for what is no council's name."""
        message.stop()
        self._open_words()
        if self._words is not None:
            self._words.call_later(self._words.search, message.text)

    def _open_words(self) -> None:
        """Go to the search, as it was left."""
        if self._words is None:
            from tui.screens.words import WordsScreen

            self._words = WordsScreen(self._library, self._history)
            self.app.install_screen(self._words, "words")
        self.app.push_screen(self._words, self._open_hit)

    def _open_hit(self, hit: "Hit | None") -> None:
        """Show the letter found, once its council's letters are read."""
        if hit is None:
            return
        self.forget_ways_back()
        self._hit, self._is_hit_shown = hit, False
        self._councils.highlight(hit.council_id)
        self._choose(hit.council_id, fit_id(hit.letter_id))
        self._focus_pane(Pane.LETTER)

    def forget_ways_back(self) -> None:
        """Have Esc lead to no list of hits."""
        super().forget_ways_back()
        self._hit = None

    @on(LettersRead)
    def _go_to_hit(self, message: LettersRead) -> None:
        """Go to the words found, the first time that their letter is shown; say so if it is not there any more."""
        hit, letter = self._hit, self.current_letter
        if hit is None or self._is_hit_shown or message.council_id != hit.council_id:
            return
        self._is_hit_shown = True
        if letter is not None and letter.id == hit.letter_id:
            from tui.screens.words import quote_hit

            self._letter.go_to(quote_hit(hit, letter.letter.text))
            if self._words is not None:
                self._read_places(hit.letter_id, self._words.text)
        else:
            self.show_notice("That letter is no longer in the library.")

    @work(thread=True, exclusive=True, group="places", exit_on_error=False, description="places")
    def _read_places(self, letter_id: int, words: str) -> None:
        """Ask for every place of the letter that has the words."""
        try:
            with ask_library(self._library) as library:
                answer: Message = PlacesRead(letter_id, words, library.places_of(letter_id, words))
        except UpheldError as error:
            answer = RequestFailed(str(error))
        self.post_message(answer)

    @on(PlacesRead)
    def _mark_places(self, message: PlacesRead) -> None:
        """Mark them, if that letter is shown still."""
        message.stop()
        letter = self.current_letter
        if letter is not None and letter.id == message.letter_id:
            self._letter.mark_found(message.words, message.places)
            self.refresh_bindings()

    @property
    def _leads_back_to_words(self) -> bool:
        """Whether the letter shown is the one that was opened from the search, and being read."""
        letter = self.current_letter
        is_same = self._hit is not None and letter is not None and letter.id == self._hit.letter_id
        return is_same and self._active_pane is Pane.LETTER and not self._is_zoomed

    def go_back_to_words(self) -> bool:
        """Go back to where in the search the letter was opened; False where it was not."""
        if not self._leads_back_to_words:
            return False
        self._hit = None
        self._open_words()
        return True

    def _name_key(self, command: Command) -> str | None:
        """What a key does from here."""
        if command.id == "find_open" and self._councils.leads_to_words:
            return "search letters"
        return "hits" if command.id == "back" and self._leads_back_to_words else super()._name_key(command)
