"""What no letter comes near is refused with a sentence that names the limit: files, ZIP files and folders as wholes."""

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from db import importer, read_stage
from db.councils.register import Register
from db.errors import Refused
from db.extract import extract
from db.extracted import Extracted
from db.reading_process import archive_time
from db.reading_process.guarded import extract_at_once
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


class Noted:
    """The limits, and the names of those that were asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getattr__(self, name: str) -> int:
        self.names.add(name)
        value: int = getattr(limits, name)
        return value


def describe_limits(of: Noted) -> list[tuple[str, str]]:
    """The rows of the README's table: of what, and at most how much."""
    mebibyte = limits.MEBIBYTE
    return [
        (
            "a file",
            f"{of.MAX_FILE // mebibyte} MB; a plain text or web page {of.MAX_PLAIN // mebibyte} MB; "
            f"{of.MAX_TEXT // mebibyte} million characters of text; {of.MAX_LETTERS:,} letters",
        ),
        (
            "a letter",
            f"{of.MAX_REMARKS:,} remarks; of a line the first {of.LONGEST_LINE:,} characters are looked at for "
            f"figures, of a run of signs {of.LONGEST_RUN}",
        ),
        (
            "a PDF, a web page, a document",
            f"{of.MAX_PAGES:,} pages; {of.MAX_TAGS:,} tags; {of.MAX_ELEMENTS:,} elements, {of.MAX_XML // mebibyte} MB "
            f"of XML and {of.MAX_TAG // mebibyte} MB in one tag",
        ),
        (
            "reading one file",
            f"{of.TIME_LIMIT} seconds, {of.PROCESSOR_LIMIT} of them of the processor, and "
            f"{of.READING_MEMORY // mebibyte} MB of memory (Windows: the {of.TIME_LIMIT} seconds alone)",
        ),
        (
            "a zip file",
            f"{of.MAX_MEMBERS:,} files, {of.MAX_UNPACKED // mebibyte // 1024} GB unpacked and {of.MAX_RATIO} times its "
            f"size ({of.SMALL_ARCHIVE // mebibyte} MB in any case), no two files in the same bytes; "
            f"{of.MAX_ARCHIVE_TIME // 60} minutes to read all its files",
        ),
        ("a folder with all in it", f"{of.MAX_FOLDER_FILES:,} files"),
    ]


OUT_OF_SIGHT = {
    "MEBIBYTE",
    "LONGEST_AT_ONCE",
    "FEW_FILES",
    "TOGETHER_FILES",
    "FEWEST_TOGETHER",
    "WAITING_FILES",
    "WAITING_BYTES",
    "WAITING_LARGE",
    "LONGEST_ANSWER",
}
"""What decides how a file is read, and refuses none."""


def test_the_readme_has_every_limit_with_the_figure_that_holds() -> None:
    noted = Noted()
    table = README.partition("| of | at most |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| (?!-)(.+?) \| (.+) \|$", table, re.MULTILINE) == describe_limits(noted)
    assert {name for name in vars(limits) if isinstance(getattr(limits, name), int)} == noted.names | OUT_OF_SIGHT


def test_all_files_of_a_zip_file_together_have_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    members = {f"{number}.txt": letter_text(year=2010 + number).encode() for number in range(4)}
    (tmp_path / "a.zip").write_bytes(pack(members))
    (tmp_path / "b.zip").write_bytes(pack({"b.txt": letter_text(year=2020).encode()}))
    (tmp_path / "c.txt").write_bytes(letter_text(year=2021).encode())

    def take_a_minute(data: bytes, name: str) -> Extracted:
        clock.append(60)
        return extract_at_once(data, name)

    clock = [0]
    monkeypatch.setattr(archive_time, "time", SimpleNamespace(monotonic=lambda: sum(clock)))
    monkeypatch.setattr(archive_time, "MAX_ARCHIVE_TIME", 120)
    monkeypatch.setattr(read_stage, "extract_at_once", take_a_minute)
    report = importer.import_paths(tmp_path / "library.db", [tmp_path])
    assert [(Path(one.path).name, one.outcome.value) for one in report.outcomes] == [
        ("0.txt", "added"),
        ("1.txt", "added"),
        ("2.txt", "refused"),
        ("3.txt", "refused"),
        ("b.txt", "added"),
        ("c.txt", "added"),
    ]
    assert "more than 30 minutes to read" in str(report.outcomes[2].reason)
