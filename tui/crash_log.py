"""What went wrong and nobody foresaw: written to a file, so that no traceback reaches the screen."""

import traceback
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path

from db.text.clean import clean

_FILE = "upheld.log"


def find_log_file() -> Path:
    """Where unforeseen errors are written."""
    return user_log_path("upheld", appauthor=False) / _FILE


def record(error: BaseException | str) -> str:
    """Append an error, or the text of one, to the log; return a sentence for a person that names the log."""
    report = error if isinstance(error, str) else "".join(traceback.format_exception(error))
    try:
        file = find_log_file().expanduser()
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{clean(report)}\n")
    except (OSError, RuntimeError):  # the latter where the user has no home folder
        return "Something went wrong that upheld did not foresee, and its log could not be written."
    return f"Something went wrong that upheld did not foresee. What it knows is in {file}."
