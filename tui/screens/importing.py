"""The screen that brings letters in: name files, see what becomes of each, take it all back if need be."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, ProgressBar, Static
from textual.worker import get_current_worker

from db.errors import UpheldError
from db.importer import Batch, Progress, import_paths
from db.library import Library
from db.model import FileOutcome, Letter, Outcome
from db.text.reading import release
from tui.draw.labels import counted
from tui.import_session import Imports, Running
from tui.keymap import Group, bindings
from tui.panes.files import LetterTree, PathBox
from tui.panes.outcomes import OutcomePane
from tui.paths import find_starting_folder, open_sample_letters, parse_paths
from tui.screens.base import BaseScreen, Failed
from tui.screens.confirm import QuestionScreen
from tui.screens.key_line import KeyLine
from tui.screens.layout import MEDIUM_WIDTH

_BETWEEN_REPORTS = 0.1
"""Seconds: an import of thousands of files tells how far it is this often, rather than file by file."""

_IMPORTING = Lock()
"""Held while files are imported: what reads PDFs serves all imports of the program, one after the other."""

_LOW = 30
"""Lines below which the tree and the outcomes, one above the other, would both be too low to be of use."""

_LOWEST = 16
"""Lines below which the hint makes room for them too."""

_NARROWEST = 60
"""Columns below which the bar makes room for the words beside it."""

_UNTOUCHED = "Your own files are untouched."
_HINT = "Type, paste or drag in files and folders, or choose below; they are only read."


@dataclass
class Told(Message):
    """How far an import is: files done, of how many, and what became of those since the last time."""

    done: int
    total: int
    outcomes: tuple[FileOutcome, ...]


@dataclass
class Ended(Message):
    """An import has ended, by itself or because it was stopped; without a batch, it broke off."""

    batch: Batch | None


@dataclass
class Undone(Message):
    """What the last import added is out again: so many files; None where it could not be taken out."""

    files: int | None


@dataclass(frozen=True, slots=True)
class Imported:
    """How the screen was left: whether the library is another than before, and the letter to go to, if one.

    `file` is the name of the letter's file: a council's letters of one year are told apart by it.
    """

    changed: bool
    letter: Letter | None = None
    file: str | None = None


class ImportScreen(BaseScreen[Imported]):
    """Names files, imports them, shows outcomes: at first those of the last import, if there was one.

    `imports` is what is remembered of them once the screen is left. `samples`: begin at once with the sample letters.
    """

    CSS_PATH = "importing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.IMPORT)]

    def __init__(self, library: Path, imports: Imports, *, samples: bool = False) -> None:
        super().__init__()
        self._library = library
        self._imports = imports
        self._samples = samples
        self._stop: Event | None = None
        self._is_undoing = False
        self._changed = False

    def compose(self) -> ComposeResult:
        """What to do, the box, the tree beside the outcomes, and how far the import is."""
        yield Static(_HINT, id="hint", markup=False)
        yield PathBox(placeholder="for example ~/Downloads/letters", select_on_focus=False, id="paths")
        with Horizontal(id="choose"):
            yield LetterTree(find_starting_folder(), id="tree")
            yield OutcomePane(id="outcomes")
        with Horizontal(id="progress"):
            yield ProgressBar(show_eta=False, id="bar")
            yield Static("", id="status", markup=False)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Wait in the box for paths, or begin with the samples."""
        self.query_one(PathBox).border_title = "Import"
        self._outcomes.begin()
        self.query_one("#bar").display = False
        if (shown := self._imports.shown) is not None:
            self._outcomes.show(shown.outcomes, shown.passed_over, self._imports.place)
            self._show(_ending_before(self._imports), busy=False)
        self.set_focus(self._outcomes if self._samples else self.query_one(PathBox))
        if self._samples and (stop := self._begin()):
            self._import(open_sample_letters(), stop)

    def on_unmount(self) -> None:
        """Whoever goes back or quits waits for nothing: the import stops, and so does a PDF that is being read."""
        self._imports.running = None
        if self._stop is not None:
            self._stop.set()
        let_go = release if self._stop is not None else _release_between_imports
        Thread(target=let_go, name="release", daemon=True).start()

    # What is done in threads

    @work(thread=True, exclusive=True, group="import", exit_on_error=False, description="import")
    def _import(self, named: AbstractContextManager[Sequence[Path]], stop: Event) -> None:
        """Import the files and folders that `named` gives, for as long as it lends them."""
        worker = get_current_worker()
        reports = _Reports(self)
        batch = None
        try:
            with named as paths, _IMPORTING:
                batch = import_paths(
                    self._library,
                    paths,
                    on_file=reports.take,
                    cancelled=lambda: stop.is_set() or worker.is_cancelled,
                )
        except UpheldError as error:
            self.post_message(Failed(str(error)))
        finally:
            reports.send()
            self.post_message(Ended(batch))

    @work(thread=True, exclusive=True, group="undo", exit_on_error=False, description="undo")
    def _undo(self, batch: Batch) -> None:
        """Take out what an import added."""
        removed = None
        try:
            with Library.open(self._library) as library:
                removed = library.remove_files(batch.sha256s)
        except UpheldError as error:
            self.post_message(Failed(str(error)))
        finally:
            self.post_message(Undone(removed))

    # What the user does

    @on(Input.Submitted)
    def _import_typed(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            self.say("Name a file or a folder first, or go to the tree with Tab and choose one.")
        elif stop := self._begin():
            # The keys stay in the box, where nothing typed is a command, and what is typed next replaces this.
            self.query_one(PathBox).action_select_all()
            self._import(_written(event.value), stop)

    @on(LetterTree.Chosen)
    def _import_chosen(self, event: LetterTree.Chosen) -> None:
        event.stop()
        if stop := self._begin():
            if self._is_room_for_one:  # what becomes of the files would be out of sight
                self.set_focus(self._outcomes)
            self._import(nullcontext((event.path,)), stop)

    @on(OutcomePane.LetterChosen)
    def _go_to_letter(self, event: OutcomePane.LetterChosen) -> None:
        """Leave for the letter's statistics, once the import is done."""
        event.stop()
        if not self._is_busy():
            self._leave(event.letter)

    def _leave(self, letter: Letter | None = None) -> None:
        """Go back, or to that letter; whoever comes again finds the outcomes where they left them."""
        self._imports.place = self._outcomes.highlighted
        self.dismiss(Imported(self._changed, letter, self._imports.file_of(letter)))

    def _is_busy(self) -> bool:
        """Whether an import or its undoing is still running, which is then said."""
        if self._stop is not None:
            self.say("An import is running. Esc stops it.", warning=True)
        elif self._is_undoing:
            self.say("The last import is just being taken out again.", warning=True)
        return self._stop is not None or self._is_undoing

    def _begin(self) -> Event | None:
        """Make ready for an import; None while another one runs."""
        if self._is_busy():
            return None
        self._stop = Event()
        self._imports.running = Running()
        self._outcomes.begin()
        self._arrange()
        self.query_one("#bar", ProgressBar).update(total=None, progress=0)
        self._show("Reading. Esc stops.", busy=True)
        return self._stop

    def action_leave(self) -> None:
        """Stop the import that is running, else go back."""
        if self._stop is not None:
            self._stop.set()
            self._show("Stopping after the file in hand.", busy=True)
        elif not self._is_busy():
            self._leave()

    def action_undo(self) -> None:
        """Ask whether to take out what was added last: that may have been much."""
        batch = self._imports.added
        if batch is not None:
            sentence = f"Take the {counted(batch.added, 'file')} added last out of the library again?"
            title, no, yes = "Undo the import", "Leave what was added where it is", "Take it out again"
            question = QuestionScreen(title, f"{sentence} {_UNTOUCHED}", no=no, yes=yes)
            self.app.push_screen(question, partial(self._take_out, batch))

    def _take_out(self, batch: Batch, is_wanted: bool | None) -> None:
        if is_wanted and not self._is_busy():
            self._is_undoing = True
            self._undo(batch)
            self.refresh_bindings()

    def action_to_list(self) -> None:
        """Go to the outcomes; while there are none, to the tree."""
        self.set_focus(self._outcomes if self._outcomes.options else self.query_one(LetterTree))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to undo only after an import that added something."""
        return action != "undo" or (self._imports.added is not None and self._stop is None and not self._is_undoing)

    # What the threads tell

    @on(Told)
    def _show_progress(self, message: Told) -> None:
        message.stop()
        self._changed = self._changed or any(each.outcome is Outcome.ADDED for each in message.outcomes)
        self._outcomes.add(message.outcomes)
        self._arrange()
        self.query_one("#bar", ProgressBar).update(total=message.total, progress=message.done)
        if self._stop is not None:
            self._imports.running = Running(message.done, message.total)
        if self._stop is not None and not self._stop.is_set():
            self._show(f"{message.done:,} of {counted(message.total, 'file')}. Esc stops.", busy=True)

    @on(Ended)
    def _show_end(self, message: Ended) -> None:
        message.stop()
        self._stop = None
        self._imports.ended(message.batch)
        self._outcomes.end(message.batch.passed_over if message.batch else 0)
        self._show(_ending(message.batch), busy=False)
        self.refresh_bindings()

    @on(Undone)
    def _show_undone(self, message: Undone) -> None:
        message.stop()
        self._is_undoing = False
        self.refresh_bindings()
        if message.files is None:
            return
        self._changed = True
        self._imports.undone()
        self._outcomes.begin()
        self._arrange()
        self.query_one(PathBox).action_end()  # the path stands for whoever wants it again: nothing typed replaces it
        self._show(f"{counted(message.files, 'file')} taken out again. {_UNTOUCHED}", busy=False)

    # What is in sight

    @property
    def _outcomes(self) -> OutcomePane:
        return self.query_one(OutcomePane)

    @property
    def _is_room_for_one(self) -> bool:
        """Whether the tree and the outcomes stand one above the other, with too few lines for both."""
        return self.app.size.width < MEDIUM_WIDTH and self.app.size.height < _LOW

    def _arrange(self) -> None:
        """Show the tree and the outcomes where there is room for both; else one of them, the outcomes if any.

        The other has no height then, rather than being gone: Tab still leads to it, and so brings it in sight.
        """
        tree, outcomes = self.query_one(LetterTree), self._outcomes
        are_outcomes = outcomes.has_focus or (bool(outcomes.options) and not tree.has_focus)
        tree.set_class(self._is_room_for_one and are_outcomes, "-away")
        outcomes.set_class(self._is_room_for_one and not are_outcomes, "-away")
        self.query_one("#hint").display = self.app.size.height >= _LOWEST
        self.set_class(self.app.size.width < _NARROWEST, "-narrowest")

    def on_resize(self, event: events.Resize) -> None:
        """Show what there is room for now."""
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what the keys go to."""
        self._arrange()

    def _show(self, status: str, *, busy: bool) -> None:
        """Say how far things are."""
        self.query_one("#status", Static).update(Content(status))
        self.query_one("#bar").display = busy


@contextmanager
def _written(text: str) -> Iterator[tuple[Path, ...]]:
    """What the text of the box names."""
    yield parse_paths(text)


def _ending(batch: Batch | None) -> str:
    """How an import ended, and what can be done now."""
    if batch is None:
        return "The import broke off. What is listed as added is in."
    ended = "Stopped; what is listed is done." if batch.cancelled else "Done."
    return f"{ended} u in the list takes it out again; Esc goes back." if batch.added else f"{ended} Esc goes back."


def _ending_before(imports: Imports) -> str:
    """What can be done about an import before, when its outcomes are shown again."""
    undo = "u in the list takes out what was added; " if imports.added else ""
    return f"The last import. {undo}Esc goes back."


def _release_between_imports() -> None:
    """End what reads PDFs, unless another import has begun to need it by now; then that is waited for."""
    with _IMPORTING:
        release()


class _Reports:
    """Gathers what becomes of files in the thread of an import, and posts it a few times a second."""

    def __init__(self, screen: ImportScreen) -> None:
        self._screen = screen
        self._outcomes: list[FileOutcome] = []
        self._done = self._total = 0
        self._sent = 0.0

    def take(self, progress: Progress) -> None:
        """Note one file, or how many there are."""
        self._done, self._total = progress.done, progress.total
        if progress.outcome is not None:
            self._outcomes.append(progress.outcome)
        if monotonic() - self._sent >= _BETWEEN_REPORTS:
            self.send()

    def send(self) -> None:
        """Post what has been gathered."""
        self._screen.post_message(Told(self._done, self._total, tuple(self._outcomes)))
        self._outcomes.clear()
        self._sent = monotonic()
