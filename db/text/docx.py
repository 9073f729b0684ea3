"""The text of a Word document (DOCX): its body, without headers and footers, as it would print."""

from db.text import xml_events
from db.text.bounded_zip import BoundedZip
from db.text.flow import Flow
from db.text.limits import MAX_XML
from db.text.superscript import lower_digits, raise_digits

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"

# Deleted and moved-away text; settings of paragraphs, tables and sections, whose `tab` and `vanish` are not of
# the text; what settings were before a change.
_SKIPPED = frozenset({"del", "moveFrom", "pPr", "tblPr", "tblGrid", "sectPr", "rPrChange", "tcPrChange", "trPrChange"})
_NO = frozenset({"0", "false", "off"})
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_RAISED = {"superscript": raise_digits, "subscript": lower_digits}
_WIDEST_SPAN = 64


def read_text(archive: BoundedZip) -> str:
    """Give the text: a line to a paragraph and to a table's row, without what is hidden or struck out.

    Raises:
        Refused: If it is damaged.
    """
    body = _Body()
    xml_events.parse(archive.read(_find_main_part(archive), limit=MAX_XML), body)
    return body.flow.join_lines()


def _find_main_part(archive: BoundedZip) -> str:
    """Give the name of the member that holds the document's body."""
    # Some versions of Word number it; the list of relations names it, but its place has only these two forms.
    return "word/document.xml" if archive.has_member("word/document.xml") else "word/document2.xml"


class _Body:
    """Handles the elements of the body, and writes their text."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._skipping = 0
        self._in_text = False
        self._left_out: set[str] = set()
        self._position = ""
        self._spans: list[int] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element, unless it is left out with all that is in it."""
        namespace, _, local = name.rpartition(" ")
        if self._skipping or name == _FALLBACK or (namespace in _WORD and local in _SKIPPED):
            self._skipping += 1
        elif namespace in _WORD:
            self._start_element(local, attributes.get(f"{namespace} val", ""))

    def end(self, name: str) -> None:
        """End an element."""
        namespace, _, local = name.rpartition(" ")
        if self._skipping:
            self._skipping -= 1
        elif namespace in _WORD:
            self._end_element(local)

    def add_text(self, text: str) -> None:
        """Write characters, if they are of a run's text and printed."""
        if self._in_text and not self._left_out and not self._skipping:
            text = text.replace("\n", " ")
            self.flow.write(_RAISED[self._position](text) if self._position in _RAISED else text)

    def _start_element(self, local: str, value: str) -> None:
        """Begin an element of Word's own; `value` is that of its attribute `val`."""
        match local:
            case "t":
                self._in_text = True
            case "r":
                self._left_out.clear()
                self._position = ""
            case "vanish" | "strike" | "dstrike" if value not in _NO:
                self._left_out.add(local)
            case "vertAlign":
                self._position = value
            case "tab" | "ptab" | "noBreakHyphen" | "softHyphen":
                self.flow.write(_SIGNS[local])
            case "br" | "cr":
                self.flow.end_line()
            case "txbxContent":
                self.flow.open_box()
            case "tr":
                self.flow.open_row()
            case "gridBefore":
                self.flow.add_empty_cells(_parse_span(value) or 0)
            case "tc":
                self.flow.open_cell()
                self._spans.append(1)
            case "gridSpan" if self._spans:
                self._spans[-1] = max(1, _parse_span(value))

    def _end_element(self, local: str) -> None:
        """End an element of Word's own."""
        match local:
            case "t":
                self._in_text = False
            case "p":
                self.flow.end_line()
            case "txbxContent":
                self.flow.close_box()
            case "tr":
                self.flow.close_row()
            case "tc":
                self.flow.close_cell()
                self.flow.add_empty_cells(self._spans.pop() - 1)


def _parse_span(value: str) -> int:
    """Give how many columns a cell spans, within reason; 0 for what is no number."""
    return min(int(value), _WIDEST_SPAN) if value.isdecimal() and len(value) < 5 else 0
