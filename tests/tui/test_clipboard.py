import stat
import sys
from pathlib import Path
from time import monotonic

import pytest

from tui import clipboard
from tui.clipboard import ClipboardTool, copy_with_tool, find_tool


@pytest.mark.parametrize(
    ("platform", "environ", "there", "command"),
    [
        ("darwin", {}, {"pbcopy"}, "pbcopy"),
        ("win32", {}, {"clip.exe"}, "clip.exe"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, {"wl-copy", "xclip"}, "wl-copy"),
        ("linux", {"DISPLAY": ":0"}, {"wl-copy", "xclip", "xsel"}, "xclip"),
        ("linux", {"DISPLAY": ":0"}, {"xsel"}, "xsel"),
        ("linux", {"WSL_DISTRO_NAME": "Debian"}, {"clip.exe"}, "clip.exe"),
        ("linux", {}, {"wl-copy", "xclip", "xsel", "clip.exe"}, None),
        ("linux", {"DISPLAY": ":0"}, set(), None),
    ],
)
def test_the_tool_is_that_of_the_system(
    platform: str, environ: dict[str, str], there: set[str], command: str | None
) -> None:
    tool = find_tool(platform, environ, lambda name: name if name in there else None)
    assert (tool.command[0] if tool else None) == command


def script(folder: Path, body: str) -> ClipboardTool:
    """A tool of our own."""
    path = folder / "tool"
    path.write_text(f"#!{sys.executable}\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return ClipboardTool((str(path),))


def test_the_tool_is_given_the_text(tmp_path: Path) -> None:
    out = tmp_path / "out"
    tool = script(tmp_path, f"import sys; open({str(out)!r}, 'wb').write(sys.stdin.buffer.read())")
    assert copy_with_tool("é; $(touch x)\n60%", tool)
    assert out.read_bytes() == "é; $(touch x)\n60%".encode()


def test_a_tool_that_fails_or_hangs_or_is_not_there_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_SECONDS", 0.2)
    assert not copy_with_tool("x", script(tmp_path, "raise SystemExit(3)"))
    begun = monotonic()
    assert not copy_with_tool("x", script(tmp_path, "import time; time.sleep(60)"))
    assert monotonic() - begun < 10
    assert not copy_with_tool("x", ClipboardTool((str(tmp_path / "none"),)))
    assert not copy_with_tool("x", None)
