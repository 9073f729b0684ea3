"""What the browser remembers, and what a person may set by hand: one small file in the config folder."""

import errno
import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_config_path

from db.councils.order import EntryOrder

_FILE = "settings.json"

SORTS = tuple(order.value for order in EntryOrder)
"""What the list of councils may be sorted by."""

ANIMATIONS = ("none", "basic", "full")
"""How much may move: nothing, what says that something is being done, everything."""


class Settings(NamedTuple):
    """`theme` is the name of one of Textual's themes, `animation` one of `ANIMATIONS`, `sort` one of `SORTS`.

    None where none was chosen. `keymap` is as it was written: the keys by the id of their command. `complaints` say
    what of the file is not taken.
    """

    theme: str | None = None
    animation: str | None = None
    sort: str | None = None
    keymap: object = None
    complaints: tuple[str, ...] = ()


def find_settings_file() -> Path:
    """Where the settings are kept; for a user without a home folder a path that leads nowhere."""
    try:
        return user_config_path("upheld", appauthor=False) / _FILE
    except RuntimeError:
        return Path("~", _FILE)


def load(file: Path) -> Settings:
    """The settings in `file`; the defaults where it is absent, unreadable or not ours."""
    try:
        content = _read(_expand_home(file))
    except NotUnderstood as error:
        return Settings(complaints=(str(error),))
    except OSError:
        return Settings()
    theme, animation, sort = (content.get(name) for name in ("theme", "animation", "sort"))
    complaints = []
    if theme is not None and not isinstance(theme, str):
        complaints.append("“theme” takes the name of a theme.")
    if animation is not None and animation not in ANIMATIONS:
        complaints.append(f"“animation” takes one of {', '.join(ANIMATIONS)}.")
    if sort is not None and sort not in SORTS:
        complaints.append(f"“sort” takes one of {', '.join(SORTS)}.")
    return Settings(
        theme=theme if isinstance(theme, str) else None,
        animation=animation if isinstance(animation, str) and animation in ANIMATIONS else None,
        sort=sort if isinstance(sort, str) and sort in SORTS else None,
        keymap=content.get("keymap"),
        complaints=tuple(complaints),
    )


def change(file: Path, **chosen: str) -> None:
    """Set what is `chosen`, by the names of `Settings`, and leave all else in `file` as it is.

    The file is written whole or not at all.
    What another upheld keeps there, or a person wrote, stays. A file in which nothing can be understood is kept beside
    the new one, with `.old` behind its name.

    Raises:
        OSError: the file cannot be read or its folder not be written.
    """
    file = _expand_home(file)
    try:
        content = _read(file)
    except NotUnderstood:
        content = {}
        if file.read_bytes().strip():
            _write(file.with_name(f"{file.name}.old"), file.read_bytes())
    import json

    _write(file, (json.dumps({**content, **chosen}, ensure_ascii=False, indent=2) + "\n").encode())


class NotUnderstood(ValueError):
    """There is no object of JSON in the file of settings."""


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
    """Everything in the file by its name; nothing where there is no file.

    Raises:
        NotUnderstood: there is no object of JSON in it; the message says where that ends.
        OSError: the file is there and cannot be read.
    """
    try:
        written = file.read_bytes()
    except FileNotFoundError:
        return {}
    import json  # whoever has chosen nothing yet needs none

    try:
        content = json.loads(written.decode("utf-8"))
    except json.JSONDecodeError as error:
        raise NotUnderstood(f"It is not understood from line {error.lineno} on, so nothing of it is taken.") from error
    except (ValueError, RecursionError) as error:
        raise NotUnderstood("It is no JSON, so nothing of it is taken.") from error
    if not isinstance(content, dict):
        raise NotUnderstood("It is no object of JSON, so nothing of it is taken.")
    return content


def _write(file: Path, content: bytes) -> None:
    """Put a new file in the place of the one there is, if there is one.

    Raises:
        OSError: the folder cannot be written.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".settings-")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        written.replace(file)
    finally:
        written.unlink(missing_ok=True)
