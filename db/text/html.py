"""The text of a web page, much as a browser would show it without its looks.

The tags are found by searches that go forward only: the standard library's html.parser takes quadratic time over some
malformed pages, and raises AssertionError on others, in Pythons that are still about.
"""

import html
import re
from dataclasses import dataclass, field

from db.errors import Refused
from db.text.css import Sheets
from db.text.flow import MAX_DEPTH, Flow
from db.text.hidden_html import BLOCKS, BLOCKS_APART, TABLE_PARTS, Hidden, is_unshown, parse_attributes
from db.text.html_looks import OpenElements
from db.text.limits import MAX_TAGS
from db.text.superscript import lower_digits, raise_digits

_MARK = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z]|/)")
_TAG = re.compile(
    r"""
    <(/?) ([a-zA-Z][^\s/>]*+)
    ( (?: [\s/]++
        | [^\s/>=][^\s/>=]*+ (?: \s*+ = \s*+ (?: "[^"]*+" | '[^']*+' | [^\s>]*+ ) )?+
        | =
      )*+ )
    >
    """,
    re.VERBOSE,
)
_SPAN = re.compile(r"\b(col|row)span\s*+=\s*+(?:[\"']\s*+)?(\d{1,3})", re.IGNORECASE)
_HUGE_REFERENCE = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")

_COMMENT_END = re.compile("--!?>")

_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
_MOVED = {1: raise_digits, -1: lower_digits}
_DIGITS = str.maketrans(dict.fromkeys("0123456789", "\ufffd"))
"""What becomes of digits of which no one knows how they look."""

_WITHOUT_SHEETS = _RAW | {"template", "noscript"}
_STYLE = re.compile(r"<style\b", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype\b", re.IGNORECASE)
_MOST_BEFORE_DOCTYPE = 4000
_CONTROLS = dict.fromkeys((*range(9), 0x0B, *range(0x0E, 0x20), 0x7F))
"""What a browser shows nothing for; LibreOffice leaves such characters where a field was."""

_COLOURED = re.compile(
    r"""background(?:-color|-image)?\s*+:\s*+(?!(?:white|\#fff(?:fff)?|none|transparent|initial|inherit|unset)\s*[;}"'!])
    | \bbgcolor\s*+=\s*+["']?+(?!white\b|\#?fff(?:fff)?\b) | \bbackground\s*=
    | <(?:img|svg|video|canvas|object|embed|picture|iframe|link|v:)\b | @import""",
    re.VERBOSE | re.IGNORECASE,
)
"""What may make a place of a page another colour than white."""

_WIDEST_SPAN = 64
_MOST_COLUMNS = 1000


def read_text(page: str) -> str:
    """Give the text: blocks on lines of their own, a line to a table's row, references decoded, links as words.

    Raises:
        Refused: If it is far longer, or its tables stand deeper in one another, than in any letter.
    """
    reader = _Page(_read_sheets(page), is_white=not _COLOURED.search(page))
    offset = 0
    for _ in range(MAX_TAGS):
        mark = _MARK.search(page, offset)
        reader.add_text(page[offset : mark.start() if mark else len(page)])
        if not mark:
            return reader.finish()
        offset = _read_tag(page, mark, reader)
    raise Refused("This page is far longer than a letter; split it, or import the pages of the letter alone.")


def _read_sheets(page: str) -> Sheets:
    """Give the style sheets that stand in a page, wherever they do.

    Raises:
        Refused: If they are far longer than any letter's.
    """
    sheets = Sheets(is_quirky=not _DOCTYPE.search(page, 0, _MOST_BEFORE_DOCTYPE))
    offset = 0 if _STYLE.search(page) else len(page)
    while sheet := _find_sheet(page, offset):
        attributes, css, offset = sheet
        if attributes.get("type", "").lower() in ("", "text/css") and "disabled" not in attributes:
            sheets.add(css, attributes.get("media", ""))
    return sheets


def _find_sheet(page: str, offset: int) -> tuple[dict[str, str], str, int] | None:
    """Give the next style sheet of a page: its tag's attributes, its rules, and the offset behind it."""
    while mark := _MARK.search(page, offset):
        if mark[0] == "<!--":
            ends = _COMMENT_END.search(page, mark.start() + 2)
            offset = ends.end() if ends else len(page)
            continue
        tag = _TAG.match(page, mark.start())
        if not tag:
            offset = _find_end(page, ">", mark.end())
            continue
        name, offset = tag[2].lower(), tag.end()
        if tag[1] or name not in _WITHOUT_SHEETS:
            continue
        offset = _find_raw_end(page, name, offset)
        if name == "style":
            return parse_attributes(tag[3]), page[tag.end() : offset], offset
    return None


def _find_raw_end(page: str, name: str, start: int) -> int:
    """Give the offset of the end tag of an element that has no tags in it, however it looks; else the page's end."""
    ends = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(page, start)
    return ends.start() if ends else len(page)


def _read_tag(page: str, mark: re.Match[str], reader: "_Page") -> int:
    """Hand the reader the tag at the mark, and give the offset behind it: the end, where it is not finished."""
    if mark[0] == "<!--":
        ends = _COMMENT_END.search(page, mark.start() + 2)
        return ends.end() if ends else len(page)
    tag = _TAG.match(page, mark.start())
    if not tag:
        return _find_end(page, ">", mark.end())
    closing, name = bool(tag[1]), tag[2].lower()
    if closing:
        reader.end(name)
    elif name in _RAW:
        return _find_raw_end(page, name, tag.end())
    else:
        reader.start(name, tag[3])
    return tag.end()


def _find_end(page: str, ending: str, start: int) -> int:
    """Give the offset behind the next such ending; the page's end, where there is none."""
    found = page.find(ending, start)
    return len(page) if found < 0 else found + len(ending)


@dataclass(slots=True)
class _Table:
    """A table being read; `below` holds for a column how many rows a cell from above still covers."""

    in_row: bool = False
    in_cell: bool = False
    columns: int = 0
    width: int = 1
    below: dict[int, int] = field(default_factory=dict)


class _Page:
    """Takes a page's tags and the text between them in order, and writes what is shown."""

    def __init__(self, sheets: Sheets, *, is_white: bool) -> None:
        self._flow = Flow()
        self._tables: list[_Table] = []
        self._hidden = Hidden()
        self._preformatted = 0
        self._elements = OpenElements(sheets, is_white=is_white)

    def finish(self) -> str:
        """End the tables that are open, and give the text of the whole page."""
        while self._tables:
            self._end_table()
        return self._flow.join_lines().strip("\n")

    def add_text(self, text: str) -> None:
        """Write characters between two tags, if they are shown."""
        look = self._elements.innermost
        if self._hidden or not text or (look and (look.unseen or look.is_closed)):
            return
        text = html.unescape(_HUGE_REFERENCE.sub("\ufffd", text)).translate(_CONTROLS)
        if look and look.is_doubtful:
            text = text.translate(_DIGITS)
        elif look and look.rise:
            text = _MOVED[look.rise](text)
        if not self._preformatted:
            self._flow.write_folded(text)
            return
        first, *others = text.split("\n")
        self._flow.write(first)
        for line in others:
            self._flow.end_line()
            self._flow.write(line)

    def start(self, name: str, attributes: str) -> None:
        """Begin an element; `attributes` is what its tag says behind the name."""
        if self._hidden.start(name, attributes):
            return
        look = self._elements.start(name, parse_attributes(attributes))
        if look.is_hidden or is_unshown(name):
            self._hidden.open(name, attributes)
            if name in ("td", "th"):
                self._start_part(name, attributes)  # an empty cell, so that the others stay under their headings
        elif name == "br":
            self._flow.end_line()
        elif name in TABLE_PARTS:
            self._elements.lay_flat()
            self._start_part(name, attributes)
        else:
            self._separate(name)
            if look.is_on_own_line:
                self._flow.end_started_line()
            if look.is_apart:
                self._flow.part_words()
            if name == "table" and len(self._tables) < MAX_DEPTH:
                self._tables.append(_Table())
            self._preformatted += name == "pre"

    def end(self, name: str) -> None:
        """End an element."""
        if self._hidden.end(name):
            return
        ended = self._elements.end(name)
        if any(look.is_on_own_line for look in ended):
            self._flow.end_started_line()
        if any(look.is_apart for look in ended):
            self._flow.part_words()
        if name in TABLE_PARTS:
            self._elements.lay_flat()
            self._end_part(name)
        elif name == "table" and self._tables:
            self._end_table()
            self._flow.leave_blank()
        else:
            self._separate(name)
            self._preformatted = max(0, self._preformatted - (name == "pre"))

    def _separate(self, name: str) -> None:
        """Set a block apart from what is before it: on a line of its own, or with an empty line too."""
        if name in BLOCKS_APART or name in BLOCKS:
            self._elements.lay_flat()
        if name in BLOCKS_APART:
            self._flow.leave_blank()
        elif name in BLOCKS:
            self._flow.end_started_line()

    def _start_part(self, name: str, attributes: str) -> None:
        """Begin a part of a table: a cell in its column, or what holds cells; the part before it ends."""
        if not self._tables:
            self._flow.end_started_line()
            return
        table = self._tables[-1]
        self._end_cell(table)
        if name not in ("td", "th"):
            self._end_row(table)
            return
        if not table.in_row:
            self._flow.open_row()
            table.in_row, table.columns = True, 0
        self._fill_covered(table)
        spans = {which.lower(): min(int(number), _WIDEST_SPAN) for which, number in _SPAN.findall(attributes)}
        table.width = max(1, spans.get("col", 1))
        for column in range(table.columns, min(table.columns + table.width, _MOST_COLUMNS)):
            table.below[column] = max(0, spans.get("row", 1) - 1)
        self._flow.open_cell()
        table.in_cell = True

    def _end_part(self, name: str) -> None:
        """End a part of a table, and the cell and row in it."""
        if self._tables:
            self._end_cell(self._tables[-1])
            if name not in ("td", "th"):
                self._end_row(self._tables[-1])

    def _end_table(self) -> None:
        """End the innermost table, and what is open in it."""
        table = self._tables.pop()
        self._end_cell(table)
        self._end_row(table)

    def _end_row(self, table: _Table) -> None:
        """End the row, if one is open."""
        if table.in_row:
            self._fill_covered(table)
            self._flow.close_row()
            table.in_row = False

    def _end_cell(self, table: _Table) -> None:
        """End the cell, if one is open, with an empty one for each further column it spans."""
        if table.in_cell:
            self._flow.close_cell()
            self._flow.add_empty_cells(table.width - 1)
            table.columns += table.width
            table.in_cell = False

    def _fill_covered(self, table: _Table) -> None:
        """Put empty cells where a cell from a row above reaches down, so that columns stay under their headings."""
        while table.below.get(table.columns, 0) > 0:
            table.below[table.columns] -= 1
            self._flow.add_empty_cells(1)
            table.columns += 1
