"""Which of a page's characters are seen: within its box and their clips, on a layer that is on, leaving a mark."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.text.pdf.drawing import Drawing, list_drawing
from db.text.pdf.geometry import find_hull, get_address, multiply, transform
from db.text.pdf.layers import find_hidden_groups
from db.text.pdf.lines import Box, BoxFinder
from db.text.pdf.marks import find_unseen

_DEEPEST_FORM = 8

# Shares of a character's room: what is seen of less is not there, of less than the other not to be told.
_UNSEEN = 0.2
_HALF_SEEN = 0.5


@dataclass(frozen=True, slots=True)
class Visibility:
    """A page's text as it is seen, the index of each character on the page, and where notes and fields are in it."""

    text: str
    indexes: list[int]
    added: set[int]


@dataclass(slots=True)
class Drawn:
    """A text object of a page: where it may be seen, and the forms and layers that it is drawn in."""

    handle: Any
    regions: list[list[Box]]
    bounds: Box
    group: tuple[int, ...]
    forms: tuple[Any, ...] = ()
    is_added: bool = False
    is_whole: bool = field(default=False)


def find_visibility(
    pdfium: Any,  # noqa: ANN401 - pypdfium2 comes without types
    page: Any,  # noqa: ANN401
    textpage: Any,  # noqa: ANN401
    originals: int,
    text: str,
    find_box: BoxFinder,
) -> Visibility:
    """Give what is seen of the page's text; what may be seen or not is U+FFFD in it."""
    raw = pdfium.raw
    drawing = list_drawing(raw, page)
    unseen = find_unseen(pdfium, page, textpage, drawing, text, find_box)
    if not unseen and raw.FPDFPage_CountObjects(page.raw) == originals and _is_plain(raw, page, drawing):
        return Visibility(text, list(range(len(text))), set())
    drawn = {get_address(each.handle): each for each in _find_drawn(raw, page, originals)}
    hidden, unsure = find_hidden_groups(pdfium, page, list(drawn.values()))
    if not hidden and not unsure and not unseen and all(each.is_whole and not each.is_added for each in drawn.values()):
        return Visibility(text, list(range(len(text))), set())
    kept: list[str] = []
    indexes: list[int] = []
    added: set[int] = set()
    for index, character in enumerate(text):
        each = drawn.get(get_address(raw.FPDFText_GetTextObject(textpage.raw, index)))
        share = 1.0
        if index in unseen or (each and each.group in hidden):
            share = 0.0
        elif each and not character.isspace():
            if not each.is_whole:
                share = _find_share(each.regions, find_box(index))
            if share >= _HALF_SEEN and each.group in unsure:
                share = _UNSEEN
        if share >= _UNSEEN:
            if each and each.is_added and not character.isspace():
                added.add(len(kept))
            kept.append(character if share >= _HALF_SEEN or not character.isalnum() else "\ufffd")
            indexes.append(index)
    return Visibility("".join(kept), indexes, added)


def _is_plain(raw: Any, page: Any, drawing: Drawing) -> bool:  # noqa: ANN401 - pypdfium2 comes without types
    """Whether a page's text is all on the page, in no clip or layer: that of most, which need no closer look."""
    box = raw.FS_RECTF()
    if drawing.has_forms or drawing.has_unbounded or not raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box)):
        return False
    area = (box.left, box.bottom, box.right, box.top)
    for text in drawing.texts:
        if raw.FPDFPageObj_CountMarks(text.handle) > 0 and any(_find_layers(raw, text.handle)):
            return False
        clip = raw.FPDFPageObj_GetClipPath(text.handle)
        if clip and raw.FPDFClipPath_CountPaths(clip) > 0:
            return False
        if not _is_within(text.box, area):
            return False
    return True


def _find_drawn(raw: Any, page: Any, originals: int) -> Iterator[Drawn]:  # noqa: ANN401 - no types
    """Give the text objects of a page and of the forms on it."""
    box = raw.FS_RECTF()
    has_box = raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box))
    regions = [[(box.left, box.bottom, box.right, box.top)]] if has_box else []
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        handle = raw.FPDFPage_GetObject(page.raw, number)
        yield from _find_within(raw, handle, raw.FS_MATRIX(1, 0, 0, 1, 0, 0), regions, (), (), number >= originals)


def _find_within(
    raw: Any,  # noqa: ANN401 - pypdfium2 comes without types
    handle: Any,  # noqa: ANN401
    matrix: Any,  # noqa: ANN401
    regions: list[list[Box]],
    group: tuple[int, ...],
    forms: tuple[Any, ...],
    is_added: bool,
) -> Iterator[Drawn]:
    """Give the text object, or those of the form that it is."""
    kind = raw.FPDFPageObj_GetType(handle)
    if kind not in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM):
        return
    regions = [*regions, *_find_clips(raw, handle, matrix)]
    group = (*group, *_find_layers(raw, handle))
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        sides = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(handle, *map(ctypes.byref, sides))
        left, bottom, right, top = (side.value for side in sides)
        bounds = find_hull([transform(matrix, x, y) for x in (left, right) for y in (bottom, top)])
        is_whole = all(any(_is_within(bounds, box) for box in region) for region in regions)
        yield Drawn(handle, regions, bounds, group, forms, is_added, is_whole)
    elif len(forms) < _DEEPEST_FORM:
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(handle, ctypes.byref(own))
        inner = multiply(raw, own, matrix)
        # What a form of the page's own is drawn on may be a layer too, which PDFium does not tell.
        inner_group = group if is_added else (*group, get_address(handle))
        for number in range(raw.FPDFFormObj_CountObjects(handle)):
            child = raw.FPDFFormObj_GetObject(handle, number)
            yield from _find_within(raw, child, inner, regions, inner_group, (*forms, handle), is_added)


def _find_layers(raw: Any, handle: Any) -> Iterator[int]:  # noqa: ANN401 - pypdfium2 comes without types
    """Give what tells the layers apart that an object is marked with."""
    for number in range(max(0, raw.FPDFPageObj_CountMarks(handle))):
        mark = raw.FPDFPageObj_GetMark(handle, number)
        name = ctypes.create_string_buffer(8)
        length = ctypes.c_ulong()
        wide = ctypes.cast(name, ctypes.POINTER(raw.FPDF_WCHAR))
        if raw.FPDFPageObjMark_GetName(mark, wide, 8, ctypes.byref(length)) and name.raw[:6] == b"O\0C\0\0\0":
            yield get_address(mark)


def _find_clips(raw: Any, handle: Any, matrix: Any) -> Iterator[list[Box]]:  # noqa: ANN401 - no types
    """Give the boxes of each of an object's clips: it is seen in any of them."""
    clip = raw.FPDFPageObj_GetClipPath(handle)
    for number in range(max(0, raw.FPDFClipPath_CountPaths(clip) if clip else 0)):
        parts: list[list[tuple[float, float]]] = []
        for at in range(max(0, raw.FPDFClipPath_CountPathSegments(clip, number))):
            segment = raw.FPDFClipPath_GetPathSegment(clip, number, at)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            if not parts or raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
                parts.append([])
            parts[-1].append(transform(matrix, x.value, y.value))
        yield [find_hull(part) for part in parts]


def _find_share(regions: Sequence[Sequence[Box]], box: Box) -> float:
    """Give which share of a box is in all of the regions; 1 where the box has no room."""
    left, bottom, right, top = box
    area = (right - left) * (top - bottom)
    if area <= 0:
        return 1.0
    shares = [1.0]
    for region in regions:
        seen = 0.0
        for outer in region:
            across = min(right, outer[2]) - max(left, outer[0])
            seen += max(0.0, across) * max(0.0, min(top, outer[3]) - max(bottom, outer[1]))
        shares.append(seen / area)
    return min(shares)


def _is_within(box: Box, outer: Box) -> bool:
    """Whether a box is in another."""
    return outer[0] <= box[0] and outer[1] <= box[1] and box[2] <= outer[2] and box[3] <= outer[3]
