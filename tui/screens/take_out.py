"""Taking a letter's file out of the library: the person is asked first, and it can be undone."""

from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.message import Message

from db.errors import UpheldError
from db.model import StoredLetter
from tui.draw.labels import format_count
from tui.keymap_sentences import fill_in_keys
from tui.screens.asking import ask_library
from tui.screens.base import RequestFailed
from tui.screens.review_base import ReviewBaseScreen

if TYPE_CHECKING:
    from tui.screens.review_actions import TakeOut

Result = TypeVar("Result")

_PUT_BACK = "{main_undo} puts it back until upheld is closed."


class FilesRead(Message):
    """What would go with `letter`: the letters of its file; and if it is a sample, the files of all samples."""

    def __init__(self, letter: StoredLetter, inside: tuple[StoredLetter, ...], samples: tuple[str, ...]) -> None:
        super().__init__()
        self.letter = letter
        self.inside = inside
        self.samples = samples


class TakingOutScreen(ReviewBaseScreen[Result]):
    """A screen about a letter, whose file can be taken out."""

    def action_take_out(self) -> None:
        """Ask whether to take out the file of the letter shown."""
        if self.current_letter is not None and not self.is_acting:
            self.read_files(self.current_letter)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to take out only with a letter."""
        if action == "take_out":
            return self.is_mounted and self.current_letter is not None
        if action in ("undo", "redo"):  # they are not offered at the foot, and say why they do nothing
            return True
        return super().check_action(action, parameters)

    @work(thread=True, exclusive=True, group="files", exit_on_error=False, description="files")
    def read_files(self, letter: StoredLetter) -> None:
        """Ask what is in the letter's file, and which files are samples where it is one."""
        from tui.paths import SAMPLE_BEGINNING  # what reads patterns and quotes is not needed for the first picture

        try:
            with ask_library(self._library) as library:
                inside = library.letters_of_files([letter.source.sha256])
                is_sample = letter.letter.text.startswith(SAMPLE_BEGINNING)
                samples = library.sources(SAMPLE_BEGINNING) if is_sample else ()
        except UpheldError as error:
            self.post_message(RequestFailed(str(error)))
        else:
            self.post_message(FilesRead(letter, inside, tuple(source.sha256 for source in samples)))

    @on(FilesRead)
    def _ask_about_files(self, message: FilesRead) -> None:
        """Ask, unless another letter is shown by now, or another question."""
        message.stop()
        shown = self.current_letter
        if shown is None or shown.id != message.letter.id or not self.is_active:
            return
        if not message.inside:
            self.show_notice("That file is no longer in the library.", warning=True)
            return
        from tui.draw.removal_text import UNTOUCHED, describe_contents, name_files
        from tui.screens.confirm import QuestionScreen
        from tui.screens.review_actions import TakeOut

        name = name_files(message.inside)
        only = TakeOut((message.letter.source.sha256,), name, message.letter.id)
        answers: list[tuple[str, TakeOut | None]] = [("Leave everything where it is", None), (f"Take {name} out", only)]
        if len(message.samples) > 1:
            everything = f"all {format_count(len(message.samples), 'sample letter')}"
            of_samples = TakeOut(
                message.samples, format_count(len(message.samples), "sample letter"), message.letter.id
            )
            answers.append((f"Take {everything} out", of_samples))
        back = fill_in_keys(_PUT_BACK)
        sentence = f"Take {name} out of the library, with {describe_contents(message.inside)}? {UNTOUCHED} {back}"
        self.app.push_screen(QuestionScreen("Take out", sentence, answers), self._take_out)

    def _take_out(self, action: "TakeOut | None") -> None:
        """Do what was chosen."""
        if action is not None:
            self.begin_action(action)
