"""The text of an OpenDocument text (ODT): its body and notes, without headers and footers, as it would print."""

import re

from db.errors import Refused
from db.text.bounded_zip import BoundedZip
from db.text.limits import MAX_XML
from db.text.office import xml_events
from db.text.office.notes import append_notes
from db.text.office.odt_body import Body
from db.text.office.odt_names import shorten_name, shorten_names
from db.text.office.odt_styles import Styles

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_MANIFEST = "META-INF/manifest.xml"
_STYLES = "styles.xml"

_COLOURED = re.compile(rb"""background-color=["'](?!transparent|\#ffffff)|background-image [^>]*href""")
_DRAWN = re.compile(rb"<draw:")
"""What may be under words and have a colour."""


def read_text(archive: BoundedZip) -> str:
    """Give the text: a line to a paragraph and to a table's row, without what is hidden or struck out.

    Raises:
        Refused: If it is damaged or has a password.
    """
    if archive.has_member(_MANIFEST) and b"encryption-data" in archive.read(_MANIFEST, limit=MAX_XML):
        raise Refused("This document has a password; open it and save it without one, or as PDF.")
    styles = archive.read(_STYLES, limit=MAX_XML) if archive.has_member(_STYLES) else b""
    content = archive.read("content.xml", limit=MAX_XML)
    body = Body(is_on_white=not (_may_be_coloured(styles) or _may_be_coloured(content) or _DRAWN.search(content)))
    if styles:
        xml_events.parse(styles, _CommonStyles(body.styles))
    xml_events.parse(content, body)
    footnotes = [lines for kind, lines in body.notes if kind != "endnote"]
    endnotes = [lines for kind, lines in body.notes if kind == "endnote"]
    return append_notes(body.flow.join_lines(), footnotes + endnotes)


def _may_be_coloured(xml: bytes) -> bool:
    """Whether something in a part may have another colour than white behind it."""
    return xml_events.is_wide(xml) or _COLOURED.search(xml) is not None


class _CommonStyles:
    """Takes the styles that all of a document may use; its headers and footers are not read."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        local = shorten_name(name)
        if local.startswith("style:"):
            self._styles.take(local, shorten_names(attributes))

    def end(self, name: str) -> None:
        """End an element."""
        self._styles.close(shorten_name(name))

    def add_text(self, text: str) -> None:
        """Take the characters between two tags."""
