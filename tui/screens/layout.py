"""Which panes are in sight, for a width and the active pane. No widgets here."""

from enum import StrEnum

MEDIUM_WIDTH = 80
"""Columns from which the councils and one other pane fit side by side."""

WIDE_WIDTH = 120
"""Columns from which all panes are in sight."""


class Pane(StrEnum):
    """The panes, in the order of Tab; the value is the id of the widget."""

    COUNCILS = "councils"
    STATISTICS = "statistics"
    LETTER = "letter"


PANE_NAMES = {Pane.COUNCILS: "councils", Pane.STATISTICS: "figures", Pane.LETTER: "letter"}
"""What each is called where a key leads to it."""


def choose_panes(width: int, active: Pane, *, zoomed: bool) -> frozenset[Pane]:
    """The panes to show on `width` columns while `active` has the keys; `zoomed`: only that one is wanted."""
    if zoomed or width < MEDIUM_WIDTH:
        return frozenset({active})
    if width < WIDE_WIDTH:
        return frozenset({Pane.COUNCILS, Pane.STATISTICS if active is Pane.COUNCILS else active})
    return frozenset(Pane)


def step_pane(pane: Pane, step: int) -> Pane:
    """The pane `step` places after `pane`, round and round."""
    panes = list(Pane)
    return panes[(panes.index(pane) + step) % len(panes)]
