"""What every answer needs: which library, which council is meant, and how a refusal is told."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.councils.resolve import Resolver
from db.councils.sentences import describe_absence, describe_ambiguity, describe_unknown
from db.errors import UpheldError
from db.json_output import Json
from db.library import Library
from db.model import CouncilEntry, StoredLetter
from db.text.clean import one_line


@dataclass(frozen=True, slots=True)
class Question:
    """How a command was asked: of which library, and whether a program wants the answer."""

    library: Path
    as_json: bool


class NoAnswer(UpheldError):
    """The question has no answer: nothing found, or several councils meant. `kind` is told to programs."""

    def __init__(self, kind: str, message: str, choices: Sequence[str] = ()) -> None:
        """A sentence for a person and, where a choice helps, what to choose from."""
        super().__init__(message)
        self.kind = kind
        self.choices = tuple(choices)


def opened(question: Question) -> Library:
    """The library to ask, which must be there already: a question makes none.

    Raises:
        NoAnswer: there is no such file.
        LibraryError: it cannot be read.
    """
    if not question.library.exists():
        named = one_line(str(question.library))
        message = f"There is no library at {named} yet. Make one by importing letters: upheld import FILE"
        raise NoAnswer("no_library", message)
    return Library.open(question.library)


def say(line: str = "") -> None:
    """Print a line of the answer."""
    sys.stdout.write(line + "\n")


def say_json(answer: Json) -> None:
    """Print the whole answer as JSON, readable by people too."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")


def note(line: str) -> None:
    """Tell the person something beside the answer, on stderr."""
    sys.stderr.write(line + "\n")


def the_council(library: Library, typed: str) -> CouncilEntry:
    """The one council with letters here that the typed words mean.

    Raises:
        NoAnswer: none is meant, or several are: they are listed, none is guessed.
    """
    resolved = Resolver(library.councils()).resolve(typed)
    if resolved.entry is not None:
        if resolved.note:
            note(resolved.note)
        return resolved.entry
    if resolved.here:
        choices = [entry.council.name for entry in resolved.here]
        raise NoAnswer("ambiguous", f"{describe_ambiguity(typed, len(choices))}; name one.", choices)
    if resolved.elsewhere:
        absence = describe_absence(resolved.elsewhere)
        raise NoAnswer("not_found", f"{absence} Import one with: upheld import FILE")
    raise NoAnswer("not_found", f"{describe_unknown(typed)} See them all with: upheld councils")


def the_letters(library: Library, entry: CouncilEntry, year: int | None) -> list[StoredLetter]:
    """The shown letters of a council, newest first; only that year's if one is asked for.

    Raises:
        NoAnswer: there is none of that year; the years there are, are named.
    """
    letters = [stored for stored in library.letters_of(entry.id) if stored.shown]
    wanted = [stored for stored in letters if year is None or stored.letter.year == year]
    if wanted:
        return wanted
    years = ", ".join(str(year) for year in entry.years) or "none with a year"
    raise NoAnswer("not_found", f"There is no letter to {entry.council.name} of {year} here; there are: {years}.", ())
