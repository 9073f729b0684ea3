"""The text of an OpenDocument text (ODT): its body, without headers, footers and notes, as it would print."""

from functools import lru_cache

from db.errors import Refused
from db.text import xml_events
from db.text.bounded_zip import BoundedZip
from db.text.flow import Flow
from db.text.limits import MAX_XML

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_MANIFEST = "META-INF/manifest.xml"
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

_REPEATS = frozenset({"text:s", "table:table-row", *_CELLS})
"""The elements of which one stands for several."""

_MOST_SPACES = 256
_MOST_CELLS = 256
_MOST_ROWS = 64


def text_of(archive: BoundedZip) -> str:
    """Give the text: a line to a paragraph and to a table's row. Raises `Refused` if it is damaged."""
    if archive.has(_MANIFEST) and b"encryption-data" in archive.read(_MANIFEST, limit=MAX_XML):
        raise Refused("This document has a password; open it and save it without one, or as PDF.")
    body = _Body()
    xml_events.tell(archive.read("content.xml", limit=MAX_XML), body)
    return body.flow.text()


class _Body:
    def __init__(self) -> None:
        self.flow = Flow()
        self._skipping = 0
        self._open: list[str] = []
        self._paragraphs = 0
        self._times: list[int] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _prefixed(name)
        if self._skipping or local in _SKIPPED:
            self._skipping += 1
            return
        self._open.append(local)
        self._paragraphs += local in _PARAGRAPHS
        repeated = {_prefixed(key): value for key, value in attributes.items()} if local in _REPEATS else {}
        match local:
            case "text:s":
                self.flow.write(" " * _number(repeated.get("text:c"), _MOST_SPACES))
            case "text:tab":
                self.flow.write("\t")
            case "text:line-break":
                self.flow.end_line()
            case "draw:text-box":
                self.flow.open_box()
            case "table:table-row":
                self._times.append(_number(repeated.get("table:number-rows-repeated"), _MOST_ROWS))
                self.flow.open_row()
            case "table:table-cell" | "table:covered-table-cell":
                self._times.append(_number(repeated.get("table:number-columns-repeated"), _MOST_CELLS))
                self.flow.open_cell()

    def end(self, _: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        local = self._open.pop()
        if local in _PARAGRAPHS:
            self._paragraphs -= 1
            self.flow.end_line()
        elif local == "draw:text-box":
            self.flow.close_box()
        elif local == "table:table-row":
            self.flow.close_row(self._times.pop())
        elif local in _CELLS:
            self.flow.close_cell(self._times.pop())

    def text(self, text: str) -> None:
        if not self._skipping and self._is_printed():
            self.flow.write_folded(text)

    def _is_printed(self) -> bool:
        """Whether text here is of a paragraph, not a picture's description or space around elements."""
        return self._paragraphs > 0 and self._open[-1].startswith("text:")


@lru_cache(maxsize=256)
def _prefixed(name: str) -> str:
    """`urn:...:xmlns:text:1.0 p` -> `text:p`; names of other namespaces stay as they are."""
    namespace, _, local = name.removeprefix(_OPEN_DOCUMENT).partition(" ")
    return f"{namespace.removesuffix(':1.0')}:{local}" if name.startswith(_OPEN_DOCUMENT) else name


def _number(written: str | None, most: int) -> int:
    """Give the number, from 1 to `most`; 1 where there is none."""
    if written is None or not written.isdecimal():
        return 1
    return max(1, min(int(written), most)) if len(written) < 8 else most
