# ruff: noqa: ANN401 - a parsed pattern comes without types
"""A pattern's cues are in all that it finds, so that looking for them first changes nothing."""

import importlib
import pkgutil
import re
import string
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db.letters
from db.letters.cued import CuedPattern, lower

_parser: Any = importlib.import_module("re._parser")
_ANYTHING = "\0"
_CUE = "\1"
_MOST = 3000


def list_cued(value: object) -> Iterator[CuedPattern]:
    """Every cued pattern in a module's value."""
    if isinstance(value, CuedPattern):
        yield value
    elif isinstance(value, dict):
        yield from (each for one in value.values() for each in list_cued(one))
    elif isinstance(value, tuple):
        yield from (each for one in value for each in list_cued(one))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (each for one in fields(value) for each in list_cued(getattr(value, one.name)))


def collect() -> dict[str, CuedPattern]:
    """Every cued pattern of the parser, by what it was compiled from."""
    modules = [importlib.import_module(each.name) for each in pkgutil.walk_packages(db.letters.__path__, "db.letters.")]
    return {each.pattern: each for module in modules for value in vars(module).values() for each in list_cued(value)}


CUED = collect()


def write_all(tree: Iterable[Any], cues: tuple[str, ...]) -> set[str]:
    """The ways through a pattern: its literals in small letters, with a sign for anything else; or one for a cue."""
    ways = {""}
    for code, value in tree:
        each = write_one(str(code), value, cues)
        ways = {shorten(way + more, cues) for way in ways for more in each}
        if len(ways) > _MOST:
            ways = {_ANYTHING}
    return ways


def shorten(way: str, cues: tuple[str, ...]) -> str:
    """The same way, of which only its ends can still become part of a cue."""
    if _CUE in way or any(cue in way for cue in cues):
        return _CUE
    longest = max(map(len, cues))
    first, last = way.split(_ANYTHING)[0][:longest], way.rpartition(_ANYTHING)[2][-longest:]
    return way if _ANYTHING not in way and len(way) <= longest else f"{first}{_ANYTHING}{last}"


def write_one(name: str, value: Any, cues: tuple[str, ...]) -> set[str]:
    """The same for one item of a pattern."""
    if name == "LITERAL":
        return {chr(value).lower()}
    if name == "IN" and len(value) == 1 and str(value[0][0]) == "LITERAL":
        return {chr(value[0][1]).lower()}
    if name in ("ASSERT", "ASSERT_NOT", "AT"):
        return {""}
    if name == "BRANCH":
        return {way for branch in value[1] for way in write_all(branch, cues)}
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return write_all(value if name == "ATOMIC_GROUP" else value[-1], cues)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        lowest, highest, inner = value
        more = {shorten(way + (_ANYTHING if highest > 1 else ""), cues) for way in write_all(inner, cues)}
        return more if lowest else {"", *more}
    return {_ANYTHING}


def test_there_are_patterns_with_cues() -> None:
    assert len(CUED) > 5


@pytest.mark.parametrize("cued", CUED.values(), ids=lambda cued: cued.cues[0])
def test_every_way_through_a_pattern_has_a_cue(cued: CuedPattern) -> None:
    assert write_all(_parser.parse(cued.pattern, cued.compiled.flags), cued.cues) == {_CUE}


@pytest.mark.parametrize("letter", string.ascii_lowercase)
def test_what_a_pattern_takes_for_a_letter_is_that_letter_when_cues_are_looked_for(letter: str) -> None:
    everything = "".join(map(chr, [*range(0xD800), *range(0xE000, sys.maxunicode + 1)]))
    for found in re.findall(letter, everything, re.IGNORECASE):
        assert lower(found) == lower(f"\u2013{found}")[1:] == letter


@given(st.data())
def test_a_pattern_with_cues_finds_what_it_finds_without_its_cues(data: st.DataObject) -> None:
    cued = data.draw(st.sampled_from(list(CUED.values())))
    pieces = st.sampled_from([*cued.cues, *re.findall(r"[A-Za-z]{3,}", cued.pattern), "12", "31 March 2020", "\n"])
    cases = st.sampled_from([str.upper, str.lower, str.title, lambda word: word.replace("s", "\u017f")])
    words = data.draw(st.lists(st.tuples(pieces, cases), max_size=12))
    text = " ".join(case(word) for word, case in words)
    at = data.draw(st.integers(0, len(text)))
    expected = [match.span() for match in cued.compiled.finditer(text, at)]
    assert [match.span() for match in cued.finditer(text, at)] == expected
    first = cued.search(text, at)
    assert (first.span() if first else None) == (expected[0] if expected else None)
