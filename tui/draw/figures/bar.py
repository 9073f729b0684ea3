"""A rate as a bar from zero to a hundred, with a tick where the average of similar councils stands."""

from textual.content import Content

from db.model import Number

MIN_BAR_WIDTH = 8
"""Cells below which a bar says nothing."""

TICK = "┃"
FULL, TRACK, FEW = "█", "·", "▒"
LINE, CROSSING, CROSSED_TICK, RANGE_ENDS = "─", "┼", "╂", ("├", "┤")
EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def draw_bar(rate: Number, average: Number | None, width: int, few: bool = False) -> Content:
    """The bar of a percentage, `width` cells wide (at least `MIN_BAR_WIDTH`), the whole width being 100%.

    It reads without colour: the part that counts is solid (grained where the cases are `few`), the rest dotted,
    and the tick is cut out of the bar where the bar reaches it. A rate above zero always shows; only 100% fills
    the bar.
    """
    width = max(width, MIN_BAR_WIDTH)
    cells = list(_draw_grained(rate, width) if few else _draw_solid(rate, width))
    tick = None if average is None else _find_cell(average, width)
    return Content.assemble(
        *(
            (TICK, "reverse" if rate >= (average or 0) else "bold") if index == tick else (cell, _choose_style(cell))
            for index, cell in enumerate(cells)
        )
    ).simplify()


def draw_range(rate: Number, average: Number | None, low: float, high: float, width: int) -> Content:
    """How far chance reaches round a percentage, from `low` to `high`, on the same axis as the bar of that width.

    The rate is where the line is crossed; the tick of the average stands before all.
    """
    width = max(width, MIN_BAR_WIDTH)
    first, last, at = (_find_cell(share, width) for share in (low, high, rate))
    tick = None if average is None else _find_cell(average, width)
    cells = [LINE if first <= index <= last else TRACK for index in range(width)]
    cells[first], cells[last] = RANGE_ENDS
    cells[at] = CROSSING
    return Content.assemble(
        *(
            (CROSSED_TICK if index == at else TICK, "bold") if index == tick else (cell, _choose_style(cell))
            for index, cell in enumerate(cells)
        )
    ).simplify()


def _find_cell(percentage: Number, width: int) -> int:
    """The cell of a bar that a percentage falls into."""
    return min(int(_clamp_share(percentage) * width), width - 1)


def _choose_style(cell: str) -> str:
    """The track is dimmed rather than coloured, as the highlight of a list brings its own colours."""
    return "dim" if cell == TRACK else ""


def _draw_solid(rate: Number, width: int) -> str:
    """The bar in eighths of a cell."""
    eighths = _count_steps(rate, width * 8)
    filled = FULL * (eighths // 8) + EIGHTHS[eighths % 8]
    return filled + TRACK * (width - len(filled))


def _draw_grained(rate: Number, width: int) -> str:
    """The bar in whole cells, for rates that stand for so few cases that finer would be false."""
    filled = _count_steps(rate, width)
    return FEW * filled + TRACK * (width - filled)


def _count_steps(rate: Number, all_steps: int) -> int:
    """How many of the steps are filled: none for 0% only, all for 100% only."""
    if rate <= 0 or rate >= 100:
        return 0 if rate <= 0 else all_steps
    return min(max(round(_clamp_share(rate) * all_steps), 1), all_steps - 1)


def _clamp_share(percentage: Number) -> float:
    """A percentage as a share of one, kept between 0 and 1 whatever the letter prints."""
    return min(max(percentage, 0), 100) / 100
