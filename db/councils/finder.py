"""Finding councils while somebody types: tiers of certainty first, slips allowed for where nothing fits.

A council is found by its name without the words for its type (its core), by its whole name, and by each other
name the register has for it. The tiers, best first: the name itself; its start; its initials; every typed word
starting a word of it; the typed letters inside it. Only if none of these finds anything are slips allowed for,
word by word.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from db.councils import tiers
from db.councils.highlight import Span, locate_spans
from db.councils.index import CouncilIndex
from db.councils.names import is_type_compatible
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
        if max(matching.values(), default=0.0) < tiers.INSIDE - tiers.LEEWAY:
            if is_known is None:
                is_known = bool(Register.load().look_up(query.folded).matches)
            likeness = {} if is_known else measure_likeness(self.index, query)
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
            score = tier - indexed.handicap
            if indexed.is_other and tiers.TYPE <= tier < tiers.SURE:
                score -= tiers.NO_COUNCIL
            if indexed.is_called(query.type_words):
                score += tiers.SAME_TYPE
            ranked.append((score, number))
        return sorted(ranked, key=lambda pair: (-pair[0], pair[1]))

    def _grade(self, query: Query) -> dict[int, float]:
        """The best tier of each council that matches without a slip, by its number."""
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
        keep_better(self._grade_by_initials(query.letters))
        if len(query.letters) >= _SHORTEST_PART:
            for number, indexed in enumerate(self.index.councils):
                if number not in graded and (tier := indexed.grade_letters(query)):
                    graded[number] = tier
        return graded

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
