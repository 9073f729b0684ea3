import io
import os
import socket
import struct
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import Refused
from db.text.discover import ENDINGS, LetterFile, PassedOver, Unusable, discover

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def write(path: Path, content: bytes = b"letter") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def pack(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def files(*paths: Path) -> list[str]:
    """What is found to try, without the folder of the first path."""
    found = [found.path for found in discover(paths) if isinstance(found, LetterFile)]
    return [path.removeprefix(f"{paths[0]}{os.sep}") for path in found]


def others(*paths: Path) -> list[str]:
    return [found.path for found in discover(paths) if isinstance(found, PassedOver)]


def reasons(*paths: Path) -> dict[str, str]:
    found = [found for found in discover(paths) if isinstance(found, Unusable)]
    return {Path(nothing.path).name: nothing.reason for nothing in found}


def test_a_folder_is_walked_by_name_with_the_folders_in_it(tmp_path: Path) -> None:
    for name in ["c.txt", "b/z.PDF", "b/a.docx", "a.md", "d.html", "e.odt", "b/y/LICENCE", "f.markdown"]:
        write(tmp_path / name)
    assert files(tmp_path) == ["a.md", "b/a.docx", "b/y/LICENCE", "b/z.PDF", "c.txt", "d.html", "e.odt", "f.markdown"]


def test_hidden_files_locks_and_other_endings_are_left_out_of_a_folder(tmp_path: Path) -> None:
    for name in [".a.txt", ".git/a.txt", "~$a.docx", "__MACOSX/a.txt", "a.jpg", "a.py", "b.txt"]:
        write(tmp_path / name)
    assert files(tmp_path) == ["b.txt"]


def test_a_folder_without_letters_says_which_endings_are_taken(tmp_path: Path) -> None:
    write(tmp_path / "folder" / "photo.jpg")
    reason = reasons(tmp_path / "folder")["folder"]
    named = {word.strip(",.") for word in reason.split() if word.startswith(".")}
    assert {f".{ending}" for ending in named} == ENDINGS - {"", ".htm", ".doc"}


def test_files_of_other_kinds_are_told_but_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in ["photo.jpg", "b/notes.xlsx", ".c.jpg", ".git/d.py", "~$e.xlsx", "f.txt"]:
        write(tmp_path / name)
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere")
    assert others(tmp_path) == [str(tmp_path / "b/notes.xlsx"), str(tmp_path / "photo.jpg")]


def test_a_file_that_is_named_is_tried_whatever_it_is_called(tmp_path: Path) -> None:
    assert files(write(tmp_path / ".hidden.jpg")) == [str(tmp_path / ".hidden.jpg")]


def test_nothing_is_read_until_it_is_loaded(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"before")
    (found,) = discover([tmp_path])
    path.write_bytes(b"after")
    assert isinstance(found, LetterFile)
    assert (found.name, found.load()) == ("a.txt", b"after")
    path.unlink()
    with pytest.raises(Refused, match="no such file"):
        found.load()


def test_a_path_that_is_not_there_is_said_and_the_next_is_walked(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    missing = tmp_path / "missing.txt"
    assert "no such file" in reasons(missing, Path("a\0b"), tmp_path)["missing.txt"]
    assert len(files(missing, tmp_path)) == 1


def test_a_folder_with_nothing_to_try_is_said(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "a.jpg")
    assert "nothing in this folder" in reasons(tmp_path)[tmp_path.name]


def test_the_folder_of_the_user_may_be_written_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    write(tmp_path / "a.txt")
    assert files(Path("~/a.txt")) == [str(tmp_path / "a.txt")]
    assert "no such file" in reasons(Path("~nobody-of-this-name/a.txt"))["a.txt"]


@POSIX
def test_names_are_harmless_to_show(tmp_path: Path) -> None:
    write(tmp_path / "a\x1b]0;title\x07\n\u202eb.txt")
    write(tmp_path / os.fsdecode(b"caf\xe9.txt"))
    assert files(tmp_path) == ["a b.txt", "caf\ufffd.txt"]
    assert [found.load() for found in discover([tmp_path]) if isinstance(found, LetterFile)] == [b"letter"] * 2


@POSIX
def test_links_are_followed_but_never_in_circles(tmp_path: Path) -> None:
    write(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    (tmp_path / "good.txt").symlink_to("a/a.txt")
    assert files(tmp_path) == ["a/a.txt", "good.txt"]
    assert "leads back" in reasons(tmp_path)["self.txt"]
    assert "no such file" in reasons(tmp_path)["dangling.txt"]


@POSIX
def test_folders_linked_to_one_another_many_times_are_each_walked_once(tmp_path: Path) -> None:
    for level in range(40):
        write(tmp_path / f"f{level:02}" / "a.txt")
        for name in ("x", "y"):
            (tmp_path / f"f{level:02}" / name).symlink_to(tmp_path / f"f{level + 1:02}")
    assert len(files(tmp_path)) == 40


@POSIX
def test_pipes_sockets_and_devices_are_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
    write(tmp_path / "z.txt")
    assert files(tmp_path) == ["z.txt"]
    assert set(reasons(tmp_path)) == {"pipe.txt", "socket.txt"}
    assert "pipe or a device" in reasons(tmp_path / "pipe.txt")["pipe.txt"]
    assert "pipe or a device" in reasons(Path("/dev/zero"))["zero"]


@POSIX
def test_a_file_that_became_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    (found,) = discover([path])
    path.unlink()
    os.mkfifo(path)
    assert isinstance(found, LetterFile)
    with pytest.raises(Refused, match="pipe or a device"):
        found.load()


@pytest.fixture
def _nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand in `tmp_path` as somebody without the administrator's rights, who may read everything."""
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    administrator = os.geteuid() == 0
    if administrator:
        os.seteuid(65534)
    yield
    if administrator:
        os.seteuid(0)


@POSIX
def test_what_may_not_be_read_is_said_and_the_rest_is_walked(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    write(tmp_path / "closed.d" / "a.txt")
    write(tmp_path / "locked.txt").chmod(0)
    write(tmp_path / "open.txt")
    (tmp_path / "closed.d").chmod(0)
    request.getfixturevalue("_nobody")
    closed, locked, readable = discover([Path()])
    assert isinstance(closed, Unusable)
    assert isinstance(locked, LetterFile)
    assert isinstance(readable, LetterFile)
    assert "may not read" in closed.reason
    assert readable.load() == b"letter"
    with pytest.raises(Refused, match="may not read"):
        locked.load()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no path of that length")
def test_folders_nested_deeper_than_calls_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = sys.getrecursionlimit() + 100
    monkeypatch.chdir(tmp_path)
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    write(Path("a.txt"))
    os.chdir(tmp_path)
    try:
        (found,) = discover([Path("d")])
        assert isinstance(found, LetterFile)
        assert found.path == "d/" * depth + "a.txt"
    finally:
        # What pytest clears away with calls within calls it could not.
        innermost = Path("d/" * depth)
        (innermost / "a.txt").unlink()
        os.removedirs(innermost)


def test_a_file_over_the_size_is_refused_when_loaded(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(26 << 20)
    (found,) = discover([tmp_path])
    assert isinstance(found, LetterFile)
    with pytest.raises(Refused, match="larger than 25 MB"):
        found.load()


def test_nothing_more_comes_once_it_is_cancelled(tmp_path: Path) -> None:
    for number in range(10):
        write(tmp_path / f"{number}.txt")
    found = discover([tmp_path, tmp_path], cancelled=lambda: len(seen) >= 3)
    seen: list[object] = []
    seen.extend(found)
    assert len(seen) == 3
    assert list(discover([tmp_path], cancelled=lambda: True)) == []


def test_a_zip_file_is_walked_like_a_folder(tmp_path: Path) -> None:
    members = {
        "b/letter.txt": b"two",
        "a.pdf": b"one",
        ".hidden.txt": b"",
        "__MACOSX/._a.pdf": b"",
        "c.jpg": b"",
        "d/": b"",
    }
    path = write(tmp_path / "pack.zip", pack(members))
    assert files(tmp_path) == ["pack.zip/a.pdf", "pack.zip/b/letter.txt"]
    assert [found.load() for found in discover([path]) if isinstance(found, LetterFile)] == [b"one", b"two"]
    renamed = write(tmp_path / "pack.bin", path.read_bytes())
    assert files(renamed) == ["a.pdf", "b/letter.txt"]
    assert others(renamed) == [f"{renamed}/c.jpg"]


def test_a_word_document_is_not_taken_for_a_pack(tmp_path: Path) -> None:
    data = pack({"[Content_Types].xml": b"", "word/document.xml": b"<a/>"})
    assert files(write(tmp_path / "a.zip", data)) == [str(tmp_path / "a.zip")]
    (found,) = discover([tmp_path])
    assert isinstance(found, LetterFile)
    assert found.load() == data


def test_two_packs_may_be_loaded_in_any_order(tmp_path: Path) -> None:
    write(tmp_path / "a.zip", pack({"1.txt": b"a1", "2.txt": b"a2"}))
    write(tmp_path / "b.zip", pack({"1.txt": b"b1", "2.txt": b"b2"}))
    a1, a2, b1, b2 = (found for found in discover([tmp_path]) if isinstance(found, LetterFile))
    assert [found.load() for found in (b2, a1, b1, a2, a2)] == [b"b2", b"a1", b"b1", b"a2", b"a2"]


def test_names_in_a_zip_file_lead_nowhere_and_are_harmless(tmp_path: Path) -> None:
    members = {"../../etc/a.txt": b"", "/root/b.txt": b"", "c\x1b[31m.txt": b"", "e\\..\\d.txt": b""}
    assert files(write(tmp_path / "p.zip", pack(members)).parent) == [
        "p.zip/c.txt",
        "p.zip/e/d.txt",
        "p.zip/etc/a.txt",
        "p.zip/root/b.txt",
    ]


def test_a_member_without_a_name_does_not_end_the_walk(tmp_path: Path) -> None:
    data = pack({"a.txt": b"a", "n.txt": b"n", "z.txt": b"z"}).replace(b"n.txt", b"\0.txt")
    write(tmp_path / "p.zip", data)
    write(tmp_path / "q.txt")
    assert files(tmp_path) == ["p.zip/a.txt", "p.zip/z.txt", "q.txt"]


def test_a_pack_in_a_pack_an_empty_one_and_a_damaged_one_are_said(tmp_path: Path) -> None:
    write(tmp_path / "outer.zip", pack({"inner.zip": pack({"a.txt": b""})}))
    write(tmp_path / "empty.zip", pack({}))
    write(tmp_path / "broken.zip", pack({"a.txt": b"a"})[:40])
    said = reasons(tmp_path)
    assert "inside another" in said["inner.zip"]
    assert "nothing in this ZIP file" in said["empty.zip"]
    assert "damaged" in said["broken.zip"]


def test_a_member_with_a_password_is_refused(tmp_path: Path) -> None:
    data = bytearray(pack({"a.txt": b"a"}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (found,) = discover([write(tmp_path / "a.zip", bytes(data))])
    assert isinstance(found, LetterFile)
    with pytest.raises(Refused, match="password"):
        found.load()


@pytest.mark.slow
def test_a_bomb_is_refused_however_small_it_says_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(pack({"a.txt": bytes(200 << 20)}))
    at = data.index(b"PK\x01\x02") + 24
    monkeypatch.setattr("db.text.bounded_zip.MAX_RATIO", 10_000)  # what one member may unpack to is bounded too
    for size in (200 << 20, 10):
        data[at : at + 4] = struct.pack("<I", size)
        (found,) = discover([write(tmp_path / "a.zip", bytes(data))])
        assert isinstance(found, LetterFile)
        with pytest.raises(Refused, match=r"far more|damaged"):
            found.load()


def test_many_small_bombs_are_stopped_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.text.bounded_zip.MAX_UNPACKED", 10 << 20)
    monkeypatch.setattr("db.text.bounded_zip.MAX_RATIO", 10_000)
    path = write(tmp_path / "a.zip", pack({f"{number:02}.txt": bytes(1 << 20) for number in range(20)}))
    loads = [found.load for found in discover([path]) if isinstance(found, LetterFile)]
    assert sum(len(load()) for load in loads[:10]) == 10 << 20
    with pytest.raises(Refused, match="far more"):
        loads[10]()


@pytest.mark.slow
def test_a_zip_file_with_very_many_members_is_refused(tmp_path: Path) -> None:
    for count in (10_001, 40_000):
        path = write(tmp_path / "a.zip", pack({f"{number}.txt": b"" for number in range(count)}))
        assert "more than 10,000" in reasons(path)["a.zip"]


def test_an_unusual_packing_is_refused(tmp_path: Path) -> None:
    (found,) = discover([write(tmp_path / "a.zip", pack({"a.txt": b"a" * 100}, zipfile.ZIP_LZMA))])
    assert isinstance(found, LetterFile)
    with pytest.raises(Refused, match="unusual"):
        found.load()
