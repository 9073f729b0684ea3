import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figures.cases import CountOf, count_cases
from db.model import Measure, MeasureName, State
from tests.db.figures.measures import compliance, upheld


def test_a_printed_count_of_a_printed_base_is_not_ours() -> None:
    assert count_cases(upheld(3, 5, 60, 45)) == CountOf(3, 5, ours=False)


def test_a_remedy_counted_of_the_upheld_has_a_denominator_of_ours() -> None:
    measure = Measure(
        name=MeasureName.REMEDY,
        state=State.GIVEN,
        rate=0,
        average=20,
        count=0,
        base=5,
        base_of="detailed investigations",
        denominator=3,
        derived=frozenset(["denominator"]),
    )
    assert count_cases(measure) == CountOf(0, 3, ours=True)


def test_the_investigations_that_a_table_prints_as_two_numbers_are_of_ours() -> None:
    """North West Leicestershire's letter of 2018 prints 0 upheld, 1 not upheld."""
    tabled = upheld(0, 1, 0, None)._replace(derived=frozenset(["base", "denominator"]))
    assert count_cases(tabled) == CountOf(0, 1, ours=True)
    assert count_cases(tabled._replace(derived=frozenset(["base"]))) == CountOf(0, 1, ours=False)


def test_compliance_prints_no_count_so_one_is_worked_out_where_only_one_fits() -> None:
    assert count_cases(compliance(67, 3)) == CountOf(2, 3, ours=True)
    assert count_cases(compliance(99, 200)) is None
    assert count_cases(compliance(99.5, 200)) == CountOf(199, 200, ours=True)
    assert count_cases(compliance(91, 10)) is None
    assert count_cases(compliance(None, 10)) is None


@given(st.integers(1, 100), st.data())
def test_a_worked_out_count_is_the_only_one_that_rounds_to_the_rate(outcomes: int, data: st.DataObject) -> None:
    complied = data.draw(st.integers(0, outcomes))
    rate = (200 * complied + outcomes) // (2 * outcomes)
    assert count_cases(compliance(rate, outcomes)) == CountOf(complied, outcomes, ours=True)


@pytest.mark.parametrize(("denominator", "is_few"), [(1, True), (4, True), (5, False), (105, False)])
def test_fewer_than_five_cases_are_few(denominator: int, is_few: bool) -> None:
    assert CountOf(1, denominator, ours=False).is_few is is_few
