"""Paths gone on with on Tab."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.path_completion import complete_path, format_choices
from tui.paths import parse_paths


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder with files and folders."""
    here = tmp_path / "here"
    for folder in ("letters 2024", "letters 2025", "alone", ".hidden"):
        (here / folder).mkdir(parents=True)
    for name in ("oadby.txt", "King's Lynn.txt", "letters 2024/kent.pdf", "alone/bad\x1b[31m.txt"):
        (here / name).touch()
    monkeypatch.chdir(here)
    monkeypatch.setenv("HOME", str(here))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("oa", "oadby.txt"),
        ("al", "alone/"),
        ("let", "letters 202"),
        ("LET", "letters 202"),
        ("letters 2024/", "letters 2024/kent.pdf"),
        ("KING", "King's Lynn.txt"),
        (".h", ".hidden/"),
        ("~", "~/"),
        ("~/oa", "~/oadby.txt"),
        ("oadby.txt letters\\ 2024/k", "oadby.txt letters\\ 2024/kent.pdf"),
        ("oadby.txt Ki", "oadby.txt King\\'s\\ Lynn.txt"),
        ("nothing", "nothing"),
        ("~nobody/x", "~nobody/x"),
        ("alone/b", "alone/b"),
    ],
)
def test_a_path_goes_on_as_far_as_it_is_certain(typed: str, text: str) -> None:
    assert complete_path(typed).text == text


def test_names_to_choose_from_are_told() -> None:
    assert complete_path("letters 202").choices == ("letters 2024/", "letters 2025/")
    assert complete_path("oadby.txt").choices == ()
    assert format_choices(complete_path("let").choices) == "letters 2024/  letters 2025/"
    assert format_choices([f"{number}.txt" for number in range(2000)]).endswith("11.txt  and 1,988 more")


def test_what_has_been_gone_on_with_names_the_file() -> None:
    for typed in ("oa", "KING", "letters 2024/", "~/oa"):
        (path,) = parse_paths(complete_path(typed).text)
        assert path.exists()
    paths = parse_paths(complete_path("oadby.txt letters\\ 2024/k").text)
    assert paths == (Path("oadby.txt"), Path("letters 2024/kent.pdf"))


@given(st.text(alphabet=st.sampled_from("~/.\\ '\"lok\x00é*[")) | st.text(max_size=12))
def test_any_text_only_ever_goes_on(typed: str) -> None:
    completion = complete_path(typed)
    assert os.path.normcase(completion.text).casefold().replace("\\", "").startswith(
        typed.casefold().replace("\\", "")
    ) or completion.text.startswith(typed)
