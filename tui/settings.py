"""What the browser remembers from one time to the next: the theme. One small file in the config folder."""

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_config_path

_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is the name of one of Textual's themes, None where none was chosen."""

    theme: str | None = None


def settings_file() -> Path:
    """Where the settings are kept."""
    return user_config_path("upheld", appauthor=False) / _FILE


def load(file: Path) -> Settings:
    """The settings in `file`; the defaults where it is absent, unreadable or not ours."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    theme = kept.get("theme") if isinstance(kept, dict) else None
    return Settings(theme=theme if isinstance(theme, str) else None)


def save(settings: Settings, file: Path) -> None:
    """Write the settings whole or not at all. Raises OSError where the folder cannot be written."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".settings-")
    written = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(asdict(settings), stream)
        written.replace(file)
    finally:
        written.unlink(missing_ok=True)
