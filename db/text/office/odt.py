"""The text of an OpenDocument text (ODT): its body, without headers, footers and notes, as it would print."""

from functools import lru_cache

from db.errors import Refused
from db.text.bounded_zip import BoundedZip
from db.text.flow import Flow
from db.text.limits import MAX_XML
from db.text.office import xml_events
from db.text.office.odt_styles import Styles
from db.text.superscript import lower_digits, raise_digits

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_MANIFEST = "META-INF/manifest.xml"
_STYLES = "styles.xml"
_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_SKIPPED = frozenset(
    {
        "text:tracked-changes",
        "text:note",
        "text:hidden-text",
        "text:hidden-paragraph",
        "text:ruby-text",
        "office:annotation",
        "office:forms",
    }
)

_FAMILIES = {"text:p": "paragraph", "text:h": "paragraph", "text:span": "text", "text:a": "text"}
"""The elements whose style may hide, strike out or raise their text, by the family of that style."""

_WITH_ATTRIBUTES = frozenset({"text:s", "text:section", "table:table-row", *_CELLS, *_FAMILIES})
"""The elements whose attributes matter."""

_MOST_SPACES = 256
_MOST_CELLS = 256
_MOST_ROWS = 64


def read_text(archive: BoundedZip) -> str:
    """Give the text: a line to a paragraph and to a table's row, without what is hidden or struck out.

    Raises:
        Refused: If it is damaged or has a password.
    """
    if archive.has_member(_MANIFEST) and b"encryption-data" in archive.read(_MANIFEST, limit=MAX_XML):
        raise Refused("This document has a password; open it and save it without one, or as PDF.")
    body = _Body()
    if archive.has_member(_STYLES):
        xml_events.parse(archive.read(_STYLES, limit=MAX_XML), _CommonStyles(body.styles))
    xml_events.parse(archive.read("content.xml", limit=MAX_XML), body)
    return body.flow.join_lines()


class _CommonStyles:
    """Takes the styles that all of a document may use; its headers and footers are not read."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        local = _shorten_name(name)
        if local.startswith("style:"):
            self._styles.take(local, _shorten_names(attributes))

    def end(self, name: str) -> None:
        """End an element."""

    def add_text(self, text: str) -> None:
        """Take the characters between two tags."""


class _Body:
    """Handles the elements of the body with the styles of its own, and writes their text."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.styles = Styles()
        self._skipping = 0
        self._open: list[str] = []
        self._positions = [0.0]
        self._paragraphs = 0
        self._times: list[int] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        local = _shorten_name(name)
        if local.startswith("style:"):
            self.styles.take(local, _shorten_names(attributes))
        shortened = _shorten_names(attributes) if local in _WITH_ATTRIBUTES else {}
        family, style = _FAMILIES.get(local, ""), shortened.get("text:style-name", "")
        if self._skipping or local in _SKIPPED or _is_hidden(shortened) or self.styles.is_left_out(family, style):
            self._skipping += 1
            return
        self._open.append(local)
        self._positions.append(self.styles.find_position(family, style) or self._positions[-1])
        self._paragraphs += local in _PARAGRAPHS
        match local:
            case "text:s":
                self.flow.write(" " * _parse_count(shortened.get("text:c"), _MOST_SPACES))
            case "text:tab":
                self.flow.write("\t")
            case "text:line-break":
                self.flow.end_line()
            case "draw:text-box":
                self.flow.open_box()
            case "table:table-row":
                self._times.append(_parse_count(shortened.get("table:number-rows-repeated"), _MOST_ROWS))
                self.flow.open_row()
            case "table:table-cell" | "table:covered-table-cell":
                self._times.append(_parse_count(shortened.get("table:number-columns-repeated"), _MOST_CELLS))
                self.flow.open_cell()

    def end(self, _: str) -> None:
        """End an element."""
        if self._skipping:
            self._skipping -= 1
            return
        local = self._open.pop()
        self._positions.pop()
        if local in _PARAGRAPHS:
            self._paragraphs -= 1
            self.flow.end_line()
        elif local == "draw:text-box":
            self.flow.close_box()
        elif local == "table:table-row":
            self.flow.close_row(self._times.pop())
        elif local in _CELLS:
            self.flow.close_cell(self._times.pop())

    def add_text(self, text: str) -> None:
        """Take the characters between two tags."""
        if not self._skipping and self._is_printed():
            position = self._positions[-1]
            self.flow.write_folded(raise_digits(text) if position > 0 else lower_digits(text) if position < 0 else text)

    def _is_printed(self) -> bool:
        """Whether text here is of a paragraph, not a picture's description or space around elements."""
        return self._paragraphs > 0 and self._open[-1].startswith("text:")


@lru_cache(maxsize=256)
def _shorten_name(name: str) -> str:
    """Give `text:p` for `urn:...:xmlns:text:1.0 p`; names of other namespaces stay as they are."""
    namespace, _, local = name.removeprefix(_OPEN_DOCUMENT).partition(" ")
    return f"{namespace.removesuffix(':1.0')}:{local}" if name.startswith(_OPEN_DOCUMENT) else name


def _shorten_names(attributes: dict[str, str]) -> dict[str, str]:
    """Give the attributes by their short names."""
    return {_shorten_name(key): value for key, value in attributes.items()}


def _is_hidden(shortened: dict[str, str]) -> bool:
    """Whether it is a section that is never shown, or was not under its condition when the document was saved."""
    return shortened.get("text:display") == "none" or shortened.get("text:is-hidden") == "true"


def _parse_count(written: str | None, most: int) -> int:
    """Give the number, from 1 to `most`; 1 where there is none."""
    if written is None or not written.isdecimal():
        return 1
    return max(1, min(int(written), most)) if len(written) < 8 else most
