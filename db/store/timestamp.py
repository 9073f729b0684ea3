"""The present moment, as the library notes it."""

from datetime import UTC, datetime


def stamp_time() -> str:
    """Date and time (UTC) to the second, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")
