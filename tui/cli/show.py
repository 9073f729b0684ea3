"""`upheld show`: the figures of one council, one letter after another."""

from tui.cli.arguments import Commands, add_council, add_year, join_words
from tui.cli.context import Context, find_council, open_library, select_letters
from tui.cli.output import print_json, print_line


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "show",
        "print the figures of one council",
        "upheld show oadby --year 2020",
        run=lambda context, arguments: show(context, join_words(arguments.council), arguments.year),
    )
    add_council(parser)
    add_year(parser)


def show(context: Context, council: str, year: int | None) -> int:
    """Answer `upheld show COUNCIL [--year Y]`; the exit code.

    Raises:
        NoAnswer: no letter is meant, or it is open whose.
        LibraryError: the library cannot be read.
    """
    with open_library(context) as library:
        entry = find_council(library, council)
        letters = select_letters(library, entry, year)
    if context.as_json:
        from db import json_output
        from tui.draw.doubt_text import write_doubt

        print_json(json_output.build_show(entry.council, letters, write_doubt))
        return 0
    from tui.cli.show_text import describe_letter
    from tui.draw.labels import describe_council

    print_line(f"{entry.council.name} ({describe_council(entry.council)})")
    for stored in letters:
        print_line()
        for line in describe_letter(stored):
            print_line(line)
    return 0
