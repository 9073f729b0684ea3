"""The clipboard of the computer upheld runs on, by the tool that the system has for it.

Textual asks the terminal (OSC 52), which some ignore, and which over ssh is the only way. Both are tried: whether the
terminal took it nobody can know, but the tool says.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import NamedTuple

_SECONDS = 5.0
"""Longer no tool takes to take a text; one that waits for something is ended."""


class ClipboardTool(NamedTuple):
    """A program that puts on the clipboard what it reads from its standard input, in this encoding."""

    command: tuple[str, ...]
    encoding: str = "utf-8"


_MAC = (ClipboardTool(("pbcopy",)),)
_WINDOWS = (ClipboardTool(("clip.exe",), "utf-16-le"),)
_WAYLAND = (ClipboardTool(("wl-copy",)),)
_X11 = (ClipboardTool(("xclip", "-selection", "clipboard")), ClipboardTool(("xsel", "--clipboard", "--input")))


def find_tool(
    platform: str = sys.platform,
    environ: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
) -> ClipboardTool | None:
    """The tool for this system that is there, or None: a display is asked only where there is one."""
    if platform == "darwin":
        tools = _MAC
    elif platform == "win32":
        tools = _WINDOWS
    else:
        tools = (
            *(_WAYLAND if environ.get("WAYLAND_DISPLAY") else ()),
            *(_X11 if environ.get("DISPLAY") else ()),
            *(_WINDOWS if environ.get("WSL_DISTRO_NAME") else ()),
        )
    return next((tool for tool in tools if which(tool.command[0])), None)


def copy_with_tool(text: str, tool: ClipboardTool | None) -> bool:
    """Give the text to the tool, for at most a few seconds; whether it took it. It may go on in the background."""
    if tool is None:
        return False
    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(  # noqa: S603
            tool.command,
            input=text.encode(tool.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
        return done.returncode == 0
    return False
