"""The command line through its own door: a process with arguments, stdout, stderr and an exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.library import Library
from tests.marks import slow
from tests.tui.asked import OADBY, SAMPLES, Run, answer


def test_the_help_teaches_by_example(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in ("browse", "import", "councils", "show", "read", "search", "check"):
        assert command in done.stdout
    assert "upheld show oadby" in done.stdout


@pytest.mark.parametrize("command", ["browse", *slow("import", "councils", "show", "read", "search", "check")])
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"example: upheld {command}" in done.stdout


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout.startswith("upheld ")


def test_no_command_at_all_of_that_name_is_wrong_usage(run: Run) -> None:
    done = run("shwo", "oadby")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert answer(run("shwo", "--json"))["error"]["kind"] == "usage"


def test_wrong_usage_is_told_as_the_arguments_given_ask_and_not_those_of_the_process() -> None:
    program = "import sys; from tui.cli.main import main; sys.exit(main({}))"
    for given, of_the_process, is_json in ((["--json", "shwo"], [], True), (["shwo"], ["--json"], False)):
        command = [sys.executable, "-c", program.format(given), *of_the_process]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 2
        assert "shwo" in (answer(done)["error"]["message"] if is_json else done.stderr)
        assert bool(done.stdout) is is_json


@pytest.mark.slow
def test_of_several_councils_of_a_name_without_letters_none_is_picked(filled: Run) -> None:
    told = filled("show", "BDBC").stderr
    assert "no letter to Basingstoke and Deane Borough Council or Blackburn with Darwen Borough Council here" in told
    assert (
        "no letter to Basildon Borough Council, Bedford Borough Council or 7 others here"
        in filled("show", "BBC").stderr
    )


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


def test_show_for_people_says_the_figures_in_words(filled: Run) -> None:
    done = filled("show", "harborough")
    assert done.returncode == 0
    assert "2 of 2 investigated, 100%; similar councils 45%: too few to tell" in done.stdout
    assert "0 of 2 upheld cases, our sum, 0%; similar councils 20%: too few to tell" in done.stdout
    assert "\x1b" not in done.stdout
    worked_out = "0 of 3 upheld cases, our sum (the letter prints 5 detailed investigations), 0%"
    assert worked_out in filled("show", "oadby").stdout


def test_years_come_newest_first_and_one_can_be_asked_for(filled: Run) -> None:
    assert [letter["year"] for letter in answer(filled("show", "kent", "--json"))["letters"]] == [
        2025,
        2024,
        2023,
    ]
    (letter,) = answer(filled("show", "kent", "--year", "2024", "--json"))["letters"]
    assert letter["measures"]["upheld"]["rate"] == 81


def test_a_year_that_is_not_there_is_told_with_those_that_are(filled: Run) -> None:
    done = filled("show", "kent", "--year", "1999")
    assert done.returncode == 1
    assert "2025" in done.stderr
    assert done.stdout == ""


def test_a_council_that_could_be_several_is_not_guessed(filled: Run) -> None:
    done = filled("show", "borough council", "--json")
    assert done.returncode == 1
    error = answer(done)["error"]
    assert error["kind"] in {"ambiguous", "not_found"}
    ambiguous = filled("show", "north", "--json")
    assert ambiguous.returncode == 1
    error = answer(ambiguous)["error"]
    assert error["kind"] == "ambiguous"
    assert set(error["choices"]) >= {
        "North West Leicestershire District Council",
        "Northampton Borough Council",
    }


def test_a_council_without_letters_here_is_told_from_one_that_is_unknown(filled: Run) -> None:
    known, unknown = filled("show", "Liverpool City Council"), filled("show", "Gondor")
    assert known.returncode == unknown.returncode == 1
    assert "no letter to Liverpool City Council here" in known.stderr
    assert "upheld councils" in unknown.stderr


def test_councils_lists_best_match_first(filled: Run) -> None:
    names = [council["name"] for council in answer(filled("councils", "wigston", "--json"))["councils"]]
    assert names[0] == "Oadby & Wigston Borough Council"
    everyone = answer(filled("councils", "--all", "--json"))["councils"]
    assert len(everyone) > 400
    with_letters = answer(filled("councils", "--json"))["councils"]
    assert all(council["years"] for council in with_letters)


def test_search_gives_the_place_of_the_words(filled: Run) -> None:
    found = answer(filled("search", "statistics", "--json", "--limit", "3"))
    assert found["total"] >= len(found["hits"]) == 3
    hit = found["hits"][0]
    text = answer(filled("read", hit["council"], "--year", str(hit["year"]), "--json"))["text"]
    assert text[hit["start"] : hit["end"]].lower().startswith("statistic")


@pytest.mark.parametrize("typed", ['"', *slow("AND", "near(", "foo-bar", "it's", "(", "*", "a:b", "🦆")])
def test_anything_can_be_searched_for(filled: Run, typed: str) -> None:
    done = filled("search", typed, "--json")
    assert done.returncode in {0, 1}
    assert "error" in answer(done) or answer(done)["total"]


@pytest.mark.slow
def test_importing_twice_adds_nothing(filled: Run) -> None:
    again = answer(filled("import", SAMPLES, "--json"))
    assert again["added"] == again["refused"] == 0
    assert again["already_here"] == len(list(SAMPLES.glob("*.txt")))


@pytest.mark.slow
def test_one_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "shopping.txt").write_text("Milk, eggs and a loaf of bread, please.\n")
    (folder / "oadby.txt").write_bytes(OADBY.read_bytes())
    done = run("import", folder, tmp_path / "nowhere", "--json")
    assert done.returncode == 1
    told = answer(done)
    assert (told["added"], told["refused"]) == (1, 4)
    for file in told["files"]:
        assert (file["outcome"] == "refused") == (file["reason"] is not None)
    assert answer(run("show", "oadby", "--json"))["letters"]


def test_a_folder_without_letters_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    done = run("import", tmp_path / "void")
    assert done.returncode == 1
    assert "refused" in done.stdout


def test_a_file_that_is_no_library_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("my own notes, not a library\n" * 100)
    before = other.read_bytes()
    for words in (["show", "kent"], ["import", str(SAMPLES)], ["check"]):
        done = run(*words, "--library", other)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert str(other.name) in done.stderr
    assert other.read_bytes() == before


@pytest.mark.slow
def test_no_escape_sequence_of_a_file_name_or_a_letter_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    hostile = tmp_path / "a\x1b]0;owned\x07[foo].txt"
    hostile.write_text(
        OADBY.read_text(encoding="utf-8").replace("Dear", "\x1b[31m\x9b[/foo] \x1b]52;c;aGk=\x07\u202e\x00 Dear", 1),
        encoding="utf-8",
    )
    for words in (["import", hostile], ["show", "oadby"], ["read", "oadby"], ["check"], ["search", "foo"]):
        done = run(*words)
        assert not set(done.stdout + done.stderr) & set("\x1b\x9b\x07\x00\u202e")


def test_check_names_what_needs_a_look(filled: Run) -> None:
    done = filled("check", "--json")
    assert done.returncode == 0
    told = answer(done)
    assert told["whole"] is True
    assert any(finding["council"] == "Allerdale Borough Council" for finding in told["findings"])


@pytest.mark.slow
def test_what_was_set_aside_is_no_reason_to_say_that_something_needs_a_look(run: Run, tmp_path: Path) -> None:
    assert run("import", SAMPLES / "allerdale-borough-council-2023.txt").returncode == 0
    assert "nothing needs a look" not in run("check").stdout
    with Library.open(tmp_path / "own" / "library.db") as library:
        for look in library.needs_look():
            library.dismiss(look.letter_id)
    done = run("check")
    assert (done.returncode, "nothing needs a look" in done.stdout) == (0, True)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
@pytest.mark.parametrize("words", [["import", OADBY], ["check", "--read-again"]])
def test_progress_is_told_on_a_terminal_and_gone_at_the_end(run: Run, tmp_path: Path, words: list[str | Path]) -> None:
    assert run("import", OADBY).returncode == 0
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db")}
    command = [sys.executable, "-m", "tui.cli.main", *map(str, words)]
    terminal, behind = os.openpty()
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=behind, text=True, env=variables, check=False)
        told = os.read(terminal, 1000).decode()
    finally:
        os.close(terminal)
        os.close(behind)
    assert done.returncode == 0
    assert "\r1 of 1 file" in told
    assert told.endswith("\r\x1b[K")
    assert "1 of 1 file" not in done.stdout


@pytest.mark.slow
def test_what_is_set_by_hand_is_said_to_be(run: Run, tmp_path: Path) -> None:
    assert run("import", OADBY).returncode == 0
    assert answer(run("show", "oadby", "--json"))["letters"][0]["set_by_hand"] == []
    with Library.open(tmp_path / "own" / "library.db") as library:
        library.set_by_hand(1, None, 2011)
    (letter,) = answer(run("show", "oadby", "--json"))["letters"]
    assert (letter["year"], letter["set_by_hand"]) == (2011, ["year"])
    assert "Set by hand: year" in run("show", "oadby").stdout


@pytest.mark.slow
def test_the_samples_leave_the_own_library_alone(run: Run, tmp_path: Path) -> None:
    assert answer(run("councils", "--sample", "--json"))["councils"]
    assert not (tmp_path / "own").exists()


@pytest.mark.slow
def test_the_own_library_is_made_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    run("import", OADBY)
    assert (tmp_path / "own").stat().st_mode & 0o077 == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["show", "oadby"],
        ["councils"],
        ["search", "council"],
        ["read", "oadby"],
        ["check"],
        ["import", OADBY],
    ],
)
def test_no_command_but_browse_imports_textual(run: Run, tmp_path: Path, words: list[str]) -> None:
    program = (
        "import runpy, sys\n"
        "sys.argv = ['upheld', *sys.argv[1:]]\n"
        "try:\n    runpy.run_module('tui.cli.main', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        "assert 'textual' not in sys.modules and 'rich' not in sys.modules\n"
    )
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "library.db")}
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        capture_output=True,
        text=True,
        env=variables,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_question_makes_no_library(run: Run, tmp_path: Path) -> None:
    for words in (["show", "kent"], ["councils"], ["search", "kent"], ["check"], ["check", "--read-again"]):
        done = run(*words, "--json")
        assert done.returncode == 1
        assert answer(done)["error"]["kind"] == "no_library"
    assert not (tmp_path / "own").exists()
    assert run("councils", "--all", "--json").returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ["import", ""],
        *slow(["show", " "], ["search", ""], ["show", "kent", "--year", "abc"], ["search", "a", "--council", ""]),
    ],
)
def test_nothing_is_not_taken_for_something(run: Run, words: list[str]) -> None:
    assert run(*words).returncode == 2


@pytest.mark.slow
def test_an_answer_cut_short_by_its_reader_is_no_error(filled: Run, tmp_path: Path) -> None:
    program = f"{sys.executable} -m tui.cli.main read kent | head -n 1; exit ${{PIPESTATUS[0]}}"
    variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db")}
    done = subprocess.run(["/bin/bash", "-c", program], capture_output=True, text=True, env=variables, check=False)
    assert (done.returncode, "wrong" in done.stderr) == (0, False)
    program = f"{sys.executable} -m tui.cli.main councils --json >&-"
    done = subprocess.run(["/bin/bash", "-c", program], capture_output=True, text=True, env=variables, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_browser_needs_a_terminal(run: Run) -> None:
    done = run("browse")
    assert done.returncode == 1
    assert "terminal" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.slow
def test_a_quoted_argument_is_searched_for_as_a_phrase(filled: Run) -> None:
    hits = answer(filled("search", "upheld decisions", "--json", "--limit", "50"))["hits"]
    for hit in hits:
        text = answer(filled("read", hit["council"], "--year", str(hit["year"]), "--json"))["text"]
        assert " ".join(text[hit["start"] : hit["end"]].lower().split()).startswith("upheld decision")
