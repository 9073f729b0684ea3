"""The rates of the statistics page: what is the council's figure, and everything near it that is not."""

import pytest

from db.model import DoubtCode, MeasureName, State
from tests.db.letters.printed import compliance, figures, letter, measure, one, remedy, upheld, warned

UPHELD, COMPLIANCE, REMEDY = MeasureName.UPHELD, MeasureName.COMPLIANCE, MeasureName.REMEDY
ADJUSTED = MeasureName.UPHELD_PER_100K

H_REMEDY = (
    "Satisfactory remedy provided by the organisation\n\nIn 14% of upheld cases we found the organisation had"
    " provided a satisfactory remedy before the complaint reached the Ombudsman.\n"
    "This compares to an average of 15% in similar organisations.\n1\nsatisfactory remedy decision\n"
    "Statistics are based on a total of 7 upheld decisions for the period between 1 April 2021 to 31 March 2022"
)
WEB_2023 = (
    "Leeds City Council\n69% of complaints we investigated were upheld.\nThis compares to an average of 77% in"
    " similar authorities.\n37 upheld decisions\nAdjusted for Leeds City Council's population, this is\n4.6 upheld"
    " decisions per 100,000 residents\n.\nThe average for authorities of this type is\n"
    "4.8 upheld decisions per 100,000 residents.\n"
    "Statistics are based on a total of 54 detailed investigations for the period between 1 April 2022 to 31 March"
    " 2023\n"
    "In 3% of upheld cases we found the Council had provided a satisfactory remedy before the complaint reached the"
    " Ombudsman.\n1 satisfactory remedy decision\nStatistics are based on a total of 37 detailed investigations"
)


def test_three_blocks_of_2020_are_three_measures() -> None:
    text = letter(figures())
    assert [(m.rate, m.average, m.count, m.base, m.denominator) for m in one(text).measures] == [
        (60, 45, 3, 5, 5),
        (100, 99, None, 3, 3),
        (0, 20, 0, 5, 3),  # of the 3 upheld, though 5 investigations are printed
        (None, None, None, None, None),
    ]


def test_the_remedy_rate_of_2022_on_is_a_share_of_what_it_says() -> None:
    read = measure(letter(upheld() + "\n\n" + H_REMEDY), REMEDY)
    assert (read.rate, read.average, read.count, read.base, read.denominator) == (14, 15, 1, 7, 7)
    assert read.base_of == "upheld decisions"


def test_the_web_page_prints_the_adjusted_number_between_count_and_base() -> None:
    read = one(WEB_2023)
    assert (read.measure(UPHELD).count, read.measure(UPHELD).base) == (37, 54)
    assert (read.measure(ADJUSTED).rate, read.measure(ADJUSTED).average) == (4.6, 4.8)
    assert (read.measure(REMEDY).count, read.measure(REMEDY).denominator) == (1, 37)


@pytest.mark.parametrize(
    ("sentence", "rate"),
    [
        ("100% of cases we were satisfied the Council had successfully implemented our recommendations.", 100),
        ("In 98% of cases we were satisfied your organisation had successfully implemented our recommendations.", 98),
        (
            "In **99**% of cases\nwe were satisfied the authority\n\n3\n\nhad successfully implemented our"
            " recommendations.",
            99,
        ),
        ("In 99 % of cases we were satisfied the authority had successfully implemented our recommendations", 99),
    ],
)
def test_every_family_s_wording_of_the_compliance_rate_is_read(sentence: str, rate: int) -> None:
    assert measure(letter(sentence), COMPLIANCE).rate == rate


@pytest.mark.parametrize(
    "said",
    [
        "Compliance with recommendations - an authority with a compliance rate below 100% should look at why.",
        "- A compliance rate below 100% is rare, and 60% of complaints are about three services.",
        "In 100% of cases authorities are told what we found.",
        "Nationally, 67% of complaints we investigated were upheld, up from 61%.",
        "Across England 67% of complaints we investigated were upheld.",
        "In the year before,\n67% of complaints we investigated were upheld.",
        "67% of complaints we investigated were upheld across England.",
        "In 13% of cases we were satisfied the authority had successfully implemented our recommendations, they say.",
        "We found that in 13% of upheld cases we found the authority had provided a satisfactory remedy before the"
        " complaint reached the Ombudsman.",
        "This compares to an average of 61% in similar authorities.",
        "The national uphold rate is 61%.",
    ],
)
def test_percentages_of_the_prose_are_nobody_s_figures(said: str) -> None:
    assert all(measure.rate is None for measure in one(letter(body=said)).measures)
    assert [m.rate for m in one(letter(figures(), body=said)).measures] == [60, 100, 0, None]


def test_two_rates_for_one_measure_are_left_out_and_both_places_are_named() -> None:
    read = one(letter(upheld() + "\n\nCorrected figure\n\n75% of complaints we investigated were upheld.\n"))
    (doubt,) = (doubt for doubt in read.doubts if doubt.about == "upheld")
    assert read.measure(UPHELD).state is State.NOT_GIVEN
    assert [quote.text[:3] for quote in doubt.quotes] == ["60%", "75%"]


def test_the_same_rate_twice_is_no_contradiction() -> None:
    assert measure(letter(figures() + "\n\n" + figures()), UPHELD).rate == 60


@pytest.mark.parametrize("average", ["", "n/a", "N/A", "450%", "of most"])
def test_an_average_that_is_missing_is_never_the_next_measure_s(average: str) -> None:
    read = one(letter(figures(upheld(average=average), compliance(), remedy())))
    assert [m.average for m in read.measures] == [None, 99, 20, None]


def test_an_average_whose_own_rate_is_lost_belongs_to_nothing() -> None:
    text = letter(figures(upheld(), compliance(rate="some"), remedy()))
    assert measure(text, COMPLIANCE).average is None
    assert measure(text, UPHELD).average == 45


@pytest.mark.parametrize(
    "count",
    [
        "3\nupheld decisions",
        "3 upheld decisions",
        "**3**\n\nupheld decisions",
        "7\n\n3\nupheld decisions",
        "3\n\n7\n\nupheld decisions",
        "60%\n3\nupheld decisions",
        "3\n60%\nupheld decisions",
    ],
)
def test_page_numbers_and_chart_labels_near_a_count_are_not_the_count(count: str) -> None:
    text = letter(figures(upheld(count=count), compliance(), remedy()))
    assert measure(text, UPHELD).count == 3
    assert measure(text, REMEDY).denominator == 3


@pytest.mark.parametrize("count", ["upheld decisions", "", "3.5\nupheld decisions", "1,003\nupheld decisions"])
def test_a_count_that_cannot_be_read_is_left_out(count: str) -> None:
    assert measure(letter(upheld(count=count)), UPHELD).count is None


def test_a_page_number_in_the_place_of_the_count_is_left_out_where_it_cannot_be() -> None:
    read = one(letter(upheld(count="12\n\nupheld decisions")))
    assert (read.measure(UPHELD).rate, read.measure(UPHELD).count, read.measure(UPHELD).base) == (60, None, 5)
    assert "12, which does not fit 60% of 5" in warned(read, "upheld")


def test_a_count_far_below_its_block_is_somebody_else_s() -> None:
    officers = "The committee heard of the work that officers do about complaints. " * 14
    assert (
        measure(letter(upheld(count="") + "\n\n" + officers + "There were 3 upheld decisions."), UPHELD).count is None
    )


@pytest.mark.parametrize("base", ["", "five detailed investigations", "1,005 detailed investigations", "5 apples"])
def test_a_base_that_cannot_be_read_is_left_out(base: str) -> None:
    read = measure(letter(upheld(base=base)), UPHELD)
    assert (read.rate, read.base, read.base_of, read.denominator) == (60, None, None, None)


@pytest.mark.parametrize("base", ["\ufffd detailed investigations", "5\u00b9 detailed investigations"])
@pytest.mark.parametrize("count", ["3\nupheld decisions", "3\n\nupheld decisions"])
def test_a_base_with_a_sign_in_it_that_is_no_digit_is_left_out_with_a_warning(base: str, count: str) -> None:
    read = one(letter(upheld(base=base, count=count)))
    assert read.measure(UPHELD).base is None
    assert [dict(doubt.parameters).get("part") for doubt in read.doubts if doubt.code is DoubtCode.RATE_UNREADABLE] == [
        "base"
    ]


@pytest.mark.parametrize("rate", ["160%", "60.25%", "sixty per cent", "1,060%", "\u0663\u0663%"])
def test_a_rate_that_cannot_be_read_is_left_out_with_a_warning(rate: str) -> None:
    read = one(letter(figures(upheld(rate=rate), compliance(), remedy())))
    assert read.measure(UPHELD).state is State.NOT_GIVEN
    assert "left out" in warned(read, "upheld")


@pytest.mark.parametrize("rate", ["60", "68.8"])
def test_a_rate_has_the_decimals_it_is_printed_with(rate: str) -> None:
    assert str(measure(letter(upheld(rate=f"{rate}%")), UPHELD).rate) == rate


def test_a_rate_of_nothing_is_no_rate() -> None:
    read = one(letter(figures(upheld(), compliance(rate="0%", base="0 compliance outcomes"))))
    complied = read.measure(COMPLIANCE)
    assert (complied.state, complied.rate, complied.base) == (State.NONE_DUE, None, 0)
    assert "0% of a total of 0" in warned(read, "compliance")


def test_a_rate_of_0_of_an_unreadable_number_may_be_of_nothing_and_is_left_out() -> None:
    read = one(letter(upheld(rate="0%", count="0\nupheld decisions", base="some detailed investigations")))
    assert read.measure(UPHELD).state is State.NOT_GIVEN
    assert "of how many cannot be read" in warned(read, "upheld")


@pytest.mark.parametrize(
    ("sentence", "name", "state"),
    [
        ("No recommendations were due for compliance in this period", COMPLIANCE, State.NONE_DUE),
        ("The Ombudsman did not uphold any detailed investigations during this period", REMEDY, State.NONE_UPHELD),
        ("The Ombudsman carried out no detailed investigations during this period", UPHELD, State.NOT_GIVEN),
    ],
)
def test_a_sentence_that_there_was_nothing_is_the_state_and_has_a_quote(
    sentence: str, name: MeasureName, state: State
) -> None:
    read = measure(letter(sentence), name)
    assert (read.state, read.rate, [quote.text for quote in read.quotes]) == (state, None, [sentence])


def test_nothing_due_and_a_rate_cannot_both_be() -> None:
    read = one(letter(compliance() + "\n\nNo recommendations were due for compliance in this period"))
    assert read.measure(COMPLIANCE).state is State.NOT_GIVEN
    assert "two ways" in warned(read, "compliance")


def test_whole_numbers_per_100_000_are_printed_without_a_decimal() -> None:
    text = letter(
        "Adjusted for Harborough District Council's population, this is 11 upheld decisions per 100,000 residents."
    )
    assert str(measure(text, ADJUSTED).rate) == "11"


def test_a_letter_without_a_figures_page_has_no_figures_and_no_zeros() -> None:
    assert all(m.state is State.NOT_GIVEN and not m.quotes for m in one(letter()).measures)


@pytest.mark.parametrize("broken", ["this is\n\n2\n\n11\nupheld", "this is 11\n\n2\n\nupheld"])
def test_a_page_number_beside_the_number_per_100_000_is_never_taken_for_it(broken: str) -> None:
    text = letter(f"Adjusted for Harborough District Council's population, {broken} decisions per 100,000 residents.")
    assert measure(text, ADJUSTED).rate is None
    assert "cannot be read for certain" in warned(one(text), "upheld_per_100k")


@pytest.mark.parametrize("broken", ["this is \ufffd upheld", "this is 1\u00b9 upheld", "this is 8.\ufffd upheld"])
def test_a_number_per_100_000_that_cannot_be_read_is_warned_of(broken: str) -> None:
    text = f"Adjusted for Harborough District Council's population, {broken} decisions per 100,000 residents."
    average = "The average for authorities of this type is 4.8 upheld decisions per 100,000 residents."
    assert measure(letter(f"{text}\n{average}"), ADJUSTED).rate is None
    assert "cannot be read for certain" in warned(one(letter(f"{text}\n{average}")), "upheld_per_100k")


def test_an_average_per_100_000_that_is_not_there_is_no_doubt() -> None:
    text = "Adjusted for Harborough District Council's population, this is 1.1 upheld decisions per 100,000 residents."
    assert warned(one(letter(f"{text}\nThe average for authorities of this type is n/a.")), "upheld_per_100k") == ""
    broken = letter(
        f"{text}\nThe average for authorities of this type is \ufffd upheld decisions per 100,000 residents."
    )
    assert measure(broken, ADJUSTED).rate == 1.1
    assert "cannot be read for certain" in warned(one(broken), "upheld_per_100k")


@pytest.mark.parametrize("broken", ["In\n\n2\n\n98% of", "In 98% \n\n2\n\nof", "In\n2\n98\n% of"])
def test_a_page_number_beside_the_compliance_rate_is_never_taken_for_it(broken: str) -> None:
    said = f"{broken} cases we were satisfied the authority had successfully implemented our recommendations."
    assert measure(letter(said), COMPLIANCE).rate in (98, None)


def test_the_short_form_of_a_rate_may_run_into_the_rate() -> None:
    short = "Complaints upheld\n60% Complaints upheld by London Borough of\nBromley "
    assert measure(letter(short + upheld().partition("\n\n")[2]), UPHELD).rate == 60
