"""The parts of one letter, found once: what the head, the body and the rest of it are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.letters.anatomy import _NEAR, Anatomy, find_subject
from db.letters.folded import FoldedText
from db.letters.part import Part
from db.letters.split import split_letters
from tests.db.letters.printed import figures, letter
from tests.processor_time import takes_less_than


def anatomy(text: str) -> Anatomy:
    """The parts of the letter in a text."""
    return Anatomy.find(FoldedText.fold(text))


def words(found: Anatomy, part: Part | None) -> str:
    """What stands at a part; empty for none."""
    return found.text[part.start : part.end].strip() if part else ""


def test_a_letter_has_a_head_a_salutation_a_subject_a_body_and_a_closing() -> None:
    found = anatomy(letter(figures(), body="The Council put right what it got wrong."))
    assert found.salutation is not None
    assert found.subject is not None
    assert (words(found, found.salutation), found.salutation.words) == ("Dear Mrs Hall", "Mrs Hall")
    assert (words(found, found.subject), found.subject.words) == ("Annual Review letter 2020", "2020")
    assert found.subjects == (found.subject,)
    assert words(found, found.closing) == "Yours sincerely"
    assert found.head.startswith("22 July 2020")
    assert found.head.strip().endswith("Harborough District Council")
    body = words(found, found.body)
    assert body.startswith("Annual Review letter 2020")
    assert body.endswith("The Council put right what it got wrong.")
    assert found.signed_at == found.body.end
    assert "Complaints upheld" in found.text[found.signed_at :]
    assert found.booklet is None


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("Annual Review letter 2020", "2020"),
        ("Annual Review letter 2022-23", "2022-23"),
        ("Annual letter 2007/08", "2007/08"),
        ("Annual Letter 2006 - Introduction", "2006"),
        ("Annual Review Letter", ""),
        ("**Annual Review letter - 2019**", "2019"),
    ],
)
def test_the_year_of_the_subject_line_is_told_as_it_is_written(subject: str, year: str) -> None:
    found = anatomy(letter(subject=subject))
    assert found.subject is not None
    assert found.subject.words == year


def test_the_letter_s_salutation_is_the_one_over_a_subject_line() -> None:
    message = "Dear all\n\nThe letter is below.\n\nYours sincerely\n\nThe Monitoring Officer\n\n"
    found = anatomy(message + letter())
    assert words(found, found.salutation) == "Dear Mrs Hall"
    assert found.closing is not None
    assert found.closing.start > found.text.index("Dear Mrs Hall"), "the message's own is not the letter's"
    assert "Dear all" in found.head


def test_without_a_subject_line_it_is_the_first() -> None:
    found = anatomy(f"Dear Mrs First\n\n{letter(subject='')}")
    assert (words(found, found.salutation), found.subject, found.subjects) == ("Dear Mrs First", None, ())


@pytest.mark.parametrize("between", ["This is about something else.\n\n", "\n" * 4 + "x\n"])
def test_a_subject_line_further_down_is_not_the_letter_s_own(between: str) -> None:
    found = anatomy(letter(subject=f"{between}Annual Review letter 2020"))
    assert found.subject is None
    assert [part.words for part in found.subjects] == ["2020"]


def test_a_letter_without_a_closing_goes_on_to_the_end() -> None:
    found = anatomy("Dear Mrs Hall\n\nAnnual Review letter 2020\n\nThe Council did well.")
    assert found.closing is None
    assert words(found, found.body).endswith("The Council did well.")
    assert found.signed_at == len(found.text)


def test_a_statistics_page_is_all_body() -> None:
    found = anatomy(f"Kent County Council\nAnnual statistics\n\n{figures()}")
    assert (found.salutation, found.subject, found.closing, found.booklet) == (None, None, None, None)
    assert (found.head, found.signed_at) == ("", 0)
    assert found.body == Part(0, len(found.text))


@pytest.mark.parametrize(
    "title", ["The Local Government Ombudsman\u2019s Annual Review", "Local Government Ombudsman's Annual Letter"]
)
def test_a_booklet_has_a_title_in_place_of_a_head(title: str) -> None:
    found = anatomy(f"{title}\nKent County Council\nfor the year ended\n31 March 2009\n\nSection 1")
    assert found.booklet is not None
    assert found.text[: found.booklet.end] == title.replace("\u2019", "'")
    assert (found.head, found.salutation, found.signed_at) == ("", None, 0)


@pytest.mark.parametrize(
    "line", ["Annual Review", "See the Local Government Ombudsman's Annual Review.", "Annual Letter"]
)
def test_other_words_for_it_are_no_booklet_s_title(line: str) -> None:
    assert anatomy(f"{line}\nKent County Council").booklet is None


def test_the_parts_are_found_anew_where_lines_are_blanked_out() -> None:
    whole = anatomy(letter(body="Derby City Council\n\n40% of complaints"))
    at = whole.text.index("Derby")
    rest = Anatomy.find(whole.folded.blank_out([(at, whole.text.index("Yours"))]))
    assert words(rest, rest.closing) == "Yours sincerely"
    assert words(rest, rest.salutation) == words(whole, whole.salutation)
    assert "Derby" not in words(rest, rest.body)


PIECES = st.sampled_from(
    ["Dear Mrs Hall\n", "Annual Review letter 2020\n", "\n", "A line of prose.\n", "\n" * 90, " x"]
)


@given(st.lists(PIECES, max_size=12).map("".join), st.data())
def test_the_subject_line_right_under_a_place_is_found_as_by_a_look_at_each(text: str, data: st.DataObject) -> None:
    found = anatomy(text)
    after = data.draw(st.integers(0, len(found.text)))
    under = [
        subject
        for subject in found.subjects
        if after <= subject.start and subject.end <= after + _NEAR and not found.text[after : subject.start].strip()
    ]
    assert find_subject(found.text, after, found.subjects) == (under[0] if under else None)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "Dear Mr X\nAnnual Review letter 2020\nThe Ombudsman\n",
        "Dear Mr X\n",
        "Annual Review letter 2020\n",
        "Dear Mr X\nx\nAnnual Review letter 2020\n",
        "Yours sincerely\n",
    ],
)
def test_two_megabytes_of_one_part_take_no_longer_than_their_length_deserves(piece: str) -> None:
    folded = FoldedText.fold(piece * (2_000_000 // len(piece)))
    with takes_less_than(2):
        Anatomy.find(folded)
    with takes_less_than(6):
        split_letters(folded)
