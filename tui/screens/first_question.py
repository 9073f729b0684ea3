"""What the first picture shows: asked, where that can be, by a second process while what draws it is imported."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db.councils.succession import Relative
from db.known_libraries import KnownState, find_known
from db.model import CouncilEntry, StoredLetter
from tui.screens.asking import LateWatch, ask_library
from tui.second_process import CAN_FORK, SecondProcess

if TYPE_CHECKING:
    from db.councils.order import EntryOrder


class FirstAnswer(NamedTuple):
    """What the first picture shows: all councils by name, which of them is shown, if there is any, and its letters.

    `is_whole` says whether these are all its letters, and not only those of many that are told of at first.
    `relatives` are the councils that came before the one shown and after it. `known` is what was seen of the library.
    """

    entries: tuple[CouncilEntry, ...]
    council_id: int | None
    letters: tuple[StoredLetter, ...]
    is_whole: bool
    relatives: tuple[Relative, ...]
    known: KnownState | None


FirstQuestion = SecondProcess[FirstAnswer]
"""The question, asked beforehand. Whether its answer still holds is to be asked once the library is watched here."""


def ask_beforehand(library: Path, wanted: str | None) -> FirstQuestion | None:
    """The question, if it can be asked beforehand; `wanted` is the council that somebody named to open at."""
    try:
        return SecondProcess(_FirstInquiry(library, wanted)) if CAN_FORK else None
    except OSError:
        return None


def ask_first(path: Path, wanted: str | None, order: "EntryOrder") -> FirstAnswer:
    """All councils with letters, and the letters of the one shown first: the one wanted, else the first of the list.

    Raises:
        UpheldError: the library could not be asked.
    """
    from db.councils.order import sort_entries
    from db.councils.resolve import Resolver
    from db.councils.succession import list_relatives
    from tui.draw.council_order import list_by_name

    with ask_library(path) as library:
        entries = list_by_name(library.councils())
        if wanted is None:
            first = next(iter(sort_entries(entries, order)), None)
        else:
            first = Resolver(entries).resolve(wanted).entry
        letters, is_whole = ((), True) if first is None else library.first_letters_of(first.id)
    here = {entry.council.name: entry for entry in entries}
    relatives = list_relatives(letters[0].letter.council, here) if letters else ()
    return FirstAnswer(entries, None if first is None else first.id, letters, is_whole, relatives, find_known(path))


class _FirstInquiry:
    """The question as the second process asks it, with the list in the order that was chosen before."""

    def __init__(self, library: Path, wanted: str | None) -> None:
        self._library = library
        self._wanted = wanted
        self._watch = LateWatch(library)

    def get_ready(self) -> None:
        """Open the library, and watch it from before it is read.

        Raises:
            UpheldError: it cannot be opened.
        """
        with ask_library(self._library):
            self._watch.has_changed()

    def answer(self) -> FirstAnswer:
        """What is asked."""
        from db.councils.order import EntryOrder
        from tui.settings import find_settings_file, load

        sort = load(find_settings_file()).sort
        return ask_first(self._library, self._wanted, EntryOrder(sort) if sort else EntryOrder.NAME)

    def still_holds(self) -> bool:
        """Whether nobody has written in the library since."""
        return self._watch.is_same()

    def close(self) -> None:
        """Close the watch, as the last to close a library tidies up beside it."""
        self._watch.close()
