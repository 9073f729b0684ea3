from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.loose import MOST_OCCURRENCES, LooseText


def found(words: str, text: str, left_out: list[tuple[int, int]] | None = None) -> list[str]:
    """The stretches of the text that are found."""
    return [text[start:end] for start, end in LooseText.of(text, left_out or []).find(words)]


@pytest.mark.parametrize(
    ("typed", "text", "stretch"),
    [
        ("public REPORT", "a Public Report", "Public Report"),
        ("cafe", "the Café here", "Café"),
        ("café", "the cafe here", "cafe"),
        ("safeguarding", "child safe\u00adguarding", "safe\u00adguarding"),
        ("safeguarding", "child safe-\nguarding", "safe-\nguarding"),
        ("well-known", "a well-\n known fault", "well-\n known"),
        ("wellknown", "a well-known fault", "well-known"),
        ("difficult", "a di\ufb03cult year", "di\ufb03cult"),
        ("council's", "the council\u2019s own", "council\u2019s"),
        ('"sorry"', "they said \u201csorry\u201d late", "\u201csorry\u201d"),
        ("2019-20", "in 2019\u201320", "2019\u201320"),
        ("too long to", "took too  long\n\nto answer", "too  long\n\nto"),
        ("strasse", "Große Straße", "Straße"),
    ],
)
def test_words_are_found_however_a_copy_has_written_them(typed: str, text: str, stretch: str) -> None:
    assert found(typed, text) == [stretch]


def test_signs_a_reader_does_not_see_stand_in_no_words_way() -> None:
    text = "In **100%** of cases"
    assert found("in 100% of", text, [(3, 5), (9, 11)]) == ["In **100%** of"]


def test_every_place_is_found_and_none_twice() -> None:
    assert found("aa", "aaaaa") == ["aa", "aa"]


@pytest.mark.parametrize("nothing", ["", " ", "\n", "\u00ad", "-"])
def test_nothing_is_found_of_nothing(nothing: str) -> None:
    assert found(nothing, "some words - and more\u00ad words") == []


def test_a_hyphen_just_typed_loses_nothing() -> None:
    assert found("well-", "a well-known fault") == ["well"]


def test_places_beyond_counting_are_not_gone_through() -> None:
    assert len(found("a", "a " * (MOST_OCCURRENCES + 5))) == MOST_OCCURRENCES


@given(st.text(), st.text(min_size=1), st.text())
def test_words_that_stand_in_a_text_are_found_in_it_in_order(before: str, words: str, after: str) -> None:
    text = f"{before} {words} {after}"
    places = LooseText.of(text).find(words)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    if LooseText.of(words).text.strip(" -") and "-" not in LooseText.of(words).text:
        assert places
