"""What kind of file some bytes are, told by what is in them; a file's name is never asked."""

import re
from enum import Enum, auto

from db.errors import Refused


class Kind(Enum):
    """The kinds of file that have a reader, or in the case of `ZIP` may have one."""

    TEXT = auto()
    PDF = auto()
    RTF = auto()
    ZIP = auto()


_PICTURE = (
    "This is a picture, so its words cannot be read; run text recognition (OCR) over it and save what comes out "
    "as PDF or text."
)
_ARCHIVE = "This is an archive of a kind that is not opened here; unpack it and import the folder."

IN_ICLOUD = (
    "This file is in iCloud and not on this computer yet; choose “Download Now” for it in the Finder, then import it "
    "again."
)

_SIGNATURES = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "This is an old Word or Office file, or one with a password; open it and save it as PDF or DOCX.",
    ),
    (b"bplist00", IN_ICLOUD),
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

_PROGRAM = (
    "This is a program, perhaps an archive that unpacks itself; unpack it with an archive program and import the "
    "folder."
)
_PROGRAM_START = re.compile(rb"MZ[^\x00]{0,512}\x00", re.DOTALL)

_RICH_TEXT_START = re.compile(rb"[\xef\xbb\xbf \t\r\n]*\{\s*\\rtf")
_RICH_TEXT = re.compile(r"\{\s*\\rtf")
_MESSAGE = re.compile(r"(?:From .*\n)?(?:[!-9;-~]{1,60}:.*\n(?:[ \t].*\n)*){1,200}")
_MESSAGE_FIELD = re.compile(r"^(?:MIME-Version|Content-Type|Content-Transfer-Encoding):", re.IGNORECASE | re.MULTILINE)
_XML = re.compile(r"<(?:\?xml\b|(?:w:wordDocument|pkg:package|office:document|FictionBook|rss|feed)\b)")
_START = 20_000
"""How much of a text is looked at, in characters: the fields of a message take some thousand."""

_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
"""A ZIP file with something in it, and an empty one."""

# What may come before it: an XML declaration, and the comment that browsers put into a page they save.
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!--!?>).){0,2000}--!?>\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\s*<(?:title|meta|style|script|h[1-6]|p|div|span|table|section|article|main|header|ul|ol)\b[^<]{0,2000}>",
    re.IGNORECASE,
)


def detect_kind(data: bytes) -> Kind:
    """Give the kind of file.

    Raises:
        Refused: If it is of a kind known to hold no text that can be read here.
    """
    if is_zip(data):
        return Kind.ZIP
    if _is_pdf(data):
        return Kind.PDF
    if _RICH_TEXT_START.match(data):
        return Kind.RTF
    for signature, sentence in _SIGNATURES:
        if data.startswith(signature):
            raise Refused(sentence)
    if _PROGRAM_START.match(data):
        raise Refused(_PROGRAM)
    return Kind.TEXT


def refuse_marked_up(text: str) -> None:
    """Refuse a text that is the source of a document which has no reader here, and no letter itself.

    Raises:
        Refused: If it is one.
    """
    start = text[:_START].lstrip("\ufeff \t\r\n")
    if _RICH_TEXT.match(start):
        raise Refused(
            "This is a rich text (RTF) file stored in an unusual way; open it in Word and save it as PDF or DOCX."
        )
    if (fields := _MESSAGE.match(start.replace("\r\n", "\n") if "\r" in start else start)) and _MESSAGE_FIELD.search(
        fields[0]
    ):
        raise Refused(
            "This is a saved e-mail or web archive; open it and save the letter as PDF, or the page as a web page."
        )
    if _XML.match(start) and not is_html(start):
        raise Refused(
            "This is a document or data saved as XML; open it in a word processor and save it as PDF, DOCX or ODT."
        )


def is_zip(start: bytes) -> bool:
    """Whether a file that starts so is a ZIP file, as DOCX and ODT files are too."""
    return start.startswith(_ZIP_STARTS)


def is_html(text: str) -> bool:
    """Whether a text is a web page or a piece of one, and not a letter with a tag in it."""
    return bool(_PAGE.match(text) or (_FRAGMENT.match(text) and text.rstrip().endswith(">")))


def _is_pdf(data: bytes) -> bool:
    """Whether this is a PDF, perhaps with something before its first line."""
    if data.startswith(b"%PDF-"):
        return True
    # Some servers and mail programs leave lines before the first; readers look through the first kilobyte.
    return b"%PDF-" in data[:1024] and b"startxref" in data[-2048:]
