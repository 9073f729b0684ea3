"""The pane with the funnel plot of a year."""

from textual import events
from textual.widgets import Static

from db.figures.year_funnel import Funnel
from tui.draw.funnel_plot import FunnelPicture, draw_funnel, plot_funnel


class FunnelPane(Static):
    """Draws the funnel it is given, for whatever size it has; the council highlighted is named."""

    _funnel: Funnel | None = None
    _picture: FunnelPicture | None = None
    _highlighted: int | None = None
    _instead = ""

    def show(self, funnel: Funnel | None, instead: str = "") -> None:
        """Show a funnel; without one, the sentence `instead`."""
        self._funnel, self._instead = funnel, instead
        self._lay_out()

    def highlight(self, letter_id: int | None) -> None:
        """Name the council of this letter, and mark its point."""
        if letter_id != self._highlighted:
            self._highlighted = letter_id
            if self._picture is not None:
                self.update(draw_funnel(self._picture, letter_id))

    def on_resize(self, _event: events.Resize) -> None:
        """Draw it for the new size."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Draw it, if it is in sight."""
        width, height = self.content_size
        self._picture = None
        if self._funnel is None:
            self.update(self._instead)
        elif width and height:
            self._picture = plot_funnel(self._funnel, width, height)
            self.update(draw_funnel(self._picture, self._highlighted))
