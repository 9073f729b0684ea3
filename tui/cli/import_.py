"""`upheld import`: letter files into the library, with what became of each."""

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, parse_path
from tui.cli.context import Context
from tui.cli.output import print_error, print_json, print_line, print_lines, print_note

if TYPE_CHECKING:
    from db.importer import ImportReport, Progress
    from db.outcome import FileOutcome

_MANY_OBJECTS = 20_000
"""So many objects more than before are looked through for garbage in circles: letters hold none."""


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "import",
        "bring letter files and folders into the library",
        "upheld import ~/letters",
        run=lambda context, arguments: import_files(context, arguments.paths),
    )
    parser.add_argument(
        "paths", nargs="+", type=parse_path, metavar="PATH", help="a letter file, or a folder with everything in it"
    )


def import_files(context: Context, paths: Sequence[Path]) -> int:
    """Answer `upheld import PATH...`; 0 if every file is in the library, 1 if any was refused.

    What became of the files before is told also where the library then takes no more.

    Raises:
        LibraryError: the library cannot be opened or written.
    """
    from db.errors import LibraryError
    from db.importer import ImportReport, import_paths
    from tui.cli.progress import catch_ctrl_c, show_progress

    gc.set_threshold(_MANY_OBJECTS)
    outcomes: list[FileOutcome] = []
    try:
        with catch_ctrl_c() as stopped, show_progress() as line:

            def take(progress: "Progress") -> None:
                """Note what became of a file, and show how far it is."""
                if progress.outcome is not None:
                    outcomes.append(progress.outcome)
                if progress.is_waiting:
                    line.show_waiting()
                else:
                    line.show(progress.done, progress.total)

            report = import_paths(context.library, paths, on_file=take, cancelled=stopped.is_set)
    except LibraryError as error:
        if not outcomes:
            raise
        report = ImportReport(outcomes=tuple(outcomes), cancelled=True)
        _tell(context, report, str(error))
        return 1
    _tell(context, report)
    return 1 if report.refused or report.cancelled else 0


def _tell(context: Context, report: "ImportReport", error: str | None = None) -> None:
    """What became of the files, and what broke the import off, if something did."""
    from db import json_output
    from tui.draw.doubt_text import write_doubt

    if context.as_json:
        answer = json_output.build_import(
            report.outcomes, write_doubt, passed_over=report.passed_over, cancelled=report.cancelled
        )
        print_json(answer if error is None else {**answer, **json_output.build_error("library", error)})
        return
    _print_report(report)
    if error is not None:
        print_error(error, "library", as_json=False)


def _print_report(report: "ImportReport") -> None:
    """What became of each file, and how many fared alike."""
    from tui.draw.labels import format_count

    print_lines(line for outcome in report.outcomes for line in _describe(outcome))
    print_line(f"{report.added} added, {report.already_here} already here, {report.refused} refused.")
    if report.passed_over:
        print_line(f"{format_count(report.passed_over, 'other file')} passed over, as no letter's kind.")
    if report.cancelled:
        print_note("Stopped before the end; what was added stays. Run it again to go on.")


def _describe(outcome: "FileOutcome") -> Iterator[str]:
    """What became of one file: why it was refused, or a line for each of its letters with what to know of it."""
    from db.outcome import Outcome
    from tui.draw.doubt_text import write_doubt
    from tui.draw.outcome_words import OUTCOMES

    head = f"{OUTCOMES[outcome.outcome]}: {outcome.path}"
    if outcome.reason:
        yield f"{head}: {outcome.reason}"
    elif not outcome.letters:
        yield head
    else:
        for letter in outcome.letters:
            yield f"{head}: {letter.council.name}, {letter.year or 'year not known'}"
            if outcome.outcome is Outcome.ADDED:
                yield from (f"    warning: {write_doubt(doubt)}" for doubt in letter.doubts)
