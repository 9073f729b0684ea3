"""Whom to compare a council with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.councils.peers import PeerKind, choose_peers, find_peers
from db.councils.register import Register
from db.model import Council, CouncilEntry, Measure, MeasureName, State

NAMES = (
    "Oadby & Wigston Borough Council",
    "Harborough District Council",
    "Blaby District Council",
    "Charnwood Borough Council",
    "Leicestershire County Council",
    "Leicester City Council",
    "Broxtowe Borough Council",
    "Adur District Council",
    "Leeds City Council",
    "City of London Corporation",
)
CASES = (5, 2, 60, 6, 70, 50, 5, 5, 68, 3)


def entry_of(number: int) -> CouncilEntry:
    council = Register.load().look_up(NAMES[number]).council
    assert council is not None
    measure = Measure(name=MeasureName.UPHELD, state=State.GIVEN, rate=50, denominator=CASES[number])
    years = (2020,) if number % 2 else (2020, 2021)
    return CouncilEntry(id=number, council=council, years=years, upheld=measure, upheld_year=years[-1])


ENTRIES = [entry_of(number) for number in range(len(NAMES))]
OADBY, LEICESTERSHIRE = ENTRIES[0], ENTRIES[4]


@pytest.mark.parametrize(
    ("of", "kind", "peers"),
    [
        (OADBY, PeerKind.SAME_COUNTY, [3, 1, 2, 4]),
        (OADBY, PeerKind.SAME_TYPE_AND_REGION, [6, 3, 1, 2]),
        (OADBY, PeerKind.SAME_TYPE, [7, 6, 3, 1, 2]),
        (LEICESTERSHIRE, PeerKind.SAME_COUNTY, [2, 3, 0, 1]),
        (LEICESTERSHIRE, PeerKind.SAME_TYPE, []),
        (ENTRIES[5], PeerKind.SAME_COUNTY, []),
    ],
)
def test_peers_are_those_of_the_same_kind_the_likest_first(of: CouncilEntry, kind: PeerKind, peers: list[int]) -> None:
    assert [each.id for each in find_peers(of, ENTRIES, kind)] == peers


def test_those_with_a_letter_of_the_year_go_before_those_without() -> None:
    chosen = choose_peers(OADBY, ENTRIES, PeerKind.SAME_COUNTY, 2021, 3)
    assert [each.id for each in chosen] == [2, 4, 3]


def test_a_body_of_no_type_and_one_the_register_does_not_know_have_no_peers() -> None:
    unknown = CouncilEntry(id=99, council=Council(name="Nowhere", in_register=False), years=(2020,))
    for kind in PeerKind:
        assert find_peers(unknown, ENTRIES, kind) == ()
        assert unknown not in find_peers(OADBY, [*ENTRIES, unknown], kind)
    assert find_peers(ENTRIES[9], [*ENTRIES, entry_of(9)], PeerKind.SAME_TYPE) == ()


@given(st.permutations(ENTRIES), st.sampled_from(ENTRIES), st.sampled_from(PeerKind), st.integers(0, 8))
def test_the_choice_does_not_hang_on_the_order_and_never_has_the_council_itself(
    entries: list[CouncilEntry], council: CouncilEntry, kind: PeerKind, limit: int
) -> None:
    chosen = choose_peers(council, entries, kind, 2021, limit)
    assert chosen == choose_peers(council, ENTRIES, kind, 2021, limit)
    assert council not in chosen
    assert len(chosen) <= limit
