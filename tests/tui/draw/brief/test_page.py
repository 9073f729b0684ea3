"""The briefing as a page: nothing in it that is not in the letters, every number with its cases and its source."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.export.briefing import MOST_YEARS, build_briefing
from db.export.document import Bullets, Document, Grid, Paragraph, Passage, Sources
from db.export.document_html import write_html
from db.figures.questions import QuestionCode
from db.figures.year_table import YearLetter
from db.model import Letter, MeasureName, State, StoredLetter
from tests.db.export.read_back import HtmlReader
from tests.tui.draw.made import HOSTILE, LETTER, complied, hostile_letter, of_year, per_100k, remedied, stored, upheld
from tui.draw.brief.page import MOST_REMARKS, build_page
from tui.draw.brief.questions import WORDS
from tui.draw.document import TEXT_WIDTH, draw_document, write_text

TODAY = date(2026, 11, 27)


def make_page(letters: list[StoredLetter], of_the_year: tuple[YearLetter, ...] = ()) -> Document:
    """The page on the first of these letters."""
    return build_page(build_briefing(letters, letters[0], of_the_year), TODAY)


def find_blocks(page: Document, heading: str) -> list[object]:
    """What stands under a heading; nothing where it is not there."""
    return [block for section in page.sections if section.heading.startswith(heading) for block in section.blocks]


def make_years(*years: int) -> list[StoredLetter]:
    """Letters of these years."""
    return [stored(of_year(year, upheld(), complied()), index) for index, year in enumerate(years, start=1)]


def test_every_question_has_words() -> None:
    assert set(WORDS) == set(QuestionCode)


def test_a_figure_has_its_cases_its_share_the_average_and_its_source() -> None:
    grid = next(block for block in find_blocks(make_page([stored()]), "Figures") if isinstance(block, Grid))
    assert grid.lines[0][:4] == ("Upheld", "3 of 5", "60%", "45%")
    assert [line[-1] for line in grid.lines] == ["[1]", "[2]", "[3]"]
    assert [bar is not None and bar.is_few for bar in grid.bars] == [False, True, True]


def test_the_years_end_with_its_own_with_their_breaks_and_gaps() -> None:
    letters = [*make_years(2023, 2024, 2022, 2020, 2019, 2018, 2016)]
    blocks = find_blocks(make_page(letters), "Years")
    grid, signs, notes = blocks
    assert signs == Paragraph("* worked out from what that letter prints", is_muted=True)
    assert isinstance(grid, Grid)
    assert isinstance(notes, Bullets)
    assert [line[0] for line in grid.lines] == ["2023", "2022", "2020", "2019", "2018"]
    assert len(grid.lines) == MOST_YEARS
    assert all("3 of 5, 60%" in line and "45%" in line for line in grid.lines)
    assert [note.partition(".")[0] for note in notes.items] == [
        "Years before 2021 do not compare with those from then on",
        "Years before 2023 do not compare with those from then on",
        "No letter here about 2021",
        "Letters here about other years: 2016, 2024",
    ]


def test_a_break_before_its_year_is_told_where_there_is_no_other() -> None:
    (notes,) = find_blocks(make_page(make_years(2021)), "Years")
    assert isinstance(notes, Bullets)
    assert "pandemic" in notes.items[0]


@pytest.mark.parametrize("state", [State.NONE_DUE, State.NONE_UPHELD])
def test_a_rate_that_there_cannot_be_is_said_in_words(state: State) -> None:
    measure = remedied()._replace(state=state, rate=None, count=None, denominator=None)
    text = write_text(make_page([stored(of_year(2020, upheld(), measure))]))
    assert ("no recommendations were due" if state is State.NONE_DUE else "nothing was upheld") in text


def test_remarks_are_quoted_with_their_place_and_those_too_many_are_counted() -> None:
    (passage,) = find_blocks(make_page([stored()]), "What the Ombudsman remarks")
    assert isinstance(passage, Passage)
    assert passage.label == "Public report"
    assert passage.words == "“This year I issued a public report about the council's bins.”"
    remark = LETTER.remarks[0]
    spans = [(start, start + 5) for start in range(0, 5 * (MOST_REMARKS + 2), 5)]
    remarks = tuple(
        remark._replace(quote=remark.quote._replace(start=start, end=end, text=LETTER.text[start:end]))
        for start, end in spans
    )
    blocks = find_blocks(make_page([stored(replace(LETTER, remarks=remarks))]), "What the Ombudsman remarks")
    assert len(blocks) == MOST_REMARKS + 1
    assert "2 more remarks in the letter." in str(blocks[-1])


def test_every_number_in_brackets_is_a_source_and_every_source_is_named() -> None:
    page = make_page([stored(), *make_years(2019)[:1]])
    (sources,) = [block for block in find_blocks(page, "Sources") if isinstance(block, Sources)]
    body = "\n".join(str(section) for section in page.sections if section.heading != "Sources")
    named = {int(number) for number in re.findall(r"\[(\d+)\]", body)}
    assert named == set(range(1, len(sources.items) + 1))


def test_where_it_stands_is_among_letters_of_its_type_only() -> None:
    letters = [
        YearLetter(
            letter_id=index, council_id=index, council=LETTER.council, year=2020, measures=(*measures, per_100k())
        )
        for index, measures in enumerate(
            [
                LETTER.measures[:3],
                (upheld(8, 10, 80), complied(), remedied()),
                (upheld(1, 2, 50), complied(), remedied()),
            ],
            start=1,
        )
    ]
    said, grid, *_ = find_blocks(make_page([stored()], tuple(letters)), "Where it stands")
    assert "3 of the " in str(said)
    assert isinstance(grid, Grid)
    assert grid.lines[0] == ("Upheld", "2 of 2", "60%", "70%", "80%")
    assert grid.lines[-1] == ("Per 100,000", "1= of 3", "3.4", "3.4", "3.4")
    alone = " ".join(write_text(make_page([stored()], tuple(letters[:1]))).split())
    assert "No other letter about 2020 to one of the district councils is here." in alone


def test_a_letter_without_a_year_or_figures_has_a_page() -> None:
    text = write_text(make_page([stored(of_year(None))]))
    assert "year not known" in text
    assert "That is not a rate of zero." in " ".join(text.split())


def test_what_is_doubtful_and_what_was_worked_out_is_said() -> None:
    text = " ".join(write_text(make_page([stored()])).split())
    assert "The letter is dated on a Sunday." in text
    assert "* Complied: the count of 3 is worked out from the rate." in text


NUMBERS = re.compile(r"\d+(?:\.\d+)?")


@given(
    count=st.integers(0, 60),
    more=st.integers(0, 60),
    average=st.integers(1, 99),
    outcomes=st.integers(1, 60),
    year=st.integers(2019, 2026),
)
def test_no_number_of_the_figures_is_another_than_the_letters(
    count: int, more: int, average: int, outcomes: int, year: int
) -> None:
    """Every number in the table of figures is printed in the letter, or marked as worked out."""
    cases = count + more + 1
    rate = round(100 * count / cases, 1)
    letter = of_year(year, upheld(count, cases, rate, average), complied(outcomes, 100, average))
    page = make_page([stored(letter)])
    grid = next(block for block in find_blocks(page, "Figures") if isinstance(block, Grid))
    printed = {str(each) for each in (count, cases, rate, average, outcomes, 100)}
    for line in grid.lines:
        for cell in line[1:4]:
            assert set(NUMBERS.findall(cell)) <= printed
        assert line[1].endswith("*") == (line[0] == "Complied")


@pytest.mark.parametrize("words", [*HOSTILE, "<script>alert(1)</script>", "[1]", "=1+1"])
def test_any_text_of_a_letter_stays_text_on_the_page(words: str) -> None:
    page = make_page([stored(hostile_letter(words), name=words or "x")])
    tags = set(HtmlReader(write_html(page)).tags)
    assert "script" not in tags
    assert "img" not in tags
    for width in (36, TEXT_WIDTH, 160):
        drawn = draw_document(page, width)
        assert not [each for each in drawn.plain if each < " " and each != "\n"]
        assert "\x9b" not in drawn.plain


@pytest.mark.parametrize("letter", [LETTER, of_year(2024, upheld(), complied(), remedied(), per_100k())])
def test_no_line_is_wider_than_the_text_is_to_be(letter: Letter) -> None:
    assert max(map(len, write_text(make_page([stored(letter)])).split("\n"))) <= TEXT_WIDTH
    names = {name for name in MeasureName if letter.measure(name).state is not State.NOT_GIVEN}
    assert len(names) >= 3
