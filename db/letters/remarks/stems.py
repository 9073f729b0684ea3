"""Beginnings of words, by which a sentence is passed over before any pattern is tried on it.

Few sentences of a letter have the words of any act, and looking up the words of one costs far less than a pattern does.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from db.letters.kept_answers import WordAnswers
from db.text.words import find_words


class Sieve:
    """Tells which of several things a sentence can be, each of which needs a stem of each of its choices of stems.

    A choice is of stems parted by `|`. A stem is the beginning of a word, in small letters, or a whole word where a
    space ends it. "0 " is any number.
    """

    def __init__(self, things: Sequence[Sequence[str]]) -> None:
        # A bit for each thing that has its first choice, then one for each that has its second, and so on.
        self._count = len(things)
        self._all = (1 << len(things)) - 1
        self._most_choices = max(map(len, things), default=0)
        self._stems: dict[str, int] = {}
        self._granted = 0  # what is wanting of the choices of a thing that has fewer
        for index, choices in enumerate(things):
            for place in range(self._most_choices):
                bit = 1 << (place * self._count + index)
                if place < len(choices):
                    self._add(choices[place], bit)
                else:
                    self._granted |= bit
        self._longest = max(map(len, self._stems), default=0)
        self._bits = WordAnswers(self._find_bits)

    def list_likely(self, sentence: str) -> list[int]:
        """The indexes of the things that have a stem of each choice in the sentence."""
        words = find_words(sentence.casefold())
        found = reduce(or_, filter(None, map(self._bits.__getitem__, words)), self._granted)
        likely = self._all
        for _ in range(self._most_choices):
            likely &= found
            found >>= self._count
        return list(_list_bits(likely)) if likely else []

    def _add(self, choice: str, bit: int) -> None:
        for stem in choice.split("|"):
            self._stems[stem] = self._stems.get(stem, 0) | bit

    def _find_bits(self, word: str) -> int:
        """The bits of the choices that have a stem of this word."""
        whole = "0 " if word[0].isdigit() else f"{word} "
        bits = 0
        for length in range(1, min(len(whole), self._longest) + 1):
            bits |= self._stems.get(whole[:length], 0)
        return bits


def _list_bits(bits: int) -> Iterator[int]:
    """The places of the bits that are set, from the lowest on."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
