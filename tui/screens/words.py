"""The screen on which the words of all letters are searched: a box, the letters found, and one of them beside it."""

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from db.model import Quote
from db.words.hits import Hit
from db.words.parse import parse_query
from db.words.query import HitOrder, QueryFault
from tui.keymap import Command, Group, make_bindings
from tui.panes.hits import HitList
from tui.panes.letter import LetterPane
from tui.panes.words import WordsPane
from tui.screens.key_line import KeyLine
from tui.screens.layout import WIDE_WIDTH
from tui.screens.undo import UndoHistory
from tui.screens.words_questions import (
    PAGE,
    HitLetterRead,
    HitsRead,
    Request,
    SearchFailed,
    WordsQuestionsScreen,
)

_NO_LETTER = "The letter highlighted will be here."
_NOTHING_TO_SORT = "There are no letters to sort: search for words that some have."
_NO_ANSWER = "The letters could not be searched."


class WordsScreen(WordsQuestionsScreen[Hit], Screen[Hit]):
    """It returns the letter to open, if one was chosen, and is kept as it was left for the next time."""

    CSS_PATH = "words.tcss"
    AUTO_FOCUS = "#words-box"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.WORDS)]

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__(library, history)
        self._text = ""
        self._search_number = 0
        self._is_answered = True
        self._is_search = False
        self._is_entered = False
        self._is_asking_for_more = False
        self._unread: int | None = None
        self._order = HitOrder.COUNCIL

    def compose(self) -> ComposeResult:
        """What is searched for with what is found, the letter, and the keys."""
        with Horizontal(id="words"):
            yield WordsPane(id="words-pane")
            yield LetterPane(id="words-letter")
        keys = KeyLine(id="keys")
        keys.name_key = self._name_key
        yield keys

    def on_mount(self) -> None:
        """The box has the keys; there is no letter yet."""
        self._letter.show(None, _NO_LETTER)
        self.set_focus(self._pane.box)

    def search(self, text: str) -> None:
        """Search for something, as though typed; the box has the keys."""
        self._pane.set_text(text)
        self.set_focus(self._pane.box)

    @property
    def text(self) -> str:
        """What is searched for, as it was typed."""
        return self._text

    def follow_change(self) -> None:
        """Search anew, as another program has changed the library; the highlight stays on its letter."""
        hits = len(self._pane.hit_list.hits)
        if self._is_answered and self._is_search:
            limit = max(hits, PAGE)
            self.ask(Request(self._search_number, self._text, limit=limit, is_again=True, order=self._order))

    @property
    def _pane(self) -> WordsPane:
        """What is searched for and found."""
        return self.query_one(WordsPane)

    @property
    def _letter(self) -> LetterPane:
        """The letter."""
        return self.query_one(LetterPane)

    # What is typed

    @on(WordsPane.TextChanged)
    def _take_text(self, message: WordsPane.TextChanged) -> None:
        """Say what is wrong with it, or ask for what has it."""
        message.stop()
        self._text = message.text
        self._search_number += 1
        self._is_entered = self._is_asking_for_more = False
        self._is_answered, self._is_search = True, False
        query = parse_query(message.text)
        if isinstance(query, QueryFault):
            self._pane.show_fault(message.text, query)
        elif query.is_empty:
            self._pane.show_nothing_typed()
        else:
            self._is_answered, self._is_search = False, True
            self._pane.show_searching()
            self.ask(Request(self._search_number, message.text, order=self._order))

    @on(WordsPane.Submitted)
    def _take_submitted(self, message: WordsPane.Submitted) -> None:
        """Take what is highlighted, once that answers what is typed."""
        message.stop()
        if self._is_answered:
            self._pane.hit_list.action_select()
        else:
            self._is_entered = True

    @on(HitList.OrderTurned)
    def _turn_order(self, message: HitList.OrderTurned) -> None:
        """List the best match first, or by council again, from the first letter on."""
        message.stop()
        if not self._is_search or not self._pane.hit_list.hits:
            self.show_notice(_NOTHING_TO_SORT)
            return
        self._order = HitOrder.COUNCIL if self._order is HitOrder.BEST else HitOrder.BEST
        self._search_number += 1
        self._is_answered = self._is_asking_for_more = False
        self._pane.show_searching()
        self.ask(Request(self._search_number, self._text, order=self._order))
        self.refresh_bindings()

    @on(HitList.ReadyChosen)
    def _take_ready(self, message: HitList.ReadyChosen) -> None:
        """Search for that."""
        message.stop()
        self.search(message.query)

    # Answers

    @on(HitsRead)
    def _show_hits(self, message: HitsRead) -> None:
        """Show the letters found, or more of them, if that is what is typed still."""
        message.stop()
        if message.request.search != self._search_number:
            return
        if message.request.offset:
            self._is_asking_for_more = False
            if message.request.offset == len(self._pane.hit_list.hits):  # else the list was read anew meanwhile
                self._pane.add_page(message.page)
            return
        self._is_answered = True
        kept = self._pane.hit_list.highlighted_hit if message.request.is_again else None
        self._pane.show_page(message.page, self._order, kept)
        if self._is_entered:
            self._is_entered = False
            self._pane.hit_list.action_select()

    @on(SearchFailed)
    def _show_why_none(self, message: SearchFailed) -> None:
        """Say why there is no answer."""
        message.stop()
        if message.request.search != self._search_number:
            return
        self._is_entered, self._is_answered = False, True
        if message.request.offset:
            self._is_asking_for_more = False
            self.show_notice(message.reason, warning=True)
        elif message.fault is not None:
            self._pane.show_fault(self._text, message.fault)
        else:
            self._pane.show_reason(message.reason)

    def search_ended(self) -> None:
        """Say that there is no answer, rather than that it is still to come."""
        self._is_entered, self._is_answered = False, True
        self._pane.show_reason(_NO_ANSWER)

    @on(HitList.MoreWanted)
    def _ask_for_more(self, message: HitList.MoreWanted) -> None:
        """Ask for the next page, unless it is asked for already."""
        message.stop()
        if self._is_answered and self._pane.wants_more and not self._is_asking_for_more:
            self._is_asking_for_more = True
            shown = len(self._pane.hit_list.hits)
            self.ask(Request(self._search_number, self._text, shown, order=self._order))

    # The letter beside the list

    @on(HitList.HitHighlighted)
    def _preview(self, message: HitList.HitHighlighted) -> None:
        """Show the letter highlighted where there is room for it."""
        message.stop()
        self._show_letter()
        self.refresh_bindings()

    def _show_letter(self) -> None:
        """Ask for the letter highlighted, if it is to be seen."""
        hit = self._pane.hit_list.highlighted_hit
        if hit is None:
            self._letter.show(None, _NO_LETTER)
        elif self._letter.display:
            self.ask_for_letter(hit, self._text)

    @on(HitLetterRead)
    def _take_letter(self, message: HitLetterRead) -> None:
        """Show it at the words found, with all of them marked, if it is the one highlighted still."""
        message.stop()
        if message.hit != self._pane.hit_list.highlighted_hit:
            return
        if message.letter is None:
            self._letter.show(None, message.reason)
            return
        self._letter.show(message.letter)
        self._letter.mark_found(message.words, message.places)
        self._letter.go_to(quote_hit(message.hit, message.letter.letter.text))

    @on(LetterPane.OwnWordsWanted)
    def _wait_for_reader(self, message: LetterPane.OwnWordsWanted) -> None:
        """Which words are its own is not asked of each letter that the highlight passes: that takes long."""
        message.stop()
        message.prevent_default()
        self._unread = message.letter_id
        if self._letter.has_focus:
            self._ask_own_words()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Ask once somebody reads the letter."""
        if event.widget is self._letter:
            self._ask_own_words()

    def _ask_own_words(self) -> None:
        """Ask which words of the letter shown are its own, once."""
        if self._unread is not None:
            letter_id, self._unread = self._unread, None
            self.read_own_words(letter_id)

    # Going on

    @on(HitList.HitChosen)
    def _open(self, message: HitList.HitChosen) -> None:
        """Open the letter in the main screen; the list waits here with its highlight."""
        message.stop()
        if self.is_current:
            self.dismiss(message.hit)

    def action_leave(self) -> None:
        """Back to the councils; from the letter, to the list."""
        if self.focused is self._letter:
            self.set_focus(self._pane.hit_list)
        else:
            self.dismiss(None)

    def action_focus_box(self) -> None:
        """Put the cursor in the box, with what is there selected."""
        self.set_focus(self._pane.box)
        self._pane.box.select_all()

    def action_step_focus(self, step: int) -> None:
        """Give the keys to the next of the box, the list and the letter that are in sight, round and round."""
        stops: list[Widget] = [self._pane.box, self._pane.hit_list]
        if self._letter.display:
            stops.append(self._letter)
        at = next((index for index, stop in enumerate(stops) if stop is self.focused), 0)
        self.set_focus(stops[(at + step) % len(stops)])

    def on_key(self, event: events.Key) -> None:
        """Letters typed before the box has the keys are not lost: they are meant for it."""
        if self.focused is None and event.character and event.is_printable:
            event.stop()
            event.prevent_default()
            self._pane.set_text(self._text + event.character)

    def on_resize(self, event: events.Resize) -> None:
        """Show the letter where there is room for it."""
        self._letter.display = self.app.size.width >= WIDE_WIDTH
        if not self._letter.display and self.focused in (None, self._letter):
            self.set_focus(self._pane.hit_list if self.focused else self._pane.box)
        self._show_letter()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the box a slash is typed like any other sign."""
        return action != "focus_box" or not (self.is_mounted and self._pane.box.has_focus)

    def _name_key(self, command: Command) -> str | None:
        """What a key does from here: with nothing typed Enter searches; Tab leads to the letter where that is shown."""
        rows, hits = self._pane.hit_list.option_count, self._pane.hit_list.hits
        if command.id in ("words_submit", "hit_open"):
            return command.name if hits else "search" if rows else None
        if command.id == "hits_order":
            return ("by council" if self._order is HitOrder.BEST else "best first") if hits else None
        if command.id == "next_figure" and self._letter.marked_places:
            return "next match"
        if command.id == "words_down" and not rows:
            return None
        if command.id == "words_next":
            return "letter" if self.focused is self._pane.hit_list and self._letter.display else None
        return command.name


def quote_hit(hit: Hit, text: str) -> Quote:
    """The words found, as a place in the letter's text."""
    return Quote(start=hit.start, end=hit.end, text=text[hit.start : hit.end])
