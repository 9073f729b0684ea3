"""`upheld browse`, as far as it is the command line's."""

from tests.tui.asked import Run


def test_the_browser_needs_a_terminal(run: Run) -> None:
    done = run("browse")
    assert done.returncode == 1
    assert "terminal" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr
