"""What can be left, by a key or for a result: every screen, and the dialogs in front of them."""

from textual.await_complete import AwaitComplete

from tui.screens.part import Result, ScreenPart


class LeavableScreen(ScreenPart[Result]):
    """A screen that takes itself away, and nothing else."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go back with a result, unless this screen has gone already or something else is in front of it.

        Of two keys typed at once the second comes before what the first led to; Textual then takes away whatever is
        in front, and the program ends where that is the last screen.
        """
        if self.is_active:
            going = super().dismiss(result)
            self.let_go_at_leaving()
            return going
        nothing: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]  # Textual gives it no type
        return nothing

    def let_go_at_leaving(self) -> None:
        """Let go of what is held only while it is shown, before the screen below is drawn anew."""
