"""The passages about a council, each once, under all that it is."""

from collections.abc import Sequence

from db.model import Quote, Remark
from tui.draw.labels import REMARKS


def label_remarks(remarks: Sequence[Remark]) -> tuple[tuple[str, Quote], ...]:
    """Each passage once, in the order given, with what it is: "Public report", "Refusal or delay, apology"."""
    labels: dict[Quote, list[str]] = {}
    for remark in remarks:
        labels.setdefault(remark.quote, []).append(REMARKS[remark.kind])
    return tuple((_join_labels(names), quote) for quote, names in labels.items())


def _join_labels(names: Sequence[str]) -> str:
    """Several labels as one, each once."""
    first, *others = dict.fromkeys(names)
    return ", ".join([first, *(name.lower() for name in others)])
