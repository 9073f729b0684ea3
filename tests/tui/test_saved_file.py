"""Files that somebody asked for: whole or not at all, and never over another unasked."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import saved_file
from tui.saved_file import AlreadyThere, CannotSave, save_text


def test_a_new_file_has_the_text_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    save_text(tmp_path / "new.txt", "Zoë\r\n", may_replace=False)
    assert (tmp_path / "new.txt").read_bytes() == "Zoë\r\n".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["new.txt"]


def test_what_is_there_stays_until_it_may_be_replaced(tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine", encoding="utf-8")
    file.chmod(0o640)
    with pytest.raises(AlreadyThere, match="already a file"):
        save_text(file, "other", may_replace=False)
    assert file.read_text(encoding="utf-8") == "mine"
    save_text(file, "other", may_replace=True)
    assert file.read_text(encoding="utf-8") == "other"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_a_link_stays_one_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    save_text(tmp_path / "link.txt", "other", may_replace=True)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "other"


@pytest.mark.parametrize("may_replace", [True, False])
def test_where_writing_fails_nothing_is_left_and_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, may_replace: bool
) -> None:
    file = tmp_path / "mine.txt"
    if may_replace:
        file.write_text("mine", encoding="utf-8")

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saved_file, "_replace" if may_replace else "_create", fail)
    with pytest.raises(CannotSave, match="No space left on device"):
        save_text(file, "other", may_replace=may_replace)
    assert [each.read_text(encoding="utf-8") for each in tmp_path.iterdir()] == (["mine"] if may_replace else [])


def test_a_full_disk_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, other = tmp_path / "mine.txt", tmp_path / "new.txt"
    file.write_text("mine", encoding="utf-8")

    class Full:
        """A file on a full disk."""

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_error: object) -> None:
            pass

        def write(self, _data: bytes) -> int:
            raise OSError(28, "No space left on device")

    def open_full(handle: int, *_arguments: object) -> Full:
        os.close(handle)
        return Full()

    monkeypatch.setattr(os, "fdopen", open_full)
    with pytest.raises(CannotSave, match="No space"):
        save_text(file, "other", may_replace=True)
    assert file.read_text(encoding="utf-8") == "mine"
    assert not other.exists()
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


@given(st.text(max_size=30))
def test_any_name_is_saved_or_refused_with_a_sentence(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    refusal = ""
    try:
        save_text(folder / name.replace("/", "_").replace("..", "_"), "text", may_replace=False)
    except CannotSave as error:
        refusal = str(error)
    assert refusal or len(list(folder.iterdir())) == 1
    assert not refusal or refusal.endswith(".")


@pytest.mark.parametrize("may_replace", [False, True])
@pytest.mark.parametrize("name", ["n" * 300, "nul\0", "/".join(["deep" * 10] * 120)])
def test_a_name_that_no_system_takes_is_refused_with_the_reason(tmp_path: Path, name: str, may_replace: bool) -> None:
    with pytest.raises(CannotSave, match=r"could not be written: (File name too long|that is no name for a file)\."):
        save_text(tmp_path / name, "text", may_replace=may_replace)
    assert list(tmp_path.iterdir()) == []
