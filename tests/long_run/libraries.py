"""Mutated libraries: whatever is done to the file, no other answer without a word.

A copy of a whole library is damaged (bytes, holes, a part of its schema, a log that is another's) and asked everything.
Each answer must be the whole one's, or say that there is damage, or `check` must call the library damaged: an answer
that is other and says nothing counts as silent where `check` tells, and as a failure where it does not. Nothing else
may be raised, by `--repair` and `--rescue` neither.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from db.errors import LibraryError, UpheldError
from db.importer import import_paths
from db.library import Library
from db.model import Letter
from db.rescue import rescue_library
from db.review.findings import FindingKind
from tests.long_run import damage
from tests.long_run.attack import Attack, Attempt, Try
from tests.long_run.questions import Answer, Questions, list_questions, says_damage
from tests.long_run.whole_library import SAMPLES, LoggedLibrary, change_in_log, make_library

Known = dict[str, Answer]
Files = dict[str, tuple[Letter, ...]]

_BYTES, _SCHEMA, _LOG = 0.75, 0.1, 0.15
_RESCUED, _REPAIRED = 0.3, 0.3


class Damaged(NamedTuple):
    """What was done, to the file and to the log beside it if there is one, and what may be answered: one of these."""

    what: str
    data: bytes
    log: bytes | None
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class WholeLibrary:
    """The library before it is damaged: everything it answers, and what lies in it by its file."""

    data: bytes
    questions: Questions
    known: Known
    files: Files


@dataclass(frozen=True, slots=True)
class _Logs:
    """The library with its own log and what it then answers; one that was changed after, and a log of another."""

    own: LoggedLibrary
    known: Known
    later: bytes
    later_known: Known
    foreign: bytes


@contextmanager
def start(folder: Path) -> Iterator[Try]:
    """A library of the samples, and logs that may lie beside it."""
    path = make_library(folder)
    whole = _look_at(path)
    logs = _make_logs(folder, whole)
    numbers = iter(range(1 << 60))

    def attempt(chance: Random) -> Attempt:
        copy = folder / f"{next(numbers)}.db"
        try:
            damaged = _damage(whole, logs, copy, chance)
            return _examine(copy, damaged, whole, chance)
        finally:
            for left in folder.glob(f"{copy.name}*"):
                left.unlink()

    yield attempt


def _look_at(path: Path) -> WholeLibrary:
    questions = list_questions(path)
    with Library.open(path) as library:
        known = {name: ask(library) for name, ask in questions.items()}
        files = _read_files(library)
    return WholeLibrary(path.read_bytes(), questions, known, files)


def _read_files(library: Library) -> Files:
    """The letters as they were read, by the SHA-256 of their file."""
    found: Files = {}
    for stored in (one for batch in library.all_letters() for one in batch):
        letter = replace(stored.letter, council=stored.read_council, year=stored.read_year, doubts=(), fingerprints=())
        found[stored.source.sha256] = (*found.get(stored.source.sha256, ()), letter)
    return found


def _make_logs(folder: Path, whole: WholeLibrary) -> _Logs:
    later = folder / "later.db"
    later.write_bytes(whole.data)
    own = change_in_log(later, 1)
    changed = _answer_all(later, whole.questions)
    change_in_log(later, 3)
    foreign = folder / "foreign.db"
    import_paths(foreign, sorted(SAMPLES.glob("*.txt"))[:3])
    logged = change_in_log(foreign, 0).log
    return _Logs(own, changed, later.read_bytes(), _answer_all(later, whole.questions), logged)


def _answer_all(path: Path, questions: Questions) -> Known:
    with Library.open(path) as library:
        return {name: ask(library) for name, ask in questions.items()}


def _damage(whole: WholeLibrary, logs: _Logs, copy: Path, chance: Random) -> Damaged:
    """Does something by chance; the damaged library is at `copy` then."""
    how = chance.choices(("bytes", "schema", "log"), (_BYTES, _SCHEMA, _LOG))[0]
    if how == "bytes":
        name, change = chance.choice(list(damage.IN_BYTES.items()))
        damaged = Damaged(name, change(whole.data, chance), None, (whole.known,))
    elif how == "schema":
        copy.write_bytes(whole.data)
        return Damaged(f"without {damage.drop_from_schema(copy, chance)}", b"", None, (whole.known,))
    else:
        damaged = _damage_log(whole, logs, chance)
    copy.write_bytes(damaged.data)
    if damaged.log is not None:
        copy.with_name(copy.name + "-wal").write_bytes(damaged.log)
    return damaged


def _damage_log(whole: WholeLibrary, logs: _Logs, chance: Random) -> Damaged:
    """A log that is not the library's, or its own with other bytes: of that the one change may be lost whole."""
    how = chance.choice(("foreign log", "log of before", "its log changed", "its log changed"))
    if how == "foreign log":
        return Damaged(how, whole.data, logs.foreign, (whole.known,))
    if how == "log of before":
        return Damaged(how, logs.later, logs.own.log, (logs.later_known,))
    name, change = chance.choice(list(damage.IN_BYTES.items()))
    return Damaged(f"{how}: {name}", logs.own.data, change(logs.own.log, chance), (whole.known, logs.known))


def _examine(copy: Path, damaged: Damaged, whole: WholeLibrary, chance: Random) -> Attempt:
    """Asks a damaged library everything, then has it rescued and repaired."""
    attempt = Attempt()
    is_rescued, is_repaired = chance.random() < _RESCUED, chance.random() < _REPAIRED
    _ask_everything(copy, damaged, whole.questions, attempt)
    if is_rescued:
        _rescue(copy, whole.files, attempt)
    if is_repaired:
        _repair(copy, damaged, whole.questions, attempt)
    for told in (attempt.failures, attempt.silent):
        told[:] = [f"{damaged.what}: {what}" for what in told]
    return attempt


def _ask_everything(copy: Path, damaged: Damaged, questions: Questions, attempt: Attempt, after: str = "") -> None:
    """Asks everything, and notes the worst that came of it."""
    answers: Known = {}
    has_said = False
    try:
        library = Library.open(copy)
    except LibraryError:
        attempt.ends.append(f"{after}refused")
        return
    except Exception as error:  # what must not happen is counted
        attempt.failures.append(f"{after}open: {error!r}")
        return
    with library:
        for name, ask in questions.items():
            try:
                answers[name] = ask(library)
            except UpheldError:
                has_said = True
            except Exception as error:  # the same
                attempt.failures.append(f"{after}{name}: {error!r}")
        is_known = _is_called_damaged(library, attempt, after)
    others = min(
        ([name for name, answer in answers.items() if answer != known[name]] for known in damaged.known), key=len
    )
    silent = [name for name in others if not says_damage(answers[name])]
    if silent:
        told = f"{after}other and without a word: {', '.join(silent)}"
        (attempt.silent if is_known else attempt.failures).append(told if is_known else f"{told}, and check is content")
    end = "silent" if silent else "said" if has_said or others else "same"
    attempt.ends += [f"{after}{end}", f"{after}check: {'damage' if is_known else 'whole'}"]


def _is_called_damaged(library: Library, attempt: Attempt, after: str) -> bool:
    try:
        return any(finding.kind is FindingKind.DAMAGE for finding in library.check())
    except LibraryError:
        return True
    except Exception as error:  # what must not happen is counted
        attempt.failures.append(f"{after}check: {error!r}")
        return False


def _rescue(copy: Path, files: Files, attempt: Attempt) -> None:
    """Rescues what there is: the new library must be whole, and what is said to be as it was must be that."""
    new = copy.with_name(f"{copy.name}-rescued.db")
    before = {one.name: one.read_bytes() for one in copy.parent.glob(f"{copy.name}*") if not one.name.endswith("-shm")}
    try:
        report = rescue_library(copy, new, lambda done, total: None)
    except LibraryError:
        attempt.ends.append("not rescued")
        return
    except Exception as error:  # what must not happen is counted
        attempt.failures.append(f"rescue: {error!r}")
        return
    attempt.ends.append("rescued")
    for name, data in before.items():
        if (copy.parent / name).read_bytes() != data:
            attempt.failures.append(f"rescue: has changed {name}")
    with Library.open(new) as library:
        if any(finding.kind is FindingKind.DAMAGE for finding in library.check()):
            attempt.failures.append("rescue: the new library is damaged")
        others = {name for name, _ in report.others}
        sources = {stored.source.sha256: stored.source.name for batch in library.all_letters() for stored in batch}
        for sha256, letters in _read_files(library).items():
            if sources[sha256] not in others and letters != files.get(sha256):
                attempt.failures.append(f"rescue: {sources[sha256]} is other, and said to be whole")


def _repair(copy: Path, damaged: Damaged, questions: Questions, attempt: Attempt) -> None:
    """Mends what can be mended, and asks again."""
    try:
        with Library.open(copy) as library:
            library.repair()
    except LibraryError:
        attempt.ends.append("not repaired")
        return
    except Exception as error:  # what must not happen is counted
        attempt.failures.append(f"repair: {error!r}")
        return
    chosen = {name: questions[name] for name in ("all", "search", "councils", "sets")}
    _ask_everything(copy, damaged, chosen, attempt, "repaired, ")


LIBRARIES = Attack("libraries", start)
