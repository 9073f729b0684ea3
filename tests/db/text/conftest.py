"""Files as people have them: PDFs made by reportlab, Word and OpenDocument files as their XML in a ZIP file."""

import importlib
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from db.text import reading

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"


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

    def make(members: dict[str, bytes | str]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    return make


@pytest.fixture
def make_docx(make_zip: Callable[[dict[str, bytes | str]], bytes]) -> Callable[..., bytes]:
    """Make a Word document of the XML of its body (`w:` and `mc:` may be used)."""

    def make(body: str, before: str = "") -> bytes:
        document = (
            f'{before}<w:document xmlns:w="{WORD}" xmlns:mc="{COMPATIBILITY}"><w:body>{body}</w:body></w:document>'
        )
        return make_zip({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<r/>", "word/document.xml": document})

    return make


@pytest.fixture
def make_odt(make_zip: Callable[[dict[str, bytes | str]], bytes]) -> Callable[..., bytes]:
    """Make an OpenDocument text of the XML of its text (`text:`, `table:`, `draw:`, `svg:`, `office:`)."""

    def make(body: str, before: str = "") -> bytes:
        spaces = " ".join(
            f'xmlns:{name}="{OPEN_DOCUMENT}{name}{"-compatible" if name == "svg" else ""}:1.0"'
            for name in ("text", "table", "draw", "svg", "office")
        )
        content = (
            f"{before}<office:document-content {spaces}>\n  <office:body><office:text>{body}</office:text>\n"
            "  </office:body></office:document-content>"
        )
        return make_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})

    return make
