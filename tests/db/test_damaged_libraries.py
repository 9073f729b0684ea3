"""A library damaged in any way: every answer is the undamaged one or says that there is damage (see the long run)."""

import pytest

from tests.long_run.libraries import LIBRARIES
from tests.long_run.running import Share, run
from tests.marks import slow_rows

# Which rows there are is asked of indexes, and the index of words is compared with the letters by `check` alone.
_MOST_SILENT = 0.05
_AN_HOUR = 3600.0


@pytest.mark.parametrize(("tries", "seed"), [(60, 1), *slow_rows((120, 1000))])
def test_no_damage_is_unforeseen_and_none_is_called_whole(tries: int, seed: int) -> None:
    tally = run(LIBRARIES, Share(seed=seed, seconds=_AN_HOUR, tries=tries))
    assert tally.failures == []
    assert len(tally.silent) <= tries * _MOST_SILENT, tally.silent
    assert tally.ends["said"] > tries / 10
