"""Names of councils as people type them on the command line."""

import pytest

from tests.marks import slow, slow_rows
from tests.tui.asked import Run, answer
from tests.tui.terminal import ALTERNATE_SCREEN, Terminal
from tui.cli.typed_names import join_name, name_command


@pytest.mark.parametrize(
    ("command", "council"),
    [
        (("show", "oadby", "wigston"), "Oadby & Wigston Borough Council"),
        *slow_rows(
            (("read", "north", "west", "leicestershire"), "North West Leicestershire District Council"),
            (("show", "oadby wigston"), "Oadby & Wigston Borough Council"),
        ),
    ],
)
def test_a_name_needs_no_quotes(filled: Run, command: tuple[str, ...], council: str) -> None:
    told = answer(filled(*command, "--json"))["council"]
    assert told["name"] == council


@pytest.mark.slow
def test_part_of_a_name_needs_no_quotes_either(filled: Run) -> None:
    names = [council["name"] for council in answer(filled("councils", "north", "west", "--json"))["councils"]]
    assert names[0] == "North West Leicestershire District Council"


@pytest.mark.slow
def test_a_name_needs_no_quotes_behind_the_words_that_are_searched_for(filled: Run) -> None:
    both = [
        answer(filled("search", "council", "--council", *name, "--year", "2020", "--json"))["hits"]
        for name in (["oadby", "wigston"], ["oadby wigston"])
    ]
    assert both[0] == both[1] != []
    before = answer(filled("search", "--council", "oadby", "council", "--json"))["hits"]
    assert {hit["council"] for hit in before} == {"Oadby & Wigston Borough Council"}


def test_a_name_alone_answers_in_words_where_there_is_no_terminal(filled: Run) -> None:
    assert filled("leeds").stdout == filled("show", "leeds").stdout != ""
    assert answer(filled("kent", "--year", "2024", "--json"))["letters"][0]["year"] == 2024


@pytest.mark.parametrize(("given", "meant"), [("shwo", "show"), *slow_rows(("chek", "check"), ("serch", "search"))])
def test_a_command_misspelt_is_no_name(filled: Run, given: str, meant: str) -> None:
    done = filled(given, "oadby")
    assert done.returncode == 2
    assert f"did you mean: upheld {meant}?" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("typed", ["reading", *slow("redd", "Ribble Valley", "zzyzx")])
def test_what_a_council_may_be_called_is_taken_for_a_name(run: Run, typed: str) -> None:
    done = run(typed)
    assert done.returncode == 1
    assert "There is no library" in done.stderr


def test_a_path_is_no_name(run: Run) -> None:
    done = run("letters/oadby.txt")
    assert done.returncode == 2
    assert "upheld import letters/oadby.txt" in done.stderr


def test_a_name_alone_opens_the_browser_there_on_a_terminal() -> None:
    with Terminal("--sample", "harborough") as terminal:
        terminal.wait_for(ALTERNATE_SCREEN)
        terminal.wait_for(b"2 of 2")


@pytest.mark.parametrize(
    ("given", "joined"),
    [
        (["search", "a", "--council", "b", "c"], ["search", "a", "--council", "b c"]),
        (
            ["--json", "search", "a", "--council", "b", "c", "--year", "2020"],
            ["--json", "search", "a", "--council", "b c", "--year", "2020"],
        ),
        (["search", "--council", "b", "a"], ["search", "--council", "b", "a"]),
        (["search", "--year", "2020", "--council", "b", "a"], ["search", "--year", "2020", "--council", "b", "a"]),
        (["search", "a", "--council"], ["search", "a", "--council"]),
        (["--library", "x", "search", "--council", "b", "a"], ["--library", "x", "search", "--council", "b", "a"]),
        ([], []),
    ],
)
def test_the_words_of_a_name_behind_an_option_are_one(given: list[str], joined: list[str]) -> None:
    assert join_name(given, "--council") == joined


@pytest.mark.parametrize(
    "given",
    [
        [],
        ["--sample"],
        ["--library", "leeds"],
        ["--lib", "leeds", "--json"],
        ["--library=leeds"],
        ["show", "leeds"],
        ["--sample", "read", "shwo"],
        ["--help"],
        ["--version"],
    ],
)
def test_arguments_with_a_command_or_without_a_word_stay_as_they_are(given: list[str]) -> None:
    assert name_command(given, ["show", "read", "browse"]) == given
