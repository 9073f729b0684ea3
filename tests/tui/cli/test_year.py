"""`upheld year`: all councils of a year in one table."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.figures.year_table import YearColumn
from db.library import Library
from db.model import Council, CouncilType
from tests.db.builders import file_of
from tests.marks import slow_rows
from tests.tui.asked import Run, answer
from tests.tui.terminal import Terminal
from tests.tui.whole_years import LEAST, make_letter, make_library
from tui.cli import year
from tui.draw.short_names import shorten_council


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


def test_which_london_borough_complied_least_in_2024_and_what_does_its_letter_say(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    make_library(tmp_path / "own" / "library.db", 2024)
    words = ("year", "2024", "--type", "london_borough", "--sort", "complied", "--reverse")
    printed = run(*words).stdout.split("\n")
    first = next(line for line in printed if line.split()[:1] == ["30"])
    assert printed.index(first) == printed.index("") + 2  # below the heads
    assert f" {shorten_council(LEAST)} " in first
    assert "81%" in first
    assert "did not always comply" in first
    least = answer(run(*words, "--json"))["councils"][0]
    assert (least["council"], least["measures"]["compliance"]["rate"]) == (LEAST, 81)
    said = run("read", *shorten_council(least["council"]).lower().split(), "--year", "2024").stdout
    assert "In 81% of cases we were satisfied the authority had implemented our recommendations." in said
    (reason,) = [each for each in least["stands_out"] if each["code"] == "compliance_below_100"]
    assert reason["quote"]["text"] == "In 81% of cases"


INTERRUPTED = """
import os, signal, sys
from db.figures import year_table
from tui.cli import year
from tui.cli.main import main

whole = year_table._build_row
judged = []

def interrupt(letter):
    judged.append(letter)
    if len(judged) == 5:
        os.kill(os.getpid(), signal.SIGINT)
    return whole(letter)

year_table._build_row = interrupt
year._BETWEEN_LOOKS = 2
code = main(["year", "2024", *sys.argv[1:]])
print(len(judged), file=sys.stderr)
sys.exit(code)
"""


def test_ctrl_c_stops_a_long_year_and_prints_no_half_of_it(tmp_path: Path) -> None:
    library = make_library(tmp_path / "library.db", 2024)
    variables = {**os.environ, "UPHELD_LIBRARY": str(library)}

    def interrupt(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", INTERRUPTED, *words]
        return subprocess.run(command, capture_output=True, text=True, env=variables, check=False)

    done = interrupt()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.split("\n")[:2] == ["upheld: Stopped before the end.", "6"]
    assert answer(interrupt("--json"))["error"]["kind"] == "stopped"


def test_a_long_year_says_how_far_it_is(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with Library.open(library) as opened:
        councils = [Council(name=f"Council of {number}") for number in range(520)]
        opened.add_files([file_of(make_letter(each, 2024, 3, 7), name=each.name) for each in councils])
    with Terminal("--library", library, "year", "2024", size=(200, 50)) as terminal:
        terminal.wait_for(b"500 of 520 letters")
        assert terminal.wait() == 0


def test_a_doubt_is_said_beside_the_rank_that_rests_on_it(filled: Run) -> None:
    lines = filled("year", "2024", "--type", "london_borough").stdout.split("\n")
    (hounslow,) = [line for line in lines if "Hounslow " in line]
    assert "needs a look (The letter prints 93%, but 22 of 24 is 92%)" in hounslow
