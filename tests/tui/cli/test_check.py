"""`upheld check`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.library import Library
from tests.tui.asked import OADBY, SAMPLES, Run, answer


def test_check_names_what_needs_a_look(filled: Run) -> None:
    done = filled("check", "--json")
    assert done.returncode == 0
    report = answer(done)
    assert report["whole"] is True
    assert any(finding["council"] == "Allerdale Borough Council" for finding in report["findings"])


@pytest.mark.slow
def test_what_was_set_aside_is_no_reason_to_say_that_something_needs_a_look(run: Run, tmp_path: Path) -> None:
    assert run("import", SAMPLES / "allerdale-borough-council-2023.txt").returncode == 0
    assert "nothing needs a look" not in run("check").stdout
    with Library.open(tmp_path / "own" / "library.db") as library:
        for item in library.review_items().items:
            library.dismiss(item.letter_id)
    done = run("check")
    assert (done.returncode, "nothing needs a look" in done.stdout) == (0, True)


def test_a_damaged_figure_is_not_shown_and_is_read_again_from_the_kept_file(run: Run, tmp_path: Path) -> None:
    assert run("import", OADBY).returncode == 0
    with closing(sqlite3.connect(tmp_path / "own" / "library.db")) as connection, connection:
        connection.execute("UPDATE measure SET base = 47 WHERE name = 'upheld'")
    shown = answer(run("show", "oadby", "--json"))["letters"][0]
    assert shown["measures"]["upheld"]["base"] is None
    assert "damaged" in shown["warnings"][0]
    done = run("check")
    assert (done.returncode, "This letter is damaged" in done.stdout) == (1, True)
    assert "upheld check --read-again" in done.stderr
    assert run("check", "--read-again").returncode == 0
    assert answer(run("show", "oadby", "--json"))["letters"][0]["measures"]["upheld"]["base"] == 5
    assert run("check").returncode == 0


def test_missing_views_and_indexes_are_told_and_made_anew(run: Run, tmp_path: Path) -> None:
    assert run("import", OADBY).returncode == 0
    with closing(sqlite3.connect(tmp_path / "own" / "library.db")) as connection, connection:
        connection.execute("DROP VIEW measures")
        connection.execute("DROP INDEX letter_of_council")
        connection.execute("DROP TABLE letter_fts")
    done = run("check")
    assert done.returncode == 1
    assert "view “measures”" in done.stdout
    assert "upheld check --repair" in done.stderr
    searched = run("search", "complaints")
    assert (searched.returncode, "is damaged" in searched.stderr) == (1, True)
    done = run("check", "--repair")
    assert (done.returncode, done.stderr) == (0, "")
    assert run("search", "complaints").returncode == 0


def test_a_question_of_a_library_that_is_not_there_makes_none(run: Run, tmp_path: Path) -> None:
    for question in (("check",), ("check", "--repair"), ("check", "--backup", tmp_path / "copy.db"), ("show", "oadby")):
        done = run(*question)
        assert (done.returncode, "no library" in done.stderr.lower()) == (1, True)
    assert not (tmp_path / "own" / "library.db").exists()
    assert not (tmp_path / "copy.db").exists()
