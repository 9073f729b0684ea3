"""Text on its way out, whatever is in it."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from db.text.clean import clean
from db.text.harmless import drop_acting, escape_json, mask_line, mask_text

anything = st.text(st.characters() | st.sampled_from("\x1b\x9b\x07\n\t\u202e\u2066\ud800\u2028é"))


def acts(character: str) -> bool:
    """Whether a terminal may act on it: by its category or the direction it turns to, as Unicode has them."""
    turns = {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}
    category = unicodedata.category(character)
    return category in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(character) in turns


@given(anything)
def test_a_line_keeps_its_length_and_has_nothing_that_a_terminal_acts_on(text: str) -> None:
    masked = mask_line(text)
    assert len(masked) == len(text)
    assert not any(map(acts, masked))


@given(anything)
def test_a_text_keeps_its_lines_and_tabs_and_has_nothing_else_that_a_terminal_acts_on(text: str) -> None:
    masked = mask_text(text)
    assert len(masked) == len(text)
    assert [at for at, c in enumerate(masked) if c in "\n\t"] == [at for at, c in enumerate(text) if c in "\n\t"]
    assert not any(acts(c) for c in masked if c not in "\n\t")


@given(anything)
def test_a_picture_has_none_of_it(text: str) -> None:
    assert drop_acting(text) == "".join(c for c in text if c in "\u061c\u200e\u200f" or not acts(c)).translate(
        dict.fromkeys(map(ord, "\u061c\u200e\u200f"))
    )


@given(st.recursive(anything, lambda inner: st.lists(inner) | st.dictionaries(anything, inner), max_leaves=8))
def test_json_says_the_same_as_before(answer: object) -> None:
    escaped = escape_json(json.dumps(answer, ensure_ascii=False, indent=2))
    assert json.loads(escaped) == answer
    assert not any(acts(c) for c in escaped if c != "\n")


@given(anything)
def test_what_was_cleaned_at_import_goes_out_as_it_is(text: str) -> None:
    assert mask_text(clean(text)) == clean(text)
