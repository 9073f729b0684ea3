"""The box in which words are typed, what is said of them, and the list of the letters that have them."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from db.words.hits import Hit, SearchPage
from db.words.query import HitOrder, QueryFault
from tui.draw.hits import NOTHING_FOUND, SEARCHING, describe_found, draw_fault
from tui.keymap import Group, make_bindings
from tui.panes.fitted_text import FittedText
from tui.panes.hits import HitList
from tui.panes.name_box import NameBox
from tui.panes.text_box import TextBox


class WordsBox(NameBox, TextBox):
    """The box, with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.WORDS_BOX)]


class WordsPane(Vertical):
    """Shows what it is given; asks nobody."""

    @dataclass
    class TextChanged(Message):
        """Something else is to be searched for."""

        text: str

    @dataclass
    class Submitted(Message):
        """What is highlighted for what is typed is to be taken."""

    _total = 0

    def compose(self) -> ComposeResult:
        """The box, what is said of it, and the list."""
        yield WordsBox(placeholder="words in all letters", id="words-box", select_on_focus=False)
        yield FittedText("", id="words-said", markup=False)
        yield HitList(id="hits", markup=False, compact=True)

    def on_mount(self) -> None:
        """Say what the pane is; nothing is typed yet."""
        self.border_title = "Words in all letters"
        self.show_nothing_typed()

    @property
    def box(self) -> WordsBox:
        """The box."""
        return self.query_one(WordsBox)

    @property
    def hit_list(self) -> HitList:
        """The list."""
        return self.query_one(HitList)

    @property
    def wants_more(self) -> bool:
        """Whether there are more letters than are shown."""
        return len(self.hit_list.hits) < self._total

    def set_text(self, text: str) -> None:
        """Put a search in the box, as though typed."""
        self.box.value = text
        self.box.cursor_position = len(text)

    def show_nothing_typed(self) -> None:
        """Offer searches to begin with."""
        self._total = 0
        self._say("")
        self.hit_list.show_ready()
        self.border_subtitle = None

    def show_fault(self, text: str, fault: QueryFault) -> None:
        """Say what is wrong, where, and list nothing that was not asked for."""
        self._total = 0
        self._say(draw_fault(text, fault.reason, fault.start, fault.end))
        self._list_nothing()

    def show_reason(self, sentence: str) -> None:
        """Say why there is no answer."""
        self._total = 0
        self._say(Content(sentence))
        self._list_nothing()

    def show_searching(self) -> None:
        """Say that the answer is not there yet, beside the answer before."""
        self.border_subtitle = SEARCHING

    def show_page(self, page: SearchPage, wanted: HitOrder, kept: Hit | None = None) -> None:
        """Show the first letters found, of so many, with the highlight on the letter of `kept` if it is there.

        `wanted` is the order they were asked for in, which may not be the one that they are in.
        """
        self._total = page.total
        self._say(describe_found(page, wanted) if page.total else NOTHING_FOUND)
        self.hit_list.show(page.hits, kept)
        self._tell_place()

    def add_page(self, page: SearchPage) -> None:
        """Show more below them; where letters have gone meanwhile there may be no more."""
        self._total = page.total if page.hits else len(self.hit_list.hits)
        self.hit_list.add(page.hits)
        self._tell_place()

    def _list_nothing(self) -> None:
        self.hit_list.show(())
        self.border_subtitle = None

    def _say(self, said: Content | str) -> None:
        """Show a line below the box, or none."""
        line = self.query_one("#words-said", Static)
        line.display = bool(said)
        line.update(said)

    def _tell_place(self) -> None:
        """Say below the list which of the letters is highlighted."""
        place = self.hit_list.place
        self.border_subtitle = f"{place:,} of {self._total:,}" if place and self._total else None

    @on(HitList.HitHighlighted)
    def _follow(self, _message: HitList.HitHighlighted) -> None:
        """Say which it is; the screen hears of it too."""
        self._tell_place()

    @on(Input.Changed)
    def _post_text(self, event: Input.Changed) -> None:
        """Tell the screen, and keep Textual's own message inside."""
        event.stop()
        self.post_message(self.TextChanged(event.value))

    @on(Input.Submitted)
    def _post_submitted(self, event: Input.Submitted) -> None:
        """Tell the screen, which knows whether the list is the answer to what is typed yet."""
        event.stop()
        self.post_message(self.Submitted())
