from pathlib import Path

import pytest
from textual import events
from textual.content import Content
from textual.widgets import Static

from db.importer import import_paths
from db.model import Council, CouncilEntry, Measure, MeasureName, State
from tests.tui.conftest import letter_text
from tests.tui.driving import MEDIUM, browsing
from tui.panes.council_list import CouncilList, FindBox
from tui.panes.council_row import MIN_COUNT_WIDTH, CouncilRow, draw_council_heading
from tui.panes.councils import CouncilsPane

MANY = (
    *("Barnsley", "Bolton", "Bury", "Calderdale", "Coventry", "Dudley", "Gateshead", "Kirklees", "Knowsley", "Oldham"),
    *("Rochdale", "Rotherham", "Salford", "Sandwell", "Sefton", "Solihull", "Stockport", "Sunderland", "Walsall"),
)

UPHELD = Measure(name=MeasureName.UPHELD, state=State.GIVEN, rate=60, count=3, base=5, denominator=5)


def entry(name: str, upheld: Measure | None = UPHELD, year: int | None = 2020) -> CouncilEntry:
    years = () if year is None else (year,)
    return CouncilEntry(
        id=1, council=Council(name=name), years=years, upheld=upheld, upheld_year=year if upheld else None
    )


def marked(content: Content) -> list[str]:
    return [content.plain[span.start : span.end] for span in content.spans if "underline" in str(span.style)]


def test_a_row_has_the_name_the_year_and_the_count() -> None:
    row = CouncilRow(entry("Kent County Council")).draw_name(40)
    assert row.plain.split() == ["Kent", "O", "2020", "3/5"]
    assert row.cell_length == 40


def test_a_count_that_is_not_printed_is_a_dash() -> None:
    for upheld in (
        None,
        Measure(name=MeasureName.UPHELD, state=State.GIVEN, rate=60),
        Measure(name=MeasureName.UPHELD),
    ):
        assert CouncilRow(entry("Kent County Council", upheld)).draw_name(40).plain.split()[-1] == "-"


def test_a_count_of_cases_that_are_not_printed_has_the_sign_for_ours() -> None:
    ours = UPHELD._replace(derived=frozenset(["denominator"]))
    assert CouncilRow(entry("Kent County Council", ours)).draw_name(40).plain.split()[-1] == "3/5*"


def test_a_letter_without_a_year_has_a_dash_for_it() -> None:
    assert CouncilRow(entry("Kent County Council", None, None)).draw_name(40).plain.split()[-2:] == ["-", "-"]


@pytest.mark.parametrize(
    ("name", "width", "shown"),
    [
        ("Harborough District Council", 40, "Harborough                  O"),
        ("Harborough District Council", 24, "Harborough"),
        ("London Borough of Croydon", 24, "Croydon"),
        ("London Borough of Croydon", 30, "Croydon           O"),
        ("City of York Council", 17, "York"),
        ("Somewhere Long Without A Type", 24, "Somewhere Lo…"),
    ],
)
def test_a_name_is_short_and_its_type_is_a_letter_where_there_is_room(name: str, width: int, shown: str) -> None:
    row = CouncilRow(entry(name)).draw_name(width)
    assert row.plain[: width - 11].rstrip() == shown
    assert row.cell_length == width


@pytest.mark.parametrize(
    ("width", "heads"), [(40, ["name", "year", "upheld"]), (24, ["name", "year", "upheld"]), (19, ["name", "upheld"])]
)
def test_the_heads_stand_over_the_columns_there_is_room_for(width: int, heads: list[str]) -> None:
    heading = draw_council_heading(width, MIN_COUNT_WIDTH).plain
    row = CouncilRow(entry("Kent County Council"), (), MIN_COUNT_WIDTH).draw_name(width).plain
    assert heading.split() == heads
    assert len(heading) == len(row) == width
    assert heading.endswith("upheld")
    assert row.endswith(" 3/5")
    assert ("2020" in row) is ("year" in heading)
    assert "2020" not in row or heading.index("year") == row.index("2020")


def test_marks_stay_on_their_letters_when_the_name_is_shortened() -> None:
    row = CouncilRow(entry("London Borough of Croydon"), ((18, 21),))
    assert marked(row.draw_name(60)) == ["Cro"]
    assert marked(row.draw_name(24)) == ["Cro"]


@pytest.mark.slow
async def test_each_key_filters_and_marks_what_matches(library: Path) -> None:
    async with browsing(library) as browser:
        pane = browser.app.screen.query_one(CouncilsPane)
        await browser.press("slash")
        counts = []
        for key in "nor":
            await browser.press(key)
            counts.append(pane.council_list.line_count)
        assert counts[0] >= counts[1] >= counts[2] == 1
        assert f"Councils 1 of {6}" in browser.text
        assert marked(pane.make_row(0).draw_name(60)) == ["Nor"]


async def test_at_a_key_nothing_on_the_screen_is_laid_out(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        pane, laid_out = browser.app.screen.query_one(CouncilsPane), list[object]()
        await browser.press("slash")
        browser.app.screen.screen_layout_refresh_signal.subscribe(browser.app, laid_out.append)
        for key in ("n", "o", "r", "backspace"):
            await browser.press(key)
        assert pane.typed == "no"
        assert not laid_out


async def test_the_best_match_is_highlighted_and_opened_by_enter(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("le")
        await browser.press("enter")
        assert "Leeds, 2020" in browser.text


@pytest.mark.slow
async def test_the_arrows_move_the_highlight_from_the_find_box(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("slash", "down", "down", "up")
        assert browser.focused == "find"
        assert browser.app.screen.query_one(CouncilList).highlighted == 1


@pytest.mark.slow
async def test_what_matches_nothing_says_how_to_go_on(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("zzzz")
        said = browser.app.screen.query_one("#no-council", Static)
        assert said.region.height > 0
        assert str(said.render()).startswith("Nothing matches. Enter searches")
        await browser.press("escape")
        assert browser.app.screen.query_one(CouncilList).line_count == 6


@pytest.mark.slow
async def test_after_clearing_the_highlight_is_on_the_council_gone_to(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("leeds")
        await browser.press("enter", "escape", "escape")
        highlighted = browser.app.screen.query_one(CouncilList).highlighted
        assert highlighted is not None
        assert browser.app.screen.query_one(CouncilsPane).make_row(highlighted).name == "Leeds City Council"


@pytest.mark.slow
async def test_the_slash_is_never_typed(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("slash", "slash")
        await browser.type("k")
        assert browser.app.screen.query_one(FindBox).value == "k"


@pytest.mark.slow
async def test_letters_that_come_all_at_once_after_the_slash_are_not_lost(library: Path) -> None:
    async with browsing(library) as browser:
        for key in ("slash", *"leeds", "enter"):
            browser.app.post_message(events.Key(key, "/" if key == "slash" else key if len(key) == 1 else None))
        await browser.settle()
        assert browser.focused == "statistics"
        assert "Leeds, 2020" in browser.text


@pytest.mark.slow
async def test_no_control_character_gets_into_the_find_box(library: Path) -> None:
    async with browsing(library) as browser:
        browser.app.screen.query_one(CouncilsPane).set_typed("le\x1b[31meds\x00\u202e\x9b")
        await browser.settle()
        assert browser.app.screen.query_one(FindBox).value == "le[31meds"
        assert not browser.controls


@pytest.mark.slow
async def test_vim_keys_move_in_the_list(library: Path) -> None:
    async with browsing(library) as browser:
        at = browser.app.screen.query_one(CouncilList)
        indexes = []
        await browser.press("escape")
        for key in ("j", "j", "k", "G", "g"):
            await browser.press(key)
            indexes.append(at.highlighted)
        assert indexes == [1, 2, 1, 5, 0]


@pytest.mark.slow
async def test_the_list_stands_in_the_order_of_the_names_it_shows(library: Path) -> None:
    async with browsing(library) as browser:
        pane = browser.app.screen.query_one(CouncilsPane)
        rows = map(pane.make_row, range(pane.council_list.line_count))
        names = [row.draw_name(60).plain[:20].split()[0] for row in rows]
        assert names == ["Croydon", "Harborough", "Kent", "Leeds", "North", "Oadby"]


@pytest.mark.slow
async def test_the_list_ends_at_its_ends(library: Path) -> None:
    async with browsing(library) as browser:
        at = browser.app.screen.query_one(CouncilList)
        await browser.press("escape", "G", "j", "down")
        assert at.highlighted == 5
        await browser.press("g", "k", "up")
        assert at.highlighted == 0
        await browser.press("slash", *["down"] * 9)
        assert at.highlighted == 5


@pytest.mark.slow
async def test_the_highlight_stays_in_sight_when_the_terminal_shrinks(tmp_path: Path) -> None:
    folder, library = tmp_path / "letters", tmp_path / "library.db"
    folder.mkdir()
    for council in MANY:
        (folder / f"{council}.txt").write_text(letter_text(f"{council} Council", 2020, 60, 45, 3, 5), encoding="utf-8")
    assert import_paths(library, [folder]).added == len(MANY)
    async with browsing(library, MEDIUM) as browser:
        await browser.press("escape", "G")
        assert MANY[-1] in browser.text
        await browser.resize(40, 12)
        assert browser.focused == "council-list"
        assert MANY[-1] in browser.text
