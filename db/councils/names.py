"""How the names of councils are written: one spelling to compare by, and a name taken apart."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from db.model import CouncilType

_APOSTROPHES = str.maketrans("", "", "'`\u00b4\u02bc\u2018\u2019\u2032")
_NOT_A_WORD = re.compile(r"[\W_]+")
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
    "lbc": ("london", "borough"),
    "mbc": ("metropolitan", "borough"),
    "mc": ("metropolitan",),
    "mdc": ("metropolitan", "district"),
}
"""Types as they are shortened behind a name; `cc` says county or city, a lone `c` is "council" cut off."""

_LEADING_SHORT = {"lb": ("london", "borough"), "rb": ("royal", "borough")}
_LEADING = TYPE_WORDS | {"london", "royal", "and", "of", "the"}
_KINDS = frozenset(["borough", "district", "county", "city", "metropolitan", "corporation", "royal"])

SHORT_WORDS = {
    "beds": "bedfordshire",
    "berks": "berkshire",
    "bucks": "buckinghamshire",
    "cambs": "cambridgeshire",
    "derbys": "derbyshire",
    "glos": "gloucestershire",
    "hants": "hampshire",
    "herts": "hertfordshire",
    "hunts": "huntingdonshire",
    "lancs": "lancashire",
    "leics": "leicestershire",
    "lincs": "lincolnshire",
    "northants": "northamptonshire",
    "notts": "nottinghamshire",
    "oxon": "oxfordshire",
    "shrops": "shropshire",
    "staffs": "staffordshire",
    "warks": "warwickshire",
    "wilts": "wiltshire",
    "worcs": "worcestershire",
    "yorks": "yorkshire",
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "ne": "north east",
    "nw": "north west",
}
"""What people write for the counties and the points of the compass."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: the folded `core` ("leicester"), and what it `said` about its type ({"city"}).

    `said` holds words of borough, district, county, city, metropolitan, london, royal, corporation; or `cc`,
    which is county or city. It is empty for "Cornwall" and for "Cornwall Council" alike.
    """

    core: str
    said: frozenset[str]


def fold(text: str) -> str:
    """The spelling names are compared by: lower case, no accents, `&` is "and", "saint" is "st".

    Apostrophes vanish ("King's" is "kings"), other punctuation parts words. Folding twice changes nothing.
    """
    if not text.isascii():
        text = _without_accents(text.translate(_APOSTROPHES))
    plain = text.translate(_APOSTROPHES).casefold().replace("&", " and ")
    words = _NOT_A_WORD.sub(" ", plain).split()
    return " ".join(["st" if word == "saint" else word for word in words])


def take_apart(written: str) -> NameParts:
    """The name without the words for its type, which may stand before it, behind it or on both sides.

    "London Borough of Croydon", "LB Croydon" and "Croydon London Borough Council" all have the core
    "croydon". The core is empty where nothing but such words is written.
    """
    words = fold(written).split()
    start = _start_of_core(words)
    end = _end_of_core(words, start)
    around = [*words[:start], "|", *words[end:]]
    said = {word for word in around if word in _KINDS}
    said.update(*(_LEADING_SHORT.get(word, ()) for word in words[:start]))
    said.update(*(SHORT_TYPES.get(word, ()) for word in words[end:]))
    if any(pair == ("london", "borough") for pair in pairwise(around)):
        said.add("london")
    return NameParts(" ".join(words[start:end]), frozenset(said))


def fits(said: frozenset[str], own: frozenset[str], council_type: CouncilType) -> bool:
    """Whether a council may be meant by a name of its core that `said` this of its type.

    `own` is what the council's own name says. A county is never taken for a city or district, nor the other
    way round; London, royal and metropolitan boroughs are only taken for such. Between city, borough and
    district people slip, and the body is the same.
    """
    if "cc" in said:
        return bool(own & {"county", "city", "cc"})
    if "london" in said and council_type is not CouncilType.LONDON_BOROUGH:
        return False
    if "metropolitan" in said and council_type is not CouncilType.METROPOLITAN:
        return False
    if not said & {"royal", "corporation"} <= own:
        return False
    return not said or ("county" in said) == ("county" in own)


def _without_accents(text: str) -> str:
    """The text with accents, marks and invisible characters gone."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in decomposed if unicodedata.category(character) not in _INVISIBLE)


def _start_of_core(words: list[str]) -> int:
    """Where the core begins: behind "The", "LB", or words for a type that end in "of" ("Council of the")."""
    if words and words[0] in _LEADING_SHORT:
        return 2 if words[1:2] == ["of"] else 1
    start = 0
    for place, word in enumerate(words):
        if word not in _LEADING:
            break
        if word == "of" or (word == "the" and start == place):
            start = place + 1
    return start


def _end_of_core(words: list[str], start: int) -> int:
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
