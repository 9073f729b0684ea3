"""Streams that are closed, full or no longer read."""

import os
import subprocess
import sys
from pathlib import Path

from tests.tui.asked import Run


def test_an_answer_cut_short_by_its_reader_is_no_error(filled: Run, tmp_path: Path) -> None:
    program = f"{sys.executable} -m tui.cli.main read kent | head -n 1; exit ${{PIPESTATUS[0]}}"
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db")}
    done = subprocess.run(["/bin/bash", "-c", program], capture_output=True, text=True, env=variables, check=False)
    assert (done.returncode, "wrong" in done.stderr) == (0, False)
    program = f"{sys.executable} -m tui.cli.main councils --json >&-"
    done = subprocess.run(["/bin/bash", "-c", program], capture_output=True, text=True, env=variables, check=False)
    assert (done.returncode, done.stderr) == (0, "")
