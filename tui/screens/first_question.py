"""What the first picture shows: asked, where that can be, by a second process while what draws it is imported."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from db.councils.order import EntryOrder
from db.councils.resolve import Resolver
from db.councils.succession import Relative, list_relatives
from db.library import Library
from db.model import CouncilEntry, StoredLetter
from tui.draw.council_order import list_as_shown
from tui.second_process import CAN_FORK, SecondProcess


class FirstAnswer(NamedTuple):
    """What the first picture shows: all councils, which of them is shown, if there is any, and its letters.

    `is_whole` says whether these are all its letters, and not only those of many that are told of at first.
    `relatives` are the councils that came before the one shown and after it.
    """

    entries: tuple[CouncilEntry, ...]
    council_id: int | None
    letters: tuple[StoredLetter, ...]
    is_whole: bool
    relatives: tuple[Relative, ...]


class FirstQuestion:
    """The question, asked beforehand; `watch` tells of whatever changes the library from then on.

    Raises:
        OSError: the system has no room for another process.
    """

    def __init__(self, library: Path, wanted: str | None) -> None:
        self._process = SecondProcess(partial(_ask_as_set, library, wanted))
        # What a fork may not have open is opened after it, and before it reads anything.
        self.watch = Library.watch(library)
        self.watch.has_changed()
        self._process.begin()

    def take(self) -> FirstAnswer:
        """The answer, which is waited for; to be taken once.

        Raises:
            NotAnswered: there is none.
        """
        return self._process.take()


def ask_beforehand(library: Path, wanted: str | None) -> FirstQuestion | None:
    """The question, if it can be asked beforehand; `wanted` is the council that somebody named to open at."""
    try:
        return FirstQuestion(library, wanted) if CAN_FORK else None
    except OSError:
        return None


def ask_first(path: Path, wanted: str | None, order: EntryOrder) -> FirstAnswer:
    """All councils with letters, and the letters of the one shown first: the one wanted, else the first of the list.

    Raises:
        UpheldError: the library could not be asked.
    """
    with Library.ask(path) as library:
        entries = library.councils()
        if wanted is None:
            first = next(iter(list_as_shown(entries, order)), None)
        else:
            first = Resolver(entries).resolve(wanted).entry
        letters, is_whole = ((), True) if first is None else library.first_letters_of(first.id)
    here = {entry.council.name: entry for entry in entries}
    relatives = list_relatives(letters[0].letter.council, here) if letters else ()
    return FirstAnswer(entries, None if first is None else first.id, letters, is_whole, relatives)


def _ask_as_set(library: Path, wanted: str | None) -> FirstAnswer:
    """The same, with the list in the order that was chosen before."""
    from tui.settings import find_settings_file, load

    sort = load(find_settings_file()).sort
    return ask_first(library, wanted, EntryOrder(sort) if sort else EntryOrder.NAME)
