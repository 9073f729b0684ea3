"""A ZIP file -> the text of the word processor's document it is."""

from collections.abc import Callable
from io import BytesIO

from db.errors import Refused
from db.text.bounded_zip import BoundedZip, Contents
from db.text.office import docx, odt


def read_document(data: bytes, read_file: Callable[[bytes], str]) -> tuple[str, str]:
    """Give the text of a DOCX or ODT file, and its media type.

    `read_file` gives the text of a file of any kind that a document holds whole.

    Raises:
        Refused: If it is any other ZIP file, or damaged.
    """
    with BoundedZip(BytesIO(data)) as archive:
        match archive.detect_contents():
            case Contents.DOCX:
                return docx.read_text(archive, read_file), docx.MEDIA_TYPE
            case Contents.ODT:
                return odt.read_text(archive), odt.MEDIA_TYPE
            case Contents.OTHER_DOCUMENT:
                raise Refused("This is a spreadsheet, slides or a book, not a letter; save the letter as PDF or DOCX.")
            case Contents.FILES:
                raise Refused(
                    "This is a ZIP file within another or under another name; unpack it and import the folder."
                )
