"""The bytes of a text file -> its characters."""

import codecs
from dataclasses import dataclass

from db.errors import Refused
from db.model import Doubt, DoubtCode
from db.text.clean import one_line
from db.text.garbled import repair_garbled
from db.text.one_byte import choose_one_byte_encoding, decode_mostly_utf_8, is_mostly_utf_8

_WIDE_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_NOT_CONTROLS = bytes(byte for byte in range(256) if byte not in b"\x7f" and (byte >= 32 or byte in b"\t\n\v\f\r\x1b"))
_STRAY_CONTROLS = 8
_CONTROLS_IN_A_BINARY = 0.02

_START = 4096
_NEARLY_ALL = 0.9


_SYSTEMS = {"cp1252": "Windows", "mac_roman": "Mac"}
"""Whose files have their characters in an encoding, for people."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The characters of a text file, and what is doubtful in how they were told from its bytes."""

    text: str
    doubts: tuple[Doubt, ...] = ()


def decode(data: bytes) -> DecodedText:
    """Decode a text file: by its byte order mark, else as UTF-16 if half its bytes are NUL, UTF-8, or cp1252 (older).

    A few bytes that are no UTF-8 make no other encoding of the whole file. One that MacRoman makes plainly more of is
    MacRoman. Characters that were garbled by being saved in the wrong encoding are put right. What cannot be decoded
    shows as U+FFFD. A few stray control characters stay, for `clean` to make harmless.

    Raises:
        Refused: If there are so many that the file is no text.
    """
    text, is_wide, doubt = _decode_any(data)
    # In UTF-16 and UTF-32 half of an ordinary text's bytes are NUL, so there they are counted once decoded.
    single_bytes = text.encode("utf-8", "replace") if is_wide else data
    controls = len(single_bytes.translate(None, _NOT_CONTROLS)) + text.count("\ufffd")
    if controls > max(_STRAY_CONTROLS, _CONTROLS_IN_A_BINARY * len(text)):
        raise Refused("This is not a kind of file that is read here; save the letter as PDF, DOCX, ODT or text.")
    doubts = [doubt] if doubt else []
    text, repaired = repair_garbled(text)
    if repaired:
        written, meant = map(one_line, repaired)
        doubts.append(Doubt.of(DoubtCode.CHARACTERS_REPAIRED, meant=meant, written=written))
    return DecodedText(text, tuple(doubts))


def _decode_any(data: bytes) -> tuple[str, bool, Doubt | None]:
    """Give the text, whether each of its characters takes several bytes, and a doubt if its encoding is a guess."""
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), True, None
    if unmarked := _detect_unmarked(data[:_START]):
        return data.decode(unmarked, "replace"), True, None
    is_marked = data.startswith(codecs.BOM_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), False, None
    except UnicodeDecodeError:
        text, doubt = _guess_encoding(data, is_marked=is_marked)
        return text, False, doubt


def _guess_encoding(data: bytes, *, is_marked: bool) -> tuple[str, Doubt | None]:
    """Give the text of bytes that are not all UTF-8, and a doubt unless they are a file of cp1252."""
    if is_marked or is_mostly_utf_8(data):
        text, amiss, encoding = decode_mostly_utf_8(data)
        return text, Doubt.of(DoubtCode.CHARACTERS_STRAY, number=amiss, system=_SYSTEMS[encoding])
    encoding = choose_one_byte_encoding(data)
    doubt = None if encoding == "cp1252" else Doubt.of(DoubtCode.CHARACTERS_GUESSED, system=_SYSTEMS[encoding])
    return data.decode(encoding, "replace"), doubt


def _detect_unmarked(start: bytes) -> str | None:
    """Give the form of UTF-16 of a text without its mark: every second byte is NUL, and none of the others."""
    if 0 not in start:
        return None
    first, second = start[::2], start[1::2]
    enough = _NEARLY_ALL * len(second)
    if len(second) > 1 and not first.count(0) and second.count(0) > enough:
        return "utf-16-le"
    if len(second) > 1 and not second.count(0) and first.count(0) > enough:
        return "utf-16-be"
    return None
