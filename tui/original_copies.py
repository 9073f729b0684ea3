"""Copies of letters' own files, only for reading, opened with the program that the system has for them."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from db.text.clean import one_line

_SECONDS = 3.0
"""So long it is waited for whether the system's program fails; then it is taken to have opened the file."""
_HARMFUL = r"[^\w.() -]"
_LONGEST_NAME = 100
NO_DESKTOP = "There is no desktop here to open files on: upheld read prints the letter's words."


class CannotOpen(Exception):
    """The system does not open the file; the message is a sentence that says why."""


class OriginalCopies:
    """The copies, in a folder that is made for the first of them, is its owner's alone, and goes at the end."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._running: list[subprocess.Popen[bytes]] = []

    def write(self, name: str, sha256: str, data: bytes) -> Path:
        """Write a copy of a file of this name and return where it is; the same file is written once."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="upheld-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name) / sha256[:16]
        path = folder / make_harmless(name)
        if not path.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
            path.write_bytes(data)
            path.chmod(0o400)
        return path

    def open(self, path: Path) -> None:
        """Open a file with the system's program.

        Raises:
            CannotOpen: there is none, or it fails.
        """
        command = find_opener()
        try:
            running = subprocess.Popen(  # noqa: S603
                [*command, str(path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            self._running.append(running)
            failed = running.wait(_SECONDS) != 0
        except subprocess.TimeoutExpired:
            return
        except OSError as error:
            raise CannotOpen(f"The file could not be opened: {error.strerror}.") from error
        if failed:
            raise CannotOpen(f"The system has no program that opens {one_line(path.name)}.")

    def close(self) -> None:
        """Remove the copies."""
        for running in self._running:
            running.poll()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def find_opener(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The command that opens a file as the desktop does.

    Raises:
        CannotOpen: there is no desktop, or no such command.
    """
    if platform == "darwin":
        return ("open",)
    if platform == "win32":
        return ("rundll32.exe", "url.dll,FileProtocolHandler")
    if not any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")):
        raise CannotOpen(NO_DESKTOP)  # in a terminal alone, xdg-open would start a browser over this screen
    for command in ("xdg-open", "wslview"):
        if found := shutil.which(command):
            return (found,)
    raise CannotOpen(NO_DESKTOP)


def make_harmless(name: str) -> str:
    """A file's name without folders, signs that a shell or a terminal knows, or a dash or dot in front."""
    harmless = re.sub(_HARMFUL, "_", one_line(name, 10_000).replace("\\", "/").rpartition("/")[2]).lstrip("-. ")
    stem, dot, ending = harmless.rpartition(".")
    if not dot or len(ending) > 10:
        return harmless[:_LONGEST_NAME] or "letter"
    return f"{stem[: _LONGEST_NAME - len(ending)]}.{ending}"
