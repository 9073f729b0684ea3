"""The source of a rich text (RTF) file -> the same without what is not seen on the page, its raised digits apart.

In rich text each stretch of words carries its whole look, that of its style too, so no style need be followed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from db.text.superscript import lower_digits, raise_digits

CELL, ROW_START, ROW_END, LINE = "\ue000", "\ue001", "\ue002", "\ue003"
"""What is put at the end of a table's cell, at both ends of its row, and at the end of a line within it."""

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})"
    r"|\\([^a-zA-Z])|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)"
)
_UNSEEN = frozenset(
    [
        *("annotation", "colortbl", "fldinst", "footer", "footerf", "footerl", "footerr", "footnote", "header"),
        *("headerf", "headerl", "headerr", "info", "listtable", "nonesttables", "object", "pict", "shprslt", "sp"),
        "stylesheet",
    ]
)
"""The groups that hold no words of the page's body."""
_MAX_DEPTH = 500
"""How deep groups may stand in one another."""

_MARKS = {"cell": CELL, "row": ROW_END, "nestcell": " ", "nestrow": LINE}
_LINE_ENDS = frozenset(["par", "line", "sect", "page"])


@dataclass(frozen=True, slots=True)
class _Look:
    """How the words of a group look; `is_font_table` is one to be kept as it is."""

    is_hidden: bool = False
    is_struck: bool = False
    raised: int = 0
    is_skipped: bool = False
    is_font_table: bool = False
    is_box: bool = False


class LookFilter:
    """Goes through the source of one file; `is_whole` tells in the end whether every group was closed."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._groups: list[_Look] = []
        self._look = _Look()
        self._is_in_row = False
        self.is_whole = False

    def list_parts(self) -> Iterator[str]:
        """The parts of the source that are seen, to be put together."""
        position = 0
        while match := _TOKEN.match(self._source, position):
            position = match.end()
            word, number, code, sign, brace, text = match.groups()
            if word == "bin":
                position += max(0, int(number or 0))
            elif brace:
                yield self._open_or_close(brace)
                if not self._groups or len(self._groups) > _MAX_DEPTH:
                    self.is_whole = not self._groups
                    return
            elif sign == "*":
                if not self._look.is_font_table:
                    self._look = replace(self._look, is_skipped=True)
            elif word:
                yield self._filter_word(word, number, match[0])
            elif code and code[0] in "0123456789" and code[0] < "8":
                yield self._filter_text(chr(int(code, 16)))
            elif code or sign:
                yield match[0] if self._is_seen else ""
            else:
                # A line's end is no word, but ends the control word before it.
                yield self._filter_text(text) if text else "\n"

    @property
    def _is_seen(self) -> bool:
        """Whether words in this place are seen on the page."""
        return not (self._look.is_skipped or self._look.is_hidden or self._look.is_struck)

    def _open_or_close(self, brace: str) -> str:
        """Begin or end a group, and give what there is to be put in its place."""
        if brace == "{":
            self._groups.append(self._look)
            self._look = replace(self._look, is_box=False)
            return "{"
        ends_box = self._look.is_box
        self._look = self._groups.pop() if self._groups else _Look()
        return "\\par }" if ends_box else "}"

    def _filter_word(self, word: str, number: str | None, written: str) -> str:
        """Give what is to be put in the place of a control word, having taken note of it."""
        if word == "shp":
            return ""
        if word == "shptxt":
            # The words of a text box stand within what describes its shape.
            self._look = _Look(is_box=True)
            return "\\par "
        if word in _UNSEEN:
            self._look = replace(self._look, is_skipped=True)
            return ""
        if word == "fonttbl":
            self._look = replace(self._look, is_font_table=True)
        if self._look.is_skipped:
            return ""
        self._note_look(word, number)
        if word == "trowd":
            started, self._is_in_row = self._is_in_row, True
            return "" if started else _escape(ROW_START)
        if word in _MARKS:
            self._is_in_row = self._is_in_row and word != "row"
            return _escape(_MARKS[word])
        if self._is_in_row and word in _LINE_ENDS:
            return _escape(LINE)
        if word in _LINE_ENDS or self._is_seen:
            return "" if word in ("uc", "u") and number is None else written
        return ""

    def _note_look(self, word: str, number: str | None) -> None:
        """Take note of a word that changes how the words after it look."""
        is_on, size = number != "0", int(number or 6)
        match word:
            case "plain":
                self._look = replace(self._look, is_hidden=False, is_struck=False, raised=0)
            case "v":
                self._look = replace(self._look, is_hidden=is_on)
            case "strike" | "striked" | "deleted":
                self._look = replace(self._look, is_struck=is_on)
            case "super" | "up":
                self._look = replace(self._look, raised=size)
            case "sub" | "dn":
                self._look = replace(self._look, raised=-size)
            case "nosupersub":
                self._look = replace(self._look, raised=0)

    def _filter_text(self, text: str) -> str:
        """Give words as they are, as nothing, or with their digits raised or lowered."""
        if self._look.is_font_table:
            return text
        if not self._is_seen:
            return ""
        if not self._look.raised:
            return text
        changed = raise_digits(text) if self._look.raised > 0 else lower_digits(text)
        return "".join(each if each.isascii() else _escape(each) for each in changed)


def _escape(text: str) -> str:
    """Give characters as rich text writes those beyond ASCII."""
    return "".join(f"{{\\uc0\\u{ord(each)} }}" if each != " " else "{ }" for each in text)
