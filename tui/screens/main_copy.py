"""Taking something of the letter shown elsewhere: to the clipboard, its own file to another program, its meaning."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from db.errors import UpheldError
from db.model import Quote, StoredLetter
from tui.original_copies import CannotOpen, OriginalCopies
from tui.screens.asking import ask_library
from tui.screens.base import RequestFailed
from tui.screens.layout import Pane
from tui.screens.main_panes import MainPanesScreen
from tui.screens.taking_away import FileOffer
from tui.screens.undo import UndoHistory

if TYPE_CHECKING:
    from tui.draw.copy_text import CopiedText

NOTHING_TO_COPY = "Nothing is highlighted that could be copied."


class OriginalOpened(Message):
    """A copy of a letter's file is open in another program."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class MainCopyScreen(MainPanesScreen):
    """The main screen as far as it copies and opens what it shows."""

    _letters: tuple[StoredLetter, ...]
    _current: int

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__(library, history)
        self._original_copies = OriginalCopies()

    def on_unmount(self) -> None:
        """Leave no copy behind."""
        self._original_copies.close()

    def action_copy(self) -> None:
        """Copy what is selected, or else what is highlighted in the pane in use."""
        from tui.draw.copy_text import copy_selection

        selected = self.get_selected_text()
        self._copy(copy_selection(selected) if selected else self._choose_copied())
        self.clear_selection()

    def action_copy_table(self) -> None:
        """Copy the table that the highlight stands in, or else that of the years."""
        from tui.draw.copy_text import copy_table_of_row

        row = self._statistics.highlighted_row
        key = row.key if row is not None and self._active_pane is Pane.STATISTICS else ""
        self._copy(copy_table_of_row(key, self._letters, self._current) if self._letters else None)

    def action_open_original(self) -> None:
        """Open the file of the letter shown."""
        if self._letters:
            source = self._letters[self._current].source
            self._open_original(source.name, source.sha256)

    def action_meaning(self) -> None:
        """Say what is highlighted means; from there its reader may go to the letter's own definition."""
        if not self._letters:
            return
        # What reads letters costs some 50 ms to import, which nobody who only looks should wait for.
        from db.letters.definitions import find_definitions
        from tui.draw.letter.part import MAX_SHOWN
        from tui.draw.meaning import Explained, find_subjects
        from tui.screens.meaning import MeaningScreen

        letter = self._letters[self._current].letter
        row = self._statistics.highlighted_row if self._active_pane is Pane.STATISTICS else None
        quote = self._letter.passage if self._active_pane is Pane.LETTER else row.quote if row else None
        subjects = find_subjects(letter, row.key if row else "", quote)
        # A longer text than this is no letter to define anything, and would hold up the screen.
        definitions = find_definitions(letter.text) if len(letter.text) <= MAX_SHOWN else {}
        self.app.push_screen(MeaningScreen(Explained(letter, subjects, definitions)), self._go_to_definition)

    def _go_to_definition(self, definition: Quote | None) -> None:
        """Go there in the letter, if that was wanted."""
        if definition is not None:
            self._focus_pane(Pane.LETTER)
            self._letter.go_to(definition)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a letter there is nothing to take anywhere."""
        if action in ("copy", "copy_table", "open_original", "meaning", "brief", "export"):
            return self.is_mounted and bool(self._letters)
        return super().check_action(action, parameters)

    def _choose_copied(self) -> "CopiedText | None":
        """What is highlighted in the pane in use, as it is copied."""
        from tui.draw.copy_text import copy_passage, copy_row, copy_year

        if not self._letters:
            return None
        stored = self._letters[self._current]
        if self._active_pane is Pane.LETTER:
            passage = self._letter.passage
            return copy_passage(stored, passage) if passage else None
        row = self._statistics.highlighted_row
        if self._active_pane is Pane.STATISTICS and row is not None:
            return copy_row(row.key, row.quote, self._letters, self._current)
        return copy_year(stored)

    def _copy(self, copied: "CopiedText | None") -> None:
        """Put it on the clipboard, if there is anything."""
        if copied is None:
            self.tell(NOTHING_TO_COPY)
        else:
            self.copy_away(copied)

    def action_brief(self) -> None:
        """Show one page on the letter shown."""
        if self._letters:
            # What makes the page need not be imported by who only reads.
            from tui.screens.briefing import BriefingScreen

            self.app.push_screen(BriefingScreen(self._library, self._letters, self._letters[self._current]))

    def action_export(self) -> None:
        """Save the figures of the council shown; in the letter, its words; at a number of a table, all these."""
        if not self._letters:
            return
        from tui.draw.exported import (
            TABLE_ENDINGS,
            TEXT_ENDINGS,
            name_file,
            write_counts,
            write_figures,
            write_letter,
        )

        letters, stored = self._letters, self._letters[self._current]
        row = self._statistics.highlighted_row
        if self._active_pane is Pane.LETTER:
            name = name_file("letter", stored, "txt")
            offer = FileOffer("Save the letter's words", name, TEXT_ENDINGS, lambda _name: write_letter(stored))
        elif self._active_pane is Pane.STATISTICS and row is not None and row.key.startswith("cell "):
            name = name_file("counts", stored, "csv", has_year=False)
            offer = FileOffer("Save the tables", name, TABLE_ENDINGS, lambda name: write_counts(letters, name))
        else:
            name = name_file("figures", stored, "csv", has_year=False)
            offer = FileOffer("Save the figures", name, TABLE_ENDINGS, lambda name: write_figures(letters, name))
        self.offer_file(offer)

    @work(thread=True, exclusive=True, group="original", exit_on_error=False, description="original")
    def _open_original(self, name: str, sha256: str) -> None:
        """Ask for the file's bytes, and open a copy of them."""
        try:
            with ask_library(self._library) as library:
                data = library.original(sha256)
            path = self._original_copies.write(name, sha256, data)
            self._original_copies.open(path)
        except (UpheldError, CannotOpen) as error:
            self.post_message(RequestFailed(str(error)))
        except OSError as error:
            self.post_message(RequestFailed(f"No copy of the file could be made: {error.strerror}."))
        else:
            self.post_message(OriginalOpened(path.name))

    @on(OriginalOpened)
    def _say_opened(self, message: OriginalOpened) -> None:
        """Say that it is open somewhere else."""
        message.stop()
        self.tell(f"Opened: {message.name}, a copy that is only for reading.")
