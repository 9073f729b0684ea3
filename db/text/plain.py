"""The bytes of a text file -> its characters."""

import codecs

from db.errors import Refused

_BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)

_NOT_CONTROLS = bytes(byte for byte in range(256) if byte not in b"\x7f" and (byte >= 32 or byte in b"\t\n\v\f\r\x1b"))
_STRAY_CONTROLS = 8
_CONTROLS_IN_A_BINARY = 0.02

_START = 4096
_NEARLY_ALL = 0.9


def decode(data: bytes) -> str:
    """Decode a text file: by its byte order mark, else as UTF-16 if half its bytes are NUL, UTF-8, or cp1252 (older).

    What cannot be decoded shows as U+FFFD. A few stray control characters stay, for `clean` to make harmless.

    Raises:
        Refused: If there are so many that the file is no text.
    """
    text, is_wide = _decode_any(data)
    # In UTF-16 and UTF-32 half of an ordinary text's bytes are NUL, so there they are counted once decoded.
    single_bytes = text.encode("utf-8", "replace") if is_wide else data
    controls = len(single_bytes.translate(None, _NOT_CONTROLS)) + text.count("\ufffd")
    if controls > max(_STRAY_CONTROLS, _CONTROLS_IN_A_BINARY * len(text)):
        raise Refused("This is not a kind of file that is read here; save the letter as PDF, DOCX, ODT or text.")
    return text


def _decode_any(data: bytes) -> tuple[str, bool]:
    """Give the text, and whether each of its characters takes several bytes."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding != "utf-8-sig"
    if unmarked := _detect_unmarked(data[:_START]):
        return data.decode(unmarked, "replace"), True
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), False


def _detect_unmarked(start: bytes) -> str | None:
    """Give the form of UTF-16 of a text without its mark: every second byte is NUL, and none of the others."""
    first, second = start[::2], start[1::2]
    enough = _NEARLY_ALL * len(second)
    if len(second) > 1 and not first.count(0) and second.count(0) > enough:
        return "utf-16-le"
    if len(second) > 1 and not second.count(0) and first.count(0) > enough:
        return "utf-16-be"
    return None
