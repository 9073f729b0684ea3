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
    words, spans = split_at(inner, separator, start)
    return tuple(LineCell(begin, end, each) for each, (begin, end) in zip(words, spans, strict=True))


def split_at(line: str, separator: str, start: int = 0) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The words of the cells of a line that begins at `start`, and where each begins and ends."""
    words, spans = [], []
    for cell in line.split(separator):
        each = cell.strip()
        begin = start + cell.index(each) if each and each is not cell else start
        words.append(each)
        spans.append((begin, begin + len(each)))
        start += len(cell) + 1
    return tuple(words), tuple(spans)


def is_table_rule(line: str) -> bool:
    """Whether a line only draws the line under a table's heading, as Markdown does."""
    return "--" in line and _RULE_SIGNS.issuperset(line)
