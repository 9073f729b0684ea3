"""Lines as wide as a terminal, and the words marked in them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.asked import Run
from tests.tui.terminal import Terminal
from tui.cli.wrapping import wrap_line

_MARK = re.compile("\x1b\\[[0-9;]*m")

lines = st.text(alphabet=st.sampled_from("ab  .-é"), max_size=200)


def test_what_goes_on_is_set_in_further_than_its_line() -> None:
    line = "  Upheld: 60%, 3 of 5 investigated; similar councils 45%"
    assert wrap_line(line, 30) == "  Upheld: 60%, 3 of 5\n      investigated; similar\n      councils 45%"
    assert wrap_line(line, None) == line


@given(lines, st.integers(20, 80), st.integers(0, 8))
def test_no_word_is_lost_cut_or_out_of_sight(line: str, width: int, hang: int) -> None:
    wrapped = wrap_line(line, width, hang)
    assert wrapped.split() == line.split()
    for one in wrapped.split("\n"):
        assert len(one) <= width or len(one.split()) <= 1


@given(lines, st.integers(20, 80), st.lists(st.integers(0, 200), max_size=8))
def test_marks_change_nothing_else(line: str, width: int, places: list[int]) -> None:
    ordered = sorted(min(place, len(line)) for place in places)
    marked = list(zip(ordered[::2], ordered[1::2], strict=False))
    wrapped = wrap_line(line, width, marked=marked)
    assert _MARK.sub("", wrapped) == wrap_line(line, width)
    shown = "".join(re.findall("\x1b\\[1;4m(.*?)\x1b\\[0m", wrapped, re.DOTALL))
    assert shown.split() == "".join(line[start:end] for start, end in marked).split() or "\n" in wrapped


def test_a_word_wider_than_the_terminal_stays_whole() -> None:
    path = "/" + "x" * 60
    assert wrap_line(f"It is in {path} now", 30) == f"It is in\n    {path}\n    now"


@pytest.mark.parametrize("command", [("show", "oadby"), ("read", "oadby"), ("search", "public", "report")])
def test_an_answer_fits_the_terminal_and_a_pipe_gets_it_as_it_is(
    filled: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    with Terminal(
        "--library", tmp_path / "own" / "library.db", *command, size=(50, 24), env={"NO_COLOR": "1"}
    ) as terminal:
        assert terminal.wait() == 0
    on_terminal = _MARK.sub("", terminal.output.decode().replace("\r\n", "\n"))
    assert max(len(line) for line in on_terminal.split("\n") if "http" not in line) <= 50
    piped = filled(*command)
    assert max(map(len, piped.stdout.split("\n"))) > 50
    assert " ".join(piped.stdout.split()) in " ".join(on_terminal.split())


@pytest.mark.parametrize(("term", "is_marked"), [("xterm-256color", True), ("dumb", False)])
def test_the_words_searched_for_are_marked_where_a_terminal_can(
    filled: Run, tmp_path: Path, term: str, is_marked: bool
) -> None:
    library = tmp_path / "own" / "library.db"
    with Terminal("--library", library, "search", "public", "reports", env={"TERM": term}) as terminal:
        assert terminal.wait() == 0
    assert (b"\x1b[1;4mpublic\x1b[0m \x1b[1;4mreport\x1b[0m" in terminal.output) is is_marked
    assert (b"\x1b" in terminal.output) is is_marked
    assert "\x1b" not in filled("search", "public", "reports").stdout


def test_a_dumb_terminal_is_told_which_commands_answer_in_words(filled: Run, tmp_path: Path) -> None:
    library = tmp_path / "own" / "library.db"
    with Terminal("--library", library, env={"TERM": "dumb"}) as terminal:
        assert terminal.wait() == 1
    told = " ".join(terminal.output.decode().split())
    for command in ("councils", "show COUNCIL", "read COUNCIL", "search WORDS"):
        assert f"upheld {command}" in told
    assert b"\x1b" not in terminal.output
    with Terminal("--library", library, "leeds", env={"TERM": "dumb"}) as terminal:
        assert terminal.wait() == 0
    assert b"Leeds City Council" in terminal.output
