"""Finding words in the letter that a pane shows: typed in a line at its foot, marked where they stand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.widget import AwaitMount

from db.model import Quote
from tui.draw.letter.sought import Sought

if TYPE_CHECKING:
    from textual.containers import VerticalScroll

    from db.text.loose import LooseText
    from tui.panes.find_line import FindLine
    from tui.panes.letter_foot import LetterFoot
else:
    VerticalScroll = object  # a class of widgets costs more, before the first picture


class ReadingPlace(NamedTuple):
    """Where a reader is: `reading_at` is the place in the stored text, `quote` what is marked as gone to.

    `is_folded`: what all councils were told is folded away.
    """

    reading_at: int
    quote: Quote | None
    is_at_quote: bool
    is_opening: bool
    is_folded: bool


class FindInLetter(VerticalScroll):
    """Mixed into a pane in whose text words can be found. It says which text, shows a place, and marks all of them.

    Its foot is made when there is first something for it, and what finds words is imported then: the first picture does
    without.
    """

    _sought: Sought | None = None
    _listed: Sought | None = None
    _loose: "LooseText | None" = None
    _foot: "LetterFoot | None" = None
    _foot_mounted: AwaitMount | None = None
    _found_from = 0
    _before: ReadingPlace | None = None
    """Where the reader was when the line was opened, to go back to while what is typed is not found."""

    @property
    def text_to_find_in(self) -> str:
        """The stored text; empty where there is none."""
        raise NotImplementedError

    @property
    def place_read(self) -> int:
        """The offset in the stored text from which on a reader wants to find."""
        raise NotImplementedError

    def show_place(self, start: int, end: int) -> None:
        """Mark a place as the present one, and bring it in sight."""
        raise NotImplementedError

    @property
    def reading_place(self) -> ReadingPlace:
        """Where the reader is."""
        raise NotImplementedError

    def go_back_to(self, place: ReadingPlace) -> None:
        """Bring the reader back to where they were, with the same words marked as gone to."""
        raise NotImplementedError

    def mark_places(self) -> None:
        """Mark all places of `sought`, or none."""
        raise NotImplementedError

    @property
    def sought(self) -> Sought | None:
        """What is sought, while anything is."""
        return self._sought

    @property
    def marked_places(self) -> Sought | None:
        """What is sought, or else what the letter was found by."""
        return self._sought or self._listed

    def mark_found(self, words: str, places: Sequence[tuple[int, int]]) -> None:
        """Mark all places by which a search of all letters found this one, until another letter is shown."""
        self._listed = Sought(words, tuple(places)) if places else None
        self.mark_places()

    @property
    def find_line(self) -> "FindLine":
        """The line at the foot."""
        from tui.panes.find_line import FindLine

        return self.query_one(FindLine)

    def show_part(self, sentence: str) -> None:
        """Say at the foot what is shown of a very long letter; nothing of one that is shown whole."""
        if sentence or self._foot is not None:
            self._make_foot().show_part(sentence)

    def _make_foot(self) -> "LetterFoot":
        """The foot, made now if there is none."""
        if self._foot is None:
            from tui.panes.letter_foot import LetterFoot

            self._foot = LetterFoot()
            self._foot_mounted = self.mount(self._foot)
        return self._foot

    async def action_find(self) -> None:
        """Open the line, or begin again in it."""
        if not self.text_to_find_in:
            return
        self._make_foot()
        if self._foot_mounted is not None:
            await self._foot_mounted
        if not self.text_to_find_in:
            return  # another letter was shown meanwhile
        if self._sought is None:
            self._sought = Sought("", ())
        self._found_from, self._before = self.place_read, self.reading_place
        self.find_line.open()
        self.screen.refresh_bindings()

    def action_close_find(self) -> None:
        """Find no longer; the place stays."""
        self._sought = None
        self.find_line.close()
        self.mark_places()
        if self.screen.focused is None or self in self.screen.focused.ancestors_with_self:
            self.screen.set_focus(self)
        self.screen.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is open can be closed."""
        return action != "close_find" or self._sought is not None

    def step_sought(self, step: int) -> bool:
        """Go to the next place in one direction; False where nothing is sought."""
        if self._sought is None or not self._sought.words.strip():
            return False
        self._take(self._sought.step(step))
        return True

    def find_anew(self) -> None:
        """Find the same words in another text, which stays at its own place."""
        self._loose = self._listed = self._before = None
        if self._sought is not None:
            self._sought = Sought.find(self._sought.words, self._loosen(), 0)
            self.find_line.tell(self._sought.count_text)

    def on_find_line_words_changed(self, message: "FindLine.WordsChanged") -> None:
        """Find what is typed, from where the reader was when the line was opened."""
        message.stop()
        if self._sought is not None:
            self._take(Sought.find(message.words, self._loosen(), self._found_from))

    def on_find_line_stepped(self, message: "FindLine.Stepped") -> None:
        """Go to another place."""
        message.stop()
        self.step_sought(message.step)

    def on_find_line_accepted(self, message: "FindLine.Accepted") -> None:
        """Read on at what was found; with nothing typed, find no longer."""
        message.stop()
        if self._sought is None or not self._sought.words.strip():
            self.action_close_find()
        else:
            self.screen.set_focus(self)

    def on_find_line_closed(self, message: "FindLine.Closed") -> None:
        """Find no longer."""
        message.stop()
        self.action_close_find()

    def _take(self, sought: Sought) -> None:
        """Mark all places, and show the present one; while there is none, the reader is where they were before."""
        had_any = self._sought is not None and bool(self._sought.places)
        self._sought = sought
        self.find_line.tell(sought.count_text)
        if bool(sought.places) != had_any:
            self.screen.refresh_bindings()  # there is something to go to, or no longer
        if sought.place is not None:
            self.show_place(*sought.place)
        elif self._before is not None and self._before != self.reading_place:
            self.go_back_to(self._before)
        else:
            self.mark_places()

    def _loosen(self) -> "LooseText":
        """The text to look through, made once."""
        if self._loose is None:
            from db.text.loose import LooseText
            from db.text.markup import find_signs

            text = self.text_to_find_in
            self._loose = LooseText.of(text, find_signs(text))
        return self._loose
