"""`upheld check --read-again`: every file of the library read again, and what that changed."""

from db import as_json
from db.model import Change, Difference, LetterChange
from tui.answers.asking import Question, note, opened, say, say_json
from tui.answers.progress import progress_line, stopped_by_ctrl_c

_WORDS = {Change.GAINED: "newly found in this file", Change.LOST: "no longer found in this file"}


def read_again(question: Question) -> int:
    """Answer `upheld check --read-again`; 1 where it was stopped, or a file could not be read again."""
    with opened(question) as library, stopped_by_ctrl_c() as stopped, progress_line() as progress:
        report = library.read_again(on_file=progress.show, cancelled=stopped.is_set)
    code = 1 if report.cancelled or report.kept else 0
    if question.as_json:
        say_json(as_json.read_again(report))
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
    return f"{head}: {_WORDS.get(change.change) or '; '.join(map(_told, change.differences))}"


def _told(difference: Difference) -> str:
    before, after = (value or "nothing" for value in (difference.before, difference.after))
    return f"{difference.what}: {before} -> {after}"
