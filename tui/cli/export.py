"""`upheld export`: the whole library as a folder of tidy tables, with a page that explains their columns."""

from pathlib import Path

from tui.cli.arguments import Commands, parse_path
from tui.cli.context import Context, open_library
from tui.cli.output import print_json, print_line, print_note
from tui.cli.saving import add_force, write_or_ask

_FORMATS = ("csv", "json", "md")
"""Named here too, so that the help needs no import of what answers; a test holds them against the values."""


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "export",
        "write the whole library as a folder of tidy tables",
        "upheld export tables --format csv",
        run=lambda context, arguments: export(
            context, arguments.folder, kind=arguments.format, may_replace=arguments.force
        ),
    )
    parser.add_argument("folder", type=parse_path, metavar="DEST", help="the folder, made if it is not there")
    parser.add_argument("--format", choices=_FORMATS, default="csv", help="csv, which spreadsheets open, unless named")
    add_force(parser)


def export(context: Context, folder: Path, *, kind: str, may_replace: bool) -> int:
    """Answer `upheld export DEST [--format F] [--force]`; 0 if it is written, 1 if it was stopped by Ctrl+C.

    Raises:
        NoAnswer: there is no library, or the folder is not written.
        LibraryError: the library cannot be read.
    """
    from db import json_output
    from db.export.sheet_formats import SheetFormat
    from db.text.clean import one_line
    from tui.cli.progress import catch_ctrl_c, show_progress
    from tui.draw.labels import format_count
    from tui.export_folder import ExportReport, export_library

    def write(may: bool) -> ExportReport:
        """Write it, with its progress."""
        with open_library(context) as library, catch_ctrl_c() as stopped, show_progress() as line:
            total = library.counts().letters
            return export_library(
                library.all_letters(),
                folder,
                SheetFormat(kind),
                may_replace=may,
                on_letter=lambda done: line.show(done, total, "letter"),
                cancelled=stopped.is_set,
            )

    report = write_or_ask(context, write, may_replace=may_replace)
    if context.as_json:
        print_json(json_output.build_export(folder, report.rows, report.letters, cancelled=report.cancelled))
    elif report.cancelled:
        print_note("Stopped before the end; nothing was written.")
    else:
        print_line(f"Written to {one_line(str(folder), 1000)}: {format_count(report.letters, 'letter')}")
        for name, number in report.rows.items():
            print_line(f"  {name}: {format_count(number, 'row')}")
        print_line("  README.md: what is in each column")
    return 1 if report.cancelled else 0
