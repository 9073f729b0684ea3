"""A sentence without what differs between councils: its names, numbers and dates; and a hash of what is left.

Fingerprints are kept in libraries and shipped with the program: a change of what is here needs a step that drops those
kept (they are made anew where they are missing), and the shipped ones to be made again.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
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


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The hash of a sentence (8 bytes as a number, with a sign as SQLite has it), and how many words it is of."""

    value: int
    words: int

    @classmethod
    def of(cls, sentence: str) -> "Fingerprint":
        """That of a sentence of a folded text."""
        words = _mask(sentence)
        digest = hashlib.blake2b("".join(words).encode(), digest_size=8).digest()
        return cls(int.from_bytes(digest, "big", signed=True), sum(word != _MASK for word in words))


def _mask(sentence: str) -> list[str]:
    """The words of a sentence in small letters; for each run of names and numbers, with "the" before it, one sign."""
    words = _WORD.findall(_WEB.sub(" www ", sentence))
    masked: list[str] = []
    between: list[str] = []
    for index, word in enumerate(words):
        if _is_number(word) or _is_name(word, words[index + 1] if index + 1 < len(words) else "", is_first=not index):
            if not masked or masked[-1] != _MASK:
                masked.extend(between[:-1] if between[-1:] == ["the"] else between)
                masked.append(_MASK)
            between = []
            continue
        small = _simplify(word)
        between.append(small)
        if small not in _NAMES_GO_ON:
            masked.extend(between)
            between = []
    return masked + between


def _is_number(word: str) -> bool:
    """Whether a word is a number: "29th", "2019", "seven"."""
    return _NUMBERS.fullmatch(word) is not None


def _is_name(word: str, following: str, *, is_first: bool) -> bool:
    """Whether a word has a capital for being a name, or part of one, not for standing first."""
    if not word[0].isupper() or word == "I" or word.startswith("I'"):
        return False
    return not is_first or (following[:1].isupper() and not _BEGINNINGS.fullmatch(word))


def _simplify(word: str) -> str:
    """A word in small letters, without accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))
