"""One page's characters -> its text: what is seen, in the order in which it is read, with its tables set out."""

import ctypes
from typing import Any

from db.text.pdf.characters import mark_unsure_and_raised
from db.text.pdf.lines import Box, BoxFinder
from db.text.pdf.reorder import put_in_place
from db.text.pdf.tables import set_out_tables
from db.text.pdf.upright import find_quarter
from db.text.pdf.visible import Visibility, find_visibility

_NOWHERE = (0.0, 0.0, 0.0, 0.0)

# In sizes of the font: less is not the room of a character but its ink; what that room is in most fonts.
_TIGHT = 0.9
_ASCENT = 0.9
_DESCENT = 0.21


def read_page(pdfium: Any, page: Any, textpage: Any, characters: str, originals: int) -> str:  # noqa: ANN401
    """Give a page's text, tables with tabs between their cells; a hyphen at a line's end takes the line's end along.

    `characters` are those of `read_characters`. The first `originals` of the page's objects are its own, those after
    them what its fields and notes show.
    """
    raw = pdfium.raw
    handle = textpage.raw
    rectangle = raw.FS_RECTF()
    reference = ctypes.byref(rectangle)

    boxes: dict[int, Box] = {}

    def find_box(index: int) -> Box:
        """Give left, bottom, right and top of a character; all 0 where it has no place."""
        if index not in boxes:
            has_box = raw.FPDFText_GetLooseCharBox(handle, index, reference)
            box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top) if has_box else _NOWHERE
            is_tight = 0 < box[3] - box[1] < _TIGHT * raw.FPDFText_GetFontSize(handle, index)
            boxes[index] = _loosen(raw, handle, index, box) if is_tight else box
        return boxes[index]

    def is_hyphen(index: int) -> bool:
        """Whether a character is a hyphen at a line's end."""
        return bool(raw.FPDFText_IsHyphen(handle, index) == 1)

    def is_guess(index: int) -> bool:
        """Whether the font does not say which character this is."""
        return bool(raw.FPDFText_HasUnicodeMapError(handle, index) == 1)

    text = mark_unsure_and_raised(characters, find_box, is_hyphen, is_guess)
    visibility = find_visibility(pdfium, page, textpage, originals, text, find_box)
    return _put_in_order(raw, textpage, visibility, find_box)


def _put_in_order(raw: Any, textpage: Any, visibility: Visibility, find_box: BoxFinder) -> str:  # noqa: ANN401 - no types
    """Give what is seen of a page in the order in which it is read, with its tables set out."""
    text, indexes = visibility.text, visibility.indexes

    def find_kept_box(index: int) -> Box:
        """Give where a character that is seen stands."""
        return find_box(indexes[index]) if indexes[index] >= 0 else _NOWHERE

    try:
        order = put_in_place(
            text,
            find_kept_box,
            visibility.added,
            lambda index: find_quarter(raw, textpage, indexes[index]) > 0,
        )
        if order == list(range(len(text))):
            return set_out_tables(text, find_kept_box, lambda index: find_quarter(raw, textpage, indexes[index]))
        placed = "".join(text[index] if index >= 0 else " " if index == -1 else "\n" for index in order)

        def find_placed_box(index: int) -> Box:
            """Give where a character stands that may have been put in its place."""
            return find_kept_box(order[index]) if order[index] >= 0 else _NOWHERE

        def find_placed_quarter(index: int) -> int:
            """Give by how many quarter turns a character would stand upright."""
            return find_quarter(raw, textpage, indexes[order[index]]) if order[index] >= 0 else 0

        return set_out_tables(placed, find_placed_box, find_placed_quarter)
    except (MemoryError, RecursionError):
        raise
    except Exception:
        return text


def _loosen(raw: Any, handle: Any, index: int, box: Box) -> Box:  # noqa: ANN401 - pypdfium2 comes without types
    """Give the room of an upright character whose font does not say how high it is; PDFium tells its ink alone."""
    matrix = raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    if not (
        raw.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix))
        and raw.FPDFText_GetCharOrigin(handle, index, ctypes.byref(x), ctypes.byref(y))
    ):
        return box
    size = raw.FPDFText_GetFontSize(handle, index) * matrix.d
    if matrix.b or matrix.c or box[3] - box[1] >= _TIGHT * size:
        return box
    return box[0], y.value - _DESCENT * size, box[2], y.value + _ASCENT * size
