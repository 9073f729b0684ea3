"""What is bound in behind a letter, or between letters, is another council's and stays so."""

import pytest

from db.councils.register import Register
from db.letters.parse import parse
from db.model import MeasureName, State
from tui.draw.doubt_text import write_doubt

FIGURES = """
67% of complaints we investigated were upheld.
This compares to an average of 56% in similar authorities.
18
upheld decisions
Statistics are based on a total of 27 detailed investigations for the period between 1 April 2019 to 31 March 2020
"""


def letter(council: str, subject: str = "Annual Review letter 2020", figures: str = "") -> str:
    return f"""22 July 2020

By email

Ms Smith
Chief Executive
{council}

Dear Ms Smith

{subject}

I write to you with our annual summary of statistics about your authority for the year ending 31 March 2020.

Yours sincerely,

Michael King
Local Government and Social Care Ombudsman
{figures}"""


@pytest.mark.parametrize(
    "subject",
    [
        "Annual Review letter 2020: Derby City Council",
        "Annual Review letter for 2020",
        "Re: Annual Review letter 2020",
        "LGSCO Annual Review Letter 2020",
        "",
    ],
)
def test_a_second_letter_keeps_its_figures_whatever_its_subject_line(subject: str, register: Register) -> None:
    text = letter("Leicester City Council") + "\n\n" + letter("Derby City Council", subject, FIGURES)
    first, second = parse(text, register)
    assert (first.council.name, second.council.name) == ("Leicester City Council", "Derby City Council")
    assert first.measure(MeasureName.UPHELD).state is State.NOT_GIVEN
    assert second.measure(MeasureName.UPHELD).rate == 67


@pytest.mark.parametrize(
    "title",
    ["Derby City Council", "Derby City Council\nAnnual statistics", "Appendix B - Derby City Council statistics"],
)
def test_a_statistics_page_of_another_council_behind_a_letter_is_not_its_own(title: str, register: Register) -> None:
    (read,) = parse(letter("Leicester City Council", figures=f"\n{title}\n\nComplaints upheld\n{FIGURES}"), register)
    assert read.council.name == "Leicester City Council"
    assert read.measure(MeasureName.UPHELD).state is State.NOT_GIVEN
    assert any("Derby City Council" in write_doubt(doubt) for doubt in read.doubts)


@pytest.mark.parametrize(
    "lead", ["Across England:", "Nationally our figures for the year were as follows:", "In Derby:"]
)
def test_a_rate_led_in_by_a_colon_is_somebody_elses(lead: str, register: Register) -> None:
    (read,) = parse(
        letter("Leicester City Council", figures=f"\n{lead}\n67% of complaints we investigated were upheld."), register
    )
    assert read.measure(MeasureName.UPHELD).rate is None


@pytest.mark.parametrize(
    ("block", "right"),
    [
        ("Derbyshire\nDales District Council", "Derbyshire Dales District Council"),
        ("Surrey\nHeath Borough Council", "Surrey Heath Borough Council"),
        ("Nottingham\nshire County Council", "Nottinghamshire County Council"),
        ("Buckinghamshire\nFire Authority", "Buckinghamshire & Milton Keynes Fire and Rescue Authority"),
    ],
)
def test_a_name_over_two_lines_is_never_the_shorter_council(block: str, right: str, register: Register) -> None:
    (read,) = parse(letter(block), register)
    assert read.council.name == right


def page(*lines: str) -> str:
    """A statistics page of Bristol's with its own figures, then these lines and a neighbour's compliance."""
    compliance = "In 93% of cases we were satisfied the authority had successfully implemented our recommendations."
    return "\n".join(("Bristol City Council", "Annual statistics", "", FIGURES, "", *lines, compliance))


@pytest.mark.parametrize(
    "title",
    [
        "South Gloucestershire Council",
        "South Gloucestershire Council:",
        "South Gloucestershire Council (2019-20)",
        "Statistics for South Gloucestershire Council",
        "South Gloucestershire",
        "Leeds:",
    ],
)
def test_a_page_that_goes_on_to_a_neighbour_s_figures_stops_there(title: str, register: Register) -> None:
    (read,) = parse(page(title), register)
    assert read.council.name == "Bristol City Council"
    assert read.measure(MeasureName.UPHELD).rate == 67
    assert read.measure(MeasureName.COMPLIANCE).state is State.NOT_GIVEN
    (doubt,) = read.doubts
    assert [quote.text for quote in doubt.quotes] == [title]


@pytest.mark.parametrize(
    "title",
    [
        "Bristol City Council",
        "Bristol",
        "City of Bristol statistics",
        "Compliance with Ombudsman recommendations",
        "93% of cases were successfully implemented by Bristol City Council",
        "You can see how South Gloucestershire Council did on its own page.",
    ],
)
def test_a_page_that_names_its_own_council_again_goes_on(title: str, register: Register) -> None:
    (read,) = parse(page(title), register)
    assert read.measure(MeasureName.COMPLIANCE).rate == 93
    assert not read.doubts


def test_predecessors_listed_behind_a_letter_do_not_end_it(register: Register) -> None:
    merged = (
        "North Northamptonshire Council is a merger of several councils and the historical information is below.\n"
        "Corby Borough Council\nEast Northamptonshire Council\n"
    )
    (read,) = parse(letter("North Northamptonshire Council", figures=f"\n{merged}{FIGURES}"), register)
    assert read.measure(MeasureName.UPHELD).rate == 67


def test_a_predecessor_s_page_behind_a_letter_is_not_its_own(register: Register) -> None:
    (read,) = parse(letter("North Northamptonshire Council", figures=f"\nCorby Borough Council\n{FIGURES}"), register)
    assert read.measure(MeasureName.UPHELD).state is State.NOT_GIVEN


def test_a_council_that_the_register_does_not_know_keeps_out_what_is_another_s(register: Register) -> None:
    (read,) = parse(letter("Barchester City Council", figures=f"\nDerby City Council\n{FIGURES}"), register)
    assert read.measure(MeasureName.UPHELD).state is State.NOT_GIVEN
    (own,) = parse(letter("Barchester City Council", figures=f"\nBarchester City Council\n{FIGURES}"), register)
    assert own.measure(MeasureName.UPHELD).rate == 67


def test_a_page_of_one_council_under_the_sentence_of_another_s_merger_is_of_neither(register: Register) -> None:
    merged = "Westmorland and Furness Council is a merger of several councils and earlier information is linked here."
    (read,) = parse(f"Cumbria County Council\n{merged}\nComplaints upheld\n{FIGURES}", register)
    assert not read.council.in_register
    assert read.measure(MeasureName.UPHELD).state is State.NOT_GIVEN
    assert "its figures are left out" in write_doubt(read.doubts[0])
