"""Which council a typed name means: one with letters here, one of several, or one that has no letter here.

The first picture has a resolver to which nobody has typed yet: what resolves is imported with the first name.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from db.councils.succession import SuccessorMatch, find_successors
from db.model import Council, CouncilEntry

if TYPE_CHECKING:
    from db.councils.finder import CouncilFinder, Match
    from db.councils.highlight import Span
    from db.councils.named import Named
    from db.councils.query import Query


class EntryMatch(NamedTuple):
    """A council with letters here that matches what was typed; `spans` are the stretches of its name that do."""

    entry: CouncilEntry
    spans: "tuple[Span, ...]"


class Resolved(NamedTuple):
    """What typed words mean.

    `matches` are the councils with letters here that a list shows for them, best first; `here` those that are meant,
    likeliest first: several, where it is open which. `elsewhere` are those of the register that are meant, where
    nothing here is. `successors` are those with letters here that came after the councils meant, and are not among
    `matches`. `note` is a sentence for a person where another body of the name was passed over.
    """

    typed: str
    matches: tuple[EntryMatch, ...]
    here: tuple[CouncilEntry, ...]
    elsewhere: tuple[Council, ...] = ()
    successors: tuple[SuccessorMatch, ...] = ()
    note: str | None = None

    @property
    def entry(self) -> CouncilEntry | None:
        """The one council meant, if there is exactly one."""
        return self.here[0] if len(self.here) == 1 else None

    @property
    def listed(self) -> tuple[EntryMatch, ...]:
        """The councils with letters here to list: those that match, or where none does, those that came after."""
        return self.matches or tuple(EntryMatch(entry=each.entry, spans=()) for each in self.successors)

    @property
    def why_none(self) -> str:
        """Why no one council with letters here is meant, in a sentence for whoever has a list of them."""
        from db.councils.sentences import describe_ambiguity, describe_known, describe_unknown

        if self.here:
            return f"{describe_ambiguity(self.typed, len(self.here))}: choose one."
        return describe_known(self.elsewhere) if self.elsewhere else describe_unknown(self.typed)


class Resolver:
    """Tells what typed names mean where the councils of `entries` have letters; made once, then asked on each key.

    What finds among them takes some time to import and, for hundreds, to make: `prepare` does both where nobody waits.
    """

    def __init__(self, entries: Sequence[CouncilEntry]) -> None:
        self.entries = tuple(entries)
        self._by_name = {entry.council.name: entry for entry in entries}
        self._latest: Resolved | None = None

    @cached_property
    def _finder(self) -> "CouncilFinder":
        from db.councils.finder import CouncilFinder

        return CouncilFinder([entry.council for entry in self.entries])

    def prepare(self) -> None:
        """Make what finds among councils, of those here and of the whole register, before a name is typed."""
        from db.councils.finder import load_register_finder
        from db.councils.register import Register

        _ = self._finder
        load_register_finder()
        Register.load().prepare()

    def resolve(self, typed: str) -> Resolved:
        """What the typed words mean.

        The latest answer is kept: a screen and the list on it ask for the same words.
        """
        if self._latest is None or self._latest.typed != typed:
            self._latest = self._resolve(typed)
        return self._latest

    def _resolve(self, typed: str) -> Resolved:
        """What the typed words mean, the register asked once, and what finds in it only where nothing here matches.

        A name that the register knows counts before one that only looks like it. Written in full it is never taken for
        another council's; a short one may be, where only that council has letters here ("Dorset"), and `note` says so.
        What matches nothing here, not even by a slip, is looked for in the whole register.
        """
        from db.councils.choose import choose
        from db.councils.named import find_named
        from db.councils.names import fold
        from db.councils.query import Query

        known = find_named(typed, self.entries)
        lookup, named = known.lookup, known.here
        query = Query.parse(typed)
        candidates = self._finder.weigh(query, is_known=bool(lookup.matches))
        found = self._finder.list_matches(candidates) if typed.strip() else self._finder.list_all()
        is_in_full = query.folded in {fold(council.name) for council in lookup.matches}
        here = named
        if not named and not is_in_full:
            here = self._having_letters(choose(self._finder, candidates, is_elsewhere=bool(lookup.matches)))
        elsewhere: tuple[Council, ...] = () if here else lookup.matches
        if not here and not elsewhere and not found:
            elsewhere = _choose_in_register(query)
        named_here = {match.council.name for match in found}
        meant = elsewhere or tuple(entry.council for entry in here if len(here) == 1)
        return Resolved(
            typed=typed,
            matches=self._with_entries(found),
            here=here,
            elsewhere=elsewhere,
            successors=tuple(
                each for each in find_successors(meant, self._by_name) if each.entry.council.name not in named_here
            ),
            note=_note(here[0].council, known) if len(here) == 1 else None,
        )

    def _having_letters(self, councils: Iterable[Council]) -> tuple[CouncilEntry, ...]:
        """Those of the councils that have letters here."""
        return tuple(self._by_name[council.name] for council in councils if council.name in self._by_name)

    def _with_entries(self, matches: "Iterable[Match]") -> tuple[EntryMatch, ...]:
        """The matches with what the library has on each council."""
        return tuple(EntryMatch(entry=self._by_name[match.council.name], spans=match.spans) for match in matches)


def _choose_in_register(query: "Query") -> tuple[Council, ...]:
    """The councils that words mean which the register does not know as a name, nor any council here matches."""
    from db.councils.choose import choose
    from db.councils.finder import load_register_finder

    finder = load_register_finder()
    return choose(finder, finder.weigh(query, is_known=False), is_elsewhere=False)


def _note(taken: Council, known: "Named") -> str | None:
    """What a person is told of the one council taken to be meant, where another body of the name was passed over."""
    from db.councils.sentences import describe_stand_in

    if known.here:
        return known.note
    return describe_stand_in(taken, known.lookup.matches) if known.lookup.matches else None
