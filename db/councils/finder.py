"""Finding councils while somebody types: tiers of certainty first, slips allowed for where nothing fits.

A council is found by its name without the words for its type (its core), by its whole name, and by each other
name the register has for it. The tiers, best first: the name itself; its start; its initials; every typed word
starting a word of it; the typed letters inside it. Only if none of these finds anything are slips allowed for,
word by word.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from db.councils.highlight import Mark, marks_in
from db.councils.names import SHORT_WORDS, SMALL_WORDS, TYPE_WORDS, NameParts, fold, is_type_compatible, take_apart
from db.councils.register import Register
from db.model import Council, CouncilType

_EXACT = 1000.0
_ALIAS = 990.0
_OTHER_TYPE = 930.0  # the name itself, but with a type that speaks against it: "Leicester County"
_WHOLE_WORDS = 920.0
_START = 900.0
_INITIALS = 880.0
_INITIALS_START = 870.0
_IN_ORDER = 800.0
_ANY_ORDER = 750.0
_INSIDE = 600.0
_TYPE_START = 500.0
_TYPE = 450.0
_SLIP = 300.0  # times the likeness, which is 1 for the same, and somewhat more with the right type

_SURE = 980.0  # from this tier on the name itself was typed
_SPELT_OUT = 3.0  # taken off where "leics" had to be read as "leicestershire"
_OTHER_NAME = 2.0  # taken off where another name than its own matches
_LEEWAY = _SPELT_OUT + _OTHER_NAME
_BEGUN_TYPE = 25.0  # taken off where the last word is passed over as a type begun
_SAME_TYPE = 15.0  # put on where the typed type is the council's own
_NO_COUNCIL = 30.0  # taken off fire authorities and the like unless named outright
_LEAST_LIKENESS = 0.68  # one slip in four letters, two in seven
_LIKELY = 0.75  # enough to be a type mistyped
_CLEAR = 0.82  # enough to be meant: one slip in five letters
_WHOLE_NAME = 0.05  # the weight of the whole name beside its words
_RIGHT_TYPE = 0.15
_LEAD = 0.1  # by which a slip must be likelier than the next to be taken for meant

_TYPE_STARTS = tuple(sorted((TYPE_WORDS | {"london", "royal"}) - {"councils"}))


class Match(NamedTuple):
    """A council that matches; `spans` are the (start, end) in its name that do, in order, possibly none.

    `score` orders the finds of one query, higher first; it says nothing across queries.
    """

    council: Council
    score: float
    spans: tuple[Mark, ...]


class CouncilFinder:
    """Finds among the given councils; made once, then asked on each key."""

    def __init__(self, councils: Sequence[Council]) -> None:
        self._register = register = Register.load()
        by_name = sorted(councils, key=lambda council: (council.name.casefold(), council.name))
        self._entries = [_Entry(council, register.aliases_of(council)) for council in by_name]
        self._exact: dict[str, dict[int, float]] = defaultdict(dict)
        self._initials: dict[str, set[int]] = defaultdict(set)
        self._having: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(self._entries):
            for text, tier in entry.exact.items():
                self._exact[text][number] = tier
            for initials in entry.initials:
                self._initials[initials].add(number)
            for word in {word for form in entry.forms for word in form}:
                self._having[word].add(number)
        self._words = sorted(self._having)
        self._sorted_initials = sorted(self._initials)

    def find(self, query: str) -> list[Match]:
        """The councils that match, best first; all of them by name for an empty query, none for nonsense."""
        if not query.strip():
            return [Match(entry.council, 0.0, ()) for entry in self._entries]
        typed = _Typed.read(query)
        tiers = self._tiers(typed)
        if max(tiers.values(), default=0.0) < _INSIDE - _LEEWAY:
            tiers |= {number: _SLIP * likeness for number, likeness in self._slips(typed).items()}
        entries = self._entries
        words = tuple(dict.fromkeys((*typed.folded.split(), *typed.spelt_out)))
        return [
            Match(entries[number].council, score, marks_in(entries[number].council.name, words, typed.squeezed))
            for score, number in self._ranked(typed, tiers)
        ]

    def choose(self, query: str) -> tuple[Council, ...]:
        """The one council a query names beyond reasonable doubt, else those it could name, likeliest first.

        The name itself counts before longer names; of bodies of one name the type typed decides, then whether
        it still exists. Otherwise all that match by their words, or by letters, or by a slip are in question. A
        name the register knows is never taken for that of a council which only looks like it; words for a type alone
        name nobody.
        """
        typed = _Typed.read(query)
        tiers = self._tiers(typed)
        best = max(tiers.values(), default=0.0)
        if best >= _SURE:
            meant = self._named(typed, {number: tier for number, tier in tiers.items() if tier >= _SURE})
        elif not typed.words or self._is_elsewhere(query):
            meant = {}
        elif best >= _ANY_ORDER - _LEEWAY:
            meant = {number: tier for number, tier in tiers.items() if tier >= _ANY_ORDER - _LEEWAY}
        elif best >= _INSIDE - _LEEWAY:
            meant = tiers if len(typed.squeezed) > 3 or len(tiers) > 1 else {}
        else:
            meant = self._meant_by_slip(typed)
        return tuple(self._entries[number].council for _, number in self._ranked(typed, meant))

    def _meant_by_slip(self, typed: "_Typed") -> dict[int, float]:
        """The council like what was typed, if clearly so, or those about as like; not one that is only somewhat."""
        slips = self._slips(typed)
        likeliest = max(slips.values(), default=0.0)
        meant = {number: likeness for number, likeness in slips.items() if likeness > likeliest - _LEAD}
        return meant if likeliest >= _CLEAR or len(meant) > 1 else {}

    def _is_elsewhere(self, query: str) -> bool:
        """Whether this is the name of councils of the register, none of which is among those given."""
        here = {entry.council.name for entry in self._entries}
        matches = self._register.resolve(query).matches
        return bool(matches) and here.isdisjoint(council.name for council in matches)

    def _named(self, typed: "_Typed", tiers: dict[int, float]) -> dict[int, float]:
        """Of councils that go by the name typed: those of the type typed, the one that exists, the own names."""
        entries = self._entries
        of_the_type = {number: tier for number, tier in tiers.items() if entries[number].is_called(typed.said)}
        tiers = of_the_type or tiers
        current = {number: tier for number, tier in tiers.items() if not entries[number].is_abolished}
        tiers = current if len(current) == 1 else tiers
        best = max(tiers.values())
        return {number: tier for number, tier in tiers.items() if tier == best}

    def _ranked(self, typed: "_Typed", tiers: dict[int, float]) -> list[tuple[float, int]]:
        """Score and number of each match, best first: in a tier the shorter name, and what still exists."""
        ranked = []
        for number, tier in tiers.items():
            entry = self._entries[number]
            score = tier - entry.handicap
            if entry.is_other and _TYPE <= tier < _SURE:
                score -= _NO_COUNCIL
            if entry.is_called(typed.said):
                score += _SAME_TYPE
            ranked.append((score, number))
        return sorted(ranked, key=lambda pair: (-pair[0], pair[1]))

    def _tiers(self, typed: "_Typed") -> dict[int, float]:
        """The best tier of each council that matches without a slip, by its number."""
        tiers: dict[int, float] = defaultdict(float)

        def note(numbers: dict[int, float]) -> None:
            """Keep the better tier of each entry."""
            for number, tier in numbers.items():
                tiers[number] = max(tiers[number], tier)

        note(self._exact.get(typed.squeezed, {}))
        note(self._named_by(typed.words, typed.said))
        if typed.spelt_out != typed.words:
            spelt_out = self._named_by(typed.spelt_out, typed.said)
            note({number: tier - _SPELT_OUT for number, tier in spelt_out.items()})
        if typed.begun_type:
            for number, tier in self._named_by(typed.words[:-1], typed.said).items():
                if self._entries[number].has_word(typed.begun_type):
                    note({number: tier if tier >= _SURE else tier - _BEGUN_TYPE})
        note(self._by_initials(typed.squeezed))
        if len(typed.squeezed) >= 3:
            for number, entry in enumerate(self._entries):
                if number not in tiers and (tier := entry.letters(typed)):
                    tiers[number] = tier
        return tiers

    def _named_by(self, words: tuple[str, ...], said: frozenset[str]) -> dict[int, float]:
        """Councils whose words begin with these, all of them, and those of exactly this name."""
        tiers: dict[int, float] = {}
        if words:
            for number in set.intersection(*map(self._with_word, words)):
                if tier := self._entries[number].words_tier(words):
                    tiers[number] = tier
        for number, tier in self._exact.get("".join(words), {}).items():
            entry = self._entries[number]
            agrees = is_type_compatible(said, entry.said, entry.council.type)
            tiers[number] = tier if agrees else _OTHER_TYPE
        return tiers

    def _with_word(self, start: str) -> set[int]:
        """The councils with a word that starts so."""
        numbers: set[int] = set()
        for word in _starting_with(start, self._words):
            numbers |= self._having[word]
        return numbers

    def _by_initials(self, letters: str) -> dict[int, float]:
        """The councils with these initials, or with initials that start with these three letters and more."""
        tiers: dict[int, float] = {}
        if len(letters) >= 3:
            for initials in _starting_with(letters, self._sorted_initials):
                tiers |= dict.fromkeys(self._initials[initials], _INITIALS_START)
        return tiers | dict.fromkeys(self._initials.get(letters, ()), _INITIALS)

    def _slips(self, typed: "_Typed") -> dict[int, float]:
        """How like each council is to what was typed, 1 being the same, if each typed word is like one of its words.

        Mistyped types ("counsil") rule nobody out. They, and the likeness of the whole name, decide between
        councils with words as like. A name that the register knows is no slip.
        """
        if self._register.resolve(typed.folded).matches:
            return {}
        kinds = {word: kind for word in typed.words if (kind := _likest_type(word))}
        names = [word for word in typed.words if word not in kinds] or list(typed.words)
        letters = "".join(names)
        starts = [entry.squeezed[: len(letters) + 1] for entry in self._entries]
        whole = {number: likeness for likeness, number in _alike(letters, starts)}
        of_words = [self._alike_by_word(word) for word in names]
        likely = dict(whole)
        for number in set.intersection(*map(set, of_words)) if names else ():
            likeness = sum(of_word[number] for of_word in of_words) / len(names)
            likely[number] = max(likeness, whole.get(number, 0.0))
        return {
            number: likeness
            + _WHOLE_NAME * whole.get(number, 0.0)
            + _RIGHT_TYPE * sum(self._entries[number].has_word(kind) for kind in kinds.values())
            for number, likeness in likely.items()
            if likeness >= _LEAST_LIKENESS
        }

    def _alike_by_word(self, typed: str) -> dict[int, float]:
        """The likeness of each council's likest word, or start of a word, to one typed word."""
        best: dict[int, float] = defaultdict(float)
        words = [word for word in self._words if word not in TYPE_WORDS]
        for length in (len(typed), len(typed) + 1, None):
            for likeness, place in _alike(typed, [word[:length] for word in words]):
                for number in self._having[words[place]]:
                    best[number] = max(best[number], likeness)
        return best


@dataclass(frozen=True, slots=True)
class _Typed:
    """A query read: its `words` without those for a type, and what it `said` of the type.

    `spelt_out` are the words with "leics" as "leicestershire"; `begun_type` is the last word if it may be the
    start of a type ("leicester ci"); `squeezed` is all that was typed, folded, without spaces.
    """

    folded: str
    squeezed: str
    words: tuple[str, ...]
    said: frozenset[str]
    spelt_out: tuple[str, ...]
    begun_type: str

    @classmethod
    def read(cls, query: str) -> "_Typed":
        """Read a query as it is searched for."""
        folded = fold(query)
        parts = take_apart(folded)
        core = parts.core
        if not core and not any(word in _TYPE_STARTS for word in folded.split()):
            core = folded
        *before, last = core.split() or [""]
        words = (*_without_small(before), last) if before else (last,) if last else ()
        spelt_out = tuple(
            part
            for word in words
            for part in (SHORT_WORDS.get(word, word).split() if len(words) > 1 or len(word) > 2 else [word])
        )
        begins_type = len(words) > 1 and any(kind.startswith(last) for kind in _TYPE_STARTS)
        begun_type = last if begins_type else ""
        return cls(folded, folded.replace(" ", ""), words, parts.type_words, spelt_out, begun_type)


class _Entry:
    """A council made ready to be found: each way of writing its name, in words, letters and initials."""

    def __init__(self, council: Council, aliases: Sequence[str]) -> None:
        parts = take_apart(council.name)
        self.council = council
        self.said = parts.type_words
        self.folded = fold(council.name)
        self.is_other = council.type is CouncilType.OTHER and not self.has_word("council")
        core = self.folded if self.is_other or not parts.core else parts.core
        others = [fold(alias) for alias in aliases]
        apart = [
            NameParts(core=alias, type_words=frozenset()) if self.is_other else take_apart(alias) for alias in others
        ]
        cores = [core, *(other.core or alias for other, alias in zip(apart, others, strict=True))]
        ends = [alias.removesuffix(" council") for alias in others]
        bare = [core, *(other.core for other in apart if not other.type_words)]
        self.squeezed = core.replace(" ", "")
        self.is_abolished = council.abolished_on is not None
        self.handicap = min(len(core), 60) / 100 + self.is_abolished + 2 * self.is_other
        self.forms = list(dict.fromkeys(_without_small(form.split()) for form in cores))
        self.exact = {"".join(_without_small(form.split())): _ALIAS for form in bare}
        self.exact |= {form.replace(" ", ""): _ALIAS for form in (*bare, *others, *ends)}
        self.exact |= dict.fromkeys(("".join(self.forms[0]), self.squeezed, self.folded.replace(" ", "")), _EXACT)
        self.initials = _initials_of(core, self.folded)
        self._letters = " ".join(["", *self.exact, *(form.replace(" ", "") for form in cores)])

    def is_called(self, said: frozenset[str]) -> bool:
        """Whether something was said of its type, and its own name says so too."""
        return bool(said) and said <= self.said

    def has_word(self, start: str) -> bool:
        """Whether a word of its whole name starts so."""
        return f" {start}" in f" {self.folded}"

    def words_tier(self, words: tuple[str, ...]) -> float:
        """The tier it matches in if each typed word starts a word of one way of writing its name, else 0."""
        key = " ".join(words)
        own = _tier(self.forms[0], words, key)
        others = max((_tier(form, words, key) for form in self.forms[1:]), default=0.0)
        return max(own, others - _OTHER_NAME)

    def letters(self, typed: _Typed) -> float:
        """The tier it matches in by letters alone, spaces left out, else 0."""
        if f" {typed.squeezed}" in self._letters:
            own = any(name.startswith(typed.squeezed) for name in (self.squeezed, self.folded.replace(" ", "")))
            return (_START if typed.words else _TYPE_START) - (0.0 if own else _OTHER_NAME)
        if typed.words:
            return _INSIDE if typed.squeezed in self._letters else 0.0
        return _TYPE if all(self.has_word(word) for word in typed.folded.split()) else 0.0


def _alike(typed: str, choices: Sequence[str]) -> Iterator[tuple[float, int]]:
    """Likeness (0.5 to 1) and place of the choices that are like what was typed, swapped letters being one slip.

    rapidfuzz takes 5 ms to import, which nobody waits for who makes no slip.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    scorer = OSA.normalized_similarity
    for _, likeness, place in process.extract(typed, choices, scorer=scorer, score_cutoff=0.5, limit=None):
        yield likeness, place


def _likest_type(typed: str) -> str:
    """The word for a type that a word is or was meant for, else nothing; "london" is a name as well."""
    likeness, place = max(_alike(typed, _TYPE_STARTS), default=(0.0, 0))
    return _TYPE_STARTS[place] if likeness >= _LIKELY and typed != "london" else ""


def _tier(form: tuple[str, ...], words: tuple[str, ...], key: str) -> float:
    """The tier of typed words against one way of writing a name, else 0. `key` is the words with spaces."""
    whole = " ".join(form)
    if whole.startswith(key):
        return _WHOLE_WORDS if len(whole) == len(key) or whole[len(key)] == " " else _START
    rest = iter(form)
    if all(any(there.startswith(word) for there in rest) for word in words):
        return _IN_ORDER
    left = list(form)
    for word in sorted(words, key=len, reverse=True):
        there = next((there for there in left if there.startswith(word)), None)
        if there is None:
            return 0.0
        left.remove(there)
    return _ANY_ORDER


def _without_small(words: list[str]) -> tuple[str, ...]:
    """The words without "and", "of" and the like, unless there are no others."""
    return tuple(word for word in words if word not in SMALL_WORDS) or tuple(words)


def _initials_of(core: str, whole: str) -> frozenset[str]:
    """The initials of its core and of its whole name, small words counted or not, with and without a type."""
    found = set()
    for name in (core, whole):
        for words in (name.split(), _without_small(name.split())):
            found.add("".join(word[0] for word in words))
    with_type = {initials + ending for initials in found for ending in ("c", "bc", "cc", "dc")}
    return frozenset(initials for initials in found | with_type if len(initials) > 1)


def _starting_with(start: str, ordered: list[str]) -> Iterator[str]:
    """Those of the ordered words that start so."""
    for place in range(bisect_left(ordered, start), len(ordered)):
        if not ordered[place].startswith(start):
            return
        yield ordered[place]
