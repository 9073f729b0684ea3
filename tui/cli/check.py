"""`upheld check`: whether the library is whole, and everything in it that needs a person's eye."""

import argparse
from collections.abc import Callable

from tui.cli.arguments import Commands
from tui.cli.check_coverage import print_coverage
from tui.cli.check_reread import reread
from tui.cli.context import Context, open_library
from tui.cli.output import print_json, print_line


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "check",
        "check the library and list what needs a person's eye",
        "upheld check",
        run=lambda context, arguments: _choose(arguments)(context),
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--coverage",
        action="store_true",
        help="print who has a letter here of which year, and who has none",
    )
    instead.add_argument(
        "--read-again", action="store_true", help="read every letter again from its kept file, and tell what changed"
    )


def _choose(arguments: argparse.Namespace) -> Callable[[Context], int]:
    """What is asked for: the letters by year, everything read again, or what needs a look."""
    return print_coverage if arguments.coverage else reread if arguments.read_again else check


def check(context: Context) -> int:
    """Answer `upheld check`; 1 only where the library itself is damaged.

    Raises:
        NoAnswer: there is no library.
        LibraryError: it cannot be read.
    """
    from db import json_output
    from db.review.findings import FindingKind
    from tui.draw.doubt_text import write_doubt
    from tui.draw.labels import format_count

    with open_library(context) as library:
        counts = library.counts()
        findings = library.check()
    is_whole = all(finding.kind is not FindingKind.DAMAGE for finding in findings)
    code = 0 if is_whole else 1
    if context.as_json:
        print_json(json_output.build_check(context.library, counts, findings, write_doubt, is_whole=is_whole))
        return code
    letters = f"{format_count(counts.letters, 'letter')} to {format_count(counts.councils, 'council')}"
    print_line(f"{letters}, from {format_count(counts.files, 'file')}.")
    for finding in findings:
        where = ", ".join(str(part) for part in (finding.council, finding.year) if part)
        sentence = write_doubt(finding.doubt)
        print_line(f"{where}: {sentence}" if where else sentence)
    if all(finding.kind is FindingKind.DISMISSED for finding in findings):
        print_line("The library is whole; nothing needs a look.")
    return code
