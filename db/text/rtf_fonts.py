"""The fonts and code pages of a rich text (RTF) file: which character a byte is, and what a font of signs shows."""

import codecs

from db.text.office.signs import is_font_of_signs, read_signs

_CHARACTER_SETS = {
    77: "mac_roman",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_OF_SEVERAL_BYTES = frozenset({128, 129, 130, 134, 136})
_SYSTEMS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_MAC_ROMAN = 10000


class Fonts:
    """Takes the words of the file's head that say what its bytes mean, and tells it then."""

    def __init__(self) -> None:
        self._encoding = "cp1252"
        self._character_sets: dict[int, int] = {}
        self._names: dict[int, str] = {}
        self._font = 0

    def take(self, word: str, number: int, *, is_in_table: bool) -> None:
        """Take a control word; what says nothing of fonts changes nothing."""
        if word in _SYSTEMS:
            self._encoding = _SYSTEMS[word]
        elif word == "ansicpg":
            self._encoding = _find_encoding(number) or self._encoding
        elif is_in_table and word == "f":
            self._font = number
        elif is_in_table and word == "fcharset":
            self._character_sets[self._font] = number

    def take_name(self, text: str) -> None:
        """Take a piece of the name, in the table of fonts, of the one begun last."""
        self._names[self._font] = self._names.get(self._font, "") + text.strip("; ")

    def decode(self, font: int, byte: int) -> str | None:
        """Give the character that a byte is in a font; None where it is but a part of one."""
        character_set = self._character_sets.get(font, 0)
        if character_set in _OF_SEVERAL_BYTES:
            return None
        encoding = _CHARACTER_SETS.get(character_set, self._encoding)
        return bytes([byte]).decode(encoding, "replace")

    def read_signs(self, font: int, text: str) -> str:
        """Give a text as it looks in a font: that of a font of signs as what it shows."""
        name = self._names.get(font, "")
        return read_signs(name, text) if is_font_of_signs(name) else text


def _find_encoding(code_page: int) -> str | None:
    """Give the encoding of a code page of one byte a character; None for another."""
    name = "mac_roman" if code_page == _MAC_ROMAN else f"cp{code_page}"
    try:
        codecs.lookup(name)
        return name if len(bytes([0xE9]).decode(name, "replace")) == 1 else None
    except LookupError:
        return None
