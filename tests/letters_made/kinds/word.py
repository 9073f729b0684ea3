"""A made letter as a Word document: runs broken where Word breaks them, tables, text boxes, a footer of its own."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random
from xml.sax.saxutils import escape

from tests.letters_made.kinds.zipped import WORD, docx_of
from tests.letters_made.pages import chart_labels
from tests.letters_made.truth import Grid, Kind, Made, Piece

_FOOTER = ("PO Box 4771", "Coventry", "CV4 0EH", "Phone: 0300 061 0614", "99%")
_STYLES = {Kind.HEADING: "Heading2", Kind.SUBJECT: "Heading1", Kind.LOGO: "Header"}


def word(made: Made, random: Random) -> bytes:
    """A letter as it was written."""
    return _document([_plain(piece, random) for piece in made.pieces])


def word_with_text_boxes(made: Made, random: Random) -> bytes:
    """A letter with its counts, and the labels of its charts, in text boxes of the paragraph before."""
    parts: list[str] = []
    for piece in chart_labels(list(made.pieces), random):
        is_label = piece.kind is Kind.PROSE and all(line.rstrip("%").isdigit() or not line for line in piece.lines)
        if parts and (piece.kind is Kind.COUNT or is_label) and parts[-1].endswith("</w:p>"):
            box = _text_box("".join(_paragraph(line, random) for line in piece.lines))
            parts[-1] = f"{parts[-1].removesuffix('</w:p>')}{box}</w:p>"
        else:
            parts.append(_plain(piece, random))
    return _document(parts)


def _document(parts: Sequence[str]) -> bytes:
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId8" xmlns:r="urn:r"/><w:pgSz w:w="11906" w:h="16838"/>'
        "</w:sectPr>"
    )
    footer = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in _FOOTER)
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return docx_of(
        "".join(parts) + section, before=declared, footer1=f'{declared}<w:ftr xmlns:w="{WORD}">{footer}</w:ftr>'
    )


def _plain(piece: Piece, random: Random) -> str:
    if piece.grid:
        return _table(piece.grid, random) + "<w:p/>"
    if piece.kind is Kind.ADDRESS and random.random() < 0.5:  # lines ended with Shift and Enter
        runs = "<w:r><w:br/></w:r>".join(_runs(line, random) for line in piece.lines)
        return f"<w:p>{_settings(piece.kind)}{runs}</w:p>"
    paragraphs = "".join(_paragraph(line, random, piece.kind) for line in piece.lines)
    return paragraphs + ("<w:p/>" if random.random() < 0.7 else "")


def _paragraph(line: str, random: Random, kind: Kind = Kind.PROSE) -> str:
    return f"<w:p>{_settings(kind)}{_runs(line, random)}</w:p>"


def _settings(kind: Kind) -> str:
    style = f'<w:pStyle w:val="{_STYLES[kind]}"/>' if kind in _STYLES else ""
    return f'<w:pPr>{style}<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'


def _runs(line: str, random: Random) -> str:
    """Runs that end anywhere, some of them bold, with the marks that Word leaves between them."""
    cuts = sorted({0, len(line), *(random.randint(0, len(line)) for _ in range(random.randint(0, 4)))})
    between = ("", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="1" w:name="_GoBack"/>')
    parts = []
    for start, end in pairwise(cuts):
        bold = "<w:rPr><w:b/></w:rPr>" if random.random() < 0.4 else ""
        broken = "<w:lastRenderedPageBreak/>" if random.random() < 0.05 else ""
        words = f'<w:t xml:space="preserve">{escape(line[start:end])}</w:t>'
        parts.append(f'{random.choice(between)}<w:r w:rsidR="00B22BE6">{bold}{broken}{words}</w:r>')
    return "".join(parts)


def _table(grid: Grid, random: Random) -> str:
    columns = "<w:gridCol/>" * len(grid.headings)
    rows = "".join(_row(row, random, merged=row is grid.spanning) for row in grid.rows)
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'


def _row(row: Sequence[str], random: Random, merged: bool) -> str:
    cells = []
    for words, width in spans(row) if merged else [(cell, 1) for cell in row]:
        span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
        paragraph = _paragraph(words, random) if words else "<w:p/>"
        cells.append(f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>{span}</w:tcPr>{paragraph}</w:tc>')
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def spans(row: Sequence[str]) -> list[tuple[str, int]]:
    """A row of headings over several columns: each with how many it covers, the empty cells after it among them."""
    merged: list[tuple[str, int]] = []
    for words in row:
        if words or not merged or not merged[-1][0]:
            merged.append((words, 1))
        else:
            merged[-1] = (merged[-1][0], merged[-1][1] + 1)
    return merged


def _text_box(paragraphs: str) -> str:
    """As Word saves one: the box, and the same again for programs that do not know such boxes."""
    box = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="urn:wps">{box}</wps:txbx></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:textbox xmlns:v="urn:v">{box}</v:textbox></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
