"""The screen that brings letters in: name files, see what becomes of each, take it all back if need be."""

from asyncio import sleep
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Lock, Thread
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input, ProgressBar, Static
from textual.worker import get_current_worker

from db.errors import UpheldError
from db.importer import ImportReport, import_paths
from db.library import Library
from db.model import Letter
from db.outcome import Outcome
from db.reading_process.guarded import release
from tui.collecting import search_what_is_new
from tui.draw.labels import WAITING, format_count
from tui.import_session import ImportSession, RunningImport
from tui.keymap import Command, Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.files import LetterTree, PathBox
from tui.panes.outcomes import OutcomePane
from tui.panes.status_line import StatusLine
from tui.path_completion import complete_path, format_choices
from tui.paths import find_folder_of, find_starting_folder, open_sample_letters, parse_paths
from tui.screens.base import BaseScreen, RequestFailed
from tui.screens.confirm import ConfirmScreen
from tui.screens.import_progress import ImportEnded, ImportProgressed, ImportUndone, PathCompleted, ProgressReporter
from tui.screens.key_line import KeyLine
from tui.screens.layout import MEDIUM_WIDTH

_IMPORTING = Lock()
"""Held while files are imported: what reads PDFs serves all imports of the program, one after the other."""

_MIN_LINES_FOR_BOTH = 30
"""Lines below which the tree and the outcomes, one above the other, would both be too low to be of use."""

_MIN_LINES_FOR_HINT = 16
"""Lines below which the hint makes room for them too."""

_MIN_COLUMNS_FOR_BAR = 50
"""Columns below which the bar makes room for the words beside it."""

_UNTOUCHED = "Your own files are untouched."
_HINT = "Type, paste or drag in files and folders, or choose below; they are only read."


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How the screen was left: whether the library is another than before, and the letter to go to, if one.

    `file` is the name of the letter's file: a council's letters of one year are told apart by it.
    """

    changed: bool
    letter: Letter | None = None
    file: str | None = None


class ImportScreen(BaseScreen[ImportResult], Screen[ImportResult]):
    """Names files, imports them, shows outcomes: at first those of the last import, if there was one.

    `session` is what is remembered of them once the screen is left. `samples`: begin at once with the sample letters.
    """

    CSS_PATH = "importing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.IMPORT)]

    def __init__(self, library: Path, session: ImportSession, *, samples: bool = False) -> None:
        super().__init__()
        self._library = library
        self._session = session
        self._samples = samples
        self._stop: Event | None = None
        self._is_undoing = False
        self._changed = False
        self._undecided: str | None = None

    def compose(self) -> ComposeResult:
        """What to do, the box, the tree beside the outcomes, and how far the import is."""
        yield Static(_HINT, id="hint", markup=False)
        yield PathBox(placeholder="for example ~/Downloads/letters", select_on_focus=False, id="paths")
        with Horizontal(id="choose"):
            yield LetterTree(find_starting_folder(), id="tree")
            yield OutcomePane(id="outcomes")
        with Horizontal(id="progress"):
            yield ProgressBar(show_eta=False, id="bar")
            yield StatusLine(id="status", markup=False)
        keys = KeyLine(id="keys")
        keys.name_key = self._name_key
        yield keys

    def on_mount(self) -> None:
        """Wait in the box for paths, or begin with the samples."""
        self.query_one(PathBox).border_title = "Import"
        self._outcomes.begin()
        self.query_one("#bar").display = False
        if (last := self._session.last) is not None:
            self._outcomes.show(last.outcomes, last.passed_over_paths, self._session.highlighted)
            self._show_status(_describe_earlier_end(self._session), busy=False)
        self.set_focus(self._outcomes if self._samples else self.query_one(PathBox))
        if self._samples and (stop := self._begin_import()):
            self._import(open_sample_letters(), stop)

    def on_unmount(self) -> None:
        """Whoever goes back or quits waits for nothing: the import stops, and so does a PDF that is being read."""
        self._session.running = None
        if self._stop is not None:
            self._stop.set()
        release_reader = release if self._stop is not None else _release_between_imports
        Thread(target=release_reader, name="release", daemon=True).start()

    # What is done in threads

    @work(thread=True, exclusive=True, group="import", exit_on_error=False, description="import")
    def _import(self, lent: AbstractContextManager[Sequence[Path]], stop: Event) -> None:
        """Import the files and folders that `lent` gives, for as long as it lends them."""
        worker = get_current_worker()
        reporter = ProgressReporter(self)
        report = None
        try:
            with lent as paths, _IMPORTING, search_what_is_new():
                reporter.folder = find_folder_of(paths)
                report = import_paths(
                    self._library,
                    paths,
                    on_file=reporter.take,
                    cancelled=lambda: stop.is_set() or worker.is_cancelled,
                )
        except UpheldError as error:
            self.post_message(RequestFailed(str(error)))
        finally:
            reporter.send()
            self.post_message(ImportEnded(report))

    @work(thread=True, exclusive=True, group="completion", exit_on_error=False, description="completion")
    def _complete_path(self, typed: str) -> None:
        """Look on the disk for how the path in the box goes on."""
        self.post_message(PathCompleted(typed, complete_path(typed)))

    @work(thread=True, exclusive=True, group="undo", exit_on_error=False, description="undo")
    def _remove_files(self, report: ImportReport) -> None:
        """Take out what an import added."""
        removed = None
        try:
            with Library.ask(self._library) as library:
                removed = library.remove_files(report.sha256s)
        except UpheldError as error:
            self.post_message(RequestFailed(str(error)))
        finally:
            self.post_message(ImportUndone(removed))

    # What the user does

    @on(Input.Changed)
    def _follow_typing(self, event: Input.Changed) -> None:
        """What Enter and Tab do in the box depends on whether there is anything in it."""
        event.stop()
        self.refresh_bindings()

    @on(Input.Submitted)
    def _import_typed(self, event: Input.Submitted) -> None:
        """Import what the box names."""
        event.stop()
        if not event.value.strip():
            self.show_notice(
                fill_in_keys("Name a file or a folder first, or go to the tree with {paths_complete} and choose one.")
            )
        elif stop := self._begin_import():
            # The keys stay in the box, where nothing typed is a command, and what is typed next replaces this.
            self.query_one(PathBox).action_select_all()
            self._import(_lend_typed(event.value), stop)

    def action_complete_path(self) -> None:
        """Go on with the path in the box; go to the tree where there is nothing to go on with, or it has been tried."""
        box = self.query_one(PathBox)
        if box.is_to_be_completed and box.value != self._undecided:
            self._complete_path(box.value)
        else:
            self.focus_next()

    @on(LetterTree.Chosen)
    def _import_chosen(self, event: LetterTree.Chosen) -> None:
        """Import what was chosen in the tree."""
        event.stop()
        if stop := self._begin_import():
            if self._is_room_for_one:  # what becomes of the files would be out of sight
                self.set_focus(self._outcomes)
            self._import(nullcontext((event.path,)), stop)

    @on(OutcomePane.LetterChosen)
    def _go_to_letter(self, event: OutcomePane.LetterChosen) -> None:
        """Leave for the letter's statistics, once the import is done."""
        event.stop()
        if not self._warn_if_busy():
            self._leave(event.letter)

    def _leave(self, letter: Letter | None = None) -> None:
        """Go back, or to that letter; whoever comes again finds the outcomes where they left them."""
        self._session.highlighted = self._outcomes.highlighted
        self.dismiss(ImportResult(self._changed, letter, self._session.find_file_name(letter)))

    def _warn_if_busy(self) -> bool:
        """Say so where an import or its undoing is still running; whether one is."""
        if self._stop is not None:
            self.show_notice(fill_in_keys("An import is running. {import_leave} stops it."), warning=True)
        elif self._is_undoing:
            self.show_notice("The last import is just being taken out again.", warning=True)
        return self._stop is not None or self._is_undoing

    def _begin_import(self) -> Event | None:
        """Make ready for an import; None while another one runs."""
        if self._warn_if_busy():
            return None
        self._stop = Event()
        self._session.running = RunningImport()
        self._outcomes.begin()
        self._arrange()
        self.query_one("#bar", ProgressBar).update(total=None, progress=0)
        self._show_status(fill_in_keys("Reading. {import_leave} stops."), busy=True)
        return self._stop

    def action_leave(self) -> None:
        """Stop the import that is running, else go back."""
        if self._stop is not None:
            self._stop.set()
            self._show_status("Stopping after the file in hand.", busy=True)
        elif not self._warn_if_busy():
            self._leave()

    def action_undo(self) -> None:
        """Ask whether to take out what was added last: that may have been much."""
        report = self._session.undoable
        if report is not None:
            sentence = f"Take the {format_count(report.added, 'file')} added last out of the library again?"
            title, no, yes = "Undo the import", "Leave what was added where it is", "Take it out again"
            question = ConfirmScreen(title, f"{sentence} {_UNTOUCHED}", no=no, yes=yes)
            self.app.push_screen(question, partial(self._undo, report))

    def _undo(self, report: ImportReport, is_wanted: bool | None) -> None:
        """Take out what an import added, if that was the answer."""
        if is_wanted and not self._warn_if_busy():
            self._is_undoing = True
            self._remove_files(report)
            self.refresh_bindings()

    def action_focus_list(self) -> None:
        """Go to the outcomes; while there are none, to the tree."""
        self.set_focus(self._outcomes if self._outcomes.line_count else self.query_one(LetterTree))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to undo only after an import that added something."""
        return action != "undo" or (self._session.undoable is not None and self._stop is None and not self._is_undoing)

    # What the threads report

    @on(ImportProgressed)
    async def _show_progress(self, message: ImportProgressed) -> None:
        """List what became of more files, and how many there are to come; then keys have their turn."""
        message.stop()
        self._changed = self._changed or any(each.outcome is Outcome.ADDED for each in message.outcomes)
        self._outcomes.add(message.outcomes, message.folder)
        self._arrange()
        self.query_one("#bar", ProgressBar).update(total=message.total, progress=message.done)
        if self._stop is not None:
            self._session.running = RunningImport(message.done, message.total)
        if self._stop is not None and not self._stop.is_set():
            waiting = f" {WAITING}" if message.is_waiting else ""
            stops = fill_in_keys("{import_leave} stops.")
            how_far = f"{message.done:,} of {format_count(message.total, 'file')}."
            self._show_status(f"{how_far}{waiting} {stops}", busy=True)
        await sleep(0)

    @on(ImportEnded)
    def _show_end(self, message: ImportEnded) -> None:
        """Say how the import ended; another can begin."""
        message.stop()
        self._stop = None
        self._session.note_end(message.report)
        self._outcomes.end(message.report.passed_over_paths if message.report else ())
        self._show_status(_describe_end(message.report), busy=False)
        self.refresh_bindings()

    @on(PathCompleted)
    def _take_completion(self, message: PathCompleted) -> None:
        """Put the path into the box, unless that has changed meanwhile; or say how it may go on."""
        message.stop()
        box, completion = self.query_one(PathBox), message.completion
        if box.value != message.typed or not box.is_to_be_completed:
            return
        if completion.text != message.typed:
            box.value = completion.text
            box.action_end()
        elif not completion.choices:
            self.focus_next()
        self._undecided = completion.text if completion.choices else None
        if completion.choices and self._stop is None:
            self._show_status(format_choices(completion.choices), busy=False)

    @on(ImportUndone)
    def _show_undone(self, message: ImportUndone) -> None:
        """Forget the outcomes of what is out again."""
        message.stop()
        self._is_undoing = False
        self.refresh_bindings()
        if message.files is None:
            return
        self._changed = True
        self._session.note_undone()
        self._outcomes.begin()
        self._arrange()
        self.query_one(PathBox).action_end()  # the path stands for whoever wants it again: nothing typed replaces it
        self._show_status(f"{format_count(message.files, 'file')} taken out again. {_UNTOUCHED}", busy=False)

    # What is in sight

    def _name_key(self, command: Command) -> str | None:
        """What a key does from here, as the foot of the screen has it."""
        tree, box = self.query_one(LetterTree), self.query_one(PathBox)
        names = {
            "import_typed": command.name if box.value.strip() else None,
            "paths_complete": command.name if box.is_to_be_completed else "tree",
            "tree_open": tree.enter_does,
            "tree_import": "import folder" if tree.chooses_folder else None,
            "outcome_open": self._outcomes.leads_to,
        }
        return names.get(command.id, command.name)

    @property
    def _outcomes(self) -> OutcomePane:
        """What became of each file."""
        return self.query_one(OutcomePane)

    @property
    def _is_room_for_one(self) -> bool:
        """Whether the tree and the outcomes stand one above the other, with too few lines for both."""
        return self.app.size.width < MEDIUM_WIDTH and self.app.size.height < _MIN_LINES_FOR_BOTH

    def _arrange(self) -> None:
        """Show the tree and the outcomes where there is room for both; else one of them, the outcomes if any.

        The other has no height then, rather than being gone: Tab still leads to it, and so brings it in sight.
        """
        tree, outcomes = self.query_one(LetterTree), self._outcomes
        are_outcomes = outcomes.has_focus or (outcomes.line_count > 0 and not tree.has_focus)
        tree.set_class(self._is_room_for_one and are_outcomes, "-away")
        outcomes.set_class(self._is_room_for_one and not are_outcomes, "-away")
        self.query_one("#hint").display = self.app.size.height >= _MIN_LINES_FOR_HINT
        self.set_class(self.app.size.width < _MIN_COLUMNS_FOR_BAR, "-narrowest")

    def on_resize(self, event: events.Resize) -> None:
        """Show what there is room for now."""
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what the keys go to."""
        self._arrange()

    def _show_status(self, status: str, *, busy: bool) -> None:
        """Say how far things are."""
        self.query_one(StatusLine).show(status)
        self.query_one("#progress").set_class(busy, "-busy")
        self.query_one("#bar").display = busy


@contextmanager
def _lend_typed(text: str) -> Iterator[tuple[Path, ...]]:
    """What the text of the box names."""
    yield parse_paths(text)


def _describe_end(report: ImportReport | None) -> str:
    """How an import ended, and what can be done now."""
    if report is None:
        return "The import broke off. What is listed as added is in."
    ended = "Stopped; what is listed is done." if report.cancelled else "Done."
    undo = "{import_undo} in the list takes it out again; " if report.added else ""
    return f"{ended} {fill_in_keys(f'{undo}{{import_leave}} goes back.')}"


def _describe_earlier_end(session: ImportSession) -> str:
    """What can be done about an import before, when its outcomes are shown again."""
    undo = "{import_undo} in the list takes out what was added; " if session.undoable else ""
    return fill_in_keys(f"The last import. {undo}{{import_leave}} goes back.")


def _release_between_imports() -> None:
    """End what reads PDFs, unless another import has begun to need it by now; then that is waited for."""
    with _IMPORTING:
        release()
