"""The elements of a Word document's body, or of its notes -> lines of text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from db.errors import Refused
from db.text.flow import Flow
from db.text.office.docx_fields import Fields
from db.text.office.docx_looks import Look
from db.text.office.docx_names import MATH, RELATION_IDS, WORD, get_word_attributes, is_on
from db.text.office.docx_styles import Styles
from db.text.office.signs import UNKNOWN, is_font_of_signs, read_sign, read_signs
from db.text.superscript import lower_digits, raise_digits

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
_ALTERNATIVES = (f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback")
_VML = "urn:schemas-microsoft-com:vml "

# Settings of paragraphs, tables, sections and controls that are not of the text; what settings were before a change;
# how a word is pronounced.
_SKIPPED = frozenset(
    {"tabs", "tblGrid", "sectPr", "sdtPr", "sdtEndPr", "rt"}
    | {f"{of}PrChange" for of in ("r", "p", "tbl", "tr", "tc", "sect", "tblEx", "tblGrid")}
)
_SETTINGS = frozenset({"rPr", "trPr", "tcPr"})
_TAKEN_AWAY = frozenset({"del", "moveFrom"})
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_WORKED_OUT = frozenset(
    {"object", "pgNum"} | {f"{of}{how}" for of in ("day", "month", "year") for how in ("Short", "Long")}
)
"""What shows something that is not in the file, or not as text."""

_STRUCTURES = frozenset(
    {"f", "sSup", "sSub", "sSubSup", "sPre", "rad", "nary", "d", "m", "eqArr", "acc", "bar", "box", "borderBox"}
    | {"groupChr", "limLow", "limUpp", "phant", "func"}
)
"""The parts of an equation that stand over, under or around one another."""

_WIDEST_SPAN = 64


@dataclass(slots=True)
class _Run:
    """A run: its own settings, and how it looks once that is known."""

    direct: Look = field(default_factory=Look)
    style: str = ""
    is_mark: bool = False
    look: Look | None = None


@dataclass(slots=True)
class _Paragraph:
    """A paragraph: its style, and whether the next one runs on from it as its end is deleted or hidden."""

    style: str = ""
    runs_on: bool = False


@dataclass(slots=True)
class _Cell:
    """A cell of a table: how many columns it takes, whether it was deleted or another cell covers it."""

    span: int = 1
    is_gone: bool = False
    is_covered: bool = False


class Body:
    """Handles the elements, and writes their text.

    `references` are the notes that the text refers to, by kind and number; `notes` the lines of those it holds. Where
    `is_on_white` nothing but a table may have a colour, so that white words elsewhere are not seen.
    """

    def __init__(self, styles: Styles, read_chunk: Callable[[str], str], *, is_on_white: bool = False) -> None:
        self._is_on_white = is_on_white
        self.flow = Flow()
        self.references: list[tuple[str, str]] = []
        self.notes: dict[tuple[str, str], list[str]] = {}
        self._styles = styles
        self._read_chunk = read_chunk
        self._skipping = 0
        self._path: list[str] = []
        self._taken: list[bool] = []
        self._runs: list[_Run] = []
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[str] = []
        self._rows: list[bool] = []
        self._cells: list[_Cell] = []
        self._fields = Fields()
        self._depths: list[int] = []
        self._is_drawing_hidden = False
        self._note = ""

    def finish(self) -> None:
        """Take the end.

        Raises:
            Refused: If a field has begun and not ended: what follows it would be missing.
        """
        if not self._fields.is_printed:
            raise Refused("This Word document is damaged (a field has no end); open it in Word and save it anew.")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element, unless it is left out with all that is in it."""
        namespace, _, local = name.rpartition(" ")
        if self._skipping or self._is_skipped(name, namespace, local, attributes):
            self._skipping += 1
            return
        parent = self._path[-1] if self._path else ""
        self._path.append(local if namespace in WORD else f"m:{local}" if namespace in MATH else "")
        if namespace in WORD:
            own = get_word_attributes(namespace, attributes)
            if parent in _SETTINGS:
                self._take_setting(parent, local, own)
            elif local == "altChunk":
                self._add_chunk(attributes)
            else:
                self._start_element(local, own, own.get("val", ""))
        elif namespace in MATH:
            if local == "r":
                self._runs.append(_Run())
        elif name == f"{_COMPATIBILITY}AlternateContent":
            self._taken.append(False)
        elif local == "docPr":
            self._is_drawing_hidden = is_on(attributes.get("hidden", "0"))
        elif local == "symEx":
            self._write(UNKNOWN)

    def end(self, name: str) -> None:
        """End an element."""
        if self._skipping:
            self._skipping -= 1
            return
        self._path.pop()
        namespace, _, local = name.rpartition(" ")
        if namespace in WORD:
            if not self._path or self._path[-1] not in _SETTINGS:
                self._end_element(local)
        elif namespace in MATH and local == "r":
            self._runs.pop()
        elif name == f"{_COMPATIBILITY}AlternateContent":
            self._taken.pop()

    def add_text(self, text: str) -> None:
        """Write characters, if they are of a run's text and printed."""
        if self._skipping or not self._path:
            return
        if self._path[-1] in ("t", "m:t"):
            self._write(text)
        elif self._path[-1] == "instrText":
            self._fields.add_code(text)

    def _is_skipped(self, name: str, namespace: str, local: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element is left out with all that is in it."""
        if namespace in WORD:
            if local in _TAKEN_AWAY:
                # Among settings they are a mark on a row or on a paragraph's end.
                return not self._path or self._path[-1] not in ("rPr", "trPr")
            return local in _SKIPPED or (local == "txbxContent" and self._is_box_hidden())
        if namespace in MATH and local in _STRUCTURES:
            self._write(UNKNOWN)
            return True
        if name in _ALTERNATIVES and self._taken:
            is_taken, self._taken[-1] = self._taken[-1], True
            return is_taken
        return name.startswith(_VML) and "visibility:hidden" in attributes.get("style", "").replace(" ", "").lower()

    def _is_box_hidden(self) -> bool:
        """Whether a text box that begins here is not shown."""
        return self._is_drawing_hidden or not self._fields.is_printed or self._get_look().is_hidden

    def _take_setting(self, of: str, local: str, own: Mapping[str, str]) -> None:
        """Take a setting of a run, a paragraph's end, a row or a cell."""
        value = own.get("val", "")
        owner = self._path[-3] if len(self._path) > 2 else ""
        if of == "rPr" and owner in ("r", "m:r") and self._runs:
            if local == "rStyle":
                self._runs[-1].style = value
            else:
                self._runs[-1].direct.take(local, own)
        elif of == "rPr" and owner == "pPr" and self._paragraphs:
            hides = local == "vanish" and is_on(value)
            self._paragraphs[-1].runs_on = self._paragraphs[-1].runs_on or local in _TAKEN_AWAY or hides
        elif of == "trPr" and self._rows:
            if local == "del" or (local == "hidden" and is_on(value)):
                self._rows[-1] = True
            elif local == "gridBefore":
                self.flow.add_empty_cells(_parse_span(value))
        elif of == "tcPr" and self._cells:
            cell = self._cells[-1]
            if local == "gridSpan":
                cell.span = max(1, _parse_span(value))
            elif local in ("vMerge", "hMerge"):
                cell.is_covered = cell.is_covered or value != "restart"
            elif local == "cellDel":
                cell.is_gone = True

    def _start_element(self, local: str, own: Mapping[str, str], value: str) -> None:
        """Begin an element of Word's own; `value` is that of its attribute `val`."""
        match local:
            case "r":
                self._runs.append(_Run())
            case "p":
                self._paragraphs.append(_Paragraph())
            case "pStyle" if self._paragraphs:
                self._paragraphs[-1].style = value
            case "tbl":
                self._tables.append("")
            case "tblStyle" if self._tables:
                self._tables[-1] = value
            case "tr":
                self._rows.append(not self._fields.is_printed)
                self.flow.open_row()
            case "tc":
                self._cells.append(_Cell())
                self.flow.open_cell()
            case "drawing":
                self._is_drawing_hidden = False
            case "txbxContent":
                self._open_box()
            case "footnote" | "endnote":
                self._note = own.get("id", "")
                self.flow.open_note()
            case _:
                self._start_sign(local, own, value)

    def _start_sign(self, local: str, own: Mapping[str, str], value: str) -> None:
        """Begin an element that stands for a character, for a note, or for a part of a field."""
        match local:
            case "tab" | "ptab" | "noBreakHyphen" | "softHyphen":
                self._write(_SIGNS[local])
            case "br" | "cr" if self._fields.is_printed and not self._get_look().is_hidden:
                self.flow.end_line()
            case "sym":
                self._write(read_sign(own.get("font"), _parse_code(own.get("char", ""))), is_sign=True)
            case "fldChar":
                self._take_field(own.get("fldCharType", ""))
            case "result" | "default" | "listEntry" | "checked":
                self._fields.take_setting(local, value, is_on(value))
            case "footnoteReference" | "endnoteReference":
                self._refer(local.removesuffix("Reference"), own)
            case _ if local in _WORKED_OUT:
                self._write(UNKNOWN)

    def _end_element(self, local: str) -> None:
        """End an element of Word's own."""
        match local:
            case "r":
                self._runs.pop()
            case "p":
                if not self._paragraphs.pop().runs_on and self._fields.is_printed:
                    self.flow.end_line()
            case "tbl":
                self._tables.pop()
            case "txbxContent":
                self._close_box()
            case "tr":
                self.flow.close_row(0 if self._rows.pop() else 1)
            case "tc":
                self._close_cell(self._cells.pop())
            case "footnote" | "endnote":
                self.notes[local, self._note] = self.flow.close_note()

    def _write(self, text: str, is_sign: bool = False) -> None:
        """Write characters, if they are printed; those of a font of signs as what they show."""
        if not text or not self._fields.is_printed:
            return
        look = self._get_look()
        if look.is_left_out or (look.is_white and self._is_on_white and not self._tables):
            return
        text = text.replace("\n", " ")
        if is_font_of_signs(look.font) and not is_sign:
            text = read_signs(look.font, text)
        if look.height > 0 or (self._runs and self._runs[-1].is_mark):
            text = raise_digits(text)
        elif look.height < 0:
            text = lower_digits(text)
        self.flow.write(text)

    def _get_look(self) -> Look:
        """Give how the innermost run looks."""
        run = self._runs[-1] if self._runs else _Run()
        if run.look is None:
            paragraph = self._paragraphs[-1].style if self._paragraphs else ""
            table = self._tables[-1] if self._tables else ""
            run.look = self._styles.resolve(run.direct, run.style, paragraph, table)
        return run.look

    def _take_field(self, kind: str) -> None:
        """Take a mark of a field."""
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.begin_result()
        elif kind == "end":
            self._write(self._fields.end())

    def _refer(self, kind: str, own: Mapping[str, str]) -> None:
        """Take a reference to a note, if it is printed; the run's other words are its mark if it says so."""
        if self._runs and is_on(own.get("customMarkFollows", "0")):
            self._runs[-1].is_mark = True
        if self._fields.is_printed and not self._get_look().is_left_out:
            self.references.append((kind, own.get("id", "")))

    def _add_chunk(self, attributes: Mapping[str, str]) -> None:
        """Add the lines of a piece of another kind."""
        relation = next((attributes[key] for key in RELATION_IDS if key in attributes), "")
        if self._fields.is_printed:
            self.flow.add_lines(self._read_chunk(relation))

    def _open_box(self) -> None:
        """Begin a text box; neither the fields nor the table around it count within."""
        self._depths.append(len(self._fields))
        self._tables.append("")
        self.flow.open_box()

    def _close_box(self) -> None:
        """End a text box."""
        self._fields.cut(self._depths.pop())
        self._tables.pop()
        self.flow.close_box()

    def _close_cell(self, cell: _Cell) -> None:
        """End a cell."""
        if cell.is_gone:
            self.flow.close_cell(times=0)
        elif cell.is_covered:
            self.flow.cover_cell()
        else:
            self.flow.close_cell()
        if not cell.is_gone:
            self.flow.add_empty_cells(cell.span - 1)


def _parse_span(value: str) -> int:
    """Give how many columns a cell spans, within reason; 0 for what is no number."""
    return min(int(value), _WIDEST_SPAN) if value.isdecimal() and len(value) < 5 else 0


def _parse_code(value: str) -> int:
    """Give the code of a character, written in hexadecimal digits; 0 for what is none."""
    try:
        return int(value, 16) if len(value) <= 8 else 0
    except ValueError:
        return 0
