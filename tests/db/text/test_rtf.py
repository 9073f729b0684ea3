"""Rich text: what is seen on its pages, and nothing else."""

import contextlib
from pathlib import Path

import pytest

from db.errors import Refused
from db.text.discover import ENDINGS, Unusable, discover
from db.text.reading import read
from tests.processor_time import takes_less_than

HEAD = b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}}{\\*\\generator Riched20;}\\pard "
ROW = b"\\trowd\\cellx3000\\cellx6000\\pard\\intbl %b\\cell %b\\cell\\row\n"


def read_words(words: bytes) -> str:
    return read(HEAD + words + b"\\par}", "letter.rtf").text.strip()


def test_rich_text_is_told_by_its_content_and_taken_from_folders() -> None:
    assert read(b"\r\n \xef\xbb\xbf{\\rtf1 Dear Mrs Court\\par}", "a.txt").media_type == "application/rtf"
    assert ".rtf" in ENDINGS


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (b"King\\rquote s \\bullet\\~\\'a3500 \\u8211?", "King\u2019s \u2022\u00a0\u00a3500 \u2013"),
        (b"one\\par two\\line three\\tab 4", "one\ntwo\nthree\t4"),
        (b"60{\\v 9}%", "60%"),
        (b"6\\v 9\\v0 0%", "60%"),
        (b"60\\strike 45\\plain %", "60%"),
        (b"60{\\striked1 45}{\\deleted 7}%", "60%"),
        (b"8{\\super 1}", "8\u00b9"),
        (b"8{\\up6 1} and 9\\super 2\\nosupersub 3", "8\u00b9 and 9\u00b23"),
        (b"H{\\sub 2}O 31{\\super st}", "H\u2082O 31st"),
        (b"8{\\super\\'31}", "8\u00b9"),
        (
            b"8{\\super \\chftn}{\\footnote\\pard{\\super\\chftn} Closed cases.} upheld",
            "8 upheld\n\nNote 1:  Closed cases.",
        ),
        (b"8{\\v{\\footnote A note of 99}} upheld", "8 upheld"),
        (
            b"a{\\super\\chftn{\\*\\footnote\\ftnalt\\pard last}} b"
            b"{\\super\\chftn{\\*\\footnote\\pard 60{\\v 9}%\\par two}}",
            "a b\n\nNote 1: 60%\ntwo\n\nNote 2: last",
        ),
        (b"{\\*\\do\\dobxcolumn\\dptxbx{\\dptxbxtext\\pard in a box\\par}\\dpx0}a", "in a box\n\na"),
        (b"{\\shprslt{\\*\\do\\dptxbx{\\dptxbxtext 9\\par}}}a", "a"),
        (b"{\\header Page 9\\par}{\\info{\\title 77}}{\\*\\unknown 66}a{\\pict\\bin3 }}5}b", "ab"),
        (b'{\\field{\\*\\fldinst HYPERLINK "http://a.b/9"}{\\fldrslt a link}}', "a link"),
        (
            b"a{\\shp{\\*\\shpinst\\shpleft9{\\sp{\\sn x}{\\sv 9}}{\\shptxt in a box\\par}}{\\shprslt in a box}}b",
            "a\nin a box\n\nb",
        ),
        (b"{\\listtext\\tab 1.}first", "1.first"),
        (b"{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}8{\\cf2 0}\\cf1 6\\cf2 9\\plain 7", "867"),
        (b"{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue99;}\\cbpat2 8{\\cf1 0}", "80"),
        (b"{\\colortbl;\\red255\\green255\\blue255;}8{\\cf1 0}{\\shp{\\*\\shpinst}}", "80"),
    ],
)
def test_what_is_seen_is_read_and_what_is_not_is_not(words: bytes, text: str) -> None:
    assert read_words(words).replace("\t1.", "1.") == text


@pytest.mark.parametrize(
    ("head", "words", "text"),
    [
        (
            b"\\mac{\\fonttbl{\\f0\\fswiss Geneva;}}",
            b"King\\'d5s \\'a33500 caf\\'8e",
            "King\u2019s \u00a33500 caf\u00e9",
        ),
        (b"\\ansi\\ansicpg10000{\\fonttbl\\f0\\fcharset77 Geneva;}", b"King\\'d5s", "King\u2019s"),
        (
            b"\\ansi{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset77 Geneva;}}",
            b"King\\'92s {\\f1 King\\'d5s}",
            "King\u2019s King\u2019s",
        ),
        (b"\\mac{\\fonttbl{\\f0 Geneva;}}", b"King\\u8217\\'d5s \\uc0\\u8211 8", "King\u2019s \u20138"),
        (b"\\ansi{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset2 Wingdings;}}", b"{\\f1 8}8 {\\f1\\'fc}", "\ufffd8 \u2713"),
        (b"\\ansi\\ansicpg999999{\\fonttbl{\\f0\\fcharset128 MS;}}", b"{\\f0 a}8", "a8"),
    ],
)
def test_a_byte_is_the_character_of_its_font(head: bytes, words: bytes, text: str) -> None:
    assert read(b"{\\rtf1" + head + b"\\pard\\f0 " + words + b"\\par}", "letter.rtf").text.strip() == text


def test_a_note_in_a_table_comes_after_it() -> None:
    table = ROW % (b"Upheld{\\super\\chftn}{\\footnote\\pard\\plain one\\par two}", b"60%")
    lines = [line for line in read_words(table + b"\\pard after").split("\n") if line.strip()]
    assert lines == ["Upheld\t60%", "after", "Note 1: one", "two"]


def test_a_row_is_a_line_and_its_cells_stay_apart() -> None:
    table = ROW % (b"Upheld\\par Rate", b"60%") + ROW % (b"", b"{\\strike 7}8")
    lines = [line for line in read_words(b"before\\par " + table + b"\\pard after").split("\n") if line.strip()]
    assert lines == ["before", "Upheld Rate\t60%", "\t8", "after"]


def test_a_frame_of_one_cell_round_a_letter_keeps_its_lines() -> None:
    framed = b"\\trowd\\cellx9000\\pard\\intbl Dear Mrs Court\\par 60% were upheld\\cell\\row "
    assert "Dear Mrs Court\n60% were upheld" in read_words(framed)


@pytest.mark.parametrize("data", [HEAD + b"Dear Mrs Court", HEAD + b"a{\\b b}", HEAD + b"\\u99999999 a}"])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="is damaged"):
        read(data)


def test_an_empty_one_and_too_much_text_are_refused() -> None:
    with pytest.raises(Refused, match="no words"):
        read(HEAD + b"\\par}")
    with pytest.raises(Refused, match="far more text"):
        read(HEAD + b"word " * 5_000_000 + b"}")


@pytest.mark.parametrize("unit", [b"{", b"}", b"\\v ", b"{\\field{\\*\\fldinst HYPERLINK ", b"\\trowd ", b"{\\super 1"])
def test_megabytes_of_groups_take_no_more_than_seconds(unit: bytes) -> None:
    with takes_less_than(8), contextlib.suppress(Refused):
        read(HEAD + unit * (1_000_000 // len(unit)))


def test_a_letter_that_is_in_icloud_alone_is_told_as_such(tmp_path: Path) -> None:
    for name in (".letter.pdf.icloud", ".hidden.txt", ".notes.xyz.icloud"):
        (tmp_path / name).write_bytes(b"bplist00")
    for named in ([tmp_path], [tmp_path / ".letter.pdf.icloud"]):
        (found,) = discover(named)
        assert isinstance(found, Unusable)
        assert "in iCloud" in found.reason
