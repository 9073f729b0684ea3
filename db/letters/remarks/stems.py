"""Beginnings of words, by which a sentence is passed over before any pattern is tried on it.

Few sentences of a letter have the words of any act, and looking up the words of one costs far less than a pattern does.
"""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_KEY = 2
_STEMS: dict[str, list[tuple[str, int]]] = {}
"""The stems that have been defined, with the bit of each, by their first letters."""


def define_stems(choice: str) -> int:
    """The bits of a choice of stems, parted by `|`.

    A stem is the beginning of a word, in small letters, or a whole word where a space ends it. "0 " is any number.
    """
    _find_stems.cache_clear()
    return sum(_define_stem(stem) for stem in set(choice.split("|")))


def _define_stem(stem: str) -> int:
    known = _STEMS.setdefault(stem[:_KEY], [])
    for other, bit in known:
        if other == stem:
            return bit
    bit = 1 << sum(map(len, _STEMS.values()))
    known.append((stem, bit))
    return bit


def find_stems(sentence: str) -> int:
    """The bits of all stems that words of this sentence begin with."""
    found = 0
    for word in _WORD.findall(sentence.casefold()):
        found |= _find_stems(word)
    return found


@lru_cache(maxsize=8192)
def _find_stems(word: str) -> int:
    whole = "0 " if word[0].isdigit() else f"{word} "
    return sum(bit for stem, bit in _STEMS.get(whole[:_KEY], ()) if whole.startswith(stem))
