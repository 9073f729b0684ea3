"""`upheld check`: whether the library is whole, and everything in it that needs a person's eye."""

from argparse import Namespace
from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, parse_path
from tui.cli.check_copy import back_up, rescue
from tui.cli.check_coverage import print_coverage
from tui.cli.check_reread import reread
from tui.cli.context import Context, open_library
from tui.cli.output import print_json, print_line, print_note
from tui.cli.saving import add_force

if TYPE_CHECKING:
    from db.library import Library
    from db.store.entries import LibraryCounts

_ON_DAMAGE = (
    "Indexes, triggers and views are mended with upheld check --repair, letters whose kept file is whole with upheld "
    "check --read-again."
)
_OPEN_TO_OTHERS = "Other users of this computer may read the library: chmod 600 {path} keeps it to you."
_AFTER_REPAIR = (
    "What is left is mended with upheld check --read-again, where the kept file is whole, or by putting back a copy of "
    "the library."
)


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "check",
        "check the library and list what needs a person's eye",
        "upheld check",
        run=_answer,
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--coverage", action="store_true", help="print who has a letter here of which year, and who has none"
    )
    ways.add_argument(
        "--read-again", action="store_true", help="read every letter again from its kept file, and tell what changed"
    )
    ways.add_argument(
        "--repair", action="store_true", help="make anew what follows from the letters: indexes, triggers and views"
    )
    ways.add_argument("--backup", type=parse_path, metavar="FILE", help="copy the library to a file")
    ways.add_argument(
        "--rescue", type=parse_path, metavar="NEW", help="write what can be read of a damaged library into a new one"
    )
    add_force(parser)


def _answer(context: Context, arguments: Namespace) -> int:
    """Answer what was asked for."""
    if arguments.backup:
        return back_up(context, arguments.backup, may_replace=arguments.force)
    if arguments.rescue:
        return rescue(context, arguments.rescue)
    if arguments.coverage:
        return print_coverage(context)
    return reread(context) if arguments.read_again else check(context, is_repairing=arguments.repair)


def check(context: Context, *, is_repairing: bool = False) -> int:
    """Answer `upheld check`, or `--repair` first; 1 only where the library itself is damaged.

    Raises:
        NoAnswer: there is no library.
        LibraryError: it cannot be read.
    """
    from db import json_output
    from db.review.findings import FindingKind
    from db.text.clean import one_line
    from tui.draw.doubt_text import write_doubt
    from tui.draw.labels import format_count

    with open_library(context) as library:
        if is_repairing:
            library.repair()
        findings = library.check()
        counts = _count(library)
        is_open_to_others = library.is_open_to_others
    is_whole = all(finding.kind is not FindingKind.DAMAGE for finding in findings)
    code = 0 if is_whole else 1
    if context.as_json:
        print_json(json_output.build_check(context.library, counts, findings, write_doubt, is_whole=is_whole))
        return code
    if counts:
        letters = f"{format_count(counts.letters, 'letter')} to {format_count(counts.councils, 'council')}"
        print_line(f"{letters}, from {format_count(counts.files, 'file')}.")
    for finding in findings:
        where = ", ".join(str(part) for part in (finding.council, finding.year) if part)
        sentence = write_doubt(finding.doubt)
        print_line(f"{where}: {sentence}" if where else sentence)
    if all(finding.kind is FindingKind.DISMISSED for finding in findings):
        print_line("The library is whole; nothing needs a look.")
    if is_open_to_others:
        print_note(_OPEN_TO_OTHERS.format(path=one_line(str(context.library), 1000)))
    if not is_whole:
        print_note(_AFTER_REPAIR if is_repairing else _ON_DAMAGE)
    return code


def _count(library: "Library") -> "LibraryCounts | None":
    """How much there is; None where the library is too damaged to be counted."""
    from db.errors import Damaged

    try:
        return library.counts()
    except Damaged:
        return None
