"""What the browser remembers from one time to the next: the theme. One small file in the config folder."""

import errno
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is the name of one of Textual's themes, None where none was chosen."""

    theme: str | None = None


def find_settings_file() -> Path:
    """Where the settings are kept; for a user without a home folder a path that leads nowhere."""
    try:
        return user_config_path("upheld", appauthor=False) / _FILE
    except RuntimeError:
        return Path("~", _FILE)


def load(file: Path) -> Settings:
    """The settings in `file`; the defaults where it is absent, unreadable or not ours."""
    try:
        theme = _read(_expand_home(file)).get("theme")
    except OSError:
        return Settings()
    return Settings(theme=theme if isinstance(theme, str) else None)


def change(file: Path, *, theme: str) -> None:
    """Set what is named, and leave all else in `file` as it is; the file is written whole or not at all.

    What another upheld keeps there, or a person wrote, stays, unless nothing in the file can be understood.

    Raises:
        OSError: the file cannot be read or its folder not be written.
    """
    file = _expand_home(file)
    _write(file, {**_read(file), "theme": theme})


def _expand_home(file: Path) -> Path:
    """The file, where its path begins in the home of a user.

    Raises:
        OSError: that user has no home.
    """
    try:
        return file.expanduser()
    except RuntimeError as error:
        raise OSError(errno.ENOENT, "there is no home folder", str(file)) from error


def _read(file: Path) -> dict[str, object]:
    """Everything in the file by its name; nothing where there is no file, or no object of JSON in it.

    Raises:
        OSError: the file is there and cannot be read.
    """
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _write(file: Path, content: dict[str, object]) -> None:
    """Put a new file in the place of the one there is, if there is one.

    Raises:
        OSError: the folder cannot be written.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".settings-")
    written = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(content, stream)
        written.replace(file)
    finally:
        written.unlink(missing_ok=True)
