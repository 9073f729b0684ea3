"""How names are folded and taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.councils.names import fold, is_type_compatible, take_apart
from db.model import CouncilType


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("King's Lynn & West Norfolk", "kings lynn and west norfolk"),
        ("King\u2019s Lynn & West Norfolk", "kings lynn and west norfolk"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("Stoke\u2013on\u2011Trent", "stoke on trent"),
        ("Saint Albans", "st albans"),
        ("St. Helens", "st helens"),
        ("B&NES", "b and nes"),
        ("Bournemouth, Christchurch  and\tPoole", "bournemouth christchurch and poole"),
        ("Ch\u00e9shire", "cheshire"),
        ("STRASSE stra\u00dfe", "strasse strasse"),
        ("Leices\u00adter", "leicester"),
        ("\uff2c\uff45\uff45\uff44\uff53", "leeds"),
        ("snake_case", "snake case"),
        ("?!", ""),
    ],
)
def test_names_that_differ_only_in_spelling_fold_to_the_same(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_saint_is_only_shortened_as_a_whole_word() -> None:
    assert fold("Saintsbury") == "saintsbury"


@pytest.mark.slow
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_name_is_words_parted_by_single_spaces(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(character.isalnum() or character == " " for character in folded)


@pytest.mark.parametrize(
    ("written", "core", "type_words"),
    [
        ("Leicester City Council", "leicester", {"city"}),
        ("City of Leicester", "leicester", {"city"}),
        ("Leicestershire County Council", "leicestershire", {"county"}),
        ("Cornwall Council", "cornwall", set()),
        ("Cornwall", "cornwall", set()),
        ("London Borough of Croydon", "croydon", {"london", "borough"}),
        ("LB Croydon", "croydon", {"london", "borough"}),
        ("LB of Croydon", "croydon", {"london", "borough"}),
        ("Croydon London Borough Council", "croydon", {"london", "borough"}),
        ("Croydon LBC", "croydon", {"london", "borough"}),
        ("The Royal Borough of Kensington & Chelsea", "kensington and chelsea", {"royal", "borough"}),
        ("Council of the Borough of Poole", "poole", {"borough"}),
        ("Borough Council of King's Lynn & West Norfolk", "kings lynn and west norfolk", {"borough"}),
        ("City of Bradford MDC", "bradford", {"city", "metropolitan", "district"}),
        ("St Albans City and District Council", "st albans", {"city", "district"}),
        ("City and District of St Albans", "st albans", {"city", "district"}),
        ("Bristol, City of", "bristol", {"city"}),
        ("Durham CC", "durham", {"cc"}),
        ("Bath & NE Somerset C", "bath and ne somerset", set()),
        ("County Durham", "county durham", set()),
        ("Vale of White Horse District Council", "vale of white horse", {"district"}),
        ("Isle of Wight Council", "isle of wight", set()),
        ("Harborough", "harborough", set()),
        ("K&C", "k and c", set()),
    ],
)
def test_a_name_is_taken_apart_into_its_core_and_what_it_says_of_its_type(
    written: str, core: str, type_words: set[str]
) -> None:
    parts = take_apart(written)
    assert (parts.core, set(parts.type_words)) == (core, type_words)


@pytest.mark.parametrize(
    "generic",
    ["Council", "the Council", "Borough Council", "City", "London Borough Council", "London Borough of", "BC"],
)
def test_words_for_a_type_alone_have_no_core(generic: str) -> None:
    assert take_apart(generic).core == ""


@given(st.text())
def test_anything_can_be_taken_apart(text: str) -> None:
    assert f" {take_apart(text).core} " in f" {fold(text)} " or take_apart(text).core == ""


@pytest.mark.parametrize(
    ("type_words", "own", "council_type", "may_be"),
    [
        ({"borough"}, {"district"}, CouncilType.DISTRICT, True),
        ({"city"}, {"borough"}, CouncilType.DISTRICT, True),
        (set(), {"county"}, CouncilType.COUNTY, True),
        ({"county"}, {"city"}, CouncilType.UNITARY, False),
        ({"district"}, {"county"}, CouncilType.COUNTY, False),
        ({"london", "borough"}, {"borough"}, CouncilType.DISTRICT, False),
        ({"london", "borough"}, {"city"}, CouncilType.LONDON_BOROUGH, True),
        ({"metropolitan", "borough"}, {"city"}, CouncilType.METROPOLITAN, True),
        ({"metropolitan", "borough"}, {"borough"}, CouncilType.UNITARY, False),
        ({"royal", "borough"}, {"london", "borough"}, CouncilType.LONDON_BOROUGH, False),
        ({"corporation"}, {"borough"}, CouncilType.UNITARY, False),
        ({"cc"}, {"county"}, CouncilType.COUNTY, True),
        ({"cc"}, {"city"}, CouncilType.UNITARY, True),
        ({"cc"}, {"borough"}, CouncilType.DISTRICT, False),
    ],
)
def test_a_type_word_rules_out_what_it_speaks_against(
    type_words: set[str], own: set[str], council_type: CouncilType, may_be: bool
) -> None:
    assert is_type_compatible(frozenset(type_words), frozenset(own), council_type) is may_be
