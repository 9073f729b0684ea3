"""Which layers of a page are off: PDFium does not say it of text, so what is on them is drawn, and looked for."""

import ctypes
from collections.abc import Sequence
from typing import Any, Protocol

_SIDE = 500
"""How many pixels the longer side of the page has where it is drawn."""

_MOST_GROUPS = 100
_INVISIBLE = 3
_FILLED = 0


class DrawnText(Protocol):
    """A text object of a page, and the forms and layers that it is drawn in."""

    handle: Any
    group: tuple[int, ...]
    forms: tuple[Any, ...]


Groups = set[tuple[int, ...]]


def find_hidden_groups(pdfium: Any, page: Any, drawn: Sequence[DrawnText]) -> tuple[Groups, Groups]:  # noqa: ANN401
    """Give the groups of text objects that are not drawn, and those of which this is not known."""
    groups: dict[tuple[int, ...], list[DrawnText]] = {}
    for each in drawn:
        if each.group:
            groups.setdefault(each.group, []).append(each)
    if not groups:
        return set(), set()
    raw = pdfium.raw
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        _set_active(raw, raw.FPDFPage_GetObject(page.raw, number), False)
    hidden: Groups = set()
    for group, members in list(groups.items())[:_MOST_GROUPS]:
        # Text that recognition has laid under a scan is never drawn.
        if all(raw.FPDFTextObj_GetTextRenderMode(each.handle) == _INVISIBLE for each in members):
            continue
        for each in members:
            raw.FPDFPageObj_SetFillColor(each.handle, 0, 0, 0, 255)
            raw.FPDFTextObj_SetTextRenderMode(each.handle, _FILLED)
            for handle in (*each.forms, each.handle):
                raw.FPDFPageObj_SetIsActive(handle, True)
        if not _is_drawn(pdfium, page):
            hidden.add(group)
        for each in members:
            for handle in (*each.forms, each.handle):
                raw.FPDFPageObj_SetIsActive(handle, False)
    return hidden, set(list(groups)[_MOST_GROUPS:])


def _set_active(raw: Any, handle: Any, is_active: bool) -> None:  # noqa: ANN401 - pypdfium2 comes without types
    """Have an object drawn or not, and those of the form that it may be."""
    raw.FPDFPageObj_SetIsActive(handle, is_active)
    if raw.FPDFPageObj_GetType(handle) == raw.FPDF_PAGEOBJ_FORM:
        for number in range(raw.FPDFFormObj_CountObjects(handle)):
            _set_active(raw, raw.FPDFFormObj_GetObject(handle, number), is_active)


def _is_drawn(pdfium: Any, page: Any) -> bool:  # noqa: ANN401 - pypdfium2 comes without types
    """Whether anything is seen of a page."""
    raw = pdfium.raw
    width, height = page.get_size()
    scale = _SIDE / max(width, height, 1.0)
    across, up = max(1, round(width * scale)), max(1, round(height * scale))
    bitmap = raw.FPDFBitmap_Create(across, up, 0)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, across, up, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, across, up, 0, 0)
        pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), raw.FPDFBitmap_GetStride(bitmap) * up)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return bool(pixels.strip(b"\xff"))
