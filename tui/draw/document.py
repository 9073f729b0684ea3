"""A page drawn for a width in cells: previewed on the screen, and without its styles a text file."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from db.export.document import Bar, Block, Bullets, Document, Grid, Paragraph, Passage, Sources
from db.text.clean import one_line
from tui.draw.figures.bar import draw_bar
from tui.draw.layout import MUTED, draw_rule, pad_column, wrap_hanging

TEXT_WIDTH = 78
"""Cells of a text file's lines, so that mail and terminals leave them whole."""

_GAP, _INDENT, _BAR = 2, 2, 20
_LONGEST = 100_000


def draw_document(document: Document, width: int) -> Content:
    """The whole page."""
    lines = [
        wrap_hanging(_say(document.title, "bold"), width),
        wrap_hanging(_say(document.subtitle), width),
    ]
    for section in document.sections:
        lines += [Content(""), draw_rule(one_line(section.heading), width)]
        lines += [line for block in section.blocks for line in _draw_block(block, width)]
    lines += [Content(""), wrap_hanging(_say(document.made, MUTED), width)]
    return Content("\n").join(lines)


def write_text(document: Document) -> str:
    """The page as plain text."""
    lines = draw_document(document, TEXT_WIDTH).plain.split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _draw_block(block: Block, width: int) -> Iterator[Content]:
    """The lines of one block."""
    match block:
        case Paragraph(text=text, is_muted=is_muted):
            yield wrap_hanging(_say(text, MUTED if is_muted else ""), width)
        case Bullets(items=items):
            yield from (wrap_hanging(_say(item), width, _INDENT, Content("-")) for item in items)
        case Passage(label=label, words=words, place=place):
            passage = Content(" ").join([_say(f"{label}:", "bold"), _say(words), _say(place, MUTED)])
            yield wrap_hanging(passage, width, _INDENT, Content("\u2503"))
        case Sources(items=items):
            for number, item in enumerate(items, start=1):
                yield wrap_hanging(_say(item, MUTED), width, 5, Content.styled(f"[{number}]", MUTED))
        case Grid():
            yield from _draw_grid(block, width)


def _draw_grid(grid: Grid, width: int) -> Iterator[Content]:
    """A table, with its bars where there is room; columns for which there is none stand below each row, in words."""
    heads, *lines = (tuple(map(_make_harmless, row)) for row in (grid.heads, *grid.lines))
    widths = [max(Content(cell).cell_length for cell in column) for column in zip(heads, *lines, strict=True)]
    gap, columns = _fit(widths, width)
    has_bars = any(grid.bars) and columns == len(heads) and sum(widths) + gap * len(widths) + _BAR <= width
    yield Content.styled(_join_cells(heads[:columns], widths, gap).plain.rstrip(), f"bold {MUTED}")
    for index, line in enumerate(lines):
        cells = _join_cells(line[:columns], widths, gap)
        bar = grid.bars[index] if has_bars and index < len(grid.bars) else None
        yield Content.assemble(cells, " " * gap, _draw(bar)) if bar else cells.rstrip()
        below = "; ".join(f"{head} {cell}" for head, cell in zip(heads[columns:], line[columns:], strict=True) if cell)
        if below:
            yield wrap_hanging(Content.styled(below, MUTED), width, _INDENT)


def _fit(widths: Sequence[int], width: int) -> tuple[int, int]:
    """How far apart the columns stand, and how many of them fit from the left: the first always does."""
    for columns in range(len(widths), 1, -1):
        for gap in (_GAP, 1):
            if sum(widths[:columns]) + gap * (columns - 1) <= width:
                return gap, columns
    return 1, 1


def _say(text: str, style: str = "") -> Content:
    """A text as one harmless line, whatever a letter or a file holds."""
    return Content.styled(_make_harmless(text), style)


def _make_harmless(text: str) -> str:
    return one_line(text, _LONGEST)


def _draw(bar: Bar) -> Content:
    return draw_bar(bar.rate, bar.average, _BAR, bar.is_few)


def _join_cells(cells: Sequence[str], widths: Sequence[int], gap: int) -> Content:
    """A row, each cell filled up to the width of its column; the first is what the row is about."""
    first, *others = [pad_column(cell, width) for cell, width in zip(cells, widths, strict=False)]
    return Content(" " * gap).join([Content.styled(first.plain, "bold"), *others])
