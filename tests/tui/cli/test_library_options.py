"""`upheld` with nothing but the options that name the library means what the parser of all commands makes of it."""

from pathlib import Path

import pytest

from tui.cli.arguments import parse_arguments
from tui.cli.commands import build_parser
from tui.cli.library_options import LibraryOptions, read_library_options


@pytest.mark.parametrize(
    ("given", "options"),
    [
        ([], LibraryOptions(None, False)),
        (["--sample"], LibraryOptions(None, True)),
        (["--library", "a.db"], LibraryOptions(Path("a.db"), False)),
        (["--library", "~/a b.db"], LibraryOptions(Path("~/a b.db"), False)),
    ],
    ids=str,
)
def test_the_options_alone_are_understood_as_the_parser_would(given: list[str], options: LibraryOptions) -> None:
    parsed = parse_arguments(build_parser(), given)
    assert read_library_options(given) == options == LibraryOptions(parsed.library, parsed.sample)


@pytest.mark.parametrize(
    "given",
    [
        ["--library"],
        ["--library", ""],
        ["--library", "--sample"],
        ["--library", "-"],
        ["--library=a.db"],
        ["--lib", "a.db"],
        ["--sample", "--library", "a.db"],
        ["--json"],
        ["--help"],
        ["leeds"],
        ["--library", "a.db", "leeds"],
    ],
    ids=str,
)
def test_all_else_is_left_to_the_parser(given: list[str]) -> None:
    assert read_library_options(given) is None
