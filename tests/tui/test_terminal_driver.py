"""The browser in a real terminal: what is written to it, how it is left, and that upheld ends with it."""

import os
import signal
import subprocess
import sys
import termios
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.marks import slow, slow_rows
from tests.tui.terminal import ALTERNATE_SCREEN, MAIN_SCREEN, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

RESET = (b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[?1004l", b"\x1b[?25h", MAIN_SCREEN)
"""What ends the reports of mouse, pastes and focus, shows the cursor, and goes back to the shell's screen."""


def open_browser(terminal: Terminal, council: bytes = b"Harborough") -> None:
    """Wait until the browser is open and has nothing more to draw."""
    terminal.wait_for(ALTERNATE_SCREEN)
    terminal.wait_for(council)
    terminal.read(1.0)


def press(terminal: Terminal, key: bytes) -> int:
    """Press a key; how many bytes are written for it."""
    terminal.send(key)
    return len(terminal.read(0.7))


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), *slow_rows((signal.SIGHUP, 129), (signal.SIGINT, 0))]
)
def test_a_signal_ends_the_browser_and_leaves_the_terminal_as_it_was(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    with Terminal("--sample", env={"TMPDIR": str(tmp_path)}) as terminal:
        open_browser(terminal)
        assert list(tmp_path.glob("upheld-sample-*"))
        begun = len(terminal.output)
        terminal.process.send_signal(number)
        assert terminal.wait() == code
        assert termios.tcgetattr(terminal.behind) == terminal.settings
    assert all(each in terminal.output[begun:] for each in RESET)
    assert b"Traceback" not in terminal.output
    assert not list(tmp_path.glob("upheld-sample-*"))


@pytest.mark.parametrize("number", [signal.SIGTERM, *slow(signal.SIGHUP)])
@pytest.mark.parametrize("seconds", [0, *slow(0.005, 0.02, 0.1)])
def test_a_signal_that_comes_while_the_browser_opens_ends_it_too(
    library: Path, seconds: float, number: signal.Signals
) -> None:
    with Terminal("--library", library) as terminal:
        terminal.wait_for(ALTERNATE_SCREEN)
        sleep(seconds)
        terminal.process.send_signal(number)
        assert terminal.wait() == 128 + number
        assert termios.tcgetattr(terminal.behind) == terminal.settings
    assert b"did not foresee" not in terminal.output


@pytest.mark.parametrize("ignored", [(), *slow_rows(((signal.SIGHUP,),))])
def test_a_closed_terminal_ends_the_browser(tmp_path: Path, ignored: tuple[signal.Signals, ...]) -> None:
    terminal = Terminal("--sample", env={"TMPDIR": str(tmp_path)})
    terminal.ignored = ignored
    with terminal:
        open_browser(terminal)
        terminal.let_go()
        terminal.hang_up()
        assert terminal.wait() == 129
    assert not list(tmp_path.glob("upheld-sample-*"))


@pytest.mark.slow
def test_a_signal_ends_a_command_and_its_library_of_samples_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui.cli.main", "--sample", "show", "leeds"]
    process = subprocess.Popen(command, env={**os.environ, "TMPDIR": str(tmp_path)}, stdout=subprocess.DEVNULL)
    ends = monotonic() + 30
    while not list(tmp_path.glob("upheld-sample-*")):
        assert monotonic() < ends
        sleep(0.01)
    process.terminate()
    assert process.wait(30) == 143
    assert not list(tmp_path.glob("upheld-sample-*"))


@pytest.mark.slow
def test_control_z_suspends_and_coming_back_draws_everything(library: Path) -> None:
    with Terminal("--library", library, "harborough") as terminal:
        open_browser(terminal)
        begun = len(terminal.output)
        terminal.send(b"\x1a")
        _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        terminal.wait_for(MAIN_SCREEN, begun)
        assert termios.tcgetattr(terminal.behind) == terminal.settings
        begun = len(terminal.output)
        terminal.process.send_signal(signal.SIGCONT)
        for part in (ALTERNATE_SCREEN, "╭".encode(), b"Councils", b"Harborough District", b"2 of 2"):
            terminal.wait_for(part, begun)
        terminal.send(b"q")
        assert terminal.wait() == 0


def test_a_key_costs_the_terminal_no_more_than_what_it_changes(library: Path) -> None:
    with Terminal("--library", library, "harborough", size=(120, 40)) as terminal:
        open_browser(terminal)
        limits = {b"\x1b[B": 2_000, b"\x1b[A": 2_000, b"\t": 10_000, b"?": 30_000}
        for key, limit in limits.items():
            assert 0 < press(terminal, key) < limit
        terminal.send(b"qq")
        assert terminal.wait() == 0


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "has_letter"), [(60, False), (120, True)])
def test_the_first_picture_is_laid_out_for_the_terminal(library: Path, columns: int, has_letter: bool) -> None:
    with Terminal("--library", library, size=(columns, 24)) as terminal:
        terminal.wait_for(b"\x1b[24;1H")
    first_picture = bytes(terminal.output).partition(b"\x1b[24;1H")[0]
    assert b"Councils" in first_picture
    assert (b"Letter" in first_picture) is has_letter
