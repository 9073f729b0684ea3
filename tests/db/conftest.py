"""Fixtures for the tests of the library: where it is, and a parser that takes the place of ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db import extract
from tests.db.reread.rereading import Parse


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> Callable[[Parse], None]:
    """Takes a parser that is used from then on, as if another upheld had come."""
    return lambda other: monkeypatch.setattr(extract, "parse", other)
