"""What of a text no pattern is given: all that looks for something in a letter looks at what this leaves of it.

A pattern that begins with a repeat looks at a run of n signs n times, and one that has a repeat in its midst looks at
a line as often as it begins there. With lines and runs bounded here, no text makes that more than a factor.
"""

import re
from collections.abc import Iterator

from db.text.limits import LONGEST_LINE, LONGEST_RUN

_RUN = re.compile(rf"(?<![\W_])[\W_]{{{LONGEST_RUN + 1},}}+|(?<![^\W_])[^\W_]{{{LONGEST_RUN + 1},}}+")
_HALF = LONGEST_RUN // 2

_STEP = LONGEST_RUN // 8
_SEVERAL_SIGNS = re.compile(r"[\W_]{8}")
"""What a run of signs makes of a text of which every so manieth character is looked at."""


def find_long_lines(text: str) -> Iterator[tuple[int, int]]:
    """What lines have beyond the longest that is looked at, as stretches of the text, in order."""
    start = 0
    while len(text) - start > LONGEST_LINE:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > LONGEST_LINE:
            yield start + LONGEST_LINE, end
        start = end + 1


def find_long_runs(text: str) -> Iterator[tuple[int, int]]:
    """The midst of each run that is longer than any that is looked at, as stretches of the text, in order."""
    # Told so, it costs a letter a hundredth of looking for them.
    if not _SEVERAL_SIGNS.search(text[::_STEP]) and not _has_long_word(text):
        return
    for run in _RUN.finditer(text):
        yield run.start() + _HALF, run.end() - _HALF


def _has_long_word(text: str) -> bool:
    """Whether so many characters stand in a text without white space."""
    at = 0
    while len(text) - at > LONGEST_RUN:
        space = text.rfind(" ", at, at + LONGEST_RUN + 1)
        if space < 0:
            return max(map(len, text.split()), default=0) > LONGEST_RUN
        at = space + 1
    return False
