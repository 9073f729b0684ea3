import json
from pathlib import Path

import pytest

from tests.db.builders import letter_text
from tests.tui.asked import Run

WORDS = "See our map, [Your council's performance](#), or write to <someone@example.org> about **every** badger."


@pytest.fixture
def marked_up(run: Run, tmp_path: Path) -> Run:
    """A library with a letter in which a conversion has left its signs."""
    (tmp_path / "letter.txt").write_text(letter_text(words=WORDS), encoding="utf-8")
    assert run("import", tmp_path / "letter.txt").returncode == 0
    return run


@pytest.mark.parametrize("words", [("read", "oadby"), ("search", "badger"), ("search", "performance")])
def test_links_and_addresses_are_words(marked_up: Run, words: tuple[str, ...]) -> None:
    said = " ".join(marked_up(*words).stdout.split())
    assert "performance, or write to someone@example.org about every badger." in said
    assert not set(said) & set("[]<>*#")


def test_for_programs_the_words_are_as_they_are_stored(marked_up: Run) -> None:
    answer = json.loads(marked_up("search", "badger", "--json").stdout)
    text = json.loads(marked_up("read", "oadby", "--json").stdout)["text"]
    (hit,) = answer["hits"]
    assert WORDS in text
    assert text[hit["start"] : hit["end"]] == "badger"
