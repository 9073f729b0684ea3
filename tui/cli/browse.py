"""`upheld browse`: the browser."""

from tui.cli.arguments import Commands, join_words, parse_words
from tui.cli.open_browser import open_browser


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "browse",
        "open the browser, at a council if you name one",
        "upheld browse harborough",
        run=lambda context, arguments: open_browser(context, join_words(arguments.council) or None),
        has_json=False,
    )
    parser.add_argument("council", nargs="*", type=parse_words, metavar="COUNCIL", help="no quotes needed")
