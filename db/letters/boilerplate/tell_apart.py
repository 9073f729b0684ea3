"""Telling a letter's own words from boilerplate: by the other letters of its year, and by what is known of the year."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from db.letters.anatomy import Anatomy
from db.letters.boilerplate.known import load_known
from db.letters.boilerplate.own_words import FEWEST_OTHERS, Basis, OwnWords, ToldSentence
from db.letters.boilerplate.sentences import list_fingerprints, list_sentences
from db.letters.folded import FoldedText


def make_fingerprints(text: str) -> tuple[int, ...]:
    """The fingerprints of the sentences of a letter's stored text, each once, ascending."""
    return list_fingerprints(Anatomy.find(FoldedText.fold(text)))


def tell_apart(text: str, year: int | None, others: Sequence[Collection[int]]) -> OwnWords:
    """Which sentences of a letter are boilerplate; `others` are the fingerprints of each other letter of the year."""
    known = load_known()
    shipped = known.get(year, frozenset()) if year is not None else frozenset()
    sentences = sorted(list_sentences(Anatomy.find(FoldedText.fold(text))), key=lambda each: each.start)
    counted = _count(others, {each.fingerprint for each in sentences})
    common = {value for value, count in counted.items() if count >= FEWEST_OTHERS and count * 2 > len(others)}
    basis = Basis.SHIPPED if shipped else Basis.LIBRARY if len(others) >= FEWEST_OTHERS else Basis.UNKNOWN
    return OwnWords(
        year=year,
        basis=basis,
        others=len(others),
        sentences=tuple(
            ToldSentence(
                each.start,
                each.end,
                is_boilerplate=each.fingerprint in common or each.fingerprint in shipped,
                is_body=each.is_body,
                is_heading=each.is_heading,
            )
            for each in sentences
        ),
    )


def _count(others: Sequence[Collection[int]], wanted: set[int]) -> Mapping[int, int]:
    """In how many of the other letters each of these fingerprints stands."""
    return Counter(value for other in others for value in wanted.intersection(other))
