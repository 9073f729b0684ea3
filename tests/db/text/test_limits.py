"""What no letter comes near is refused with a sentence that names the limit: files, ZIP files and folders as wholes."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from db.councils.register import Register
from db.errors import Refused
from db.extract import extract
from db.text import discover as discover_module
from db.text import limits
from db.text.discover import LetterFile, Unusable, discover
from tests.db.builders import letter_text
from tests.processor_time import takes_less_than

REGISTER = Register.load()
README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


def reasons(path: Path) -> list[str]:
    return [found.reason for found in discover([path]) if isinstance(found, Unusable)]


def pack(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def pack_overlapping(content: bytes, times: int) -> bytes:
    """A ZIP file that lists one member's bytes as many files."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(content) + packer.flush()
    of_both = (20, 0, 8, 0, 0, zlib.crc32(content), len(data), len(content), 5)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", *of_both, 0) + b"a.txt" + data
    listed = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, *of_both, 0, 0, 0, 0, 0, 0) + b"a.txt"
    ended = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, times, times, len(listed) * times, len(local), 0)
    return local + listed * times + ended


def test_a_zip_file_that_unpacks_to_far_more_than_its_size_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(pack({f"{number}.txt": b"and so on\n" * 200_000 for number in range(16)}))
    with takes_less_than(1):
        assert [("50 times" in reason) for reason in reasons(path)] == [True]


def test_a_zip_file_that_lies_about_what_it_unpacks_to_is_stopped_on_the_way(tmp_path: Path) -> None:
    honest = pack({f"{number}.txt": b"and so on\n" * 200_000 for number in range(16)})
    path = tmp_path / "a.zip"
    path.write_bytes(honest.replace(struct.pack("<I", 2_000_000), struct.pack("<I", 2_000)))
    files = [found for found in discover([path]) if isinstance(found, LetterFile)]
    unpacked = 0
    for file in files:
        try:
            unpacked += len(file.load())
        except Refused:
            continue
    assert len(files) == 16
    assert unpacked <= limits.SMALL_ARCHIVE


def test_a_zip_file_of_letters_and_a_small_one_of_blanks_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(pack({f"{number}.txt": letter_text().encode() for number in range(400)}))
    assert reasons(path) == []
    path.write_bytes(pack({"a.txt": b" " * 1_000_000}))
    assert reasons(path) == []


def test_a_zip_file_that_lists_the_same_bytes_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(pack_overlapping(letter_text().encode(), 1))
    assert reasons(path) == []
    path.write_bytes(pack_overlapping(letter_text().encode(), 2))
    assert [("same bytes" in reason) for reason in reasons(path)] == [True]


def test_a_text_of_more_letters_than_any_is_refused_before_they_are_read() -> None:
    most = limits.MAX_LETTERS
    text = "22 July 2020\n\nDear Mrs Court\n\nAnnual Review letter 2020\n\nYours sincerely\n\nMichael King\n\n"
    with takes_less_than(10), pytest.raises(Refused, match="more than 1,000 letters"):
        extract((text * (6 * most)).encode(), "a.txt", REGISTER)


def test_a_letter_of_more_remarks_than_any_is_refused() -> None:
    remark = "I issued a public report about your Council in June.\n\n"
    text = letter_text()
    cut = text.index("Yours sincerely")
    for times, is_refused in ((20, False), (limits.MAX_REMARKS + 10, True)):
        data = (text[:cut] + remark * times + text[cut:]).encode()
        if is_refused:
            with pytest.raises(Refused, match="more than 1,000 remarks"):
                extract(data, "a.txt", REGISTER)
        else:
            assert len(extract(data, "a.txt", REGISTER).letters[0].remarks) >= times


def test_a_folder_of_more_files_than_any_is_left_off_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text("a")
    monkeypatch.setattr(discover_module, "MAX_FOLDER_FILES", 20)
    *files, last = discover([tmp_path])
    assert len(files) == 19
    assert isinstance(last, Unusable)
    assert "more than 100,000 files" in last.reason


@pytest.mark.parametrize(
    "limit",
    [
        f"{limits.MAX_FILE // limits.MEBIBYTE} MB",
        f"{limits.MAX_PLAIN // limits.MEBIBYTE} MB",
        f"{limits.MAX_LETTERS:,} letters",
        f"{limits.MAX_REMARKS:,} remarks",
        f"{limits.LONGEST_LINE:,} characters",
        f"{limits.LONGEST_RUN} |",
        f"{limits.MAX_PAGES:,} pages",
        f"{limits.MAX_TAGS:,} tags",
        f"{limits.MAX_ELEMENTS:,} elements and {limits.MAX_XML // limits.MEBIBYTE} MB",
        f"{limits.TIME_LIMIT} seconds, {limits.PROCESSOR_LIMIT} of them",
        f"{limits.READING_MEMORY // limits.MEBIBYTE} MB of memory",
        f"{limits.MAX_MEMBERS:,} files, {limits.MAX_UNPACKED // 1024 // limits.MEBIBYTE} GB",
        f"{limits.MAX_RATIO} times its size ({limits.SMALL_ARCHIVE // limits.MEBIBYTE} MB",
        f"{limits.MAX_FOLDER_FILES:,} files",
    ],
)
def test_the_readme_names_each_limit(limit: str) -> None:
    assert limit in README
