"""Raised and lowered digits, which refer to a note or are a power, kept apart from the numbers they stand beside."""

_SUPERSCRIPT = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_SUBSCRIPT = str.maketrans("0123456789", "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089")


def raise_digits(text: str) -> str:
    """Give raised text as plain text: its digits as Unicode's superscript digits, all else ("31st") as it is.

    The mark of a note on 8 so becomes 8 with a raised 1 and not 81. Unicode counts those digits among the characters of
    words, but not among the decimal digits, so neither the 8 nor the 1 is read as a number of its own: the figure is
    left out. Character by character, so that places in a text stay what they are.
    """
    return text.translate(_SUPERSCRIPT)


def lower_digits(text: str) -> str:
    """Give lowered text as plain text, as `raise_digits` does."""
    return text.translate(_SUBSCRIPT)
