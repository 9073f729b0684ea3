"""What is worked out of a text alone is kept for when it comes again: most sentences of a year's letters are in each.

Only for what depends on nothing else, so that no letter is read otherwise for what was read before it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

LONGEST_KEPT = 1500
"""The longest text whose answer is kept, in characters: that of a sentence."""
MOST_KEPT = 8192
"""Of how many texts the answer is kept, those asked for last."""


def keep_answers(work_out: Callable[[str], T]) -> Callable[[str], T]:
    """A function of a text that looks its answer up where it has worked it out before."""
    kept = lru_cache(maxsize=MOST_KEPT)(work_out)

    def answer(text: str) -> T:
        """What it makes of a text."""
        return kept(text) if len(text) <= LONGEST_KEPT else work_out(text)

    return answer
