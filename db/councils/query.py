"""What somebody typed to find a council, read once for all that it is compared with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.councils.filters import CouncilFilter, parse_filter
from db.councils.names import SHORT_WORDS, SMALL_WORDS, TYPE_WORDS, fold, take_apart

BEGINNINGS_OF_TYPE = tuple(sorted((TYPE_WORDS | {"london", "royal"}) - {"councils"}))
"""Words that a type can begin with."""

_CONTRACTION = re.compile(r"\b([a-z])['\u2018\u2019]([a-z]{2,})\b")
_ENDINGS = {"bro": "brough", "boro": "borough"}
"""Ends of names as they are cut short themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query read: its `words` without those for a type, and the `type_words` it has.

    `spelt_out` are the words with "leics" as "leicestershire"; `begun_type` is the last word if it may be the
    start of a type ("leicester ci"); `letters` is all that was typed, folded, without spaces. `contractions` are the
    words cut short in the middle, as one word -> its first letter and its end: "m'bro" is {"mbro": ("m", "brough")}.
    `filter` is the region or the like that some of the words may choose instead of naming somebody.
    """

    folded: str
    letters: str
    words: tuple[str, ...]
    type_words: frozenset[str]
    spelt_out: tuple[str, ...]
    begun_type: str
    contractions: dict[str, tuple[str, str]]
    filter: CouncilFilter | None

    @classmethod
    def parse(cls, typed: str) -> "Query":
        """Read what was typed."""
        folded = fold(typed)
        parts = take_apart(folded)
        core = parts.core
        if not core and not any(word in BEGINNINGS_OF_TYPE for word in folded.split()):
            core = folded
        *before, last = core.split() or [""]
        words = (*drop_small_words(before), last) if before else (last,) if last else ()
        begins_type = len(words) > 1 and any(kind.startswith(last) for kind in BEGINNINGS_OF_TYPE)
        return cls(
            folded=folded,
            letters=folded.replace(" ", ""),
            words=words,
            type_words=parts.type_words,
            spelt_out=_spell_out(words),
            begun_type=last if begins_type else "",
            contractions=_find_contractions(typed),
            filter=parse_filter(folded),
        )


def drop_small_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words without "and", "of" and the like, unless there are no others."""
    return tuple(word for word in words if word not in SMALL_WORDS) or tuple(words)


def _find_contractions(typed: str) -> dict[str, tuple[str, str]]:
    """The words with an apostrophe behind their first letter: folded, with that letter and how the whole word ends."""
    if not ("'" in typed or "\u2018" in typed or "\u2019" in typed):
        return {}
    found = _CONTRACTION.findall(typed.casefold())
    return {first + end: (first, _ENDINGS.get(end, end)) for first, end in found}


def _spell_out(words: Sequence[str]) -> tuple[str, ...]:
    """The words with those that are short for a county or a point of the compass in full; not "n" alone."""
    is_short = len(words) == 1 and len(words[0]) <= 2
    return tuple(words) if is_short else tuple(part for word in words for part in SHORT_WORDS.get(word, word).split())
