"""How far a long command is, on a terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.asked import OADBY, Run


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
@pytest.mark.parametrize("words", [["import", OADBY], ["check", "--read-again"]])
def test_progress_is_told_on_a_terminal_and_gone_at_the_end(run: Run, tmp_path: Path, words: list[str | Path]) -> None:
    assert run("import", OADBY).returncode == 0
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db")}
    command = [sys.executable, "-m", "tui.cli.main", *map(str, words)]
    terminal, behind = os.openpty()
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=behind, text=True, env=variables, check=False)
        printed = os.read(terminal, 1000).decode()
    finally:
        os.close(terminal)
        os.close(behind)
    assert done.returncode == 0
    assert "\r1 of 1 file" in printed
    assert printed.endswith("\r\x1b[K")
    assert "1 of 1 file" not in done.stdout
