"""What is printed near a rate, too often, beside others or with signs that may be misread, and is left out."""

import pytest

from db.letters.doubts import DoubtCollector
from db.letters.folded import FoldedText
from db.letters.rates.reader import read_rates
from db.model import MeasureName
from tests.db.letters.printed import compliance, figures, letter, measure, one, upheld, warned
from tests.processor_time import takes_less_than

UPHELD, COMPLIANCE, REMEDY = MeasureName.UPHELD, MeasureName.COMPLIANCE, MeasureName.REMEDY
ADJUSTED = MeasureName.UPHELD_PER_100K

RATE = "60% of complaints we investigated were upheld"
BASE = "Statistics are based on a total of 5 detailed investigations "
INVESTIGATED = "We investigated 69 complaints and upheld 65. "
ADJUSTED_RATE = "this is 4.6 upheld decisions per 100,000 residents. "


def test_what_is_printed_in_dozens_of_places_is_no_letter_s_figure() -> None:
    read = one(letter(figures() + "\n\n" + f"{RATE}.\n" * 60))
    assert [m.rate for m in read.measures] == [None] * 4
    assert "in more than 50 places" in warned(read, "upheld")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [(f"{INVESTIGATED}\n", UPHELD), (f"Adjusted for population, {ADJUSTED_RATE}\n", ADJUSTED)],
)
def test_a_number_printed_in_dozens_of_places_is_left_out(sentence: str, name: MeasureName) -> None:
    few, many = (one(letter(f"{RATE}.\n{sentence * times}")) for times in (5, 60))
    assert (few.measure(name).count, few.measure(name).rate) in ((65, 60), (None, 4.6))
    assert (many.measure(name).count, many.measure(name).rate) in ((None, 60), (None, None))
    assert "in more than 50 places" in warned(many, name.value)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        f"{RATE} ",
        f"{RATE}.\n",
        f"- {RATE}\n",
        f"Across England:\n- {RATE}, they say\n",
        f"x {RATE[3:]} ",
        "In 0% of upheld cases we found the ",
        "60%\n7\nof\n8\ncomplaints\n",
        f"{RATE}.\n" + "3\nupheld decisions\n" * 40,
        f"{RATE}.\n" + "3\n" * 390,
        "3\nupheld decisions\n",
        "3 of 5 upheld decisions ",
        BASE,
        INVESTIGATED,
        ADJUSTED_RATE,
        "This compares to an average of 45% in similar authorities.\n",
        "Complaints upheld\n",
        "No recommendations were due for compliance in this period ",
        "12\n\n3 4\n5\n",
        "1",
        "\t",
        "- \n",
    ],
    ids=lambda unit: repr(unit[:40]),
)
def test_a_text_of_2_mb_of_one_thing_takes_no_longer_than_its_length_deserves(unit: str) -> None:
    folded = FoldedText.fold(unit * (2_000_000 // len(unit)))
    with takes_less_than(2):
        measures = read_rates(folded, DoubtCollector())
    assert len(measures) == 4


@pytest.mark.parametrize(
    "row",
    [
        "80% of complaints we investigated were upheld.\t70% of complaints we investigated were upheld.",
        "2022\t70% of complaints we investigated were upheld.",
        "80% of complaints we investigated were upheld.\t70%",
        "80% of complaints we investigated were upheld.\tIn 100% of cases we were satisfied the authority had"
        " successfully implemented our recommendations.",
    ],
)
def test_of_sentences_side_by_side_none_is_taken(row: str) -> None:
    read = one(letter(f"Complaints upheld\n\n2023\t2022\n{row}"))
    assert read.measure(MeasureName.UPHELD).rate is None
    assert read.measure(MeasureName.COMPLIANCE).rate is None
    assert read.doubts


def test_a_sentence_beside_its_heading_and_its_average_is_read() -> None:
    row = (
        "Complaints upheld\t60% of complaints we investigated were upheld.\t"
        "This compares to an average of 45% in similar authorities."
    )
    read = one(letter(row)).measure(MeasureName.UPHELD)
    assert (read.rate, read.average) == (60, 45)


@pytest.mark.parametrize(
    "tail",
    [" last year", " in 2018/19", " (2018-19)", " nationally and 45% in county councils", " for the previous period"],
)
def test_an_average_that_is_said_of_another_year_or_group_is_left_out(tail: str) -> None:
    page = upheld().replace("in similar authorities.", f"in similar authorities{tail}.")
    read = measure(letter(page), UPHELD)
    assert (read.rate, read.average, read.count, read.base) == (60, None, 3, 5)


def test_an_average_under_a_label_is_left_out() -> None:
    page = upheld().replace("This compares", "Last year:\nThis compares")
    assert measure(letter(page), UPHELD).average is None


@pytest.mark.parametrize(
    "count",
    [
        "3\nupheld decisions last year",
        "3 upheld decisions since last year",
        "3 upheld decisions about adult social care",
        "Last year:\n3 upheld decisions",
        "2018/19: 3 upheld decisions",
        "+3 upheld decisions",
        "l3 upheld decisions",
        "!3 upheld decisions",
        "\ufffd3 upheld decisions",
        "31 March 2020\nupheld decisions",
    ],
)
def test_a_count_that_may_be_of_something_else_is_left_out(count: str) -> None:
    assert measure(letter(upheld(count=count)), UPHELD).count is None


@pytest.mark.parametrize(
    "said",
    [
        "Last year's statistics are based on a total of 8 detailed investigations for the period 1 April 2018 to"
        " 31 March 2019",
        "Statistics are based on a total of 8 detailed investigations last year",
    ],
)
def test_a_base_of_last_year_is_not_this_one_s(said: str) -> None:
    page = upheld().replace("Statistics are", f"{said}\n\nStatistics are")
    assert measure(letter(page), UPHELD).base == 5


@pytest.mark.parametrize("rate", ["!00%", "'00%", "1()0%", "00%", "!0%", "\ufffd0%", "l0%", "|0%", "060%"])
def test_a_rate_whose_first_digit_may_be_misread_is_left_out_with_a_warning(rate: str) -> None:
    read = one(letter(figures(compliance(rate=rate))))
    assert read.measure(MeasureName.COMPLIANCE).rate is None
    assert "left out" in warned(read, "compliance")


@pytest.mark.parametrize("rate", ["60%", "60 %", "60 per cent"])
def test_a_rate_is_read_however_its_sign_is_written(rate: str) -> None:
    assert measure(letter(upheld(rate=rate)), UPHELD).rate == 60


def test_a_comma_after_the_cases_changes_nothing() -> None:
    assert measure(letter(compliance().replace("of cases we", "of cases, we")), MeasureName.COMPLIANCE).rate == 100


RATES = (
    "60% of complaints we investigated were upheld.",
    "In 75% of cases we were satisfied the authority had successfully implemented our recommendations.",
    "In 33% of upheld cases we found the authority had provided a satisfactory remedy before the complaint reached the"
    " Ombudsman.",
)
AVERAGES = tuple(f"This compares to an average of {average}% in similar authorities." for average in (45, 99, 20))


@pytest.mark.parametrize(
    "page",
    [
        (*RATES, *AVERAGES),
        tuple(reversed((*AVERAGES, *RATES))),
        tuple(line for pair in zip(AVERAGES, RATES, strict=True) for line in pair),
    ],
    ids=["by kind", "by kind, backwards", "averages first"],
)
def test_of_boxes_copied_across_no_average_is_given_to_a_rate(page: tuple[str, ...]) -> None:
    read = one(letter("\n\n".join(page)))
    assert sorted(m.rate for m in read.measures if m.rate is not None) == [33, 60, 75]
    assert {m.average for m in read.measures} == {None}
    assert read.doubts


def test_of_several_numbers_over_their_words_none_is_taken() -> None:
    words = [rate.removeprefix("In ").partition("% ")[2] for rate in RATES]
    read = one(letter("\n".join(("60%", "75%", "33%", *words))))
    assert {m.rate for m in read.measures} == {None}
    assert "left out" in warned(read, "upheld")


@pytest.mark.parametrize("bullet", ["\u2022 ", "\u25aa\t", "\u25cf ", "\u27a2 ", "\u2013 ", "\ufffd ", " \ufffd\t"])
def test_a_rate_that_is_an_item_of_a_list_is_read_whatever_its_bullet(bullet: str) -> None:
    read = measure(letter(upheld().replace("60% of", f"{bullet}60% of")), UPHELD)
    assert (read.rate, read.count, read.base) == (60, 3, 5)


@pytest.mark.parametrize("before", ["\ufffd", "\u25aa", "1 ", "x ", "\ufffd 1 "])
def test_a_sign_that_may_be_a_digit_of_the_rate_is_no_bullet(before: str) -> None:
    assert measure(letter(upheld().replace("60% of", f"{before}60% of")), UPHELD).rate != 160
    assert measure(letter(upheld().replace("60% of", "\ufffd60% of")), UPHELD).rate is None
