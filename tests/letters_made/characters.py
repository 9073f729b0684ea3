"""Manglings of single characters: what word processors and PDF copies make of them."""

import re
from random import Random


def curly_quotes(text: str, random: Random) -> str:
    """Typographic quotation marks and apostrophes."""
    return text.replace("'", "\u2019").replace('"', "\u201d")


def no_break_spaces(text: str, random: Random) -> str:
    """No-break and thin spaces for some of the spaces."""
    return re.sub(r"(?<=\S) (?=\S)", lambda m: random.choice(" \u00a0\u00a0\u202f"), text)


def ligatures(text: str, random: Random) -> str:
    """One character for ffi, fi and fl."""
    return text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")


def soft_hyphens(text: str, random: Random) -> str:
    """Soft hyphens inside long words."""
    return re.sub(
        r"\b([A-Za-z]{4,})([a-z]{3,})\b",
        lambda m: f"{m[1]}\u00ad{m[2]}" if random.random() < 0.3 else m.group(),
        text,
    )


def soft_hyphens_at_line_ends(text: str, random: Random) -> str:
    """Soft hyphens with the line broken after them, in sentences."""
    return re.sub(
        r"(?<=[a-z] )([a-z]{4,})([a-z]{3,})(?= [a-z])",
        lambda m: f"{m[1]}\u00ad\n{m[2]}" if random.random() < 0.1 else m.group(),
        text,
    )


def long_dashes(text: str, random: Random) -> str:
    """En dashes, em dashes and no-break hyphens for hyphens."""
    text = text.replace(" - ", random.choice((" \u2013 ", " \u2014 ")))
    return re.sub(r"(?<=\d)-(?=\d)", random.choice("\u2013\u2011"), text)


CHARACTERS = {
    mangling.__name__: mangling
    for mangling in (
        curly_quotes,
        ligatures,
        soft_hyphens,
        soft_hyphens_at_line_ends,
        long_dashes,
        no_break_spaces,
    )
}
