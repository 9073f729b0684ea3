"""What reading a file again has changed of a letter, in words."""

from db.model import Doubt
from db.reread.report import Change
from tui.draw.doubt_text import write_doubt
from tui.draw.labels import MEASURE_LABELS

_FIELDS = {
    "dated": "date",
    "doubt": "warning",
    "spans": "places and order",
}


def write_change(change: Change) -> tuple[str, str | None, str | None]:
    """What of the letter, what it said before and what it says now; None where it says nothing of it."""
    return _name_subject(change), _write(change.before), _write(change.after)


def _name_subject(change: Change) -> str:
    if change.measure is not None:
        measure = MEASURE_LABELS[change.measure].subject
        return measure if change.field == "state" else f"{measure} {_spell(change.field)}"
    if change.table is not None:
        value, _, part = change.field.partition(".")
        name = f"{change.table.value}, {'total' if value == 'total' else change.heading}"
        return f"{name}, counted as" if part else name
    council, _, part = change.field.partition(".")
    if part:
        return f"the {council}'s {_spell(part)}"
    return _FIELDS.get(change.field, _spell(change.field))


def _spell(field: str) -> str:
    return field.replace("_", " ")


def _write(value: str | Doubt | None) -> str | None:
    return write_doubt(value) if isinstance(value, Doubt) else value
