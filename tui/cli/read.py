"""`upheld read`: the words of a letter; with `--json` as they are stored, which is what every quote is a place in."""

from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, add_council, add_year, join_words
from tui.cli.context import Context, find_council, open_library, select_letters
from tui.cli.output import print_json, print_note, print_text

if TYPE_CHECKING:
    from db.model import StoredLetter


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "read",
        "print the words of a council's letter",
        "upheld read oadby --year 2020",
        run=lambda context, arguments: read(context, join_words(arguments.council), arguments.year),
    )
    add_council(parser)
    add_year(parser)


def read(context: Context, council: str, year: int | None) -> int:
    """Answer `upheld read COUNCIL [--year Y]`, the newest letter if no year is asked for; the exit code.

    Raises:
        NoAnswer: no letter is meant, or it is open whose.
        LibraryError: the library cannot be read.
    """
    from db import json_output
    from db.model import DoubtCode
    from db.text.markup import remove_signs
    from tui.draw.doubt_text import write_doubt

    with open_library(context) as library:
        entry = find_council(library, council)
        stored = select_letters(library, entry, year)[0]
        own = library.own_words(stored.id) if context.as_json else None
        others = [each.source.name for each in library.letters_of(entry.id) if is_same_year(each, stored)]
    if own is not None:
        print_json(json_output.build_read(stored, own))
        return 0
    print_note(f"{entry.council.name}, {stored.letter.year or 'year not known'}, from {stored.source.name}")
    if others:
        print_note(f"Another letter of that year is here: {', '.join(others)}")
    for doubt in stored.letter.doubts:
        if doubt.code is DoubtCode.LETTER_DAMAGED:
            print_note(write_doubt(doubt))
    print_text(remove_signs(stored.letter.text))
    return 0


def is_same_year(one: "StoredLetter", other: "StoredLetter") -> bool:
    """Whether two letters of a council, which are not the same letter, are of one year."""
    return one.id != other.id and one.letter.year == other.letter.year
