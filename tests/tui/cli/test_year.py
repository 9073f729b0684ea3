"""`upheld year`: all councils of a year in one table."""

import pytest

from db.figures.year_table import YearColumn
from db.model import CouncilType
from tests.marks import slow_rows
from tests.tui.asked import Run, answer
from tui.cli import year


def test_the_types_and_columns_offered_are_those_there_are() -> None:
    assert list(year._TYPES) == [each.value for each in CouncilType]
    assert list(year._COLUMNS) == [each.value for each in YearColumn]


def test_councils_are_ranked_within_their_type_each_with_its_gap_and_its_reasons(filled: Run) -> None:
    table = answer(filled("year", "2024", "--type", "metropolitan", "--json"))
    assert (table["year"], table["type"], table["sort"]) == (2024, "metropolitan", "upheld")
    assert [(row["council"], row["rank"], row["tied"], row["gap"]) for row in table["councils"]] == [
        ("Salford City Council", 1, False, 20),
        ("Walsall Metropolitan Borough Council", 2, False, 15),
        ("Birmingham City Council", 3, False, 7),
        ("City of Wolverhampton Council", 4, False, 6),
        ("Sheffield City Council", 5, True, 3),
        ("Tameside Metropolitan Borough Council", 5, True, 3),
        ("Sandwell Metropolitan Borough Council", 7, False, -2),
        ("Leeds City Council", 8, False, -5),
        ("Kirklees Metropolitan Borough Council", 9, False, -18),
        ("Gateshead Metropolitan Borough Council", None, False, 20),
    ]
    assert table["averages"] == {"printed": 80, "of_letters_here": 83.2, "letters": 9}
    assert len(table["without_a_letter"]) == 26
    assert "Sheffield City Council" not in table["without_a_letter"]
    reasons = {(reason["code"], reason["measure"]): reason["quote"] for reason in table["councils"][2]["stands_out"]}
    assert set(reasons) == {("compliance_below_100", "compliance"), ("above_average", "upheld")}
    letter = answer(filled("read", "birmingham", "--year", "2024", "--json"))["text"]
    assert all(letter[quote["start"] : quote["end"]] == quote["text"] for quote in reasons.values())


@pytest.mark.parametrize(
    ("column", "first"),
    [
        ("complied", "City of Wolverhampton Council"),
        *slow_rows(
            ("cases", "Birmingham City Council"),
            ("gap", "Salford City Council"),
            ("per_100k", "London Borough of Haringey"),
            ("remedied", "Westmorland and Furness Council"),
        ),
    ],
)
def test_the_table_can_be_sorted_by_any_column(filled: Run, column: str, first: str) -> None:
    assert answer(filled("year", "2024", "--sort", column, "--json"))["councils"][0]["council"] == first


def test_to_people_it_is_a_table_with_what_must_be_known_of_it(filled: Run) -> None:
    printed = filled("year", "2024", "--type", "metropolitan", "--stand-out").stdout.split("\n")
    assert printed[:2] == [
        "Year to 31 March 2024, metropolitan boroughs: 10 of 36 have a letter here.",
        "Something stands out of 2 of them:",
    ]
    assert any(
        line.split()[:6] == ["3", "Birmingham", "metropolitan", "115", "of", "132"]
        and line.endswith("did not always comply, upheld above average")
        for line in printed
    )
    assert "Upheld, average of similar councils: 80%; mean of the 9 letters here that can be ranked: 83.2%." in printed
    assert any(line.startswith("No letter here to 26 councils: Barnsley") for line in printed)


def test_a_year_without_letters_names_those_that_have_some(filled: Run) -> None:
    refused = filled("year", "2012")
    assert refused.returncode == 1
    assert "There is no letter of 2012 to a council here; there are letters of: 2018, 2019" in refused.stderr
    assert answer(filled("year", "2024", "--type", "other", "--json"))["error"]["kind"] == "not_found"
