"""What somebody typed to find a council, read once for all that it is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.councils.names import SHORT_WORDS, SMALL_WORDS, TYPE_WORDS, fold, take_apart

BEGINNINGS_OF_TYPE = tuple(sorted((TYPE_WORDS | {"london", "royal"}) - {"councils"}))
"""Words that a type can begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query read: its `words` without those for a type, and the `type_words` it has.

    `spelt_out` are the words with "leics" as "leicestershire"; `begun_type` is the last word if it may be the
    start of a type ("leicester ci"); `letters` is all that was typed, folded, without spaces.
    """

    folded: str
    letters: str
    words: tuple[str, ...]
    type_words: frozenset[str]
    spelt_out: tuple[str, ...]
    begun_type: str

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
        )


def drop_small_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words without "and", "of" and the like, unless there are no others."""
    return tuple(word for word in words if word not in SMALL_WORDS) or tuple(words)


def _spell_out(words: Sequence[str]) -> tuple[str, ...]:
    """The words with those that are short for a county or a point of the compass in full; not "n" alone."""
    is_short = len(words) == 1 and len(words[0]) <= 2
    return tuple(words) if is_short else tuple(part for word in words for part in SHORT_WORDS.get(word, word).split())
