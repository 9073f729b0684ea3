"""How the names of councils are written: one spelling to compare by, and a name taken apart."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from db.model import CouncilType
from db.text.words import find_words

_APOSTROPHES = str.maketrans("", "", "'`\u00b4\u02bc\u2018\u2019\u2032")
_DOTTED = re.compile(r"(?<!\w)(?:[bcdlmrnsew]\.[ ]?){1,2}[bcew]\b(?!['\w])\.?")
"""A type or a point of the compass with a dot behind each letter: "D.C.", "L.B. Barnet", "N.E. Lincs"."""
_INVISIBLE = {"Mn", "Me", "Cf"}

SMALL_WORDS = frozenset(["and", "of", "the", "upon", "on", "with", "in", "under", "le"])
"""Words inside a name that people leave out."""

TYPE_WORDS = frozenset(["council", "councils", "borough", "district", "county", "city", "metropolitan", "corporation"])
"""Words round a name that say what sort of body it is."""

SHORT_TYPES = {
    "bc": ("borough",),
    "c": (),
    "cc": ("cc",),
    "dc": ("district",),
    "lb": ("london", "borough"),
    "lbc": ("london", "borough"),
    "mbc": ("metropolitan", "borough"),
    "mc": ("metropolitan",),
    "mdc": ("metropolitan", "district"),
    "rb": ("royal", "borough"),
}
"""Types as they are shortened behind a name; `cc` says county or city, a lone `c` is "council" cut off."""

LEADING_SHORT_TYPES = {"lb": ("london", "borough"), "rb": ("royal", "borough")}
"""Types as they are shortened before a name."""

KINDS = frozenset(["borough", "district", "county", "city", "metropolitan", "corporation", "royal"])
"""Of the words round a name, those that tell one sort of body from another."""

_LEADING = TYPE_WORDS | {"london", "royal", "and", "of", "the"}

COMPASS_POINTS = {
    "n": "north",
    "nth": "north",
    "s": "south",
    "sth": "south",
    "e": "east",
    "w": "west",
    "ne": "north east",
    "nw": "north west",
    "se": "south east",
    "sw": "south west",
}
"""The points of the compass as they are shortened in a name."""

SHORT_WORDS = COMPASS_POINTS | {
    "beds": "bedfordshire",
    "berks": "berkshire",
    "bucks": "buckinghamshire",
    "cambs": "cambridgeshire",
    "ches": "cheshire",
    "derbs": "derbyshire",
    "derbys": "derbyshire",
    "fra": "fire authority",
    "frs": "fire service",
    "glos": "gloucestershire",
    "gloucs": "gloucestershire",
    "gt": "great",
    "gtr": "greater",
    "hants": "hampshire",
    "herts": "hertfordshire",
    "hunts": "huntingdonshire",
    "lancs": "lancashire",
    "leics": "leicestershire",
    "lincs": "lincolnshire",
    "norf": "norfolk",
    "northd": "northumberland",
    "northants": "northamptonshire",
    "northumb": "northumberland",
    "notts": "nottinghamshire",
    "npa": "national park authority",
    "oxon": "oxfordshire",
    "salop": "shropshire",
    "shrops": "shropshire",
    "som": "somerset",
    "soms": "somerset",
    "staffs": "staffordshire",
    "suff": "suffolk",
    "warks": "warwickshire",
    "warwicks": "warwickshire",
    "wilts": "wiltshire",
    "worcs": "worcestershire",
    "yorks": "yorkshire",
}
"""What people write for the counties, the points of the compass and other words of a name."""

SHORT_TYPE_WORDS = {
    "boro": "borough",
    "co": "county",
    "cncl": "council",
    "cty": "county",
    "dist": "district",
    "met": "metropolitan",
}
"""What people write for words round a name, as whole words of it."""


SPOKEN_WORDS = {
    "berkshire": "barkshire",
    "derby": "darby",
    "derbyshire": "darbyshire",
    "gloucester": "gloster",
    "gloucestershire": "glostershire",
    "hertfordshire": "hartfordshire",
    "leicester": "lester",
    "leicestershire": "lestershire",
    "reading": "redding",
    "warwick": "warrick",
    "warwickshire": "warrickshire",
    "worcester": "wooster",
    "worcestershire": "woostershire",
}
"""Words of names that are not said as they are written, as they are written by ear."""


class NameParts(NamedTuple):
    """A name taken apart: the folded `core` ("leicester"), and what it says of its type ({"city"}).

    `type_words` are some of borough, district, county, city, metropolitan, london, royal, corporation; or `cc`,
    which is county or city. There are none in "Cornwall" and in "Cornwall Council" alike.
    """

    core: str
    type_words: frozenset[str]


def fold(text: str) -> str:
    """The spelling names are compared by: lower case, no accents, `&` is "and", "saint" is "st".

    Apostrophes vanish ("King's" is "kings"), other punctuation parts words. Folding twice changes nothing.
    """
    if text.isascii() and text.replace(" ", "").isalnum():  # as nearly all names are, and quickly folded
        return " ".join(["st" if word == "saint" else word for word in text.lower().split(" ") if word])
    if not text.isascii():
        text = _strip_accents(text.translate(_APOSTROPHES))
    plain = text.translate(_APOSTROPHES).casefold().replace("&", " and ")
    if "." in plain:
        plain = _DOTTED.sub(lambda letters: letters[0].replace(".", "").replace(" ", "") + " ", plain)
    return " ".join(["st" if word == "saint" else word for word in find_words(plain)])


def take_apart(written: str) -> NameParts:
    """The name without the words for its type, which may stand before it, behind it or on both sides.

    "London Borough of Croydon", "LB Croydon" and "Croydon London Borough Council" all have the core
    "croydon". The core is empty where nothing but such words is written.
    """
    words = fold(written).split()
    start = _locate_core_start(words)
    end = _locate_core_end(words, start)
    around = [*words[:start], "|", *words[end:]]
    type_words = {word for word in around if word in KINDS}
    type_words.update(*(LEADING_SHORT_TYPES.get(word, ()) for word in words[:start]))
    type_words.update(*(SHORT_TYPES.get(word, ()) for word in words[end:]))
    if any(pair == ("london", "borough") for pair in pairwise(around)):
        type_words.add("london")
    return NameParts(core=" ".join(words[start:end]), type_words=_keep_one(frozenset(type_words)))


@lru_cache(maxsize=128)
def _keep_one(type_words: frozenset[str]) -> frozenset[str]:
    """One of all sets of these words: thousands of names have a few dozen of them, each of which takes 200 bytes."""
    return type_words


def is_type_compatible(type_words: frozenset[str], own: frozenset[str], council_type: CouncilType) -> bool:
    """Whether a council may be meant by a name of its core with these words for its type.

    `own` is what the council's own name says. A county is never taken for a city or district, nor the other
    way round; London, royal and metropolitan boroughs are only taken for such. Between city, borough and
    district people slip, and the body is the same.
    """
    if "cc" in type_words:
        return bool(own & {"county", "city", "cc"})
    if "london" in type_words and council_type is not CouncilType.LONDON_BOROUGH:
        return False
    if "metropolitan" in type_words and council_type is not CouncilType.METROPOLITAN:
        return False
    if not type_words & {"royal", "corporation"} <= own:
        return False
    return not type_words or ("county" in type_words) == ("county" in own)


def _strip_accents(text: str) -> str:
    """The text with accents, marks and invisible characters gone."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in decomposed if unicodedata.category(character) not in _INVISIBLE)


def _locate_core_start(words: list[str]) -> int:
    """Where the core begins: behind "The", "LB", or words for a type that end in "of" ("Council of the")."""
    if words and words[0] in LEADING_SHORT_TYPES:
        return 2 if words[1:2] == ["of"] else 1
    start = 2 if words[:2] in (["royal", "borough"], ["london", "borough"]) else 0
    for index, word in enumerate(words):
        if word not in _LEADING:
            break
        if word == "of" or (word == "the" and start == index):
            start = index + 1
    return start


def _locate_core_end(words: list[str], start: int) -> int:
    """Where the core ends: before the words for a type at the end ("City and District Council")."""
    end = len(words)
    while end > start:
        word = words[end - 1]
        before = words[end - 2] if end > start + 1 else ""
        after = words[end] if end < len(words) else ""
        ends = (
            word in TYPE_WORDS
            or (word in SHORT_TYPES and (word != "c" or (not after and before != "and")))
            or (word in {"london", "royal"} and after == "borough")
            or (word == "and" and after != "" and before in TYPE_WORDS)
            or (word == "of" and after == "" and before in TYPE_WORDS)
        )
        if not ends:
            break
        end -= 1
    return end
