from pathlib import Path

from db.known_libraries import find_known, keep_known


def test_nothing_is_known_of_what_was_not_opened(tmp_path: Path) -> None:
    assert find_known(tmp_path / "library.db") is None


def test_of_one_library_the_latest_is_kept_and_of_another_what_was_seen(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    keep_known(path, ("a", 3))
    keep_known(path, ("a", 2))
    assert find_known(path) == ("a", 3)
