"""What is worked out of a text alone is kept for when it comes again: most sentences of a year's letters are in each.

Only for what depends on nothing else, so that no letter is read otherwise for what was read before it. All that is
kept of sentences and their words takes some 6 MB where they are as long as in most letters.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

LONGEST_KEPT = 1500
"""The longest text whose answer is kept, in characters: that of a sentence."""
MOST_KEPT = 8192
"""Of how many texts the answer is kept, those asked for last."""
LONGEST_WORD = 50
MOST_WORDS = 8192
"""The longest word whose answer is kept, and of how many words it is: letters have few others."""


_FORGET: list[Callable[[], None]] = []
"""What lets go of each kind of answers."""


def forget_answers() -> None:
    """Let go of all that is kept, which is of use while many letters are read, not while one is looked at now and then.

    What comes again is worked out again.
    """
    for forget in _FORGET:
        forget()


def keep_answers(work_out: Callable[[str], T]) -> Callable[[str], T]:
    """A function of a text that looks its answer up where it has worked it out before."""
    kept = lru_cache(maxsize=MOST_KEPT)(work_out)
    _FORGET.append(kept.cache_clear)

    def answer(text: str) -> T:
        """What it makes of a text."""
        return kept(text) if len(text) <= LONGEST_KEPT else work_out(text)

    return answer


class WordAnswers(dict[str, T], Generic[T]):
    """The answers to words by the word, each worked out when it is first asked for; when there are many, all go."""

    def __init__(self, work_out: Callable[[str], T]) -> None:
        super().__init__()
        self._work_out = work_out
        _FORGET.append(self.clear)

    def __missing__(self, word: str) -> T:
        answer = self._work_out(word)
        if len(self) >= MOST_WORDS:
            self.clear()
        if len(word) <= LONGEST_WORD:
            self[word] = answer
        return answer
