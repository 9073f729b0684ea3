"""The process that reads PDFs: `python -m db.text.pdf_worker`, which talks to `pdf` through its standard streams.

Each PDF comes as eight bytes of length and its bytes; each answer goes back as one byte (an `Answer`), eight bytes of
length and the text in UTF-8. The process ends when its input does.
"""

import ctypes
import importlib
import math
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from db.text.limits import MAX_TEXT, MEBIBYTE
from db.text.pdf_characters import HYPHEN, mark_unsure_and_raised
from db.text.pdf_lines import Box
from db.text.pdf_tables import set_out_tables

LENGTH = struct.Struct(">Q")

TEXT, PASSWORD, DAMAGED, TOO_LONG, TOO_HEAVY, SCAN, WORDLESS = b"T", b"P", b"D", b"L", b"H", b"S", b"W"
"""The answers: text follows; the PDF has a password; it is damaged; it has too many pages or too much text; it takes
too much memory; it has pictures and no text; it has neither."""

MAX_PAGES = 1000
TIME_LIMIT = 20
"""How many seconds one PDF may take; a letter takes a few milliseconds."""

_CPU_LIMIT = 10
"""How many of them the processor may be busy with it: a pack of 500 pages takes 1 to 3, of tables alone 5."""

_MEMORY = 512 * MEBIBYTE
"""How many bytes reading may add to what the process takes at its start; a pack of 500 pages adds some 10 million."""

_MEMORY_AT_START = 512 * MEBIBYTE
"""Taken for that where the system does not tell."""

_GRACE = 10
_WRONG_PASSWORD = 4
_DEEPEST_PICTURE = 3


def main() -> None:
    """Answer until the input ends."""
    requests, answers = _take_streams()
    # Imported by name as it comes without types; PDFium takes some 10 ms to load.
    pdfium: Any = importlib.import_module("pypdfium2")
    _bound_memory()
    while header := requests.read(LENGTH.size):
        (length,) = LENGTH.unpack(header)
        _bound_work()
        _set_alarm(TIME_LIMIT + _GRACE)
        answer, text = _read_pdf(pdfium, requests.read(length))
        _set_alarm(0)
        encoded = _mend_surrogates(text).encode("utf-8")
        answers.write(answer + LENGTH.pack(len(encoded)) + encoded)
        answers.flush()


def _mend_surrogates(text: str) -> str:
    """Give the text with pairs of surrogates, as Windows has them, made one character, and those left alone U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _read_pdf(pdfium: Any, data: bytes) -> tuple[bytes, str]:  # noqa: ANN401 - pypdfium2 comes without types
    """Give the answer for a PDF, and its text where there is one."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return (PASSWORD if error.err_code == _WRONG_PASSWORD else DAMAGED), ""
    try:
        return _read_pages(pdfium.raw, document)
    except pdfium.PdfiumError:
        return DAMAGED, ""
    except (MemoryError, RecursionError):
        return TOO_HEAVY, ""
    finally:
        document.close()


def _read_pages(raw: Any, document: Any) -> tuple[bytes, str]:  # noqa: ANN401 - pypdfium2 comes without types
    """Give the answer for a document that is open, and the text of its pages parted by an empty line."""
    if len(document) > MAX_PAGES:
        return TOO_LONG, ""
    pages: list[str] = []
    size = 0
    has_pictures = False
    for page in document:
        textpage = page.get_textpage()
        pages.append(_read_page(raw, textpage))
        textpage.close()
        size += len(pages[-1])
        if not size and not has_pictures:
            pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_PICTURE)
            has_pictures = any(True for _ in pictures)
        page.close()
        if size > MAX_TEXT:
            return TOO_LONG, ""
    text = "\n\n".join(page.replace("\r\n", "\n").replace(HYPHEN, "-") for page in pages)
    if not text.strip():
        return (SCAN if has_pictures else WORDLESS), ""
    return TEXT, text


def _read_page(raw: Any, textpage: Any) -> str:  # noqa: ANN401 - pypdfium2 comes without types
    """Give a page's text, tables with tabs between their cells; a hyphen at a line's end takes the line's end along."""
    handle = textpage.raw
    rectangle = raw.FS_RECTF()
    reference = ctypes.byref(rectangle)

    def find_box(index: int) -> Box:
        """Give left, bottom, right and top of a character; all 0 where it has no place."""
        if not raw.FPDFText_GetLooseCharBox(handle, index, reference):
            return (0.0, 0.0, 0.0, 0.0)
        return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top

    def is_hyphen(index: int) -> bool:
        """Whether a character is a hyphen at a line's end."""
        return bool(raw.FPDFText_IsHyphen(handle, index) == 1)

    def is_guess(index: int) -> bool:
        """Whether the font does not say which character this is."""
        return bool(raw.FPDFText_HasUnicodeMapError(handle, index) == 1)

    return set_out_tables(
        mark_unsure_and_raised(_read_characters(raw, textpage), find_box, is_hyphen, is_guess), find_box
    )


def _read_characters(raw: Any, textpage: Any) -> str:  # noqa: ANN401 - pypdfium2 comes without types
    """Give a page's characters, one for each that PDFium counts, as it counts its indexes so."""
    text: str = textpage.get_text_range()
    count = textpage.count_chars()
    if len(text) == count:
        return text
    # PDFium leaves signs out of the text of which it knows no character: a figure beside them would be another.
    codes = (raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
    return "".join(chr(min(code, sys.maxunicode)) for code in codes)


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Take the standard streams for ourselves, so that nothing native code prints gets among the answers."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    os.close(nothing)
    return requests, answers


def _bound_memory() -> None:
    """Let the system refuse this process more memory than reading a letter takes, and write no core file."""
    if sys.platform != "win32":
        import resource

        try:
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
            limit = pages * resource.getpagesize() + _MEMORY
        except (OSError, ValueError, IndexError):
            limit = _MEMORY_AT_START + _MEMORY
        # Not every system has every limit, or lets it be set.
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound_work() -> None:
    """Let the system end this process once it has worked for so many seconds more."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        with suppress(ValueError, OSError):
            _, most = resource.getrlimit(resource.RLIMIT_CPU)
            resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime) + _CPU_LIMIT, most))


def _set_alarm(seconds: int) -> None:
    """End this process after so many seconds, should the other be gone and not do it; 0: do not."""
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


if __name__ == "__main__":
    main()
