"""What every screen does: say in a sentence what went wrong, and fit the terminal when it comes back."""

from typing import NamedTuple

from textual import events, on
from textual.message import Message
from textual.worker import Worker, WorkerState

from db.text.clean import one_line
from tui.screens.key_line import KeyLine
from tui.screens.leavable import LeavableScreen
from tui.screens.part import Result


class RequestFailed(Message):
    """What was asked of the library failed; `reason` is a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class _PendingNotice(NamedTuple):
    """A notice that waits until nothing is in front any more."""

    sentence: str
    is_warning: bool


class BaseScreen(LeavableScreen[Result]):
    """A screen of upheld.

    Only screens ask the library, always in a thread: a method with `@work(thread=True, exclusive=True,
    group=..., exit_on_error=False, description=...)` opens its own library, touches no widget, and posts a
    message that says what it answers, so that an answer nobody waits for any more can be dropped.
    """

    _pending_notice: _PendingNotice | None = None

    def on_compose(self) -> None:
        """Have the first picture laid out for the width there is: Textual names that only with the resize after it.

        Said before anything stands on the screen, it has the styles worked out once for all that does.
        """
        for least, name in sorted(self.app.HORIZONTAL_BREAKPOINTS or (), reverse=True):
            if self.app.size.width >= least:
                self.add_class(name)
                return

    def show_notice(self, sentence: str, *, warning: bool = False) -> None:
        """Tell the user something for a few seconds; it may hold a file's name, so it is made harmless.

        It takes the place of the notice before: a key held down must not cover the screen with notices. Nor must
        it cover a dialog in front that it is not about: then it waits until that has gone.
        """
        if not self.is_active:
            self._pending_notice = _PendingNotice(sentence, warning)
            return
        self.app.clear_notifications()
        self.notify(one_line(sentence), severity="warning" if warning else "information", markup=False)

    def tell(self, sentence: str) -> None:
        """Say in the line of keys what was done, or why not, over no figure; on a screen without one, in a notice."""
        lines = self.query(KeyLine)
        if lines:
            lines.first().tell(sentence)
        else:
            self.show_notice(sentence)

    def let_go_at_leaving(self) -> None:
        """Let go of its pictures: Textual says that it is left only once the one below is drawn, and both were held."""
        self._let_go_of_pictures(is_in_sight=False)

    def on_screen_suspend(self) -> None:
        """Let go of what is kept of its pictures: a dialog in front leaves the screen to be seen."""
        if self in self.app.screen_stack:  # one that is left has done so
            self._let_go_of_pictures(is_in_sight=self.app.screen.is_modal)

    def _let_go_of_pictures(self, *, is_in_sight: bool) -> None:
        """Let go of them as it goes behind another screen, or for good."""
        from tui.letting_go import let_go_of_pictures  # the first picture leaves no screen

        let_go_of_pictures(self, is_in_sight=is_in_sight)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Take the size of the terminal, which may have changed while another screen was in front; show what waits."""
        if self.is_attached:
            self.post_message(events.Resize(self.app.size, self.app.size))
        if self._pending_notice is not None:
            pending, self._pending_notice = self._pending_notice, None
            self.show_notice(pending.sentence, warning=pending.is_warning)

    @on(RequestFailed)
    def _show_failure(self, message: RequestFailed) -> None:
        """Say why."""
        message.stop()
        self.show_notice(message.reason, warning=True)

    @on(Worker.StateChanged)
    def _record_error(self, event: Worker.StateChanged) -> None:
        """An error nobody foresaw goes to the log, and a sentence to the user."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            from tui.crash_log import record

            self.show_notice(record(event.worker.error), warning=True)
