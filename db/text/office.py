"""A ZIP file -> the text of the word processor's document it is."""

from io import BytesIO

from db.errors import Refused
from db.text import docx, odt
from db.text.bounded_zip import BoundedZip, Contents


def text_of(data: bytes) -> tuple[str, str]:
    """Give the text of a DOCX or ODT file, and its media type. Raises `Refused` for any other ZIP file."""
    with BoundedZip(BytesIO(data)) as archive:
        match archive.contents():
            case Contents.DOCX:
                return docx.text_of(archive), docx.MEDIA_TYPE
            case Contents.ODT:
                return odt.text_of(archive), odt.MEDIA_TYPE
            case Contents.OTHER_DOCUMENT:
                raise Refused("This is a spreadsheet, slides or a book, not a letter; save the letter as PDF or DOCX.")
            case Contents.FILES:
                raise Refused(
                    "This is a ZIP file within another or under another name; unpack it and import the folder."
                )
