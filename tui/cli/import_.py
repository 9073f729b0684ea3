"""`upheld import`: letter files into the library, with what became of each."""

from pathlib import Path

from db import json_output
from db.importer import import_paths
from db.model import FileOutcome, Outcome
from tui.cli.context import Question, note, say, say_json
from tui.cli.progress import progress_line, stopped_by_ctrl_c
from tui.draw.labels import OUTCOMES, counted


def import_files(question: Question, paths: list[Path]) -> int:
    """Answer `upheld import PATH...`; 0 if every file is in the library, 1 if any was refused."""
    with stopped_by_ctrl_c() as stopped, progress_line() as shown:
        batch = import_paths(
            question.library,
            paths,
            on_file=lambda progress: shown.show(progress.done, progress.total),
            cancelled=stopped.is_set,
        )
    if question.as_json:
        say_json(
            {**json_output.imported(batch.outcomes), "passed_over": batch.passed_over, "cancelled": batch.cancelled}
        )
        return 1 if batch.refused or batch.cancelled else 0
    for outcome in batch.outcomes:
        for line in _lines(outcome):
            say(line)
    say(f"{batch.added} added, {batch.already_here} already here, {batch.refused} refused.")
    if batch.passed_over:
        say(f"{counted(batch.passed_over, 'other file')} passed over, as no letter's kind.")
    if batch.cancelled:
        note("Stopped before the end; what was added stays. Run it again to go on.")
    return 1 if batch.refused or batch.cancelled else 0


def _lines(outcome: FileOutcome) -> list[str]:
    head = f"{OUTCOMES[outcome.outcome]}: {outcome.path}"
    if outcome.reason:
        return [f"{head}: {outcome.reason}"]
    lines = []
    for letter in outcome.letters:
        lines.append(f"{head}: {letter.council.name}, {letter.year or 'year not known'}")
        if outcome.outcome is Outcome.ADDED:
            lines += [f"    warning: {doubt.message}" for doubt in letter.warnings]
    return lines or [head]
