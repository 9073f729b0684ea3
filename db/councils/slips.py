"""Slips allowed for, word by word, where nothing that was typed fits: how like each council is to it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from db.councils.index import CouncilIndex
from db.councils.names import TYPE_WORDS
from db.councils.query import BEGINNINGS_OF_TYPE, Query

_LEAST_LIKENESS = 0.68  # one slip in four letters, two in seven
_LIKELY = 0.75  # enough to be a type mistyped
_WHOLE_NAME = 0.05  # the weight of the whole name beside its words
_RIGHT_TYPE = 0.15


def measure_likeness(index: CouncilIndex, query: Query) -> dict[int, float]:
    """How like each council is to what was typed, 1 being the same, if each typed word is like one of its words.

    Mistyped types ("counsil") rule nobody out. They, and the likeness of the whole name, decide between
    councils with words as like.
    """
    kinds = {word: kind for word in query.words if (kind := _correct_type(word))}
    names = [word for word in query.words if word not in kinds] or list(query.words)
    letters = "".join(names)
    starts = [indexed.core_letters[: len(letters) + 1] for indexed in index.councils]
    whole = {number: likeness for likeness, number in _compare(letters, starts)}
    of_words = [_measure_by_word(index, word) for word in names]
    likely = dict(whole)
    for number in set.intersection(*map(set, of_words)) if names else ():
        likeness = sum(of_word[number] for of_word in of_words) / len(names)
        likely[number] = max(likeness, whole.get(number, 0.0))
    return {
        number: likeness
        + _WHOLE_NAME * whole.get(number, 0.0)
        + _RIGHT_TYPE * sum(index.councils[number].has_word(kind) for kind in kinds.values())
        for number, likeness in likely.items()
        if likeness >= _LEAST_LIKENESS
    }


def _measure_by_word(index: CouncilIndex, typed: str) -> dict[int, float]:
    """The likeness of each council's likest word, or start of a word, to one typed word."""
    best: dict[int, float] = defaultdict(float)
    words = [word for word in index.words if word not in TYPE_WORDS]
    for length in (len(typed), len(typed) + 1, None):
        for likeness, position in _compare(typed, [word[:length] for word in words]):
            for number in index.get_having(words[position]):
                best[number] = max(best[number], likeness)
    return best


def _correct_type(typed: str) -> str:
    """The word for a type that a word is or was meant for, else nothing; "london" is a name as well."""
    likeness, position = max(_compare(typed, BEGINNINGS_OF_TYPE), default=(0.0, 0))
    return BEGINNINGS_OF_TYPE[position] if likeness >= _LIKELY and typed != "london" else ""


def _compare(typed: str, choices: Sequence[str]) -> Iterator[tuple[float, int]]:
    """Likeness (0.5 to 1) and position of the choices that are like what was typed, swapped letters being one slip.

    rapidfuzz takes 5 ms to import, which nobody waits for who makes no slip.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    scorer = OSA.normalized_similarity
    for _, likeness, position in process.extract(typed, choices, scorer=scorer, score_cutoff=0.5, limit=None):
        yield likeness, position
