"""Files as people have them: PDFs made by reportlab, Word and OpenDocument files as their XML in a ZIP file."""

import importlib
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from db.text import reading
from tests.letters_made.kinds.zipped import docx_of, odt_of, zip_of


@pytest.fixture(scope="session", autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    reading.release()


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
