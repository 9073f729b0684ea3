"""Which panes are in sight, and how they stand, for a width and the active pane. No widgets here."""

from enum import StrEnum

MIN_WIDTH = 40
"""Columns below which upheld shows a sentence only."""

MIN_HEIGHT = 12
"""Lines below which upheld shows a sentence only."""

MEDIUM_WIDTH = 80
"""Columns from which the list of councils has another pane beside it while it is in use."""

ROOMY_WIDTH = 100
"""Columns from which the list stays, narrow, beside the pane in use: that still has a line for each measure."""

WIDE_WIDTH = 120
"""Columns from which all panes are in sight, the letter below the figures."""

VERY_WIDE_WIDTH = 160
"""Columns from which the letter stands beside the figures."""


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
    if width >= WIDE_WIDTH:
        return frozenset(Pane)
    if active is Pane.COUNCILS:
        return frozenset({Pane.COUNCILS, Pane.STATISTICS})
    return frozenset({active}) if width < ROOMY_WIDTH else frozenset({Pane.COUNCILS, active})


def is_too_small(width: int, height: int) -> bool:
    """Whether nothing of use fits."""
    return width < MIN_WIDTH or height < MIN_HEIGHT


def step_pane(pane: Pane, step: int) -> Pane:
    """The pane `step` places after `pane`, round and round."""
    panes = list(Pane)
    return panes[(panes.index(pane) + step) % len(panes)]
