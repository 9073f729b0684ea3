"""Bytes of a library flipped: every answer is the undamaged one or says that there is damage (see the bench)."""

import pytest

from tests.bench.damage_libraries import run
from tests.marks import slow_rows

# Which rows there are is asked of indexes, and the index of words is compared with the letters by `check` alone.
_MOST_SILENT = 0.05


@pytest.mark.parametrize(("tries", "seed"), [(60, 1), *slow_rows((120, 2))])
def test_no_damage_is_unforeseen_and_none_is_called_whole(tries: int, seed: int) -> None:
    tally = run(tries, seed)
    assert tally.unforeseen == []
    assert tally.ends["silent, and check called it whole"] == 0
    assert len(tally.silent) <= tries * _MOST_SILENT, tally.silent
    assert tally.ends["said"] > tries / 10
