"""Files as people have them: PDFs made by reportlab, Word and OpenDocument files as their XML in a ZIP file."""

import importlib
import io
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from tests.letters_made.kinds.zipped import docx_of, odt_of, zip_of


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Make a PDF with a letterhead and a footer on every page: `make_pdf(pages, table=rows, locked=...)`."""

    def make(pages: list[list[str]], table: list[list[str]] | None = None, locked: bool = False) -> bytes:
        # By name, as reportlab comes without types.
        canvas: Any = importlib.import_module("reportlab.pdfgen.canvas")
        buffer = io.BytesIO()
        page = canvas.Canvas(buffer, encrypt="secret" if locked else None)
        for number, lines in enumerate(pages, start=1):
            page.drawString(72, 800, "Local Government & Social Care OMBUDSMAN")
            for row, line in enumerate(lines):
                page.drawString(72, 760 - 16 * row, line)
            if table and number == len(pages):
                for row, cells in enumerate(table):
                    for column, cell in enumerate(cells):
                        page.drawString(72 + 110 * column, 400 - 16 * row, cell)
            page.drawString(72, 40, f"Page {number}")
            page.showPage()
        page.save()
        return buffer.getvalue()

    return make


@pytest.fixture
def drawn_pdf() -> Callable[..., bytes]:
    """Make a PDF of one page by what is drawn on it, in PDF's own language: `drawn_pdf(content, objects...)`.

    Font `/F` is Helvetica, `/N` the first of the further objects, which are numbered from 6; `/X` is the form 7.
    `/L` is the first too, for layers; `page` and `catalog` are further entries of theirs.
    """

    def make(content: bytes, *objects: bytes, page: bytes = b"", catalog: bytes = b"") -> bytes:
        packed = zlib.compress(content)
        resources = b"<</Font<</F 5 0 R/N 6 0 R>>/XObject<</X 7 0 R>>/Properties<</L 6 0 R>>>>"
        numbered = [
            b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources " + resources + page + b">>",
            b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            *objects,
        ]
        written = b"%PDF-1.5\n"
        places = []
        for number, each in enumerate(numbered, start=1):
            places.append(len(written))
            written += b"%d 0 obj\n%b\nendobj\n" % (number, each)
        entries = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(numbered) + 1
        return b"%bxref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
            written,
            size,
            entries,
            size,
            len(written),
        )

    return make


@pytest.fixture
def scan() -> bytes:
    """A PDF with a picture on its page, and no text."""
    canvas: Any = importlib.import_module("reportlab.pdfgen.canvas")
    utils: Any = importlib.import_module("reportlab.lib.utils")
    image: Any = importlib.import_module("PIL.Image")
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    page.drawImage(utils.ImageReader(image.new("L", (200, 280), 230)), 50, 50, 400, 560)
    page.save()
    return buffer.getvalue()


@pytest.fixture
def make_zip() -> Callable[[dict[str, bytes | str]], bytes]:
    """Make a ZIP file of names and contents."""
    return zip_of


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    """Make a Word document of the XML of its body (`w:` and `mc:` may be used)."""
    return docx_of


@pytest.fixture
def make_odt() -> Callable[..., bytes]:
    """Make an OpenDocument text of the XML of its text (`text:`, `table:`, `draw:`, `svg:`, `office:`)."""
    return odt_of
