"""Streams that are closed, full or no longer read."""

import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.marks import slow
from tests.tui.asked import OADBY, Run

Redirected = Callable[[str, str], "subprocess.CompletedProcess[str]"]

NO_SHELL = not Path("/bin/bash").exists()
COMMANDS = [
    "browse",
    "councils",
    "show oadby",
    "read oadby",
    "search council",
    "check",
    "check --read-again",
    "show nobody",
    "shwo",
    "--help",
    "--version",
]

pytestmark = pytest.mark.skipif(NO_SHELL, reason="this system has no bash")


@pytest.fixture(name="redirected")
def _redirected(tmp_path: Path) -> Redirected:
    """Runs upheld on the test's own library with its streams as a shell is told."""
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db")}

    def redirected(words: str, where: str) -> "subprocess.CompletedProcess[str]":
        command = ["/bin/bash", "-c", f"exec {sys.executable} -m tui.cli.main {words} {where}"]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=variables, timeout=120, check=False
        )

    return redirected


@pytest.mark.parametrize("encoding", ["ascii", *slow("iso8859-1", "utf-16")])
def test_json_is_utf8_whatever_the_locale(run: Run, tmp_path: Path, encoding: str) -> None:
    letter = tmp_path / "café-✓.txt"
    letter.write_bytes(OADBY.read_bytes())
    done = run("import", letter, "--json", env={"PYTHONIOENCODING": encoding})
    assert (done.returncode, "café-✓.txt" in done.stdout) == (0, True)


@pytest.mark.slow
def test_an_answer_cut_short_by_its_reader_is_no_error(filled: Run, tmp_path: Path) -> None:
    program = f"{sys.executable} -m tui.cli.main read kent | head -n 1; exit ${{PIPESTATUS[0]}}"
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db")}
    done = subprocess.run(["/bin/bash", "-c", program], capture_output=True, text=True, env=variables, check=False)
    assert (done.returncode, "wrong" in done.stderr) == (0, False)
    program = f"{sys.executable} -m tui.cli.main councils --json >&-"
    done = subprocess.run(["/bin/bash", "-c", program], capture_output=True, text=True, env=variables, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["councils"], ["show", "oadby", "--json"]])
def test_an_answer_that_nobody_waits_for_any_more_is_no_error(filled: Run, tmp_path: Path, words: list[str]) -> None:
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db")}
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tui.cli.main", *words],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            env=variables,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [*COMMANDS[:1], *slow(*COMMANDS[1:])])
def test_a_closed_stream_changes_neither_the_answer_nor_the_exit_code(
    filled: Run, redirected: Redirected, words: str
) -> None:
    before = redirected(words, "")
    no_input = redirected(words, "<&-")
    assert (no_input.returncode, no_input.stdout, no_input.stderr) == (before.returncode, before.stdout, before.stderr)
    for closed in ("2>&-", "<&- 2>&-"):
        done = redirected(words, closed)
        assert (done.returncode, done.stdout) == (before.returncode, before.stdout)
    for closed in (">&-", "<&- >&-"):
        done = redirected(words, closed)
        assert (done.returncode, done.stderr) == (before.returncode, before.stderr)
    assert redirected(words, "<&- >&- 2>&-").returncode == before.returncode


@pytest.mark.slow
@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-", "<&- >&- 2>&-"])
def test_letters_are_imported_with_closed_streams_and_the_library_is_whole(
    run: Run, redirected: Redirected, tmp_path: Path, closed: str
) -> None:
    made = importlib.import_module("reportlab.pdfgen.canvas").Canvas(str(tmp_path / "note.pdf"))
    made.drawString(100, 700, "Milk, eggs and a loaf of bread, please.")
    made.save()
    done = redirected(f"import {OADBY} {tmp_path / 'note.pdf'} --json", closed)
    assert done.returncode == 1
    if ">&-" not in closed.split():
        assert "There is no annual letter of the Ombudsman in this file" in done.stdout
    assert "nothing needs a look" in run("check").stdout


def test_no_file_takes_the_number_of_a_closed_stream() -> None:
    program = (
        "import os; from tui.cli.main import main; main(['--version'])\n"
        "nothing = os.stat(os.devnull)\n"
        "assert all(os.path.samestat(os.fstat(number), nothing) for number in (0, 1, 2))\n"
        "os._exit(7)"
    )
    command = ["/bin/bash", "-c", f'exec {sys.executable} -c "{program}" <&- >&- 2>&-']
    assert subprocess.run(command, check=False).returncode == 7


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "words", ["councils", *slow("show oadby --json", "--help", "show --help", "--version", "shwo --json")]
)
def test_an_answer_that_finds_no_room_is_told_with_the_reason(filled: Run, redirected: Redirected, words: str) -> None:
    done = redirected(words, ">/dev/full")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "upheld: The answer could not be written: No space left on device.\n"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(("words", "code"), [("read oadby", 0), ("check --read-again", 0), ("shwo", 2), ("show x", 1)])
def test_notes_that_find_no_room_take_nothing_from_the_answer(
    filled: Run, redirected: Redirected, words: str, code: int
) -> None:
    before = redirected(words, "")
    done = redirected(words, "2>/dev/full")
    assert (done.returncode, done.stdout) == (code, before.stdout)
    assert before.returncode == code
