"""What was wrong in an earlier year is no fault of this one, unless it lasts."""

import pytest

from db.letters.remarks.earlier_years import is_of_earlier, is_overcome

EARLIER = [
    ("Last year I issued a public report.", True),
    ("In 2017 I issued a public report.", True),
    ("In 2016-17 I issued a public report.", True),
    ("In 2019 I issued a public report.", False),
    ("In 2019-20 I issued a public report.", False),
    ("As last year, this year I issued a public report.", False),
    ("Over the last year I issued a public report.", False),
]
OVERCOME = [
    ("In 2017 your replies were late.", True),
    ("In 2017 your replies were late, and they still are.", False),
    ("Two years ago your replies were late.", True),
    ("Last year your replies were late, but they have improved.", True),
    ("Last year your replies were late.", False),
    ("In the year before last your replies were late, but this year they have been prompt.", True),
    ("The weaknesses that I described in my last letter have persisted.", False),
    ("Your replies were late.", False),
]


@pytest.mark.parametrize(("sentence", "expected"), EARLIER)
def test_a_year_before_the_letter_s_is_told_from_its_own(sentence: str, expected: bool) -> None:
    assert is_of_earlier(sentence, 2020) == expected


@pytest.mark.parametrize(("sentence", "expected"), OVERCOME)
def test_what_is_overcome_is_told_from_what_lasts(sentence: str, expected: bool) -> None:
    assert is_overcome(sentence, 2020) == expected


def test_a_year_in_figures_says_nothing_where_the_letter_s_is_unknown() -> None:
    assert not is_of_earlier("In 2017 I issued a public report.", None)
