"""Which libraries this program has opened, and how far each had come when it was last asked.

A screen holds ids of letters between two questions. In another library, or in an older copy of the same that was put
back meanwhile, they would be other letters' ids.
"""

from pathlib import Path
from threading import Lock

KnownState = tuple[str, int]
"""Which library it is, and how many changes it has gone through."""

_lock = Lock()
_known: dict[Path, KnownState] = {}
"""By absolute path."""


def find_known(path: Path) -> KnownState | None:
    """What was last seen at `path`; None where nothing has been opened there."""
    with _lock:
        return _known.get(path.absolute())


def keep_known(path: Path, state: KnownState) -> None:
    """Keep what has been seen at `path`; of one library the latest, as threads may tell of it in any order."""
    at = path.absolute()
    with _lock:
        _, most = _known.get(at, state)
        _known[at] = (state[0], max(state[1], most))
