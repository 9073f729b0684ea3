import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.councils.order import EntryOrder, sort_entries
from db.model import Council, CouncilEntry, Measure
from tests.db.figures.measures import upheld


def entry(name: str, measure: Measure | None = None, remarks: int = 0) -> CouncilEntry:
    council = Council(name=name)
    return CouncilEntry(id=sum(map(ord, name)), council=council, years=(2024,), upheld=measure, remarks=remarks)


ENTRIES = [
    entry("Adur", upheld(3, 5, 60, 80)),
    entry("Blaby", upheld(2, 2, 100, 45), remarks=1),
    entry("Craven", upheld(30, 40, 75, 45)),
    entry("Dover", remarks=3),
    entry("Eden", upheld(5, 10, 50, None)),
]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (EntryOrder.NAME, "Adur Blaby Craven Dover Eden"),
        (EntryOrder.RATE, "Craven Adur Eden Blaby Dover"),
        (EntryOrder.GAP, "Craven Adur Blaby Dover Eden"),
        (EntryOrder.CASES, "Craven Eden Adur Blaby Dover"),
        (EntryOrder.REMARKS, "Dover Blaby Adur Craven Eden"),
    ],
)
def test_the_highest_come_first_few_cases_later_and_what_is_not_known_last(order: EntryOrder, names: str) -> None:
    assert [each.council.name for each in sort_entries(ENTRIES, order)] == names.split()


@given(st.permutations(ENTRIES), st.sampled_from(EntryOrder))
def test_nothing_is_lost_by_sorting(entries: list[CouncilEntry], order: EntryOrder) -> None:
    assert sorted(each.id for each in sort_entries(entries, order)) == sorted(each.id for each in ENTRIES)


def test_the_orders_go_round() -> None:
    assert EntryOrder.NAME.following is EntryOrder.RATE
    assert EntryOrder.CASES.following is EntryOrder.REMARKS
    assert EntryOrder.REMARKS.following is EntryOrder.NAME
