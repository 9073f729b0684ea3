"""The main screen's first picture: asked for before there is a screen, and shown at once, so that it is drawn once."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import events, work

from db.councils.resolve import Resolver
from db.known_libraries import keep_known
from db.model import StoredLetter
from tui.screens.destination import LetterFit, fit_any
from tui.screens.first_answer import AnswerAhead
from tui.screens.first_question import FirstAnswer, FirstQuestion, ask_first
from tui.screens.live import LibraryChanged
from tui.screens.main_panes import MainPanesScreen
from tui.screens.main_questions import CouncilsRead
from tui.second_process import NotAnswered

if TYPE_CHECKING:
    from tui.screens.welcome import WelcomeChoice

_UNTIL_WRITTEN = 0.05
"""Seconds from a picture that is drawn to one that is on the terminal, at most."""


class MainFirstScreen(MainPanesScreen):
    """The main screen with an answer that it may begin with."""

    _ahead: AnswerAhead[FirstAnswer] | None = None
    _unconfirmed: FirstQuestion | None = None
    """What was asked beforehand, of which it is not known yet whether the answer still holds."""
    _known: FirstAnswer | None = None
    """What was asked ahead, while that is shown."""
    _is_held_back = False
    _put_off: tuple[Callable[[], object], ...] = ()
    _wanted: str | None = None
    _request = 0
    _is_welcomed = False
    _council_id: int | None = None

    def ask_ahead(self, asked: FirstQuestion | None = None) -> None:
        """Ask for what the first picture shows, before there is a screen, which may wait for it a moment.

        `asked` is the same question, if it has been asked already.
        """
        self._unconfirmed = asked
        self._ahead = AnswerAhead(partial(self._ask_for_first, asked))
        self._ahead.wait_a_moment()

    def take_first(self) -> FirstAnswer | None:
        """What was asked ahead, if it is there by now: it is good once, as the library may change after."""
        first = self._ahead.take_if_there() if self._ahead else None
        if first is not None:
            self._ahead = None
        return first

    def show_first(self, first: FirstAnswer) -> None:
        """Show what was asked ahead as though it had just come."""
        self._is_held_back = True
        self._known = first
        self._show_councils(CouncilsRead(self._request, Resolver(first.entries)))
        if self._council_id is None and first.council_id is not None:
            self._choose(first.council_id)
        self._known = None
        if not first.is_whole:
            self.when_drawn(partial(self._ask_for_all_letters, first.council_id))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Take the styles as they are, which have just been worked out, and draw, if this is the first picture."""
        if self._is_held_back:
            event.refresh_styles = False
            self.call_next(self._draw_first)

    def _compositor_refresh(self) -> None:
        """Draw nothing until the panes know their sizes: there is nothing in them before. Nor while they are told."""
        if not self._is_held_back:
            super()._compositor_refresh()

    def _draw_first(self) -> None:
        """Draw the first picture, now that there are sizes, and what comes after as usual.

        The panes are told of them here, and the picture is drawn at once: Textual would tell them by events, and draw
        at the next tick of its clock, up to a sixtieth of a second after these.
        """
        resized = events.Resize(self.app.size, self.app.size)
        for pane in (self._councils, self._councils.council_list, self._statistics, self._letter, self._keys):
            pane.on_resize(resized)
        self._layout_required = self._is_held_back = False  # all is laid out, just now
        self._on_timer_update()
        self._is_held_back = True
        self.call_after_refresh(self._let_go)

    def _let_go(self) -> None:
        """Draw as usual, once those events have come: they change nothing. The next picture is that of the letter."""
        self._is_held_back = False
        self.refresh()
        self.set_timer(_UNTIL_WRITTEN, self._ask_put_off)

    def when_drawn(self, ask: Callable[[], object]) -> None:
        """Ask something that nobody waits for; not before the first picture has been written by its thread."""
        if self._is_held_back:
            self._put_off = (*self._put_off, ask)
        else:
            super().when_drawn(ask)

    def _ask_put_off(self) -> None:
        """Ask what was put off."""
        put_off, self._put_off = self._put_off, ()
        for ask in put_off:
            ask()

    def _ask_for_all_letters(self, council_id: int | None) -> None:
        """Ask for all letters of the council whose some the first picture had, if it still shows one of them."""
        if council_id is not None and council_id == self._council_id and self.is_showing(council_id):
            self._choose(council_id, self.fit_current)

    def ask_for_the_rest(self, resolver: Resolver) -> None:
        """Ask for what nobody waits for, and whether what was asked beforehand still holds."""
        asked, self._unconfirmed = self._unconfirmed, None
        if asked is not None:
            self.when_drawn(partial(self._confirm, asked))
        super().ask_for_the_rest(resolver)

    @work(thread=True, group="confirm", exit_on_error=False, description="confirm")
    def _confirm(self, asked: FirstQuestion) -> None:
        """Watch the library from now on, and follow what another program has done to it until now."""
        self.mark_read()
        if not (asked.still_holds() and self._watch.is_same()):
            self.post_message(LibraryChanged())

    def _ask_for_first(self, asked: FirstQuestion | None) -> FirstAnswer:
        """What the first picture shows; in a thread."""
        if asked is not None:
            try:
                answer = asked.take()
            except NotAnswered:
                self._unconfirmed = None
                if asked.is_ended:
                    raise
            else:
                if answer.known is not None:
                    keep_known(self._library, answer.known)
                return answer
        self.mark_read()
        return ask_first(self._library, self._wanted, self.order)

    def _open_import(self, *, samples: bool) -> None:
        """Go to the screen of imports."""
        raise NotImplementedError

    def _offer_beginning(self) -> None:
        """Offer a beginning to whoever has no letters yet, once; there is nothing to find."""
        self.set_focus(self._councils.council_list)
        if not self._is_welcomed:
            self._is_welcomed = True
            from tui.screens.welcome import WelcomeScreen

            self.app.push_screen(WelcomeScreen(), self._begin_with)

    def _begin_with(self, choice: "WelcomeChoice | None") -> None:
        """Do what was chosen to begin with."""
        from tui.screens.welcome import WelcomeChoice

        if choice in (WelcomeChoice.IMPORT, WelcomeChoice.SAMPLES):
            self._open_import(samples=choice is WelcomeChoice.SAMPLES)

    def _show_councils(self, message: CouncilsRead) -> None:
        """List the councils, and go to the one wanted."""
        raise NotImplementedError

    def _choose(self, council_id: int, fit: LetterFit = fit_any) -> None:
        """Show a council's letters, which are asked for unless they are known."""
        raise NotImplementedError

    def is_showing(self, council_id: int) -> bool:
        """Whether the letter shown is one of this council; the highlight may be ahead of it."""
        return self.current_letter is not None and self.current_letter.council_id == council_id

    def fit_current(self, stored: StoredLetter) -> int:
        """The letter shown, also if somebody has gone on to it while the letters were read anew."""
        return self.current_letter is not None and stored.id == self.current_letter.id
