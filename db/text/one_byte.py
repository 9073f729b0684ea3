"""Bytes beyond ASCII that are no UTF-8: few in a file of UTF-8, or a whole file of Windows or of an old Mac."""

import re
from collections import Counter
from itertools import islice

from db.text.garbled import is_printed

_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{3}"
)
"""A character of UTF-8 that takes several bytes."""
_ASCII = bytes(range(0x80))

_STRAY = re.compile("[\udc80-\udcff]+")
_CUT = re.compile(rb"[\xc2\xc3\xe2][\x80-\xbf]?")
"""The start of a character of UTF-8 whose rest is lost."""

_TYPOGRAPHIC = frozenset("\u00a0£€©®°§½¼¾·•\u2013—\u2018\u2019“”…™")
_ODD = re.compile(r"[^\x00-\x7f]")
_MOST_WEIGHED = 2000
_TILDE = "\u00d5"
"""What MacRoman's apostrophe is in cp1252: no letter of English, nor of any name in it."""


def is_mostly_utf_8(data: bytes) -> bool:
    """Whether a text that is not all UTF-8 still is a text of UTF-8, with a few other bytes in it.

    A sequence of three bytes comes about by no accident; one of two may, so there must be as many as bytes amiss.
    """
    sequences = Counter(_SEQUENCE.findall(data))
    printed = {sequence: times for sequence, times in sequences.items() if _is_printed(sequence)}
    if any(len(sequence) > 2 for sequence in printed):
        return True
    amiss = len(_SEQUENCE.sub(b"", data).translate(None, _ASCII))
    return sum(printed.values()) >= amiss


def decode_mostly_utf_8(data: bytes) -> tuple[str, int, str]:
    """Give the text of such a file, how many bytes were no UTF-8, and the encoding that these were read in.

    What is left of a character of UTF-8 that was cut becomes U+FFFD.
    """
    encoding = choose_one_byte_encoding(_SEQUENCE.sub(b"'", data))
    amiss = 0

    def replace_run(found: re.Match[str]) -> str:
        """Give the characters of bytes that are no UTF-8."""
        nonlocal amiss
        run = found[0].encode("utf-8", "surrogateescape")
        amiss += len(run)
        return "\ufffd" if _CUT.fullmatch(run) else run.decode(encoding, "replace")

    text = _STRAY.sub(replace_run, data.decode("utf-8", "surrogateescape"))
    return text, amiss, encoding


def choose_one_byte_encoding(data: bytes) -> str:
    """Choose between cp1252 and MacRoman, which is taken only where it makes plainly more of the bytes."""
    windows, mac = (_weigh(data.decode(encoding, "replace")) for encoding in ("cp1252", "mac_roman"))
    return "mac_roman" if mac > windows else "cp1252"


def _is_printed(sequence: bytes) -> bool:
    """Whether a character of UTF-8 is one that letters print."""
    return is_printed(sequence.decode("utf-8", "replace"))


def _weigh(text: str) -> int:
    """Count the characters beyond ASCII that look right where they stand, less those that look wrong."""
    return sum(_weigh_character(text, match.start()) for match in islice(_ODD.finditer(text), _MOST_WEIGHED))


def _weigh_character(text: str, index: int) -> int:
    """Give 1 for a character that looks right, -1 for one that looks wrong, else 0."""
    character, before, after = text[index], text[index - 1 : index], text[index + 1 : index + 2]
    if character in _TYPOGRAPHIC:
        return 1
    if character == "¥":
        return int(after.isdigit())
    if character.islower():
        return int(before.isalpha() or after.islower())
    if character.isupper():
        if before.islower() or character == _TILDE:
            return -1
        return int(before.isupper() or after.isalpha())
    return -1 if before.isalpha() and after.isalpha() else 0
