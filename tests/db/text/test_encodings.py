"""Text files whose characters were stored in an unusual way, or garbled by another program."""

# ruff: noqa: RUF001 - these tests are about characters that look like others

import pytest

from db.councils.register import Register
from db.extract import extract
from db.model import DoubtCode
from db.text.garbled import repair_garbled, replace_entities
from db.text.reading import read
from tui.draw.doubt_text import write_doubt

LINES = "Bishop’s Castle – “fair” … £250 • café\n60% of 5 were upheld, 2019–20"


def codes(data: bytes) -> list[DoubtCode]:
    return [doubt.code for doubt in read(data).doubts]


@pytest.mark.parametrize("encoding", ["cp437", "cp850"])
def test_utf_8_read_as_the_characters_of_a_console_is_put_right_and_said(encoding: str) -> None:
    garbled = LINES.encode().decode(encoding).encode()
    assert read(garbled).text == LINES
    assert codes(garbled) == [DoubtCode.CHARACTERS_REPAIRED]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_utf_8_saved_in_another_encoding_is_put_right_and_said(encoding: str, times: int) -> None:
    text = LINES.replace("”", "’")  # whose bytes cp1252 lacks
    garbled = text
    for _ in range(times):
        garbled = garbled.encode().decode(encoding)
    assert read(garbled.encode()).text == text
    assert codes(garbled.encode()) == [DoubtCode.CHARACTERS_REPAIRED]


def test_a_byte_that_an_encoding_lacks_may_have_stayed_as_it_was() -> None:
    assert read("â€œfairâ€\x9d KingÂ´s".encode()).text == "“fair” King´s"
    assert read(LINES.encode().decode("latin-1").encode()).text == LINES


@pytest.mark.parametrize(
    "text",
    [LINES, "Ânimo â la carte, Ã € ™ Â", "¬ not √ and ‚low’ quotes", "NIÑO É’S FAÇADE", "â€", "Ã\u00a0 la", "a £ b"],
)
def test_what_is_not_garbled_stays(text: str) -> None:
    if text != "Ã\u00a0 la":
        assert repair_garbled(text) == (text, None)
    else:
        assert repair_garbled(text)[0] == "à la"


@pytest.mark.parametrize("stray", [b"\xa3", b"\x92", b"\x96", b"\xe9"])
def test_one_stray_byte_leaves_a_file_of_utf_8_what_it_is(stray: bytes) -> None:
    data = LINES.encode() + b"\nnext to " + stray + b"500"
    decoded = read(data)
    assert decoded.text == LINES + "\nnext to " + stray.decode("cp1252") + "500"
    assert codes(data) == [DoubtCode.CHARACTERS_STRAY]


def test_a_stray_byte_after_a_byte_order_mark_is_no_other_encoding_either() -> None:
    assert read(b"\xef\xbb\xbfDear \xa3500").text == "Dear £500"


def test_what_is_left_of_a_character_cut_in_two_is_unknown() -> None:
    assert read("King’s and £5".encode() + b" \xe2\x80 6\xe2\x800%").text == "King’s and £5 \ufffd 6\ufffd0%"


def test_stray_bytes_of_an_old_mac_are_read_as_such() -> None:
    assert read("King’s – and ‘this’".encode() + b" King\xd5s and Queen\xd5s").text.endswith("King’s and Queen’s")


@pytest.mark.parametrize(
    "text", [LINES, "King’s Lynn", "KING’S LYNN", "in 2019–20 they", "• one\n• two", "“So”, he says"]
)
def test_an_old_mac_file_is_read_as_one_and_that_is_said(text: str) -> None:
    data = text.encode("mac_roman")
    assert read(data).text == text
    assert codes(data) == [DoubtCode.CHARACTERS_GUESSED]


@pytest.mark.parametrize(
    "text", [LINES, "£500", "NIÑO", "Café", "¥500", "word—word", "ÉTÉ", "½", "€500", "naïve ‘Zoë’", "20° and §5", "×2"]
)
def test_a_windows_file_is_read_as_one_and_nothing_is_said(text: str) -> None:
    data = text.encode("cp1252")
    assert read(data).text == text
    assert codes(data) == []


def test_entities_in_a_plain_text_are_the_characters_they_stand_for() -> None:
    assert read(b"Adur &amp; Worthing &#8211; &pound;250&nbsp;and &amp;amp; &#x2019;").text == (
        "Adur & Worthing – £250\u00a0and & ’"
    )
    assert replace_entities("R&D; Q&A &c. &nosuchthing; AT&T &amp") == "R&D; Q&A &c. &nosuchthing; AT&T &amp"
    assert read(b"Dear\n&lt;p&gt;").media_type == "text/plain"


def test_a_letter_says_how_its_characters_were_read() -> None:
    letter = (
        "20 July 2022\n\nMr Alder\nChief Executive\nKing’s Lynn & West Norfolk Borough Council\n\nDear Mr Alder\n\n"
        "Annual Review letter 2022\n\nYours sincerely\n\nLocal Government and Social Care Ombudsman\n"
    )
    for data, words in [
        (letter.encode().decode("cp1252").encode(), "’ into â€™"),
        (letter.encode() + b"\xa3", "1 of this file's bytes"),
        (letter.encode("mac_roman"), "an old Mac file"),
        (letter.replace("&", "&amp;").encode(), None),
    ]:
        (read_letter,) = extract(data, "a.txt", Register.load()).letters
        assert read_letter.council.name == "Borough Council of King's Lynn & West Norfolk"
        sentences = [write_doubt(doubt) for doubt in read_letter.doubts]
        assert any(words in sentence for sentence in sentences) if words else sentences == []
