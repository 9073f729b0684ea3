"""The process that reads PDFs: `python -m db.text.pdf_worker`, which talks to `pdf` through its standard streams.

Each PDF comes as eight bytes of length and its bytes; each answer goes back as one byte (an `Answer`), eight bytes of
length and the text in UTF-8. The process ends when its input does.
"""

import ctypes
import importlib
import os
import struct
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from db.text.limits import MAX_TEXT, MEBIBYTE
from db.text.pdf_lines import Box
from db.text.pdf_tables import with_tables

LENGTH = struct.Struct(">Q")

TEXT, PASSWORD, DAMAGED, TOO_LONG = b"T", b"P", b"D", b"L"
"""The answers: text follows; the PDF has a password; it is damaged; it has too many pages or too much text."""

MAX_PAGES = 1000
TIME_LIMIT = 20
"""How many seconds one PDF may take; a letter takes a few milliseconds."""

_MEMORY = 2048 * MEBIBYTE
_GRACE = 10
_WRONG_PASSWORD = 4
_LINE_END_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})


def main() -> None:
    """Answer until the input ends."""
    requests, answers = _streams()
    _bound_memory()
    # Imported by name as it comes without types; PDFium takes some 10 ms to load.
    pdfium: Any = importlib.import_module("pypdfium2")
    while header := requests.read(LENGTH.size):
        (length,) = LENGTH.unpack(header)
        _set_alarm(TIME_LIMIT + _GRACE)
        answer, text = _answer(pdfium, requests.read(length))
        _set_alarm(0)
        encoded = text.encode("utf-8", "replace")
        answers.write(answer + LENGTH.pack(len(encoded)) + encoded)
        answers.flush()


def _answer(pdfium: Any, data: bytes) -> tuple[bytes, str]:  # noqa: ANN401 - pypdfium2 comes without types
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return (PASSWORD if error.err_code == _WRONG_PASSWORD else DAMAGED), ""
    try:
        if len(document) > MAX_PAGES:
            return TOO_LONG, ""
        pages: list[str] = []
        size = 0
        for page in document:
            textpage = page.get_textpage()
            pages.append(_text_of(pdfium.raw, textpage))
            textpage.close()
            page.close()
            size += len(pages[-1])
            if size > MAX_TEXT:
                return TOO_LONG, ""
    except (pdfium.PdfiumError, MemoryError):
        return DAMAGED, ""
    finally:
        document.close()
    # A hyphen at a line's end is told apart by PDFium, and the line end taken away; what is printed is a hyphen.
    return TEXT, "\n\n".join(page.replace("\r\n", "\n").translate(_LINE_END_HYPHENS) for page in pages)


def _text_of(raw: Any, textpage: Any) -> str:  # noqa: ANN401 - pypdfium2 comes without types
    """Give a page's text, tables with tabs between their cells."""
    text: str = textpage.get_text_range()
    rectangle = raw.FS_RECTF()
    reference = ctypes.byref(rectangle)

    def box(place: int) -> Box:
        if not raw.FPDFText_GetLooseCharBox(textpage, place, reference):
            return (0.0, 0.0, 0.0, 0.0)
        return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top

    # Characters that PDFium leaves out of the text, or that Python counts as one and it as two, would shift places.
    return with_tables(text, box) if len(text) == textpage.count_chars() else text


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Take the standard streams for ourselves, so that nothing native code prints gets among the answers."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    os.close(nothing)
    return requests, answers


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        # Not every system has every limit, or lets it be set.
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _set_alarm(seconds: int) -> None:
    """End this process after so many seconds, should the other be gone and not do it; 0: do not."""
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


if __name__ == "__main__":
    main()
