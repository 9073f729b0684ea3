"""Which library is taken: one that is named, the user's own, or that of the samples."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.asked import OADBY, Run, answer

NOBODY = "~nobody-of-this-name"


@pytest.mark.slow
def test_the_samples_leave_the_own_library_alone(run: Run, tmp_path: Path) -> None:
    assert answer(run("councils", "--sample", "--json"))["councils"]
    assert not (tmp_path / "own").exists()


def test_a_library_may_be_named_from_home(run: Run, tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "UPHELD_LIBRARY": "~/letters.db"}
    assert run("import", OADBY, env=env).returncode == 0
    assert (tmp_path / "letters.db").exists()
    assert run("show", "oadby", "--library=~/letters.db", env=env).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows finds any user's home beside one's own")
@pytest.mark.parametrize(
    "words", [["show", "oadby"], ["councils", "--all"], ["search", "a"], ["check"], ["import", OADBY], ["browse"], []]
)
def test_a_home_that_there_is_none_of_is_said_to_be(run: Run, tmp_path: Path, words: list[str | Path]) -> None:
    for done in (
        run(f"--library={NOBODY}/x.db", *words),
        run(*words, env={"UPHELD_LIBRARY": f"{NOBODY}/x.db"}),
    ):
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == f"upheld: There is no home folder {NOBODY} here: write out where the library is.\n"
    assert not Path(NOBODY).exists()


@pytest.mark.slow
def test_a_home_that_there_is_none_of_is_told_to_programs(run: Run) -> None:
    done = run("councils", "--library", f"{NOBODY}/x.db", "--json")
    assert (done.returncode, done.stderr) == (1, "")
    assert answer(done)["error"]["kind"] == "library"
    assert f"no home folder {NOBODY} here" in answer(done)["error"]["message"]


HOMELESS = """
import os, pwd, sys
for name in ("HOME", "UPHELD_LIBRARY", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
    os.environ.pop(name, None)
def unknown(user):
    raise KeyError(user)
pwd.getpwuid = unknown
"""
"""The user has no home folder, nor any other place of their own."""


def homeless(program: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    variables = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, "-c", HOMELESS + program]
    return subprocess.run(command, capture_output=True, text=True, env=variables, cwd=folder, check=False)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows knows its users otherwise")
def test_whoever_has_no_home_is_asked_to_name_a_library(tmp_path: Path) -> None:
    program = "from tui.cli.main import main; sys.exit(main(sys.argv[1:] or {}))"
    for words in (["councils"], ["import", str(OADBY)], []):
        done = homeless(program.format(words), tmp_path)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("upheld: You have no home folder here")
    assert homeless(program.format(["import", str(OADBY), "--library", "x.db"]), tmp_path).returncode == 0
    assert [each.name for each in tmp_path.iterdir()] == ["x.db"]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows knows its users otherwise")
def test_whoever_has_no_home_keeps_no_settings_and_no_log(tmp_path: Path) -> None:
    program = (
        "from tui import crash_log, settings\n"
        "assert settings.load(settings.find_settings_file()) == settings.Settings()\n"
        "assert 'could not be written' in crash_log.record('x')\n"
        "settings.change(settings.find_settings_file(), theme='dark')\n"
    )
    assert "no home folder" in homeless(program, tmp_path).stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_path_that_no_system_takes_is_the_librarys_matter_and_not_the_answers(run: Run, tmp_path: Path) -> None:
    for words in (["show", "oadby"], ["councils", "--all"], ["import", str(OADBY)]):
        done = run(*words, "--library", tmp_path / ("x" * 300), "--json")
        assert done.returncode == 1
        assert answer(done)["error"]["kind"] == "library"
        assert answer(done)["error"]["message"].startswith("The library ")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="this system has no bash")
@pytest.mark.parametrize(("kilobytes", "reason"), [(0, "No usable temporary directory found"), (4, "File too large")])
def test_a_library_of_samples_that_finds_no_room_is_told_with_the_reason(kilobytes: int, reason: str) -> None:
    def sample(*words: str) -> "subprocess.CompletedProcess[str]":
        command = shlex.join([sys.executable, "-B", "-m", "tui.cli.main", *words, "--sample"])
        return subprocess.run(
            ["/bin/bash", "-c", f"ulimit -f {kilobytes}; exec {command}"], capture_output=True, text=True, check=False
        )

    for words in (["councils"], ["browse"]):
        done = sample(*words)
        assert (done.returncode, done.stdout) == (1, "")
        assert "sample letters" in done.stderr
        assert reason in done.stderr
        assert "could not be written" not in done.stderr
    done = sample("show", "oadby", "--json")
    assert (done.returncode, done.stderr) == (1, "")
    assert answer(done)["error"]["kind"] == "library"
    assert reason in answer(done)["error"]["message"]


@pytest.mark.slow
def test_a_temporary_folder_that_is_none_is_passed_over_for_another(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert run("councils", "--sample", env={"TMPDIR": str(tmp_path / "file")}).returncode == 0


@pytest.mark.slow
def test_samples_that_cannot_be_had_are_told_with_the_reason(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from importlib import resources\n"
        "from tui.cli.main import main\n"
        "def gone(name):\n"
        "    raise PermissionError(13, 'Permission denied')\n"
        "resources.files = gone\n"
        "sys.exit(main(['councils', '--sample', '--json']))\n"
    )
    variables = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=variables, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert "Permission denied" in answer(done)["error"]["message"]
    assert list(tmp_path.iterdir()) == []
