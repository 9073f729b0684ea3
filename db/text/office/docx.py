"""The text of a Word document (DOCX): its body and notes, without headers and footers, as it would print."""

import re
from collections.abc import Callable
from io import BytesIO

from db.errors import Refused
from db.text.bounded_zip import BoundedZip, Contents
from db.text.kinds import is_zip
from db.text.office import docx_chunks, xml_events
from db.text.office.docx_body import Body
from db.text.office.docx_styles import Styles
from db.text.office.notes import append_notes
from db.text.office.package import Package
from db.text.office.xml_events import is_wide

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_COLOURED = re.compile(rb"<(?:\w+:)?(?:drawing|pict|object|background|shd|highlight)\b")
"""What may be under words and have a colour."""

_MOST_PIECES = 32
"""The most pieces of other kinds that a document, and those within it, may have together."""


def read_text(archive: BoundedZip, read_file: Callable[[bytes], str]) -> str:
    """Give the text: a line to a paragraph and to a table's row, without what is hidden or struck out.

    `read_file` gives the text of a piece that is a file of another kind.

    Raises:
        Refused: If it is damaged, or holds a piece that is not read.
    """
    return _Reader(read_file).read_text(archive)


class _Reader:
    """Reads a document and those within it, as many as there may be."""

    def __init__(self, read_file: Callable[[bytes], str]) -> None:
        self._read_file = read_file
        self._pieces_left = _MOST_PIECES

    def read_text(self, archive: BoundedZip) -> str:
        """Give the text of a document.

        Raises:
            Refused: If it is damaged, or holds a piece that is not read.
        """
        package = Package(archive)
        styles = Styles()
        if part := package.find_part("styles"):
            xml_events.parse(package.read(part), styles)
        xml = package.read(package.main)
        is_on_white = not (styles.has_shading or is_wide(xml) or _COLOURED.search(xml))
        body = Body(styles, lambda relation: self._read_chunk(package, relation), is_on_white=is_on_white)
        xml_events.parse(xml, body)
        body.finish()
        notes = _read_notes(package, styles, {kind for kind, _ in body.references})
        # Endnotes come after all footnotes, wherever they are referred to.
        references = sorted(dict.fromkeys(body.references), key=lambda reference: reference[0] != "footnote")
        return append_notes(body.flow.join_lines(), (notes.get(reference, []) for reference in references))

    def _read_chunk(self, package: Package, relation: str) -> str:
        """Give the text of a piece of another kind.

        Raises:
            Refused: If it is not there or not read, or one too many.
        """
        self._pieces_left -= 1
        if self._pieces_left < 0:
            raise Refused("This Word document is put together of very many pieces; save the letter as PDF or text.")
        part = package.find_target(relation)
        if not part:
            raise Refused("This Word document lacks a piece of its text; open it in Word and save it anew, or as PDF.")
        data = package.read(part)
        if is_zip(data):
            with BoundedZip(BytesIO(data)) as archive:
                if archive.detect_contents() is Contents.DOCX:
                    return self.read_text(archive)
        return docx_chunks.read_chunk(data, part, self._read_file)


def _read_notes(package: Package, styles: Styles, kinds: set[str]) -> dict[tuple[str, str], list[str]]:
    """Give the lines of every note of these kinds, by its kind and number."""
    notes: dict[tuple[str, str], list[str]] = {}
    for kind in sorted(kinds):
        if part := package.find_part(f"{kind}s"):
            body = Body(styles, lambda _: "")
            xml_events.parse(package.read(part), body)
            notes |= body.notes
    return notes
