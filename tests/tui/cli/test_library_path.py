"""Which library is taken: one that is named, the user's own, or that of the samples."""

from pathlib import Path

from tests.tui.asked import Run, answer


def test_the_samples_leave_the_own_library_alone(run: Run, tmp_path: Path) -> None:
    assert answer(run("councils", "--sample", "--json"))["councils"]
    assert not (tmp_path / "own").exists()
