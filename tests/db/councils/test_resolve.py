"""Which council a typed name means, where not all that bear the name have letters here."""

from collections.abc import Sequence

import pytest

from db.councils.finder import load_register_finder
from db.councils.register import Register
from db.councils.resolve import Resolved, Resolver
from db.model import Council, CouncilEntry
from tests.db.councils.counting import count_questions


def make_resolver(*having_letters: str) -> Resolver:
    """What resolves names where these councils have letters."""
    councils = [council for name in having_letters if (council := Register.load().by_name(name))]
    return Resolver(
        [CouncilEntry(id=number, council=council, years=(2020,)) for number, council in enumerate(councils)]
    )


def resolve(typed: str, *having_letters: str) -> Resolved:
    return make_resolver(*having_letters).resolve(typed)


def list_names(councils: Sequence[Council]) -> list[str]:
    return [council.name for council in councils]


@pytest.mark.parametrize("typed", ["Dorset Council", "dorset council"])
def test_a_name_in_full_is_never_taken_for_the_older_council_of_the_place(typed: str) -> None:
    resolved = resolve(typed, "Dorset County Council")
    assert resolved.entry is None
    assert list_names(resolved.elsewhere) == ["Dorset Council"]


def test_a_short_name_may_be_taken_for_the_older_council_and_that_is_said() -> None:
    resolved = resolve("dorset", "Dorset County Council")
    assert resolved.entry is not None
    assert resolved.entry.council.name == "Dorset County Council"
    assert resolved.note == "Taken to mean Dorset County Council: there is no letter to Dorset Council here."


def test_of_two_councils_of_a_name_that_have_letters_here_the_current_one_is_meant_and_that_is_said() -> None:
    resolved = resolve("dorset", "Dorset County Council", "Dorset Council")
    assert resolved.entry is not None
    assert resolved.entry.council.name == "Dorset Council"
    assert resolved.note == "Taken to mean Dorset Council, not Dorset County Council, abolished on 1 April 2019."


def test_a_council_with_letters_here_is_meant_without_a_word_about_it() -> None:
    resolved = resolve("kent", "Kent County Council", "Leeds City Council")
    assert resolved.entry is not None
    assert (resolved.entry.council.name, resolved.note, resolved.elsewhere) == ("Kent County Council", None, ())


def test_what_matches_nothing_here_is_looked_for_in_the_register() -> None:
    assert list_names(resolve("Kings Lyn", "Kent County Council").elsewhere) == [
        "Borough Council of King's Lynn & West Norfolk"
    ]


def test_what_matches_is_listed_best_first_with_where_it_does_whoever_is_meant() -> None:
    resolved = resolve(
        "leic", "Leeds City Council", "North West Leicestershire District Council", "Leicester City Council"
    )
    assert [(match.entry.council.name, match.spans) for match in resolved.matches] == [
        ("Leicester City Council", ((0, 4),)),
        ("North West Leicestershire District Council", ((11, 15),)),
    ]
    assert [match.entry for match in resolved.matches] == list(resolved.here)


def test_where_nothing_is_typed_all_are_listed_by_name_and_none_is_meant() -> None:
    resolved = resolve(" ", "Leeds City Council", "Kent County Council")
    assert [match.entry.council.name for match in resolved.matches] == ["Kent County Council", "Leeds City Council"]
    assert (resolved.here, resolved.elsewhere, resolved.note) == ((), (), None)


@pytest.mark.parametrize("typed", ["allerdale", "Allerdale Borough Council", "allerd", "E07000026"])
def test_of_a_council_without_letters_here_those_that_came_after_it_are_told(typed: str) -> None:
    resolved = resolve(typed, "Cumberland Council", "Kent County Council")
    assert [(each.entry.council.name, each.via.name) for each in resolved.successors] == [
        ("Cumberland Council", "Allerdale Borough Council")
    ]
    assert (resolved.matches, resolved.entry) == ((), None)
    assert [match.entry.council.name for match in resolved.listed] == ["Cumberland Council"]
    assert resolved.why_none == "No letter to Allerdale Borough Council here. It became Cumberland Council in 2023."


def test_of_a_council_with_letters_here_those_that_came_after_it_are_told_too() -> None:
    resolved = resolve("cumbria", "Cumbria County Council", "Westmorland and Furness Council")
    assert [match.entry.council.name for match in resolved.matches] == ["Cumbria County Council"]
    assert [each.entry.council.name for each in resolved.successors] == ["Westmorland and Furness Council"]


@pytest.mark.parametrize("typed", ["kent", "north west", "district", "cumberland"])
def test_of_a_council_that_exists_or_of_many_nothing_came_after(typed: str) -> None:
    assert resolve(typed, "Kent County Council", "Cumberland Council", "Blaby District Council").successors == ()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("north", '"north" could be one of 2 councils: choose one.'),
        ("liverpool", "Liverpool City Council is known, but there is no letter to it here."),
        (
            "newcastle council",
            "Newcastle City Council and Newcastle-under-Lyme Borough Council are known, but there is no letter to them"
            " here.",
        ),
        (
            "NCC",
            "Newcastle City Council, Norfolk County Council and 5 others are known, but there is no letter to them"
            " here.",
        ),
        ("gon\ndor", 'No council with letters here is called "gon dor".'),
    ],
)
def test_why_no_one_council_here_is_meant_is_told(typed: str, sentence: str) -> None:
    resolved = resolve(typed, "North Devon District Council", "North Yorkshire Council", "Kent County Council")
    assert resolved.entry is None
    assert resolved.why_none == sentence


@pytest.mark.parametrize("typed", ["kent", "le", "dorset", "liverpool", "leds", "kings lyn", "zzzz", ""])
def test_a_name_is_looked_up_once_and_what_finds_is_asked_once(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    resolver = make_resolver("Leeds City Council", "Kent County Council", "Dorset County Council")
    load_register_finder()
    asked = count_questions(monkeypatch)
    resolved = resolver.resolve(typed)
    assert resolver.resolve(typed) is resolved
    assert asked.looked_up == [typed]
    whole_register_too = typed in {"kings lyn", "zzzz"}
    assert asked.found == [typed] * (2 if whole_register_too else 1)
