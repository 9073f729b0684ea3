"""A page's words by what is drawn over and under them: words that leave no mark on it, and words struck by a line."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import Any

from db.text.pdf.drawing import Drawing, TextObject
from db.text.pdf.geometry import get_address
from db.text.pdf.lines import Box, BoxFinder

_SIDE = 1000
"""How many pixels the longer side of a page has where it is drawn."""

_FILLED, _INVISIBLE = 0, 3
_NEARLY_WHITE = 240
_MOST_COVERS = 200
_MOST_GROUNDS = 2000
_MOST_BANDS = 2000
_UNNOTICED = 12
"""By how much two shades differ, of 255, that nobody tells apart."""

# In heights of a character's room: where a line through it is, and how far it goes on beside what it strikes at most.
_LOWEST = 0.3
_HIGHEST = 0.68
_BESIDE = 0.6
_CROSSED = 0.6
_BAND = 8.0

# Where PDFium puts a colour: made once, as a page has hundreds of objects.
_RED, _GREEN, _BLUE, _ALPHA = (ctypes.c_uint() for _ in range(4))
_INTO_PARTS = tuple(map(ctypes.byref, (_RED, _GREEN, _BLUE, _ALPHA)))


def find_unseen(
    pdfium: Any,  # noqa: ANN401 - pypdfium2 comes without types
    page: Any,  # noqa: ANN401
    textpage: Any,  # noqa: ANN401
    drawing: Drawing,
    text: str,
    find_box: BoxFinder,
) -> set[int]:
    """Give the indexes of the page's characters that nobody sees on it, or that a line strikes out.

    White on white, clear or covered words leave no mark. Over and under a picture nothing is asked: recognised text of
    a scan is not seen either, and stands for what is.
    """
    raw = pdfium.raw
    found = _find_struck(text, find_box, _find_lines_through_texts(raw, drawing))
    suspects = {get_address(each.handle): each for each in _find_suspects(raw, drawing)}
    if suspects:
        owners = [suspects.get(get_address(raw.FPDFText_GetTextObject(textpage.raw, at))) for at in range(len(text))]
        found |= _find_unmarked(pdfium, page, text, find_box, owners)
    return found


def _find_colour(get: Any, handle: Any) -> tuple[int, int, int, int]:  # noqa: ANN401 - no types
    """Give red, green, blue and alpha of an object, black where they are not known."""
    if not get(handle, *_INTO_PARTS):
        return 0, 0, 0, 255
    return _RED.value, _GREEN.value, _BLUE.value, _ALPHA.value


def _is_faint(colour: tuple[int, int, int, int]) -> bool:
    """Whether a colour may not be seen on white."""
    red, green, blue, alpha = colour
    return (red >= _NEARLY_WHITE and green >= _NEARLY_WHITE and blue >= _NEARLY_WHITE) or alpha <= _UNNOTICED


def _is_coloured(raw: Any, handle: Any) -> bool:  # noqa: ANN401 - pypdfium2 comes without types
    """Whether a path is seen on white."""
    mode, is_stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(handle, ctypes.byref(mode), ctypes.byref(is_stroked))
    return (bool(is_stroked.value) and not _is_faint(_find_colour(raw.FPDFPageObj_GetStrokeColor, handle))) or (
        mode.value != raw.FPDF_FILLMODE_NONE and not _is_faint(_find_colour(raw.FPDFPageObj_GetFillColor, handle))
    )


def _find_suspects(raw: Any, drawing: Drawing) -> Iterator[TextObject]:  # noqa: ANN401 - no types
    """Give the texts that may leave no mark on the page."""
    first = min((each.order for each in drawing.texts), default=0)
    covers = [(box, order) for box, order, _ in drawing.shapes if order > first]
    covers = covers if len(covers) <= _MOST_COVERS else []
    for each in drawing.texts:
        if drawing.pictures and any(_is_overlapping(each.box, picture) for picture in drawing.pictures):
            continue
        mode = raw.FPDFTextObj_GetTextRenderMode(each.handle)
        is_suspect = mode == _INVISIBLE or (
            mode == _FILLED
            and _is_faint(_find_colour(raw.FPDFPageObj_GetFillColor, each.handle))
            and not _is_on_colour(raw, each, drawing)
        )
        is_covered = bool(covers) and each.order < covers[-1][1]
        if is_suspect or (
            is_covered and any(_is_overlapping(each.box, box) and order > each.order for box, order in covers)
        ):
            yield each


def _is_on_colour(raw: Any, text: TextObject, drawing: Drawing) -> bool:  # noqa: ANN401 - no types
    """Whether a text stands on a shape that is not white, as in a bar: no picture of the page is needed then."""
    left, bottom, right, top = text.box
    return any(
        order < text.order
        and box[0] <= left
        and box[1] <= bottom
        and right <= box[2]
        and top <= box[3]
        and _is_coloured(raw, handle)
        for box, order, handle in drawing.shapes[-_MOST_GROUNDS:]
    )


def _find_lines_through_texts(raw: Any, drawing: Drawing) -> list[Box]:  # noqa: ANN401 - no types
    """Give the thin lines that go through words and are seen: not those around a table's cells or under words."""
    bands: dict[int, list[Box]] = {}
    if drawing.lines:
        for each in drawing.texts:
            for band in range(int(each.box[1] // _BAND), min(int(each.box[3] // _BAND), _MOST_BANDS) + 1):
                bands.setdefault(band, []).append(each.box)
    found: list[Box] = []
    for line, handle in drawing.lines:
        middle = (line[1] + line[3]) / 2
        if any(
            box[1] < middle < box[3] and box[0] < line[2] and line[0] < box[2]
            for box in bands.get(int(middle // _BAND), ())
        ) and _is_coloured(raw, handle):
            found.append(line)
    return found


def _is_overlapping(box: Box, other: Box) -> bool:
    """Whether boxes have room in common."""
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _find_unmarked(
    pdfium: Any,  # noqa: ANN401 - pypdfium2 comes without types
    page: Any,  # noqa: ANN401
    text: str,
    find_box: BoxFinder,
    owners: Sequence[TextObject | None],
) -> set[int]:
    """Give the indexes of the suspects' characters that leave no mark: the page looks the same without them."""
    raw = pdfium.raw
    with_all = _Picture(pdfium, page)
    handles = {get_address(owner.handle): owner.handle for owner in owners if owner}
    for handle in handles.values():
        raw.FPDFPageObj_SetIsActive(handle, False)
    without = _Picture(pdfium, page)
    for handle in handles.values():
        raw.FPDFPageObj_SetIsActive(handle, True)
    unseen: set[int] = set()
    is_unseen = False
    last: TextObject | None = None
    for index, owner in enumerate(owners):
        if owner is None or text[index].isspace():
            continue
        # A dot is too small to be told, and goes with the letter or digit before it.
        if text[index].isalnum():
            is_unseen = not with_all.differs(without, find_box(index))
        elif owner is not last:
            is_unseen = not with_all.differs(without, owner.box)
        last = owner
        if is_unseen:
            unseen.add(index)
    return unseen | _find_spaces_between(text, unseen)


def _find_spaces_between(text: str, unseen: set[int]) -> set[int]:
    """Give the indexes of the spaces that stand between characters that are unseen."""
    spaces = (match.span() for match in re.finditer(r"[^\S\r\n]+", text) if match.start() - 1 in unseen)
    return {index for start, end in spaces if end in unseen for index in range(start, end)}


class _Picture:
    """A page as it is drawn."""

    def __init__(self, pdfium: Any, page: Any) -> None:  # noqa: ANN401 - pypdfium2 comes without types
        raw = pdfium.raw
        area = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(area))
        width, height = max(area.right - area.left, 1.0), max(area.top - area.bottom, 1.0)
        self._left, self._top = area.left, area.top
        self._scale = _SIDE / max(width, height)
        self._across, self._up = max(1, round(width * self._scale)), max(1, round(height * self._scale))
        bitmap = raw.FPDFBitmap_Create(self._across, self._up, 0)
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, self._across, self._up, 0xFFFFFFFF)
            raw.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, self._across, self._up, 0, 0)
            self._stride = raw.FPDFBitmap_GetStride(bitmap)
            self._pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), self._stride * self._up)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)

    def differs(self, other: "_Picture", box: Box) -> bool:
        """Whether another picture of the same page looks otherwise within a box; true where it is off the page."""
        left = max(0, int((box[0] - self._left) * self._scale))
        right = min(self._across, int((box[2] - self._left) * self._scale) + 1)
        top = max(0, int((self._top - box[3]) * self._scale))
        bottom = min(self._up, int((self._top - box[1]) * self._scale) + 1)
        if left >= right or top >= bottom:
            return True
        for row in range(top, bottom):
            start, end = row * self._stride + 4 * left, row * self._stride + 4 * right
            here, there = self._pixels[start:end], other._pixels[start:end]
            if here != there and any(abs(a - b) > _UNNOTICED for a, b in zip(here, there, strict=True)):
                return True
        return False


def _find_struck(text: str, find_box: BoxFinder, lines: Sequence[Box]) -> set[int]:
    """Give the indexes of the characters that a line goes through, and not on beside them as a rule does."""
    if not lines:
        return set()
    bands: dict[int, list[tuple[int, Box]]] = {}
    for index, character in enumerate(text):
        box = find_box(index)
        if not character.isspace() and box[3] > box[1]:
            for band in {int(box[1] // _BAND), int(box[3] // _BAND)}:
                bands.setdefault(band, []).append((index, box))
    struck: set[int] = set()
    for line in lines:
        middle = (line[1] + line[3]) / 2
        band = int(middle // _BAND)
        near = {index: box for at in (band - 1, band, band + 1) for index, box in bands.get(at, ())}
        crossed = {index: box for index, box in near.items() if _is_crossed(box, line, middle)}
        if crossed and any(text[index].isalnum() for index in crossed):
            height = max(box[3] - box[1] for box in crossed.values())
            left, right = min(box[0] for box in crossed.values()), max(box[2] for box in crossed.values())
            if left - line[0] < _BESIDE * height and line[2] - right < _BESIDE * height:
                struck |= crossed.keys()
    return struck


def _is_crossed(box: Box, line: Box, middle: float) -> bool:
    """Whether a line goes through most of a character's width, about the middle of its height."""
    height, width = box[3] - box[1], box[2] - box[0]
    across = min(box[2], line[2]) - max(box[0], line[0])
    return _LOWEST <= (middle - box[1]) / height <= _HIGHEST and across > _CROSSED * width
