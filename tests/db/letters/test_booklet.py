"""The booklets of 2009-10 and the document of 2008: council and year from their title, or from their first section."""

import pytest

from db.model import LetterKind, TableName
from tests.db.letters.printed import one

SUMMARY = "This annual review provides a summary of the complaints we have dealt with about {}."


@pytest.mark.parametrize(
    ("text", "council", "year"),
    [
        (
            "The Local Government Ombudsman's\nAnnual Review\nExeter City Council\nfor the year ended\n31 March 2009",
            "Exeter City Council",
            2009,
        ),
        (
            "The Local Government Ombudsman\u2019s\n\nAnnual Review\n\nBath and North East\nSomerset Council\n\n"
            "for the year ended\n31 March 2010\n\nThe Local Government Ombudsman looks into complaints.",
            "Bath and North East Somerset Council",
            2010,
        ),
        (
            "THE LOCAL GOVERNMENT OMBUDSMAN'S ANNUAL LETTER\nLeeds City Council\nfor the\nyear ended\n31 March 2008\n",
            "Leeds City Council",
            2008,
        ),
        (
            "Local Government Ombudsmen (LGOs) look into complaints.\n\nSection 1: Complaints about Hull City\nCouncil"
            " 2009/10\n\nIntroduction\n\n" + SUMMARY.format("Hull City Council"),
            "Hull City Council",
            2010,
        ),
        (
            "Section 1\nComplaints about the London Borough of Hackney 2008/09 ....... 3\n\n"
            + SUMMARY.format("the London Borough of Hackney"),
            "London Borough of Hackney",
            2009,
        ),
        (
            "The LGO service is free.\n" + SUMMARY.format("St Albans City and District\nCouncil in 2008/09") + "\n",
            "St Albans City and District Council",
            2009,
        ),
    ],
)
def test_a_booklet_is_the_annual_letter_of_the_council_in_its_title_or_first_section(
    text: str, council: str, year: int
) -> None:
    read = one(text)
    assert (read.kind, read.council.name, read.year) == (LetterKind.ANNUAL, council, year)
    assert not read.doubts


def test_a_booklet_is_not_of_another_council_whose_name_ends_its_own() -> None:
    title = (
        "The Local Government Ombudsman's\nAnnual Review\nBath and North East\nSomerset Council\nfor the year ended\n"
    )
    assert one(f"{title}31 March 2010\n").council.name == "Bath and North East Somerset Council"


def test_a_booklet_without_a_council_is_kept_without_one() -> None:
    read = one(
        "The Local Government Ombudsman's\nAnnual Review\nfor the year ended 31 March 2010\n\nWe dealt with more."
    )
    assert (read.kind, read.council.in_register, read.year) == (LetterKind.ANNUAL, False, 2010)


def test_a_cover_letter_of_2009_names_its_year_in_its_subject_line() -> None:
    read = one(
        "15 June 2009\n\nMr A Brown\nChief Executive\nHull City Council\n\nOur ref: AS/ar\n\nDear Mr Brown\n\n"
        "Annual Review 2008/09\n\nMy review is enclosed.\n\nYours sincerely\n\nAnne Seex\nLocal Government Ombudsman\n"
    )
    assert (read.kind, read.council.name, read.year) == (LetterKind.ANNUAL, "Hull City Council", 2009)


def test_the_tables_of_a_booklet_without_a_title_are_of_its_first_section_s_year() -> None:
    read = one(
        "Section 1: Complaints about Derby City Council 2009/10\n\nTable 2. Investigative Team: Decisions\n\n"
        "\tMI reps\tLS\tNo mal\tPremature complaints\tTotal excl premature\tTotal\n"
        "01/04/09 - 31/03/10\t1\t5\t7\t2\t13\t15\n2008/09\t0\t9\t9\t9\t18\t27\n"
    )
    decided = read.table(TableName.DECIDED)
    assert decided
    assert decided.total
    assert decided.total.value == 15
