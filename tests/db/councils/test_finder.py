"""Finding councils by what people type, over the whole register."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.councils.choose import choose
from db.councils.finder import CouncilFinder, Match
from db.councils.names import fold
from db.councils.query import Query
from db.councils.register import Register
from db.model import Council, CouncilType
from tests.bench.council_queries import LABELLED, made_queries, rank_answer

REGISTER = Register.load()
FINDER = CouncilFinder(REGISTER.councils)

MUST_BE_FIRST = [
    "oadby", "K&C", "nwl", "Kings Lyn", "harboro", "leicester", "kensington chelsea", "st helens", "saint albans",
    "bcp", "rbkc", "tower ham", "nottingham city", "notts", "herts", "stoke on trent", "wigston oadby",
    "oadbyandwigston", "birmingam", "westmorland furness", "bath", "telford",
]  # fmt: skip


def names(query: str) -> list[str]:
    return [match.council.name for match in FINDER.find(query)]


def marked(match: Match) -> list[str]:
    return [match.council.name[start:end] for start, end in match.spans]


def test_the_forgiving_library_is_not_imported_for_a_query_without_a_slip() -> None:
    code = (
        "import sys; from db.councils.finder import CouncilFinder; from db.councils.register import Register\n"
        "finder = CouncilFinder(Register.load().councils); finder.find(''); finder.find('oadby')\n"
        "assert 'rapidfuzz' not in sys.modules; finder.find('birmingam'); assert 'rapidfuzz' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("query", MUST_BE_FIRST)
def test_a_query_finds_the_council_meant_first(query: str) -> None:
    assert names(query)[0] == LABELLED[query]


def test_of_queries_labelled_by_hand_the_council_meant_is_nearly_always_first() -> None:
    first = [query for query, name in LABELLED.items() if names(query)[:1] == [name]]
    among_three = [query for query, name in LABELLED.items() if name in names(query)[:3]]
    assert len(first) >= 0.95 * len(LABELLED)
    assert len(among_three) >= 0.99 * len(LABELLED)


@pytest.mark.slow
def test_of_slips_made_by_machine_the_council_meant_is_nearly_always_first() -> None:
    ranks = [(query.kind, rank_answer(FINDER, query)) for query in made_queries(REGISTER.councils)]
    assert sum(rank < 3 for _, rank in ranks) >= 0.99 * len(ranks)
    for kind in {kind for kind, _ in ranks}:
        of_kind = [rank for its_kind, rank in ranks if its_kind == kind]
        assert sum(rank == 0 for rank in of_kind) >= 0.95 * len(of_kind), kind


def test_an_empty_query_finds_all_by_name() -> None:
    for query in ("", "  "):
        assert names(query) == sorted((council.name for council in REGISTER.councils), key=str.casefold)


@pytest.mark.parametrize("query", ["xyzzy", "qqqq", "banana", "zzzzzz zzz", "?!", "\x1b[31m", "counsil", "\U0001f600"])
def test_nonsense_finds_nothing(query: str) -> None:
    assert names(query) == []


def test_unrelated_councils_are_left_out() -> None:
    assert names("oadby") == ["Oadby & Wigston Borough Council"]
    assert names("birmingam") == ["Birmingham City Council"]
    assert all("leicester" in name.casefold() for name in names("leicester"))


def test_scores_fall_from_first_to_last() -> None:
    for query in MUST_BE_FIRST:
        scores = [match.score for match in FINDER.find(query)]
        assert scores == sorted(scores, reverse=True)


def test_a_name_being_typed_in_full_keeps_its_council_first_throughout() -> None:
    for name in ("Leicester City Council", "Nottinghamshire County Council", "London Borough of Croydon"):
        begun = next(length for length in range(1, len(name)) if names(name[:length])[0] == name)
        stays = [names(name[:length])[0] == name for length in range(begun, len(name) + 1)]
        assert all(stays[-7:]), name


def test_what_still_exists_comes_before_what_does_not() -> None:
    assert names("dorset")[:2] == ["Dorset Council", "Dorset County Council"]
    assert names("dorset county")[0] == "Dorset County Council"


def found(query: str) -> list[Council]:
    return [match.council for match in FINDER.find(query)]


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("district", CouncilType.DISTRICT),
        ("District Councils", CouncilType.DISTRICT),
        ("county", CouncilType.COUNTY),
        ("unitary", CouncilType.UNITARY),
        ("metropolitan borough", CouncilType.METROPOLITAN),
        ("london boroughs", CouncilType.LONDON_BOROUGH),
    ],
)
def test_a_type_finds_all_of_that_type_and_no_other_in_order_of_names(query: str, kind: CouncilType) -> None:
    assert {council.name for council in found(query)} == {each.name for each in REGISTER.councils if each.type is kind}
    existing = [council.name.casefold() for council in found(query) if council.abolished_on is None]
    assert existing == sorted(existing)
    assert found(query)[: len(existing)] == [each for each in found(query) if each.abolished_on is None]


@pytest.mark.parametrize(
    ("query", "region"),
    [
        ("East Midlands", "East Midlands"),
        ("e midlands", "East Midlands"),
        ("east mid", "East Midlands"),
        ("the south west region", "South West"),
        ("yorkshire & the humber", "Yorkshire and The Humber"),
        ("yorkshire", "Yorkshire and The Humber"),
        ("london", "London"),
    ],
)
def test_a_region_finds_all_of_it_behind_those_whose_names_begin_so(query: str, region: str) -> None:
    in_region = {council.name for council in REGISTER.councils if council.region == region}
    named = [name for name in names(query) if name not in in_region]
    assert in_region <= set(names(query))
    assert all(any(fold(word) in fold(name) for word in query.split() if len(word) > 3) for name in named)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("leicester east midlands", "Leicester City Council"),
        ("east midlands leicester", "Leicester City Council"),
        ("lester e midlands", "Leicester City Council"),
        ("leecster east midlands", "Leicester City Council"),
        ("nottingham unitary", "Nottingham City Council"),
        ("e06 derby", "Derby City Council"),
        ("newark east midlands district", "Newark and Sherwood District Council"),
        ("south west district teign", "Teignbridge District Council"),
    ],
)
def test_a_region_a_type_and_a_name_are_combined(query: str, name: str) -> None:
    assert names(query)[0] == name


def test_a_type_beside_a_name_rules_out_the_other_types() -> None:
    assert {council.type for council in found("north district")} == {CouncilType.DISTRICT}
    assert {council.type for council in found("north unitary")} == {CouncilType.UNITARY}
    assert {(council.type, council.region) for council in found("east midlands district")} == {
        (CouncilType.DISTRICT, "East Midlands")
    }


@pytest.mark.parametrize("query", ["peak district", "county durham", "leeds metropolitan", "west midlands fire"])
def test_words_for_a_type_or_region_within_a_name_still_name_it(query: str) -> None:
    first = fold(names(query)[0])
    assert all(word in fold(f"{first} metropolitan county") for word in query.split())
    assert len(names(query)) < 6


def test_a_gss_code_finds_its_council_and_its_beginning_all_that_begin_so() -> None:
    assert names("E07000026") == names("e07000026") == ["Allerdale Borough Council"]
    assert {council.gss_code for council in found("E0700002")} >= {"E07000026", "E07000027"}
    assert all((council.gss_code or "").startswith("E0700002") for council in found("E0700002"))
    assert names("E07999999") == []


@pytest.mark.parametrize("begun", ["", "e", "s", "w", "lond", "coun", "west", "north", "east"])
def test_what_is_only_begun_rules_nobody_out(begun: str) -> None:
    starting = {name for name in names("") if fold(name).startswith(begun)}
    assert starting <= set(names(begun))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("m'bro", "Middlesbrough Borough Council"),
        ("M\u2019bro", "Middlesbrough Borough Council"),
        ("mbro", "Middlesbrough Borough Council"),
        ("w'hampton", "City of Wolverhampton Council"),
        ("p'boro", "Peterborough City Council"),
        ("lester", "Leicester City Council"),
        ("lest", "Leicester City Council"),
        ("gloster", "Gloucester City Council"),
        ("wooster", "Worcester City Council"),
        ("wight isle of", "Isle of Wight Council"),
        ("Wight, Isle of", "Isle of Wight Council"),
        ("dean forest of", "Forest of Dean District Council"),
        ("welwyn garden", "Welwyn Hatfield Borough Council"),
        ("Welwyn Garden City", "Welwyn Hatfield Borough Council"),
    ],
)
def test_a_name_is_found_as_it_is_cut_short_heard_or_turned_round(query: str, name: str) -> None:
    assert names(query)[0] == name
    assert FINDER.weigh(Query.parse(query)).likeness == {}


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("oadby", ["Oadby"]),
        ("wigston oadby", ["Oadby", "Wigston"]),
        ("oadby and wig", ["Oadby", "&", "Wig"]),
        ("oadbyandwigston", ["Oadby", "&", "Wigston"]),
        ("adbyw", []),
        ("igston", ["igston"]),
        ("kings lyn", ["King's", "Lyn"]),
        ("kin", ["Kin"]),
        ("saint alb", ["St", "Alb"]),
        ("nwl", ["N", "W", "L"]),
        ("rbkc", ["R", "B", "K", "C"]),
        ("birmingam", ["Birming"]),
        ("nw leics", ["North", "West", "Leicestershire"]),
        ("shepway", []),
    ],
)
def test_what_matched_is_marked_and_nothing_else(query: str, marks: list[str]) -> None:
    assert marked(FINDER.find(query)[0]) == marks


def test_a_slip_finds_no_other_council_where_the_name_typed_is_known() -> None:
    bedford = REGISTER.by_name("Bedford Borough Council")
    assert bedford is not None
    assert CouncilFinder([bedford]).find("bradford") == []


def test_a_council_that_is_not_in_the_register_is_found_by_its_words() -> None:
    unknown = Council(name="Ambridge & Felpersham Vale Council", in_register=False)
    finder = CouncilFinder([unknown, *REGISTER.councils])
    for query in ("ambridge", "felpersham", "ambridge and fel", "ambrige", "afvc"):
        assert [match.council for match in finder.find(query)][:1] == [unknown], query


@pytest.mark.parametrize("point", ["se", "sw", "ne", "nw"])
def test_the_points_of_the_compass_may_be_short(point: str) -> None:
    vales = [Council(name=f"{side} {end} Vale Council") for side in ("North", "South") for end in ("East", "West")]
    (match,) = CouncilFinder(vales).find(f"{point} vale")
    assert "".join(word[0] for word in match.council.name.casefold().split()[:2]) == point


def test_no_councils_are_found_among_none() -> None:
    assert CouncilFinder([]).find("") == []
    assert CouncilFinder([]).find("leeds") == []


TYPED = st.text() | st.lists(
    st.sampled_from([*{word for council in REGISTER.councils for word in council.name.split()}, "nw", "cc", "x"])
).map(" ".join)
COUNCILS = st.builds(
    Council,
    name=st.text(min_size=1) | TYPED,
    type=st.sampled_from(CouncilType),
    abolished_on=st.none() | st.dates(date(2009, 4, 1), date(2023, 4, 1)),
    in_register=st.booleans(),
)


@pytest.mark.slow
@given(TYPED, st.lists(COUNCILS, max_size=4))
def test_any_text_finds_only_given_councils_each_once_with_marks_inside_their_names(
    query: str, others: list[Council]
) -> None:
    for councils in (REGISTER.councils, others):
        finder = FINDER if councils is REGISTER.councils else CouncilFinder(others)
        matches = finder.find(query)
        assert len(matches) <= len(councils)
        for match in matches:
            assert match.council in councils
            offsets = [offset for span in match.spans for offset in span]
            assert offsets == sorted(offsets)
            assert all(0 <= start < end <= len(match.council.name) for start, end in match.spans)
        assert set(choose(finder, finder.weigh(Query.parse(query)), is_elsewhere=False)) <= set(councils)
