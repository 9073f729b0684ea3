"""Which library and which council are meant, and what is said where none is."""

from pathlib import Path

import pytest

from tests.tui.asked import OADBY, SAMPLES, Run, answer


@pytest.mark.slow
def test_of_several_councils_of_a_name_without_letters_none_is_picked(filled: Run) -> None:
    message = filled("show", "BDBC").stderr
    assert "no letter to Basingstoke and Deane Borough Council or Blackburn with Darwen Borough Council here" in message
    assert (
        "no letter to Basildon Borough Council, Bedford Borough Council or 7 others here"
        in filled("show", "BBC").stderr
    )


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


@pytest.mark.slow
def test_a_council_without_letters_here_is_told_from_one_that_is_unknown(filled: Run) -> None:
    known, unknown = filled("show", "Wirral Metropolitan Borough Council"), filled("show", "Gondor")
    assert known.returncode == unknown.returncode == 1
    assert "no letter to Wirral Metropolitan Borough Council here" in known.stderr
    assert "upheld councils" in unknown.stderr


@pytest.mark.slow
def test_a_file_that_is_no_library_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("my own notes, not a library\n" * 100)
    before = other.read_bytes()
    for words in (["show", "kent"], ["import", str(SAMPLES)], ["check"]):
        done = run(*words, "--library", other)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert str(other.name) in done.stderr
        assert done.stderr.endswith("Name another library. To name one: --library FILE\n")
    assert other.read_bytes() == before


@pytest.mark.slow
def test_a_question_makes_no_library(run: Run, tmp_path: Path) -> None:
    for words in (["show", "kent"], ["councils"], ["search", "kent"], ["check"], ["check", "--read-again"]):
        done = run(*words, "--json")
        assert done.returncode == 1
        assert answer(done)["error"]["kind"] == "no_library"
        below_a_file = run(*words, "--json", "--library", OADBY / "library.db")
        assert answer(below_a_file)["error"]["kind"] == "no_library"
    assert not (tmp_path / "own").exists()
    assert run("councils", "--all", "--json").returncode == 0
