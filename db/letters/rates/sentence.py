"""Finding sentences that begin with a figure. Their words are looked for first: every number may begin one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.letters.patterns import phrase
from db.letters.started import StartedPattern

_BEFORE = 200
"""How far before its words a sentence can begin, in characters of a view."""


@dataclass(frozen=True, slots=True)
class FigureSentence:
    """A sentence in two parts: `whole` begins with a figure, `words` is what comes after."""

    whole: re.Pattern[str]
    words: StartedPattern

    @classmethod
    def of(cls, figure: str, words: str, start: str, word: str) -> "FigureSentence":
        """A sentence from two patterns as `phrase` takes them; `figure` ends with the gap before the words.

        `start` is how the words begin, and `word` one that is among them, as `StartedPattern.at_words` takes both.
        """
        return cls(phrase(figure + words), StartedPattern.at_words(phrase(words), start, words=(word,)))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The sentences in the text, as a search for `whole` would find them."""
        last = 0
        for words in self.words.finditer(text):
            match = self.whole.search(text, max(words.start() - _BEFORE, last), words.end())
            if match:
                last = words.end()
                yield match

    def search(self, text: str) -> re.Match[str] | None:
        """The first of them."""
        return next(self.finditer(text), None)
