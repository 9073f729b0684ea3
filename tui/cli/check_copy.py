"""`upheld check --backup FILE` and `--rescue NEW`: the library, or what can be read of it, in another file."""

from collections.abc import Sequence
from pathlib import Path

from tui.cli.context import Context, NoAnswer, open_library
from tui.cli.output import print_json, print_line
from tui.cli.saving import write_or_ask


def back_up(context: Context, target: Path, *, may_replace: bool) -> int:
    """Answer `upheld check --backup FILE`: a copy of the library as it is now, with what is in its log.

    Raises:
        NoAnswer: there is no library, or the copy is not written.
        LibraryError: the library cannot be read.
    """
    from db import json_output
    from db.text.clean import one_line
    from tui.saved_file import AlreadyThere, CannotSave

    shown = one_line(str(target), 1000)

    def write(may: bool) -> None:
        """Write the copy.

        Raises:
            CannotSave: it cannot be written.
        """
        if target.exists() and target.samefile(context.library):
            raise CannotSave(f"{shown} is the library itself: name another file.")
        if target.is_dir():
            raise CannotSave(f"{shown} is a folder: name a file in it.")
        try:
            with open_library(context) as library:
                library.copy_to(target, may_replace=may)
        except FileExistsError as error:
            raise AlreadyThere(f"There is already a file at {shown}.") from error
        except FileNotFoundError as error:
            raise CannotSave(f"There is no folder {one_line(str(target.parent), 1000)}: make it first.") from error
        except OSError as error:
            raise CannotSave(f"{shown} could not be written: {error.strerror}.") from error

    write_or_ask(context, write, may_replace=may_replace)
    if context.as_json:
        print_json(json_output.build_backup(context.library, target))
    else:
        print_line(f"Written: {shown}")
    return 0


def rescue(context: Context, target: Path) -> int:
    """Answer `upheld check --rescue NEW`; 0 where everything was saved as it was, 1 where not.

    Raises:
        NoAnswer: there is no library.
        LibraryError: nothing of it can be read, or the new library cannot be written.
    """
    from db import json_output
    from db.rescue import rescue_library
    from db.text.clean import one_line
    from tui.cli.progress import show_progress
    from tui.draw.labels import format_count

    if not context.library.exists():
        raise NoAnswer("no_library", f"There is no library at {one_line(str(context.library), 1000)}.")
    with show_progress() as line:
        report = rescue_library(context.library, target, line.show)
    if context.as_json:
        print_json(json_output.build_rescue(target, report))
    else:
        saved = f"{format_count(report.letters, 'letter')} from {format_count(report.files, 'file')}"
        print_line(f"Saved into {one_line(str(target), 1000)}: {saved}.")
        _print_others(report.others)
        for lost in report.lost_corrections:
            name = one_line(lost.file_name)
            print_line(f"{name}: what was set by hand of its letter {lost.position + 1} is lost: set it again.")
        if report.has_left_log:
            log = one_line(f"{context.library}-wal", 1000)
            print_line(f"Left out: the log {log}, which does not belong to this library as far as can be told.")
    return 1 if report.others or report.lost_corrections or report.has_left_log else 0


def _print_others(others: Sequence[tuple[str, str]]) -> None:
    """What became of each file that was not saved as it was."""
    from db.text.clean import one_line

    for name, how in others:
        print_line(f"{one_line(name)}: {_HOW[how]}")


_HOW = {
    "read_again": "read again from its kept file, as what was kept of its letters is damaged.",
    "words_alone": "its letters are saved, the file they came from is lost: import it again if you have it.",
    "lost": "lost: import it again if you have it.",
}
"""What is said of a file that was not saved as it was."""
