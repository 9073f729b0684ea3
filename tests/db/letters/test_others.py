"""What is bound in behind a letter, or between letters, is another council's and stays so."""

import pytest

from db.letters.parse import parse
from db.model import MeasureName, State
from db.register import Register

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
    assert any("Derby City Council" in doubt.message for doubt in read.warnings)


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
        ("Nottingham\nshire County Council", None),
        ("Buckinghamshire\nFire Authority", None),
    ],
)
def test_a_name_over_two_lines_is_never_the_shorter_council(block: str, right: str | None, register: Register) -> None:
    (read,) = parse(letter(block), register)
    assert read.council.name == right or (right is None and not read.council.in_register)
