"""What a bench found, and how it is printed."""

from typing import NamedTuple

from tests.bench.bars import BARS
from tests.bench.measuring import Figures

_HEAD = ("bar", "what", "upheld", "beside", "other", "ratio", "asked", "met")
_WIDTHS = (13, 50, 22, 34, 22, 7, 10, 3)


class Result(NamedTuple):
    """A bar with upheld's figures and the other's; `skipped` says why there are none of one of them.

    `details` are lines of what the figures are made of.
    """

    bar: str
    figures: Figures | None = None
    others: Figures | None = None
    skipped: str | None = None
    details: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """As a row of a table: figure, the other's, ratio, bar, met or not; figures with their least and most."""
        bar = BARS[self.bar]
        other = self.others.median if self.others else None
        ratio = "" if self.figures is None or not other else f"{self.figures.median / other:.2f}x"
        is_met = None if self.figures is None else bar.is_met(self.figures.median, other)
        verdict = "-" if is_met is None else "yes" if is_met else "NO"
        reason = f"skipped: {self.skipped}" if self.skipped else ""
        ours = _write(self.figures, bar.unit) if self.figures else reason
        theirs = _write(self.others, bar.unit) if self.others else reason if self.figures else ""
        return self.bar, bar.what, ours, bar.beside, theirs, ratio, bar.asked, verdict


def _write(figures: Figures, unit: str) -> str:
    """A figure with its spread."""
    return f"{_round(figures.median)} {unit} ({'-'.join(map(_round, figures.spread))})"


def _round(figure: float) -> str:
    """Three digits, but never fewer than the number has before its point."""
    return f"{figure:.0f}" if figure >= 100 else f"{figure:.3g}"


def write_head(*, is_markdown: bool) -> str:
    """The line, or lines, above a table of results."""
    return f"{_join(_HEAD, is_markdown)}\n{_join(['---'] * len(_HEAD), True)}" if is_markdown else _join(_HEAD, False)


def write_row(result: Result, *, is_markdown: bool) -> str:
    """A result as a line of the table, with its details below it where they can stand there."""
    row = _join(result.cells, is_markdown)
    return row if is_markdown else "\n".join((row, *(f"    {detail}" for detail in result.details)))


def _join(cells: tuple[str, ...] | list[str], is_markdown: bool) -> str:
    if is_markdown:
        return f"| {' | '.join(cells)} |"
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()
