"""Faults at system calls, as a full or broken disk gives them, put in by strace: a sentence, and a whole library."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.db.store.programs import ROOT
from tests.long_run.attack import Attack, Attempt, Try
from tests.long_run.changes import CHANGES, QUESTIONS, Change, Ground, find_faults, prepare, read_told, run_here
from tests.long_run.commands import UNFORESEEN

_OF_ITS_FILES = ("openat", "unlink")
"""Made to fail at the library and the letters alone: a Python opens hundreds of files as it starts."""

_EVERYWHERE = ("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "sendfile", "rename", "link", "mkdir")
"""Made to fail whatever they are for: of these a Python needs none before it comes to us."""

_FAULTS = ("error=ENOSPC", "error=EIO", "error=EDQUOT", "signal=KILL")
"""No room, a broken disk, a quota used up; and the command killed right at the call."""

_KILLED = -9
_ENDS = {0: "done all the same", _KILLED: "killed"}
_HOMES = ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR")
_SECONDS = 120
_TOLD = 300


Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True, slots=True)
class _Places:
    """A command, how often it makes each of the system calls that can be made to fail, and what it answers."""

    ground: Ground
    calls: Counter[str]
    answer: str


@contextmanager
def _start(folder: Path) -> Iterator[Try]:
    """Nothing; the library for a change, and the calls it makes, are there once it is first tried."""
    known: dict[str, _Places] = {}

    def attempt(chance: Random) -> Attempt:
        change = chance.choice((*CHANGES, *QUESTIONS))
        if change.name not in known:
            known[change.name] = _look_at(change, folder)
        # A process knows the library that it has had at a path, so each try has another.
        return _try(chance, known[change.name], folder / f"{chance.getrandbits(64):x}")

    yield attempt


def _look_at(change: Change, folder: Path) -> _Places:
    ground = prepare(folder / change.name, change, run_here)
    calls: Counter[str] = Counter()
    for traced in (_OF_ITS_FILES, _EVERYWHERE):
        library = ground.copy_to(folder / "looked at")
        answer = _trace(library, ground, traced).stdout
        log = (folder / "log").read_text(encoding="utf-8", errors="replace")
        calls.update(re.findall(rf"^\d+ +({'|'.join(traced)})\(", log, re.MULTILINE))
        shutil.rmtree(folder / "looked at")
    return _Places(ground, calls, answer)


def _try(chance: Random, places: _Places, folder: Path) -> Attempt:
    call, fault = chance.choice(sorted(places.calls)), chance.choice(_FAULTS)
    # Once, as a bad sector, or from then on, as a disk that is full.
    when = f"{chance.randrange(1, places.calls[call] + 1)}{chance.choice(('', '+'))}"
    library = places.ground.copy_to(folder)
    try:
        done = _trace(library, places.ground, (call,), f"{fault}:when={when}")
        faults = [*_find_in_answer(done, call, folder), *_find_after(places, library, done)]
        what = f"{places.ground.change.name}, {fault} at {call} {when} of {places.calls[call]}"
        ends = [f"{call}: {_ENDS.get(done.returncode, 'told')}"]
        return Attempt([f"{what}: {fault}" for fault in faults], ends=ends)
    finally:
        shutil.rmtree(folder)


def _trace(library: Path, ground: Ground, calls: Sequence[str], fault: str | None = None) -> Done:
    """Do the command of a ground under strace, with a fault put in if one is given; what it said."""
    folder = library.parent
    home = folder / "home"
    home.mkdir()
    environment = {name: str(home) for name in _HOMES}
    paths = [folder, folder / "new.db", *(library.with_name(library.name + end) for end in ("", "-wal", "-shm"))]
    paths += [folder / "letters", *(folder / "letters" / each.name for each in (ground.folder / "letters").iterdir())]
    return subprocess.run(
        [
            *("strace", "-f", "-qq", "-o", str(folder.parent / "log")),
            *([] if set(calls) <= set(_EVERYWHERE) else [part for path in paths for part in ("-P", str(path))]),
            *("-e", f"trace={','.join(calls)}", *(["-e", f"inject={calls[0]}:{fault}"] if fault else [])),
            *(sys.executable, "-m", "tui.cli.main", "--library", str(library), *ground.change.fill_in(folder)),
        ],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        env=os.environ | environment | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )


def _find_in_answer(done: Done, call: str, folder: Path) -> Iterator[str]:
    """What must not be in an answer: any end but an answer or a sentence, and an error that nobody foresaw."""
    if done.returncode not in (0, 1, _KILLED):
        yield f"exit code {done.returncode}: {done.stderr[-_TOLD:]}"
    elif done.returncode == 1 and call != "write" and not (done.stderr.strip() or done.stdout.strip()):
        yield "ends with 1 and says nothing"
    for text in (done.stdout, done.stderr):
        if UNFORESEEN in text or "Traceback" in text or "Exception ignored" in text:
            yield text[-_TOLD:]
    for log in (folder / "home").rglob("upheld.log"):
        yield log.read_text(encoding="utf-8")[-_TOLD:]


def _find_after(places: _Places, library: Path, done: Done) -> Iterator[str]:
    """What is wrong with the library after, and whether what was said to be done is done."""
    ground = places.ground
    told = read_told(done.stdout) if ground.change.name == "import" else []
    if done.returncode == 0:
        if ground.change.name == "import" and not told:
            yield "ends with 0 and has added nothing"
        if ground.change.writes_new and not library.with_name("new.db").exists():
            yield "ends with 0 and has written nothing"
        if ground.change.is_asking and done.stdout != places.answer:
            yield f"answers otherwise: {done.stdout[-_TOLD:]}"
    yield from find_faults(ground, library, told, run_here)


def _explain_missing() -> str | None:
    return None if shutil.which("strace") else "strace is not installed"


FAULTS = Attack("faults", _start, _explain_missing)
