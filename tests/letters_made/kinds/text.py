"""A made letter as plain text in the encodings in which programs save it, as copied from a PDF, and as Markdown."""

from random import Random

from tests.letters_made.manglings import mangle
from tests.letters_made.truth import Kind, Made, printed


def utf_8(made: Made, random: Random) -> bytes:
    """As today's programs write it."""
    return printed(list(made.pieces)).encode("utf-8")


def utf_8_with_mark(made: Made, random: Random) -> bytes:
    """As Windows Notepad did for years: a byte order mark, and its own line ends."""
    return mangle(made, ("crlf",), random).encode("utf-8-sig")


def utf_16(made: Made, random: Random) -> bytes:
    """What Notepad calls Unicode."""
    return mangle(made, ("curly_quotes", "crlf"), random).encode("utf-16")


def windows_1252(made: Made, random: Random) -> bytes:
    """What Word saves as plain text: its quotes and dashes, and lines of one width."""
    return mangle(made, ("curly_quotes", "hard_wrap", "crlf"), random).encode("cp1252")


def copied_by_layout(made: Made, random: Random) -> bytes:
    """As pdftotext lays it out: columns by spaces, each heading's lines beside those of its neighbours."""
    return mangle(made, (*_COPIED, "table_in_wrapped_columns"), random).encode("utf-8")


def copied_by_hand(made: Made, random: Random) -> bytes:
    """As it comes out of a PDF viewer by copy and paste: a table's words one line after another."""
    return mangle(made, (*_COPIED, "table_headings_wrapped"), random).encode("utf-8")


def markdown(made: Made, random: Random) -> bytes:
    """As people write it: signs before headings, bold figures, tables with pipes."""
    marked = ("markdown_headings", "bold_figures", "links_and_underlines", "table_with_pipes")
    return mangle(made, marked, random).encode("utf-8")


def converted_markdown(made: Made, random: Random) -> bytes:
    """As pandoc makes it of a Word document: a backslash at kept line ends and before apostrophes, columns aligned."""
    text = mangle(made, ("markdown_headings", "bold_sentences", "hard_wrap", "table_with_pipes"), random)
    kept = {line for piece in made.pieces if piece.kind in _KEPT for line in piece.lines[:-1]}
    lines = [f"{line}\\" if line in kept else line for line in text.split("\n")]
    return "\n".join(lines).replace("'", "\\'").replace("| ---", "|:----").encode("utf-8")


_COPIED = ("hard_wrap", "form_feed_in_sentence", "page_of_pages", "letterhead_footers")
_KEPT = (Kind.ADDRESS, Kind.SIGNED)
