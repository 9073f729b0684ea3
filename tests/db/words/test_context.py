import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.markup import remove_signs
from db.words.context import CLOSE, CONTEXT, OPEN, cut_context, find_matches

PIECES = st.lists(
    st.tuples(
        st.text(alphabet="ab \n\u2019\U0001f600", max_size=60), st.sampled_from(["Delay", "delays", "late", "\xc9"])
    ),
    min_size=1,
    max_size=12,
)


@given(PIECES, st.text(alphabet="ab \n", max_size=200))
def test_matches_stand_where_the_text_has_them(pieces: list[tuple[str, str]], rest: str) -> None:
    text = "".join(before + word for before, word in pieces) + rest
    spans, _ = find_matches("".join(f"{before}{OPEN}{word}{CLOSE}" for before, word in pieces) + rest)
    assert [text[start:end] for start, end in spans] == [word for _, word in pieces]


@given(PIECES)
def test_the_match_to_show_is_the_first_with_the_most_different_words_near(pieces: list[tuple[str, str]]) -> None:
    text = "".join(before + word for before, word in pieces)
    spans, chosen = find_matches("".join(f"{before}{OPEN}{word}{CLOSE}" for before, word in pieces))
    near = [
        len({text[a:b].casefold() for a, b in spans[at:] if b <= start + CONTEXT // 2})
        for at, (start, _) in enumerate(spans)
    ]
    assert chosen == near.index(max(near))


def test_a_text_without_any_match_marked_is_no_answer() -> None:
    with pytest.raises(ValueError, match="none of them"):
        find_matches("Delay")


@given(
    st.lists(
        st.sampled_from(["**bold**", "[a", "link](#)", "<u>x</u>", "so\u00adft", "word", "\n", "\t"]), max_size=80
    ),
    st.lists(st.sampled_from(["**bold**", "[a", "link](#)", "word", "\n"]), max_size=80),
)
def test_the_context_has_the_words_as_a_reader_sees_them_and_no_sign(before: list[str], after: list[str]) -> None:
    text = " ".join([*before, "Needle", *after, "needles"])
    start = text.index("Needle")
    context, matches = cut_context(text, start, start + 6, [(start, start + 6)])
    assert [context[first:last] for first, last in matches] == ["Needle"]
    assert context.strip("\u2026") in " ".join(remove_signs(text).split())
    assert len(context) <= CONTEXT + 2
