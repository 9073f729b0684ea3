"""Other Pythons, for the tests of what several programs do at once, or of one that is killed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def run(script: str, *arguments: Path) -> str:
    """What a script prints; it must end well."""
    program = start(script, *arguments)
    printed, complaints = program.communicate()
    assert program.returncode == 0, complaints
    return printed


def start(script: str, *arguments: Path) -> "subprocess.Popen[str]":
    """A script running in a Python of its own, with pipes to and from it."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
