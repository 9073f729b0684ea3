"""A sentence without what differs between councils: its names, numbers and dates; and a hash of what is left.

Fingerprints are kept in libraries and shipped with the program: a change of what is here needs a step that drops those
kept (they are made anew where they are missing), and the shipped ones to be made again.
"""

import re
import unicodedata
from typing import NamedTuple

from db.letters.kept_answers import WordAnswers
from db.text.byte_digest import digest_bytes
from db.text.words import find_words

_WORD = re.compile(r"[^\W_]++(?:'[^\W_]++)*+")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)
_NAMES_GO_ON = frozenset(["and", "of", "upon", "on", "with", "under", "by", "le", "the", "in"])
"""Words that may stand inside a name."""
_BEGINNINGS = re.compile(
    r"a|after|all|although|an|and|any|as|at|before|both|but|by|despite|during|each|earlier|finally|for|from|further"
    r"|given|he|her|his|how|however|i|if|in|instead|it|its|last|many|most|my|next|no|of|on|once|one|or|our|over|she"
    r"|since|so|some|such|that|the|their|then|there|these|they|this|those|though|through|to|under|until|we|what|when"
    r"|where|which|while|with|within|without|you|your",
    re.IGNORECASE,
)
"""Words that begin a sentence without being the first of a name."""
_NUMBERS = re.compile(r"[^\d\n]{0,200}+\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve", re.IGNORECASE)
_MASK = "#"


class Fingerprint(NamedTuple):
    """What is left of a sentence, and how many words that is."""

    masked: str
    words: int

    @classmethod
    def of(cls, sentence: str) -> "Fingerprint":
        """That of a sentence of a folded text."""
        words = _mask(sentence)
        return cls("".join(words), len(words) - words.count(_MASK))

    @property
    def value(self) -> int:
        """The hash: 8 bytes as a number, with a sign as SQLite has it."""
        return int.from_bytes(digest_bytes(self.masked.encode()), "big", signed=True)


def _mask(sentence: str) -> list[str]:
    """The words of a sentence in small letters; for each run of names and numbers, with "the" before it, one sign."""
    text = _WEB.sub(" www ", sentence) if "://" in sentence or "www." in sentence.lower() else sentence
    words = _WORD.findall(text) if "'" in text else find_words(text)
    if not words:
        return []
    small = [*map(_SMALL.__getitem__, words)]
    if small[0] == _MASK and not _begins_name(*words[:2]) and not _IS_NUMBER[words[0]]:
        small[0] = _simplify(words[0])
    masked: list[str] = []
    at = 0
    for _ in range(small.count(_MASK)):
        index = small.index(_MASK, at)
        if index > at or not masked:
            between = small[at:index]
            if not masked or not _NAMES_GO_ON.issuperset(between):
                masked += between[:-1] if between[-1:] == ["the"] else between
                masked.append(_MASK)
        at = index + 1
    masked += small[at:]
    return masked


def _make_small(word: str) -> str:
    """A word in small letters, or the sign for one that is a number or has the capital of a name or a sentence."""
    is_titled = word[0].isupper() and word != "I" and not word.startswith("I'")
    return _MASK if is_titled or _is_number(word) else _simplify(word)


_SMALL = WordAnswers(_make_small)


def _is_number(word: str) -> bool:
    """Whether a word is a number: "29th", "2019", "seven"."""
    return _NUMBERS.fullmatch(word) is not None


_IS_NUMBER = WordAnswers(_is_number)
_IS_BEGINNING = WordAnswers(lambda word: _BEGINNINGS.fullmatch(word) is not None)


def _begins_name(first: str, following: str = "") -> bool:
    """Whether a sentence's first word has its capital for being a name, not for standing first."""
    return following[:1].isupper() and not _IS_BEGINNING[first]


def _simplify(word: str) -> str:
    """A word in small letters, without accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))
