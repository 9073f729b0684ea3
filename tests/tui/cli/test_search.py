"""`upheld search`."""

import pytest

from tests.marks import slow
from tests.tui.asked import Run, answer


def test_search_gives_the_place_of_the_words(filled: Run) -> None:
    found = answer(filled("search", "statistics", "--json", "--limit", "3"))
    assert found["total"] >= len(found["hits"]) == 3
    hit = found["hits"][0]
    text = answer(filled("read", hit["council"], "--year", str(hit["year"]), "--json"))["text"]
    assert text[hit["start"] : hit["end"]].lower().startswith("statistic")


@pytest.mark.parametrize("typed", ['"', *slow("AND", "near(", "foo-bar", "it's", "(", "*", "a:b", "🦆")])
def test_anything_can_be_searched_for(filled: Run, typed: str) -> None:
    done = filled("search", typed, "--json")
    assert done.returncode in {0, 1}
    assert "error" in answer(done) or answer(done)["total"]


@pytest.mark.slow
def test_a_quoted_argument_is_searched_for_as_a_phrase(filled: Run) -> None:
    hits = answer(filled("search", "upheld decisions", "--json", "--limit", "50"))["hits"]
    for hit in hits:
        text = answer(filled("read", hit["council"], "--year", str(hit["year"]), "--json"))["text"]
        assert " ".join(text[hit["start"] : hit["end"]].lower().split()).startswith("upheld decision")


@pytest.mark.slow
def test_as_many_hits_are_shown_as_the_help_says(filled: Run) -> None:
    found = answer(filled("search", "council", "--json"))
    assert found["total"] > len(found["hits"])
    assert f"how many to show ({len(found['hits'])})" in filled("search", "--help").stdout
