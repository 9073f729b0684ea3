"""Paths of imported files beyond the folder that all are in."""

import pytest

from db.outcome import FileOutcome, Outcome
from tui.draw.outcome import draw_outcome, find_common_folder, format_path


@pytest.mark.parametrize(
    ("paths", "shown"),
    [
        (["/a/b/kent.txt"], ["kent.txt"]),
        (["/a/b/2024/kent.txt", "/a/b/2025/kent.txt"], ["2024/kent.txt", "2025/kent.txt"]),
        (["/a/kent.txt", "/a/b/leeds.txt"], ["kent.txt", "b/leeds.txt"]),
        (["/a/pack.zip/kent.txt", "/a/pack.zip/in/leeds.txt"], ["pack.zip/kent.txt", "pack.zip/in/leeds.txt"]),
        (["/a/kent.txt", "leeds.txt"], ["/a/kent.txt", "leeds.txt"]),
        (["/abc/kent.txt", "/ab/leeds.txt"], ["/abc/kent.txt", "/ab/leeds.txt"]),
        (["/x/abc/kent.txt", "/x/ab/leeds.txt"], ["abc/kent.txt", "ab/leeds.txt"]),
        (["/kent.txt"], ["/kent.txt"]),
        (["/a/b", "/a/b/kent.txt"], ["b", "b/kent.txt"]),
        (["/a/e\x1b[31m.txt"], ["e.txt"]),
    ],
)
def test_a_path_is_shown_beyond_the_folder_all_are_in(paths: list[str], shown: list[str]) -> None:
    folder = find_common_folder(paths)
    assert [format_path(path, folder) for path in paths] == shown


def test_the_common_folder_goes_on_from_the_one_before() -> None:
    assert find_common_folder(["/a/b/c/kent.txt"], ("/", "a", "b")) == ("/", "a", "b")
    assert find_common_folder(["/a/kent.txt"], ("/", "a", "b")) == ("/", "a")
    assert find_common_folder(["/b/kent.txt"], ("/", "a", "b")) == ()
    assert find_common_folder(["/a/b/kent.txt"], ()) == ()
    assert find_common_folder([], ("/", "a")) == ("/", "a")


def test_a_path_elsewhere_is_shown_whole() -> None:
    assert format_path("/elsewhere/kent.txt", ("/", "a", "b")) == "/elsewhere/kent.txt"


def test_a_line_has_the_sign_the_path_and_the_reason() -> None:
    outcome = FileOutcome(path="/a/2024/kent.txt", outcome=Outcome.REFUSED, reason="This file is empty.")
    assert draw_outcome(outcome, ("/", "a"), 60).plain == "! refused  2024/kent.txt\n  This file is empty."
