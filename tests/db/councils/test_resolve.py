"""Which council a typed name means, where not all that bear the name have letters here."""

import pytest

from db.councils.finder import CouncilFinder
from db.councils.register import Register
from db.councils.resolve import Meant, meant_by
from db.model import Council, CouncilEntry


def meant(typed: str, *names: str) -> Meant:
    """What the words mean where these councils have letters."""
    councils = [council for name in names if (council := Register.load().by_name(name))]
    entries = [CouncilEntry(number, council, (2020,)) for number, council in enumerate(councils)]
    return meant_by(typed, entries, CouncilFinder([entry.council for entry in entries]))


def names(councils: tuple[Council, ...]) -> list[str]:
    return [council.name for council in councils]


@pytest.mark.parametrize("typed", ["Dorset Council", "dorset council"])
def test_a_name_in_full_is_never_taken_for_the_older_council_of_the_place(typed: str) -> None:
    found = meant(typed, "Dorset County Council")
    assert found.entry is None
    assert names(found.elsewhere) == ["Dorset Council"]


def test_a_short_name_may_be_taken_for_the_older_council_and_that_is_said() -> None:
    found = meant("dorset", "Dorset County Council")
    assert found.entry is not None
    assert found.entry.council.name == "Dorset County Council"
    assert found.note == "Taken to mean Dorset County Council: there is no letter to Dorset Council here."


def test_a_council_with_letters_here_is_meant_without_a_word_about_it() -> None:
    found = meant("kent", "Kent County Council", "Leeds City Council")
    assert found.entry is not None
    assert (found.entry.council.name, found.note, found.elsewhere) == ("Kent County Council", None, ())


def test_what_matches_nothing_here_is_looked_for_in_the_register() -> None:
    assert names(meant("Kings Lyn", "Kent County Council").elsewhere) == [
        "Borough Council of King's Lynn & West Norfolk"
    ]
