"""Fixtures for all tests: the real letters (where they are at hand) and the register."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from db.councils.register import Register

REAL_LETTERS = "UPHELD_REAL_LETTERS"
"""The environment variable that names the folder of real letters; they are not part of the project."""

# Whoever runs the tests may ignore Ctrl+C (a shell's &) or a closed terminal (nohup); what they start would as well.
for _number, _handler in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _handler)

# Hypothesis takes a test that a busy computer holds up for one that is too slow, or that fails now and then. All else
# is as it is by itself, which is another in CI.
settings.register_profile("whatever the speed", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("whatever the speed")


@pytest.fixture(scope="session")
def register() -> Register:
    return Register.load()


@pytest.fixture(scope="session")
def real_letters() -> Path:
    """The folder of the five real letters; tests that need it are skipped where it is not at hand."""
    folder = os.environ.get(REAL_LETTERS)
    if not folder or not Path(folder).is_dir():
        pytest.skip(f"{REAL_LETTERS} does not name the folder of the real letters")
    return Path(folder)
