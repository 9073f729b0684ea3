"""The tables of a made PDF: columns as narrow as their words allow, long headings wrapped in their cells."""

import importlib
from collections.abc import Sequence
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from tests.letters_made.kinds.word import spans
from tests.letters_made.truth import Grid

# By name, as reportlab comes without types.
_platypus: Any = importlib.import_module("reportlab.platypus")
_styles: Any = importlib.import_module("reportlab.lib.styles")
_colours: Any = importlib.import_module("reportlab.lib.colors")
_simple_split: Any = importlib.import_module("reportlab.lib.utils").simpleSplit
_string_width: Any = importlib.import_module("reportlab.pdfbase.pdfmetrics").stringWidth

_FONT, _SIZE, _PADDING, _WIDEST = "Helvetica", 7, 3, 490


def table_by_cells(grid: Grid, random: Random) -> Any:  # noqa: ANN401 - reportlab comes without types
    """A table drawn cell by cell, as word processors do it, in a grid, in shades or in neither."""
    above, below = random.choice((0, 1, 2)), random.choice((0, 1, 2))
    rows = [
        [
            _platypus.Paragraph(escape(cell), _style(below if row in (grid.values, *grid.older) else above))
            for cell in row
        ]
        for row in grid.rows
    ]
    table = _platypus.Table(rows, colWidths=_widths(grid))
    commands: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), random.choice(("TOP", "MIDDLE", "BOTTOM"))),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        random.choice(
            (
                ("GRID", (0, 0), (-1, -1), 0.5, _colours.grey),
                ("BACKGROUND", (0, 0), (-1, 0), _colours.lightgrey),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
            )
        ),
    ]
    if grid.spanning:
        at = 0
        for _, width in spans(grid.spanning):
            commands.append(("SPAN", (at, 0), (at + width - 1, 0)))
            at += width
    table.setStyle(commands)
    return table


def table_by_lines(grid: Grid, random: Random) -> Any:  # noqa: ANN401 - as above
    """A table drawn line by line across all its columns: the first lines of all headings, then the second ones."""
    widths = _widths(grid)
    rows: list[list[str]] = []
    for row in grid.rows:
        if row is grid.spanning:
            rows.append(list(row))
            continue
        split = [
            _simple_split(cell, _FONT, _SIZE, width - 2 * _PADDING) for cell, width in zip(row, widths, strict=True)
        ]
        deepest = max(len(lines) for lines in split)
        rows += [[lines[at] if at < len(lines) else "" for lines in split] for at in range(deepest)]
        rows.append([""] * len(row))
    table = _platypus.Table(rows, colWidths=widths, rowHeights=[8.4 if any(row) else 6 for row in rows])
    table.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), _FONT, _SIZE),
            ("ALIGN", (0, 0), (-1, -1), random.choice(("LEFT", "CENTER"))),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ]
    )
    return table


def _style(alignment: int) -> Any:  # noqa: ANN401 - as above
    return _styles.ParagraphStyle(
        "cell", fontName=_FONT, fontSize=_SIZE, leading=8.4, alignment=alignment, splitLongWords=0
    )


def _widths(grid: Grid) -> list[float]:
    """Each column as wide as its longest word, and of what is left over a part for its number of words."""
    columns = list(zip(grid.headings, grid.values, *grid.older, strict=True))
    least = [
        max(_string_width(word, _FONT, _SIZE) for cell in column for word in cell.split() or [""]) + 2 * _PADDING + 1
        for column in columns
    ]
    wanted = _wanted(columns)
    spare = max(0.0, _WIDEST - sum(least))
    return [width + spare * part / sum(wanted) for width, part in zip(least, wanted, strict=True)]


def _wanted(columns: Sequence[tuple[str, ...]]) -> list[int]:
    return [max(len(cell.split()) for cell in column) + 1 for column in columns]
