"""What is kept of the table of a year between two looks at it."""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui.collecting import MANY
from tui.screens.asking import LateWatch

if TYPE_CHECKING:
    from tui.screens.year_questions import YearLetters


class KeptYear:
    """The letters of a year as they were read and judged last, and whether they still are those of the library.

    It watches the library by itself: any screen may be in front while another program changes it.
    """

    def __init__(self, library: Path) -> None:
        self.letters: YearLetters | None = None
        """None where there are none yet, or they are known to be out of date."""
        self._watch = LateWatch(library)
        self._lock = Lock()
        self._changes = 0

    def find_moment(self) -> int:
        """A number that is another once the library has changed; to be asked in a thread, before it is read."""
        with self._lock:
            if self._watch.has_changed():
                self._changes += 1
            return self._changes

    def let_go(self) -> None:
        """Forget the letters, as their reader turns to something else; but not so many that all wait to read them anew.

        A hundred councils are read in some 50 ms.
        """
        if self.letters is not None and len(self.letters.letters) <= MANY:
            self.letters = None

    def close(self) -> None:
        """Let go of the library."""
        self._watch.close()
