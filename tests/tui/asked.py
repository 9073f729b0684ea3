"""The command line asked as a program asks it: arguments in, a finished process out."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[2] / "sample_letters"
OADBY = SAMPLES / "oadby-and-wigston-borough-council-2020.txt"
Run = Callable[..., subprocess.CompletedProcess[str]]


def answer(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """What was answered in JSON."""
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    return told
