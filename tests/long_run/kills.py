"""Changes of a library killed at any moment: it opens, is whole, and has lost nothing; doing it again does it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.db.store.programs import ROOT
from tests.long_run.attack import Attack, Attempt, Try
from tests.long_run.changes import CHANGES, Change, Ground, find_faults, prepare

_LATEST = 1.1
"""The last moment for a kill, in times of how long the command took undisturbed."""

_BETWEEN_STATEMENTS = 0.6
"""The share of kills that fall between two statements of SQL: most of the time a command is not changing anything."""


class _Kill(NamedTuple):
    """When a command is killed: after so many seconds, or before the statement of that number."""

    after: float | None = None
    before: int | None = None


class _Done(NamedTuple):
    """What came of a command: its exit code (negative: the signal that ended it), its seconds, its statements."""

    code: int
    seconds: float
    statements: int


class _Forker:
    """The program that does commands in copies of itself, with a folder of its own for temporary files."""

    def __init__(self, folder: Path) -> None:
        self.temporary, self.told = folder / "temporary", folder / "told"
        self.temporary.mkdir()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.long_run.programs.forker"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"TMPDIR": str(self.temporary), "PYTHONPATH": str(ROOT)},
        )

    def do(self, library: Path, words: list[str], kill: "_Kill | None" = None) -> "_Done":
        """Do a command."""
        if self.process.stdin is None or self.process.stdout is None:
            raise BrokenPipeError
        self.told.write_text("", encoding="utf-8")
        after, before = kill or _Kill()
        asked = {"words": ["--library", str(library), *words], "kill_after": after, "kill_before": before}
        self.process.stdin.write(f"{json.dumps({**asked, 'told': str(self.told)})}\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        for left in self.temporary.iterdir():
            shutil.rmtree(left, ignore_errors=True)
        return _Done(**answer)

    def read_told(self) -> list[str]:
        """The names of the files that the last import said it had added."""
        return [Path(line).name for line in self.told.read_text(encoding="utf-8").splitlines()]

    def end(self) -> None:
        """End it."""
        with self.process:
            self.process.kill()


@contextmanager
def _start(folder: Path) -> Iterator[Try]:
    """The program that does the commands; the library for a change is there once it is first tried."""
    forker = _Forker(folder)
    grounds: dict[str, tuple[Ground, _Done]] = {}

    def attempt(chance: Random) -> Attempt:
        change = chance.choice(CHANGES)
        if change.name not in grounds:
            grounds[change.name] = _look_at(change, forker, folder)
        # A process knows the library that it has had at a path, so each try has another.
        return _try(chance, *grounds[change.name], forker, folder / f"{chance.getrandbits(64):x}")

    try:
        yield attempt
    finally:
        forker.end()


def _look_at(change: Change, forker: _Forker, folder: Path) -> tuple[Ground, _Done]:
    """The library for a change, and what comes of it undisturbed."""
    done: list[_Done] = []
    ground = prepare(folder / change.name, change, lambda path, words: done.append(forker.do(path, words)))
    return ground, done[0]


def _try(chance: Random, ground: Ground, undisturbed: _Done, forker: _Forker, folder: Path) -> Attempt:
    if chance.random() < _BETWEEN_STATEMENTS:
        kill = _Kill(before=chance.randrange(undisturbed.statements))
        when = f"before statement {kill.before} of {undisturbed.statements}"
    else:
        kill = _Kill(after=chance.uniform(0, undisturbed.seconds * _LATEST))
        when = f"after {kill.after:.3f} of {undisturbed.seconds:.3f} s"
    library = ground.copy_to(folder)
    try:
        done = forker.do(library, ground.change.fill_in(folder), kill)
        told = forker.read_told()
        faults = find_faults(ground, library, told, lambda path, words: forker.do(path, words).code)
        ends = [f"{ground.change.name}: {'killed' if done.code < 0 else 'done'}"]
        return Attempt([f"{ground.change.name}, killed {when}: {fault}" for fault in faults], ends=ends)
    finally:
        shutil.rmtree(folder)


KILLS = Attack(
    "kills", _start, lambda: None if hasattr(os, "fork") else "this system makes no copies of a running program"
)
