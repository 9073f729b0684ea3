"""Which of the councils found are meant: one beyond reasonable doubt, else those that are in question."""

from collections.abc import Mapping

from db.councils import tiers
from db.councils.finder import Candidates, CouncilFinder
from db.councils.query import Query
from db.model import Council

_CLEAR = 0.82  # enough likeness to be meant: one slip in five letters
_LEAD = 0.1  # by which a slip must be likelier than the next to be taken for meant
_LONGEST_BARE_PART = 3  # letters inside one name alone that are too few to mean it


def choose(finder: CouncilFinder, candidates: Candidates, *, is_elsewhere: bool) -> tuple[Council, ...]:
    """The one council a query names beyond reasonable doubt, else those it could name, likeliest first.

    The name itself counts before longer names; of bodies of one name the type typed decides, then whether
    it still exists. Otherwise all that match by their words, or by letters, or by a slip are in question. A
    name the register knows for councils that `finder` has not (`is_elsewhere`) is never taken for that of a council
    which only looks like it; words for a type alone name nobody.
    """
    query, graded = candidates.query, candidates.tiers
    best = max(graded.values(), default=0.0)
    if best >= tiers.SURE:
        chosen = _choose_namesake(finder, query, _keep_from(tiers.SURE, graded))
    elif not query.words or is_elsewhere:
        chosen = {}
    elif best >= tiers.ANY_ORDER - tiers.LEEWAY:
        chosen = _keep_from(tiers.ANY_ORDER - tiers.LEEWAY, graded)
    elif best >= tiers.INSIDE - tiers.LEEWAY:
        chosen = graded if len(query.letters) > _LONGEST_BARE_PART or len(graded) > 1 else {}
    else:
        chosen = _choose_by_likeness(candidates.likeness)
    return tuple(finder.index.councils[number].council for _, number in finder.rank(query, chosen))


def _keep_from(least: float, graded: Mapping[int, float]) -> Mapping[int, float]:
    """Those of this tier and better."""
    return {number: tier for number, tier in graded.items() if tier >= least}


def _choose_by_likeness(likeness: Mapping[int, float]) -> Mapping[int, float]:
    """The council like what was typed, if clearly so, or those about as like; not one that is only somewhat."""
    likeliest = max(likeness.values(), default=0.0)
    chosen = {number: of_one for number, of_one in likeness.items() if of_one > likeliest - _LEAD}
    return chosen if likeliest >= _CLEAR or len(chosen) > 1 else {}


def _choose_namesake(finder: CouncilFinder, query: Query, graded: Mapping[int, float]) -> Mapping[int, float]:
    """Of councils that go by the name typed: those of the type typed, the one that exists, the own names."""
    indexed = finder.index.councils
    of_the_type = {number: tier for number, tier in graded.items() if indexed[number].is_called(query.type_words)}
    graded = of_the_type or graded
    current = {number: tier for number, tier in graded.items() if not indexed[number].is_abolished}
    graded = current if len(current) == 1 else graded
    return _keep_from(max(graded.values()), graded)
