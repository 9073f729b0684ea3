"""What became of councils, and what they were made from."""

from db.councils.register import Register
from db.councils.succession import Kinship, find_successors, list_relatives, list_successors, trace_successors
from db.model import Council, CouncilEntry

REGISTER = Register.load()


def get(name: str) -> Council:
    council = REGISTER.by_name(name)
    assert council is not None
    return council


def having_letters(*names: str) -> dict[str, CouncilEntry]:
    return {name: CouncilEntry(id=number, council=get(name), years=(2020,)) for number, name in enumerate(names)}


def test_what_a_council_became_is_told_with_the_year_and_whether_it_has_letters_here() -> None:
    entries = having_letters("Cumberland Council")
    told = [
        (relative.kinship, relative.council.name, relative.year, relative.entry is not None)
        for relative in list_relatives(get("Cumbria County Council"), entries)
    ]
    assert told == [
        (Kinship.BECAME, "Cumberland Council", 2023, True),
        (Kinship.BECAME, "Westmorland and Furness Council", 2023, False),
    ]


def test_what_a_council_was_made_from_is_told_the_other_way_round() -> None:
    relatives = list_relatives(get("West Suffolk Council"), {})
    assert {(relative.kinship, relative.council.name, relative.year) for relative in relatives} == {
        (Kinship.MADE_FROM, "Forest Heath District Council", 2019),
        (Kinship.MADE_FROM, "St Edmundsbury Borough Council", 2019),
    }


def test_a_council_that_was_there_before_took_the_others_in() -> None:
    relatives = list_relatives(get("Durham County Council"), {})
    assert {relative.kinship for relative in relatives} == {Kinship.TOOK_IN}


def test_what_came_after_what_came_after_is_traced_too() -> None:
    taunton = get("Taunton Deane Borough Council")
    assert [council.name for council in list_successors(taunton)] == ["Somerset West and Taunton Council"]
    assert [council.name for council in trace_successors(taunton)][-1] == "Somerset Council"
    (found,) = find_successors([taunton], having_letters("Somerset Council", "Kent County Council"))
    assert (found.entry.council.name, found.via) == ("Somerset Council", taunton)


def test_nothing_came_after_a_council_that_exists_or_that_nobody_knows() -> None:
    unknown = Council(name="Nowhere Council", successors=("Elsewhere Council",), in_register=False)
    assert find_successors([get("Kent County Council"), unknown], having_letters("Cumberland Council")) == ()
    assert list_relatives(unknown, {}) == ()


def test_every_councils_relatives_name_it_too() -> None:
    for council in REGISTER.councils:
        for relative in list_relatives(council, {}):
            (back,) = [each for each in list_relatives(relative.council, {}) if each.council == council]
            assert (back.kinship is Kinship.BECAME) != (relative.kinship is Kinship.BECAME)
            assert back.year == relative.year
