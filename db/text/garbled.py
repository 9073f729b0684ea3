"""Characters that another program garbled put right: UTF-8 read as a one-byte encoding and saved again, entities.

An apostrophe so comes as three characters with an accented a or A among them, and "&" as "&amp;".
"""

import re
from functools import cache, partial

_ENCODINGS = ("cp1252", "mac_roman", "latin-1", "cp437", "cp850")
_MOST_TIMES = 3
"""How often a text may have been garbled, one time on top of the other."""

_LEADS = bytes([0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xCB, 0xE2])
"""The first bytes, in UTF-8, of nearly all that English letters print beyond ASCII."""

_PRINTED = frozenset(
    character
    for encoding in ("cp1252", "mac_roman", "latin-1")
    for character in bytes(range(0x80, 0x100)).decode(encoding, "ignore")
    if character.isprintable() or character.isspace()
) | set("\u2010\u2011\u2012\u2015\u202f\u2032\u2033\u2212")
"""What a letter prints beyond ASCII: what these encodings have, further hyphens and dashes, minus and primes."""

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z][A-Za-z0-9]{1,30});")


def is_printed(character: str) -> bool:
    """Whether a character beyond ASCII is one that an English letter prints."""
    return character in _PRINTED


def repair_garbled(text: str) -> tuple[str, tuple[str, str] | None]:
    """Give the text with its garbled characters put right, and the first of them as it was and as it is meant.

    Only what can be nothing else is changed: characters that, as bytes, are the UTF-8 of one that letters print.
    """
    first: tuple[str, str] | None = None
    if text.isascii():
        return text, None
    for _ in range(_MOST_TIMES):
        before = text
        for encoding in _ENCODINGS:
            if not any(lead in text for lead in _list_leads(encoding)):
                continue  # as is told far faster than by the pattern
            pattern = _compile_garbled(encoding)
            for match in pattern.finditer(text):
                meant = _restore(match[0], encoding)
                if meant != match[0]:
                    first = first or (match[0], meant)
                    text = pattern.sub(partial(_restore_match, encoding=encoding), text)
                    break
        if text == before:
            break
    return text, first


def replace_entities(text: str) -> str:
    """Give a plain text with the entities of web pages in it as the characters they stand for."""
    if "&" not in text or not _ENTITY.search(text):
        return text
    import html  # its table of entities is only needed here

    # Twice, as "&amp;amp;" and "&amp;pound;" come of pages made from pages.
    for _ in range(2):
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


@cache
def _compile_garbled(encoding: str) -> re.Pattern[str]:
    """Compile what finds the bytes of one character in UTF-8, each read as a character of this encoding."""
    continuing = _list_characters(bytes(range(0x80, 0xC0)), encoding)
    two, three = _list_characters(_LEADS[:-1], encoding), _list_characters(_LEADS[-1:], encoding)
    return re.compile(f"[{two}][{continuing}]|[{three}][{continuing}]{{2}}")


@cache
def _list_leads(encoding: str) -> tuple[str, ...]:
    """Give what the first bytes of such a character are in this encoding."""
    return tuple(_decode_byte(byte, encoding) for byte in _LEADS)


def _list_characters(data: bytes, encoding: str) -> str:
    """Give what these bytes are in an encoding, for a class of characters; those that it lacks stay as they are."""
    return "".join(re.escape(_decode_byte(byte, encoding)) for byte in data)


def _decode_byte(byte: int, encoding: str) -> str:
    """Give the character of a byte, or where the encoding has none, the control character that programs put there."""
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def _restore_match(match: re.Match[str], encoding: str) -> str:
    """Give the character that was meant by what was found."""
    return _restore(match[0], encoding)


def _restore(garbled: str, encoding: str) -> str:
    """Give the character that was meant, or if it is none that a letter prints, what there was."""
    data = b"".join(each.encode("latin-1" if _is_bare(each) else encoding) for each in garbled)
    try:
        meant = data.decode("utf-8")
    except UnicodeDecodeError:
        return garbled
    return meant if is_printed(meant) else garbled


def _is_bare(character: str) -> bool:
    """Whether a character is a control character in the place of a byte that an encoding lacks."""
    return "\x80" <= character <= "\x9f"
