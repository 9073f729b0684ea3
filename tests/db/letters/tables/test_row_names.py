"""Whose row of a table it is, by its label."""

import pytest

from db.letters.tables.row_names import is_own_row

BRADFORD = ("City of Bradford Metropolitan District Council",)
SOMERSET = ("Bath and North East Somerset Council",)


@pytest.mark.parametrize("ending", ["", " MDC", " MBC", " City", " Council", " C", " Metropolitan DC"])
def test_a_label_with_any_short_type_is_of_the_council_of_its_name(ending: str) -> None:
    assert is_own_row(f"Bradford{ending}", BRADFORD)
    assert not is_own_row(f"Leeds{ending}", BRADFORD)


@pytest.mark.parametrize(
    ("label", "is_own"), [("Bath & NE Somerset", True), ("Bath & N E Somerset", True), ("Bath & SE Somerset", False)]
)
def test_the_points_of_the_compass_in_a_label_may_be_short(label: str, is_own: bool) -> None:
    assert is_own_row(label, SOMERSET) is is_own
