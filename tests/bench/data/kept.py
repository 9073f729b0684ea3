"""Where made data is kept: in a temporary folder named by what makes it, so that nothing old is measured."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

SEED = 1974
"""Of everything made by chance here: the year of the Act that made the Ombudsman."""

_ROOT = Path(__file__).resolve().parents[3]
_MAKERS = ("tests/bench/data", "tests/letters_made")
_WITH_PROGRAM = (*_MAKERS, "db")


def keep(name: str, make: Callable[[Path], object], *, by_program: bool = False) -> Path:
    """The file or folder of that name, made by `make` unless it is there already, whole.

    `by_program` says that upheld itself makes it, so that another state of upheld makes another.
    """
    digest = _digest(_WITH_PROGRAM if by_program else _MAKERS)
    path = Path(tempfile.gettempdir()) / f"upheld-bench-{SEED}-{digest}" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            part = Path(folder) / name
            make(part)
            shutil.move(part, path)
    return path


@cache
def _digest(folders: Iterable[str]) -> str:
    """What tells one state of these folders of source from another."""
    seen = hashlib.sha256()
    for folder in folders:
        for path in sorted((_ROOT / folder).rglob("*.py")):
            seen.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()[:12]
