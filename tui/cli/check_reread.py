"""`upheld check --read-again`: every file of the library read again, and what that changed."""

from typing import TYPE_CHECKING

from tui.cli.context import Context, open_library
from tui.cli.output import print_json, print_line, print_note

if TYPE_CHECKING:
    from db.reread.report import LetterChange, RereadReport


def reread(context: Context) -> int:
    """Answer `upheld check --read-again`; 1 where it was stopped, or a file could not be read again.

    Raises:
        NoAnswer: there is no library.
        LibraryError: it cannot be read or written; nothing was changed.
    """
    from db import json_output
    from tui.cli.progress import catch_ctrl_c, show_progress
    from tui.draw.change_text import write_change

    with open_library(context) as library, catch_ctrl_c() as stopped, show_progress() as line:
        report = library.reread(on_file=line.show, cancelled=stopped.is_set)
    if context.as_json:
        print_json(json_output.build_reread(report, write_change))
    elif report.cancelled:
        print_note("Stopped before the end: nothing was changed.")
    else:
        _print_report(report)
    return 1 if report.cancelled or report.kept else 0


def _print_report(report: "RereadReport") -> None:
    """A line for each letter that reads otherwise than before, and for each file whose letters stay as they were."""
    for change in report.changes:
        print_line(_describe(change))
    for kept in report.kept:
        print_line(f"{kept.source.name}: left as it was. {kept.reason}")
    if not report.changes:
        print_line("Nothing changed.")


def _describe(change: "LetterChange") -> str:
    """Which letter it is, and what became of it."""
    from db.reread.report import ChangeKind
    from tui.draw.change_text import write_change

    match change.kind:
        case ChangeKind.GAINED:
            what = "newly found in this file"
        case ChangeKind.LOST:
            what = "no longer found in this file"
        case ChangeKind.CHANGED:
            changes = map(write_change, change.changes)
            what = "; ".join(
                f"{field}: {before or 'nothing'} -> {after or 'nothing'}" for field, before, after in changes
            )
    return f"{change.council}, {change.year or 'year not known'} ({change.source.name}): {what}"
