"""What screens share that let something be taken away: to the clipboard, or to a file that its reader names."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual import on, work
from textual.message import Message

from db.text.clean import one_line
from tui.screens.base import BaseScreen, RequestFailed
from tui.screens.key_line import KeyLine

if TYPE_CHECKING:
    from tui.draw.copy_text import CopiedText

Result = TypeVar("Result")


class FileOffer(NamedTuple):
    """What can be saved: `title` names it, `name` is the file's name unless another is typed.

    `endings` are those that say what kind of file it is to be, each with a word on it. `write` makes its text for a
    file of that name, in a thread.
    """

    title: str
    name: str
    endings: tuple[tuple[str, str], ...]
    write: Callable[[str], str]


class CopiedByTool(Message):
    """A text is on the clipboard: the system's own tool has taken it."""

    def __init__(self, copied: "CopiedText") -> None:
        super().__init__()
        self.copied = copied


class FileSaved(Message):
    """A file is written."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class FileInTheWay(Message):
    """There is a file of that name already; `reason` says so."""

    def __init__(self, offer: FileOffer, path: Path, reason: str) -> None:
        super().__init__()
        self.offer = offer
        self.path = path
        self.reason = reason


class TakingAwayScreen(BaseScreen[Result]):
    """A screen of which something can be copied and saved."""

    def copy_away(self, copied: "CopiedText") -> None:
        """Put a text on the clipboard, and say what it was.

        The terminal, which is asked for it, answers nothing: that it was copied is said once a tool has taken it.
        """
        from db.text.harmless import mask_text

        copied = replace(copied, text=mask_text(copied.text))  # a terminal acts on what is pasted, too
        self.app.copy_to_clipboard(copied.text)
        self.tell(copied.sent_notice)
        self._copy_with_tool(copied)

    @work(thread=True, exclusive=True, group="clipboard", exit_on_error=False, description="clipboard")
    def _copy_with_tool(self, copied: "CopiedText") -> None:
        """Give it to the system's own tool too, where nobody waits for that."""
        from tui.clipboard import copy_with_tool, find_tool

        if copy_with_tool(copied.text, find_tool()):
            self.post_message(CopiedByTool(copied))

    @on(CopiedByTool)
    def _say_copied(self, message: CopiedByTool) -> None:
        """Say that it is on the clipboard; not to a reader who has gone on to something else."""
        message.stop()
        lines = self.query(KeyLine)
        if not lines or lines.first().told == message.copied.sent_notice:
            self.tell(message.copied.notice)

    def offer_file(self, offer: FileOffer) -> None:
        """Ask where to save it, and save it there."""
        from tui.screens.save_as import SaveAsScreen

        def save(path: Path | None) -> None:
            """Save it, if a file was named."""
            if path is not None:
                self._save(offer, path, may_replace=False)

        self.app.push_screen(SaveAsScreen(offer.title, offer.name, offer.endings), save)

    @work(thread=True, exclusive=True, group="save", exit_on_error=False, description="save")
    def _save(self, offer: FileOffer, path: Path, *, may_replace: bool) -> None:
        """Make the text and write it."""
        from tui.saved_file import AlreadyThere, CannotSave, save_text

        try:
            save_text(path, offer.write(path.name), may_replace=may_replace)
        except AlreadyThere as there:
            self.post_message(FileInTheWay(offer, path, str(there)))
        except CannotSave as error:
            self.post_message(RequestFailed(str(error)))
        else:
            self.post_message(FileSaved(path))

    @on(FileInTheWay)
    def _ask_to_replace(self, message: FileInTheWay) -> None:
        """Ask before another file is lost."""
        message.stop()

        def answer(is_wanted: bool | None) -> None:
            """Replace it, or leave everything as it is."""
            if is_wanted:
                self._save(message.offer, message.path, may_replace=True)
            else:
                self.tell("Nothing was written.")

        from tui.screens.confirm import ConfirmScreen

        question = ConfirmScreen("Replace the file?", message.reason, no="Leave it as it is", yes="Replace it")
        self.app.push_screen(question, answer)

    @on(FileSaved)
    def _say_saved(self, message: FileSaved) -> None:
        """Say where it is."""
        message.stop()
        self.tell(f"Saved: {one_line(str(message.path))}")
