"""Which of a test's cases are slow: `pytest -m "not slow"` leaves them out and keeps the others."""

from typing import Any

import pytest


def slow(*values: object) -> list[Any]:
    """Give each value as a case of a test with one parameter that only the whole suite runs."""
    return [pytest.param(value, marks=pytest.mark.slow) for value in values]


def slow_rows(*rows: tuple[object, ...]) -> list[Any]:
    """Give each row as such a case of a test with several parameters."""
    return [pytest.param(*row, marks=pytest.mark.slow) for row in rows]
