from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from db.model import (
    Correction,
    Council,
    CouncilType,
    Letter,
    LetterKind,
    MeasureName,
    Quote,
    Remark,
    RemarkKind,
    TableName,
)
from tests.db.builders import doubt
from tests.marks import slow
from tests.tui.draw.made import (
    COUNCIL,
    HOSTILE,
    LETTER,
    TEXT,
    hostile_letter,
    of_year,
    per_100k,
    quote,
    stored,
    upheld,
    widest,
)
from tui.draw.figures.row import Row
from tui.draw.figures.statistics import build_statistics_rows
from tui.draw.layout import wrap_file_name

WIDTHS = (36, 60, 80, 120, 200)


def rows(width: int = 80) -> tuple[Row, ...]:
    return build_statistics_rows([stored()], 0, width)


def text(drawn: tuple[Row, ...]) -> str:
    return "\n".join(row.content.plain for row in drawn)


def test_what_year_and_which_letter_it_is_stands_at_the_end_with_where_it_comes_from() -> None:
    drawn = [row.content.plain for row in rows()]
    assert drawn[-5:-3] == ["This letter " + "\u2500" * 68, "year      Year to 31 March 2020"]
    assert "letter of 22 July 2020" in drawn[-2]


def test_a_statistics_page_is_called_one() -> None:
    page = replace(LETTER, kind=LetterKind.STATISTICS, dated=None)
    drawn = text(build_statistics_rows([stored(page)], 0, 80))
    assert "This page ─" in drawn
    assert "statistics page 2020" in drawn
    assert "without a date" not in drawn


def test_where_it_all_comes_from_stands_at_the_end() -> None:
    drawn = text(rows())
    assert "Mrs Weir, Chief Executive" in drawn
    assert drawn.endswith("harnham.txt")


def test_figures_remarks_and_cells_lead_to_their_words() -> None:
    chosen = {row.key: row.quote.text for row in rows() if row.quote}
    assert chosen["measure upheld"] == "60% of complaints we investigated were upheld."
    assert chosen["remark 0"].startswith("This year I issued")
    assert chosen["cell received 1"] == "1"


def test_every_quote_is_where_it_says_in_the_text() -> None:
    assert all(TEXT[row.quote.start : row.quote.end] == row.quote.text for row in rows() if row.quote)


def test_a_doubt_stands_with_the_figure_it_is_about_and_any_other_at_the_top() -> None:
    drawn = rows()
    remedy = next(row for row in drawn if row.key == "measure remedy")
    assert "! The remedy figures do not fit each other." in remedy.content.plain
    assert drawn[0].content.plain == "! The letter is dated on a Sunday."


def test_the_star_is_explained_where_one_is_shown() -> None:
    assert "* worked out from what the letter prints" in text(rows())
    printed = stored(of_year(2020, upheld()))
    assert "*" not in text(build_statistics_rows([printed], 0, 80))


def test_a_verdict_says_how_sure_it_is() -> None:
    sure = stored(of_year(2020, upheld(10, 10, 100)))
    assert "fewer than 5 of 100 cases" in text(build_statistics_rows([sure], 0, 80))
    assert "fewer than 5 of 100" not in text(rows())


def test_a_letter_without_figures_says_so_at_the_top() -> None:
    bare = build_statistics_rows([stored(of_year(2025))], 0, 80)
    sentence = " ".join(bare[0].content.plain.split())
    assert sentence.startswith("No figures. No page of figures and no rate was found in this letter's text.")
    assert "not the same as a rate of zero" in sentence
    assert "%" not in text(bare)


def test_a_letter_with_tables_alone_is_not_said_to_have_no_figures() -> None:
    drawn = text(build_statistics_rows([stored(replace(of_year(2010), tables=LETTER.tables))], 0, 80))
    assert "No rates. No rate was found" in drawn
    assert "No figures" not in drawn


def test_what_was_set_by_hand_is_told_with_what_was_read() -> None:
    letter = stored(
        replace(
            of_year(2019, upheld()), doubts=(doubt(message="Which council?", about="council"), doubt(message="Odd."))
        )
    )
    read = Council(name="Harnhamshire [/foo] \x1b[31mCouncil", in_register=False)
    both = letter._replace(
        correction=Correction(council=COUNCIL, year=2019, at=datetime.now(UTC), read_council=read, read_year=None)
    )
    drawn = " ".join(text(build_statistics_rows([both], 0, 80)).split())
    assert "Set by hand: council, year (read: Harnhamshire [/foo] Council, no year)" in drawn
    assert "Which council?" not in drawn
    assert "! Odd." in drawn
    year = letter._replace(
        correction=Correction(council=None, year=2019, at=datetime.now(UTC), read_council=COUNCIL, read_year=2018)
    )
    assert "Set by hand: year (read: 2018)" in text(build_statistics_rows([year], 0, 80))


@pytest.mark.parametrize(
    ("letter", "is_told"),
    [
        (of_year(None), True),
        (replace(LETTER, council=Council(name="X", in_register=False)), True),
        (LETTER, False),
    ],
)
def test_where_the_council_or_the_year_is_not_known_the_key_that_sets_them_is_told(
    letter: Letter, is_told: bool
) -> None:
    assert (
        "f sets the council and the year by hand" in text(build_statistics_rows([stored(letter)], 0, 80))
    ) is is_told


def test_upheld_per_100000_is_missed_only_by_councils_that_have_had_it() -> None:
    with_it = stored(of_year(2024, upheld(), per_100k()), 1)
    before = stored(of_year(2020, upheld()), 2)
    assert "Per 100,000" in text(build_statistics_rows([with_it, before], 1, 80))
    assert "Per 100,000" not in text(build_statistics_rows([before], 0, 80))


ONE_MORE, UNDATED = "another file for this year", "a letter of an unknown year"


def test_another_file_for_the_same_year_can_be_opened_and_left_again() -> None:
    both = [stored(), stored(LETTER, 2, "scan \x1b[31m.pdf", shown=False)]
    offered = [row for row in build_statistics_rows(both, 0, 80) if row.key == ONE_MORE]
    assert [row.letter_id for row in offered] == [2]
    assert offered[0].content.plain.endswith("another file for this year: scan .pdf")
    assert [row.letter_id for row in build_statistics_rows(both, 1, 80) if row.key == ONE_MORE] == [1]


def test_many_files_for_one_year_have_one_row_which_goes_round_them() -> None:
    copies = [stored(), *(stored(LETTER, number, f"copy-{number}.txt", shown=False) for number in range(2, 45))]
    at, seen = 0, []
    for _ in copies:
        (row,) = [row for row in build_statistics_rows(copies, at, 60) if row.key == ONE_MORE]
        assert row.content.plain == "\u203a 43 other files for this year: Enter opens the next"
        at = next(index for index, each in enumerate(copies) if each.id == row.letter_id)
        seen.append(row.letter_id)
    assert seen == [*range(2, 45), 1]


def test_a_letter_of_an_unknown_year_is_still_reached() -> None:
    letters = [stored(), stored(of_year(None), 3, "undated.txt")]
    assert [row.letter_id for row in build_statistics_rows(letters, 0, 80) if row.key == UNDATED] == [3]
    assert [row for row in build_statistics_rows(letters, 1, 80) if row.key == UNDATED] == []


@pytest.mark.parametrize("width", [36, 41, 55])
def test_the_name_of_a_file_is_broken_only_between_its_parts(width: int) -> None:
    name = "oadby-and-wigston-borough-council-2020.txt"
    drawn = wrap_file_name(name, width).plain.split("\n")
    assert "".join(drawn) == name
    assert all(line.endswith("-") for line in drawn[:-1])
    assert max(map(len, drawn)) <= width
    both = [stored(name=name), stored(LETTER, 2, name, shown=False)]
    shown = [line.removeprefix("file").strip() for line in text(build_statistics_rows(both, 0, width)).split("\n")]
    assert shown.count(drawn[-1]) >= 1


@pytest.mark.parametrize(
    ("council", "words"),
    [
        (Council(name="X", in_register=False), "Not in the register of councils"),
        (Council(name="X Park"), "no average is worked out"),
        (
            Council(name="X", type=CouncilType.COUNTY, abolished_on=date(2023, 4, 1), successors=("Y", "Z")),
            "Abolished on 1 April 2023",
        ),
    ],
)
def test_what_is_unusual_about_a_council_is_said(council: Council, words: str) -> None:
    assert words in rows_of(council)[0].content.plain


def rows_of(council: Council) -> tuple[Row, ...]:
    return build_statistics_rows([stored(replace(LETTER, council=council))], 0, 120)


def test_without_letters_a_sentence_names_the_key_to_press() -> None:
    (only,) = build_statistics_rows((), 0, 60)
    assert "Press /" in only.content.plain
    assert not only.leads_somewhere


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_fits_the_width(width: int) -> None:
    assert max(widest(row.content) for row in build_statistics_rows([stored()], 0, width)) <= width


@pytest.mark.parametrize("width", [*WIDTHS[:1], *slow(*WIDTHS[1:])])
@pytest.mark.parametrize("words", HOSTILE)
def test_a_letter_that_means_harm_fits_and_holds_no_control(words: str, width: int) -> None:
    drawn = build_statistics_rows([stored(hostile_letter(words), name=words)], 0, width)
    assert max(widest(row.content) for row in drawn) <= width
    assert not [sign for row in drawn for sign in row.content.plain if ord(sign) < 32 and sign != "\n"]


def test_rows_that_can_be_chosen_have_keys_of_their_own() -> None:
    letters = [stored(), stored(of_year(2019, upheld()), 2), stored(of_year(2019), 3, shown=False)]
    keys = [row.key for row in build_statistics_rows(letters, 0, 80) if row.leads_somewhere]
    assert all(keys)
    assert len(keys) == len(set(keys))


def test_measures_keep_their_keys_from_year_to_year() -> None:
    letters = [stored(), stored(of_year(2019, upheld()), 2)]
    both = [{row.key for row in build_statistics_rows(letters, index, 80)} for index in (0, 1)]
    assert all(f"measure {MeasureName.UPHELD}" in keys and "year 2019" in keys for keys in both)


def test_a_remark_begins_with_its_kind() -> None:
    remark = next(row for row in rows() if row.key == "remark 0")
    assert remark.content.plain.startswith("▌ Public report  This year I issued a public report")
    assert remark.quote == quote("This year I issued a public report about the council's bins.")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_remark_is_shown_whole(width: int) -> None:
    words = "The council paid \u00a31,500 " * 20
    long = replace(LETTER, remarks=(Remark(kind=RemarkKind.APOLOGY, quote=Quote(start=0, end=len(words), text=words)),))
    remark = next(row for row in build_statistics_rows([stored(long)], 0, width) if row.key == "remark 0")
    assert " ".join(remark.content.plain.replace("▌", "").split()) == f"Apology {words}".strip()


def test_a_passage_that_is_two_things_is_listed_once_under_both() -> None:
    words = quote("This year I issued a public report about the council's bins.")
    both = replace(
        LETTER, remarks=(Remark(kind=RemarkKind.REFUSAL, quote=words), Remark(kind=RemarkKind.APOLOGY, quote=words))
    )
    drawn = build_statistics_rows([stored(both)], 0, 80)
    (remark,) = [row for row in drawn if row.key.startswith("remark ")]
    assert remark.content.plain.startswith("▌ Refusal or delay, apology  This year I issued")


@pytest.mark.parametrize("about", [*MeasureName, *TableName, "council", "year", "something else", None])
def test_a_doubt_about_what_is_not_drawn_is_said_all_the_same(about: str | None) -> None:
    unread = doubt(message="This could not be read.", about=about)
    bare, full = (replace(each, doubts=(unread,)) for each in (of_year(2025), LETTER))
    for one in (bare, full):
        assert text(build_statistics_rows([stored(one)], 0, 80)).count("! This could not be read.") == 1
