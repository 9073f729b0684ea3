"""Files that hold more than one letter: a covering report before them, several letters, an analysis after."""

from datetime import date

import pytest

from db.councils.register import Register
from db.letters.parse import parse
from db.model import Letter, MeasureName
from tests.db.letters.printed import compliance, figures, letter, one, remedy, upheld

KENT = "Ms A\nChief Executive\nKent County Council"
LEEDS = "Mr B\nChief Executive\nLeeds City Council"
OTHER = figures(upheld("40%", "67%", "2\nupheld decisions"), compliance(), remedy())
COVER = (
    "Audit and Governance Committee\n28 September 2020\n\nReport of the Monitoring Officer\n\n"
    "The letter for 2015/16 is attached and members are asked to note it.\n\n"
    "99% of complaints we investigated were upheld.\nThis compares to an average of 12% in similar authorities.\n"
    "997 upheld decisions\nStatistics are based on a total of 998 detailed investigations\n"
)
ANALYSIS = (
    "Appendix C: what officers make of it\n\n"
    "The committee will recall that 75% of complaints we investigated were upheld in the year before, with 9 upheld"
    " decisions. The average was then 43%, and the compliance rate 98%."
)


def summary(read: Letter) -> tuple[object, ...]:
    upheld_measure = read.measure(MeasureName.UPHELD)
    return read.council.name, upheld_measure.rate, upheld_measure.average, upheld_measure.count


KENTS = ("Kent County Council", 60, 45, 3)
LEEDS_S = ("Leeds City Council", 40, 67, 2)


def read_all(text: str) -> list[tuple[object, ...]]:
    return [summary(read) for read in parse(text, Register.load())]


def test_a_covering_report_s_own_figures_are_never_taken() -> None:
    read = one(COVER + "\n\n" + letter(figures(), address=KENT))
    assert (summary(read), read.dated, read.year) == (KENTS, date(2020, 7, 22), 2020)
    assert "998" not in read.text


def test_an_analysis_after_the_letter_changes_no_figure() -> None:
    assert read_all(letter(figures(), address=KENT) + "\n\n" + ANALYSIS) == [KENTS]


def test_an_analysis_that_repeats_the_page_with_other_figures_leaves_them_out_with_a_warning() -> None:
    again = upheld("75%", "43%", "9\nupheld decisions", "12 detailed investigations", "1 April 2018 to 31 March 2019")
    read = one(letter(figures(), address=KENT) + "\n\n" + again)
    assert summary(read) == ("Kent County Council", None, None, None)
    assert {"upheld", "period"} <= {doubt.about for doubt in read.doubts}


@pytest.mark.parametrize("between", ["", ANALYSIS], ids=["nothing", "analysis"])
@pytest.mark.parametrize("dated", ["22 July 2020", ""])
def test_two_councils_letters_in_one_file_keep_their_own_figures(between: str, dated: str) -> None:
    first, second = letter(figures(), address=KENT), letter(OTHER, address=LEEDS, dated=dated, dear="Mr B")
    assert read_all("\n\n".join((first, between, second))) == [KENTS, LEEDS_S]


def test_a_report_between_two_letters_may_blot_out_a_figure_but_never_changes_one() -> None:
    """It stands behind the first letter, and nothing tells that its sentences are not that letter's."""
    first, second = letter(figures(), address=KENT), letter(OTHER, address=LEEDS, dear="Mr B")
    letters = parse("\n\n".join((first, COVER, second)), Register.load())
    assert [summary(read) for read in letters] == [("Kent County Council", None, None, None), LEEDS_S]
    assert any(doubt.about == "upheld" for doubt in letters[0].doubts)


@pytest.mark.parametrize("dated", ["22 July 2020", ""])
def test_a_letter_without_figures_does_not_get_those_of_the_next(dated: str) -> None:
    first, second = letter(address=KENT), letter(OTHER, address=LEEDS, dated=dated, dear="Mr B")
    assert read_all(f"{first}\n\n{second}") == [("Kent County Council", None, None, None), LEEDS_S]


def test_an_undated_letter_begins_after_the_figures_of_the_one_before() -> None:
    first, second = letter(figures(), address=KENT), letter(OTHER, address=LEEDS, dated="", dear="Mr B")
    letters = parse(f"{first}\n\n{second}", Register.load())
    assert letters[0].measure(MeasureName.REMEDY).count == 0
    assert letters[0].measure(MeasureName.REMEDY).base == 5
    assert (letters[1].addressee, letters[1].dated) == ("Mr B", None)


def test_letters_of_two_years_in_one_file_are_two_letters() -> None:
    older = letter(
        figures(upheld(period="1 April 2018 to 31 March 2019")),
        dated="24 July 2019",
        subject="Annual Review letter 2019",
        opening="",
    )
    letters = parse(older + "\n\n" + letter(figures()), Register.load())
    assert [read.year for read in letters] == [2019, 2020]


def test_the_letters_of_a_file_lose_nothing_between_them() -> None:
    first, second = letter(figures(), address=KENT), letter(OTHER, address=LEEDS, dear="Mr B")
    text = f"{first}\n\n{ANALYSIS}\n\n{second}"
    assert "".join(read.text for read in parse(text, Register.load())) == text


def test_a_few_words_before_the_letter_are_kept_with_it() -> None:
    text = "Appendix A\n\n" + letter(figures())
    assert one(text).text == text


def test_a_report_that_only_speaks_of_a_letter_holds_none() -> None:
    assert parse(COVER, Register.load()) == ()


def test_of_pages_that_stand_before_their_letters_none_is_given_to_the_letter_before() -> None:
    kent = letter(address="Ms A\nChief Executive\nKent County Council", dear="Ms A")
    surrey = letter(address="Ms B\nChief Executive\nSurrey County Council", dear="Ms B")
    read = parse("\n\n".join((figures(), kent, figures(upheld("33%")), surrey)), Register.load())
    assert [one.council.name for one in read] == ["Kent County Council", "Surrey County Council"]
    assert [one.measure(MeasureName.UPHELD).rate for one in read] == [None, None]


@pytest.mark.parametrize(
    "cover",
    [
        "From: Jane Smith\nSent: 23 July 2020 09:12\nSubject: FW: Annual Review letter 2020\n\nDear all\n\nSee below.",
        "Dear Councillor\n\nAnnual Review letter 2020\n\nThe letter is below.\n\nThe Monitoring Officer",
    ],
)
def test_a_message_that_goes_with_a_letter_is_no_letter(cover: str) -> None:
    (read,) = parse(f"{cover}\n\n{letter(figures())}", Register.load())
    assert read.council.name == "Harborough District Council"
    assert read.measure(MeasureName.UPHELD).rate == 60


def test_a_reply_to_the_ombudsman_is_no_letter() -> None:
    reply = (
        "1 August 2020\n\nMichael King\nLocal Government and Social Care Ombudsman\n\nDear Mr King\n\n"
        "Annual Review letter 2020\n\nThank you for your letter.\n\nYours sincerely\n\nA Clerk\nTown Clerk"
    )
    assert parse(reply, Register.load()) == ()
