"""`upheld search`: words in all letters, best match first, with what stands around them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, add_year, parse_count, parse_words
from tui.cli.context import Context, NoAnswer, find_council, open_library
from tui.cli.output import print_json, print_line

if TYPE_CHECKING:
    from db.model import Hit

_INDENT = "    "


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "search",
        "search the words of all letters",
        'upheld search "public report" housing',
        run=lambda context, arguments: search(
            context, arguments.words, council=arguments.council, year=arguments.year, limit=arguments.limit
        ),
    )
    parser.add_argument(
        "words", nargs="+", type=parse_words, metavar="WORDS", help='words that must all be there; "a phrase" in quotes'
    )
    parser.add_argument("--council", type=parse_words, metavar="C", help="only this council's letters")
    add_year(parser)
    parser.add_argument("--limit", type=parse_count, default=20, metavar="N", help="how many to show (%(default)s)")


def search(context: Context, words: Sequence[str], *, council: str | None, year: int | None, limit: int) -> int:
    """Answer `upheld search WORDS... [--council C] [--year Y] [--limit N]`; the exit code.

    Raises:
        NoAnswer: no letter has the words, or it is open whose letters are meant.
        LibraryError: the library cannot be read.
    """
    from db import json_output
    from tui.draw.labels import format_count

    with open_library(context) as library:
        entry = find_council(library, council) if council else None
        page = library.search(_join(words), entry.id if entry else None, year, limit)
    if not page.hits:
        raise NoAnswer("not_found", "No letter here has those words.")
    if context.as_json:
        print_json(json_output.build_search(page))
        return 0
    for head, hit in zip(_name_letters(page.hits), page.hits, strict=True):
        print_line(head)
        marked = [(start + len(_INDENT), end + len(_INDENT)) for start, end in hit.matches]
        print_line(f"{_INDENT}{hit.context}", hang=0, marked=marked)
    if page.total > len(page.hits):
        more = f"see more with --limit {page.total}"
        print_line(f"{len(page.hits)} of {format_count(page.total, 'letter')} shown; {more}.")
    return 0


def _name_letters(hits: Sequence["Hit"]) -> list[str]:
    """Whose each letter is and of which year, and in which file it is where that does not tell one from another."""
    names = [f"{hit.council}, {hit.year or 'year not known'}" for hit in hits]
    return [
        f"{name}, from {hit.file}" if names.count(name) > 1 else name for name, hit in zip(names, hits, strict=True)
    ]


def _join(words: Sequence[str]) -> str:
    """What is searched for: an argument of several words was quoted for the shell, and is meant as a phrase."""
    return " ".join(f'"{word}"' if " " in word.strip() and '"' not in word else word for word in words)
