"""Whose a statistics page is: its first line's, whatever councils it lists and wherever a copy breaks its lines."""

from textwrap import wrap

import pytest

from db.councils.register import Register
from db.letters.parse import parse
from db.model import DoubtCode, Letter, LetterKind, MeasureName
from tests.db.letters.printed import letter, one

YEAR = "1 April {} to 31 March {}"


def blocks(council: str, year: int) -> str:
    """The page of 2023-24 as it is copied with the labels of its charts."""
    period = YEAR.format(year - 1, year)
    return f"""Annual statistics ?Find out more about annual statistics
-
Complaints upheld
73% Complaints upheld by {council}
73% of complaints we investigated were upheld.
This compares to an average of 80% in similar authorities.
11 upheld decisions
Adjusted for {council}'s population, this is
4.9 upheld decisions per 100,000 residents.The average for authorities of this type is
5 upheld decisions per 100,000 residents.
Statistics are based on a total of 15 investigations for the period between {period}
-
Compliance with Ombudsman recommendations
92% of cases were successfully implemented by {council}
92% of cases we were satisfied the Council had successfully implemented our recommendations.
This compares to an average of 99% in similar authorities.
Statistics are based on a total of 12 compliance outcomes for the period between {period}
-
Satisfactory remedies provided by the Council
9% Complaints with satisfactory remedy provided by {council}
In 9% of upheld cases we found the Council had provided a satisfactory remedy before the complaint reached the \
Ombudsman.
This compares to an average of 14% in similar authorities.
1 satisfactory remedy decision
Statistics are based on a total of 11 upheld decisions for the period between {period}
"""


def bare(year: int, title: str = "Annual statistics") -> str:
    """A page without the council's name in it."""
    return f"""{title}
Complaints upheld
64% of complaints we investigated were upheld.
9 upheld decisions
Statistics are based on a total of 14 investigations for the period between {YEAR.format(year - 1, year)}
"""


def wrapped(text: str, width: int) -> str:
    """Every line broken at this width."""
    return "\n".join(part for line in text.split("\n") for part in wrap(line, width, break_long_words=False) or [""])


def figures(read: Letter) -> list[tuple[object, ...]]:
    return [(m.rate, m.average, m.count, m.base) for m in read.measures]


ALL = [(73, 80, 11, 15), (92, 99, None, 12), (9, 14, 1, 11), (4.9, 5, None, None)]


@pytest.mark.parametrize("width", [18, 23, 31, 44, 67, 300])
@pytest.mark.parametrize(
    "council",
    [
        "Isle of Wight Council",
        "Bath and North East Somerset Council",
        "London Borough of Richmond upon Thames",
        "West Northamptonshire Council",
        "City of York Council",
        "Transport for London",
    ],
)
def test_a_page_with_its_charts_labels_keeps_all_figures_at_any_width(council: str, width: int) -> None:
    read = one(wrapped(f"{council}\n{blocks(council, 2024)}", width))
    assert (read.kind, read.council.name, read.year, read.doubts) == (LetterKind.STATISTICS, council, 2024, ())
    assert figures(read) == ALL


MERGED = {
    "Westmorland and Furness Council": ["Cumbria County Council"],
    "West Northamptonshire Council": [
        "Daventry District Council",
        "Northampton Borough Council",
        "South Northamptonshire Council",
        "Northamptonshire County Council",
    ],
    "Bournemouth, Christchurch and Poole Council": [
        "Borough of Poole",
        "Bournemouth Borough Council",
        "Christchurch Borough Council",
    ],
    "Somerset Council": [
        "Mendip District Council",
        "Sedgemoor District Council",
        "Somerset West and Taunton Council",
        "South Somerset District Council",
        "Somerset County Council",
    ],
}


@pytest.mark.parametrize("width", [17, 22, 30, 41, 55, 200])
@pytest.mark.parametrize("council", MERGED)
@pytest.mark.parametrize(
    "sentence",
    [
        "{council} is a merger of several councils, and what these did before is found behind these links.",
        "{council} is a merger of several councils",
        "",
        "This council was put together from others whose older pages are kept:",
    ],
)
def test_a_merged_council_s_page_is_its_first_line_s(council: str, sentence: str, width: int) -> None:
    listed = MERGED[council]
    if not sentence.startswith("{council}") and sentence and len(listed) == 1:
        pytest.skip("either of the two could be the page's: see below")
    lines = [council, sentence.format(council=council), *listed]
    read = one(wrapped("\n".join(line for line in lines if line) + "\n" + blocks(council, 2024), width))
    assert (read.council.name, read.doubts) == (council, ())
    assert figures(read) == ALL


@pytest.mark.parametrize(
    "head",
    [
        "Westmorland & furness Council\nWestmorland & furness Council is a merger of several councils.\n",
        "Westmorland and Furness Council\nWestmoreland and Furnes Council is a merger of several councils.\n",
        "Skip to content\nYour council\nWestmorland and Furness Council\n",
        "WESTMORLAND AND FURNESS COUNCIL\nWestmorland and Furness Council is a merge of several council,\nnamely\n",
    ],
)
def test_the_sentence_on_a_merger_may_be_spelt_in_any_way(head: str) -> None:
    read = one(f"{head}Eden District Council\nCumbria County Council\n{bare(2024)}")
    assert (read.council.name, read.measure(MeasureName.UPHELD).rate) == ("Westmorland and Furness Council", 64)
    assert not read.doubts


@pytest.mark.parametrize(
    "head",
    [
        "Westmoreland and Furness Council\nCumbria County Council\n",
        "Westmoreland & Furness Council\nWestmoreland & Furness Council is a merger of several councils.\nEden District"
        " Council\n",
    ],
)
def test_a_misspelt_council_is_not_one_of_those_it_replaced(head: str) -> None:
    read = one(head + bare(2024))
    assert (read.council.in_register, read.council.name.startswith("Westmoreland")) == (False, True)
    assert [doubt.code for doubt in read.doubts] == [DoubtCode.COUNCIL_UNKNOWN]


@pytest.mark.parametrize(
    "head",
    [
        "Daventry District Council\nNorthampton Borough Council\nNorthamptonshire County Council\n",
        "Cumberland Council\nHow we are doing\nCumbria County Council\n",
        "Kent County Council\nSurrey County Council is a merger of several councils.\n",
    ],
)
def test_a_page_that_may_be_of_either_council_is_kept_without_figures(head: str) -> None:
    read = one(head + bare(2024))
    assert (read.council.in_register, figures(read)) == (False, [(None,) * 4] * 4)
    assert [doubt.code for doubt in read.doubts] == [DoubtCode.COUNCILS_CONTRADICT]


@pytest.mark.parametrize("between", ["", "Contents\n", "Council tax\nHousing\n"])
def test_a_page_older_than_the_council_on_whose_site_it_stands_is_the_older_council_s(between: str) -> None:
    read = one(f"Dorset Council\n{between}Dorset County Council\n{bare(2019)}")
    assert (read.council.name, read.measure(MeasureName.UPHELD).rate) == ("Dorset County Council", 64)


def test_another_s_page_that_lists_this_council_does_not_give_it_its_figures() -> None:
    others = "Somerset Council\nSomerset Council is a merger of several councils.\nMendip District Council\n"
    compliance = "In 90% of cases we were satisfied the Council had successfully implemented our recommendations."
    (read,) = parse(f"Mendip District Council\n{bare(2023)}{others}Annual statistics\n{compliance}\n", Register.load())
    assert (read.council.name, read.measure(MeasureName.UPHELD).rate) == ("Mendip District Council", 64)
    assert read.measure(MeasureName.COMPLIANCE).rate is None
    assert [doubt.code for doubt in read.doubts] == [DoubtCode.FOREIGN_PART]


@pytest.mark.parametrize("council", ["West Northamptonshire Council", "Somerset Council"])
def test_a_merged_council_s_page_behind_its_letter_is_its_own(council: str) -> None:
    listed = "\n".join(MERGED[council])
    head = f"{council}\n{council} is a merger of several\ncouncils, linked here.\n{listed}\n"
    page = head + bare(2025, "Complaint overview")
    read = one(
        letter(
            page,
            dated="21 May 2025",
            address=f"Ms Wren\nChief Executive\n{council}",
            subject="Annual Review letter 2024-25",
            opening="",
        )
    )
    assert (read.council.name, read.measure(MeasureName.UPHELD).rate, read.doubts) == (council, 64, ())


TAIL = """Annual letters
We write once a year.
View annual letters
Annual review letter 2023
Annual review letter 2022
Public reports
In the last nine years two reports were published against Kent County Council
Surrey County Council is mentioned in one of them
100% of the costs were paid back
Service improvements
Case reference: 22 015 231
Category: Adult care services
Sub Category: Charging
- Staff get a reminder by 31 March 2021.
"""


def test_what_stands_below_a_page_s_figures_changes_none_of_them() -> None:
    read = one(f"Kent County Council\n{blocks('Kent County Council', 2024)}{TAIL}")
    assert (read.kind, read.year, read.doubts) == (LetterKind.STATISTICS, 2024, ())
    assert figures(read) == ALL


def test_terms_explained_under_the_blocks_own_headings_are_no_figures() -> None:
    terms = (
        "More about this data\nComplaints upheld - complaints in which something went wrong, 100% of them ours.\n"
        "Compliance with recommendations - how often what was agreed was done.\n"
        "Satisfactory remedies - what had been offered before, in 20% of all upheld cases in England.\n"
    )
    read = one(f"Kent County Council\nAnnual statistics\n{terms}{blocks('Kent County Council', 2024)[18:]}")
    assert figures(read) == ALL
    assert not read.doubts
