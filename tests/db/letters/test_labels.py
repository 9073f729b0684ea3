"""Figures under a label for another council, for many, for another year or for a part are not this letter's."""

import pytest

from db.model import MeasureName
from tests.db.letters.printed import (
    DECIDED,
    RECEIVED,
    compliance,
    figures,
    letter,
    letter_2018,
    one,
    remedy,
    stacked,
    tabbed,
    upheld,
)

OTHERS = [
    "For comparison, Surrey:",
    "Statistics: Surrey",
    "Appendix B - Statistics for Surrey",
    "Surrey's figures",
    "The figures for Surrey are as follows:",
    "All county councils",
    "National picture",
    "Extract from 2019 letter:",
    "Last year's figures",
    "2018-19",
    "Statistics for 2019",
]
OWN = [
    "Statistics 2020",
    "Annual statistics 2019-20",
    "Harborough District Council",
    "Figures for Harborough",
    "Appendix A",
    "22/07/2025, 10:15 Annual statistics - Local Government Ombudsman",
    "https://www.lgo.org.uk/your-councils-performance/harborough-district-council/statistics 2/3",
    "Advice on comparing statistics across years",
    "Chair, Commission for Local Administration in England",
]


def rates(text: str) -> list[object]:
    """The rates of a letter, in the order of its measures."""
    return [measure.rate for measure in one(text).measures]


@pytest.mark.parametrize("label", OTHERS)
def test_a_page_under_another_s_label_is_not_read_and_the_label_is_quoted(label: str) -> None:
    read = one(letter(f"{label}\n\n{figures()}"))
    assert [measure.rate for measure in read.measures] == [None] * 4
    assert label in [quote.text for doubt in read.doubts for quote in doubt.quotes]


@pytest.mark.parametrize("label", OWN)
def test_a_page_under_its_own_label_is_read(label: str) -> None:
    read = one(letter(f"{label}\n\n{figures()}"))
    assert [measure.rate for measure in read.measures] == [60, 100, 0, None]
    assert not read.doubts


def test_the_page_of_this_council_behind_another_s_is_read() -> None:
    pack = letter(f"Surrey County Council\n\n{figures(upheld('33%'))}\n\nHarborough District Council\n\n{figures()}")
    assert rates(pack) == [60, 100, 0, None]


def test_another_s_figures_in_the_letter_itself_end_with_it() -> None:
    assert rates(letter(figures(), body=f"Surrey\n{upheld('33%')}")) == [60, 100, 0, None]


@pytest.mark.parametrize(
    "label",
    [
        "Last year",
        "Previous year",
        "England",
        "District councils",
        "Adult social care",
        "Nationally",
        "London boroughs",
    ],
)
@pytest.mark.parametrize("between", ["", "Complaints upheld\n", "60%\n"])
def test_a_rate_under_a_short_label_that_is_not_ours_is_left_out(label: str, between: str) -> None:
    read = one(letter(f"{label}\n{between}60% of complaints we investigated were upheld."))
    assert read.measure(MeasureName.UPHELD).rate is None
    assert read.doubts


@pytest.mark.parametrize(
    "line",
    [
        "In Surrey no recommendations were due for compliance during this period, which is rare.",
        "England\nNo recommendations were due for compliance during this period",
    ],
)
def test_what_another_council_had_not_to_do_is_not_this_one_s(line: str) -> None:
    read = one(letter(figures(upheld(), line)))
    assert read.measure(MeasureName.COMPLIANCE).state.value == "not_given"


@pytest.mark.parametrize(
    "said",
    [
        "Nationally, this is 5.5 upheld decisions per 100,000 residents.",
        "Nationally, adjusted for population, this is 5.5 upheld decisions per 100,000 residents.",
        "Last year\nAdjusted for population, this is 5.5 upheld decisions per 100,000 residents.",
    ],
)
def test_what_is_upheld_per_100000_elsewhere_is_not_this_council_s(said: str) -> None:
    assert one(letter(figures(upheld(), said))).measure(MeasureName.UPHELD_PER_100K).rate is None


@pytest.mark.parametrize(
    "said",
    [
        "Nationally, between 1 April 2019 and 31 March 2020, we dealt with 20773 complaints about councils.",
        "Between 1 April 2019 to 31 March 2020, we dealt with 20773 complaints nationally.",
        "Between 1 April 2019 to 31 March 2020, we dealt with 20773 complaints.",
    ],
)
def test_a_number_dealt_with_elsewhere_or_alone_is_no_overview(said: str) -> None:
    assert not one(letter(figures(compliance(), remedy()), body=said)).tables


@pytest.mark.parametrize(
    "above", ["Bristol.", "seminars in London, Leeds and Bristol", "Courses in Leeds. In Surrey it was"]
)
def test_a_line_of_prose_that_names_a_place_is_no_label(above: str) -> None:
    assert rates(letter(f"{above}\n{figures()}")) == [60, 100, 0, None]


@pytest.mark.parametrize("total", ["1948", "2019"])
def test_a_total_that_could_be_a_year_is_no_label(total: str) -> None:
    received = dict.fromkeys(RECEIVED, "0") | {"Other": total, "Total": total}
    for table in (tabbed, stacked):
        read = one(letter_2018(table("Complaints and enquiries received", received), table("Decisions made", DECIDED)))
        assert read.measure(MeasureName.UPHELD).rate == 75
        assert not read.doubts
