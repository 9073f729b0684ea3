"""What every answer needs: which library is asked, which council is meant, and that there may be no answer."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db.errors import UpheldError
from tui.cli.output import print_note

if TYPE_CHECKING:
    from db.library import Library
    from db.model import CouncilEntry, StoredLetter


class Context(NamedTuple):
    """How a command was asked: of which library, whether that is thrown away after, and whether a program asks."""

    library: Path
    is_sample: bool
    as_json: bool


class NoAnswer(UpheldError):
    """The question has no answer: nothing found, or several councils meant. `kind` is told to programs."""

    def __init__(self, kind: str, message: str, choices: Sequence[str] = ()) -> None:
        """A sentence for a person and, where a choice helps, what to choose from."""
        super().__init__(message)
        self.kind = kind
        self.choices = tuple(choices)


def open_library(context: Context) -> "Library":
    """The library to ask, which must be there already: a question makes none.

    Raises:
        NoAnswer: there is no such file.
        LibraryError: it cannot be read.
    """
    if is_missing(context.library):
        from db.text.clean import one_line

        path = one_line(str(context.library))
        message = f"There is no library at {path} yet. Make one by importing letters: upheld import FILE"
        raise NoAnswer("no_library", message)
    from db.library import Library

    return Library.open(context.library, may_make=False)


def is_missing(library: Path) -> bool:
    """Whether there is nothing at that path; where that cannot be told, opening it will say why."""
    try:
        library.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def find_council(library: "Library", typed: str) -> "CouncilEntry":
    """The one council with letters here that the typed words mean.

    Raises:
        NoAnswer: none is meant, or several are: they are listed, none is guessed.
    """
    from db.councils.named import look_up, pick_named

    lookup = look_up(typed)
    # All councils take a third of the time of the whole answer: they are asked for where a name does not settle it.
    named = pick_named(lookup, library.councils([council.name for council in lookup.matches]))
    return _find_by_likeness(library, typed) if named.entry is None else _take(named.entry, named.note)


def _take(entry: "CouncilEntry", note: str | None) -> "CouncilEntry":
    """The council meant, with what there is to tell of that."""
    if note:
        print_note(note)
    return entry


def _find_by_likeness(library: "Library", typed: str) -> "CouncilEntry":
    """The one council that words mean which are the name of no one council here.

    Raises:
        NoAnswer: as `find_council` does.
    """
    from db.councils.resolve import Resolver
    from db.councils.sentences import describe_absence, describe_ambiguity, describe_unknown

    resolved = Resolver(library.councils()).resolve(typed)
    if resolved.entry is not None:
        return _take(resolved.entry, resolved.note)
    if resolved.here:
        choices = [entry.council.name for entry in resolved.here]
        raise NoAnswer("ambiguous", f"{describe_ambiguity(typed, len(choices))}; name one.", choices)
    if resolved.elsewhere:
        absence = describe_absence(resolved.elsewhere)
        successors = [each.entry.council.name for each in resolved.successors]
        how_on = f'See: upheld show "{successors[0]}"' if successors else "Import one with: upheld import FILE"
        raise NoAnswer("not_found", f"{absence} {how_on}", successors)
    raise NoAnswer("not_found", f"{describe_unknown(typed)} See them all with: upheld councils")


def select_letters(library: "Library", entry: "CouncilEntry", year: int | None) -> list["StoredLetter"]:
    """The shown letters of a council, newest first; only that year's if one is asked for.

    Raises:
        NoAnswer: there is none of that year; the years there are, are named.
    """
    letters = [stored for stored in library.letters_of(entry.id) if stored.shown]
    selected = [stored for stored in letters if year is None or stored.letter.year == year]
    if selected:
        return selected
    years = ", ".join(str(year) for year in entry.years) or "none with a year"
    raise NoAnswer("not_found", f"There is no letter to {entry.council.name} of {year} here; there are: {years}.")
