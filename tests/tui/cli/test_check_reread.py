"""`upheld check --read-again`, through the command line."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.tui.asked import OADBY, SAMPLES, Run, answer


@pytest.mark.slow
def test_reading_again_with_the_same_parser_changes_nothing(filled: Run) -> None:
    done = filled("check", "--read-again")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing changed.\n", "")
    report = answer(filled("check", "--read-again", "--json"))
    files = len(list(SAMPLES.glob("*.txt")))
    assert report == {"files": files, "changes": [], "kept": [], "cancelled": False}


ANOTHER_PARSER = """
import os, signal, sys
from dataclasses import replace
from db import extract
from db.letters.parse import parse
from tui.cli.main import main

def other(text, register):
    if sys.argv[1] == "ctrl-c":
        os.kill(os.getpid(), signal.SIGINT)
    if sys.argv[1] == "no-letter":
        return ()
    return tuple(replace(one, year=2011, addressee="Mr\\x1b[31m New") for one in parse(text, register))

extract.parse = other
sys.exit(main(["check", "--read-again", *sys.argv[2:]]))
"""


@pytest.fixture(name="other_parser")
def _other_parser(run: Run, tmp_path: Path) -> Run:
    """Reads a library of one letter again, with a parser that finds another year (or as its first word says)."""
    assert run("import", OADBY).returncode == 0
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db")}

    def reading(*words: str | Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", ANOTHER_PARSER, *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, env={**variables, **(env or {})}, check=False)

    return reading


@pytest.mark.slow
def test_what_reading_again_changed_is_told_in_one_line_a_letter(run: Run, other_parser: Run) -> None:
    done = other_parser("year")
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    assert line.startswith(f"Oadby & Wigston Borough Council, 2011 ({OADBY.name}): year: 2020 -> 2011; addressee: ")
    assert line.endswith(" -> Mr New")
    assert answer(run("show", "oadby", "--json"))["letters"][0]["year"] == 2011


def test_what_reading_again_changed_is_told_to_programs(other_parser: Run) -> None:
    report = answer(other_parser("year", "--json"))
    (change,) = report["changes"]
    assert (change["change"], change["council"], change["year"]) == ("changed", "Oadby & Wigston Borough Council", 2011)
    assert change["source"]["name"] == OADBY.name
    assert change["differences"][0] == {"what": "year", "before": "2020", "after": "2011"}


@pytest.mark.slow
def test_a_file_that_can_no_longer_be_read_is_named_and_its_letters_stay(run: Run, other_parser: Run) -> None:
    done = other_parser("no-letter")
    assert done.returncode == 1
    assert f"{OADBY.name}: left as it was. There is no annual letter" in done.stdout
    assert answer(run("show", "oadby", "--json"))["letters"]


@pytest.mark.slow
def test_ctrl_c_takes_reading_again_back_and_says_so(run: Run, filled: Run, other_parser: Run) -> None:
    before = run("show", "oadby", "--json").stdout
    done = other_parser("ctrl-c")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing was changed" in done.stderr
    assert run("show", "oadby", "--json").stdout == before
    assert answer(other_parser("ctrl-c", "--json"))["cancelled"] is True
