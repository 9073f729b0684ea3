"""Names: those of the councils, and many that sound like them."""

import random
from itertools import product
from pathlib import Path

from tests.bench.data.kept import SEED, keep
from tests.letters_made.councils import councils_of

NAMES, MANY_NAMES = 330, 33_300

_BEGINNINGS = ("Ash", "Barn", "Col", "Dart", "Ever", "Fern", "Green", "Hart", "Ket", "Lang", "Mid", "Nor", "Oak", "Pen")
_MIDDLES = ("", "bor", "ches", "den", "en", "fold", "hamp", "ing", "leigh", "min", "ring", "wich")
_ENDINGS = ("bridge", "bury", "combe", "field", "ford", "ham", "hurst", "ley", "mouth", "port", "stead", "ton", "worth")
_KINDS = ("Borough Council", "City Council", "County Council", "District Council", "Council")
_BEFORE = ("", "East ", "North ", "South ", "West ", "Upper ", "Lower ")


def list_names(count: int) -> list[str]:
    """So many names: England's councils of 2006, or as many as there are of their sound."""
    councils = councils_of(2006)
    if count <= len(councils):
        return list(councils[:count])
    made = ["".join((*parts[:4], " ", parts[4])) for parts in product(_BEFORE, _BEGINNINGS, _MIDDLES, _ENDINGS, _KINDS)]
    return sorted(random.Random(SEED).sample(made, count))


def keep_names(count: int) -> Path:
    """A file of so many names, one to a line."""
    return keep(f"names-{count}.txt", lambda path: path.write_text("\n".join(list_names(count)), encoding="utf-8"))
