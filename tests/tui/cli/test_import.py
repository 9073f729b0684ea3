"""`upheld import`."""

from pathlib import Path

import pytest

from tests.tui.asked import OADBY, SAMPLES, Run, answer


def test_an_import_of_nothing_leaves_no_library_behind(run: Run, tmp_path: Path) -> None:
    done = run("import", tmp_path / "nope.txt")
    assert done.returncode == 1
    assert "refused: " in done.stdout
    assert "0 added, 0 already here, 1 refused." in done.stdout
    assert not (tmp_path / "own").exists()
    shown = run("show", "kent")
    assert shown.returncode != 0
    assert "There is no library at" in shown.stderr


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
    report = answer(done)
    assert (report["added"], report["refused"]) == (1, 4)
    for file in report["files"]:
        assert (file["outcome"] == "refused") == (file["reason"] is not None)
    assert answer(run("show", "oadby", "--json"))["letters"]


@pytest.mark.slow
def test_a_folder_without_letters_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    done = run("import", tmp_path / "void")
    assert done.returncode == 1
    assert "refused" in done.stdout


@pytest.mark.slow
def test_the_own_library_is_made_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    run("import", OADBY)
    assert (tmp_path / "own").stat().st_mode & 0o077 == 0
