"""Columns that a copy has laid side by side: heads, and the figures page; what cannot be told apart is left out."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.letters.reading_order import list_gaps, order_columns
from db.model import DoubtCode, MeasureName
from tests.db.letters.printed import figures, letter, one

BODY = """

Dear Ms Wren

Annual Review letter 2021

This is the annual summary of statistics about your authority for the year ending 31 March 2021.

Yours sincerely,

A Person
Local Government and Social Care Ombudsman
"""


@pytest.mark.parametrize(
    "head",
    [
        """\
                                              Local Government & Social Care OMBUDSMAN

  21 July 2021                                                   PO Box 4771
  By email                                                       Coventry
  Ms Wren                                                        CV4 0EH
  Chief Executive                                                Phone: 0300 061 0614
  Rutland County Council                                         Web: www.lgo.org.uk""",
        """\
PO Box 4771                            21 July 2021
Coventry
CV4 0EH                                Ms Wren
Phone: 0300 061 0614                   Chief Executive
Web: www.lgo.org.uk                    Rutland County Council""",
        """\
Our ref:     MK/21/7              Ms Wren
Your ref:                         Chief Executive
Date:        21 July 2021         Rutland County Council
Telephone:   0300 061 0614        Catmose
E-mail:      a.b@lgo.org.uk       Oakham LE15 6HP""",
        """\
Ms Wren                                  Our ref: MK/21/7
Chief Executive                          Please contact: the data team
Rutland County Council                   Telephone: 0300 061 0614
Catmose
Oakham LE15 6HP                          21 July 2021""",
        """\
21 July 2021 PO Box 4771
By email Coventry
Ms Wren CV4 0EH
Chief Executive Phone: 0300 061 0614
Rutland County Council Web: www.lgo.org.uk""",
        """\
21 July 2021 Our ref: MK/21/7
Ms Wren Telephone: 0300 061 0614
Chief Executive E-mail: annualletters@lgo.org.uk
Rutland County Council Please contact: the data team""",
    ],
)
def test_a_letterhead_or_references_beside_the_address_are_no_part_of_it(head: str) -> None:
    read = one(head + BODY)
    assert (read.council.name, read.addressee, read.role) == ("Rutland County Council", "Ms Wren", "Chief Executive")
    assert str(read.dated) == "2021-07-21"
    assert not read.doubts


@pytest.mark.parametrize(
    ("address", "addressee", "role"),
    [
        ("Ms Wren and Mr Lark\nJoint Chief Executives\n", "Ms Wren and Mr Lark", "Joint Chief Executives"),
        ("Ms Wren\nMr Lark\nJoint Chief Executives\n", "Ms Wren and Mr Lark", "Joint Chief Executives"),
        ("Ms Wren & Mr Lark\nCo-Chief Executives\n", "Ms Wren & Mr Lark", "Co-Chief Executives"),
        ("Ms Wren, Chief Executive\nCllr Lark, Leader of the Council\n", "Ms Wren", "Chief Executive"),
        (
            "Ms Wren and Mr Lark, Interim Joint Managing Directors\n",
            "Ms Wren and Mr Lark",
            "Interim Joint Managing Directors",
        ),
    ],
)
def test_two_people_and_joint_roles_are_read(address: str, addressee: str, role: str) -> None:
    read = one(f"21 July 2021\n\n{address}Rutland County Council{BODY}")
    assert (read.council.name, read.addressee, read.role) == ("Rutland County Council", addressee, role)


@pytest.mark.parametrize(
    "copied",
    [
        "cc: Cllr Lark, Leader of Leicestershire County Council\nMonitoring Officer, Leicester City Council",
        "cc Councillor Lark, Chair of Audit, Melton Borough Council",
        "c.c. The Leader, Leicester City Council",
        "\nCopied to: The Monitoring Officer, Melton Borough Council",
    ],
)
def test_who_else_gets_a_letter_is_not_addressed(copied: str) -> None:
    read = one(f"21 July 2021\n\nMs Wren\nChief Executive\nRutland County Council\n{copied}{BODY}")
    assert (read.council.name, read.addressee, read.doubts) == ("Rutland County Council", "Ms Wren", ())


def laid(page: str) -> tuple[object, ...]:
    measure = one(letter(page)).measure(MeasureName.UPHELD)
    return measure.rate, measure.average, measure.count, measure.base


@pytest.mark.parametrize(
    "page",
    [
        """\
   Complaints upheld

            60% of complaints we investigated         3
            were upheld.                              upheld decisions
   60%
            This compares to an average of 45%        Statistics are based on a total of
            in similar authorities.                   5 detailed investigations for the
                                                      period between 1 April 2019 to 31
                                                      March 2020
""",
        """\
                             60% of complaints we             3                        Statistics are based on a
 Complaints upheld           investigated were upheld.        upheld decisions         total of 5 detailed
                                                                                       investigations for the period
      60%                    This compares to an average                               between 1 April 2019 to 31
                             of 45% in similar authorities.                            March 2020
""",
        """\
Complaints upheld

   3                    60% of complaints we investigated were
   upheld decisions     upheld.
                        This compares to an average of 45% in
                        similar authorities.
Statistics are based on a total of 5 detailed investigations for the period between 1 April 2019 to 31 March 2020
""",
        """\
Complaints upheld                            Compliance with Ombudsman
                                             recommendations
60% of complaints we investigated            In 100% of cases we were satisfied
were upheld. This compares to an             the authority had successfully
average of 45% in similar                    implemented our recommendations.
authorities.                                 Statistics are based on a total of 4
3                                            compliance outcomes for the period
upheld decisions                             between 1 April 2019 to 31 March 2020
Statistics are based on a total of 5
detailed investigations for the period
between 1 April 2019 to 31 March 2020
""",
    ],
)
def test_a_block_of_figures_in_columns_is_read_column_by_column(page: str) -> None:
    assert laid(page) == (60, 45, 3, 5)


def test_of_two_years_side_by_side_neither_is_taken() -> None:
    read = one(
        letter(
            """\
Complaints upheld

50% of complaints we investigated       60% of complaints we investigated
were upheld.                            were upheld.
4                                       3
upheld decisions                        upheld decisions
Statistics are based on a total of 8    Statistics are based on a total of 5
detailed investigations for the         detailed investigations for the
period between 1 April 2018 to          period between 1 April 2019 to
31 March 2019                           31 March 2020
"""
        )
    )
    assert read.measure(MeasureName.UPHELD).rate is None
    assert any(doubt.about == "upheld" for doubt in read.doubts)


@pytest.mark.parametrize(
    "page",
    [
        "Complaints upheld\n60% of complaints we investigated 3\nwere upheld. upheld decisions\n"
        "This compares to an average of 45% Statistics are based on a total\nin similar authorities. of 5 detailed"
        " investigations\n",
        "Complaints upheld Compliance with Ombudsman recommendations\n60% of complaints we In 100% of cases we were\n"
        "investigated were upheld. satisfied the authority had\nStatistics are based on a Statistics are based on a\n"
        "total of 5 detailed total of 3 compliance outcomes\n",
    ],
)
def test_columns_without_a_gap_are_left_out_with_a_doubt(page: str) -> None:
    read = one(letter(page))
    assert read.measure(MeasureName.UPHELD).rate is None
    assert any(doubt.about == "upheld" for doubt in read.doubts)


def test_a_column_that_touches_the_next_leaves_out_what_it_mixes_up() -> None:
    page = (
        "Complaints upheld\n60% of complaints we investigated were upheld. 3\n"
        "This compares to an average upheld decisions\nof 45% in similar authorities.\n"
    )
    read = one(letter(page))
    measure = read.measure(MeasureName.UPHELD)
    assert (measure.average, measure.count) == (None, None)
    codes = [(doubt.code, dict(doubt.parameters).get("part")) for doubt in read.doubts]
    assert (DoubtCode.RATE_UNREADABLE, "average") in codes


@pytest.mark.parametrize(
    "text",
    [
        letter(figures()),
        "Complaints received      12      13\nComplaints decided       10      11\n",
        "A  text  with   three    spaces     here.\nAnd  one   more    below     it.\n",
    ],
)
def test_what_has_no_known_columns_stays_in_its_order(text: str) -> None:
    assert order_columns(text) is None


@pytest.mark.parametrize(
    "lines", [["160    1,000  99  " * 5_000], ["160    1,000  99  " * 1_000] * 60, ["1\u00ad    99  " * 3_000] * 60]
)
def test_lines_longer_than_a_page_is_wide_are_in_no_column_and_take_no_time(lines: list[str]) -> None:
    text = "\n".join(["This compares with similar authorities.", *lines, "Dear Ms Wren", ""])
    began = time.process_time()
    assert order_columns(text) is None
    assert time.process_time() - began < 4


@given(st.text(st.sampled_from("ab \t\n\u00a0\x1f"), max_size=40))
def test_the_lines_with_wide_gaps_are_found_whatever_the_gaps_are_of(text: str) -> None:
    found = {text.rfind("\n", 0, at) + 1 for at in list_gaps(text)}
    starts = [match.start() for match in re.finditer(r"[^\n]*\n|[^\n]+\Z", text)]
    wide = re.compile(r"\S[^\S\n]{3,}\S")
    assert found == {start for start in starts if wide.search(text[start:].partition("\n")[0])}
