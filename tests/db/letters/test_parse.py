"""The door: any text is read or holds no letter, nothing is invented, and no text takes long."""

import re
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.councils.register import Register
from db.errors import Refused
from db.letters.parse import NO_COUNCIL, parse
from db.model import Cell, Letter, LetterKind, Measure, MeasureName, Number, Quote, State
from db.text.reading import read
from tests.db.letters.printed import (
    DECIDED,
    RECEIVED,
    compliance,
    figures,
    letter,
    letter_2018,
    one,
    remedy,
    stacked,
    tabbed,
    upheld,
)
from tests.processor_time import takes_less_than

PIECES = [
    *letter(figures()).split("\n\n"),
    *letter_2018(tabbed("Complaints and enquiries received", RECEIVED), stacked("Decisions made", DECIDED)).split("\n"),
    "We investigated 69 complaints and upheld 65.",
    "Between 1 April 2024 to 31 March 2025, we dealt with 169 complaints.",
    "this is 3.9% upheld decisions per 100,000 residents",
    "No recommendations were due for compliance in this period",
    "The Ombudsman did not uphold any detailed investigations during this period",
    "Local Government & Social Care OMBUDSMAN",
    "This year, I issued a public report about your Council.",
    "England",
    "7",
    "60%",
    "2019/20",
    "\u0663 upheld decisions",
    "\u00b2",
    "**",
    "\ufb01",
    "| Upheld | Total |",
    "| 1 | 2 |",
]
shuffled = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", " ", "\t", ""]))).map(
    lambda parts: "".join(piece + between for piece, between in parts)
)


def letters_in(text: str) -> tuple[Letter, ...]:
    return parse(text, Register.load())


def all_cells(read_letter: Letter) -> list[Cell]:
    return [cell for table in read_letter.tables for cell in (*table.cells, table.total) if cell]


def printed_in(quotes: Iterable[Quote]) -> set[str]:
    return {word for quote in quotes for word in re.findall(r"[0-9]+(?:\.[0-9]+)?", quote.text)}


def numbers_of(measure: Measure) -> list[Number]:
    """The printed numbers of a measure; the base of an uphold rate in a table is a sum of two cells."""
    parts = (measure.rate, measure.average, measure.count, None if "base" in measure.derived else measure.base)
    return [number for number in parts if number is not None]


def all_quotes(read_letter: Letter) -> Iterator[Quote]:
    for measure in read_letter.measures:
        yield from measure.quotes
    yield from (cell.quote for cell in all_cells(read_letter) if cell.quote)
    for doubt in read_letter.doubts:
        yield from doubt.quotes
    yield from (remark.quote for remark in read_letter.remarks)


def assert_sound(text: str) -> None:
    """What must hold of any text at all."""
    letters = letters_in(text)
    assert letters == letters_in(text)
    for read_letter in letters:
        assert [measure.name for measure in read_letter.measures] == list(MeasureName)
        assert read_letter.text in text
        for measure in read_letter.measures:
            assert {str(number) for number in numbers_of(measure)} <= printed_in(measure.quotes)
        for cell in all_cells(read_letter):
            assert cell.value is None or str(cell.value) in printed_in([cell.quote] if cell.quote else [])
        for quote in all_quotes(read_letter):
            assert quote.text == read_letter.text[quote.start : quote.end] != ""
        for measure in read_letter.measures:
            assert (measure.rate is None) == (measure.state is not State.GIVEN)
            assert measure.name is MeasureName.UPHELD_PER_100K or (measure.rate or 0) <= 100


@given(st.text())
def test_any_text_at_all_is_read_without_failing(text: str) -> None:
    assert_sound(text)


@settings(max_examples=300)
@given(shuffled)
def test_the_pieces_of_letters_in_any_order_never_make_an_unquoted_figure(text: str) -> None:
    assert_sound(text)


@pytest.mark.slow
@settings(max_examples=150)
@given(
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    st.sampled_from([figures(), upheld(), stacked("Decisions made", DECIDED)]),
)
def test_a_letter_with_a_hole_in_it_is_read_without_failing(start: int, length: int, page: str) -> None:
    text = letter(page)
    start %= len(text)
    assert_sound(text[:start] + text[start + length % (len(text) - start) :])


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_or_read(data: bytes) -> None:
    with suppress(Refused):
        assert_sound(read(data).text)


SIZE = 500_000
BOUND = 5.0
HOPELESS = 10 * BOUND
"""Characters, seconds of the processor in which they are read (it takes about one), and those after which they never
will be: what is not linear takes minutes."""
MINUTE_SHAPES = {
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "blank lines": " \n",
    "tabs": "\t",
    "tabs and lines": "\n\t",
    "one long line": "word ",
    "digits": "1",
    "digits and lines": "1\n\n",
    "bases": "Statistics are based on a total of 1 ",
    "headings": "Complaints upheld\n",
    "titles": "Decisions made\nx\n",
    "tables": "Complaints and enquiries received\nHousing\tTotal\n1\t1\n",
    "letters": "Dear Mr X\nAnnual Review letter 2020\nThe Ombudsman\n",
    "opened links": "[",
    "opened and named links": "[a](",
    "closed links": "](#",
    "stars": "**",
    "signs": "\n#",
    "quotes": "`",
    "soft hyphens": "\u00ad\n",
    "ligatures": "\ufb01",
    "footers": "Page 1 of 2\n\nx\n\n",
    "rates": "60% of complaints we investigated were upheld. ",
    "days": "22 July 2020\n",
    "names": "Kent County Council\n",
    "commas": "a, ",
    "pipes": "1|1\n",
    "beginnings": "Adjusted for ",
    "columns of figures": "60% of complaints we      investigated\n",
    "columns": "a      b\n",
    "pages": "West\nNorthamptonshire Council\nAnnual statistics\n",
    "sections": "Section 1: Complaints about a\n",
    "summaries": "This annual review provides a summary of the complaints we have dealt with about ",
    "titles of booklets": "The Local Government Ombudsman's\nAnnual Review\nKent\n",
    "counts": "Last year we received 12 complaints about ",
    "offices": "Commission for Local Administration in\n",
    "copies": "cc: Kent County Council\n",
    "spaced tables": "Decisions made\nUpheld   Total\n1        2\n",
}
AFTER = {
    "a rate": ("60% of complaints we investigated were upheld.\n", "3\nupheld decisions\n"),
    "a title": ("Decisions made", "\t"),
    "a table's title": ("Decisions made\n", "Upheld\t1\n"),
    "a salutation": ("Dear Mr X\nAnnual Review letter 2020\nThe Ombudsman. ", "the Council refused to apologise, "),
    "a remark": ("Dear Mr X\nAnnual Review letter 2020\nThe Ombudsman. ", "I issued a public report about "),
    "a date": ("22 July 2020\n", "Kent County Council, "),
    "a letter": (letter() + "\n\nCouncil ", "-"),
    "a letter to nobody known": (letter(address="Ms A\nChief Executive\nX Council") + "\n\nCouncil ", "-"),
    "a letter, then marks": (letter() + "\n", "|\n"),
    "a letter, then salutations": (letter() + "\n", "Dear Mrs X\n"),
    "a letter, then mergers": (letter() + "\n", "X is a merger of several councils\nKent County Council\n"),
}


def assert_quick(text: str) -> None:
    """Read the text within the bound; where there are alarms, one stops a reading that would go on for hours."""

    def stop(signal_number: int, frame: object) -> None:
        raise TimeoutError(f"not read after {HOPELESS} s")

    with takes_less_than(BOUND), suppress(Refused):  # of too many letters or remarks
        if not hasattr(signal, "setitimer"):
            letters_in(text)
            return
        before = signal.signal(signal.SIGPROF, stop)
        signal.setitimer(signal.ITIMER_PROF, HOPELESS)
        try:
            letters_in(text)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)


@pytest.mark.slow
@pytest.mark.parametrize("shape", MINUTE_SHAPES)
def test_a_long_text_of_one_shape_takes_no_longer_than_its_length(shape: str) -> None:
    piece = MINUTE_SHAPES[shape]
    assert_quick(piece * (SIZE // len(piece)))


@pytest.mark.slow
@pytest.mark.parametrize("begun", AFTER)
def test_a_long_text_after_a_beginning_takes_no_longer_than_its_length(begun: str) -> None:
    beginning, piece = AFTER[begun]
    ending = "\nDear Mr X\nAnnual Review letter 2020\n" if begun == "a date" else "x"
    assert_quick(beginning + piece * (SIZE // len(piece)) + ending)


@pytest.mark.parametrize(
    "text", ["", " \n", "A shopping list", "Annual Review letter 2020", "The Ombudsman wrote to us."]
)
def test_a_text_that_is_no_letter_holds_none(text: str) -> None:
    assert letters_in(text) == ()


def test_a_letter_that_names_no_council_is_kept_without_one() -> None:
    read_letter = one(letter(figures(), address="Ms A"))
    assert (read_letter.council.name, read_letter.council.in_register) == (NO_COUNCIL, False)


def test_a_statistics_page_alone_is_of_the_council_in_its_title() -> None:
    read_letter = one("Kent County Council\nAnnual statistics\n\n" + figures())
    assert (read_letter.kind, read_letter.council.name) == (LetterKind.STATISTICS, "Kent County Council")


def test_a_statistics_page_behind_a_letter_of_2025_belongs_to_it() -> None:
    text = letter(figures(upheld(), compliance(), remedy()), dated="21 May 2020")
    assert one(text).kind is LetterKind.ANNUAL


JULY_2025 = {"dated": "16 July 2025", "subject": "Annual Review letter 2024-25", "opening": ""}
FURTHER = [
    "I wrote to you in May with your annual statistics. I write again because of concerns about late remedies.",
    "Further to my annual review letter of 21 May, I want to commend exceptional practice.",
    "We wrote to you earlier this year. I am now concerned.",
]


@pytest.mark.parametrize("said", FURTHER)
def test_a_letter_of_july_2025_that_refers_to_the_one_of_may_is_a_further_one(said: str) -> None:
    read_letter = one(letter(body=said, **JULY_2025))
    assert (read_letter.kind, read_letter.year) == (LetterKind.FURTHER, 2025)


def test_a_further_letter_needs_no_subject_line() -> None:
    text = letter(body=FURTHER[0], dated="16 July 2025", subject="Complaint handling", opening="")
    assert one(text).kind is LetterKind.FURTHER


@pytest.mark.parametrize(
    "text",
    [
        letter(body="We will write to you in July where there is exceptional practice.", **JULY_2025),
        letter(body=FURTHER[0], **{**JULY_2025, "dated": "21 May 2025"}),
        letter(body=FURTHER[0], **{**JULY_2025, "dated": ""}),
        letter(body=FURTHER[0], dated="22 July 2020"),
        letter(figures(), body=FURTHER[0], **JULY_2025),
    ],
)
def test_a_letter_that_may_be_the_annual_one_is_that(text: str) -> None:
    assert one(text).kind is LetterKind.ANNUAL
