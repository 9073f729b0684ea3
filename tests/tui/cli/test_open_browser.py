"""The browser opened from the command line: what it needs, and what it does without."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.asked import Run


def test_the_browser_needs_a_terminal(run: Run) -> None:
    done = run("browse")
    assert done.returncode == 1
    assert "terminal" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
@pytest.mark.parametrize("not_a_terminal", ["stdin", "stdout", "stderr"])
def test_the_browser_needs_it_at_both_ends(tmp_path: Path, not_a_terminal: str) -> None:
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db")}
    terminal, behind = os.openpty()
    streams = {name: behind for name in ("stdin", "stdout", "stderr") if name != not_a_terminal}
    try:
        with (tmp_path / "elsewhere").open("w+b") as elsewhere:
            done = subprocess.run(
                [sys.executable, "-m", "tui.cli.main"],
                **{**streams, not_a_terminal: elsewhere},  # type: ignore[call-overload]
                env=variables,
                timeout=60,
                check=False,
            )
    finally:
        os.close(behind)
    try:
        printed = (tmp_path / "elsewhere").read_bytes() or os.read(terminal, 1000)
    finally:
        os.close(terminal)
    assert done.returncode == 1
    assert b"The browser needs a terminal" in printed
    assert b"\x1b" not in printed


def test_what_the_browser_runs_on_is_found_without_tls_which_others_still_find() -> None:
    words = "\n".join(
        (
            "from tui.cli.open_browser import _without_tls",
            "with _without_tls():",
            "    from asyncio import sslproto",
            "assert sslproto.ssl is None",
            "import ssl",
            "assert ssl.create_default_context",
        )
    )
    subprocess.run([sys.executable, "-c", words], check=True)
