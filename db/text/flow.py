"""The running text of a document with tables and text boxes -> plain lines, a line to a table's row."""

import re
from dataclasses import dataclass, field

from db.errors import Refused
from db.text.limits import MAX_TEXT, TOO_MUCH_TEXT

MAX_DEPTH = 40
"""How deep tables and text boxes may stand in one another."""

_SPACES = re.compile(r"[ \t\r\n\f]+")


Place = tuple[int, int, int]
"""Where the text has come to: how deep in blocks, at which line of the block, and how far on that."""


@dataclass(slots=True)
class _Block:
    """The document itself, a text box, a row or a cell while it is being written."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    filled: list[list[str]] = field(default_factory=list)
    ends_in_space: bool = True
    is_started: bool = False
    is_parted: bool = False


class Flow:
    """Collects a document's words in reading order.

    A table's row becomes one line, its cells separated by tabs, empty ones kept, a cell's own lines and tabs
    made spaces. A row of a single cell with several lines is layout (a frame around a letter, say), so its lines
    stay lines. A text box's lines follow the line it is anchored in. Every `open_` must be closed.

    Raises:
        Refused: From what adds to it, once the text is longer than `MAX_TEXT` characters, or deeper than `MAX_DEPTH`.
    """

    def __init__(self) -> None:
        self._blocks = [_Block()]
        self._size = 0

    def join_lines(self) -> str:
        """Give all lines so far."""
        self.end_started_line()
        return "\n".join(self._blocks[0].lines)

    def write(self, text: str) -> None:
        """Add text as it is to the line."""
        self._grow(len(text))
        block = self._blocks[-1]
        block.line.append(text)
        block.ends_in_space = False
        block.is_started = block.is_started or text != " "

    def write_folded(self, text: str) -> None:
        """Add text to the line with every run of white space made one space, and none at the line's start."""
        block = self._blocks[-1]
        text = _SPACES.sub(" ", text)
        if block.ends_in_space:
            text = text.removeprefix(" ")
        if text:
            if block.is_parted:
                text = _part(block.line[-1][-1:] if block.line else "", text)
                block.is_parted = False
            self._grow(len(text))
            block.line.append(text)
            block.ends_in_space = text.endswith(" ")
            block.is_started = block.is_started or text != " "

    def part_words(self) -> None:
        """Keep what is on the line apart from what `write_folded` adds next, as boxes in a line stand apart.

        Whether digits on both sides look like one number is not known: they get U+FFFD between them.
        """
        self._blocks[-1].is_parted = True

    def end_line(self) -> None:
        """End the line, empty or not."""
        self._grow(1)
        block = self._blocks[-1]
        line = "".join(block.line)
        block.lines.append(line[:-1] if block.ends_in_space and line.endswith(" ") else line)
        block.lines += block.boxes
        block.line, block.boxes, block.ends_in_space, block.is_started = [], [], True, False
        block.is_parted = False

    def end_started_line(self) -> None:
        """End the line if there is anything on it."""
        block = self._blocks[-1]
        if block.boxes or block.is_started:
            self.end_line()

    def leave_blank(self) -> None:
        """End a started line, and leave an empty one after what is there."""
        self.end_started_line()
        lines = self._blocks[-1].lines
        if lines and lines[-1]:
            self.end_line()

    def open_box(self) -> None:
        """Begin a text box, in the midst of a line or not."""
        self._open()

    def close_box(self, is_in_line: bool = True) -> None:
        """End the text box; one that stands in no line is not kept back for the end of that."""
        lines = self._close().lines
        if is_in_line:
            self._blocks[-1].boxes += lines
        else:
            self.end_started_line()
            self._blocks[-1].lines += lines

    def open_note(self) -> None:
        """Begin a footnote or endnote, in the midst of a line or not."""
        self._open()

    def close_note(self) -> list[str]:
        """End the note, and give its lines, which are no part of the text so far."""
        return self._close().lines

    def add_lines(self, text: str) -> None:
        """Add lines that were read elsewhere, apart from those around them."""
        self.end_started_line()
        for line in text.splitlines():
            self.write(line)
            self.end_line()

    def get_place(self) -> Place:
        """Give where the text has come to."""
        block = self._blocks[-1]
        return len(self._blocks), len(block.lines), len(block.line)

    def cut_line(self, place: Place) -> None:
        """Drop what is on the line behind a place; nothing where that is on another line."""
        *line, length = place
        block = self._blocks[-1]
        if line == [len(self._blocks), len(block.lines)]:
            del block.line[length:]
            block.ends_in_space = not block.line or block.line[-1].endswith(" ")

    def drop_line(self) -> None:
        """Drop what is on the line so far; text boxes that belong to it stay."""
        block = self._blocks[-1]
        block.line, block.ends_in_space, block.is_started = [], True, False

    def open_row(self) -> None:
        """Begin a table's row."""
        self.end_started_line()
        self._open()

    def close_row(self, times: int = 1) -> None:
        """End the row; write it so many `times`, 0 for one that is not seen."""
        row = self._close()
        if len(row.filled) == 1 and len(row.filled[0]) > 1:
            lines = row.lines + row.filled[0]
        else:
            lines = row.lines + (["\t".join(row.cells)] if row.cells else [])
        self._grow((times - 1) * sum(len(line) + 1 for line in lines))
        self._blocks[-1].lines += lines * times

    def open_cell(self) -> None:
        """Begin a cell of the row."""
        self._open()

    def close_cell(self, times: int = 1) -> None:
        """End the cell; put it into the row so many `times`, 0 for one that is not seen."""
        cell = self._close()
        text = " ".join(" ".join(cell.lines).split())
        self._grow((times - 1) * (len(text) + 1))
        self._blocks[-1].cells += [text] * times
        if times:
            self._blocks[-1].filled.append(cell.lines)

    def cover_cell(self) -> None:
        """End a cell that another covers: what is in it is not seen, its place in the row stays."""
        self._close()
        self._blocks[-1].cells.append("")
        self._blocks[-1].filled.append([])

    def add_empty_cells(self, count: int) -> None:
        """Put so many empty cells into the row."""
        self._grow(count)
        self._blocks[-1].cells += [""] * count

    def _open(self) -> None:
        """Begin a block within the one being written.

        Raises:
            Refused: If it stands too deep in others.
        """
        if len(self._blocks) > MAX_DEPTH:
            raise Refused("This file has tables within tables without end; save the letter as PDF or text.")
        self._blocks.append(_Block())

    def _close(self) -> _Block:
        """End the innermost block, and give it."""
        self.end_started_line()
        return self._blocks.pop()

    def _grow(self, by: int) -> None:
        """Count so many characters more.

        Raises:
            Refused: If that is too much text.
        """
        self._size += by
        if self._size > MAX_TEXT:
            raise Refused(TOO_MUCH_TEXT)


def _part(before: str, text: str) -> str:
    """Give text set apart from the character before it on the line, where both are of words or numbers."""
    if before.isdecimal() and text[:1].isdecimal():
        return "\ufffd" + text
    return " " + text if (before.isalnum() or before == "%") and text[:1].isalnum() else text
