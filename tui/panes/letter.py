"""The pane with the letter itself, reflowed to its width, its figures and remarks marked."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message

from db.model import Quote, StoredLetter
from db.text.clean import one_line
from tui.draw.layout import BORDER, FOCUSED_BORDER
from tui.draw.letter.letter_text import (
    MARGIN_WIDTH,
    MAX_LINE_WIDTH,
    draw_letter,
    draw_margin,
    find_line,
    find_line_starts,
    list_marks,
)
from tui.draw.letter.opening import find_opening
from tui.draw.letter.paragraph import find_paragraph
from tui.draw.titles import draw_letter_title
from tui.keymap import Group, make_bindings
from tui.panes.fitted_text import FittedText
from tui.panes.letter_find import FindInLetter, ReadingPlace
from tui.panes.list_scrollbar import ListScrolled
from tui.panes.marked_scrollbar import make_renderer

if TYPE_CHECKING:
    from db.letters.boilerplate.own_words import OwnWords
    from tui.draw.letter.own_words import Fold
    from tui.draw.letter.part import LetterPart
    from tui.draw.letter.shown_text import ShownText

NOTHING_SHOWN = "The letter will be here once a council is chosen."
_BESIDE_SCROLLBAR = 1
NOTHING_TO_FOLD = "Nothing in this letter is known to be what councils in general were told."
_LAYOUTS = 5
"""So many layouts at most are waited for until a new text has its height; one is the rule."""


class LetterMargin(FittedText):
    """The signs beside the text, which are no part of it and are not copied with it."""

    ALLOW_SELECT = False


class LetterPane(FindInLetter, ListScrolled, VerticalScroll):
    """One letter to read. `go_to` brings a quoted passage into sight; the text can be selected with the mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.LETTER)]

    DEFAULT_CSS = f"""
    LetterPane {{
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > Horizontal {{ height: auto; visibility: hidden; }} /* it is drawn on the pane itself */
        & #letter-margin, & #letter-text {{ visibility: visible; }}
        & #letter-margin {{ width: {MARGIN_WIDTH}; height: auto; }}
        & #letter-text {{ width: 1fr; margin-right: 1; max-width: {MAX_LINE_WIDTH}; height: auto; }}
    }}
    """

    _stored: StoredLetter | None = None
    _placeholder = NOTHING_SHOWN
    _part: "LetterPart | None" = None
    _shown: "ShownText | None" = None
    _starts: tuple[int, ...] = ()
    _drawn_width = 0
    _was_laid_out = False
    _quote: Quote | None = None
    _reading_at = 0
    _is_at_quote = False
    _is_scrolling = False
    _names_council = True
    _is_opening = False
    """Whether the reader is still where the letter was opened."""
    _own_words: "OwnWords | None" = None
    _folds: tuple["Fold", ...] = ()
    _is_folded = False

    class OwnWordsWanted(Message):
        """A letter is shown: which of its words are its own? `tell_apart` takes the answer."""

        def __init__(self, letter_id: int) -> None:
            super().__init__()
            self.letter_id = letter_id

    class FoldRefused(Message):
        """Nothing can be folded away; `reason` is a sentence."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    def __init__(self, *, id: str | None = None, opens_at_head: bool = False) -> None:  # noqa: A002 - as all widgets
        """Args: `id`, of the widget; `opens_at_head`, where who wrote to whom and when is what is looked for."""
        super().__init__(id=id)
        self._opens_at_head = opens_at_head
        self._text = FittedText("", id="letter-text", markup=False)
        self._margin = LetterMargin(id="letter-margin", markup=False)

    def on_mount(self) -> None:
        """Say what the pane is, before there is a letter in it."""
        self._draw_title()

    def show(self, stored: StoredLetter | None, placeholder: str = NOTHING_SHOWN) -> None:
        """Show a letter; without one, the sentence `placeholder`. One shown already stays.

        It is shown from what it says of this council on. Once it is known which words are its own, it is shown from
        these on, unless its reader has moved.
        """
        before, self._stored = self._stored, stored
        self._placeholder = one_line(placeholder)
        if stored is not None:
            self.post_message(self.OwnWordsWanted(stored.id))
        if stored is not None and stored == before:
            return
        if stored is None or before is None or (stored.id, stored.letter.text) != (before.id, before.letter.text):
            self._part, self._quote = None, None
            opening = find_opening(stored.letter) if stored and not self._opens_at_head else 0
            self._reading_at, self._is_at_quote = opening, False
            self._is_opening = not self._opens_at_head
            self._own_words, self._folds = None, ()
            self.find_anew()
        self._draw_title()
        self._lay_out()

    def show_council_name(self, *, is_shown: bool) -> None:
        """Name the council in the title, where no other pane in sight does."""
        self._names_council = is_shown
        self._draw_title()

    def on_focus(self, _event: events.Focus) -> None:
        """Draw the line in the title as the border now is."""
        self._draw_title()

    def on_blur(self, _event: events.Blur) -> None:
        """Draw the line in the title as the border now is."""
        self._draw_title()

    def tell_apart(self, letter_id: int, own_words: "OwnWords") -> None:
        """Mute, or fold away, what councils in general were told; an answer about another letter is dropped."""
        if self._stored is None or self._stored.id != letter_id or own_words == self._own_words:
            return
        from tui.draw.letter.own_words import list_folds  # the first picture needs none of what only some letters do

        self._own_words, self._folds = own_words, list_folds(self._stored.letter, own_words)
        if self._is_opening and own_words.own:
            self._reading_at = own_words.own[0].start
        self._draw_title()
        self._lay_out()
        self.screen.refresh_bindings()

    def action_own_words(self) -> None:
        """Fold away what councils in general were told, or show it again."""
        if self._own_words is not None and not self._own_words.is_known:
            from tui.draw.letter.own_words import explain_unknown

            self.post_message(self.FoldRefused(explain_unknown(self._own_words)))
        elif self._own_words is not None and not self._folds:
            self.post_message(self.FoldRefused(NOTHING_TO_FOLD))
        elif self._own_words is not None:
            self._is_folded = not self._is_folded
            self._draw_title()
            self._lay_out()

    @property
    def own_words(self) -> "OwnWords | None":
        """What is known of the letter's own words."""
        return self._own_words

    def go_to(self, quote: Quote) -> None:
        """Bring a passage into the upper third of the pane and mark it as the place gone to."""
        self._quote, self._reading_at, self._is_at_quote = quote, quote.start, True
        self._is_opening = False
        if self._is_folded_away(quote):
            self._is_folded = False
            self._draw_title()
            self._lay_out()
        elif self._part is None or not self._part.holds(quote.start, quote.end):
            self._lay_out()
        else:
            self._paint()

    def on_resize(self, _event: events.Resize) -> None:
        """Reflow the letter for the new width; what was at the top stays there.

        Its first picture comes after that of the screen, whose figures are read first.
        """
        self._draw_title()
        if not self._was_laid_out:
            self.call_after_refresh(self.call_later, self._lay_out_first)
        elif self._text_width != self._drawn_width:
            self._lay_out()
        elif self._is_at_quote:
            self.call_after_refresh(self._scroll_to_place)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place being read, when it is the reader who moves."""
        super().watch_scroll_y(old_value, new_value)
        if self._shown is not None and not self._is_scrolling and self._text_width == self._drawn_width:
            line = min(max(round(new_value), 0), len(self._starts) - 1)
            self._reading_at = self._shown.to_source(self._starts[line])
            self._is_at_quote = self._is_opening = False

    def action_previous_mark(self) -> None:
        """Go to the one above."""
        if self._stored is not None:
            self._step(-1, list_marks(self._stored.letter))

    def action_next(self) -> None:
        """Go to the next place of what is sought; while nothing is, to the next mark."""
        if not self.step_sought(1):
            self._step(1, self._list_stops())

    def action_previous(self) -> None:
        """Go to the one before."""
        if not self.step_sought(-1):
            self._step(-1, self._list_stops())

    @property
    def text_to_find_in(self) -> str:
        """The letter's stored text."""
        return self._stored.letter.text if self._stored else ""

    @property
    def place_read(self) -> int:
        """The place gone to, while it is in sight; else the top line."""
        in_sight = self._quote is not None and self._is_in_sight(self._quote)
        return self._quote.start if self._quote is not None and in_sight else self._reading_at

    @property
    def passage(self) -> Quote | None:
        """What a reader means by this place: what was gone to, if it is in sight, else the paragraph at the top.

        A word that was found means the paragraph around it.
        """
        if self._stored is None:
            return None
        found = self.sought.place if self.sought else None
        if self._quote is not None and self._is_in_sight(self._quote):
            if (self._quote.start, self._quote.end) != found:
                return self._quote
            return find_paragraph(self._stored.letter.text, self._quote.start)
        return find_paragraph(self._stored.letter.text, self._reading_at)

    def show_place(self, start: int, end: int) -> None:
        """Mark a place as gone to; one in sight already does not move."""
        quote = Quote(start=start, end=end, text=self.text_to_find_in[start:end])
        self._is_opening = False
        if self._is_in_sight(quote):
            self._quote, self._is_at_quote = quote, False
            self._paint()
        else:
            self.go_to(quote)

    @property
    def reading_place(self) -> ReadingPlace:
        """Where the reader is."""
        return ReadingPlace(self._reading_at, self._quote, self._is_at_quote, self._is_opening, self._is_folded)

    def go_back_to(self, place: ReadingPlace) -> None:
        """Bring the reader back to where they were, with the same words marked as gone to."""
        self._reading_at, self._quote, self._is_at_quote = place.reading_at, place.quote, place.is_at_quote
        self._is_opening, self._is_folded = place.is_opening, place.is_folded
        self._draw_title()
        self._lay_out()

    def mark_places(self) -> None:
        """Draw the text with what is sought marked in it."""
        if self._text_width and self._shown is not None:
            self._paint()

    @property
    def _text_width(self) -> int:
        """How many cells a line of the text has, 0 while the pane is not in sight."""
        room = self.scrollable_content_region.width - MARGIN_WIDTH - _BESIDE_SCROLLBAR
        return max(min(room, MAX_LINE_WIDTH), 0)

    def _draw_title(self) -> None:
        """Name the letter and its marks in the pane's border, and below what is known of its own words."""
        line = FOCUSED_BORDER if self.has_focus else BORDER
        width = self.outer_size.width
        self.border_title = draw_letter_title(self._stored, "Letter", width, line, names_council=self._names_council)
        own = ""
        if self._own_words is not None:
            from tui.draw.letter.own_words import describe_own_words

            own = describe_own_words(self._own_words, can_fold=bool(self._folds), is_folded=self._is_folded)
        self.border_subtitle = Content(own) if own else None

    def _lay_out_first(self) -> None:
        """Reflow the letter, unless that has been done meanwhile."""
        if not self._was_laid_out:
            self._lay_out()

    def _lay_out(self) -> None:
        """Reflow the letter for the present width; while there is none, that is left to the first resize."""
        self._drawn_width = width = self._text_width
        if not width:
            return
        if not self._was_laid_out:
            self._was_laid_out = True
            self.mount(Horizontal(self._margin, self._text))
        if self._stored is None:
            self._shown, self._starts = None, ()
        else:
            from tui.draw.letter.fold import reflow_folded
            from tui.draw.letter.part import cut_part

            text = self._stored.letter.text
            self._part = cut_part(text, self._reading_at)
            folds = self._folds if self._is_folded else ()
            self._shown = reflow_folded(text[self._part.start : self._part.end], width, self._part.start, folds)
            self._starts = find_line_starts(self._shown.text, width)
        self._paint()

    def _paint(self) -> None:
        """Draw the text and its margin, then go to the place being read once that is laid out."""
        self.show_part(self._part.sentence if self._part is not None and not self._part.is_whole else "")
        if self._stored is None or self._shown is None:
            self._text.update(self._placeholder)
            self._margin.update("")
            self._draw_scrollbar()
            return
        places, muted = self.marked_places, [(fold.start, fold.end) for fold in self._folds]
        self._text.update(draw_letter(self._shown, self._stored.letter, self._quote, places, muted))
        self._margin.update(draw_margin(self._shown, self._starts, self._stored.letter, self._quote))
        self._draw_scrollbar()
        self._is_scrolling = True
        self.call_after_refresh(self._scroll_to_place)

    def _draw_scrollbar(self) -> None:
        """Show in the scrollbar's track where the marks are."""
        shown, lines = self._shown, max(len(self._starts), 1)
        quotes = list_marks(self._stored.letter) if self._stored and shown else ()
        marks = {find_line(self._starts, shown.to_shown(quote.start)) / lines for quote in quotes} if shown else set()
        # Textual means it to be set on one scrollbar, but declares it for the class.
        renderer = make_renderer(marks, lambda: self.app.theme_variables.get("attention", "ansi_default"))
        self.vertical_scrollbar.renderer = renderer  # type: ignore[misc]
        self.vertical_scrollbar.refresh()

    def _scroll_to_place(self, layouts: int = _LAYOUTS) -> None:
        """Bring the place being read to the top, or into the upper third where it was gone to.

        The text may not be laid out yet in its new height, and cannot be scrolled as far: then it is tried again after
        the next of so many layouts.
        """
        if self._shown is not None and self._text_width and self.virtual_size.height < len(self._starts) and layouts:
            self.call_after_refresh(self._scroll_to_place, layouts - 1)
            return
        if self._shown is not None and self._text_width:
            line = find_line(self._starts, self._shown.to_shown(self._reading_at))
            if self._is_at_quote:
                line -= self.scrollable_content_region.height // 3
            self._is_scrolling = True
            self.scroll_to(y=max(line, 0), animate=False, immediate=True)
        self._is_scrolling = False

    def _step(self, step: int, stops: Iterable[Quote]) -> None:
        """Go to the next of these in one direction; at the last one nothing happens."""
        marks = [quote for quote in stops if quote != self._quote]
        here = self.place_read
        # The mark at which the letter was opened is the first to go to.
        below = [quote for quote in marks if quote.start > here or (self._is_opening and quote.start == here)]
        above = [quote for quote in marks if quote.start < here]
        if step > 0 and below:
            self.go_to(below[0])
        elif step < 0 and above:
            self.go_to(above[-1])

    def _list_stops(self) -> tuple[Quote, ...]:
        """Where its reader stops: what it was found by, while that is marked, or else the figures and remarks."""
        if self._stored is None:
            return ()
        letter, places = self._stored.letter, self.marked_places
        if places is None or not places.places:
            return list_marks(letter)
        return tuple(Quote(start=start, end=end, text=letter.text[start:end]) for start, end in places.places)

    def _is_in_sight(self, quote: Quote) -> bool:
        """Whether the passage begins in sight."""
        if self._shown is None or self._is_folded_away(quote):
            return False
        line = find_line(self._starts, self._shown.to_shown(quote.start))
        return 0 <= line - self.scroll_offset.y < self.scrollable_content_region.height

    def _is_folded_away(self, quote: Quote) -> bool:
        """Whether the passage begins in what is folded away now."""
        return self._is_folded and any(fold.start <= quote.start < fold.end for fold in self._folds)
