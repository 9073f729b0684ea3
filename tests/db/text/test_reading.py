import codecs
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from db.errors import Refused
from db.text import reading
from db.text.clean import clean
from db.text.limits import MAX_FILE, MAX_PLAIN, MAX_TEXT
from db.text.reading import read
from tests.processor_time import takes_less_than

PIECES_OF_PAGES = re.findall(
    r"\S+|\n",
    "< > <td> </td> <tr> <table> </table> <!-- --> <script> <pre> a <br =' \" </ <! <? &#x &# 99999999999 ; <head> \n",
)
LETTER = "Dear Mrs Court\n\nIn **100%** of cases we were satisfied.\n\n3\nupheld decisions, £500 paid"


def short(value: str | bytes) -> str:
    """A test's name for a value: megabytes in a name are sent from process to process for each of its reports."""
    return value if isinstance(value, str) else f"{len(value)} bytes"


def text_or_sentence(data: bytes) -> str:
    try:
        return read(data).text
    except Refused as refused:
        return str(refused)


def assert_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused) as caught:
        read(data)
    assert words in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode(),
        codecs.BOM_UTF8 + LETTER.encode(),
        LETTER.encode("utf-16"),
        codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"),
        LETTER.encode("utf-32"),
        LETTER.encode("cp1252"),
        LETTER.replace("\n", "\r\n").encode(),
        LETTER.encode("utf-16-le"),
        LETTER.encode("utf-16-be"),
        LETTER.replace("\n", "\r\n").encode("utf-16-le"),
    ],
    ids=[
        *("utf-8", "utf-8 mark", "utf-16", "utf-16 big", "utf-32", "cp1252", "crlf"),
        *("utf-16 little without a mark", "utf-16 big without a mark", "utf-16 crlf without a mark"),
    ],
)
def test_a_text_is_read_however_it_is_encoded(data: bytes) -> None:
    assert read(data, "letter.txt") == reading.ReadText(LETTER, "text/plain")


def test_utf_16_without_a_mark_is_told_by_nearly_all_of_its_start() -> None:
    letter = LETTER + " \u2013 \u2018In\u2019 \u0141" + " more" * 2000
    assert read(letter.encode("utf-16-le")).text == letter
    assert read(f"<html><p>{letter}</p>".encode("utf-16-be")).media_type == "text/html"


def test_a_stray_nul_stays_as_unknown() -> None:
    assert read(LETTER.replace("100", "1\x000").encode()).text == LETTER.replace("100", "1\ufffd0")


def test_bytes_that_cp1252_does_not_know_show_as_unknown() -> None:
    assert read(b"\xa3500 \x81 paid").text == "£500 \ufffd paid"


def test_only_the_media_type_depends_on_the_name() -> None:
    assert read(b"# Letter", "a.md") == reading.ReadText("# Letter", "text/markdown")
    assert read(b"# Letter", "a.pdf") == reading.ReadText("# Letter", "text/plain")


def test_a_letter_with_tags_in_it_is_a_text_and_stays_whole() -> None:
    letter = "See <u>Your performance</u> and <http://www.lgo.org.uk/>\n<p>"
    assert read(letter.encode()) == reading.ReadText(letter, "text/plain")


@pytest.mark.parametrize(
    "letter",
    [
        "From: The Ombudsman\nTo: Mrs Court\nSubject: Annual letter\n\nDear Mrs Court\nMIME-Version: 1.0",
        "Our ref: 12\nContent-Type: a table of complaints",
        "MZ Court\n\nDear Mrs Court",
        "The file {\\rtf and <?xml are words here",
        "Dear Mrs Court\n\nContent-Type: text/plain",
    ],
)
def test_a_letter_that_only_looks_a_little_like_another_kind_is_read(letter: str) -> None:
    assert read(letter.encode()).text == letter


@pytest.mark.parametrize("unit", ["a:b\n", "a:\n b\n", ":", " \n", "From ", "a: \n\t"])
def test_megabytes_that_begin_like_a_message_take_no_more_than_seconds(unit: str) -> None:
    data = (unit * (MAX_TEXT // len(unit) - 1)).encode() + b"."
    with takes_less_than(4):
        assert text_or_sentence(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "no words"),
        ("\u200b\ufeff".encode(), "no words"),
        ("{\\rtf1\\ansi Dear Mrs Court}".encode("utf-16"), "RTF"),
        (b"MIME-Version: 1.0\nSubject: a letter\n\nDear Mrs Court", "saved e-mail"),
        (
            b"Received: from a\r\n\tby b; Thu\r\nFrom: A <a@b>\r\nContent-Type: text/plain;\r\n charset=a\r\n\r\nDear",
            "saved e-mail",
        ),
        (b"From a@b Thu Nov 1\nX-A: b\nContent-Transfer-Encoding: base64\n\nRGVhcg==", "web archive"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', "as XML"),
        (b"<?xml version='1.0'?><office:document xmlns:office='a'/>", "as XML"),
        (codecs.BOM_UTF8 + b"<?xml version='1.0'?><pkg:package/>", "as XML"),
        ("<?xml version='1.0'?><a/>".encode("utf-16"), "as XML"),
        (b"<w:wordDocument><w:t>Dear</w:t></w:wordDocument>", "as XML"),
        (b"MZ\x90\x00\x03" + bytes(60) + b"PK\x03\x04", "unpacks itself"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
        (b"bplist00\xd3" + bytes(60), "in iCloud"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "picture"),
        (b"\x1f\x8b\x08" + bytes(60), "unpack"),
        (b"\x7fELF" + bytes(range(256)) * 4, "save the letter as"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8" * 400, "save the letter as"),
        (b"%PDF-1.7\nnonsense", "damaged"),
        (b"PK\x03\x04nonsense", "damaged"),
        (b"a" * (MAX_PLAIN + 1), "larger than 5 MB; split it"),
        (b"a" * (MAX_TEXT + 1), "over 2 million characters; split it"),
        (b"a" * (MAX_FILE + 1), "larger than 25 MB"),
    ],
    ids=short,
)
def test_what_holds_no_letter_is_refused_with_a_sentence(data: bytes, words: str) -> None:
    assert_refused(data, words)


@pytest.mark.parametrize("start", [b"", codecs.BOM_UTF8, b"\r\n ", b"\n\n\xef\xbb\xbf "])
def test_rich_text_is_read_whatever_stands_before_it(start: bytes) -> None:
    assert read(start + b"{\\rtf1\\ansi Dear Mrs Court}") == reading.ReadText("Dear Mrs Court", "application/rtf")


def test_sixty_megabytes_of_noise_are_refused_at_once() -> None:
    noise = os.urandom(1 << 20) * 60
    with takes_less_than(2):
        assert_refused(noise, "larger than")
        assert_refused(noise[:MAX_TEXT], "save the letter as")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(),
        st.binary().map(lambda tail: b"PK\x03\x04" + tail),
        st.binary().map(lambda tail: b"%PDF-1.4\n" + tail),
        st.text().map(lambda page: ("<html>" + page).encode("utf-8", "replace")),
        st.lists(st.sampled_from(PIECES_OF_PAGES)).map(lambda parts: ("<html>" + "".join(parts)).encode()),
    )
)
@example(b"<html>&#" + b"9" * 5000)
@example(b"<html>&#x" + b"f" * 5000 + b";")
def test_any_bytes_give_harmless_text_or_are_refused(data: bytes) -> None:
    text = text_or_sentence(data)
    assert text.strip()
    assert not {c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"}
    assert clean(text) == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_document_is_read_or_refused_and_nothing_else(
    make_odt: Callable[..., bytes], make_docx: Callable[..., bytes], data: st.DataObject
) -> None:
    made = make_odt("<text:p>a</text:p>") if data.draw(st.booleans()) else make_docx("<w:p><w:r/></w:p>")
    whole = bytearray(made)
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert text_or_sentence(bytes(whole[: data.draw(st.integers(1, len(whole)))]))


def test_importing_the_door_loads_none_of_the_readers(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(
        f"import sys; sys.path[0] = {str(Path(reading.__file__).parents[2])!r}\n"
        "import db.text.reading, db.text.discover\n"
        "readers = {'zipfile', 'xml', 'html.parser', 'multiprocessing', 'pypdfium2', 'subprocess', 'striprtf'}\n"
        "print(*readers & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "program.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_real_letters_come_through_as_they_are(real_letters: Path) -> None:
    letters = sorted(real_letters.glob("*.txt"))
    assert letters
    for letter in letters:
        data = letter.read_bytes()
        assert read(data, letter.name).text == clean(data.decode("utf-8")) == data.decode("utf-8")


def test_a_spreadsheet_and_a_zip_file_are_refused(make_zip: Callable[..., bytes]) -> None:
    assert_refused(make_zip({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "spreadsheet")
    assert_refused(make_zip({"mimetype": "application/epub+zip"}), "not a letter")
    assert_refused(make_zip({"a.txt": "a"}), "ZIP file")
