"""An XML document from a stranger -> a call for each element and run of text, in order; no tree is built."""

from typing import Protocol
from xml.parsers import expat

from db.errors import Refused
from db.text.limits import MAX_ELEMENTS, MAX_TAG, MEBIBYTE

_CHUNK = MEBIBYTE // 4

_TOO_LONG = "This document is far longer than a letter; split it, or import the pages of the letter alone."
_BROKEN = "This document is damaged; open it in a word processor and save it anew, or save it as PDF."


class Handler(Protocol):
    """Handles elements and text. Names are `namespace local`, or `local` alone without a namespace."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def add_text(self, text: str) -> None:
        """Take text inside the element started last and not ended."""


def is_wide(xml: bytes) -> bool:
    """Whether each character of a document takes several bytes, so that no search for bytes finds its words."""
    return b"\0" in xml[:64]


def parse(xml: bytes, handler: Handler) -> None:
    """Hand all that is in a document to the handler.

    Raises:
        Refused: If it is damaged, has more than `MAX_ELEMENTS` elements or a tag over `MAX_TAG`, or declares a document
            type: no word processor writes one, and with it come entities, which can make a text endless or reach for
            other files.
    """
    elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        """Hand on the start of an element, counted."""
        nonlocal elements
        elements += 1
        if elements > MAX_ELEMENTS:
            raise Refused(_TOO_LONG)
        handler.start(name, attributes)

    def refuse_document_type(*_: object) -> None:
        """Refuse the document, as entities come with a type."""
        raise Refused("This document declares entities, as no word processor does; it is not read for safety.")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.add_text
    parser.StartDoctypeDeclHandler = refuse_document_type
    try:
        for offset in range(0, len(xml), _CHUNK):
            parser.Parse(xml[offset : offset + _CHUNK], False)
            if offset - parser.CurrentByteIndex > MAX_TAG:
                raise Refused(_TOO_LONG)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: an encoding nobody knows
        raise Refused(_BROKEN) from error
