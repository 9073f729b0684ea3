"""`upheld check --read-again`: every file of the library read again, and what that changed."""

from db import json_output
from db.model import Change, ChangeKind, LetterChange
from tui.cli.context import Question, note, opened, say, say_json
from tui.cli.progress import progress_line, stopped_by_ctrl_c

_WORDS = {ChangeKind.GAINED: "newly found in this file", ChangeKind.LOST: "no longer found in this file"}


def reread(question: Question) -> int:
    """Answer `upheld check --read-again`; 1 where it was stopped, or a file could not be read again."""
    with opened(question) as library, stopped_by_ctrl_c() as stopped, progress_line() as progress:
        report = library.reread(on_file=progress.show, cancelled=stopped.is_set)
    code = 1 if report.cancelled or report.kept else 0
    if question.as_json:
        say_json(json_output.reread(report))
        return code
    if report.cancelled:
        note("Stopped before the end: nothing was changed.")
        return code
    for change in report.changes:
        say(_line(change))
    for kept in report.kept:
        say(f"{kept.source.name}: left as it was. {kept.reason}")
    if not report.changes:
        say("Nothing changed.")
    return code


def _line(change: LetterChange) -> str:
    head = f"{change.council}, {change.year or 'year not known'} ({change.source.name})"
    return f"{head}: {_WORDS.get(change.change) or '; '.join(map(_told, change.changes))}"


def _told(difference: Change) -> str:
    before, after = (value or "nothing" for value in (difference.before, difference.after))
    return f"{difference.what}: {before} -> {after}"
