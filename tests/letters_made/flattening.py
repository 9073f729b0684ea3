"""The ways in which copies flatten a table; without one of them its cells are set apart by tabs."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from textwrap import wrap

from tests.letters_made.truth import Grid, Piece


def _flattened(pieces: list[Piece], lines_of: Callable[[Grid], list[str]]) -> list[Piece]:
    return [replace(p, grid=None, lines=tuple(lines_of(p.grid))) if p.grid else p for p in pieces]


def _spans(grid: Grid) -> list[str]:
    return [cell for cell in grid.spanning if cell]


def _broken(grid: Grid, width: int) -> list[list[str]]:
    """The lines of the headings, each heading broken at this width."""
    broken = [wrap(words, width, break_long_words=False) for words in grid.headings]
    deepest = max(len(parts) for parts in broken)
    return [[parts[i] if i < len(parts) else "" for parts in broken] for i in range(deepest)]


def table_one_cell_a_line(pieces: list[Piece], random: Random) -> list[Piece]:
    """Headings one under another, then the values."""
    return _flattened(pieces, lambda grid: [cell for row in grid.rows for cell in row if cell])


def table_headings_wrapped(pieces: list[Piece], random: Random) -> list[Piece]:
    """The same with each heading broken over narrow lines."""
    width = random.randint(9, 16)

    def lines(grid: Grid) -> list[str]:
        broken = [part for words in grid.headings for part in wrap(words, width, break_long_words=False)]
        return [*_spans(grid), *broken, *grid.values, *(cell for row in grid.older for cell in row)]

    return _flattened(pieces, lines)


def table_with_pipes(pieces: list[Piece], random: Random) -> list[Piece]:
    """Markdown: pipes, and a row of dashes under the headings."""

    def lines(grid: Grid) -> list[str]:
        rows = list(grid.rows)
        rows.insert(rows.index(grid.headings) + 1, ("---",) * len(grid.headings))
        return [f"| {' | '.join(row)} |" for row in rows]

    return _flattened(pieces, lines)


def table_in_columns(pieces: list[Piece], random: Random) -> list[Piece]:
    """Columns aligned by spaces, the headings on one long line."""

    def lines(grid: Grid) -> list[str]:
        widths = [max(len(h), len(v)) + 2 for h, v in zip(grid.headings, grid.values, strict=True)]
        return ["".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in grid.rows]

    return _flattened(pieces, lines)


def table_with_single_spaces(pieces: list[Piece], random: Random) -> list[Piece]:
    """Cells with one space between them, which keeps none apart."""
    return _flattened(pieces, lambda grid: [" ".join(cell for cell in row if cell) for row in grid.rows])


def table_wrapped_with_single_spaces(pieces: list[Piece], random: Random) -> list[Piece]:
    """The same, each heading broken over lines beside its neighbours' lines."""

    def lines(grid: Grid) -> list[str]:
        rows = [*_broken(grid, 13), *(list(row) for row in (grid.values, *grid.older))]
        return [" ".join(cell for cell in row if cell) for row in rows]

    return _flattened(pieces, lines)


def table_in_wrapped_columns(pieces: list[Piece], random: Random) -> list[Piece]:
    """Columns aligned by spaces, each heading broken over lines beside its neighbours' lines."""

    def lines(grid: Grid) -> list[str]:
        width = 15
        rows = [*_broken(grid, width - 2), *(list(row) for row in (grid.values, *grid.older))]
        return ["".join(cell.ljust(width) for cell in row).rstrip() for row in rows]

    return _flattened(pieces, lines)


def table_transposed(pieces: list[Piece], random: Random) -> list[Piece]:
    """Each heading with its value beside it, one a line."""

    def lines(grid: Grid) -> list[str]:
        return ["\t".join(column) for column in zip(grid.headings, grid.values, *grid.older, strict=True)]

    return _flattened(pieces, lines)


FLATTENING = {
    mangling.__name__: mangling
    for mangling in (
        table_one_cell_a_line,
        table_headings_wrapped,
        table_with_pipes,
        table_in_columns,
        table_in_wrapped_columns,
        table_with_single_spaces,
        table_wrapped_with_single_spaces,
        table_transposed,
    )
}
