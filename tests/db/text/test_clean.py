import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.clean import LINE_LIMIT, clean, one_line
from tests.processor_time import takes_less_than

HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
nasty = st.text(
    st.one_of(
        st.sampled_from("\x1b\x9b\x9d\x90\x07\x9c\\[]()P_^0123;?m$ \r\n\t\x00\x85\u2028\u202e\u200b\u00ad\ufeff"),
        st.sampled_from("e\u0301\u0327\u0316\u0338\u0cc6\u0cc2\u1100\u1161\u11a8\u0958\u2126\ud800\U000e0041"),
        st.characters(),
    )
)


def harm_in(text: str) -> set[str]:
    return {c for c in text if unicodedata.category(c) in HARMFUL and c not in "\n\t\u00ad"}


@given(nasty)
def test_any_text_comes_out_harmless_and_stays_as_it_is_when_cleaned_again(text: str) -> None:
    cleaned = clean(text)
    assert not harm_in(cleaned)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)


@given(nasty)
def test_any_name_becomes_one_harmless_line(text: str) -> None:
    line = one_line(text)
    assert not harm_in(line)
    assert "\n" not in line
    assert "\t" not in line
    assert len(line) <= LINE_LIMIT
    assert one_line(line) == line


@given(st.characters(min_codepoint=0xA0, max_codepoint=0x2200))
def test_a_character_comes_out_alike_by_itself_and_beside_one_that_needs_more(character: str) -> None:
    beside = clean(f"a\u0416 {character}")
    assert clean(f"a {character}").partition(" ")[2] == beside.partition(" ")[2]


@given(st.text(st.sampled_from("ab £é\u2013\u2019\u201c\u201d\u2022\n\t0123456789%.,()[]&'\"")))
def test_ordinary_letter_text_is_not_changed(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31m60%\x1b[0m", "60%"),
        ("\x1b[38;2;255;0;0m60%\x1b[m", "60%"),
        ("\x9b1m60%\x9b0m", "60%"),
        ("\x1b[?25l\x1b[2J\x1b[H60%", "60%"),
        ("\x1b[2 q60%\x1b[!p", "60%"),
        ("\x1b]52;c;aGVsbG8=\x07letter", "letter"),
        ("\x1b]0;a title\x1b\\letter", "letter"),
        ("\x9d0;a title\x9cletter", "letter"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bP1$r0m\x1b\\letter", "letter"),
        ("\x1b_private\x1b\\\x1b^message\x1b\\\x1bXstring\x1b\\letter", "letter"),
        ("\x1b(B\x1b[mletter\x1b7\x1b8\x1b=", "letter"),
        ("\x1bc60%", "60%"),
        ("\x1b\u2060[3\u200b1mletter", "letter"),
    ],
)
def test_an_escape_sequence_goes_whole(written: str, shown: str) -> None:
    assert clean(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Dear\x1b Mrs Court", "Dear\ufffd Mrs Court"),
        ("\x1bDear Mrs Court", "\ufffdDear Mrs Court"),
        ("\x1b]0;Dear Mrs Court\nLetter\x07", "\ufffd]0;Dear Mrs Court\nLetter\ufffd"),
        ("\x1bPDear Mrs Court\nLetter", "\ufffdPDear Mrs Court\nLetter"),
        ("\x1b[60% of complaints", "\ufffd[60% of complaints"),
        ("\x1b[31\n3 upheld decisions", "\ufffd[31\n3 upheld decisions"),
        ("\x1b\x00[31m60%", "\ufffd\ufffd[31m60%"),
    ],
)
def test_an_unfinished_sequence_takes_no_letter_text_with_it(written: str, shown: str) -> None:
    assert clean(written) == shown


def test_every_line_end_becomes_a_newline() -> None:
    assert clean("a\r\nb\rc\fd\ve\x85f\u2028g\u2029h\n\r\ni") == "a\nb\nc\nd\ne\nf\ng\nh\n\ni"


def test_what_has_no_width_or_turns_the_direction_is_dropped() -> None:
    assert clean("\ufeff6\u202e0\u2066%\u200b \u200fof\u061c \U000e0041x\ufff9") == "60% of x"


@pytest.mark.parametrize(
    "unshown",
    ["\ue006", "\U000f0036", "\uf036", "\x00", "\x01", "\x11", "\x1b", "\x7f", "\x81", "\u0378", "\ufffe", "\ud836"],
)
def test_a_character_that_cannot_be_shown_stays_as_unknown(unshown: str) -> None:
    assert clean(f"In {unshown}0% of cases\n{unshown}") == "In \ufffd0% of cases\n\ufffd"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\uf0b7 One\n \uf0a7\t\x1b[1mTwo\x1b[m", "\u2022 One\n \u2022\tTwo"),
        ("\uf0b7One", "\ufffdOne"),
        ("a \uf0b7 b", "a \ufffd b"),
        ("\uf036 0%", "\ufffd 0%"),
    ],
)
def test_a_bullet_of_a_symbol_font_becomes_one(written: str, shown: str) -> None:
    assert clean(written) == shown


def test_a_soft_hyphen_a_pound_sign_and_a_hard_space_stay() -> None:
    assert clean("com\u00adplaint £500\u00a0paid") == "com\u00adplaint £500\u00a0paid"


def test_letters_are_composed() -> None:
    assert clean("cafe\u0301") == "caf\u00e9"


def test_a_pile_of_marks_is_capped() -> None:
    assert len(clean("Z" + "\u0335\u0316\u0301" * 1000)) <= 8


def test_a_byte_of_a_file_name_that_is_no_text_still_shows() -> None:
    assert one_line("caf\udce9.txt") == "caf\ufffd.txt"


def test_a_long_name_is_cut_with_an_ellipsis() -> None:
    assert one_line("word " * 100, limit=10) == "word word…"


def test_white_space_of_any_kind_is_folded_in_a_line() -> None:
    assert one_line("  a\r\n\tb\u2003 c\x1b[31m ") == "a b c"


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["\x1b[", "\x1b]52;c;", "\x9b", "e\u0301\u0316", "\u0316\u0301", "\x1bP", "\r"])
def test_megabytes_of_a_nuisance_take_no_more_than_seconds(unit: str) -> None:
    with takes_less_than(10):
        clean(unit * (3_000_000 // len(unit)))


def test_no_escape_is_left_in_a_mixture_of_many() -> None:
    assert not re.search(r"[\x1b\x80-\x9f]", clean("\x1b\x1b[0m[31m\x9b\x9d\x1b]\x1b[\x9c\x07"))
