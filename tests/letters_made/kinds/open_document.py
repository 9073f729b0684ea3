"""A made letter as an OpenDocument text: headings, spans, tables with covered cells, frames."""

from collections.abc import Sequence
from random import Random
from xml.sax.saxutils import escape

from tests.letters_made.kinds.word import spans
from tests.letters_made.kinds.zipped import odt_of
from tests.letters_made.truth import Grid, Kind, Made, Piece


def open_document(made: Made, random: Random) -> bytes:
    """As LibreOffice saves a letter."""
    declared = '<?xml version="1.0" encoding="UTF-8"?>\n'
    sequences = (
        '<text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Table"/>'
        "</text:sequence-decls>"
    )
    return odt_of(sequences + "".join(_piece(piece, random) for piece in made.pieces), before=declared)


def _piece(piece: Piece, random: Random) -> str:
    if piece.grid:
        return _table(piece.grid, random) + "<text:p/>"
    if piece.kind in (Kind.HEADING, Kind.SUBJECT):
        return "".join(
            f'<text:h text:style-name="P3" text:outline-level="2">{_spans(line, random)}</text:h>'
            for line in piece.lines
        )
    if piece.kind is Kind.COUNT and random.random() < 0.5:
        inside = "".join(_paragraph(line, random) for line in piece.lines)
        return (
            '<text:p><draw:frame draw:name="Frame1" text:anchor-type="paragraph"><draw:text-box>'
            f"{inside}</draw:text-box></draw:frame></text:p>"
        )
    if piece.kind is Kind.ADDRESS and random.random() < 0.5:
        return f"<text:p>{'<text:line-break/>'.join(_spans(line, random) for line in piece.lines)}</text:p>"
    return "".join(_paragraph(line, random) for line in piece.lines) + "<text:p/>"


def _paragraph(line: str, random: Random) -> str:
    return f'<text:p text:style-name="Standard">{_spans(line, random)}</text:p>'


def _spans(line: str, random: Random) -> str:
    """Some stretches in a style of their own, a page's soft end between two words."""
    words = [escape(word) for word in line.split(" ")]
    words = [f'<text:span text:style-name="T1">{word}</text:span>' if random.random() < 0.2 else word for word in words]
    if len(words) > 2 and random.random() < 0.1:
        words[1] = "<text:soft-page-break/>" + words[1]
    return " ".join(words)


def _table(grid: Grid, random: Random) -> str:
    columns = f'<table:table-column table:number-columns-repeated="{len(grid.headings)}"/>'
    above = [row for row in grid.rows if row is grid.spanning or row is grid.headings]
    headings = "".join(_row(row, random, merged=row is grid.spanning) for row in above)
    values = "".join(_row(row, random, merged=False) for row in (grid.values, *grid.older))
    return (
        f'<table:table table:name="Table1">{columns}<table:table-header-rows>{headings}</table:table-header-rows>'
        f"{values}</table:table>"
    )


def _row(row: Sequence[str], random: Random, merged: bool) -> str:
    cells = []
    for words, width in spans(row) if merged else [(cell, 1) for cell in row]:
        over = f' table:number-columns-spanned="{width}"' if width > 1 else ""
        paragraph = _paragraph(words, random) if words else "<text:p/>"
        cells.append(f'<table:table-cell office:value-type="string"{over}>{paragraph}</table:table-cell>')
        cells.append("<table:covered-table-cell/>" * (width - 1))
    return f"<table:table-row>{''.join(cells)}</table:table-row>"
