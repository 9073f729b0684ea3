"""The source of a rich text (RTF) file -> the same without what is not seen on the page, its raised digits apart.

In rich text each stretch of words carries its whole look, that of its style too, so no style need be followed. Notes
stand amid the text, where they are referred to, and come after it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from db.text.rtf_fonts import Fonts
from db.text.superscript import lower_digits, raise_digits

CELL, ROW_START, ROW_END, LINE = "\ue000", "\ue001", "\ue002", "\ue003"
"""What is put at the end of a table's cell, at both ends of its row, and at the end of a line within it."""

_WHITE = re.compile(r"\\red255\s*\\green255\s*\\blue255")
_COLOURS = re.compile(r"\\colortbl\b([^{}]*)")
_COLOURED = re.compile(
    r"\\(?:(?:cb|chcbpat|cbpat|clcbpat|highlight|chshdng|shading|clshdng)0*[1-9]|(?:shp|pict|do|object|background)\b)"
)
"""What may be under words and have a colour."""

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})"
    r"|\\([^a-zA-Z])|([{}])|[\r\n\x00]+|([^\\{}\r\n\x00]+)"
)
_UNSEEN = frozenset(
    [
        *("annotation", "colortbl", "fldinst", "footer", "footerf", "footerl", "footerr", "header"),
        *("headerf", "headerl", "headerr", "info", "listtable", "nonesttables", "object", "pict", "shprslt", "sp"),
        "stylesheet",
    ]
)
"""The groups that hold no words of the page's body."""
_MAX_DEPTH = 500
"""How deep groups may stand in one another."""

_BOXES = frozenset(["shptxt", "dptxbxtext"])
"""The words of a text box, within what describes its shape."""

_MARKS = {"cell": CELL, "row": ROW_END, "nestcell": " ", "nestrow": LINE}
_LINE_ENDS = frozenset(["par", "line", "sect", "page"])


@dataclass(frozen=True, slots=True)
class _Look:
    """How the words of a group look; `is_font_table` is one to be kept as it is, `is_copy` for programs of old."""

    is_hidden: bool = False
    is_struck: bool = False
    raised: int = 0
    is_skipped: bool = False
    is_font_table: bool = False
    is_box: bool = False
    is_copy: bool = False
    font: int = 0
    colour: int = 0


@dataclass(slots=True)
class _Note:
    """A footnote or endnote: how deep it stands in groups, whether in a table's row, and its part of the source."""

    depth: int
    is_in_row: bool
    is_at_end: bool = False
    parts: list[str] = field(default_factory=list)


class LookFilter:
    """Goes through the source of one file; `is_whole` tells in the end whether every group was closed."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._unseen_colours = _find_unseen_colours(source)
        self._groups: list[_Look] = []
        self._look = _Look()
        self._is_in_row = False
        self._fonts = Fonts()
        self._notes: list[_Note] = []
        self._open_notes: list[_Note] = []
        self._replaced = 1
        self._to_replace = 0
        self.is_whole = False

    def list_parts(self) -> Iterator[str]:
        """The parts of the source that are seen, to be put together, the notes behind all else."""
        for part in self._list_in_order():
            if self._open_notes:
                self._open_notes[-1].parts.append(part)
            elif self._groups:
                yield part
        notes = sorted(self._notes, key=lambda note: note.is_at_end)
        for number, note in enumerate(notes, 1):
            apart = "\\par" if number == 1 else "\\par\\par"
            yield f"{{{apart} Note {number}: {''.join(note.parts).lstrip()}}}"
        yield "}"

    def _list_in_order(self) -> Iterator[str]:
        """The parts of the source that are seen, where they stand."""
        position = 0
        while match := _TOKEN.match(self._source, position):
            position = match.end()
            word, number, code, sign, brace, text = match.groups()
            if brace or word:
                self._to_replace = 0
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
            elif code:
                yield self._filter_byte(int(code, 16), match[0])
            elif sign:
                yield match[0] if self._is_seen else ""
            else:
                # A line's end is no word, but ends the control word before it.
                yield self._filter_text(text) if text else "\n"

    @property
    def _is_seen(self) -> bool:
        """Whether words in this place are seen on the page."""
        look = self._look
        return not (look.is_skipped or look.is_hidden or look.is_struck or look.colour in self._unseen_colours)

    def _open_or_close(self, brace: str) -> str:
        """Begin or end a group, and give what there is to be put in its place."""
        if brace == "{":
            self._groups.append(self._look)
            self._look = replace(self._look, is_box=False)
            return "{"
        ends_box = self._look.is_box
        self._look = self._groups.pop() if self._groups else _Look()
        if self._open_notes and len(self._groups) < self._open_notes[-1].depth:
            self._is_in_row = self._open_notes.pop().is_in_row
        return "\\par }" if ends_box else "}"

    def _filter_word(self, word: str, number: str | None, written: str) -> str:
        """Give what is to be put in the place of a control word, having taken note of it."""
        if (beginning := self._begin_part(word)) is not None:
            return beginning
        if word in _UNSEEN:
            self._look = replace(self._look, is_skipped=True, is_copy=self._look.is_copy or word == "shprslt")
            return ""
        if word == "fonttbl":
            self._look = replace(self._look, is_font_table=True)
        self._fonts.take(word, int(number or 0), is_in_table=self._look.is_font_table)
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
        if word == "u" and number is not None:
            self._to_replace = self._replaced
        if word in _LINE_ENDS or self._is_seen:
            return "" if word in ("uc", "u") and number is None else written
        return ""

    def _begin_part(self, word: str) -> str | None:
        """Begin a text box or a note, and give what there is to be put in its place; None for any other word."""
        if word == "shp":
            return ""
        if word in _BOXES and not self._look.is_copy:
            self._look = _Look(is_box=True)
            return "\\par "
        if word == "footnote":
            return self._begin_note()
        if word == "ftnalt" and self._open_notes:
            self._open_notes[-1].is_at_end = True
        return None

    def _begin_note(self) -> str:
        """Begin a note, if what refers to it is seen."""
        around = self._groups[-1] if self._groups else _Look()
        if around.is_skipped or around.is_hidden or around.is_struck:
            self._look = replace(self._look, is_skipped=True)
        else:
            self._look = _Look()
            note = _Note(len(self._groups), self._is_in_row)
            self._notes.append(note)
            self._open_notes.append(note)
            self._is_in_row = False
        return ""

    def _note_look(self, word: str, number: str | None) -> None:
        """Take note of a word that changes how the words after it look."""
        is_on, size = number != "0", int(number or 6)
        match word:
            case "f" if not self._look.is_font_table:
                self._look = replace(self._look, font=int(number or 0))
            case "uc":
                self._replaced = int(number or 1)
            case "plain":
                self._look = replace(self._look, is_hidden=False, is_struck=False, raised=0, colour=0)
            case "cf":
                self._look = replace(self._look, colour=int(number or 0))
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

    def _filter_byte(self, byte: int, written: str) -> str:
        """Give a byte that is written in digits as the character it is, unless it only stands for one before it."""
        if self._to_replace:
            self._to_replace -= 1
            return written if self._is_seen else ""
        character = self._fonts.decode(self._look.font, byte)
        if character is None or byte < ord(" ") or self._look.is_font_table:
            return written if self._is_seen else ""
        return self._show(character) if self._is_seen else ""

    def _filter_text(self, text: str) -> str:
        """Give words as they are, as nothing, or as they look."""
        if self._look.is_font_table:
            self._fonts.take_name(text)
            return text
        if not self._is_seen:
            return ""
        replaced, self._to_replace = text[: self._to_replace], max(0, self._to_replace - len(text))
        text = text[len(replaced) :]
        if not text.isascii():
            text = "".join(map(self._decode_raw, text))
        return replaced + self._show(text)

    def _show(self, text: str) -> str:
        """Give words that are seen as signs, or with their digits raised or lowered."""
        changed = self._fonts.read_signs(self._look.font, text)
        if self._look.raised:
            changed = raise_digits(changed) if self._look.raised > 0 else lower_digits(changed)
        return "".join(each if each.isascii() else _escape(each) for each in changed)

    def _decode_raw(self, character: str) -> str:
        """Give the character of a byte beyond ASCII that stands in the source as it is; what is one already stays."""
        if not "\x80" <= character <= "\xff":
            return character
        return self._fonts.decode(self._look.font, ord(character)) or character


def _find_unseen_colours(source: str) -> frozenset[int]:
    """Give the numbers of the colours that are not seen, as nothing but white is under the words."""
    if not (table := _COLOURS.search(source)) or _COLOURED.search(source):
        return frozenset()
    return frozenset(number for number, colour in enumerate(table[1].split(";")) if _WHITE.fullmatch(colour.strip()))


def _escape(text: str) -> str:
    """Give characters as rich text writes those beyond ASCII."""
    return "".join(f"{{\\uc0\\u{ord(each)} }}" if each != " " else "{ }" for each in text)
