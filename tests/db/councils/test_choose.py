"""Which of the councils found are meant by what people type, over the whole register and among a few."""

import pytest

from db.councils.choose import choose
from db.councils.finder import CouncilFinder
from db.councils.query import Query
from db.councils.register import Register
from db.model import Council

REGISTER = Register.load()
FINDER = CouncilFinder(REGISTER.councils)


def choose_among(finder: CouncilFinder, query: str) -> tuple[Council, ...]:
    """What a query means to a finder, told whether the register knows it for councils that the finder has not."""
    here = {indexed.council.name for indexed in finder.index.councils}
    known = REGISTER.look_up(query).matches
    is_elsewhere = bool(known) and here.isdisjoint(council.name for council in known)
    return choose(finder, finder.weigh(Query.parse(query)), is_elsewhere=is_elsewhere)


def chosen(query: str, *among: str) -> list[str]:
    councils = [council for council in REGISTER.councils if council.name in among]
    return [council.name for council in choose_among(CouncilFinder(councils) if among else FINDER, query)]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("leicester", "Leicester City Council"),
        ("oadby", "Oadby & Wigston Borough Council"),
        ("harboro", "Harborough District Council"),
        ("kings lyn", "Borough Council of King's Lynn & West Norfolk"),
        ("birmingam", "Birmingham City Council"),
        ("lecester city counsil", "Leicester City Council"),
        ("durham", "Durham County Council"),
        ("durham city", "Durham City Council"),
        ("newcastle", "Newcastle City Council"),
        ("newcastle borough", "Newcastle-under-Lyme Borough Council"),
        ("leicester ci", "Leicester City Council"),
        ("NWLDC", "North West Leicestershire District Council"),
        ("allerdale", "Allerdale Borough Council"),
        ("n yorks", "North Yorkshire Council"),
        ("igston", "Oadby & Wigston Borough Council"),
    ],
)
def test_one_is_chosen_where_the_query_names_one_beyond_doubt(query: str, name: str) -> None:
    assert chosen(query) == [name]


@pytest.mark.parametrize("query", ["north", "NCC", "BBC", "lond", "leicester county", "reding", "knet", "westmin nor"])
def test_an_ambiguous_query_offers_several(query: str) -> None:
    assert len(chosen(query)) > 1


@pytest.mark.parametrize("query", ["trbg", "davc"])
def test_a_council_only_somewhat_like_the_query_is_not_chosen(query: str) -> None:
    assert chosen(query) == []


def test_an_ambiguous_query_offers_all_it_could_mean() -> None:
    assert {"North Devon District Council", "North Yorkshire Council"} <= set(chosen("north"))
    assert len(chosen("BBC")) == len(REGISTER.look_up("BBC").matches)
    assert chosen("leicester county")[:2] == ["Leicester City Council", "Leicestershire County Council"]


def test_every_council_is_chosen_by_its_own_name() -> None:
    assert [council.name for council in REGISTER.councils if choose_among(FINDER, council.name) != (council,)] == []


@pytest.mark.parametrize("query", ["", "council", "county council", "borough", "the"])
def test_words_that_name_nobody_choose_nobody(query: str) -> None:
    assert chosen(query, "Leeds City Council", "Kent County Council", "Harrow Borough Council") == []


@pytest.mark.parametrize(
    ("query", "here"),
    [
        ("bradford", "Bedford Borough Council"),
        ("leicester", "Leicestershire County Council"),
        ("dorset", "North Dorset District Council"),
        ("newcastle", "Newcastle-under-Lyme Borough Council"),
    ],
)
def test_a_name_the_register_knows_is_never_taken_for_another_councils(query: str, here: str) -> None:
    assert chosen(query, here) == []


def test_an_abolished_council_is_chosen_where_its_namesake_has_no_letters_here() -> None:
    assert chosen("somerset", "Somerset County Council") == ["Somerset County Council"]


@pytest.mark.parametrize("query", ["xyzzy", "qqqq", "banana", "zzzzzz zzz", "?!", "\x1b[31m", "counsil", "\U0001f600"])
def test_nonsense_chooses_nobody(query: str) -> None:
    assert chosen(query) == []


def test_a_council_that_is_not_in_the_register_is_chosen_by_its_words() -> None:
    unknown = Council(name="Ambridge & Felpersham Vale Council", in_register=False)
    assert choose_among(CouncilFinder([unknown, *REGISTER.councils]), "ambridge") == (unknown,)


def test_nobody_is_chosen_among_none() -> None:
    assert choose_among(CouncilFinder([]), "leeds") == ()
