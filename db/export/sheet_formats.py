"""Rows as CSV, JSON or Markdown, in pieces, so that the longest table never stands in memory whole."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.export.markdown import escape_markdown
from db.export.sheet import Line, Value
from db.text.harmless import escape_json

BYTE_ORDER_MARK = "\ufeff"
"""Begins a CSV file, as Excel takes one without it for the old characters of its own country."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for the beginning of a formula; the last four are the wide forms, which some take too."""

_SHIELD = "'"


class SheetFormat(StrEnum):
    """What a table can be written as; the value is the ending of its file, too."""

    CSV = "csv"
    JSON = "json"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class SheetWriter:
    """Makes the text of a table: `begin` it, add rows as often as there are some, `end` it."""

    begin: Callable[[Sequence[str]], str]
    add: Callable[[Sequence[str], Iterable[Line], bool], str]
    end: str


def make_writer(kind: SheetFormat) -> SheetWriter:
    """What writes tables of that kind. `add` takes the names of the columns, rows, and whether they are the first."""
    return _WRITERS[kind]


def write_lines(kind: SheetFormat, heads: Sequence[str], lines: Iterable[Line]) -> str:
    """A whole table."""
    writer = make_writer(kind)
    return writer.begin(heads) + writer.add(heads, lines, True) + writer.end


def shield_text(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before a sign that begins one.

    It can be taken back (`unshield_text`): apostrophes before such a sign get one more.
    """
    return f"{_SHIELD}{text}" if text.lstrip(_SHIELD).startswith(_FORMULA_SIGNS) else text


def unshield_text(text: str) -> str:
    """The text as it was before `shield_text`."""
    return text[1:] if text.startswith(_SHIELD) and text.lstrip(_SHIELD).startswith(_FORMULA_SIGNS) else text


def _write_csv(lines: Iterable[Sequence[Value]]) -> str:
    """Rows as CSV. A number stays one, a negative one too: only text is shielded."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for line in lines:
        writer.writerow(["" if each is None else shield_text(each) if isinstance(each, str) else each for each in line])
    return stream.getvalue()


def _write_json(heads: Sequence[str], lines: Iterable[Line], is_first: bool) -> str:
    """Rows as objects, one a line, with a comma before each but the first."""
    pieces = []
    for line in lines:
        pieces.append("\n" if is_first else ",\n")
        pieces.append(escape_json(json.dumps(dict(zip(heads, line, strict=True)), ensure_ascii=False)))
        is_first = False
    return "".join(pieces)


def _write_markdown(line: Sequence[Value]) -> str:
    """A row of a Markdown table."""
    cells = ("" if each is None else escape_markdown(each) if isinstance(each, str) else str(each) for each in line)
    return f"| {' | '.join(cells)} |\n"


_WRITERS = {
    SheetFormat.CSV: SheetWriter(
        begin=lambda heads: BYTE_ORDER_MARK + _write_csv([heads]),
        add=lambda _heads, lines, _is_first: _write_csv(lines),
        end="",
    ),
    SheetFormat.JSON: SheetWriter(begin=lambda _heads: "[", add=_write_json, end="\n]\n"),
    SheetFormat.MARKDOWN: SheetWriter(
        begin=lambda heads: _write_markdown(heads) + f"|{'---|' * len(heads)}\n",
        add=lambda _heads, lines, _is_first: "".join(map(_write_markdown, lines)),
        end="",
    ),
}
