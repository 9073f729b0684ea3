from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.text.markup import find_signs
from tests.marks import slow
from tests.tui.draw.made import HOSTILE
from tui.draw.letter.reflow import reflow
from tui.draw.letter.shown_text import ShownText

PARTS = st.sampled_from(
    [
        *("\n", "\n\n", "\n \n", " ", "  ", "\t", "|", " | ", "- ", "1. ", "---", "# "),
        *("**", "*", "<u>", "</u>", "[", "]", "](#)", "](#x)", "](http://x)", "<http://x>", "\u00ad"),
        *(
            "word",
            "Word",
            "the council",
            "recom-",
            "12",
            "60%",
            "0",
            "-",
            ".",
            ":",
            ",",
            "\u5e02\u8b70\u4f1a",
            "\x1b[31m",
        ),
        "a line that is long enough to have been wrapped by whoever typed this letter, it seems",
        "Lines that begin large and that are long enough to have been wrapped by whoever typed",
    ]
)
TEXTS = st.lists(PARTS | st.text(max_size=12), max_size=60).map("".join)


def emphasised(shown: ShownText) -> list[tuple[str, str]]:
    """The words that are drawn with a style, and the style."""
    return [
        (shown.text[start:end], each.style)
        for each in shown.emphases
        for start, end in shown.find_stretches(each.start, each.end)
    ]


def test_the_lines_of_a_wrapped_paragraph_are_joined() -> None:
    text = (
        "We recommend ways for authorities to put things right when faults have\n"
        "caused injustice. Our recommendations try to put people back in the\n"
        "position they were in before.\n\nAnother paragraph."
    )
    assert reflow(text, 80).text == " ".join(text.split("\n\n")[0].split("\n")) + "\n\nAnother paragraph."


def test_a_word_split_at_a_hyphen_gets_no_space() -> None:
    text = "This paragraph was wrapped by somebody in the middle of a well-\nestablished word."
    assert "well-established" in reflow(text, 80).text


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Weir\nChief Executive\nHarnham District Council",
        "3\nupheld decisions",
        "M Example\nLocal Government and Social Care Ombudsman\nChair, Commission for Local Administration in England",
        "- the first of two things to do\n- the second of two things to do",
        "For further information on how to interpret our statistics, please visit our website:\nwww.example.org",
        "Local Authority Report: Harnham District Council of the South West\nFor the Period Ending: 31/03/2018",
    ],
)
def test_addresses_lists_and_short_lines_keep_their_lines(text: str) -> None:
    assert reflow(text, 80).text == text


@pytest.mark.parametrize("gap", ["\n\n", "\n\n \n", "\n\n\n\n\n"])
def test_a_sentence_cut_by_a_page_is_whole_again(gap: str) -> None:
    text = f"an authority has taken steps to put things{gap}right before the complaint came to us."
    assert reflow(text, 80).text == "an authority has taken steps to put things right before the complaint came to us."


@pytest.mark.parametrize(
    "text",
    [
        "The authority has taken all the steps it could.\n\nright before the complaint.",
        "The authority has taken all the steps it could\n\nRight before the complaint.",
        "Short line\n\nright before the complaint.",
        "The authority has taken all the steps it could\n\no a small bullet",
    ],
)
def test_what_is_not_one_sentence_stays_apart(text: str) -> None:
    assert reflow(text, 80).text == text


def test_runs_of_blank_lines_are_one() -> None:
    assert reflow("\n\nOne.\n\n\n \n\nTwo.\n\n", 80).text == "One.\n\nTwo."


def test_signs_of_markup_become_styles() -> None:
    text = "In **100%** of cases, see [Our council](#) or <u>website</u> at <http://example.org/x>."
    shown = reflow(text, 80)
    assert shown.text == "In 100% of cases, see Our council or website at http://example.org/x."
    assert emphasised(shown) == [
        ("100%", "bold"),
        ("website", "underline"),
        ("Our council", "underline"),
        ("http://example.org/x", "underline"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Redacted: [Mr X] said [paragraph 12] of [the Council](sic).",
        "Two * three ** four, 5 ** 6 ** 7.",
        "<b>bold</b> and x < y > z",
        "[/foo] see [/ and [@click=app.bell]x[/]",
    ],
)
def test_brackets_and_stars_that_are_words_stay(text: str) -> None:
    shown = reflow(text, 80)
    assert shown.text == text
    assert emphasised(shown) == []


def test_a_short_line_like_a_title_is_a_heading() -> None:
    shown = reflow("Dear Mrs Weir\n\nComplaint statistics\n\nThis year we went on.\n\n22 July 2020", 80)
    assert emphasised(shown) == [("Complaint statistics", "bold")]


TABLE = "Adult Care\tHousing\tTotal\n0\t12\t12\n"


def test_a_table_that_fits_has_columns() -> None:
    assert reflow(TABLE, 40).text == "Adult Care  Housing  Total\n0           12       12"


def test_a_table_that_does_not_fit_has_a_line_for_each_value() -> None:
    assert reflow(TABLE, 20).text == "Adult Care: 0\nHousing: 12\nTotal: 12"


def test_each_row_of_a_table_that_does_not_fit_gets_the_headings() -> None:
    text = "Year\tHousing\n2008\t12\n2007\t\n"
    assert reflow(text, 10).text == "Year: 2008\nHousing: 12\n\nYear: 2007\nHousing: "


def test_a_heading_over_several_columns_stands_above_them() -> None:
    text = "Decisions\t\tInvestigations\t\nAdvice\tOther\tUpheld\tTotal\n1\t2\t3\t6"
    assert reflow(text, 20).text == "Decisions  Investigations\nAdvice: 1\nOther: 2\nUpheld: 3\nTotal: 6"
    assert reflow(text, 80).text == (
        "Decisions         Investigations\nAdvice     Other  Upheld          Total\n1          2      3               6"
    )


def test_a_table_with_upright_lines_is_a_table_too() -> None:
    text = "| Service | Number |\n|---|---|\n| Housing | - |\n| Other | 2 |"
    assert reflow(text, 40).text == "Service  Number\nHousing  -\nOther    2"


def test_a_table_without_numbers_is_no_table_with_headings() -> None:
    assert reflow("Our ref:\tAB/1\nYour ref:\tnone", 12).text == "Our ref:  AB/1\nYour ref:  none"


def test_a_single_line_with_a_tab_is_no_table() -> None:
    assert reflow("Phone:\t0300 000 0000", 80).text == "Phone:  0300 000 0000"


def test_places_are_those_of_the_longer_text_it_is_a_part_of() -> None:
    shown = reflow("In **5** cases.", 80, origin=1000)
    assert shown.to_source(shown.text.index("5")) == 1005
    assert shown.to_shown(1005) == shown.text.index("5")
    assert emphasised(shown) == [("5", "bold")]


def test_controls_are_shown_as_one_sign_each() -> None:
    shown = reflow("a\x1b]0;x\x07b\x9b31m", 80)
    assert shown.text == "a\ufffd]0;x\ufffdb\ufffd31m"


def check(text: str, width: int) -> None:
    """Nothing but blanks and signs of markup is left out; what is shown is what is stored, in its order."""
    shown = reflow(text, width)
    left_out = {offset for start, end in find_signs(text) for offset in range(start, end)}
    covered: set[int] = set()
    pieces = list(shown.offsets.slices(0, len(shown.text)))
    for at, length, source, source_length in pieces:
        assert length == source_length
        stored, drawn = text[source : source + length], shown.text[at : at + length]
        assert all(one == other or one == "\ufffd" for one, other in zip(drawn, stored, strict=True))
        covered.update(range(source, source + length))
    lost = [text[offset] for offset in range(len(text)) if offset not in covered | left_out]
    assert not [sign for sign in lost if not sign.isspace() and sign not in "|-:+"]
    if "|" not in text:
        assert not [sign for sign in lost if not sign.isspace()]
    is_table = "\t" in text or "|" in text
    if not is_table:
        sources = [source for _, _, source, _ in pieces]
        assert sources == sorted(set(sources))
    drawn_from = {offset for at, length, _, _ in pieces for offset in range(at, at + length)}
    ours = {sign for offset, sign in enumerate(shown.text) if offset not in drawn_from}
    assert ours <= ({" ", "\n", ":"} if is_table else {" ", "\n"})
    for at, length, source, _ in pieces:
        for offset in {0, length - 1}:
            assert shown.to_source(at + offset) == source + offset
            assert shown.to_source(shown.to_shown(source + offset)) == source + offset


@given(TEXTS, st.integers(8, 120))
@example("| a | b |\n|---|---|\n| - | 2 |", 8)
@example("**a\n\nb** <u>c\n\nd</u>", 40)
@example("**[a](#)** [**b**](#) <u>[c](#)</u>", 40)
@example("\ta\n\tb", 8)
def test_no_word_is_lost_or_moved_and_every_place_is_found_again(text: str, width: int) -> None:
    check(text, width)


@given(st.text(max_size=300), st.integers(8, 120))
def test_any_text_at_all_is_laid_out(text: str, width: int) -> None:
    reflow(text, width)


@given(TEXTS, st.integers(0, 400), st.integers(0, 400))
def test_every_stretch_of_a_text_is_found_in_what_is_shown(text: str, one: int, other: int) -> None:
    shown = reflow(text, 60)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for begins, ends in shown.find_stretches(start, end):
        assert 0 <= begins < ends <= len(shown.text)
        assert start <= shown.to_source(begins) < end
    assert 0 <= shown.to_shown(start) <= len(shown.text)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("width", [*slow(8), 36, *slow(120)])
def test_words_that_mean_harm_are_laid_out_like_any_other(words: str, width: int) -> None:
    check(f"{words}\n{words}\t{words}\n\n{words} | {words}", width)


@pytest.mark.slow
def test_the_real_letters_lose_nothing_and_their_cut_sentences_are_whole(real_letters: Path) -> None:
    paths = sorted(real_letters.glob("*.txt"))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for width in (36, 72, 120):
            check(text, width)
        for block in reflow(text, 72).text.split("\n\n"):
            assert not block[0].islower() or block.startswith("by LGO"), block[:60]
