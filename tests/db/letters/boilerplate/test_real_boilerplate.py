"""Boilerplate in the three real letters of 2020, each alone in a library: which is which was marked by a person.

What Oadby and Leicester were told alone are the paragraphs between two that every letter has; Harborough's has none.
"""

from pathlib import Path

import pytest

from db.importer import import_paths
from db.letters.boilerplate.own_words import Basis, OwnWords
from db.library import Library

BEFORE, AFTER = "interpret our statistics", "Resources to help you"
OWN = {"000_abf8e9db55790b7f.txt": 8, "001_2136178941eb4955.txt": 6, "002_2aada139a3425445.txt": 0}
"""How many sentences each letter has for its council alone."""


def read_alone(real_letters: Path, name: str, tmp_path: Path) -> tuple[str, OwnWords]:
    """A letter's text, and what is told apart in it, in a library that holds nothing else."""
    library = tmp_path / "library.db"
    assert import_paths(library, [real_letters / name]).added == 1
    with Library.open(library) as opened:
        (entry,) = opened.councils()
        (stored,) = opened.letters_of(entry.id)
        return stored.letter.text, opened.own_words(stored.id)


@pytest.mark.parametrize("name", OWN)
def test_boilerplate_is_recognised_and_no_word_of_its_own_taken_for_it(
    real_letters: Path, name: str, tmp_path: Path
) -> None:
    text, words = read_alone(real_letters, name, tmp_path)
    assert words.basis is Basis.SHIPPED
    begins, ends = text.index("\n\n", text.index(BEFORE)), text.index(AFTER)
    body = [each for each in words.sentences if each.is_body and not each.is_heading]
    own = [each for each in body if begins < each.start < ends]
    general = [each for each in body if each not in own]
    assert len(own) == OWN[name]
    assert not [each for each in own if each.is_boilerplate]
    assert sum(each.is_boilerplate for each in general) >= 0.95 * len(general)
    assert len(general) >= 30


@pytest.mark.parametrize("name", ["003_b1e162781bcb7585.txt", "004_906c1b837bde5254.txt"])
def test_the_letters_of_2018_and_2021_say_nothing_to_their_councils_alone(
    real_letters: Path, name: str, tmp_path: Path
) -> None:
    _, words = read_alone(real_letters, name, tmp_path)
    assert words.basis is Basis.SHIPPED
    assert words.own == ()
