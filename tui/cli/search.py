"""`upheld search`: words in all letters, best match first, with what stands around them."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, add_year, parse_count, parse_words
from tui.cli.context import Context, NoAnswer, find_council, open_library
from tui.cli.output import print_json, print_line

if TYPE_CHECKING:
    from db.words.hits import Hit

_INDENT = "    "
_WORDS_HELP = (
    'words that must all be there; "a phrase" in quotes, begin*, -without, this OR that; and which letters: '
    "year:2020, year:2018-2021, type:district, council:oadby, remark:refusal (a comma is either, -year:2020 not that)"
)
_WITHOUT = re.compile(r"-[^-]")
_HELP = "-h"


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "search",
        "search the words of all letters",
        'upheld search "public report" housing -delay year:2018-2021 type:district',
        run=lambda context, arguments: search(
            context, arguments.words, council=arguments.council, year=arguments.year, limit=arguments.limit
        ),
    )
    parser.add_argument("words", nargs="+", type=parse_words, metavar="WORDS", help=_WORDS_HELP)
    parser.add_argument("--council", type=parse_words, metavar="C", help="only this council's letters")
    add_year(parser)
    parser.add_argument("--limit", type=parse_count, default=20, metavar="N", help="how many to show (%(default)s)")


def shield_without(given: Sequence[str]) -> list[str]:
    """The arguments with a space before each -without of a search, which would else be taken for an option."""
    if "search" not in given:
        return list(given)
    at = given.index("search")
    return [*given[:at], *(f" {each}" if _WITHOUT.match(each) and each != _HELP else each for each in given[at:])]


def search(context: Context, words: Sequence[str], *, council: str | None, year: int | None, limit: int) -> int:
    """Answer `upheld search WORDS... [--council C] [--year Y] [--limit N]`; the exit code.

    Raises:
        NoAnswer: no letter has the words, what is asked makes no sense, or it is open whose letters are meant.
        LibraryError: the library cannot be read.
    """
    from db import json_output
    from db.errors import BadQuery
    from tui.draw.labels import format_count

    with open_library(context) as library:
        entry = find_council(library, council) if council else None
        asked = join_query(words)
        try:
            page = library.search(asked, entry.id if entry else None, year, limit)
        except BadQuery as error:
            raise NoAnswer("query", f"{_point_at(asked, error.start, error.end)}: {error}") from error
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


def join_query(words: Sequence[str]) -> str:
    """What is searched for: an argument of several words was quoted for the shell, and is meant as a phrase.

    Unless it says more than words: then it is a whole query.
    """
    return " ".join(f'"{word}"' if _is_phrase(word) else word.strip() for word in words)


def _is_phrase(word: str) -> bool:
    """Whether an argument is several words, and nothing else that the language of searches has."""
    from db.words.parse import parse_query
    from db.words.query import WordsQuery

    if " " not in word.strip() or any(sign in word for sign in '"*'):
        return False
    query = parse_query(word)
    if not isinstance(query, WordsQuery) or query.filters or query.unwanted:
        return False
    return all(len(group) == 1 for group in query.wanted)


def _point_at(asked: str, start: int, end: int) -> str:
    """Where a stretch of what was asked stands: the number of its first character, from 1, and the stretch itself."""
    return f'At character {start + 1}, "{asked[start:end]}"'
