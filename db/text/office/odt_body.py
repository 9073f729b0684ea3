"""The elements of an OpenDocument text's body -> lines of text."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.text.flow import Flow, Place
from db.text.office.docx_fields import Fields
from db.text.office.odt_names import shorten_name, shorten_names
from db.text.office.odt_styles import Styles
from db.text.office.signs import UNKNOWN, is_font_of_signs, read_signs
from db.text.superscript import lower_digits, raise_digits

_PARAGRAPHS = frozenset({"text:p", "text:h"})
_SKIPPED = frozenset(
    {
        "text:tracked-changes",
        "text:note-citation",
        "text:ruby-text",
        "office:annotation",
        "office:forms",
        "svg:title",
        "svg:desc",
        "table:title",
        "table:desc",
    }
)
_HIDING_FIELDS = frozenset({"text:hidden-text", "text:hidden-paragraph"})

_FAMILIES = {"text:p": "paragraph", "text:h": "paragraph", "text:span": "text", "text:a": "text"}
"""The elements whose style may hide, strike out or raise their text, by the family of that style."""

_BOXES = frozenset(
    {"draw:text-box"}
    | {f"draw:{shape}" for shape in ("custom-shape", "rect", "line", "polyline", "polygon", "regular-polygon")}
    | {f"draw:{shape}" for shape in ("path", "circle", "ellipse", "connector", "caption", "measure")}
)
"""What has paragraphs of its own, wherever it is anchored."""

_FORM_FIELD = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0 "
"""LibreOffice's own namespace for the fields of Word's forms."""

_OWN_ELEMENT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0 "
"""LibreOffice's own namespace for what stands among words, such as what is chosen from a list."""

_FORM_SETTINGS = {"Dropdown_ListEntry": "listEntry", "Dropdown_Selected": "result", "Checkbox_Checked": "checked"}
"""Their settings, by what Word calls them."""

_OBJECTS = frozenset({"draw:object", "draw:object-ole"})
_ROWS_OUT_OF_SIGHT = frozenset({"collapse", "filter"})

_MOST_SPACES = 256
_MOST_CELLS = 256
_MOST_ROWS = 64


@dataclass(frozen=True, slots=True)
class _Look:
    """How text looks within an element: whether a paragraph's style takes it away, its height, font and colour."""

    is_struck: bool = False
    is_hidden: bool = False
    position: float = 0.0
    font: str | None = None
    colour: str | None = None

    @property
    def is_left_out(self) -> bool:
        """Whether it is hidden or struck out."""
        return self.is_struck or self.is_hidden


class Body:
    """Handles the elements with the styles of the document, and writes their text.

    `notes` are the kinds and lines of the notes, in the order in which they are referred to. Where all `is_on_white`,
    white words are not seen.
    """

    def __init__(self, *, is_on_white: bool = False) -> None:
        self._is_on_white = is_on_white
        self.flow = Flow()
        self.styles = Styles()
        self.notes: list[tuple[str, list[str]]] = []
        self._skipping = 0
        self._open: list[str] = []
        self._looks = [_Look()]
        self._paragraphs = 0
        self._times: list[int] = []
        self._classes: list[str] = []
        self._hidden_lines: list[bool] = []
        self._is_inline = False
        self._fields = Fields()
        self._begun: list[Place] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        local = shorten_name(name)
        own = shorten_names(attributes)
        if local.startswith("style:"):
            self.styles.take(local, own)
        if self._skipping or self._is_skipped(local, own):
            self._skipping += 1
            return
        self._open.append(local)
        self._looks.append(self._make_look(local, own))
        if local in _BOXES:
            self.flow.open_box()
        elif local in _PARAGRAPHS:
            self._paragraphs += 1
            self._hidden_lines.append(False)
        elif local.startswith("table:"):
            self._start_table(local, own)
        else:
            self._start_element(local, own)

    def end(self, name: str) -> None:
        """End an element."""
        if self._skipping:
            self._skipping -= 1
            return
        self.styles.close(shorten_name(name))
        local = self._open.pop()
        look = self._looks.pop()
        if local in _PARAGRAPHS:
            self._paragraphs -= 1
            self._end_paragraph(look)
        elif local in _BOXES:
            self.flow.close_box(is_in_line=self._paragraphs > 0)
        elif local == "table:table-row":
            self.flow.close_row(self._times.pop())
        elif local == "table:table-cell":
            self.flow.close_cell(self._times.pop())
        elif local == f"{_FORM_FIELD}fieldmark":
            self._write(self._fields.end())
        elif local == "text:note":
            self.notes.append((self._classes.pop(), self.flow.close_note()))

    def add_text(self, text: str) -> None:
        """Take the characters between two tags."""
        if not self._skipping and self._open and self._open[-1].startswith(("text:", _OWN_ELEMENT)):
            self._write(text)

    def _write(self, text: str) -> None:
        """Write characters, if they are of a paragraph and seen, and no space around elements."""
        look = self._looks[-1]
        if not self._paragraphs or look.is_left_out or (self._is_on_white and look.colour == "#ffffff"):
            return
        if is_font_of_signs(look.font):
            text = read_signs(look.font, text)
        if look.position:
            text = raise_digits(text) if look.position > 0 else lower_digits(text)
        self.flow.write_folded(text)

    def _is_skipped(self, local: str, own: Mapping[str, str]) -> bool:
        """Whether an element is left out with all that is in it."""
        if local in _SKIPPED or "none" in (own.get("text:display"), own.get("draw:display")):
            return True
        if local in _HIDING_FIELDS and own.get("text:is-hidden") != "false":
            if local == "text:hidden-paragraph" and own.get("text:is-hidden") == "true" and self._hidden_lines:
                self._hidden_lines[-1] = True
            return True
        if local == "table:covered-table-cell":
            # Another cell lies over it; what is in it is not seen.
            self.flow.add_empty_cells(_parse_count(own.get("table:number-columns-repeated"), _MOST_CELLS))
            return True
        style = own.get("text:style-name", "")
        if _FAMILIES.get(local) == "text" and (
            self.styles.is_struck("text", style) or self.styles.is_hidden("text", style)
        ):
            return True
        return own.get("text:is-hidden") == "true"

    def _make_look(self, local: str, own: Mapping[str, str]) -> _Look:
        """Give how text looks within an element that begins."""
        look = _Look() if local in _BOXES or local == "text:note" else self._looks[-1]
        if not (family := _FAMILIES.get(local)):
            return look
        style = own.get("text:style-name", "")
        struck, hidden = self.styles.is_struck(family, style), self.styles.is_hidden(family, style)
        position = self.styles.find_position(family, style)
        return _Look(
            look.is_struck if struck is None else struck,
            look.is_hidden if hidden is None else hidden,
            look.position if position is None else position,
            self.styles.find_font(family, style) or look.font,
            self.styles.find_colour(family, style) or look.colour,
        )

    def _start_table(self, local: str, own: Mapping[str, str]) -> None:
        """Begin a part of a table."""
        if local == "table:table-row":
            is_seen = own.get("table:visibility") not in _ROWS_OUT_OF_SIGHT
            times = _parse_count(own.get("table:number-rows-repeated"), _MOST_ROWS)
            self._times.append(times if is_seen else 0)
            self.flow.open_row()
        elif local == "table:table-cell":
            self._times.append(_parse_count(own.get("table:number-columns-repeated"), _MOST_CELLS))
            self.flow.open_cell()

    def _start_element(self, local: str, own: Mapping[str, str]) -> None:
        """Begin an element that stands for characters, for a note or for a frame."""
        is_shown = not self._looks[-1].is_left_out
        match local:
            case "text:s" if is_shown:
                self.flow.write(" " * _parse_count(own.get("text:c"), _MOST_SPACES))
            case "text:tab" if is_shown:
                self.flow.write("\t")
            case "text:line-break" if is_shown:
                self.flow.end_line()
            case "text:note":
                self._classes.append(own.get("text:note-class", "footnote"))
                self.flow.open_note()
            case _ if local.startswith(_FORM_FIELD):
                self._start_form_field(local.removeprefix(_FORM_FIELD), own)
            case "draw:frame":
                self._is_inline = own.get("text:anchor-type") == "as-char"
            case _ if local in _OBJECTS and self._is_inline and is_shown:
                # An equation, which is in a part of its own.
                self.flow.write(UNKNOWN)

    def _start_form_field(self, local: str, own: Mapping[str, str]) -> None:
        """Begin a field of a form, or one of its settings."""
        name, value = own.get(f"{_FORM_FIELD}name", ""), own.get(f"{_FORM_FIELD}value", "")
        if local == "fieldmark":
            self._fields.begin()
            self._fields.add_code(own.get(f"{_FORM_FIELD}type", "").rpartition(".")[2])
        elif local == "fieldmark-start":
            self._begun.append(self.flow.get_place())
        elif local == "fieldmark-separator" and self._begun:
            # What stood before it is the field's code.
            self.flow.cut_line(self._begun[-1])
        elif local == "fieldmark-end" and self._begun:
            self._begun.pop()
        elif local == "param" and name in _FORM_SETTINGS:
            self._fields.take_setting(_FORM_SETTINGS[name], value, value == "true")

    def _end_paragraph(self, look: _Look) -> None:
        """End a paragraph; one that is hidden leaves no line."""
        if self._hidden_lines.pop():
            self.flow.drop_line()
            self.flow.end_started_line()
        elif look.is_left_out:
            self.flow.end_started_line()
        else:
            self.flow.end_line()


def _parse_count(written: str | None, most: int) -> int:
    """Give the number, from 1 to `most`; 1 where there is none."""
    if written is None or not written.isdecimal():
        return 1
    return max(1, min(int(written), most)) if len(written) < 8 else most
