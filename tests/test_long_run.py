"""A few seconds of the long run, of each kind: that it runs, finds nothing, and would tell what it finds."""

import subprocess
import sys
from contextlib import nullcontext
from random import Random

import pytest

from tests.db.store.programs import ROOT
from tests.long_run.attack import Attack, Attempt
from tests.long_run.faults import FAULTS
from tests.long_run.files import FILES
from tests.long_run.hostile_bytes import change_bytes
from tests.long_run.kills import KILLS
from tests.long_run.report import write_finding, write_row
from tests.long_run.running import Share, run
from tests.long_run.screens import SCREENS

_TRIES = {FILES: 40, KILLS: 4, FAULTS: 1, SCREENS: 2}
"""Those of libraries are in the tests of damaged libraries."""


@pytest.mark.parametrize("attack", _TRIES, ids=lambda attack: attack.name)
def test_a_few_tries_of_each_kind_find_nothing(attack: Attack) -> None:
    if missing := attack.explain_missing():
        pytest.skip(missing)
    tally = run(attack, Share(seed=1, seconds=600, tries=_TRIES[attack]))
    assert (tally.tries, tally.failures, tally.silent) == (_TRIES[attack], [], [])
    assert sum(tally.ends.values()) >= tally.tries


def test_the_same_seed_changes_a_file_in_the_same_way() -> None:
    data = (ROOT / "tests" / "files" / "kent-county-council-2023.docx").read_bytes()
    changed = [change_bytes(data, b"other", Random(seed)) for seed in (1, 1, 2)]
    assert changed[0] == changed[1] != changed[2]


def test_what_a_try_raises_has_failed_and_is_told_with_its_seed() -> None:
    def attempt(chance: Random) -> Attempt:
        if chance.random() < 0.5:
            raise ValueError("of ours")
        return Attempt(ends=["well"])

    told: list[tuple[int, str]] = []
    attack = Attack("made", lambda folder: nullcontext(attempt))
    tally = run(attack, Share(seed=10, seconds=600, tries=20), lambda seed, what: told.append((seed, what)))
    assert tally.ends["well"] + len(tally.failures) == 20
    assert told == tally.failures != []
    seed = told[0][0]
    assert run(attack, Share(seed=seed, seconds=600, tries=1)).failures == told[:1]
    assert f"--seed {seed}" in write_finding("made", *told[0])
    assert f" {len(told)} " in write_row("made", tally)


def test_the_command_prints_its_figures() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.long_run", "files", "--tries", "6", "--seed", "7", "--processes", "2"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].split()[:3] == ["files", "6", "0"]
