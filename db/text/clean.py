"""Text from outside made harmless: nothing that a terminal could act on, and nothing of a letter lost."""

import re
import unicodedata
from contextlib import suppress

LINE_LIMIT = 200
"""The longest line (in characters) that `one_line` gives unless told otherwise."""

_NEWLINES = frozenset("\r\v\f\x85\u2028\u2029")
_NEWLINE = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

_PLAIN = bytes(byte for byte in range(256) if byte in b"\t\n" or 32 <= byte < 127 or byte >= 160)
_ODD = re.compile(r"[^\n\t\x20-\x7e]")
_STRETCH = 100_000
"""How much is looked through at once: a text of odd characters alone becomes a list many times its size."""

_INTRODUCERS = frozenset("\x1b\x90\x98\x9b\x9d\x9e\x9f")
_TERMINATORS = frozenset("\x07\x9c")

# Whole escape sequences: CSI (colours, cursor); OSC, DCS and their like (titles, clipboard, pictures);
# character sets; single letters, but not one that begins a word. No body runs over the end of its line, so
# that a sequence which is not finished takes no text with it; that one loses only its control character.
_SEQUENCES = re.compile(
    r"""
      (?: \x1b\[ | \x9b ) [0-?]{0,64} (?: [!-/]{1,2} | \x20(?=[@qt]) )? [@-~]
    | (?: \x1b[\]P^_X] | [\x9d\x90\x9e\x9f\x98] ) [^\x00-\x1f\x7f-\x9f]* (?: \x07 | \x1b\\ | \x9c )
    | \x1b [()*+] [AB0]
    | \x1b (?: [78=>\\] | [cDEHMNOZ] (?![A-Za-z]) )
    """,
    re.VERBOSE,
)

_SOFT_HYPHEN = "\u00ad"
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_MARKS = frozenset({"Mn", "Mc", "Me"})
_MARKS_IN_A_ROW = 6


def clean(text: str) -> str:
    r"""Give a letter's text without anything a terminal might act on.

    Line ends of every kind become `\n`; tabs stay. Escape sequences go whole. Other control and format
    characters are dropped (direction, no width, tags, private use, unassigned, lone surrogates), except the
    soft hyphen.
    The result is in NFC, with at most six combining marks in a row. `clean(clean(text)) == clean(text)`.
    """
    with suppress(UnicodeEncodeError):
        # Most letters are in Latin-1 and need nothing, which is told fastest so; all of Latin-1 is in NFC.
        if not text.encode("latin-1").translate(None, _PLAIN):
            return text
    odd = _odd(text)
    if odd & _NEWLINES:
        text = _NEWLINE.sub("\n", text)
        odd -= _NEWLINES
    if odd & _INTRODUCERS:
        # What a terminal skips inside a sequence is dropped first, so as not to hide one.
        odd -= _INTRODUCERS | _TERMINATORS
        text = _SEQUENCES.sub("", _without_harmful(text, odd))
        odd = _odd(text)
    # Marks are thinned out before NFC, which takes quadratic time over a pile of them, and again after.
    text = _without_piles_of_marks(_without_harmful(text, odd), odd)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        text = _without_piles_of_marks(text, _odd(text))
    return text


def one_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Give one harmless line of at most `limit` characters, cut with an ellipsis: for names, messages.

    Bytes of a file name that are no text (surrogates) show as U+FFFD, so that such a name still has a shape.
    """
    visible = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    line = " ".join(clean(visible).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _odd(text: str) -> set[str]:
    """Give the different characters that need a closer look: few in a letter, so each is asked about once."""
    odd: set[str] = set()
    for start in range(0, len(text), _STRETCH):
        odd.update(_ODD.findall(text, start, start + _STRETCH))
    return odd


def _without_harmful(text: str, odd: set[str]) -> str:
    harmful = {ord(c): None for c in odd if unicodedata.category(c) in _HARMFUL and c != _SOFT_HYPHEN}
    return text.translate(harmful) if harmful else text


def _without_piles_of_marks(text: str, odd: set[str]) -> str:
    marks = re.escape("".join(c for c in odd if unicodedata.category(c) in _MARKS))
    return re.sub(f"([{marks}]{{{_MARKS_IN_A_ROW}}})[{marks}]+", r"\1", text) if marks else text
