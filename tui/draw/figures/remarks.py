"""The passages about a council, each once, under all that it is."""

from collections.abc import Sequence

from db.model import Quote, Remark
from tui.draw.labels import REMARKS


def labelled(remarks: Sequence[Remark]) -> tuple[tuple[str, Quote], ...]:
    """Each passage once, in the order given, with what it is: "Public report", "Refusal or delay, apology"."""
    kinds: dict[Quote, list[str]] = {}
    for remark in remarks:
        kinds.setdefault(remark.quote, []).append(REMARKS[remark.kind])
    return tuple((_label(names), quote) for quote, names in kinds.items())


def _label(names: Sequence[str]) -> str:
    first, *others = dict.fromkeys(names)
    return ", ".join([first, *(name.lower() for name in others)])
