"""What of a new picture differs from the one that the terminal shows: only that is written to it.

Textual writes every widget anew that has changed in any way, a list of thirty rows for the one highlighted. Over a slow
line that is felt, so this remembers each character cell of the terminal, and lets through what is another than before.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import ne
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.console import COLOR_SYSTEMS, Console, ConsoleOptions, RenderResult
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import SGR_STYLES, Strip

from db.text.harmless import drop_acting

_WORTH_A_MOVE = 6
"""Columns that are the same as before, from which on it is shorter to go past them than to write them again."""

_SAME = bytes(_WORTH_A_MOVE)
"""So many columns, none of which is other."""

_NOWHERE = -1
"""A column at which nothing begins."""

_UNKNOWN = "\0"
"""What stands in a cell that has not been written to: no cell is ever written so."""


class _Cells(NamedTuple):
    """Columns side by side: what stands in each, and how it looks.

    The right half of a wide character is empty.
    """

    texts: list[str]
    styles: list[Style | None]

    def put(self, x: int, other: "_Cells") -> list[tuple[int, int]]:
        """Have others stand here from column `x` on; the stretches of them that are other than what stood there.

        With the few columns between them that are not worth leaving out.
        """
        missing = x + len(other.texts) - len(self.texts)
        self.texts.extend([_UNKNOWN] * missing)
        self.styles.extend([None] * missing)
        here = slice(x, x + len(other.texts))
        texts, styles = self.texts[here], self.styles[here]
        if texts == other.texts and styles == other.styles:
            return []
        self.texts[here], self.styles[here] = other
        # Styles, which it takes long to compare, are compared only under the same text, and where they are two.
        are_other = bytes(map(ne, zip(texts, styles, strict=True), zip(*other, strict=True))) + _SAME
        stretches = list[tuple[int, int]]()
        start = are_other.find(1)
        while start >= 0:
            end = are_other.find(_SAME, start)
            stretches.append((start, end))
            start = are_other.find(1, end)
        return stretches


_Run = tuple[int, Style | None]
"""Cells of one style up to a column, from where those before them end."""

_Piece = tuple[int, int, Sequence[Segment]]
"""What is to be written to a row, with the column and the row of its beginning."""


class TerminalPicture:
    """The cells that the terminal shows, as far as anything has been written to them."""

    def __init__(self) -> None:
        self._rows: dict[int, _Cells] = {}
        self._whole: dict[int, tuple[int, Sequence[Segment]]] = {}
        """Rows that have been written once, with the column of their beginning: taken apart when they change."""

    def forget(self) -> None:
        """Take it that something else has been drawn over all of it: the next picture is written whole."""
        self._rows.clear()
        self._whole.clear()

    def keep_changes(self, update: LayoutUpdate | ChopsUpdate) -> "ChangedCells":
        """What of an update is to be written, which the terminal is then taken to show."""
        return ChangedCells([piece for x, y, segments in _list_strips(update) for piece in self._take(x, y, segments)])

    def _take(self, x: int, y: int, segments: Sequence[Segment]) -> Iterator[_Piece]:
        """The pieces of a strip that are other than what is there; where nothing is known to be, all of it."""
        row = self._find_row(y)
        if row is None:
            self._whole[y] = x, segments
            yield x, y, [Segment(drop_acting(text), style, control) for text, style, control in segments]
            return
        cells, runs = _split_cells(segments)
        for start, end in row.put(x, cells):
            # Half of a wide character cannot be written.
            while start > 0 and not cells.texts[start]:
                start -= 1
            while end < len(cells.texts) and not cells.texts[end]:
                end += 1
            yield x + start, y, _join_cells(cells, runs, start, end)

    def _find_row(self, y: int) -> _Cells | None:
        """The cells of a row; None if nothing of it has been written."""
        if y in self._whole:
            x, segments = self._whole.pop(y)
            row = self._rows[y] = _Cells([_UNKNOWN] * x, [None] * x)
            row.put(x, _split_cells(segments)[0])
        return self._rows.get(y)


_Look = tuple[str, str, str]
"""Attributes, colour and background as a terminal is told them: the parameters of its escape sequence."""

_PLAIN: _Look = ("", "39", "49")

_LINK, _ST = "\x1b]8;;", "\x1b\\"


class ChangedCells(CompositorUpdate):
    """Pieces of rows to be written, each with the column and the row of its beginning."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self.pieces = pieces

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for x, y, segments in self.pieces:
            yield Control.move_to(x, y).segment
            yield from segments

    def render_segments(self, console: Console) -> str:
        """The characters that write the pieces, with what says how they look wherever that changes."""
        colours = COLOR_SYSTEMS[console.color_system or "truecolor"]
        written, look = list[str](), _PLAIN
        looks: dict[int, tuple[_Look, str | None]] = {}  # by identity: to compare two styles takes long
        for x, y, segments in self.pieces:
            written.append(f"\x1b[{y + 1};{x + 1}H")
            for text, style, _control in segments:
                known = looks.get(id(style))
                if known is None:
                    known = looks[id(style)] = (_read_look(style, colours), style.link) if style else (_PLAIN, None)
                wanted, link = known
                if wanted is not look:
                    written.append(_change_look(look, wanted))
                    look = wanted
                if link:
                    written += [f"{_LINK}{drop_acting(link)}{_ST}", text, _LINK + _ST]
                else:
                    written.append(text)
        return "".join([*written, _change_look(look, _PLAIN)])


@lru_cache(maxsize=512)
def _write_look(colour: Color | None, background: Color | None, attributes: int, colours: ColorSystem) -> _Look:
    """How a style of these looks in as many colours as there are."""
    return (
        ";".join(written for bit, written in enumerate(SGR_STYLES) if attributes & 1 << bit),
        ";".join(colour.downgrade(colours).get_ansi_codes()) if colour else _PLAIN[1],
        ";".join(background.downgrade(colours).get_ansi_codes(foreground=False)) if background else _PLAIN[2],
    )


def _read_look(style: Style, colours: ColorSystem) -> _Look:
    """How a style looks, looked up by that alone.

    Textual notes in a style where it stands on the screen: thousands of them would be kept for a hundred looks.
    """
    return _write_look(style.color, style.bgcolor, style._attributes & style._set_attributes, colours)


@lru_cache(maxsize=256)
def _change_look(before: _Look, wanted: _Look) -> str:
    """What makes a terminal write in another way than before; as little as it takes."""
    if before[0] != wanted[0]:
        parameters = ["0", *wanted]
    else:
        parameters = [new for old, new in zip(before, wanted, strict=True) if old != new]
    return f"\x1b[{';'.join(filter(None, parameters))}m" if parameters else ""


def _list_strips(update: LayoutUpdate | ChopsUpdate) -> Iterator[_Piece]:
    """What an update writes, from where on: a whole picture in rows, or the stretches of rows that are to change.

    What stands side by side is one stretch, as a list's line and its scrollbar.
    """
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield update.region.x, y, [*chain.from_iterable(map(_open_circle, line))]
        return
    for y, begin, until in update.spans:
        start = reached = begin
        segments: list[Segment] = []
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x >= until or end <= begin:
                continue
            if x != reached:
                if segments:
                    yield start, y, segments
                start, segments = x, []
            whole = _open_circle(strip)
            shown = whole if end <= until else whole.crop(0, until - x)
            segments += shown
            # Behind a cluster that Textual counts as other than its characters the next must keep its own place.
            reached = x + shown.cell_length if _adds_up(shown) else _NOWHERE
        if segments:
            yield start, y, segments


def _adds_up(strip: Strip) -> bool:
    """Whether the characters of a strip, each by itself, take up as many cells as it says."""
    return all(text.isascii() for text, _, _ in strip) or len(_split_cells(strip)[0].texts) == strip.cell_length


def _open_circle(strip: Strip) -> Strip:
    """The strip, no longer in its own cache.

    Textual notes in a line that is drawn uncut that cut nowhere it is itself: when another is drawn in its place, it
    would stay until garbage is searched for, with the dozens of values that hang on it.
    """
    strip._divide_cache.clear()
    return strip


def _split_cells(segments: Iterable[Segment]) -> tuple[_Cells, list[_Run]]:
    """The cells of a strip, column by column, and the runs of them that are of one style.

    What a terminal acts on is left out, whatever brought it on the screen: it takes up no column there.
    """
    texts: list[str] = []
    styles: list[Style | None] = []
    runs: list[_Run] = []
    for text, style, control in segments:
        if control:
            continue
        shown = text if text.isprintable() else drop_acting(text)
        if shown.isascii():
            texts += shown
        else:
            _add_cells(texts, shown)
        styles += [style] * (len(texts) - len(styles))
        runs.append((len(texts), style))
    return _Cells(texts, styles), runs


def _add_cells(texts: list[str], text: str) -> None:
    """Add the cells of a text to those before it; an accent of its own goes with what it stands on."""
    for character in text:
        width = cell_len(character)
        if width:
            texts += [character, *[""] * (width - 1)]
        elif texts:
            at = len(texts) - 1
            at -= not texts[at]  # the right half of a wide character
            texts[at] = f"{texts[at]}{character}"


def _join_cells(cells: _Cells, runs: Iterable[_Run], start: int, end: int) -> Sequence[Segment]:
    """Some of the cells, those of a run together.

    Cropping the strip that they come from would part a letter from an accent of its own.
    """
    segments: list[Segment] = []
    for behind, style in runs:
        if start < behind:
            stop = min(behind, end)
            segments.append(Segment("".join(cells.texts[start:stop]), style))
            start = stop
            if start == end:
                break
    return segments
