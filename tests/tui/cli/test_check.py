"""`upheld check`."""

from pathlib import Path

import pytest

from db.library import Library
from tests.tui.asked import SAMPLES, Run, answer


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
        for item in library.review_items():
            library.dismiss(item.letter_id)
    done = run("check")
    assert (done.returncode, "nothing needs a look" in done.stdout) == (0, True)
