"""A PDF's bytes -> what is seen on its pages as text, or why there is none. Runs in the worker's process alone."""

import re
from contextlib import suppress
from typing import Any

from db.text.limits import MAX_PAGES, MAX_TEXT
from db.text.pdf.annotations import draw_annotations
from db.text.pdf.answers import (
    DAMAGED,
    FAULT,
    PASSWORD,
    PORTFOLIO,
    SCAN,
    TEXT,
    TOO_HEAVY,
    TOO_LONG,
    UNSPACED,
    WORDLESS,
    XFA,
)
from db.text.pdf.characters import HYPHEN
from db.text.pdf.page import read_page
from db.text.pdf.upright import turn_upright

_WRONG_PASSWORD = 4
_DEEPEST_PICTURE = 3

_COVER_SHEET = 80
"""How many words the sheet has at most that stands for what cannot be shown."""

_XFA_FORMS = (2, 3)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LONGEST_WORD = 20
_UNSPACED_SHARE = 0.3
_FEWEST_LETTERS = 100


def read_pdf(pdfium: Any, data: bytes) -> tuple[bytes, str]:  # noqa: ANN401 - pypdfium2 comes without types
    """Give the answer for a PDF, and its text where there is one."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return (PASSWORD if error.err_code == _WRONG_PASSWORD else DAMAGED), ""
    try:
        return _read_pages(pdfium, document)
    except pdfium.PdfiumError:
        return DAMAGED, ""
    except (MemoryError, RecursionError):
        return TOO_HEAVY, ""
    except Exception:
        return FAULT, ""
    finally:
        with suppress(Exception):
            document.close()


def _read_pages(pdfium: Any, document: Any) -> tuple[bytes, str]:  # noqa: ANN401 - pypdfium2 comes without types
    """Give the answer for a document that is open, and the text of its pages parted by an empty line."""
    raw = pdfium.raw
    if len(document) > MAX_PAGES:
        return TOO_LONG, ""
    pages: list[str] = []
    size = 0
    has_pictures = False
    for index in range(len(document)):
        with_annotations, originals = draw_annotations(pdfium, document, index)
        page, textpage, characters = turn_upright(pdfium, document, index, with_annotations)
        try:
            pages.append(read_page(pdfium, page, textpage, characters, originals))
        finally:
            textpage.close()
        size += len(pages[-1])
        if not size and not has_pictures:
            pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_PICTURE)
            has_pictures = any(True for _ in pictures)
        page.close()
        if size > MAX_TEXT:
            return TOO_LONG, ""
    text = "\n\n".join(page.replace("\r\n", "\n").replace(HYPHEN, "-") for page in pages)
    if len(text.split()) <= _COVER_SHEET:
        if raw.FPDF_GetFormType(document.raw) in _XFA_FORMS:
            return XFA, ""
        if raw.FPDFDoc_GetAttachmentCount(document.raw) > 0:
            return PORTFOLIO, ""
    if not text.strip():
        return (SCAN if has_pictures else WORDLESS), ""
    return (UNSPACED, "") if _is_unspaced(text) else (TEXT, text)


def _is_unspaced(text: str) -> bool:
    """Whether so many letters stand in words longer than any that the spaces between words must be missing."""
    long_words = " ".join(word for word in text.split() if len(word) > _LONGEST_WORD)  # few, as of addresses
    unspaced = sum(length for length in map(len, _LETTERS.findall(long_words)) if length > _LONGEST_WORD)
    if not unspaced:
        return False
    total = sum(map(len, _LETTERS.findall(text)))
    return total >= _FEWEST_LETTERS and unspaced > _UNSPACED_SHARE * total
