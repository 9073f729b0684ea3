"""What is worked out of a text alone is kept for when it comes again: most sentences of a year's letters are in each.

Only for what depends on nothing else, so that no letter is read otherwise for what was read before it. All that is
kept of sentences and their words takes some 6 MB where they are as long as in most letters.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

LONGEST_KEPT = 1500
"""The longest text whose answer is kept, in characters: that of a sentence."""
MOST_KEPT = 8192
"""Of how many texts the answer is kept."""
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


class _Answers(dict[str, T], Generic[T]):
    """The answers to texts by the text, each worked out when it is first asked for; when there are many, all go.

    A dictionary, as one that has the answer is asked several times as fast as any function of ours that looks it up.
    """

    def __init__(self, work_out: Callable[[str], T], longest: int, most: int) -> None:
        super().__init__()
        self._work_out, self._longest, self._most = work_out, longest, most
        _FORGET.append(self.clear)

    def __missing__(self, text: str) -> T:
        answer = self._work_out(text)
        if len(text) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[text] = answer
        return answer


class WordAnswers(_Answers[T]):
    """The answers to words."""

    def __init__(self, work_out: Callable[[str], T]) -> None:
        super().__init__(work_out, LONGEST_WORD, MOST_WORDS)


def keep_answers(work_out: Callable[[str], T]) -> Callable[[str], T]:
    """A function of a text that looks its answer up where it has worked it out before."""
    return _Answers(work_out, LONGEST_KEPT, MOST_KEPT).__getitem__
