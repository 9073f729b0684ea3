"""Counts and totals that may be another number than the one printed there are left out, and never put right."""

import pytest

from db.model import MeasureName
from tests.db.letters.printed import compliance, figures, letter, measure, one, remedy, upheld, warned
from tui.draw.doubt_text import write_doubt

UPHELD, COMPLIANCE, REMEDY = MeasureName.UPHELD, MeasureName.COMPLIANCE, MeasureName.REMEDY


@pytest.mark.parametrize(
    "count",
    [
        "7\n\nupheld decisions",
        "7\n\n \nupheld decisions",
        "**7**\n\n**upheld decisions**",
        "7\nPage 2 of 4\nupheld decisions",
        "7\nCV4 0EH\nupheld decisions",
        "7\n\n60%\nupheld decisions",
        "\n\n7\nupheld decisions",
        "Page 2 of 4\n\n7\nupheld decisions",
    ],
)
def test_a_number_that_does_not_fit_and_stands_as_a_page_s_number_does_is_left_out(count: str) -> None:
    read = one(letter(upheld(count=count, base="10 detailed investigations")))
    taken = read.measure(UPHELD)
    (doubt,) = (doubt for doubt in read.doubts if doubt.about == "upheld")
    assert (taken.rate, taken.average, taken.count, taken.base, taken.denominator) == (60, 45, None, 10, 10)
    assert "7, which does not fit 60% of 10, from where a page's number could stand; it is left out" in write_doubt(
        doubt
    )
    assert [quote.text.strip("*")[0] for quote in doubt.quotes] == ["7"]
    assert not any("7" in quote.text for quote in taken.quotes)


@pytest.mark.parametrize(
    "count", ["6\n\nupheld decisions", "\n\n6\nupheld decisions", "6\nPage 2 of 4\nupheld decisions"]
)
def test_a_number_that_fits_is_the_count_wherever_the_page_breaks(count: str) -> None:
    read = one(letter(upheld(count=count, base="10 detailed investigations")))
    assert (read.measure(UPHELD).count, warned(read, "upheld")) == (6, "")


def test_a_number_that_does_not_fit_is_kept_in_a_copy_with_wide_gaps_everywhere() -> None:
    page = upheld(count="7\nupheld decisions", base="10 detailed investigations").replace("\n\n", "\n\n \n\n")
    read = one(letter(page))
    assert read.measure(UPHELD).count == 7
    assert "prints 60%, but 7 of 10 is 70%" in warned(read, "upheld")


def test_a_number_apart_from_its_label_with_nothing_to_confirm_it_is_left_out() -> None:
    read = one(letter(upheld(count="3\n\nupheld decisions", base="")))
    assert (read.measure(UPHELD).rate, read.measure(UPHELD).count) == (60, None)
    assert "which nothing confirms" in warned(read, "upheld")


@pytest.mark.parametrize(
    "count",
    [
        "1 3 upheld decisions",
        "1 3\nupheld decisions",
        "5 3 upheld decisions",
        "3/5 upheld decisions",
        "3 / 5 upheld decisions",
        "5/3\nupheld decisions",
        "3 of 5 upheld decisions",
        "3 of the 5 upheld decisions",
        "3 out of\n5 upheld decisions",
        "3 - 5 upheld decisions",
        "3\u20135\nupheld decisions",
        "1 to 3 upheld decisions",
    ],
)
def test_a_count_right_after_another_number_is_left_out_even_where_it_fits(count: str) -> None:
    read = one(letter(figures(upheld(count=count), compliance(), remedy())))
    (doubt,) = (doubt for doubt in read.doubts if doubt.about == "upheld")
    assert (read.measure(UPHELD).rate, read.measure(UPHELD).count, read.measure(UPHELD).base) == (60, None, 5)
    assert read.measure(REMEDY).denominator is None
    assert "right after another number; it is left out" in write_doubt(doubt)
    assert doubt.quotes[0].text == count


@pytest.mark.parametrize("broken", ["upheld 6 5.", "upheld 6\t5.", "upheld 6\n5.", "upheld 65/69."])
def test_the_sentence_for_both_is_not_read_where_another_number_follows_its_last(broken: str) -> None:
    read = measure(
        letter(f"We investigated 69 complaints and {broken}\n\n94% of complaints we investigated were upheld."), UPHELD
    )
    assert (read.rate, read.count, read.base) == (94, None, None)


@pytest.mark.parametrize("count", ["- 3 upheld decisions", "In all: 3 upheld decisions", "60% 3 upheld decisions"])
def test_a_count_after_a_bullet_words_or_a_chart_label_is_the_count(count: str) -> None:
    assert measure(letter(upheld(count=count)), UPHELD).count == 3


@pytest.mark.parametrize(
    ("rate", "count", "base"),
    [("60%", 3, "51"), ("67%", 2, "32"), ("68.8%", 11, "161"), ("100%", 1, "19")],
)
def test_a_total_that_would_fit_without_its_last_digit_is_left_out_and_not_put_right(
    rate: str, count: int, base: str
) -> None:
    page = upheld(rate=rate, count=f"{count}\nupheld decisions", base=f"{base} detailed investigations")
    read = one(letter(figures(page, compliance(), remedy())))
    taken = read.measure(UPHELD)
    assert (f"{taken.rate}%", taken.count, taken.base, taken.base_of, taken.denominator) == (rate, count, *[None] * 3)
    assert f"{base}, which does not fit {rate} but would without its last digit" in warned(read, "upheld")
    assert read.measure(REMEDY).denominator == count


def test_a_count_that_would_fit_without_its_last_digit_is_left_out_and_not_put_right() -> None:
    read = one(letter(upheld(rate="6%", count="31 upheld decisions", base="50 detailed investigations")))
    assert (read.measure(UPHELD).rate, read.measure(UPHELD).count, read.measure(UPHELD).base) == (6, None, 50)
    assert "31, which does not fit 6% but would without its last digit" in warned(read, "upheld")


@pytest.mark.parametrize(("rate", "base", "kept"), [("67%", "31", None), ("67%", "3", 3), ("100%", "31", 31)])
def test_a_total_of_which_no_number_is_the_rate_is_left_out_if_its_last_digit_explains_it(
    rate: str, base: str, kept: int | None
) -> None:
    assert measure(letter(compliance(rate=rate, base=f"{base} compliance outcomes")), COMPLIANCE).base == kept


def test_more_upheld_than_investigated_with_nothing_to_explain_it_leaves_both_out() -> None:
    said = "We investigated 65 complaints and upheld 69.\n94% of complaints we investigated were upheld."
    read = one(letter(said))
    assert (read.measure(UPHELD).rate, read.measure(UPHELD).count, read.measure(UPHELD).base) == (94, None, None)
    assert "69 of 65, which cannot be; it is left out" in warned(read, "upheld")


def test_a_mark_run_into_the_sentence_for_both_leaves_out_the_number_it_ran_into() -> None:
    read = one(letter("We investigated 69 complaints and upheld 651.\n94% of complaints we investigated were upheld."))
    assert (read.measure(UPHELD).rate, read.measure(UPHELD).count, read.measure(UPHELD).base) == (94, None, 69)
