from hypothesis import given
from hypothesis import strategies as st

from db.text.searched import fold_for_search, join_words

TEXT = "The o\ufb03cers had di\ufb03culty with home\u00adlessness, safe-\nguarding and a well-\nknown rule."


def test_words_are_whole_and_halves_follow() -> None:
    searched = fold_for_search(TEXT)
    assert searched is not None
    assert searched.text.startswith("The officers had difficulty with homelessness, safeguarding and a wellknown rule.")
    assert [half.split() for half in searched.text.split("\ue002")[1:3]] == [["safe", "guarding"], ["well", "known"]]


def test_a_match_stands_for_the_stored_words() -> None:
    searched = fold_for_search(TEXT)
    assert searched is not None
    for word, stored in {
        "officers": "o\ufb03cers",
        "homelessness": "home\u00adlessness",
        "safeguarding": "safe-\nguarding",
        "known rule": "known rule",
    }.items():
        start = searched.text.index(word)
        begin, end = searched.find_origin(start, start + len(word))
        assert TEXT[begin:end] == stored
    start = searched.text.rindex("known")
    begin, end = searched.find_origin(start, start + len("known"))
    assert TEXT[begin:end] == "known"


def test_a_text_without_broken_words_is_searched_as_it_stands() -> None:
    assert fold_for_search("Plain words - and a dash -\n more.") is None


@given(st.text(alphabet="ab \n-\u00ad\ufb01\u2010.", max_size=60))
def test_every_character_of_the_searched_words_stands_somewhere_in_the_stored_text(text: str) -> None:
    searched = fold_for_search(text)
    joined = join_words(text)
    if searched is None:
        assert joined == text
        return
    assert searched.text.startswith(joined)
    for at, character in enumerate(joined):
        begin, end = searched.find_origin(at, at + 1)
        assert 0 <= begin < end <= len(text)
        assert character in text[begin:end] or text[begin:end] == "\ufb01"
