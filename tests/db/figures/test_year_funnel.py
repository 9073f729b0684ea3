"""The funnel of a year: whose points there are, and round which average its limits stand."""

from db.figures.funnel import INNER, OUTER, compute_limits
from db.figures.year_funnel import Funnel, build_funnel
from db.figures.year_table import YearColumn, YearLetter, build_year_table
from db.model import Council, CouncilType, Measure, MeasureName
from tests.db.figures.measures import upheld


def funnel_of(*measures: Measure) -> Funnel:
    letters = [
        YearLetter(
            letter_id=at,
            council_id=at,
            council=Council(name=f"Council {at}", type=CouncilType.DISTRICT),
            year=2024,
            measures=(measure, *(Measure(name=name) for name in MeasureName if name is not MeasureName.UPHELD)),
        )
        for at, measure in enumerate(measures)
    ]
    return build_funnel(build_year_table(2024, letters, CouncilType.DISTRICT, YearColumn.UPHELD).rows)


def test_each_council_that_says_of_how_many_is_a_point_with_its_printed_share() -> None:
    nothing = Measure(name=MeasureName.UPHELD)
    funnel = funnel_of(upheld(6, 10, 60, 45), upheld(2, 3, 67, 45), nothing, upheld(None, None, 50, 45))
    assert {(point.name, point.count, point.cases, point.rate) for point in funnel.points} == {
        ("Council 0", 6, 10, 60),
        ("Council 1", 2, 3, 67),
    }


def test_the_limits_go_from_one_case_to_the_most_there_are_and_are_the_exact_ones() -> None:
    funnel = funnel_of(upheld(6, 10, 60, 45), upheld(500, 1000, 50, 45))
    cases = [each.inner.cases for each in funnel.limits]
    assert (cases[0], cases[-1]) == (1, 1000)
    assert len(cases) < 200
    for each in funnel.limits:
        assert each.inner == compute_limits(each.inner.cases, 45, INNER)
        assert each.outer == compute_limits(each.inner.cases, 45, OUTER)


def test_letters_that_print_different_averages_have_no_limits() -> None:
    funnel = funnel_of(upheld(6, 10, 60, 45), upheld(6, 10, 60, 46))
    assert (funnel.average, funnel.limits) == (None, ())


def test_no_letters_are_no_funnel() -> None:
    assert funnel_of() == Funnel(points=(), average=None, limits=())
