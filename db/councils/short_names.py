"""A council's name with its short words in full and its small words left out, to compare what people write by."""

import re

from db.councils.names import SHORT_TYPE_WORDS, SHORT_WORDS, SMALL_WORDS, fold

_FIRE_AUTHORITY = re.compile(r"\b(?:combined )?fire (?:and rescue )?(?:authority|service)\b")
_AS_TWO_WORDS = re.compile(r"\b(north|south)(east|west)(?:ern)?\b")


def spell_out(written: str) -> str:
    """The name folded, with "notts" as "nottinghamshire", "n" as "north", "dist" as "district".

    Every way of writing a fire authority becomes one.
    """
    words = fold(written).split()
    spelt = " ".join(SHORT_WORDS.get(word, SHORT_TYPE_WORDS.get(word, word)) for word in words)
    if "north" in spelt or "south" in spelt:  # in few, and soon told
        spelt = _AS_TWO_WORDS.sub(r"\1 \2", spelt)
    return _FIRE_AUTHORITY.sub("fire authority", spelt) if "fire" in spelt else spelt


def squeeze(spelt: str) -> str:
    """The letters of a name alone, without "and", "upon" and the like: how its words are joined tells no two apart."""
    return "".join(word for word in spelt.split() if word not in SMALL_WORDS)
