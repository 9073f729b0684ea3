"""`upheld compare`: councils side by side."""

from pathlib import Path

import pytest

from db.figures.comparison import FEWEST_COMPARED, MOST_COMPARED
from db.library import Library
from tests.tui.asked import Run, answer
from tui.cli import compare


def test_the_numbers_told_are_those_that_hold() -> None:
    assert (compare._FEWEST, compare._MOST) == (FEWEST_COMPARED, MOST_COMPARED)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["leeds", "kent"], ["leeds", "kent"]),
        (
            ["leeds,", "bradford,", "north", "west", "leicestershire"],
            ["leeds", "bradford", "north west leicestershire"],
        ),
        (["leeds, north west  leics,,"], ["leeds", "north west leics"]),
        (["bournemouth,", "christchurch", "and", "poole,", "leeds"], ["bournemouth, christchurch and poole", "leeds"]),
        (["north west leicestershire", "oadby wigston"], ["north west leicestershire", "oadby wigston"]),
    ],
)
def test_each_argument_is_a_council_or_commas_part_them(words: list[str], names: list[str]) -> None:
    assert compare.part_names(words) == names


def test_a_program_gets_one_letter_each_as_show_has_it(filled: Run) -> None:
    told = answer(filled("compare", "harborough,", "oadby,", "blaby", "--json"))
    assert told["year"] == 2020
    assert [each["council"]["name"] for each in told["councils"]] == [
        "Harborough District Council",
        "Oadby & Wigston Borough Council",
        "Blaby District Council",
    ]
    assert [[letter["year"] for letter in each["letters"]] for each in told["councils"]] == [[2020], [2020], []]
    assert told["councils"][1] == answer(filled("show", "oadby", "--year", "2020", "--json"))


def test_to_people_it_is_a_block_a_measure_with_the_average_and_what_is_missing(filled: Run) -> None:
    printed = filled("compare", "oadby", "harborough", "blaby").stdout.split("\n")
    assert printed[:6] == [
        "Year to 31 March 2020, 3 councils",
        "",
        "Upheld, of those investigated; average of district councils 45%",
        "  Oadby & Wigston  3 of 5   60%  too few to tell",
        "  Harborough       2 of 2  100%  too few to tell",
        "  Blaby            no letter of 2020 here (2021: 0 of 2)",
    ]


def test_unlike_types_stand_together_and_that_is_said(filled: Run) -> None:
    printed = filled("compare", "leeds", "kent", "--year", "2024").stdout
    assert "average of metropolitan boroughs 80%, county councils" in printed
    assert "Unlike types stand together, metropolitan boroughs and county councils:" in printed
    assert "Unlike types" not in filled("compare", "leeds", "sheffield").stdout


def test_the_interval_of_each_is_told_on_request(filled: Run) -> None:
    plain, asked = (filled("compare", "oadby", "harborough", *more).stdout for more in ((), ("--intervals",)))
    assert "23-88%" not in plain
    assert "  Oadby & Wigston  3 of 5   60%   23-88%  too few to tell" in asked.split("\n")
    assert "(Wilson, 95%)" in asked


def test_what_no_letter_of_the_year_prints_is_said_once(filled: Run) -> None:
    printed = filled("compare", "birmingham", "sheffield", "--year", "2018").stdout
    assert "Not printed in any of these letters of 2018: complied and already remedied." in printed
    assert "\nComplied" not in printed


def test_complaints_received_stand_by_service_where_letters_count_them(filled: Run) -> None:
    lines = filled("compare", "nwl", "birmingham", "--year", "2018").stdout.split("\n")
    at = lines.index("Complaints and enquiries received")
    assert lines[at + 1].split() == ["North", "West", "Leicestershire", "Birmingham"]
    total = next(line for line in lines[at:] if line.startswith("  Total"))
    assert total.split()[2] == "-"


@pytest.mark.parametrize(
    ("words", "code", "kind", "sentence"),
    [
        (("leeds",), 2, "usage", "it takes 2 to 8 councils, not 1"),
        ((",".join("abcdefghi"),), 2, "usage", "not 9"),
        (("leeds", "leeds city council"), 1, "ambiguous", "Each name means Leeds City Council"),
        (("leeds", "xyzzy"), 1, "not_found", "xyzzy"),
        (("leeds", "--set", "neighbours"), 2, "usage", "councils or a set, not both"),
        (("--set", "neighbours"), 1, "not_found", "No set is called neighbours. None is kept"),
        (("leeds", "kent", "--year", "2012"), 1, "not_found", "no letter of 2012 to any of these councils here"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_reason(
    filled: Run, words: tuple[str, ...], code: int, kind: str, sentence: str
) -> None:
    refused = filled("compare", *words, "--json")
    error = answer(refused)["error"]
    assert (refused.returncode, error["kind"]) == (code, kind)
    assert sentence in error["message"]


def keep_set(library: Path, name: str, *councils: str) -> None:
    with Library.open(library) as here:
        here.council_sets.save(name, councils)


def test_a_set_is_compared_by_its_name_and_a_member_without_letters_is_said(filled: Run, tmp_path: Path) -> None:
    harborough, oadby = "Harborough District Council", "Oadby & Wigston Borough Council"
    keep_set(tmp_path / "own" / "library.db", "our Neighbours", harborough, "Corby Borough Council", oadby)
    asked = filled("compare", "--set", "our", "neighbours", "--year", "2020")
    assert asked.stdout == filled("compare", "harborough,", "oadby", "--year", "2020").stdout
    assert "Corby Borough Council has no letter here." in asked.stderr


def test_a_set_of_another_name_is_answered_with_those_there_are(filled: Run, tmp_path: Path) -> None:
    keep_set(tmp_path / "own" / "library.db", "north", "Leeds City Council", "Corby Borough Council")
    error = answer(filled("compare", "--set", "south", "--json"))["error"]
    assert (error["kind"], error["choices"]) == ("not_found", ["north"])
    assert "fewer than 2 councils" in filled("compare", "--set", "north").stderr
