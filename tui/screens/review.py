"""The screen of the letters that need a person's eye: why, the text itself, and the keys that settle it."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from db.errors import UpheldError
from db.library import Library
from db.model import StoredLetter
from db.review.findings import ReviewItem
from db.text.clean import one_line
from tui.draw.review_text import explain_no_items
from tui.keymap import Group, list_commands, make_bindings
from tui.panes.fitted_text import FittedText
from tui.panes.letter import LetterPane
from tui.panes.review_list import ReviewList
from tui.screens.key_line import KeyLine
from tui.screens.layout import MEDIUM_WIDTH
from tui.screens.live import LiveScreen
from tui.screens.review_actions import Restore
from tui.screens.review_base import ActionDone, ActionShown
from tui.screens.undo import Step, UndoHistory

_LIST_DISMISSED = {
    key for command in list_commands(Group.REVIEW) if command.id == "review_dismissed" for key in command.keys
}


_ITEMS = "review-items"
"""The group of the workers that read the list."""


class ReviewResult(NamedTuple):
    """How the screen was left: whether anything was settled on it, and the letter to go to, if one."""

    changed: bool
    letter: StoredLetter | None = None


@dataclass
class ReviewItemsRead(Message):
    """All letters that need a look, and those dismissed that would, each worst first."""

    items: tuple[ReviewItem, ...]
    dismissed: tuple[ReviewItem, ...]


@dataclass
class ReviewItemsUnreadable(Message):
    """Which letters need a look cannot be read; `reason` is a sentence."""

    reason: str


@dataclass
class LetterRead(Message):
    """One letter, with its text."""

    letter: StoredLetter


@dataclass
class LetterUnreadable(Message):
    """A letter cannot be read; `reason` is a sentence."""

    letter_id: int
    reason: str


class ReviewScreen(LiveScreen[ReviewResult], Screen[ReviewResult]):
    """The list beside the letter, above it, or instead of it, whatever there is room for."""

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.REVIEW)]

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__(library, history)
        self._letter: StoredLetter | None = None
        self._is_reading = False
        self._is_changed = False
        self._items: tuple[ReviewItem, ...] = ()
        self._dismissed: tuple[ReviewItem, ...] = ()
        self._lists_dismissed = False
        self._are_items_read = False
        self._shown: ActionShown | None = None
        self._to_explain: ReviewItem | None = None

    def compose(self) -> ComposeResult:
        """The list, the letter, and a sentence for when there is neither."""
        yield FittedText("", id="no-items", markup=False)
        with Container(id="review"):
            yield ReviewList(id="review-list")
            yield LetterPane(id="review-letter", opens_at_head=True)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Ask for the letters; the frame stands meanwhile."""
        self._list.border_title = "Needs a look"
        self.query_one("#no-items").display = False
        self._list.loading = True
        self.set_focus(self._list)
        self.read_items()

    # What is asked of the library

    @work(thread=True, exclusive=True, group=_ITEMS, exit_on_error=False, description=_ITEMS)
    def read_items(self) -> None:
        """Ask for all letters that need a look."""
        worker = get_current_worker()
        self.mark_read()
        try:
            with Library.ask(self._library) as library:
                answer = ReviewItemsRead(*library.review_items())
        except UpheldError as error:
            self.post_message(ReviewItemsUnreadable(str(error)))
        else:
            if not worker.is_cancelled:
                self.post_message(answer)

    @work(thread=True, exclusive=True, group="letter", exit_on_error=False, description="letter")
    def read_letter(self, letter_id: int) -> None:
        """Ask for one letter."""
        worker = get_current_worker()
        try:
            with Library.ask(self._library) as library:
                letter = library.letter(letter_id)
        except UpheldError as error:
            self.post_message(LetterUnreadable(letter_id, str(error)))
        else:
            if not worker.is_cancelled:
                self.post_message(LetterRead(letter))

    # Answers

    @on(ReviewItemsRead)
    def _show_items(self, message: ReviewItemsRead) -> None:
        """List the letters, after something was settled with the highlight where whoever did it goes on."""
        message.stop()
        self._list.loading = False
        self._are_items_read = True
        shown, self._shown = self._shown, None
        if shown is None:
            self._show_again(message)
        else:
            self._show_after(shown, message)

    @on(ReviewItemsUnreadable)
    def _show_unreadable(self, message: ReviewItemsUnreadable) -> None:
        """Say why there is no list; one that was read before stays, with what has been settled meanwhile."""
        message.stop()
        self._list.loading = False
        shown, self._shown = self._shown, None
        if shown is not None:
            self.show_notice(f"{shown.sentences} The list cannot be read anew: {message.reason}", warning=True)
        else:
            self.query_one("#no-items", Static).update(Content(one_line(message.reason)))
            self._show_list(is_anything=False)
        self.refresh_bindings()

    @on(Worker.StateChanged)
    def _stop_waiting(self, event: Worker.StateChanged) -> None:
        """After an error nobody foresaw no list will come."""
        if event.worker.group == _ITEMS and event.state is WorkerState.ERROR:
            self._list.loading = False
            self._shown = None
            self.refresh_bindings()

    @on(LetterRead)
    def _show_letter(self, message: LetterRead) -> None:
        """Show a letter's text, if it is still the one highlighted."""
        message.stop()
        if self._list.item is not None and message.letter.id == self._list.item.letter_id:
            self._letter = message.letter
            self.query_one(LetterPane).show(message.letter)
            self._go_to_reason()
            self.refresh_bindings()

    @on(LetterUnreadable)
    def _show_no_letter(self, message: LetterUnreadable) -> None:
        """Say why there is no text, in its place: that of another letter would be taken for it."""
        message.stop()
        if self._list.item is not None and message.letter_id == self._list.item.letter_id:
            self._letter = None
            self.query_one(LetterPane).show(None, message.reason)
            self.refresh_bindings()

    @on(ActionDone)
    def _note_change(self, message: ActionDone) -> None:
        """The councils are to be read anew, whatever can be shown here."""
        message.stop()
        self._is_changed = True

    def show_action(self, message: ActionShown) -> None:
        """Ask what needs a look now; the keys wait for that, for they were meant for what is listed then."""
        self._shown = message
        self.read_items()

    @property
    def is_acting(self) -> bool:
        """Whether something is being done still, or not seen in the list yet."""
        return super().is_acting or self._shown is not None

    def follow_change(self) -> None:
        """List anew, as another program has changed the library; what is being done will be listed in any case."""
        if not self.is_acting:
            self.read_items()

    def _show_again(self, read: ReviewItemsRead) -> None:
        """Stay at the letter highlighted and in its text, if it is still listed; it may be another's by now."""
        item = self._list.item
        listed = (*read.items, *(read.dismissed if self._lists_dismissed else ()))
        is_listed = item is not None and any(each.letter_id == item.letter_id for each in listed)
        self._is_reading = self._is_reading and is_listed
        self._show(read.items, read.dismissed, item.letter_id if item else None)
        if item is not None and is_listed:
            self.read_letter(item.letter_id)

    def _show_after(self, shown: ActionShown, read: ReviewItemsRead) -> None:
        """Stay where the letter stood, or go to the one after it if it has moved."""
        letter = shown.letter
        to_highlight = self._choose_next(letter.id, shown.step, read.items) if letter else None
        stays = letter is not None and to_highlight == letter.id
        self._is_reading = self._is_reading and stays
        self._show(read.items, read.dismissed, to_highlight)
        if letter is not None and stays:
            self._show_letter(LetterRead(letter))

    def _choose_next(self, letter_id: int, step: Step, items: tuple[ReviewItem, ...]) -> int | None:
        """The letter to highlight after something was settled; None: what then stands in the same place.

        What is undone leads back to its letter. Else whoever goes through the list goes on in it, although a letter
        may stand elsewhere once its council or year is set.
        """
        now = [item.letter_id for item in items]
        if letter_id not in now:
            return None
        before = [item.letter_id for item in self._items]
        if step is Step.UNDO or letter_id not in before or before.index(letter_id) == now.index(letter_id):
            return letter_id
        following = before[before.index(letter_id) + 1 :]
        return next((each for each in following if each in now), None)

    def _show(
        self, items: tuple[ReviewItem, ...], dismissed: tuple[ReviewItem, ...], letter_id: int | None = None
    ) -> None:
        """List these letters, and highlight that of the id."""
        self._items, self._dismissed = items, dismissed
        listed = dismissed if self._lists_dismissed else ()
        self._list.show(items, letter_id, listed)
        is_anything = bool(items or listed)
        self.query_one("#no-items", Static).update(explain_no_items(len(dismissed)))
        self._show_list(is_anything=is_anything)
        if not is_anything:
            self._letter = None
        self._focus(reading=self._is_reading)
        self.refresh_bindings()

    def _show_list(self, *, is_anything: bool) -> None:
        """Show the list and the letter, or the sentence that stands in for them."""
        self.query_one("#no-items").display = not is_anything
        self.query_one("#review").display = is_anything

    # What the user does

    @property
    def current_letter(self) -> StoredLetter | None:
        """The letter highlighted, once it is here."""
        item = self._list.item
        return self._letter if item is not None and self._letter and self._letter.id == item.letter_id else None

    @on(ReviewList.ItemHighlighted)
    def _request_letter(self, message: ReviewList.ItemHighlighted) -> None:
        """Ask for the letter highlighted."""
        message.stop()
        if message.item != self._to_explain:
            self._to_explain = None
        if self.current_letter is None:
            self.read_letter(message.item.letter_id)
            self.refresh_bindings()

    @on(ReviewList.ItemChosen)
    def _explain(self, message: ReviewList.ItemChosen) -> None:
        """Go to the letter's text, to where its first reason stands if that is one place."""
        message.stop()
        self._focus(reading=True)
        self._to_explain = message.item
        self._go_to_reason()

    def _go_to_reason(self) -> None:
        """Go to the reason that was asked for, once the letter is here."""
        if self._to_explain is not None and self.current_letter is not None:
            item, self._to_explain = self._to_explain, None
            for quote in item.reasons[0].quotes[:1]:
                self.query_one(LetterPane).go_to(quote)

    def action_dismiss_letter(self) -> None:
        """Take the letter off the list, or put it back there, if that is where it was taken from."""
        if self.current_letter is not None and self._list.is_dismissed:
            self.begin_action(Restore(self.current_letter.id))
        else:
            super().action_dismiss_letter()

    def action_toggle_dismissed(self) -> None:
        """List those dismissed as well, or no longer."""
        self._lists_dismissed = not self._lists_dismissed
        item = self._list.item
        self._is_reading = self._is_reading and not self._list.is_dismissed
        self._show(self._items, self._dismissed, item.letter_id if item else None)

    def action_other_pane(self) -> None:
        """Go from the list to the text, or back."""
        self._focus(reading=not self._is_reading)

    def action_leave(self) -> None:
        """From the text to the list; from the list back to the councils."""
        if self._is_reading:
            self._focus(reading=False)
        elif not self.is_acting:  # what is being done could not be undone from elsewhere
            self.dismiss(ReviewResult(self._is_changed))

    def action_open(self) -> None:
        """Go to the letter's statistics."""
        if not self.is_acting:
            self.dismiss(ReviewResult(self._is_changed, self.current_letter))

    def on_key(self, event: events.Key) -> None:
        """Say why the key that lists those dismissed, not offered while there are none, does nothing."""
        if event.key in _LIST_DISMISSED and not self._dismissed and self._are_items_read:
            self.show_notice("No letter has been dismissed.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a letter there is none to go to, without any dismissed none to list."""
        if action in ("open", "other_pane"):
            return self.is_mounted and self.current_letter is not None
        if action == "toggle_dismissed":
            return bool(self._dismissed)
        return super().check_action(action, parameters)

    # Panes

    @property
    def _list(self) -> ReviewList:
        """The list of letters."""
        return self.query_one(ReviewList)

    def _focus(self, *, reading: bool) -> None:
        """Give the keys to the text, or to the list."""
        self._is_reading = reading
        self._arrange()
        self.set_focus(self.query_one(LetterPane) if reading else self._list)

    def _arrange(self) -> None:
        """Show both where there is room for both."""
        has_room_for_both = self.app.size.width >= MEDIUM_WIDTH
        self._list.display = has_room_for_both or not self._is_reading
        self.query_one(LetterPane).display = has_room_for_both or self._is_reading

    def on_resize(self, event: events.Resize) -> None:
        """Show what there is room for now."""
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note where the keys go, also when a click put them there; where they went before that is no news."""
        if event.widget is self.focused:
            self._is_reading = self.query_one(LetterPane) in event.widget.ancestors_with_self
