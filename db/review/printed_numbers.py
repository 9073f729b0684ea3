"""Whether the numbers of a measure stand in the words that it is said to be read from."""

import re

from db.model import Measure

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_WORDS = (
    *("no none nil zero", "one once single", "two twice both", "three", "four", "five", "six", "seven", "eight"),
    *("nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
"""How numbers are written out, from nought on."""


def find_unprinted(measure: Measure) -> list[int | float]:
    """The figures that are in none of the measure's quotes; none where it has no quotes, as nothing can be told."""
    words = " ".join(quote.text for quote in measure.quotes).casefold()
    if not words.strip():
        return []
    printed = {float(one.replace(",", "")) for one in _NUMBERS.findall(words) if one.count(".") < 2}
    spelled = set(re.findall(r"[a-z]+", words))
    printed |= {float(n) for n, names in enumerate(_WORDS) if spelled.intersection(names.split())}
    figures = {name: getattr(measure, name) for name in ("rate", "average", "count", "base")}
    return [
        value
        for name, value in figures.items()
        if value is not None and name not in measure.derived and value not in printed
    ]
