"""`upheld remove`."""

from pathlib import Path

import pytest

from tests.tui.asked import OADBY, SAMPLES, Run, answer
from tests.tui.terminal import Terminal
from tui.paths import SAMPLE_BEGINNING


def test_a_councils_letters_are_taken_out_and_the_users_files_stay(filled: Run) -> None:
    done = filled("remove", "oadby", "wigston", "--yes")
    assert done.returncode == 0
    told = f"Taken out: “{OADBY.name}”, with the letter to Oadby & Wigston Borough Council of 2020."
    assert done.stdout == f"{told} Your own files are untouched.\n"
    assert filled("show", "oadby").returncode == 1
    assert OADBY.exists()
    assert filled("check").returncode == 0
    assert filled("import", OADBY).stdout.startswith("added")


def test_one_year_can_be_taken_out(filled: Run) -> None:
    removed = answer(filled("remove", "kent", "--year", "2024", "--yes", "--json"))["removed"]
    assert [each["letters"] for each in removed] == [[{"council": "Kent County Council", "year": 2024}]]
    assert removed[0]["source"]["name"] == "kent-county-council-2024.txt"
    assert [letter["year"] for letter in answer(filled("show", "kent", "--json"))["letters"]] == [2025, 2023]
    again = filled("remove", "kent", "--year", "2024", "--yes")
    assert (again.returncode, again.stdout) == (1, "")
    assert "there are: 2023, 2025" in again.stderr


@pytest.mark.slow
def test_the_letters_to_others_in_a_file_are_told_before(run: Run, tmp_path: Path) -> None:
    other = OADBY.read_text(encoding="utf-8").replace("Oadby & Wigston", "Blaby").replace("Borough", "District")
    pack = tmp_path / "pack.txt"
    pack.write_text(OADBY.read_text(encoding="utf-8") + "\n\f\n" + other, encoding="utf-8")
    assert run("import", pack).returncode == 0
    refused = run("remove", "blaby", "--json")
    assert refused.returncode == 1
    error = answer(refused)["error"]
    assert error["kind"] == "not_confirmed"
    assert "“pack.txt” with 2 letters to 2 councils" in error["message"]


@pytest.mark.slow
def test_nobody_is_taken_to_agree_who_was_not_asked(filled: Run) -> None:
    done = filled("remove", "oadby")
    assert done.returncode == 1
    assert "Add --yes" in done.stderr
    assert filled("show", "oadby").returncode == 0


@pytest.mark.parametrize(("typed", "is_gone"), [(b"y\n", True), (b"\n", False)])
def test_a_person_is_asked_first(filled: Run, tmp_path: Path, typed: bytes, is_gone: bool) -> None:
    with Terminal("--library", tmp_path / "own" / "library.db", "remove", "leeds", "--year", "2024") as terminal:
        terminal.wait_for(b"[y/N]")
        terminal.send(typed)
        assert terminal.wait() == int(not is_gone)
    assert b"leeds-city-council-2024.txt: Leeds City Council, 2024" in terminal.output
    assert (b"Nothing was taken out." in terminal.output) is not is_gone
    assert (filled("show", "leeds", "--year", "2024").returncode == 1) is is_gone


def test_the_samples_can_be_taken_out_and_what_else_is_there_stays(filled: Run, tmp_path: Path) -> None:
    samples = sorted(SAMPLES.glob("*.txt"))
    assert all(path.read_text(encoding="utf-8").startswith(SAMPLE_BEGINNING) for path in samples)
    own = tmp_path / "own.txt"
    own.write_text(OADBY.read_text(encoding="utf-8").split("\n", 3)[3], encoding="utf-8")
    assert filled("import", own).stdout.startswith("added")
    assert filled("remove", "--samples", "--yes").stdout.startswith(f"Taken out: {len(samples)} files")
    assert [council["name"] for council in answer(filled("councils", "--json"))["councils"]] == [
        "Oadby & Wigston Borough Council"
    ]
    assert filled("remove", "--samples", "--yes").returncode == 1


@pytest.mark.parametrize(
    "words", [["remove"], ["remove", "kent", "--samples"], ["remove", "--samples", "--year", "2020"]]
)
def test_what_goes_must_be_said(run: Run, words: list[str]) -> None:
    assert run(*words, "--yes").returncode == 2
