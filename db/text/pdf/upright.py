"""Pages turned so that most of their words stand upright, however they are drawn and shown."""

import ctypes
import math
from collections import Counter
from typing import Any

from db.text.pdf.characters import read_characters

_SAMPLE = 80
"""How many characters of a page are asked for the way they run."""


def turn_upright(pdfium: Any, document: Any, index: int, page: Any) -> tuple[Any, Any, str]:  # noqa: ANN401 - no types
    """Give the page as it is where it is upright, else close it and give it turned; its text, to be closed; its words.

    PDFium gathers a page's text anew each time it is asked, which takes as long as all else that is asked of it. The
    words come character by character, as `read_characters` gives them.
    """
    textpage = page.get_textpage()
    characters = read_characters(pdfium.raw, textpage)
    turns = _find_quarter_turns(pdfium.raw, textpage, characters)
    if not turns and not page.get_rotation():
        return page, textpage, characters
    textpage.close()
    raw = pdfium.raw
    box = raw.FS_RECTF()
    if turns and raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box)):
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        matrix = {
            1: raw.FS_MATRIX(0, 1, -1, 0, top, -left),
            2: raw.FS_MATRIX(-1, 0, 0, -1, right, top),
            3: raw.FS_MATRIX(0, -1, 1, 0, -bottom, right),
        }[turns]
        raw.FPDFPage_TransFormWithClip(page.raw, ctypes.byref(matrix), None)
        size = (right - left, top - bottom) if turns == 2 else (top - bottom, right - left)
        page.set_mediabox(0, 0, *size)
        page.set_cropbox(0, 0, *size)
    page.set_rotation(0)
    page.close()
    turned = document[index]
    textpage = turned.get_textpage()
    return turned, textpage, read_characters(pdfium.raw, textpage)


def find_quarter(raw: Any, textpage: Any, index: int) -> int:  # noqa: ANN401 - pypdfium2 comes without types
    """Give by how many quarter turns to the left a character would stand upright."""
    angle: float = raw.FPDFText_GetCharAngle(textpage.raw, index)
    return round(angle / (math.pi / 2)) % 4 if angle else 0


def _find_quarter_turns(raw: Any, textpage: Any, characters: str) -> int:  # noqa: ANN401 - no types
    """Give by how many quarter turns to the left most of a page's words would stand upright."""
    count = len(characters)
    sample = range(0, count, max(1, count // _SAMPLE))
    # Spaces that PDFium puts in have no way to run.
    quarters = Counter(find_quarter(raw, textpage, index) for index in sample if not characters[index].isspace())
    if len(quarters) > 1:
        # Headings on their side may have more letters than all else: the values below them say how the page stands.
        digits = [index for index, character in enumerate(characters) if "0" <= character <= "9"]
        quarters = Counter(find_quarter(raw, textpage, index) for index in digits) or quarters
    return max(quarters, key=lambda quarter: quarters[quarter]) if quarters else 0
