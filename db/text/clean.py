"""Text from outside made harmless: nothing that a terminal could act on, and nothing of a letter lost."""

import re
import unicodedata
from contextlib import suppress

LINE_LIMIT = 200
"""The longest line (in characters) that `one_line` gives unless told otherwise."""

# What few texts have is compiled for the first that does.
_NEWLINES = frozenset("\r\v\f\x85\u2028\u2029")
_NEWLINE = "\r\n|[\r\v\f\x85\u2028\u2029]"

_PLAIN = bytes(byte for byte in range(256) if byte in b"\t\n" or 32 <= byte < 127 or byte >= 160)
_ODD = re.compile(r"[^\n\t\x20-\x7e]")
_COMMON = frozenset(map(chr, range(0xA0, 0x100))) | frozenset("\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2192")
"""Odd characters that most texts have no others than: all have a shape, are no marks, and are in NFC as they stand."""

_STRETCH = 100_000
"""How much is looked through at once: a text of odd characters alone becomes a list many times its size."""

_INTRODUCERS = frozenset("\x1b\x90\x98\x9b\x9d\x9e\x9f")
_TERMINATORS = frozenset("\x07\x9c")

# Whole escape sequences: CSI (colours, cursor); OSC, DCS and their like (titles, clipboard, pictures);
# character sets; single letters, but not one that begins a word. No body runs over the end of its line, so
# that a sequence which is not finished takes no text with it; of that one only the control character goes.
_SEQUENCES = r"""(?x)
      (?: \x1b\[ | \x9b ) [0-?]{0,64} (?: [!-/]{1,2} | \x20(?=[@qt]) )? [@-~]
    | (?: \x1b[\]P^_X] | [\x9d\x90\x9e\x9f\x98] ) [^\x00-\x1f\x7f-\x9f]* (?: \x07 | \x1b\\ | \x9c )
    | \x1b [()*+] [AB0]
    | \x1b (?: [78=>\\] | [cDEHMNOZ] (?![A-Za-z]) )
"""

_SOFT_HYPHEN = "\u00ad"
_UNKNOWN = "\ufffd"
_UNSHOWN = {"Cc": _UNKNOWN, "Cs": _UNKNOWN, "Co": _UNKNOWN, "Cn": _UNKNOWN, "Cf": None}
"""The categories of characters that go, by what comes in their place.

Format characters have no shape of their own. The others stand for something that was printed and is not known, such as
the private characters and bare codes of a PDF's fonts: dropped, they would leave 0% of what was printed as 60%.
"""

# Word's bullets: characters of its symbol fonts, in places of those fonts where no letter or figure is.
_BULLETS = frozenset("\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc")
_BULLET = f"(?m)^([ \t]*)[{''.join(sorted(_BULLETS))}](?=[ \t\u00a0])"
_MARKS = frozenset({"Mn", "Mc", "Me"})
_MARKS_IN_A_ROW = 6


def clean(text: str) -> str:
    r"""Give a letter's text without anything a terminal might act on.

    Line ends of every kind become `\n`; tabs stay. Escape sequences go whole, and format characters (direction, no
    width, tags), except the soft hyphen. Every other character that cannot be shown (control, private use, unassigned,
    lone surrogate) becomes U+FFFD, so that no figure is made of what is left; a bullet of Word's symbol fonts becomes
    a bullet.
    The result is in NFC, with at most six combining marks in a row. `clean(clean(text)) == clean(text)`.
    """
    with suppress(UnicodeEncodeError):
        # Most letters are in Latin-1 and need nothing, which is told fastest so; all of Latin-1 is in NFC.
        if not text.encode("latin-1").translate(None, _PLAIN):
            return text
    odd = _find_odd(text)
    if odd <= _COMMON:  # told without the tables of all characters, which are most of a megabyte
        return text
    if odd & _NEWLINES:
        text = re.sub(_NEWLINE, "\n", text)
        odd -= _NEWLINES
    if odd & _BULLETS:
        text = re.sub(_BULLET, "\\1\u2022", text)
    if odd & _INTRODUCERS:
        # What has no shape is dropped first, so as not to hide a sequence.
        odd -= _INTRODUCERS | _TERMINATORS
        text = re.sub(_SEQUENCES, "", _replace_unshown(text, odd))
        odd = _find_odd(text)
    # Marks are thinned out before NFC, which takes quadratic time over a pile of them, and again after.
    text = _thin_out_marks(_replace_unshown(text, odd), odd)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        text = _thin_out_marks(text, _find_odd(text))
    return text


def one_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Give one harmless line of at most `limit` characters, cut with an ellipsis: for names, messages."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _find_odd(text: str) -> set[str]:
    """Give the different characters that need a closer look: few in a letter, so each is asked about once."""
    odd: set[str] = set()
    for start in range(0, len(text), _STRETCH):
        odd.update(_ODD.findall(text, start, start + _STRETCH))
    return odd


def _replace_unshown(text: str, odd: set[str]) -> str:
    """Give the text without the odd characters that have no shape, and U+FFFD for those that cannot be shown."""
    categories = {c: unicodedata.category(c) for c in odd if c != _SOFT_HYPHEN}
    unshown = {ord(c): _UNSHOWN[category] for c, category in categories.items() if category in _UNSHOWN}
    return text.translate(unshown) if unshown else text


def _thin_out_marks(text: str, odd: set[str]) -> str:
    """Give the text with at most so many combining marks in a row as any language has."""
    marks = re.escape("".join(c for c in odd if unicodedata.category(c) in _MARKS))
    return re.sub(f"([{marks}]{{{_MARKS_IN_A_ROW}}})[{marks}]+", r"\1", text) if marks else text
