"""The values of a search's filters: years, types of council and kinds of remark, as people write them."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from db.model import CouncilType, RemarkKind
from db.text.clean import one_line

_YEARS = re.compile(r"([0-9]{4})?(?:([-\u2010-\u2015])([0-9]{4})?)?")
_WORDS = re.compile(r"[^\W_]+")

Kind = TypeVar("Kind", bound=StrEnum)


class NoSuchValue(ValueError):
    """A filter does not take this value; the message is a sentence that says which it takes."""


def read_years(value: str) -> tuple[int | None, int | None]:
    """The first and the last of the years meant by "2020", "2018-2021", "2018-" or "-2021".

    Raises:
        NoSuchValue: it is no year, nor years in their order.
    """
    match = _YEARS.fullmatch(value.strip())
    if match is None or not (match[1] or match[3]):
        raise NoSuchValue(f'"{one_line(value)}" is no year: write year:2020, or year:2018-2021.')
    first = int(match[1]) if match[1] else None
    last = int(match[3]) if match[3] else None if match[2] else first
    if first is not None and last is not None and first > last:
        raise NoSuchValue(f"{first} comes after {last}: write year:{last}-{first}.")
    return first, last


def read_council_type(value: str) -> CouncilType:
    """The type of council meant, which may be written short.

    Raises:
        NoSuchValue: it is none, or could be several.
    """
    return _read_kind(value, CouncilType, "type")


def read_remark_kind(value: str) -> RemarkKind:
    """The kind of remark meant, which may be written short.

    Raises:
        NoSuchValue: it is none, or could be several.
    """
    return _read_kind(value, RemarkKind, "remark")


def _read_kind(value: str, kinds: type[Kind], name: str) -> Kind:
    """The one of the kinds that has all the words of the value, or words that begin so."""
    words = [word.casefold() for word in _WORDS.findall(value)]
    if words:
        exact = [kind for kind in kinds if kind.value.split("_") == words]
        found = exact or [kind for kind in kinds if _has_words(kind.value.split("_"), words)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NoSuchValue(f'"{one_line(value)}" could be {_list_values(found, name)}.')
    raise NoSuchValue(f'There is no {name} "{one_line(value)}": write {_list_values(kinds, name)}.')


def _has_words(own: list[str], words: list[str]) -> bool:
    """Whether each of the words begins one of its own."""
    return all(any(each.startswith(word) for each in own) for word in words)


def _list_values(kinds: Iterable[StrEnum], name: str) -> str:
    """The values in words: "type:county, type:district or type:unitary"."""
    *first, last = (f"{name}:{kind.value}" for kind in kinds)
    return f"{', '.join(first)} or {last}" if first else last
