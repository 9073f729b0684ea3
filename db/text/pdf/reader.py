"""The text of a PDF, read by PDFium, or the sentence why there is none.

PDFium is native code: what a stranger sends is read here in a process of its own alone (see `db.reading_process`).
"""

import importlib
from typing import Any

from db.errors import ReaderFailed, Refused
from db.text.limits import TOO_HEAVY as TAKES_TOO_MUCH
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
from db.text.pdf.document import read_pdf

_SENTENCES = {
    PASSWORD: "This PDF has a password; open it and save or print it as a PDF without one.",
    DAMAGED: "This PDF is damaged; fetch it again, or open it and print it as a new PDF.",
    TOO_LONG: "This PDF is far longer than a letter; split it, or print the pages of the letter alone as a PDF.",
    TOO_HEAVY: TAKES_TOO_MUCH,
    SCAN: "This PDF holds no text, so it is likely a scan; run text recognition (OCR) over it and import that.",
    WORDLESS: "This PDF holds no text that can be read; open it and print it as a new PDF, or save the letter as text.",
    PORTFOLIO: "This PDF is a portfolio, a cover sheet with files in it; save the letter out of it and import that.",
    XFA: "This PDF is an XFA form, which only Adobe's programs show; open it there and print it as a new PDF.",
    UNSPACED: (
        "The words of this PDF stand without spaces, so its figures cannot be told; run text recognition (OCR) over "
        "it, or save the letter as text, and import that."
    ),
}
_FAULT = (
    "This PDF could not be read because of a fault in upheld, not in the file; save the letter as text and import "
    "that, and report the fault."
)


def read_text(data: bytes) -> str:
    """Give the text, its pages parted by an empty line.

    Raises:
        Refused: If no text can be had of it, as of a scan or a PDF with a password.
        ReaderFailed: If that is the fault of our own code.
    """
    # Imported by name as it comes without types.
    pdfium: Any = importlib.import_module("pypdfium2")
    answer, text = read_pdf(pdfium, data)
    if answer == FAULT:
        raise ReaderFailed(_FAULT)
    if answer != TEXT:
        raise Refused(_SENTENCES[answer])
    # Pairs of surrogates, as Windows has them, are made one character, and those left alone U+FFFD.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
