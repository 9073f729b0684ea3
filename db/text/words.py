"""The words of a text, as they are looked up one by one."""

import re

_WORD = re.compile(r"[^\W_]+")
_SPACED = bytes(byte if chr(byte).isalnum() else 32 for byte in range(128)).ljust(256)
"""Each byte of ASCII, those that are no letter or digit made spaces: words so parted are found far faster than by a
search."""


def find_words(text: str) -> list[str]:
    """The runs of letters and digits of a text, in their order."""
    if text.isascii():
        return text.encode("ascii").translate(_SPACED).decode("ascii").split()
    return _WORD.findall(text)
