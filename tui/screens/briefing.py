"""The briefing on the letter shown, as a page to read, copy and save."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.worker import get_current_worker

from db.errors import UpheldError
from db.export.briefing import build_briefing
from db.export.document import Document
from db.library import Library
from db.model import StoredLetter
from tui.draw.brief.page import build_page
from tui.draw.copy_text import CopiedText
from tui.draw.document import draw_document, write_text
from tui.draw.exported import PAGE_ENDINGS, name_file
from tui.draw.page_formats import choose_format, write_page
from tui.keymap import Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.fitted_text import FittedText
from tui.screens.base import RequestFailed
from tui.screens.dialog import Dialog
from tui.screens.taking_away import FileOffer, TakingAwayScreen


@dataclass
class PageMade(Message):
    """The page."""

    document: Document


class BriefingScreen(Dialog[None], TakingAwayScreen[None]):
    """Shows the page on one of a council's `letters`, and lets it be taken away."""

    CSS_PATH = "briefing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.BRIEFING)]

    def __init__(self, library: Path, letters: tuple[StoredLetter, ...], stored: StoredLetter) -> None:
        super().__init__()
        self._library = library
        self._letters = letters
        self._stored = stored
        self._document: Document | None = None

    def compose(self) -> ComposeResult:
        """The page, in a box."""
        with Vertical(id="briefing"), BriefingBox(id="briefing-box"):
            yield PageText()

    def on_mount(self) -> None:
        """Name the box, say what can be done, and ask for the other letters of the year."""
        frame = self.query_one("#briefing")
        frame.border_title = "Briefing"
        frame.border_subtitle = fill_in_keys("{briefing_copy} copies, {briefing_export} saves, {briefing_leave} closes")
        box = self.query_one(BriefingBox)
        box.loading = True
        box.focus()
        self._make_page()

    @work(thread=True, exclusive=True, group="briefing", exit_on_error=False, description="briefing")
    def _make_page(self) -> None:
        """Read the letters of the year, and make the page."""
        worker = get_current_worker()
        year = self._stored.letter.year
        try:
            with Library.ask(self._library) as library:
                of_year = library.year(year) if year is not None else ()
        except UpheldError as error:
            self.post_message(RequestFailed(str(error)))
            of_year = ()  # of the other letters nothing is said then
        document = build_page(build_briefing(self._letters, self._stored, of_year), date.today())
        if not worker.is_cancelled:
            self.post_message(PageMade(document))

    @on(PageMade)
    def _show_page(self, message: PageMade) -> None:
        """Show it."""
        message.stop()
        self._document = message.document
        box = self.query_one(BriefingBox)
        box.loading = False
        box.focus()
        self.query_one(PageText).show(message.document)

    def action_copy(self) -> None:
        """Copy the page as text."""
        if self._document is not None:
            self.copy_away(CopiedText(write_text(self._document), "the briefing"))

    def action_export(self) -> None:
        """Save the page."""
        document = self._document
        if document is not None:
            name = name_file("briefing", self._stored, "html")
            offer = FileOffer(
                "Save the briefing",
                name,
                PAGE_ENDINGS,
                lambda file_name: write_page(document, choose_format(file_name)),
            )
            self.offer_file(offer)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


class BriefingBox(VerticalScroll):
    """What the page is in, with the keys of the letter to scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in make_bindings(Group.LETTER) if binding.action.startswith(("scroll_", "page_"))
    ]


class PageText(FittedText):
    """The page, laid out for the width there is."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._document: Document | None = None

    def show(self, document: Document) -> None:
        """Show a page."""
        self._document = document
        self._lay_out(self.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out anew."""
        self._lay_out(event.size.width)

    def _lay_out(self, width: int) -> None:
        """Draw it for a width, once there is one."""
        if self._document is not None and width:
            self.update(draw_document(self._document, width))
