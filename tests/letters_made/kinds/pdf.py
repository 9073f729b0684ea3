"""A made letter as a PDF: a letterhead, pages with a running foot, wrapped paragraphs, large figures, tables."""

import importlib
import io
import re
from collections.abc import Sequence
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from tests.letters_made.kinds.pdf_tables import table_by_cells, table_by_lines
from tests.letters_made.truth import Kind, Made, Piece

# By name, as reportlab comes without types.
_platypus: Any = importlib.import_module("reportlab.platypus")
_styles: Any = importlib.import_module("reportlab.lib.styles")

_WIDTH, _HEIGHT, _MARGIN = 595.3, 841.9, 50
_FOOT = ("PO Box 4771", "Coventry", "CV4 0EH", "Phone: 0300 061 0614", "Web: www.lgo.org.uk")
_BODY = _styles.ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=9)
_TIGHT = _styles.ParagraphStyle("tight", parent=_BODY, spaceAfter=0)
_TITLE = _styles.ParagraphStyle("title", parent=_BODY, fontName="Helvetica-Bold", fontSize=12, keepWithNext=1)
_LARGE = _styles.ParagraphStyle("large", parent=_BODY, fontName="Helvetica-Bold", fontSize=26, leading=30, spaceAfter=0)
_SMALL = _styles.ParagraphStyle("small", parent=_BODY, fontSize=8, leading=10)


def printed_letter(made: Made, random: Random) -> bytes:
    """As Word makes it of a letter: tables cell by cell in a grid, "Page 2" and an address at the foot."""
    return _document(_flowables(made.pieces, random, by_lines=False), _letterhead, _foot_with_address)


def printed_by_lines(made: Made, random: Random) -> bytes:
    """As printer drivers make it: each line drawn across all columns, nothing ruled, a bare number at the foot."""
    return _document(_flowables(made.pieces, random, by_lines=True), _letterhead, _foot_with_number)


def printed_by_browser(made: Made, random: Random) -> bytes:
    """As a browser prints the page it is on: date and title above, address and page number below."""
    return _document(_flowables(made.pieces, random, by_lines=False), _browser_head, _browser_foot)


def _document(flowables: list[Any], head: Any, foot: Any) -> bytes:  # noqa: ANN401 - reportlab comes without types
    def edges(canvas: Any, document: Any) -> None:  # noqa: ANN401 - as above
        canvas.setFont("Helvetica", 9)
        head(canvas, document.page)
        foot(canvas, document.page)

    buffer = io.BytesIO()
    document = _platypus.SimpleDocTemplate(buffer, pagesize=(_WIDTH, _HEIGHT), margin=_MARGIN)
    document.leftMargin = document.rightMargin = _MARGIN
    document.build(flowables, onFirstPage=edges, onLaterPages=edges)
    return buffer.getvalue()


def _letterhead(canvas: Any, page: int) -> None:  # noqa: ANN401 - as above
    if page == 1:
        canvas.drawRightString(_WIDTH - _MARGIN, _HEIGHT - 40, "Local Government & Social Care OMBUDSMAN")


def _foot_with_address(canvas: Any, page: int) -> None:  # noqa: ANN401 - as above
    for row, line in enumerate((*_FOOT, f"Page {page}")):
        canvas.drawString(_MARGIN, 66 - 10 * row, line)


def _foot_with_number(canvas: Any, page: int) -> None:  # noqa: ANN401 - as above
    canvas.drawCentredString(_WIDTH / 2, 40, str(page))


def _browser_head(canvas: Any, page: int) -> None:  # noqa: ANN401 - as above
    canvas.drawString(_MARGIN, _HEIGHT - 30, "22/07/2025, 10:15")
    canvas.drawRightString(_WIDTH - _MARGIN, _HEIGHT - 30, "Annual statistics - Local Government Ombudsman")


def _browser_foot(canvas: Any, page: int) -> None:  # noqa: ANN401 - as above
    canvas.drawString(_MARGIN, 24, "https://www.lgo.org.uk/your-councils-performance/a-council/statistics")
    canvas.drawRightString(_WIDTH - _MARGIN, 24, f"{page}/3")


def _flowables(pieces: Sequence[Piece], random: Random, by_lines: bool) -> list[Any]:
    """The pieces in order; what follows the signature begins a page, and its sentences stand beside large figures."""
    flowables: list[Any] = []
    is_after_letter = not any(piece.kind is Kind.SIGNED for piece in pieces)
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece.grid:
            table = table_by_lines if by_lines else table_by_cells
            flowables += [table(piece.grid, random), _platypus.Spacer(1, 12)]
        elif piece.kind is Kind.STATISTIC and is_after_letter and not by_lines:
            block = [piece]
            while at < len(pieces) and pieces[at].kind in (Kind.STATISTIC, Kind.COUNT):
                block.append(pieces[at])
                at += 1
            flowables += _infographic(block)
        else:
            flowables += _paragraphs(piece)
        if piece.kind is Kind.SIGNED:
            is_after_letter = True
            flowables.append(_platypus.PageBreak())
    return flowables


def _paragraphs(piece: Piece) -> list[Any]:
    if piece.kind in (Kind.HEADING, Kind.SUBJECT):
        return [_platypus.Paragraph(escape(line), _TITLE) for line in piece.lines]
    if piece.kind is Kind.COUNT and len(piece.lines) == 2:
        return [_platypus.Paragraph(piece.lines[0], _LARGE), _platypus.Paragraph(escape(piece.lines[1]), _BODY)]
    style = _TIGHT if piece.kind in (Kind.ADDRESS, Kind.SIGNED) else _BODY
    flowables = [_platypus.Paragraph(_with_bold_figures(piece, line), style) for line in piece.lines]
    return [*flowables, _platypus.Spacer(1, 10)]


def _with_bold_figures(piece: Piece, line: str) -> str:
    words = escape(line)
    return re.sub(r"(\d+%)", r"<b>\1</b>", words) if piece.kind is Kind.STATISTIC else words


def _infographic(block: Sequence[Piece]) -> list[Any]:
    """A chart's label, large; the sentences beside it; the count, large, above its label; the rest small below."""
    counts = [piece for piece in block if piece.kind is Kind.COUNT and len(piece.lines) == 2]
    if not counts or block[0].kind is Kind.COUNT:
        return [flowable for piece in block for flowable in _paragraphs(piece)]
    at = block.index(counts[0])
    rate = re.search(r"\d+%", block[0].lines[0])
    chart = [_platypus.Paragraph(rate.group() if rate else "", _LARGE)]
    beside = [flowable for piece in block[:at] for flowable in _paragraphs(piece)]
    table = _platypus.Table([[chart, beside, _paragraphs(counts[0])]], colWidths=(90, 270, 120))
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    below = [_platypus.Paragraph(escape(line), _SMALL) for piece in block[at + 1 :] for line in piece.lines]
    return [table, *below]
