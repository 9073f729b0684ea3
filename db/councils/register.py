"""The register of English councils, past and present: a name as somebody wrote it -> the council it means.

Contains data from mySociety's UK local authority names and codes (CC-BY-4.0) and public sector information
licensed under the Open Government Licence v3.0 (ONS).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from db.councils.names import COMPASS_POINTS, SHORT_TYPES, TYPE_WORDS, fold, is_type_compatible, take_apart
from db.councils.short_names import spell_out, squeeze
from db.model import Council, CouncilType

_CSV = Path(__file__).with_name("councils.csv")

_LETTERS_GO_ON = timedelta(days=900)
"""How long letters go on after a body is abolished: those abolished in April 2023 got one in July 2025."""

_BODY_WORDS = frozenset(["council", "borough", "authority", "corporation", *SHORT_TYPES]) - {"c"}
_QUALIFIERS = frozenset(["north", "south", "east", "west", "mid", "central", "greater", "new", "and", *COMPASS_POINTS])
"""Words that, standing before a name, make it another's."""

_LONGEST_NAME = 14  # words
_MOST_KEPT = 8192
"""Of how many names the answer is kept: the lines of one year's letters are much the same."""
_WORD_START = re.compile(r"(?<!\S)[(\[\"'\u2018\u201c]*(?=\w)|(?<=[,;:|/\u2013\u2014])(?=\w)")


_Forms = dict[str, tuple[tuple[frozenset[str], Council], ...]]
"""A core -> the words for a type that stand with it in a name, and whose name that is."""


class Lookup(NamedTuple):
    """The councils a written name could mean, likeliest first.

    `passed_over` are bodies of the same name that are not meant, as one of that name still exists.
    """

    matches: tuple[Council, ...]
    passed_over: tuple[Council, ...] = ()

    @property
    def council(self) -> Council | None:
        """The council meant, if exactly one can be meant."""
        return self.matches[0] if len(self.matches) == 1 else None


class Register:
    """Councils with the other names each goes by (aliases, initials); `Register.load` has England's."""

    def __init__(self, entries: Sequence[tuple[Council, tuple[str, ...]]]) -> None:
        self.councils: tuple[Council, ...] = tuple(council for council, _ in entries)
        self._by_name = {council.name: council for council in self.councils}
        self._aliases = {council.name: aliases for council, aliases in entries}
        self._forms: dict[str, _Forms] = {}
        self._look_up = lru_cache(maxsize=_MOST_KEPT)(self._look_up_anew)

    @classmethod
    @cache
    def load(cls) -> "Register":
        """England's councils and other bodies that get letters, read once from `councils.csv`."""
        import csv  # the first picture needs no register

        with _CSV.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            return cls([_parse_row(row) for row in rows])

    def prepare(self) -> None:
        """Make what names are looked up in, some 30 ms of work, before one is asked for that somebody waits for."""
        _ = self._squeezed, self._squeezed_cores, self._by_word

    def by_name(self, name: str) -> Council | None:
        """The council whose name in the register is exactly this."""
        return self._by_name.get(name)

    def has_name(self, written: str) -> bool:
        """Whether a council goes by exactly this name, as it may be written; soon told, unlike all it can mean."""
        return _fold_name(written) in self._as_written

    def aliases_of(self, council: Council) -> tuple[str, ...]:
        """Its other names: former and short ones, and its initials. Empty if it is not in the register."""
        return self._aliases.get(council.name, ())

    def look_up(self, written: str, on: date | None = None) -> Lookup:
        """The councils that a name can mean, as a letter of the day `on` wrote it, or as somebody typed it.

        The nearest way of reading the name counts: as it stands, then its core with the very type words it is
        written with, then its core with types that do not speak against it; then the same with short words in full
        ("Notts", "N Yorks") and small ones left out ("Stratford upon Avon"). Two councils named together ("Adur and
        Worthing Councils") are both meant. A date only chooses: bodies that
        did not exist about then give way to one that did. Without a date a body that still exists goes before
        those of the same name that do not. Nothing is guessed: what stays open is returned whole.
        """
        return self._look_up(written, None if on is None else self.find_turn(on))

    def find_turn(self, on: date) -> date:
        """The last day until this one on which what a name can mean has changed: what is kept is of all days since."""
        index = bisect_right(self._turns, on)
        return self._turns[index - 1] if index else date.min

    @cached_property
    def _turns(self) -> list[date]:
        """The days on which a council was established or abolished, or letters to one end, in order."""
        ends = [council.abolished_on for council in self.councils if council.abolished_on]
        established = (council.established_on for council in self.councils if council.established_on)
        return sorted({*established, *ends, *(end + _LETTERS_GO_ON for end in ends)})

    def _look_up_anew(self, written: str, on: date | None) -> Lookup:
        """The same, not asked before or long ago."""
        nearest: tuple[Council, ...] = ()
        for candidates in self._list_readings(written):
            living = tuple(council for council in candidates if on is None or _existed_about(council, on))
            if living:
                return _prefer_current(living) if on is None else Lookup(matches=_sort(living, on))
            nearest = nearest or candidates
        return Lookup(matches=_sort(nearest or self._look_up_joint(written, on), on))

    def look_up_at_end(self, line: str, on: date | None = None) -> tuple[str, Lookup] | None:
        """The longest end of a line that is a body's full name, as written, with what it can mean.

        In the letters of 2020 the addressee, the role and the council may be run together on one line. A name
        whose word before belongs to it ("Mid Kent County Council") is not taken for the shorter one.
        """
        starts = [match.end() for match in _WORD_START.finditer(line)]
        if not starts or fold(line[starts[-1] :]).rpartition(" ")[2] not in self._last_words:
            return None
        for start in starts[-_LONGEST_NAME:]:
            written = line[start:].rstrip(" \t\r\n.,;:)]\"'\u2019\u201d")
            lookup = self.look_up(written, on)
            if lookup.matches and _is_full_name(written, lookup.matches):
                before = fold(line[:start]).split()
                return None if before and before[-1] in _QUALIFIERS else (written, lookup)
        return None

    def _list_readings(self, written: str) -> Iterator[tuple[Council, ...]]:
        """The councils that fit the name as written, nearest reading first."""
        yield self._as_written.get(_fold_name(written), ())
        parts = take_apart(written)
        yield from _list_of_type(self._find_forms(parts.core), parts.type_words)
        spelt = spell_out(written).removeprefix("the ")
        yield self._squeezed.get(squeeze(spelt), ())
        parts = take_apart(spelt)
        yield from _list_of_type(self._squeezed_cores.get(squeeze(parts.core), ()), parts.type_words)

    def _look_up_joint(self, written: str, on: date | None) -> tuple[Council, ...]:
        """The two councils that "Adur and Worthing Councils" means, if each of the names means just one."""
        if not fold(written).endswith(" councils"):
            return ()
        first, _, second = take_apart(written).core.partition(" and ")
        councils = tuple(council for name in (first, second) if (council := self.look_up(name, on).council))
        return councils if len(councils) == 2 else ()

    @cached_property
    def _as_written(self) -> dict[str, tuple[Council, ...]]:
        """Every name and alias, folded -> those that go by it."""
        owners: dict[str, tuple[Council, ...]] = {}
        for council in self.councils:
            for name in {_fold_name(name) for name in (council.name, *self.aliases_of(council))}:
                owners[name] = (*owners.get(name, ()), council)
        return owners

    @cached_property
    def _squeezed(self) -> dict[str, tuple[Council, ...]]:
        """The same in full and squeezed: asked only for a name that is not found as it is written."""
        owners: dict[str, tuple[Council, ...]] = {}
        for name, councils in self._as_written.items():
            key = squeeze(spell_out(name))
            owners[key] = _deduplicate((*owners.get(key, ()), *councils))
        return owners

    @cached_property
    def _squeezed_cores(self) -> _Forms:
        """The cores of all names and aliases, in full and squeezed."""
        forms: _Forms = {}
        for core, named in self._list_forms(self.councils).items():
            key = squeeze(spell_out(core))
            forms[key] = (*forms.get(key, ()), *named)
        return forms

    @cached_property
    def _last_words(self) -> frozenset[str]:
        """Every word that a name can end with: most lines end with another, and need no further look."""
        return frozenset({name.rpartition(" ")[2] for name in self._as_written} | TYPE_WORDS | SHORT_TYPES.keys())

    def _find_forms(self, core: str) -> tuple[tuple[frozenset[str], Council], ...]:
        """The forms of one core: only names with its first word are taken apart, once, as to take all takes long."""
        word = core.partition(" ")[0]
        if word not in self._by_word:
            return ()
        if word not in self._forms:
            self._forms[word] = self._list_forms(self._by_word[word])
        return self._forms[word].get(core, ())

    @cached_property
    def _by_word(self) -> dict[str, tuple[Council, ...]]:
        """Every word of a name or alias, folded -> those with such a name."""
        having: dict[str, dict[str, Council]] = {}
        for name, councils in self._as_written.items():
            for word in name.split():
                having.setdefault(word, {}).update({council.name: council for council in councils})
        return {word: tuple(councils.values()) for word, councils in having.items()}

    def _list_forms(self, councils: Iterable[Council]) -> _Forms:
        """The core of each name and alias of these -> what that form says of its type, and whose it is.

        "Leics" says nothing of its type, but is Leicestershire, which is a county.

        Bodies that are no councils are left out: theirs are names to be written in full ("City of London").
        """
        forms: _Forms = {}
        for council in councils:
            if council.type is not CouncilType.OTHER or "Council" in council.name:
                own = take_apart(council.name)
                for name in (council.name, *self.aliases_of(council)):
                    parts = take_apart(name)
                    type_words = parts.type_words
                    if not type_words and spell_out(parts.core) == own.core:
                        type_words = own.type_words
                    if parts.core:
                        forms[parts.core] = (*forms.get(parts.core, ()), (type_words, council))
        return forms


def _parse_row(row: list[str]) -> tuple[Council, tuple[str, ...]]:
    """A council and its aliases from a row of `councils.csv`; lists in a field are parted by `|`."""
    name, kind, region, gss_code, county, established, abolished, successors, aliases, initialism = row
    council = Council(
        name=name,
        type=CouncilType(kind),
        region=region or None,
        gss_code=gss_code or None,
        county=county or None,
        established_on=date.fromisoformat(established) if established else None,
        abolished_on=date.fromisoformat(abolished) if abolished else None,
        successors=tuple(successors.split("|")) if successors else (),
    )
    others = aliases.split("|") if aliases else []
    return council, (*others, initialism) if initialism else tuple(others)


def _fold_name(written: str) -> str:
    """The name folded, without a leading "the"."""
    return fold(written).removeprefix("the ")


def _list_of_type(
    forms: tuple[tuple[frozenset[str], Council], ...], typed: frozenset[str]
) -> Iterator[tuple[Council, ...]]:
    """Of councils of one core: those with the very words for a type, then those they do not speak against."""
    if typed:
        yield _deduplicate(council for type_words, council in forms if type_words == typed)
    yield _deduplicate(council for type_words, council in forms if is_type_compatible(typed, type_words, council.type))


def _deduplicate(councils: Iterable[Council]) -> tuple[Council, ...]:
    """The councils in their order, each once."""
    return tuple({council.name: council for council in councils}.values())


def _existed_about(council: Council, day: date) -> bool:
    """Whether a letter of that day can be to this council."""
    if council.established_on is not None and day < council.established_on:
        return False
    return council.abolished_on is None or day < council.abolished_on + _LETTERS_GO_ON


def _sort(councils: tuple[Council, ...], on: date | None = None) -> tuple[Council, ...]:
    """Those that exist (on that day) first, then councils before other bodies, then by name."""

    def rank(council: Council) -> tuple[bool, bool, str]:
        """Those gone come last, then bodies that are no councils, then by name."""
        gone = council.abolished_on is not None and (on is None or council.abolished_on <= on)
        return gone, council.type is CouncilType.OTHER, council.name

    return tuple(sorted(councils, key=rank))


def _prefer_current(candidates: tuple[Council, ...]) -> Lookup:
    """What a typed name means: the one body of that name which still exists, if there is just one, else all of them."""
    ordered = _sort(candidates)
    current = [council for council in ordered if council.abolished_on is None]
    if len(current) != 1:
        return Lookup(matches=ordered)
    return Lookup(matches=(current[0],), passed_over=ordered[1:])


def _is_full_name(written: str, matches: tuple[Council, ...]) -> bool:
    """Whether words look like a body's name, not like a piece of a sentence ("Bath", "reading council")."""
    words = written.split()
    if not words[0][0].isupper() or words[-1].islower():
        return False
    folded = fold(written)
    return any(fold(council.name) == folded for council in matches) or not _BODY_WORDS.isdisjoint(folded.split())
