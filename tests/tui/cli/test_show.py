"""`upheld show`: to programs as the letter prints it, to people in words where the screen has a sign."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.library import Library
from tests.marks import slow_rows
from tests.tui.asked import OADBY, Run, answer

REMARK = "The Council took too long to accept our findings and its apology was unsatisfactory."


@pytest.mark.parametrize(
    ("council", "words"),
    [
        ("birmingham", "Upheld:           94 of 114 investigated, 82%; similar councils 81%: no clear difference"),
        *slow_rows(
            ("birmingham", "115 of 132 investigated, 87%; higher than similar councils, 80%"),
            (
                "birmingham",
                "43 of 72 investigated, 60%; no average of similar councils in this letter "
                "(the 72 is those upheld and those not upheld, added together)",
            ),
            ("oadby", "3 of 5 investigated, 60%; similar councils 45%: too few to tell"),
            (
                "oadby",
                "3 of 3 outcomes, 100%; similar councils 99%: too few to tell "
                "(the count of 3 is worked out from the rate)",
            ),
            ("allerdale", "Per 100,000:      1 upheld decision for that many residents; similar councils 1.4"),
            ("allerdale", "(District council, North West, abolished on 1 April 2023, now Cumberland Council)"),
        ),
    ],
)
def test_a_figure_is_said_as_on_the_screen(filled: Run, council: str, words: str) -> None:
    printed = filled("show", council).stdout
    assert words in printed
    assert not set(printed) & set("*▲▼")


@pytest.mark.slow
def test_a_passage_that_is_two_things_is_told_once(filled: Run, tmp_path: Path) -> None:
    text = Path("sample_letters/oadby-and-wigston-borough-council-2020.txt")
    sample = (Path(__file__).resolve().parents[3] / text).read_text(encoding="utf-8")
    marker = "In this year the Ombudsman issued"
    assert marker in sample
    letter = tmp_path / "letter.txt"
    letter.write_text(
        sample.replace("Oadby & Wigston", "Blaby").replace(marker, f"{REMARK} {marker}"), encoding="utf-8"
    )
    assert filled("import", letter).returncode == 0
    printed = [line for line in filled("show", "blaby").stdout.split("\n") if REMARK in line]
    assert printed == [f"  Remark, Refusal or delay, apology: {REMARK}"]


def test_show_prints_what_the_letter_prints(filled: Run) -> None:
    shown = answer(filled("show", "oadby", "--json"))
    assert shown["council"] == {
        "name": "Oadby & Wigston Borough Council",
        "type": "district",
        "region": "East Midlands",
        "gss_code": "E07000135",
    }
    (letter,) = shown["letters"]
    assert (letter["year"], letter["dated"], letter["kind"]) == (2020, "2020-07-22", "annual")
    assert letter["period"] == {"start": "2019-04-01", "end": "2020-03-31"}
    upheld = letter["measures"]["upheld"]
    text = answer(filled("read", "oadby", "--json"))["text"]
    for quote in upheld.pop("quotes"):
        assert text[quote["start"] : quote["end"]] == quote["text"]
    assert upheld == {
        "state": "given",
        "rate": 60,
        "average": 45,
        "count": 3,
        "base": 5,
        "base_of": "detailed investigations",
        "denominator": 5,
    }
    assert letter["measures"]["remedy"]["base"] == 5
    assert letter["measures"]["remedy"]["denominator"] == 3
    assert letter["measures"]["upheld_per_100k"] == {
        "state": "not_given",
        "rate": None,
        "average": None,
        "quotes": [],
    }
    assert letter["received"] is letter["decided"] is letter["remedied"] is None
    assert letter["source"]["name"] == OADBY.name


def test_the_tables_of_2018_are_told_by_our_words(filled: Run) -> None:
    (letter,) = answer(filled("show", "nwl", "--json"))["letters"]
    assert letter["received"]["total"] == 6
    assert letter["received"]["by_service"]["planning_and_development"] == 3
    assert letter["decided"] == {
        "total": 4,
        "outcomes": {
            "incomplete_or_invalid": 2,
            "advice_given": 0,
            "referred_back": 0,
            "closed_after_initial_enquiries": 1,
            "not_upheld": 1,
            "upheld": 0,
        },
    }
    assert letter["remedied"] == {"by_ombudsman": 0, "by_authority": 0}


@pytest.mark.slow
def test_show_for_people_says_the_figures_in_words(filled: Run) -> None:
    done = filled("show", "harborough")
    assert done.returncode == 0
    assert "2 of 2 investigated, 100%; similar councils 45%: too few to tell" in done.stdout
    assert "0 of 2 upheld cases before the complaint reached the Ombudsman, 0%" in done.stdout
    assert "our sum" not in done.stdout
    assert "\x1b" not in done.stdout
    worked_out = "(the 3 is the number upheld; beside it the letter prints 5 detailed investigations)"
    assert worked_out in filled("show", "oadby").stdout


@pytest.mark.slow
def test_years_come_newest_first_and_one_can_be_asked_for(filled: Run) -> None:
    assert [letter["year"] for letter in answer(filled("show", "kent", "--json"))["letters"]] == [
        2025,
        2024,
        2023,
    ]
    (letter,) = answer(filled("show", "kent", "--year", "2024", "--json"))["letters"]
    assert letter["measures"]["upheld"]["rate"] == 81


@pytest.mark.slow
def test_what_is_set_by_hand_is_said_to_be(run: Run, tmp_path: Path) -> None:
    assert run("import", OADBY).returncode == 0
    assert answer(run("show", "oadby", "--json"))["letters"][0]["set_by_hand"] == []
    with Library.open(tmp_path / "own" / "library.db") as library:
        library.correct(1, None, 2011)
    (letter,) = answer(run("show", "oadby", "--json"))["letters"]
    assert (letter["year"], letter["set_by_hand"]) == (2011, ["year"])
    assert "Set by hand: year" in run("show", "oadby").stdout


def test_a_council_known_by_name_is_shown_without_what_other_answers_need(library: Path) -> None:
    program = (
        "import sys; from tui.cli.main import main; code = main()\n"
        "others = {'sqlite_utils', 'textual', 'rich', 'rapidfuzz', 'db.councils.finder', 'db.store.fulltext',\n"
        "    'db.json_output', 'tui.cli.compare'}\n"
        "assert not others & set(sys.modules), others & set(sys.modules)\n"
        "sys.exit(code)"
    )
    command = [sys.executable, "-c", program, "show", "harborough", "--library", str(library)]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Harborough District Council")
