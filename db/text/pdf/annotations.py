"""The values of form fields and the notes written on a page, made part of the page at their place."""

import ctypes
import re
import textwrap
from typing import Any

_FREE_TEXT, _STRUCK, _STAMP, _WIDGET = 3, 12, 13, 20
_HIDDEN, _NOT_VIEWED = 2, 32
_FLATTENED_AS_SHOWN = 0

_FONT_SIZE = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{0,6})?|\.\d{1,6})\s+Tf", re.ASCII)
_USUAL_SIZE = 10.0
_LEAST_SIZE = 1.0
"""Points. Nobody could read what is smaller; 0 leaves the size to the program that shows the page."""

_MOST_ANNOTATIONS = 2000

# In heights of the writing: how far its foot stands above that of its line, and how wide a letter is at most.
_FOOT = 0.25
_WIDTH = 0.5
_LEADING = 1.2


def draw_annotations(pdfium: Any, document: Any, index: int) -> tuple[Any, int]:  # noqa: ANN401 - no types
    """Give the page with what its fields and notes show drawn on it, and how many objects it had without."""
    raw = pdfium.raw
    page = document[index]
    count = raw.FPDFPage_GetAnnotCount(page.raw)
    originals: int = raw.FPDFPage_CountObjects(page.raw)
    if not 0 < count <= _MOST_ANNOTATIONS:
        return page, originals
    written: list[tuple[str, tuple[float, float, float, float], float]] = []
    shown = 0
    for number in reversed(range(count)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, number)
        is_shown, words = _judge(raw, annotation)
        if words:
            written.append((words, _find_rectangle(raw, annotation), _find_size(raw, annotation)))
        raw.FPDFPage_CloseAnnot(annotation)
        if is_shown:
            shown += 1
        else:
            raw.FPDFPage_RemoveAnnot(page.raw, number)
    if shown:
        raw.FPDFPage_Flatten(page.raw, _FLATTENED_AS_SHOWN)
        page.close()
        page = document[index]
    for words, rectangle, size in reversed(written):
        _write(raw, document, page, words, rectangle, size)
    if written:
        raw.FPDFPage_GenerateContent(page.raw)
    return page, originals


def _judge(raw: Any, annotation: Any) -> tuple[bool, str]:  # noqa: ANN401 - pypdfium2 comes without types
    """Give whether an annotation is shown as it is drawn, and the words of one that is seen but not drawn."""
    if raw.FPDFAnnot_GetSubtype(annotation) not in (_FREE_TEXT, _STRUCK, _STAMP, _WIDGET):
        return False, ""
    if raw.FPDFAnnot_GetFlags(annotation) & (_HIDDEN | _NOT_VIEWED):
        return False, ""
    if raw.FPDFAnnot_HasKey(annotation, b"OC"):
        # On a layer, of which it cannot be known whether it is on.
        return False, "\ufffd"
    if raw.FPDFAnnot_HasKey(annotation, b"AP"):
        return True, ""
    if raw.FPDFAnnot_GetSubtype(annotation) == _STRUCK:
        return False, ""
    is_field = raw.FPDFAnnot_GetSubtype(annotation) == _WIDGET
    return False, _get_string(raw, annotation, b"V" if is_field else b"Contents")


def _get_string(raw: Any, annotation: Any, key: bytes) -> str:  # noqa: ANN401 - pypdfium2 comes without types
    """Give the string at a key of an annotation; "" where there is none."""
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _find_rectangle(raw: Any, annotation: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - no types
    """Give left, bottom, right and top of an annotation."""
    rectangle = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rectangle))
    vertical = sorted((rectangle.bottom, rectangle.top))
    return rectangle.left, vertical[0], rectangle.right, vertical[1]


def _find_size(raw: Any, annotation: Any) -> float:  # noqa: ANN401 - pypdfium2 comes without types
    """Give the size of an annotation's writing, in points; the usual one where it gives none that can be read."""
    found = _FONT_SIZE.search(_get_string(raw, annotation, b"DA"))
    size = float(found[1]) if found else 0.0
    return size if size >= _LEAST_SIZE else _USUAL_SIZE


def _write(
    raw: Any,  # noqa: ANN401 - pypdfium2 comes without types
    document: Any,  # noqa: ANN401
    page: Any,  # noqa: ANN401
    words: str,
    rectangle: tuple[float, float, float, float],
    size: float,
) -> None:
    """Write words on the page, within a rectangle."""
    left, bottom, right, top = rectangle
    size = min(size, top - bottom) if top > bottom else size
    width = max(1, int((right - left) / (_WIDTH * size)))
    lines = [
        part for line in words.splitlines() for part in (textwrap.wrap(line, width) if len(line) > width else [line])
    ]
    room = max(0.0, top - bottom - size * (1 + _LEADING * (len(lines) - 1)))
    foot = top - min(room / 2, size) - size * (1 - _FOOT)
    for number, line in enumerate(lines):
        drawn = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", size)
        encoded = (line + "\0").encode("utf-16-le")
        raw.FPDFText_SetText(drawn, ctypes.cast(ctypes.create_string_buffer(encoded), ctypes.POINTER(raw.FPDF_WCHAR)))
        raw.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, left, foot - number * _LEADING * size)
        raw.FPDFPage_InsertObject(page.raw, drawn)
