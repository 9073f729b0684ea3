"""Where the parts of a PDF's page stand, and what tells them apart."""

import ctypes
from collections.abc import Sequence
from typing import Any

from db.text.pdf.lines import Box


def get_address(handle: Any) -> int:  # noqa: ANN401 - pypdfium2 comes without types
    """Give what tells an object of PDFium's from others; 0 for none."""
    return ctypes.addressof(handle.contents) if handle else 0


def find_hull(points: Sequence[tuple[float, float]]) -> Box:
    """Give the box around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def transform(matrix: Any, x: float, y: float) -> tuple[float, float]:  # noqa: ANN401 - no types
    """Give a point of a form's where it is on the page."""
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def multiply(raw: Any, inner: Any, outer: Any) -> Any:  # noqa: ANN401 - pypdfium2 comes without types
    """Give the matrix that stands for both, the inner one first."""
    return raw.FS_MATRIX(
        inner.a * outer.a + inner.b * outer.c,
        inner.a * outer.b + inner.b * outer.d,
        inner.c * outer.a + inner.d * outer.c,
        inner.c * outer.b + inner.d * outer.d,
        inner.e * outer.a + inner.f * outer.c + outer.e,
        inner.e * outer.b + inner.f * outer.d + outer.f,
    )
