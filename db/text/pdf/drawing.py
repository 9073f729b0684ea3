"""What is drawn on a PDF's page, gone through once: texts, pictures, shapes and lines, in the order of drawing."""

import ctypes
from dataclasses import dataclass, field
from typing import Any

from db.text.pdf.geometry import find_hull, multiply, transform
from db.text.pdf.lines import Box

_DEEPEST_FORM = 8

# In points: how thick a line is at most, and how long at least.
_THICKEST = 2.5
_SHORTEST = 2.0

# Where PDFium puts the bounds of an object: made once, as a page has hundreds.
_LEFT, _BOTTOM, _RIGHT, _TOP = (ctypes.c_float() for _ in range(4))
_INTO_SIDES = tuple(map(ctypes.byref, (_LEFT, _BOTTOM, _RIGHT, _TOP)))
_NOWHERE = (0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class TextObject:
    """A text object of a page: where it stands, and its place in the order in which all is drawn."""

    handle: Any
    box: Box
    order: int


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page: its texts, pictures, filled shapes with their order, and thin level lines.

    `has_forms` says whether some of it is drawn within forms, `has_unbounded` whether PDFium does not tell of each
    where it stands.
    """

    texts: list[TextObject] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    shapes: list[tuple[Box, int, Any]] = field(default_factory=list)
    lines: list[tuple[Box, Any]] = field(default_factory=list)
    order: int = 0
    has_forms: bool = False
    has_unbounded: bool = False


def list_drawing(raw: Any, page: Any) -> Drawing:  # noqa: ANN401 - pypdfium2 comes without types
    """Give what is drawn on a page."""
    drawing = Drawing()
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        _take(raw, raw.FPDFPage_GetObject(page.raw, number), None, drawing, 0)
    return drawing


def _take(raw: Any, handle: Any, matrix: Any, drawing: Drawing, depth: int) -> None:  # noqa: ANN401 - no types
    """Take an object of the page, or those of the form that it is, in the order in which they are drawn."""
    kind = raw.FPDFPageObj_GetType(handle)
    if kind == raw.FPDF_PAGEOBJ_FORM:
        drawing.has_forms = True
        if depth < _DEEPEST_FORM:
            own = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(handle, ctypes.byref(own))
            inner = own if matrix is None else multiply(raw, own, matrix)
            for number in range(raw.FPDFFormObj_CountObjects(handle)):
                _take(raw, raw.FPDFFormObj_GetObject(handle, number), inner, drawing, depth + 1)
        return
    box = _find_bounds(raw, handle, matrix, drawing)
    drawing.order += 1
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        drawing.texts.append(TextObject(handle, box, drawing.order))
    elif kind == raw.FPDF_PAGEOBJ_IMAGE:
        drawing.pictures.append(box)
    elif kind == raw.FPDF_PAGEOBJ_PATH:
        if box[3] - box[1] <= _THICKEST:
            if box[2] - box[0] >= _SHORTEST:
                drawing.lines.append((box, handle))
        else:
            drawing.shapes.append((box, drawing.order, handle))


def _find_bounds(raw: Any, handle: Any, matrix: Any, drawing: Drawing) -> Box:  # noqa: ANN401 - no types
    """Give where an object of a form, or with no matrix of the page, stands on the page."""
    box = _NOWHERE
    if raw.FPDFPageObj_GetBounds(handle, *_INTO_SIDES):
        box = _LEFT.value, _BOTTOM.value, _RIGHT.value, _TOP.value
    else:
        drawing.has_unbounded = True
    if matrix is None:
        return box
    return find_hull([transform(matrix, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])])
