"""The screen of the letters that need a person's eye: why, the text itself, and the keys that settle it."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from db.errors import UpheldError
from db.library import Library
from db.model import ReviewItem, StoredLetter
from db.text.clean import one_line
from tui.draw.review_text import nothing_needs_a_look
from tui.keymap import Group, bindings, commands
from tui.panes.letter import LetterPane
from tui.panes.review_list import LooksPane
from tui.screens.key_line import KeyLine
from tui.screens.layout import MEDIUM_WIDTH
from tui.screens.review_actions import History, ListAgain, Step
from tui.screens.review_base import Done, Settled, SettlingScreen

_LIST_DISMISSED = {key for command in commands(Group.LOOK) if command.id == "look_dismissed" for key in command.keys}


@dataclass(frozen=True, slots=True)
class Looked:
    """How the screen was left: whether anything was settled on it, and the letter to go to, if one."""

    changed: bool
    letter: StoredLetter | None = None


@dataclass
class LooksRead(Message):
    """All letters that need a look, and those dismissed that would, each worst first."""

    looks: tuple[ReviewItem, ...]
    dismissed: tuple[ReviewItem, ...]


@dataclass
class LooksUnreadable(Message):
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


class NeedsLookScreen(SettlingScreen[Looked]):
    """The list beside the letter, above it, or instead of it, whatever there is room for."""

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.LOOK)]

    def __init__(self, library: Path, history: History) -> None:
        super().__init__(library, history)
        self._letter: StoredLetter | None = None
        self._is_reading = False
        self._is_changed = False
        self._looks: tuple[ReviewItem, ...] = ()
        self._dismissed: tuple[ReviewItem, ...] = ()
        self._with_dismissed = False
        self._are_read = False
        self._settled: Settled | None = None
        self._to_explain: ReviewItem | None = None

    def compose(self) -> ComposeResult:
        """The list, the letter, and a sentence for when there is neither."""
        yield Static("", id="nothing", markup=False)
        with Container(id="looking"):
            yield LooksPane(id="looks", markup=False)
            yield LetterPane(id="look-letter")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Ask for the letters; the frame stands meanwhile."""
        self._list.border_title = "Needs a look"
        self.query_one("#nothing").display = False
        self._list.loading = True
        self.set_focus(self._list)
        self.read_looks()

    # What is asked of the library

    @work(thread=True, exclusive=True, group="looks", exit_on_error=False, description="looks")
    def read_looks(self) -> None:
        """Ask for all letters that need a look."""
        worker = get_current_worker()
        try:
            with Library.open(self._library) as library:
                answer = LooksRead(library.needs_look(), library.dismissed())
        except UpheldError as error:
            self.post_message(LooksUnreadable(str(error)))
        else:
            if not worker.is_cancelled:
                self.post_message(answer)

    @work(thread=True, exclusive=True, group="letter", exit_on_error=False, description="letter")
    def read_letter(self, letter_id: int) -> None:
        """Ask for one letter."""
        worker = get_current_worker()
        try:
            with Library.open(self._library) as library:
                letter = library.letter(letter_id)
        except UpheldError as error:
            self.post_message(LetterUnreadable(letter_id, str(error)))
        else:
            if not worker.is_cancelled:
                self.post_message(LetterRead(letter))

    # Answers

    @on(LooksRead)
    def _show_looks(self, message: LooksRead) -> None:
        message.stop()
        self._list.loading = False
        self._are_read = True
        settled, self._settled = self._settled, None
        if settled is None:
            self._show(message.looks, message.dismissed)
        else:
            self._show_after(settled, message)

    @on(LooksUnreadable)
    def _explain(self, message: LooksUnreadable) -> None:
        """Say why there is no list; one that was read before stays, with what has been settled meanwhile."""
        message.stop()
        self._list.loading = False
        settled, self._settled = self._settled, None
        if settled is not None:
            self.say(f"{settled.told} The list cannot be read anew: {message.reason}", warning=True)
        else:
            self.query_one("#nothing", Static).update(Content(one_line(message.reason)))
            self._show_list(is_anything=False)
        self.refresh_bindings()

    @on(Worker.StateChanged)
    def _wait_no_longer(self, event: Worker.StateChanged) -> None:
        """After an error nobody foresaw no list will come."""
        if event.worker.group == "looks" and event.state is WorkerState.ERROR:
            self._list.loading = False
            self._settled = None
            self.refresh_bindings()

    @on(LetterRead)
    def _show_letter(self, message: LetterRead) -> None:
        message.stop()
        if self._list.look is not None and message.letter.id == self._list.look.letter_id:
            self._letter = message.letter
            self.query_one(LetterPane).show(message.letter)
            self._go_to_explained()
            self.refresh_bindings()

    @on(LetterUnreadable)
    def _show_none(self, message: LetterUnreadable) -> None:
        """Say why there is no text, in its place: that of another letter would be taken for it."""
        message.stop()
        if self._list.look is not None and message.letter_id == self._list.look.letter_id:
            self._letter = None
            self.query_one(LetterPane).show(None, message.reason)
            self.refresh_bindings()

    @on(Done)
    def _note_change(self, message: Done) -> None:
        """The councils are to be read anew, whatever can be shown here."""
        message.stop()
        self._is_changed = True

    def settled(self, message: Settled) -> None:
        """Ask what needs a look now; the keys wait for that, for they were meant for what is listed then."""
        self._settled = message
        self.read_looks()

    @property
    def is_settling(self) -> bool:
        """Whether something is in hand still, or not seen in the list yet."""
        return super().is_settling or self._settled is not None

    def _show_after(self, settled: Settled, read: LooksRead) -> None:
        """Stay where the letter stood, or go to the one after it if it has moved."""
        to_highlight = self._after(settled, read.looks)
        self._is_reading = self._is_reading and to_highlight == settled.letter.id
        self._show(read.looks, read.dismissed, to_highlight)
        if to_highlight == settled.letter.id:
            self._show_letter(LetterRead(settled.letter))

    def _after(self, settled: Settled, looks: tuple[ReviewItem, ...]) -> int | None:
        """The letter to highlight after something was settled; None: what then stands in the same place.

        What is undone leads back to its letter. Else whoever goes through the list goes on in it, although a letter
        may stand elsewhere once its council or year is set.
        """
        now = [look.letter_id for look in looks]
        if settled.letter.id not in now:
            return None
        before = [look.letter_id for look in self._looks]
        place = now.index(settled.letter.id)
        if settled.step is Step.UNDO or settled.letter.id not in before or before.index(settled.letter.id) == place:
            return settled.letter.id
        following = before[before.index(settled.letter.id) + 1 :]
        return next((letter_id for letter_id in following if letter_id in now), None)

    def _show(
        self, looks: tuple[ReviewItem, ...], dismissed: tuple[ReviewItem, ...], letter_id: int | None = None
    ) -> None:
        self._looks, self._dismissed = looks, dismissed
        listed = dismissed if self._with_dismissed else ()
        self._list.show(looks, letter_id, listed)
        is_anything = bool(looks or listed)
        self.query_one("#nothing", Static).update(nothing_needs_a_look(len(dismissed)))
        self._show_list(is_anything=is_anything)
        if not is_anything:
            self._letter = None
        self._read(reading=self._is_reading)
        self.refresh_bindings()

    def _show_list(self, *, is_anything: bool) -> None:
        """Show the list and the letter, or the sentence that stands in for them."""
        self.query_one("#nothing").display = not is_anything
        self.query_one("#looking").display = is_anything

    # What the user does

    @property
    def in_hand(self) -> StoredLetter | None:
        """The letter highlighted, once it is here."""
        look = self._list.look
        return self._letter if look is not None and self._letter and self._letter.id == look.letter_id else None

    @on(LooksPane.LookHighlighted)
    def _ask_for_letter(self, message: LooksPane.LookHighlighted) -> None:
        message.stop()
        if message.look != self._to_explain:
            self._to_explain = None
        if self.in_hand is None:
            self.read_letter(message.look.letter_id)
            self.refresh_bindings()

    @on(LooksPane.LookChosen)
    def _go_to_reason(self, message: LooksPane.LookChosen) -> None:
        """Go to the letter's text, to where its first reason stands if that is one place."""
        message.stop()
        self._read(reading=True)
        self._to_explain = message.look
        self._go_to_explained()

    def _go_to_explained(self) -> None:
        """Go to the reason that was asked for, once the letter is here."""
        if self._to_explain is not None and self.in_hand is not None:
            look, self._to_explain = self._to_explain, None
            quotes = {doubt.message: doubt.quotes for doubt in self.in_hand.warnings}
            for quote in quotes.get(look.reasons[0], ())[:1]:
                self.query_one(LetterPane).go_to(quote)

    def action_settle_as_fine(self) -> None:
        """Take the letter in hand off the list, or put it back there, if that is where it was taken from."""
        if self.in_hand is not None and self._list.is_dismissed:
            self.begin(ListAgain(self.in_hand.id))
        else:
            super().action_settle_as_fine()

    def action_show_dismissed(self) -> None:
        """List those dismissed as well, or no longer."""
        self._with_dismissed = not self._with_dismissed
        look = self._list.look
        self._is_reading = self._is_reading and not self._list.is_dismissed
        self._show(self._looks, self._dismissed, look.letter_id if look else None)

    def action_other_pane(self) -> None:
        """Go from the list to the text, or back."""
        self._read(reading=not self._is_reading)

    def action_leave(self) -> None:
        """From the text to the list; from the list back to the councils."""
        if self._is_reading:
            self._read(reading=False)
        elif not self.is_settling:  # what is in hand could not be undone from elsewhere
            self.dismiss(Looked(self._is_changed))

    def action_open(self) -> None:
        """Go to the letter's statistics."""
        if not self.is_settling:
            self.dismiss(Looked(self._is_changed, self.in_hand))

    def on_key(self, event: events.Key) -> None:
        """Say why the key that lists those dismissed, not offered while there are none, does nothing."""
        if event.key in _LIST_DISMISSED and not self._dismissed and self._are_read:
            self.say("No letter has been dismissed.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a letter there is none to go to, without any dismissed none to list."""
        if action in ("open", "other_pane"):
            return self.is_mounted and self.in_hand is not None
        if action == "show_dismissed":
            return bool(self._dismissed)
        return super().check_action(action, parameters)

    # Panes

    @property
    def _list(self) -> LooksPane:
        return self.query_one(LooksPane)

    def _read(self, *, reading: bool) -> None:
        """Give the keys to the text, or to the list."""
        self._is_reading = reading
        self._arrange()
        self.set_focus(self.query_one(LetterPane) if reading else self._list)

    def _arrange(self) -> None:
        """Show both where there is room for both."""
        are_both = self.app.size.width >= MEDIUM_WIDTH
        self._list.display = are_both or not self._is_reading
        self.query_one(LetterPane).display = are_both or self._is_reading

    def on_resize(self, event: events.Resize) -> None:
        """Show what there is room for now."""
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note where the keys go, also when a click put them there."""
        self._is_reading = self.query_one(LetterPane) in event.widget.ancestors_with_self
