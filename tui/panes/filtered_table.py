"""A table of councils with a line at its foot: what is typed there leaves only some of them."""

from textual import on
from textual.containers import Vertical

from tui.panes.find_line import FindLine
from tui.panes.line_list import LineList


class FilteredTable(Vertical):
    """The pane of such a table. It says which list has its rows, and lists what words leave of them."""

    @property
    def line_list(self) -> LineList:
        """The rows."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """What is typed to leave only some councils."""
        return self.query_one(FindLine).words

    def filter(self, words: str) -> None:
        """List what these words leave."""
        raise NotImplementedError

    def find(self) -> None:
        """Open the line to type in."""
        self.query_one(FindLine).open()

    def show_all(self) -> bool:
        """Have nothing typed any more; whether there was anything."""
        had_any = bool(self.words)
        self.query_one(FindLine).close()
        if had_any:
            self.filter("")
        return had_any

    @on(FindLine.WordsChanged)
    def _take_words(self, message: FindLine.WordsChanged) -> None:
        """Leave only what the words fit."""
        message.stop()
        self.filter(message.words)

    @on(FindLine.Accepted)
    def _go_to_list(self, message: FindLine.Accepted) -> None:
        """Give the keys to what is left."""
        message.stop()
        line = self.query_one(FindLine)
        if not line.words:
            line.close()
        self.screen.set_focus(self.line_list)

    @on(FindLine.Stepped)
    def _step(self, message: FindLine.Stepped) -> None:
        """Move the highlight while the letters typed go on coming to the box."""
        message.stop()
        if message.step > 0:
            self.line_list.action_cursor_down()
        else:
            self.line_list.action_cursor_up()

    @on(FindLine.Closed)
    def _close_line(self, message: FindLine.Closed) -> None:
        """Show all again."""
        message.stop()
        self.show_all()
        self.screen.set_focus(self.line_list)
