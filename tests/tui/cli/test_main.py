"""The command line through its own door: a process with arguments, stdout, stderr and an exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.marks import slow
from tests.tui.asked import OADBY, Run, answer


def test_the_help_teaches_by_example(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in ("browse", "import", "councils", "show", "read", "search", "remove", "check"):
        assert command in done.stdout
    assert "upheld show oadby" in done.stdout


@pytest.mark.parametrize(
    "command", ["browse", *slow("import", "councils", "show", "read", "search", "remove", "check")]
)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"example: upheld {command}" in done.stdout


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout.startswith("upheld ")


def test_no_command_at_all_of_that_name_is_wrong_usage(run: Run) -> None:
    done = run("shwo", "oadby")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert answer(run("shwo", "--json"))["error"]["kind"] == "usage"


def test_wrong_usage_is_told_as_the_arguments_given_ask_and_not_those_of_the_process() -> None:
    program = "import sys; from tui.cli.main import main; sys.exit(main({}))"
    for given, of_the_process, is_json in ((["--json", "shwo"], [], True), (["shwo"], ["--json"], False)):
        command = [sys.executable, "-c", program.format(given), *of_the_process]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 2
        assert "shwo" in (answer(done)["error"]["message"] if is_json else done.stderr)
        assert bool(done.stdout) is is_json


@pytest.mark.slow
def test_no_escape_sequence_of_a_file_name_or_a_letter_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    hostile = tmp_path / "a\x1b]0;owned\x07[foo].txt"
    hostile.write_text(
        OADBY.read_text(encoding="utf-8").replace("Dear", "\x1b[31m\x9b[/foo] \x1b]52;c;aGk=\x07\u202e\x00 Dear", 1),
        encoding="utf-8",
    )
    for words in (["import", hostile], ["show", "oadby"], ["read", "oadby"], ["check"], ["search", "foo"]):
        done = run(*words)
        assert not set(done.stdout + done.stderr) & set("\x1b\x9b\x07\x00\u202e")


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["show", "oadby"],
        ["councils"],
        ["search", "council"],
        ["read", "oadby"],
        ["check"],
        ["import", OADBY],
    ],
)
def test_no_command_but_browse_imports_textual(run: Run, tmp_path: Path, words: list[str]) -> None:
    program = (
        "import runpy, sys\n"
        "sys.argv = ['upheld', *sys.argv[1:]]\n"
        "try:\n    runpy.run_module('tui.cli.main', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        "assert 'textual' not in sys.modules and 'rich' not in sys.modules\n"
    )
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "library.db")}
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        capture_output=True,
        text=True,
        env=variables,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_whoever_only_asks_for_help_waits_for_nothing_else() -> None:
    program = (
        "import sys\n"
        "from tui.cli.commands import build_parser\n"
        "build_parser().format_help()\n"
        "slow = {'sqlite3', 'json', 'tempfile', 'importlib.metadata', 'sample_letters', 'platformdirs'}\n"
        "ours = {name for name in sys.modules if name.startswith(('db.', 'tui.')) and not name.startswith('tui.cli')}\n"
        "assert ours <= {'db.errors', 'db.text', 'db.text.harmless'}, ours\n"
        "assert not slow & set(sys.modules), slow & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_long_complaint_is_told_to_its_end(run: Run) -> None:
    word = "x" * 300
    done = run("show", "kent", "--year", word, "--json")
    assert word in answer(done)["error"]["message"]
    assert answer(done)["error"]["message"].endswith("write it as 2023")


@pytest.mark.parametrize(
    "words",
    [
        ["import", ""],
        ["show", " "],
        ["search", ""],
        ["show", "kent", "--year", "abc"],
        ["search", "a", "--council", ""],
        ["search", "a", "--limit", "0"],
        ["search", "a", "--limit", "9" * 5000],
    ],
)
def test_nothing_is_not_taken_for_something(run: Run, words: list[str]) -> None:
    assert run(*words).returncode == 2
