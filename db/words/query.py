"""A search in letters as it is meant: words that must be there or must not, and what the letters must be."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from db.model import CouncilType, RemarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that must stand next to each other, as typed but without quotes; `is_beginning`: the last may go on."""

    text: str
    is_beginning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFilter:
    """Letters of these years: each a first and a last one, None where that is open. `is_without`: of no such year."""

    ranges: tuple[tuple[int | None, int | None], ...]
    is_without: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeFilter:
    """Letters to councils of one of these types, or of none of them."""

    types: tuple[CouncilType, ...]
    is_without: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkFilter:
    """Letters with a remark of one of these kinds, or of none of them."""

    kinds: tuple[RemarkKind, ...]
    is_without: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFilter:
    """Letters to one of the councils so called, or to none of them; `start` and `end` are where that is typed.

    Which councils are meant depends on those with letters in a library.
    """

    names: tuple[str, ...]
    start: int
    end: int
    is_without: bool = False


Filter = YearFilter | TypeFilter | RemarkFilter | NameFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsQuery:
    """What is searched for: of each group of `wanted` one term must occur, of `unwanted` none, and each filter hold."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for at all."""
        return not (self.wanted or self.unwanted or self.filters)

    @property
    def remarks_wanted(self) -> tuple[RemarkKind, ...]:
        """The kinds of the remarks that letters must have."""
        return tuple(dict.fromkeys(self._list_remarks()))

    def _list_remarks(self) -> Iterator[RemarkKind]:
        for each in self.filters:
            if isinstance(each, RemarkFilter) and not each.is_without:
                yield from each.kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryFault:
    """Why what was typed asks for nothing: a sentence, and the stretch of what was typed that it is about."""

    reason: str
    start: int
    end: int


class HitOrder(StrEnum):
    """In which order letters are listed."""

    BEST = "best"
    """Best match first; as by council without words to match, or with words that tens of thousands of letters have."""
    COUNCIL = "council"
    """By the council's name, of each the newest year first, letters without a year last."""
