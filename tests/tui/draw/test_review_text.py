from dataclasses import replace

import pytest

from db.review.findings import ReviewItem
from tests.db.builders import doubt
from tests.marks import slow
from tests.tui.draw.made import HOSTILE, widest
from tui.draw.review_text import draw_review_item, format_review_count

REASONS = ("The letter does not say which council it is to.", "The year of this letter is not known.")


def item(council: str = "Harnham District Council", year: int | None = 2020, source: str = "harnham.txt") -> ReviewItem:
    return ReviewItem(
        letter_id=1, council_id=7, council=council, year=year, source=source, reasons=tuple(map(doubt, REASONS))
    )


def test_a_letter_stands_with_its_year_its_file_and_every_reason() -> None:
    assert draw_review_item(item(), 60).plain.split("\n") == [
        "Harnham District Council, 2020",
        "  harnham.txt",
        f"! {REASONS[0]}",
        f"! {REASONS[1]}",
    ]


def test_a_letter_with_more_reasons_than_are_listed_says_how_many_and_where_they_are() -> None:
    assert draw_review_item(replace(item(), further=1690), 100).plain.split("\n")[-1] == (
        "  And 1,690 more: o goes to the letter's figures, where they are told."
    )


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("width", [30, *slow(60, 100)])
def test_anything_a_letter_may_hold_fits_and_does_no_harm(words: str, width: int) -> None:
    reasons = tuple(map(doubt, (words, *REASONS)))
    item = ReviewItem(letter_id=1, council_id=7, council=words, year=None, source=words, reasons=reasons)
    drawn = draw_review_item(item, width)
    assert widest(drawn) <= width
    assert not [sign for sign in drawn.plain if ord(sign) < 32 and sign != "\n"]
    assert "year unknown" in drawn.plain


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 needs a look"), (3, "3 need a look"), (1200, "1,200 need a look")]
)
def test_how_many_there_are_is_said_in_words(number: int, words: str) -> None:
    assert format_review_count(number) == words
