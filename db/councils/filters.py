"""Words that choose among councils instead of naming one: a region, a type, the beginning of a GSS code."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.councils.names import SHORT_WORDS, SMALL_WORDS
from db.model import Council, CouncilType

REGIONS = (
    *("East Midlands", "East of England", "London", "North East", "North West"),
    *("South East", "South West", "West Midlands", "Yorkshire and The Humber"),
)
"""England's regions, as the register writes them."""

_CODE = re.compile(r"[a-z][0-9]{2,8}")
_WHOLE_CODE = 9
_SHORTEST_BEGINNING = 4  # letters of a word for a type or a region that is still being typed

_TYPES = {
    CouncilType.COUNTY: ("county council", "county councils", "county", "counties"),
    CouncilType.DISTRICT: ("district council", "district councils", "district", "districts"),
    CouncilType.METROPOLITAN: ("metropolitan borough", "metropolitan boroughs", "metropolitan", "met", "mets"),
    CouncilType.UNITARY: ("unitary council", "unitary authority", "unitary", "unitaries"),
    CouncilType.LONDON_BOROUGH: ("london borough", "london boroughs"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFilter:
    """What a query asks of councils beside a name; `rest` is what is left of it to be a name, folded.

    `is_begun`: its last word is still being typed, so that it adds councils and rules none out.
    """

    rest: str
    region: str | None = None
    type: CouncilType | None = None
    code: str | None = None
    is_begun: bool = False

    @property
    def is_whole_code(self) -> bool:
        """Whether it is one council's GSS code, and nothing else."""
        return self.code is not None and len(self.code) == _WHOLE_CODE and not self.rest

    def admits(self, council: Council) -> bool:
        """Whether a council is of this region, of this type, and has a code that begins so."""
        return (
            (self.region is None or council.region == self.region)
            and (self.type is None or council.type is self.type)
            and (self.code is None or (council.gss_code or "").casefold().startswith(self.code))
        )


_Named = str | CouncilType
"""What a phrase names: a region by its name, or a type."""


def parse_filter(folded: str) -> CouncilFilter | None:
    """The filter in what was typed, folded ("leicester east midlands"); None where it has none.

    The points of the compass may be short ("e midlands"), but for one word of two letters, which begins initials.
    """
    words = folded.split()
    if not any(word in _OPENINGS or _CODE.fullmatch(word) for word in words) and not _may_be_begun(words):
        return None
    if len(words) > 1 or len(folded) > 2:
        words = [part for word in words for part in SHORT_WORDS.get(word, word).split()]
    named: list[_Named] = []
    rest: list[str] = []
    code = ""
    is_begun = False
    while words:
        length, what = _read_phrase(words)
        if what is None and _CODE.fullmatch(words[0]) and not code:
            code, length = words[0], 1
        elif what is None:
            what = _read_beginning(words)
            length, is_begun = (len(words), True) if what else (1, False)
        if what is not None:
            named.append(what)
        elif words[0] != code:
            rest.append(words[0])
        words = words[length:]
    if not named and not code:
        return None
    return _make_filter(named, rest, code, is_begun=is_begun)


def _make_filter(named: Sequence[_Named], rest: Sequence[str], code: str, *, is_begun: bool) -> CouncilFilter | None:
    """A filter of what was named; None where two types or two regions are, which no council has."""
    regions = {each for each in named if not isinstance(each, CouncilType)}
    types = {each for each in named if isinstance(each, CouncilType)}
    if len(regions) > 1 or len(types) > 1:
        return None
    kept = [word for word in rest if word not in {*SMALL_WORDS, "council", "councils", "region"}]
    return CouncilFilter(
        rest=" ".join(kept),
        region=next(iter(regions), None),
        type=next(iter(types), None),
        code=code or None,
        is_begun=is_begun,
    )


def _read_phrase(words: Sequence[str]) -> tuple[int, _Named | None]:
    """How many of the words, from the first, name a region or a type, and which."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if (what := _PHRASES.get(" ".join(words[:length]))) is not None:
            return length, what
    return 1, None


def _read_beginning(words: Sequence[str]) -> _Named | None:
    """The region or type that all the words are the beginning of, if there is just one and enough of it is there.

    A point of the compass alone begins too many names.
    """
    begun = " ".join(words)
    if len(begun) < _SHORTEST_BEGINNING:
        return None
    found = {what for phrase, what in _PHRASES.items() if phrase.startswith(begun) and phrase.split()[0] != begun}
    return found.pop() if len(found) == 1 else None


def _may_be_begun(words: Sequence[str]) -> bool:
    """Whether the last word may be the beginning of a word for a type or a region."""
    return bool(words) and len(words[-1]) >= _SHORTEST_BEGINNING and words[-1][:_SHORTEST_BEGINNING] in _BEGINNINGS


def _list_phrases() -> Iterator[tuple[str, _Named]]:
    """Each way of writing a region or a type, folded."""
    for region in REGIONS:
        yield region.casefold(), region
    yield from ((f"yorkshire{humber}", REGIONS[-1]) for humber in ("", " humber", " and humber"))
    yield "greater london", "London"
    for kind, phrases in _TYPES.items():
        yield from ((phrase, kind) for phrase in phrases)


_PHRASES: Mapping[str, _Named] = dict(_list_phrases())
_LONGEST = max(len(phrase.split()) for phrase in _PHRASES)
_OPENINGS = frozenset(phrase.split()[0] for phrase in _PHRASES) | {"n", "e", "s", "w", "ne", "nw", "se", "sw", "yorks"}
_BEGINNINGS = frozenset(phrase[:_SHORTEST_BEGINNING] for phrase in _PHRASES)
