"""A rich text (RTF) file -> its text."""

import re
from collections.abc import Callable

from striprtf.striprtf import rtf_to_text

from db.errors import Refused
from db.text.limits import MAX_TEXT, TOO_MUCH_TEXT
from db.text.rtf_looks import CELL, LINE, ROW_END, ROW_START, LookFilter

MEDIA_TYPE = "application/rtf"

_DAMAGED = "This rich text (RTF) file is damaged; open it in a word processor and save it as PDF, DOCX or text."
_ROW = re.compile(f"\n?{ROW_START}([^{ROW_START}{ROW_END}]*){ROW_END}")
_LEFT_OVER = {ord(CELL): "\t", ord(ROW_START): "\n", ord(ROW_END): "\n", ord(LINE): "\n"}
"""What becomes of marks that belong to no whole row."""

_BEFORE_TEXT = 8
"""How many times longer than its text the source may be that is given on: fonts and looks are long."""


def read_text(data: bytes) -> str:
    """Give the text of a rich text file: what is seen on its pages, a line to a table's row.

    What is hidden, struck out, in headers or footers is left out; raised digits are kept apart. Notes come after the
    text.

    Raises:
        Refused: If the file is damaged, or holds too much text.
    """
    seen = LookFilter(data.lstrip(b"\xef\xbb\xbf \t\r\n").decode("latin-1"))
    source = "".join(seen.list_parts())
    if not seen.is_whole:
        raise Refused(_DAMAGED)
    if len(source) > _BEFORE_TEXT * MAX_TEXT:
        raise Refused(TOO_MUCH_TEXT)
    # Given its type here, as striprtf says none.
    convert: Callable[..., str] = rtf_to_text
    try:
        text = convert(_encode_above_ascii(source), errors="replace")
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise Refused(_DAMAGED) from error
    return _ROW.sub(_write_row, text).translate(_LEFT_OVER)


def _encode_above_ascii(source: str) -> str:
    """Give the source with bytes beyond ASCII as it should write them, to be read in the encoding of their font."""
    return re.sub("[\x80-\xff]", lambda found: f"\\'{ord(found[0]):02x}", source)


def _write_row(row: re.Match[str]) -> str:
    """Give a table's row as a line, its cells parted by tabs; the only cell of a frame round a text as its lines."""
    cells = row[1].removesuffix(CELL).split(CELL)
    if len(cells) == 1:
        return "\n" + cells[0].replace(LINE, "\n") + "\n"
    return "\n" + "\t".join(" ".join(cell.replace(LINE, " ").split()) for cell in cells) + "\n"
