"""Which council a typed name means: one with letters here, one of several, or one that has no letter here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from db.councils.finder import CouncilFinder
from db.councils.names import fold
from db.councils.register import Register
from db.model import Council, CouncilEntry
from db.text.clean import one_line

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """The councils with letters here that the words mean, likeliest first; several: it is open which.

    `elsewhere` are those of the register that the words mean, where nothing here matches them. `note` is a
    sentence for a person where an older or newer body of the same name was passed over.
    """

    here: tuple[CouncilEntry, ...]
    elsewhere: tuple[Council, ...] = ()
    note: str | None = None

    @property
    def entry(self) -> CouncilEntry | None:
        """The one council meant, if there is exactly one."""
        return self.here[0] if len(self.here) == 1 else None

    def why_none(self, typed: str) -> str:
        """Why `typed` names no one council with letters here, in a sentence for whoever has a list of them."""
        shown = one_line(typed)
        if self.here:
            return f'"{shown}" could be one of {len(self.here)} councils: choose one.'
        return no_letter_to(self.elsewhere) if self.elsewhere else f'No council with letters here is called "{shown}".'


def meant_by(typed: str, entries: Sequence[CouncilEntry], finder: CouncilFinder) -> Meant:
    """What the typed words mean among the councils of `entries`, in which `finder` finds.

    A name that the register knows counts before one that only looks like it. Written in full it is never taken for
    another council's; a short one may be, where only that council has letters here ("Dorset"), and `note` says so. What
    matches nothing here, not even by a slip, is looked for in the whole register.
    """
    by_name = {entry.council.name: entry for entry in entries}
    resolution = Register.load().resolve(typed)
    here = tuple(by_name[council.name] for council in resolution.matches if council.name in by_name)
    is_named = bool(here)
    is_in_full = fold(typed) in {fold(council.name) for council in resolution.matches}
    if not here and not is_in_full:
        here = tuple(by_name[council.name] for council in finder.choose(typed))
    note = resolution.note if is_named else None
    if len(here) == 1 and not is_named and resolution.matches:
        note = f"Taken to mean {here[0].council.name}: there is no letter to {named(resolution.matches, 'or')} here."
    elsewhere = () if here else resolution.matches or (() if finder.find(typed) else everyone().choose(typed))
    return Meant(here, elsewhere, note if len(here) == 1 else None)


@cache
def everyone() -> CouncilFinder:
    """What finds among all councils of the register; made when first asked, which takes some 20 ms."""
    return CouncilFinder(Register.load().councils)


def no_letter_to(councils: Sequence[Council]) -> str:
    """That these are known, but there is no letter to them here; at least one."""
    if len(councils) == 1:
        return f"{councils[0].name} is known, but there is no letter to it here."
    return f"{named(councils, 'and')} are known, but there is no letter to them here."


def named(councils: Sequence[Council], joint: str) -> str:
    """The names of councils in a sentence, joined by `joint` ("and", "or"); of many, some and how many more."""
    names = [council.name for council in councils]
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} others"]
    *first, last = names
    return f"{', '.join(first)} {joint} {last}" if first else last
