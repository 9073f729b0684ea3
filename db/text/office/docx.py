"""The text of a Word document (DOCX): its body and notes, without headers and footers, as it would print."""

from db.errors import Refused
from db.text.bounded_zip import BoundedZip, Contents
from db.text.limits import MAX_XML
from db.text.office import docx_chunks, xml_events
from db.text.office.docx_body import Body
from db.text.office.docx_styles import Styles
from db.text.office.notes import append_notes
from db.text.office.package import Package

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MOST_NESTED = 3
_TOO_DEEP = "This Word document has documents within documents without end; save the letter as PDF or text."


def read_text(archive: BoundedZip, depth: int = 0) -> str:
    """Give the text: a line to a paragraph and to a table's row, without what is hidden or struck out.

    Raises:
        Refused: If it is damaged, or holds a piece that is not read.
    """
    if depth > _MOST_NESTED:
        raise Refused(_TOO_DEEP)
    package = Package(archive)
    styles = Styles()
    if part := package.find_part("styles"):
        xml_events.parse(package.read(part), styles)

    def read_chunk(relation: str) -> str:
        """Give the text of the piece that a relation leads to."""
        return _read_chunk(package, relation, depth)

    body = Body(styles, read_chunk)
    xml_events.parse(package.read(package.main), body)
    body.finish()
    notes = _read_notes(package, styles, {kind for kind, _ in body.references})
    # Endnotes come after all footnotes, wherever they are referred to.
    references = sorted(body.references, key=lambda reference: reference[0] != "footnote")
    return append_notes(body.flow.join_lines(), (notes.get(reference, []) for reference in references))


def _read_notes(package: Package, styles: Styles, kinds: set[str]) -> dict[tuple[str, str], list[str]]:
    """Give the lines of every note of these kinds, by its kind and number."""
    notes: dict[tuple[str, str], list[str]] = {}
    for kind in sorted(kinds):
        if part := package.find_part(f"{kind}s"):
            body = Body(styles, lambda _: "")
            xml_events.parse(package.read(part), body)
            notes |= body.notes
    return notes


def _read_chunk(package: Package, relation: str, depth: int) -> str:
    """Give the text of a piece of another kind.

    Raises:
        Refused: If it is not there, or not read.
    """
    part = package.find_target(relation)
    if not part:
        raise Refused("This Word document lacks a piece of its text; open it in Word and save it anew, or as PDF.")
    data = package.read(part, limit=MAX_XML)
    if not docx_chunks.is_document(data):
        return docx_chunks.read_chunk(data, part)
    with BoundedZip(docx_chunks.open_document(data)) as archive:
        if archive.detect_contents() is not Contents.DOCX:
            return docx_chunks.read_chunk(data, part)
        return read_text(archive, depth + 1)
