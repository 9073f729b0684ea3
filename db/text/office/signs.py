"""The signs of fonts that hold no letters: a code in them is a picture, and not the letter or digit of that code."""

UNKNOWN = "\ufffd"

_PRIVATE = 0xF000
_SYMBOL = {
    **{code: chr(code) for code in (*range(0x30, 0x3A), *b" !#%&()+,./:;<=>?[]_{|}")},
    0x2D: "-",
    0xB0: "\u00b0",
    0xB1: "\u00b1",
    0xB4: "\u00d7",
    0xB7: "\u2022",
    0xB8: "\u00f7",
}
_WINGDINGS = {
    0x6C: "\u25cf",
    0x6E: "\u25a0",
    0x6F: "\u2610",
    0x71: "\u2751",
    0x76: "\u2756",
    0x9F: "\u2022",
    0xA7: "\u25aa",
    0xA8: "\u25fb",
    0xD8: "\u27a2",
    0xE0: "\u2192",
    0xFB: "\u2717",
    0xFC: "\u2713",
    0xFD: "\u2612",
    0xFE: "\u2611",
    0x20: " ",
}
_FONTS: dict[str, dict[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x50: "\u2713", 0x20: " "},
    "wingdings 3": {0x20: " "},
    "webdings": {0x61: "\u2713", 0x20: " "},
    "zapfdingbats": {0x20: " "},
    "itc zapf dingbats": {0x20: " "},
    "marlett": {},
    "mt extra": {},
}


def is_font_of_signs(font: str | None) -> bool:
    """Whether the font holds signs alone."""
    return (font or "").strip().lower() in _FONTS


def read_sign(font: str | None, code: int) -> str:
    """Give the character that a code shows in a font; U+FFFD where that is not known."""
    signs = _FONTS.get((font or "").strip().lower())
    plain = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    if signs is not None:
        return signs.get(plain, UNKNOWN)
    is_sure = plain == code and 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_sure else UNKNOWN


def read_signs(font: str | None, text: str) -> str:
    """Give text that is set in a font of signs as what it shows, character by character."""
    return "".join(read_sign(font, ord(character)) for character in text)
