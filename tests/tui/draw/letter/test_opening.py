from dataclasses import replace

import pytest

from db.model import Letter, Measure, MeasureName, Quote, Remark, RemarkKind, State
from tests.tui.draw.made import LETTER, hostile_letter
from tui.draw.letter.opening import find_opening

HEAD = "22 July 2020\n\nBy email\n\nMs Weir\nHarnham District Council\n\nDear Ms Weir\n\n"
SUBJECT = "Annual Review letter 2020\n\n"
BODY = "I write to you with our annual summary.\n\nThis year I issued a public report about your bins.\n\n"
CLOSING = "Yours sincerely\n\nMichael King\n\n"
FIGURES = "Complaints upheld\n\n60% of complaints were upheld.\n"


def letter(text: str, *, figure: str = "", remark: str = "") -> Letter:
    measures: tuple[Measure, ...] = ()
    if figure:
        measures = (Measure(name=MeasureName.UPHELD, state=State.GIVEN, rate=60, quotes=(find(text, figure),)),)
    remarks = (Remark(kind=RemarkKind.PUBLIC_REPORT, quote=find(text, remark)),) if remark else ()
    return replace(LETTER, text=text, measures=measures, tables=(), remarks=remarks)


def find(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start=start, end=start + len(words), text=words)


def opened(one: Letter) -> str:
    """What the first line is that it opens at."""
    return one.text[find_opening(one) :].split("\n")[0]


def test_a_letter_opens_at_the_paragraph_of_its_first_remark() -> None:
    text = HEAD + SUBJECT + BODY + CLOSING + FIGURES
    assert opened(letter(text, figure="60% of", remark="a public report")) == BODY.split("\n\n")[1]


def test_a_letter_without_a_mark_in_what_was_written_opens_where_that_begins() -> None:
    text = HEAD + SUBJECT + BODY + CLOSING + FIGURES
    assert opened(letter(text, figure="60% of")) == BODY.split("\n\n")[0]
    assert opened(letter(HEAD + BODY)) == BODY.split("\n\n")[0]


def test_a_page_that_is_written_to_nobody_opens_at_its_first_figure_or_its_beginning() -> None:
    text = "Harnham District Council\n\n" + FIGURES
    assert opened(letter(text, figure="60% of")) == "60% of complaints were upheld."
    assert find_opening(letter(text)) == 0


@pytest.mark.parametrize("text", ["", "Dear Ms Weir", "Dear Ms Weir\n\n\n", "Dear Ms Weir\nAnnual Review letter 2020"])
def test_a_letter_that_ends_after_its_head_opens_somewhere_in_it(text: str) -> None:
    assert 0 <= find_opening(letter(text)) <= len(text)


@pytest.mark.parametrize("words", ["[/foo]", "Dear [/foo]\n\nx", "\n\n", ""])
def test_any_letter_opens_somewhere_in_it(words: str) -> None:
    assert 0 <= find_opening(hostile_letter(words)) <= len(words)


@pytest.mark.parametrize(
    ("salutation", "is_one"),
    [
        ("Dear Ms Weir", True),
        (" \tDEAR Ms Weir", True),
        ("Dear Bo", True),
        ("Dear B", False),
        ("Dear " + "b" * 80, True),
        ("Dear " + "b" * 81, False),
        ("Dearest Ms Weir", False),
        ("My dear Ms Weir", False),
    ],
)
def test_what_is_written_begins_behind_a_salutation(salutation: str, is_one: bool) -> None:
    begun = opened(letter(f"Harnham\n\n{salutation}\n\nI write to you.\n"))
    assert begun == ("I write to you." if is_one else "Harnham")


@pytest.mark.parametrize(
    ("line", "is_subject"),
    [
        ("Annual Review letter 2020", True),
        ("ANNUAL REVIEW", True),
        ("Annual letter", True),
        ("Annual " + "a" * 59 + "letter", True),
        ("Annual " + "a" * 60 + "letter", False),
        ("Annual letter " + "a" * 39, True),
        ("Annual letter " + "a" * 40, False),
        ("Annual letter " + "a" * 28 + " review " + "a" * 39, True),
        ("Annual letters are how we tell each council what we learned from the complaints it had", False),
        ("Annual letter 2020.", False),
        ("Annual summary 2020", False),
        ("Our annual letter", False),
    ],
)
def test_a_line_that_says_what_the_letter_is_about_is_passed_over(line: str, is_subject: bool) -> None:
    begun = opened(letter(f"Dear Ms Weir\n\n{line}\nI write to you\n"))
    assert begun == ("I write to you" if is_subject else line)


@pytest.mark.parametrize(
    ("farewell", "ends"),
    [
        ("Yours sincerely", True),
        ("\tyours faithfully,", True),
        ("Local Government and Social Care Ombudsman", True),
        ("Local Government & Social Care Ombudsman \t", True),
        ("Local Government and Social Care Ombudsman for England", False),
        ("Yours sincerelyx", False),
        ("Yours sincerely_", False),
        ("We are yours sincerely", False),
    ],
)
def test_a_mark_behind_the_farewell_is_none_of_what_was_written(farewell: str, ends: bool) -> None:
    text = f"Dear Ms Weir\n\nI write to you.\n\n{farewell}\n\n60% of complaints were upheld.\n"
    assert opened(letter(text, figure="60% of")) == ("I write to you." if ends else "60% of complaints were upheld.")
