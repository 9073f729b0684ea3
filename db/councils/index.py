"""An index of councils: by the names they go by, by the words of these, and by their initials."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from db.councils import tiers
from db.councils.indexed_council import IndexedCouncil
from db.councils.register import Register
from db.model import Council

Numbered = TypeVar("Numbered", bound=Hashable)


class CouncilIndex:
    """The given councils by name, each known by its number in that order."""

    def __init__(self, councils: Sequence[Council]) -> None:
        register = Register.load()
        by_name = sorted(councils, key=lambda council: (council.name.casefold(), council.name))
        self.councils = [_prepare(council, register) for council in by_name]
        exact: dict[str, list[tuple[int, float]]] = defaultdict(list)
        initials: dict[str, list[int]] = defaultdict(list)
        having: dict[str, list[int]] = defaultdict(list)
        for number, indexed in enumerate(self.councils):
            for letters in indexed.own:
                exact[letters].append((number, tiers.EXACT))
            for letters in indexed.others:
                exact[letters].append((number, tiers.ALIAS))
            for letters in indexed.list_initials():
                initials[letters].append(number)
            for word in {word for form in indexed.forms for word in form}:
                having[word].append(number)
        self._exact = _keep_once(exact)
        self._initials = _keep_once(initials)
        self._having = _keep_once(having)
        self.words = sorted(self._having)
        self._sorted_initials = sorted(self._initials)

    def get_exact(self, letters: str) -> dict[int, float]:
        """The tier of each council that goes by exactly this name, run together."""
        return dict(self._exact.get(letters, ()))

    def get_having(self, word: str) -> Sequence[int]:
        """The councils with this word, one of `words`."""
        return self._having[word]

    def get_having_start(self, start: str) -> set[int]:
        """The councils with a word that starts so."""
        numbers: set[int] = set()
        for word in _list_starting_with(start, self.words):
            numbers.update(self._having[word])
        return numbers

    def list_contracted(self, first: str, end: str) -> list[str]:
        """The words that start and end so, with letters between: "middlesbrough" is one of m and "brough"."""
        starting = _list_starting_with(first, self.words)
        return [word for word in starting if word.endswith(end) and len(word) > len(first) + len(end)]

    def get_initials(self, letters: str) -> Sequence[int]:
        """The councils with exactly these initials."""
        return self._initials.get(letters, ())

    def get_initials_start(self, letters: str) -> set[int]:
        """The councils with initials that start so."""
        numbers: set[int] = set()
        for initials in _list_starting_with(letters, self._sorted_initials):
            numbers.update(self._initials[initials])
        return numbers


def _list_starting_with(start: str, ordered: Sequence[str]) -> Iterator[str]:
    """Those of the ordered words that start so."""
    for index in range(bisect_left(ordered, start), len(ordered)):
        if not ordered[index].startswith(start):
            return
        yield ordered[index]


def _prepare(council: Council, register: Register) -> IndexedCouncil:
    """A council made ready to be found; once for all, if it is the register's: so are most that a library knows."""
    if council == register.by_name(council.name):
        return _prepare_registered(council)
    return IndexedCouncil(council, register.aliases_of(council))


@cache
def _prepare_registered(council: Council) -> IndexedCouncil:
    """A council of the register made ready to be found."""
    return IndexedCouncil(council, Register.load().aliases_of(council))


def _keep_once(numbered: Mapping[str, Sequence[Numbered]]) -> dict[str, tuple[Numbered, ...]]:
    """The same in tuples, equal ones kept once: nearly all of these thousands are of one of some hundred councils."""
    kept: dict[Hashable, tuple[Numbered, ...]] = {}
    return {letters: kept.setdefault(each := tuple(of_these), each) for letters, of_these in numbered.items()}
