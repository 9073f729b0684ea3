"""The funnel plot, in braille: investigations across, the share upheld up, and the limits that chance draws."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from db.figures.year_funnel import Funnel, FunnelLimits, FunnelPoint
from db.model import MeasureName
from tui.draw.labels import MEASURE_LABELS
from tui.draw.layout import ATTENTION, MUTED
from tui.draw.short_names import shorten_council

MIN_WIDTH, MIN_HEIGHT = 20, 8
"""Cells from which there is something to see."""

HIGHLIGHT = "●"
"""The council that is named above the plot."""

_ACROSS, _UP = 2, 4
"""Dots of braille in a cell."""

_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_BRAILLE = 0x2800
_MARGIN = 5  # cells for the labels at the left, and their line
_AROUND = 3  # lines above and below the plot: who is highlighted, the axis, what the lines are
_TEN = 10

Dot = tuple[int, int]


class FunnelScale(NamedTuple):
    """Where things stand in `columns` by `lines` cells: from 0 to `most` cases, from `low` to `high` percent."""

    columns: int
    lines: int
    most: int
    low: int
    high: int

    @classmethod
    def fit(cls, funnel: Funnel, columns: int, lines: int) -> "FunnelScale":
        """The scale that has room for every point and for the average, in whole tens of percent."""
        shares = [float(point.rate) for point in funnel.points]
        shares += [] if funnel.average is None else [float(funnel.average)]
        shares += [share for each in funnel.limits[len(funnel.limits) // 4 :] for share in _list_ends(each)]
        low = max(0, int(min(shares, default=0)) // _TEN * _TEN - _TEN)
        high = min(100, -(-int(max(shares, default=100) + 1) // _TEN) * _TEN)
        most = max((point.cases for point in funnel.points), default=1)
        return cls(columns=columns, lines=lines, most=_round_up(most), low=low, high=max(high, low + _TEN))

    def place(self, cases: float, share: float) -> Dot | None:
        """The dot for so many cases and such a share, from the upper left; None where it is outside the plot."""
        if not 0 <= cases <= self.most or not self.low <= share <= self.high:
            return None
        across = round(cases / self.most * (self.columns * _ACROSS - 1))
        up = round((self.high - share) / (self.high - self.low) * (self.lines * _UP - 1))
        return across, up

    def find_cases(self, across: int) -> float:
        """The number of cases that a column of dots stands for."""
        return across * self.most / max(self.columns * _ACROSS - 1, 1)


class FunnelPicture(NamedTuple):
    """A funnel drawn for `width` cells with nobody highlighted: what stands in each cell that is not blank."""

    funnel: Funnel
    scale: FunnelScale
    width: int
    cells: Mapping[Dot, tuple[str, str]]


def plot_funnel(funnel: Funnel, width: int, height: int) -> FunnelPicture:
    """Draw the plot in `height` lines of `width` cells (at least 20 by 8), once for whoever comes to be highlighted.

    A council is a block of dots, in the colour of what deserves attention where it is outside the limits of 95 %.
    """
    columns, lines = max(width, MIN_WIDTH) - _MARGIN, max(height, MIN_HEIGHT) - _AROUND
    scale = FunnelScale.fit(funnel, columns, lines)
    dots = set(_list_line_dots(funnel, scale))
    points = {dot: point for point in funnel.points if (dot := scale.place(point.cases, float(point.rate)))}
    cells = {_find_cell(dot): point for dot, point in points.items()}
    for dot in points:
        dots |= _list_block(dot)
    drawn = {cell: _draw_cell(pattern, cells.get(cell), funnel) for cell, pattern in _join_dots(dots).items()}
    return FunnelPicture(funnel=funnel, scale=scale, width=max(width, MIN_WIDTH), cells=drawn)


def draw_funnel(picture: FunnelPicture, highlighted: int | None) -> Content:
    """The picture with the council of letter `highlighted` marked and named."""
    funnel, scale = picture.funnel, picture.scale
    chosen = next((point for point in funnel.points if point.letter_id == highlighted), None)
    mark = scale.place(chosen.cases, float(chosen.rate)) if chosen else None
    marked = {_find_cell(mark): (HIGHLIGHT, "bold")} if mark is not None else {}
    drawn = {**picture.cells, **marked}
    body = [
        Content.assemble(
            (_label_share(scale, line), MUTED), *(drawn.get((column, line), " ") for column in range(scale.columns))
        )
        for line in range(scale.lines)
    ]
    whole = [_draw_name(chosen, funnel), *body, _draw_axis(scale), _draw_legend(funnel, picture.width)]
    return Content("\n").join(line.truncate(picture.width, ellipsis=True) for line in whole)


def is_outside(point: FunnelPoint, limits: Sequence[FunnelLimits]) -> bool:
    """Whether a council stands outside the limits of 95 %."""
    share = 100 * point.count / point.cases
    nearest = next((each.inner for each in limits if each.inner.cases >= point.cases), None)
    return nearest is not None and not nearest.low <= share <= nearest.high


def _list_ends(limits: FunnelLimits) -> tuple[float, ...]:
    """The four shares at which the lines stand."""
    return limits.inner.low, limits.inner.high, limits.outer.low, limits.outer.high


def _round_up(most: int) -> int:
    """The next number with two digits and noughts."""
    size = int(10 ** max(len(str(most)) - 2, 0))
    return -(-most // size) * size


def _list_line_dots(funnel: Funnel, scale: FunnelScale) -> Iterator[Dot]:
    """The dots of the average and of the limits: those of 95 % with gaps between them."""
    for across in range(scale.columns * _ACROSS):
        cases = scale.find_cases(across)
        shares = [] if funnel.average is None or across % 2 else [float(funnel.average)]
        if funnel.limits and cases >= 1:
            inner_low, inner_high, outer_low, outer_high = _find_limits(funnel.limits, cases)
            shares += [outer_low, outer_high]
            shares += [inner_low, inner_high] if across % 3 else []
        yield from (dot for share in shares if (dot := scale.place(cases, share)) is not None)


def _find_limits(limits: Sequence[FunnelLimits], cases: float) -> tuple[float, ...]:
    """The limits at a number of cases, on a straight line between those that are worked out."""
    after = next((at for at, each in enumerate(limits) if each.inner.cases >= cases), len(limits) - 1)
    right, left = limits[after], limits[max(after - 1, 0)]
    span = right.inner.cases - left.inner.cases
    part = min(max((cases - left.inner.cases) / span, 0), 1) if span else 1
    return tuple(one + (other - one) * part for one, other in zip(_list_ends(left), _list_ends(right), strict=True))


def _list_block(dot: Dot) -> set[Dot]:
    """The dots of a council: all in the half of its cell that it stands in."""
    (column, line), upper = _find_cell(dot), dot[1] % _UP // 2
    return {(column * _ACROSS + x, line * _UP + upper * 2 + y) for x in range(_ACROSS) for y in range(2)}


def _find_cell(dot: Dot) -> Dot:
    """The cell that a dot stands in: column and line."""
    return dot[0] // _ACROSS, dot[1] // _UP


def _join_dots(dots: Iterable[Dot]) -> Mapping[Dot, int]:
    """The pattern of braille in each cell that has dots."""
    patterns: dict[Dot, int] = defaultdict(int)
    for across, up in dots:
        patterns[_find_cell((across, up))] |= _DOTS[across % _ACROSS][up % _UP]
    return patterns


def _draw_cell(pattern: int, point: FunnelPoint | None, funnel: Funnel) -> tuple[str, str]:
    """What stands in a cell with dots, and how."""
    style = MUTED if point is None else ATTENTION if is_outside(point, funnel.limits) else "bold"
    return chr(_BRAILLE + pattern), style


def _label_share(scale: FunnelScale, line: int) -> str:
    """What stands before a line of the plot: a share at the top, in the middle and at the bottom."""
    labels = {0: scale.high, scale.lines - 1: scale.low}
    if scale.lines % 2:
        middle = scale.high + scale.low
        labels |= {} if middle % 2 else {scale.lines // 2: middle // 2}
    share = f"{labels[line]}%" if line in labels else ""
    return f"{share:>4}│"


def _draw_axis(scale: FunnelScale) -> Content:
    """The numbers below the plot, and what they count."""
    ends, noun = str(scale.most), MEASURE_LABELS[MeasureName.UPHELD].counted
    words = f"{'0':<{scale.columns - len(ends)}}{ends}"
    start = (len(words) - len(noun)) // 2
    if start > 1 and start + len(noun) < scale.columns - len(ends):
        words = f"{words[:start]}{noun}{words[start + len(noun) :]}"
    return Content.styled(f"{'':>{_MARGIN}}{words}", MUTED)


def _draw_name(chosen: FunnelPoint | None, funnel: Funnel) -> Content:
    """Who is highlighted, with the numbers that make the point."""
    if chosen is None:
        return Content.styled("The council highlighted has no point here." if funnel.points else "", MUTED)
    name = Content.styled(shorten_council(chosen.name), "bold")
    outside = (", outside 95%", ATTENTION) if is_outside(chosen, funnel.limits) else ""
    figures = f"  {chosen.count} of {chosen.cases}, {MEASURE_LABELS[MeasureName.UPHELD].format_number(chosen.rate)}"
    return Content.assemble(HIGHLIGHT, " ", name, figures, outside)


def _draw_legend(funnel: Funnel, width: int) -> Content:
    """What the lines are, as far as there is room."""
    if funnel.average is None:
        return Content.styled("no one average printed, so no limits", MUTED)
    average = f"average {MEASURE_LABELS[MeasureName.UPHELD].format_number(funnel.average)}"
    for words in (f"share upheld; lines: printed {average}, limits of 95% and 99.8%", f"{average}, limits 95%, 99.8%"):
        if len(words) <= width:
            return Content.styled(words, MUTED)
    return Content.styled(average, MUTED)
