"""Finding councils while somebody types: tiers of certainty first, slips allowed for where nothing fits.

A council is found by its name without the words for its type (its core), by its whole name, and by each other
name the register has for it. The tiers, best first: the name itself; its start; its initials; every typed word
starting a word of it; the typed letters inside it. Words that choose a region or a type come after names, and choose
among the councils that the other words name. Only if none of these finds anything are slips allowed for, word by word.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from db.councils import tiers
from db.councils.filters import CouncilFilter
from db.councils.highlight import Span, locate_spans
from db.councils.index import CouncilIndex
from db.councils.names import SMALL_WORDS, is_type_compatible
from db.councils.query import Query
from db.councils.register import Register
from db.councils.slips import measure_likeness
from db.model import Council

_SHORTEST_PART = 3  # letters that are looked for inside names, and at the start of initials


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A council that matches; `spans` are the (start, end) in its name that do, in order, possibly none.

    `score` orders the matches of one query, higher first; it says nothing across queries.
    """

    council: Council
    score: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Councils that a query could mean, by their number: the tier of each, and its likeness where slips had to be
    allowed for.
    """

    query: Query
    tiers: Mapping[int, float]
    likeness: Mapping[int, float]


class CouncilFinder:
    """Finds among the given councils; made once, then asked on each key."""

    def __init__(self, councils: Sequence[Council]) -> None:
        self.index = CouncilIndex(councils)

    def find(self, typed: str) -> list[Match]:
        """The councils that match, best first; all of them by name where nothing is typed, none for nonsense."""
        return self.list_matches(self.weigh(Query.parse(typed))) if typed.strip() else self.list_all()

    def weigh(self, query: Query, *, is_known: bool | None = None) -> Candidates:
        """The councils that a query could mean; with a slip only if none is without, and what was typed is no name.

        `is_known` says whether the register knows it as a name, which is then no slip; None: it is asked if need be.
        """
        matching = self._grade(query)
        likeness: dict[int, float] = {}
        is_answered = bool(matching) and query.filter is not None
        if not is_answered and max(matching.values(), default=0.0) < tiers.INSIDE - tiers.LEEWAY:
            if is_known is None:
                is_known = bool(Register.load().look_up(query.folded).matches)
            likeness = {} if is_known else self._measure_likeness(query)
        return Candidates(query=query, tiers=matching, likeness=likeness)

    def list_all(self) -> list[Match]:
        """All councils, by name."""
        return [Match(council=indexed.council, score=0.0, spans=()) for indexed in self.index.councils]

    def list_matches(self, candidates: Candidates) -> list[Match]:
        """The candidates, best first, with what matches in their names."""
        query = candidates.query
        by_slip = {number: tiers.SLIP * likeness for number, likeness in candidates.likeness.items()}
        words = tuple(dict.fromkeys((*query.folded.split(), *query.spelt_out)))
        matches = []
        for score, number in self.rank(query, {**candidates.tiers, **by_slip}):
            council = self.index.councils[number].council
            matches.append(Match(council=council, score=score, spans=locate_spans(council.name, words, query.letters)))
        return matches

    def rank(self, query: Query, graded: Mapping[int, float]) -> list[tuple[float, int]]:
        """Score and number of each council graded, best first: in a tier the shorter name, and what still exists."""
        ranked = []
        for number, tier in graded.items():
            indexed = self.index.councils[number]
            if tier == tiers.FILTER:
                ranked.append((tier - indexed.is_abolished, number))
                continue
            score = tier - indexed.handicap
            if indexed.is_other and tiers.TYPE <= tier < tiers.SURE:
                score -= tiers.NO_COUNCIL
            if indexed.is_called(query.type_words):
                score += tiers.SAME_TYPE
            ranked.append((score, number))
        return sorted(ranked, key=lambda pair: (-pair[0], pair[1]))

    def _measure_likeness(self, query: Query) -> dict[int, float]:
        """How like each council is to what was typed; to its name alone, where other words choose a region or type."""
        if query.filter is not None and query.filter.rest:
            of_name = measure_likeness(self.index, Query.parse(query.filter.rest))
            admitted = self._admit(query.filter)
            if likeness := {number: of_one for number, of_one in of_name.items() if number in admitted}:
                return likeness
        return measure_likeness(self.index, query)

    def _grade(self, query: Query) -> dict[int, float]:
        """The best tier of each council that matches without a slip, by its number, filters included."""
        graded, chosen_by = self._grade_name(query), query.filter
        best = max(graded.values(), default=0.0)
        rules_out = chosen_by is not None and chosen_by.type is not None and not chosen_by.is_begun
        is_named = best >= (tiers.ANY_ORDER - tiers.LEEWAY if chosen_by and chosen_by.rest else tiers.SURE)
        if chosen_by is None or (is_named and not rules_out):
            return graded
        admitted = self._admit(chosen_by)
        if rules_out:
            graded = self._keep_of_type(query, graded, admitted) or (graded if chosen_by.rest else {})
        if not chosen_by.rest:
            named = {number: tier for number, tier in graded.items() if tier > tiers.TYPE_START}
            return dict.fromkeys(admitted, tiers.EXACT if chosen_by.is_whole_code else tiers.FILTER) | named
        if not is_named:
            of_name = self._grade_name(Query.parse(chosen_by.rest))
            for number in admitted & of_name.keys():
                graded[number] = max(graded.get(number, 0.0), of_name[number] - tiers.FILTERED)
        return graded

    def _admit(self, councils: CouncilFilter) -> set[int]:
        """The councils that a filter lets through."""
        return {number for number, indexed in enumerate(self.index.councils) if councils.admits(indexed.council)}

    def _keep_of_type(self, query: Query, graded: Mapping[int, float], admitted: set[int]) -> dict[int, float]:
        """Those graded that are of the type typed, or whose name itself was typed or, type included, begun."""
        is_beside_name = query.filter is not None and bool(query.filter.rest)
        return {
            number: tier
            for number, tier in graded.items()
            if number in admitted
            or tier >= tiers.OTHER_TYPE
            or (is_beside_name and self.index.councils[number].starts_with(query.letters))
        }

    def _grade_name(self, query: Query) -> dict[int, float]:
        """The best tier of each council whose name matches without a slip, by its number."""
        graded: dict[int, float] = defaultdict(float)

        def keep_better(numbers: Mapping[int, float]) -> None:
            """Keep the better tier of each council."""
            for number, tier in numbers.items():
                graded[number] = max(graded[number], tier)

        keep_better(self.index.get_exact(query.letters))
        keep_better(self._grade_by_words(query.words, query.type_words))
        if query.spelt_out != query.words:
            spelt_out = self._grade_by_words(query.spelt_out, query.type_words)
            keep_better({number: tier - tiers.SPELT_OUT for number, tier in spelt_out.items()})
        if query.begun_type:
            for number, tier in self._grade_by_words(query.words[:-1], query.type_words).items():
                if self.index.councils[number].has_word(query.begun_type):
                    keep_better({number: tier if tier >= tiers.SURE else tier - tiers.BEGUN_TYPE})
        for in_full in self._list_in_full(query):
            by_words = self._grade_by_words(in_full, query.type_words)
            keep_better({number: tier - tiers.SPELT_OUT for number, tier in by_words.items()})
        keep_better(self._grade_by_initials(query.letters))
        if len(query.letters) >= _SHORTEST_PART:
            for number, indexed in enumerate(self.index.councils):
                if number not in graded and (tier := indexed.grade_letters(query)):
                    graded[number] = tier
        if not graded and len(query.words) > 1 and query.words[-1] in SMALL_WORDS:
            keep_better(self._grade_by_words(query.words[:-1], query.type_words))
        return graded

    def _list_in_full(self, query: Query) -> Iterator[tuple[str, ...]]:
        """The words with each that was cut short in the middle as every word that it may be: "m'bro"."""
        for word, (first, end) in query.contractions.items():
            for whole in self.index.list_contracted(first, end):
                yield tuple(whole if each == word else each for each in query.words)

    def _grade_by_words(self, words: tuple[str, ...], type_words: frozenset[str]) -> dict[int, float]:
        """Councils whose words begin with these, all of them, and those of exactly this name."""
        graded: dict[int, float] = {}
        if words:
            for number in set.intersection(*map(self.index.get_having_start, words)):
                if tier := self.index.councils[number].grade_words(words):
                    graded[number] = tier
        for number, tier in self.index.get_exact("".join(words)).items():
            indexed = self.index.councils[number]
            is_compatible = is_type_compatible(type_words, indexed.type_words, indexed.council.type)
            graded[number] = tier if is_compatible else tiers.OTHER_TYPE
        return graded

    def _grade_by_initials(self, letters: str) -> dict[int, float]:
        """The councils with these initials, or with initials that start with these three letters and more."""
        begun = self.index.get_initials_start(letters) if len(letters) >= _SHORTEST_PART else ()
        exact = self.index.get_initials(letters)
        return dict.fromkeys(begun, tiers.INITIALS_START) | dict.fromkeys(exact, tiers.INITIALS)


@cache
def load_register_finder() -> CouncilFinder:
    """What finds among all councils of the register; made when first asked, which takes some 20 ms."""
    return CouncilFinder(Register.load().councils)
