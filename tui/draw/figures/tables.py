"""The counted tables of the letters that have them: received by service, decided by outcome, remedied."""

from textual.content import Content

from db.model import Cell, Table
from db.text.clean import one_line
from tui.draw.figures.row import Row
from tui.draw.labels import CELLS
from tui.draw.layout import wrap_hanging

_NUMBER = 7


def build_table_rows(table: Table, width: int) -> tuple[Row, ...]:
    """One row a cell in the printed order, the number before its words, and the printed total last."""
    cells = [*table.cells, *([table.total] if table.total else [])]
    return tuple(
        Row(
            _draw_cell(cell, width, is_total=cell is table.total),
            key=f"cell {table.name} {index}",
            quote=cell.quote,
        )
        for index, cell in enumerate(cells)
    )


def _draw_cell(cell: Cell, width: int, is_total: bool) -> Content:
    """A number and what it counts; a cell without a number says so, since that is not zero."""
    words = "Total" if is_total else CELLS.get(cell.key) or one_line(cell.heading)
    if cell.value is None:
        return wrap_hanging(Content(f"{words}: no number printed"), width, _NUMBER)
    number = f"{cell.value:,}".rjust(_NUMBER - 2)
    style = "bold" if is_total or cell.value else ""
    return wrap_hanging(
        Content.styled(words, "bold" if is_total else ""), width, _NUMBER, Content.styled(number, style)
    )
