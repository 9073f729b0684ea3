"""The cells of a line of a table whose cells are kept apart by tabs or upright lines."""

from typing import NamedTuple

UPRIGHT, TAB = "|", "\t"
_RULE_SIGNS = frozenset(" \t|:+-")


class LineCell(NamedTuple):
    """A cell's place in the text that its line is from, without the spaces around it, and its words."""

    start: int
    end: int
    words: str


def split_cells(line: str, start: int = 0) -> tuple[LineCell, ...] | None:
    """The cells of a line that begins at `start`, empty ones too; None where nothing parts it.

    Upright lines count before tabs; a row of Markdown opens and closes with one, which parts nothing.
    """
    separator = UPRIGHT if UPRIGHT in line else TAB
    if separator not in line:
        return None
    inner = line
    if separator == UPRIGHT:
        inner = inner.rstrip().removesuffix(UPRIGHT)
        opened = inner.lstrip().removeprefix(UPRIGHT) if line.lstrip().startswith(UPRIGHT) else inner
        start += len(inner) - len(opened)
        inner = opened
    cells = []
    for cell in inner.split(separator):
        words = cell.strip()
        begins = start + (cell.index(words) if words else 0)
        cells.append(LineCell(begins, begins + len(words), words))
        start += len(cell) + 1
    return tuple(cells)


def is_table_rule(line: str) -> bool:
    """Whether a line only draws the line under a table's heading, as Markdown does."""
    return "--" in line and _RULE_SIGNS.issuperset(line)
