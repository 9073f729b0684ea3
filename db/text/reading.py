"""A file's bytes -> its text. The kind of file is told by what is in it, never by its name."""

from dataclasses import dataclass

from db.errors import Refused
from db.model import Doubt
from db.text.clean import clean
from db.text.garbled import replace_entities
from db.text.kinds import Kind, detect_kind, is_html, refuse_marked_up
from db.text.limits import MAX_FILE, MAX_PLAIN, MAX_TEXT, MEBIBYTE, TOO_MUCH_TEXT
from db.text.plain import decode


@dataclass(frozen=True, slots=True)
class ReadText:
    """A file's text, made harmless by `clean`, the media type the file turned out to be, and doubts about its words."""

    text: str
    media_type: str
    doubts: tuple[Doubt, ...] = ()


def read(data: bytes, name: str = "") -> ReadText:
    """Read the text of a file: plain text, Markdown, HTML, PDF, DOCX, ODT or RTF.

    `name` only tells Markdown from other plain text in the media type.

    Raises:
        Refused: If there is no text in it, or none that can be had; its sentence says what to do.
    """
    if not data:
        raise Refused("This file is empty; there is no letter in it.")
    if len(data) > MAX_FILE:
        raise Refused(f"This file is larger than {MAX_FILE // MEBIBYTE} MB; import the pages of the letter alone.")
    found = _read_by_kind(data, name)
    text = found.text
    if len(text) > MAX_TEXT:
        raise Refused(TOO_MUCH_TEXT)
    text = clean(text)
    if not text.strip():
        raise Refused("There are no words in this file, so there is no letter in it.")
    return ReadText(text, found.media_type, found.doubts)


# Each reader is imported when the first file of its kind comes: together with what they stand on (zipfile,
# expat, PDFium) they cost about 20 ms, which nobody who only looks at a library should wait for.


def _read_by_kind(data: bytes, name: str) -> ReadText:
    """Give the text of a file as it is, and its media type, by the reader of its kind.

    Raises:
        Refused: If the reader refuses it, or there is none.
    """
    match detect_kind(data):
        case Kind.PDF:
            from db.text.pdf import reader

            return ReadText(reader.read_text(data), "application/pdf")
        case Kind.RTF:
            from db.text import rtf

            return ReadText(rtf.read_text(data), rtf.MEDIA_TYPE)
        case Kind.ZIP:
            from db.text.office import documents

            return ReadText(*documents.read_document(data, lambda piece: read(piece).text))
        case Kind.TEXT:
            return _read_text(data, name)


def _read_text(data: bytes, name: str) -> ReadText:
    """Give the text of a text file or web page, and its media type.

    Raises:
        Refused: If it is too large, no text, or the source of another kind of document.
    """
    if len(data) > MAX_PLAIN:
        raise Refused(
            f"This text is larger than {MAX_PLAIN // MEBIBYTE} MB; split it, or import the pages of the letter alone."
        )
    decoded = decode(data)
    text = decoded.text
    refuse_marked_up(text)
    if is_html(text):
        from db.text import html

        return ReadText(html.read_text(text), "text/html", decoded.doubts)
    media_type = "text/markdown" if name.lower().endswith((".md", ".markdown")) else "text/plain"
    return ReadText(replace_entities(text), media_type, decoded.doubts)
