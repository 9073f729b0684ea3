"""What answers a search in letters."""

from typing import NamedTuple

from db.words.query import HitOrder


class Hit(NamedTuple):
    """A place in a letter that matches a search: `start`/`end` of the matched words, `context` around them.

    `file` is the name of the letter's file. `matches` are the stretches of `context` that the search is for, in order.
    """

    letter_id: int
    council_id: int
    council: str
    year: int | None
    file: str
    start: int
    end: int
    context: str
    matches: tuple[tuple[int, int], ...]


class SearchPage(NamedTuple):
    """One page of hits, of `total` letters of `councils` councils that match, in the order that they are in."""

    total: int
    councils: int
    hits: tuple[Hit, ...]
    order: HitOrder = HitOrder.COUNCIL
