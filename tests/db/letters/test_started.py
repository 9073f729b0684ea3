# ruff: noqa: ANN401 - a parsed pattern comes without types
"""A pattern begins only where its first words are, so that looking for them first changes nothing."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db.letters
from db.letters import started as started_patterns
from db.letters.started import StartedPattern

_parser: Any = importlib.import_module("re._parser")
_GAPS = (" ", "\n", "  ", " \n 12 \n")
_CATEGORIES = {"CATEGORY_SPACE": _GAPS, "CATEGORY_DIGIT": ("3",), "CATEGORY_WORD": ("w",)}


def list_started(value: object) -> Iterator[StartedPattern]:
    """Every such pattern in a module's value."""
    if isinstance(value, StartedPattern):
        yield value
    elif isinstance(value, dict):
        yield from (each for one in value.values() for each in list_started(one))
    elif isinstance(value, tuple):
        yield from (each for one in value for each in list_started(one))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (each for one in fields(value) for each in list_started(getattr(value, one.name)))


def collect() -> dict[str, StartedPattern]:
    """Every such pattern of the parser, by what it was compiled from."""
    modules = [importlib.import_module(each.name) for each in pkgutil.walk_packages(db.letters.__path__, "db.letters.")]
    return {each.pattern: each for module in modules for value in vars(module).values() for each in list_started(value)}


STARTED = collect()


def write(tree: Iterable[Any], chance: Random) -> str:
    """Words that the pattern is likely to find, by chance one of the ways through it."""
    return "".join(write_one(str(code), value, chance) for code, value in tree)


def write_one(name: str, value: Any, chance: Random) -> str:
    """The same for one item of a pattern."""
    match name:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL" | "ANY":
            return "x"
        case "IN":
            return write_of(value, chance)
        case "BRANCH":
            return write(chance.choice(value[1]), chance)
        case "SUBPATTERN":
            return write(value[-1], chance)
        case "ATOMIC_GROUP":
            return write(value, chance)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            lowest, highest, inner = value
            return "".join(write(inner, chance) for _ in range(chance.randint(lowest, min(int(highest), lowest + 1))))
    return ""


def write_of(members: Any, chance: Random) -> str:
    """A character of a class."""
    code, value = chance.choice(members)
    if str(code) == "NEGATE":
        return "Y"
    if str(code) == "RANGE":
        return chr(chance.randint(*value))
    return chance.choice(_CATEGORIES.get(str(value), ("z",))) if str(code) == "CATEGORY" else chr(value)


def write_found(started: StartedPattern, chance: Random) -> str:
    """Words of the pattern in any case, mostly such that it finds them."""
    words = write(_parser.parse(started.pattern, started.compiled.flags), chance)
    case = chance.choice((str.upper, str.lower, str.title, str, lambda word: word.replace("s", "\u017f")))
    return case(words)


def spans(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


def test_there_are_patterns_with_beginnings() -> None:
    assert len(STARTED) > 15


@pytest.mark.parametrize("started", STARTED.values(), ids=lambda started: (*started.starts, *started.lines)[0])
def test_what_a_pattern_finds_alone_it_finds_by_its_beginning(started: StartedPattern) -> None:
    chance = Random(1974)
    found = 0
    for _ in range(1000):
        text = write_found(started, chance) + chance.choice((".", ""))
        expected = spans(started.compiled.finditer(text))
        assert spans(started.finditer(text)) == expected
        found += bool(expected)
    assert found > 1


@given(st.data())
def test_a_pattern_finds_what_it_finds_at_every_character(data: st.DataObject) -> None:
    patterns = list(STARTED.values())
    chance = data.draw(st.randoms(use_true_random=False))
    started = data.draw(st.sampled_from(patterns))
    others = data.draw(st.lists(st.sampled_from([started, started, *patterns]), max_size=5))
    text = "".join(chance.choice(("", "\n", " ", "a", "12 ", "\n \t")) + write_found(each, chance) for each in others)
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.none() | st.integers(at, len(text)))
    expected = list(started.compiled.finditer(text, at, len(text) if end is None else end))
    assert spans(started.finditer(text, at, end)) == spans(expected)
    first = started.search(text, at, end)
    assert (first.span() if first else None) == (expected[0].span() if expected else None)


def test_no_beginning_of_a_line_hides_another() -> None:
    for one in started_patterns._BEGINNINGS:
        assert [each for each in started_patterns._BEGINNINGS if each.startswith(one)] == [one]


def test_a_line_that_is_not_looked_for_begins_no_pattern() -> None:
    with pytest.raises(ValueError, match="no beginning of a line"):
        StartedPattern.at_lines(re.compile("^Sirs", re.IGNORECASE | re.MULTILINE), "sirs")
