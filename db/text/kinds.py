"""What kind of file some bytes are, told by what is in them; a file's name is never asked."""

import re
from enum import Enum, auto

from db.errors import Refused


class Kind(Enum):
    """The kinds of file that have a reader, or in the case of `ZIP` may have one."""

    TEXT = auto()
    PDF = auto()
    ZIP = auto()


_PICTURE = (
    "This is a picture, so its words cannot be read; run text recognition (OCR) over it and save what comes out "
    "as PDF or text."
)
_ARCHIVE = "This is an archive of a kind that is not opened here; unpack it and import the folder."

_SIGNATURES = (
    (
        b"{\\rtf",
        "This is a rich text (RTF) file; open it in a word processor and save it as PDF, DOCX or text.",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "This is an old Word or Office file, or one with a password; open it and save it as PDF or DOCX.",
    ),
    (b"%!PS", "This is a PostScript file; save it as PDF."),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"BZh91AY&SY", _ARCHIVE),
)

_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
"""A ZIP file with something in it, and an empty one."""

# What may come before it: an XML declaration, and the comment that browsers put into a page they save.
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\s*<(?:title|meta|style|script|h[1-6]|p|div|span|table|section|article|main|header|ul|ol)\b[^<]{0,2000}>",
    re.IGNORECASE,
)


def kind_of(data: bytes) -> Kind:
    """Give the kind of file. Raises `Refused` for kinds known to hold no text that can be read here."""
    if is_zip(data):
        return Kind.ZIP
    if _is_pdf(data):
        return Kind.PDF
    for signature, sentence in _SIGNATURES:
        if data.startswith(signature):
            raise Refused(sentence)
    return Kind.TEXT


def is_zip(start: bytes) -> bool:
    """Whether a file that starts so is a ZIP file, as DOCX and ODT files are too."""
    return start.startswith(_ZIP_STARTS)


def is_html(text: str) -> bool:
    """Whether a text is a web page or a piece of one, and not a letter with a tag in it."""
    return bool(_PAGE.match(text) or (_FRAGMENT.match(text) and text.rstrip().endswith(">")))


def _is_pdf(data: bytes) -> bool:
    if data.startswith(b"%PDF-"):
        return True
    # Some servers and mail programs leave lines before the first; readers look through the first kilobyte.
    return b"%PDF-" in data[:1024] and b"startxref" in data[-2048:]
