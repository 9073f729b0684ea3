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

from tests.db.store.programs import ROOT
from tests.long_run.attack import Attack, Attempt, Try
from tests.long_run.changes import CHANGES, Change, Ground, find_faults, prepare

_LATEST = 1.1
"""The last moment for a kill, in times of how long the command took undisturbed."""


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

    def do(self, library: Path, words: list[str], kill_after: float | None = None) -> tuple[int, float]:
        """Do a command; its exit code (negative: the signal that ended it), and the seconds it took."""
        if self.process.stdin is None or self.process.stdout is None:
            raise BrokenPipeError
        self.told.write_text("", encoding="utf-8")
        asked = {"words": ["--library", str(library), *words], "kill_after": kill_after, "told": str(self.told)}
        self.process.stdin.write(f"{json.dumps(asked)}\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        for left in self.temporary.iterdir():
            shutil.rmtree(left, ignore_errors=True)
        return answer["code"], answer["seconds"]

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
    grounds: dict[str, tuple[Ground, float]] = {}

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


def _look_at(change: Change, forker: _Forker, folder: Path) -> tuple[Ground, float]:
    """The library for a change, and how many seconds that takes undisturbed."""
    took: list[float] = []
    ground = prepare(folder / change.name, change, lambda path, words: took.append(forker.do(path, words)[1]))
    return ground, took[0]


def _try(chance: Random, ground: Ground, seconds: float, forker: _Forker, folder: Path) -> Attempt:
    kill_after = chance.uniform(0, seconds * _LATEST)
    library = ground.copy_to(folder)
    try:
        code, _ = forker.do(library, ground.change.fill_in(folder), kill_after)
        told = forker.read_told()
        faults = find_faults(ground, library, told, lambda path, words: forker.do(path, words)[0])
        what = f"{ground.change.name}, killed after {kill_after * 1000:.0f} of {seconds * 1000:.0f} ms"
        ends = [f"{ground.change.name}: {'killed' if code < 0 else 'done'}"]
        return Attempt([f"{what}: {fault}" for fault in faults], ends=ends)
    finally:
        shutil.rmtree(folder)


KILLS = Attack(
    "kills", _start, lambda: None if hasattr(os, "fork") else "this system makes no copies of a running program"
)
