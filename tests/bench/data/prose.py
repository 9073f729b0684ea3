"""Prose that fills letters up to the length of real ones: most of it said to everybody that year, some to one alone."""

import random
from functools import cache
from itertools import accumulate, product

from tests.bench.data.kept import SEED

_SYLLABLES = (
    "re",
    "con",
    "mend",
    "plan",
    "tor",
    "ing",
    "ser",
    "vi",
    "ces",
    "hou",
    "sid",
    "lo",
    "cal",
    "du",
    "ty",
    "er",
)
_VOCABULARY = tuple(dict.fromkeys("".join(parts) for size in (2, 3) for parts in product(_SYLLABLES, repeat=size)))
_WEIGHTS = tuple(accumulate(1 / rank for rank in range(1, len(_VOCABULARY) + 1)))
_FRAMES = (
    "Over the year our investigators looked closely at {} and {}, and at what residents told us of {}.",
    "Where an authority puts {} right early, people need not wait for {}.",
    "We publish what we learn about {} so that others can look at their own {}.",
    "The Council's link officer was helpful when we asked about {} and the {} behind it.",
    "A report on {} sets out good practice in {} for officers and for members.",
    "I would encourage your officers to use our training on {}, which covers {} too.",
    "Several complaints concerned {}, a service in which {} matters to families.",
    "Our website has guidance on {} and {}, with examples from across the country.",
)
_SAID = (
    (0.05, "This year I issued a public report about your Council's failure to act."),
    (0.03, "It is disappointing that your Council refused to accept my recommendations."),
    (0.04, "In two cases the Council failed to comply in time, after much delay."),
    (0.02, "I was concerned that the apology your Council sent was no apology at all."),
    (0.06, "I commend your officers for the prompt way in which they answered our enquiries."),
    (0.001, "A parent complained of how the Council dealt with elective home education."),
    (0.3, "We expect a response within twenty days; a late response leads to delay for residents."),
)
"""What some letters say of one council: how often, and the words."""

_STOCK = 40
"""Sentences of a year from which its letters have most of their prose."""

_OWN_SHARE = 0.2


def make_prose(chance: random.Random, year: int, length: int) -> list[str]:
    """Paragraphs of about so many characters, whose words are as unlike in number as those of a language."""
    said = [words for share, words in _SAID if chance.random() < share]
    stock = chance.sample(_stock_of(year), _STOCK)
    while sum(map(len, said)) < length and stock:
        said.append(_make_sentence(chance) if chance.random() < _OWN_SHARE else stock.pop())
    chance.shuffle(said)
    return [" ".join(said[at : at + 3]) for at in range(0, len(said), 3)]


@cache
def _stock_of(year: int) -> tuple[str, ...]:
    """What letters of a year have in common."""
    chance = random.Random(SEED + year)
    return tuple(_make_sentence(chance) for _ in range(_STOCK))


def _make_sentence(chance: random.Random) -> str:
    frame = chance.choice(_FRAMES)
    return frame.format(*chance.choices(_VOCABULARY, cum_weights=_WEIGHTS, k=frame.count("{}")))
