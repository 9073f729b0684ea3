"""Words parted by a table are those that a search finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from db.text.words import find_words

ASCII = st.text(st.characters(max_codepoint=127))


@given(st.text() | ASCII)
def test_words_are_the_runs_of_letters_and_digits(text: str) -> None:
    assert find_words(text) == re.findall(r"[^\W_]+", text)
