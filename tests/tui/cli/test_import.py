from pathlib import Path

from tests.tui.asked import Run


def test_an_import_of_nothing_leaves_no_library_behind(run: Run, tmp_path: Path) -> None:
    asked = run("import", tmp_path / "nope.txt")
    assert asked.returncode == 1
    assert "refused: " in asked.stdout
    assert "0 added, 0 already here, 1 refused." in asked.stdout
    assert not (tmp_path / "own").exists()
    shown = run("show", "kent")
    assert shown.returncode != 0
    assert "There is no library at" in shown.stderr
