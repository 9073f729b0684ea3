"""Searching the words of all letters in the browser."""

from pathlib import Path
from threading import Event

import pytest

from db.importer import import_paths
from db.library import Library
from db.store import fulltext
from db.words.hits import SearchPage
from db.words.query import HitOrder
from tests.marks import slow
from tests.tui.conftest import letter_text
from tests.tui.driving import MEDIUM, NARROW, SIZES, WIDE, Browser, browsing
from tui.draw.hits import READY_SEARCHES
from tui.panes.councils import CouncilsPane
from tui.panes.letter import LetterPane
from tui.panes.words import WordsPane
from tui.screens import words_questions
from tui.screens.main import MainScreen
from tui.screens.words import WordsScreen


def pane(browser: Browser) -> WordsPane:
    return browser.app.screen.query_one(WordsPane)


def years(browser: Browser) -> list[tuple[str, int | None]]:
    """Whose and of which year the letters listed are."""
    return [(hit.council.split()[0], hit.year) for hit in pane(browser).hit_list.hits]


def prose(browser: Browser) -> str:
    """The screen as one line, without the lines round the panes."""
    return " ".join("".join(" " if sign in "│╭╮╰╯─" else sign for sign in browser.text).split())


async def searching(browser: Browser, typed: str) -> None:
    await browser.press("escape", "w")
    await browser.type(typed)


def typed(browser: Browser) -> str:
    return pane(browser).box.value


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_letters_are_listed_by_council_and_year(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size) as browser:
        await searching(browser, "summary year:2019-2021 type:district")
        assert "5 letters of 3 councils" in browser.text
        harborough = [("Harborough", year) for year in (2021, 2020, 2019)]
        assert years(browser) == [*harborough, ("North", 2020), ("Oadby", 2020)]
        assert "Harborough District Council ──" in browser.text
        assert browser.shows("LetterPane") is (size == WIDE)
        assert "our annual summary" in prose(browser)


@pytest.mark.parametrize("size", [*slow(NARROW, MEDIUM), WIDE], ids=str)
async def test_enter_opens_the_letter_at_the_words_and_escape_comes_back(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size) as browser:
        await searching(browser, "paragraph 12")
        await browser.press("tab", "j", "j")
        hit = pane(browser).hit_list.highlighted_hit
        assert hit is not None
        place = pane(browser).hit_list.scroll_offset
        await browser.press("enter")
        assert isinstance(browser.app.screen, MainScreen)
        letter = browser.app.screen.query_one(LetterPane)
        assert letter.passage is not None
        assert (letter.passage.start, letter.passage.end) == (hit.start, hit.end)
        assert browser.app.focused is letter
        assert hit.council.split()[0] in browser.text
        assert "▶" in browser.text
        await browser.press("escape")
        assert isinstance(browser.app.screen, WordsScreen)
        assert (typed(browser), pane(browser).hit_list.highlighted_hit) == ("paragraph 12", hit)
        assert pane(browser).hit_list.scroll_offset == place
        assert browser.focused == "hits"
        await browser.press("escape", "escape")
        assert isinstance(browser.app.screen, MainScreen)


async def test_the_eight_searches_to_begin_with_run_on_enter(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "w")
        for query in READY_SEARCHES:
            assert query in browser.text
        assert len(READY_SEARCHES) == 8
        await browser.press("down", "down", "enter")
        assert typed(browser) == READY_SEARCHES[2]
        assert "No letter here has that." in browser.text
        assert browser.focused == "words-box"


async def test_a_search_is_kept_when_the_screen_is_left(library: Path) -> None:
    async with browsing(library) as browser:
        await searching(browser, "paragraph")
        await browser.press("down", "escape", "w")
        assert typed(browser) == "paragraph"
        assert pane(browser).hit_list.place == 2
        await browser.type("zebra")
        assert typed(browser) == "zebra"


async def test_what_is_wrong_is_said_at_once_and_nothing_else_is_listed(library: Path) -> None:
    async with browsing(library) as browser:
        await searching(browser, "summary")
        assert years(browser)
        await browser.type(" year:20x")
        assert '9: year:20x  "20x" is no year' in browser.text
        assert years(browser) == []
        await browser.press("enter", "backspace")
        assert isinstance(browser.app.screen, WordsScreen)
        await browser.type("20 council:xyz")
        assert '19: council:xyz No council with letters here is called "xyz".' in prose(browser)
        await browser.press(*["backspace"] * len(" council:xyz"))
        assert "6 letters of 6 councils" in browser.text


async def test_what_is_no_council_is_searched_for_in_the_letters(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.type("detailed investigations")
        assert "Nothing matches. Enter searches" in prose(browser)
        assert "Enter search letters" in browser.foot
        await browser.press("enter")
        assert typed(browser) == "detailed investigations"
        assert len(years(browser)) == 8
        await browser.press("escape")
        assert browser.app.screen.query_one(CouncilsPane).typed == "detailed investigations"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_name_on_the_command_line_that_is_no_councils_leads_to_the_letters(
    library: Path, size: tuple[int, int]
) -> None:
    async with browsing(library, size, "[/foo] \x1b[31mparagraph") as browser:
        said = prose(browser)
        assert 'called "[/foo] paragraph".' in said
        assert "Enter searches" in said
        await browser.press("enter")
        assert typed(browser) == "[/foo] [31mparagraph"
        assert not browser.controls


@pytest.mark.slow
async def test_a_council_that_is_known_is_not_searched_for_in_letters(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.type("tower hamlets")
        assert "Enter" not in browser.foot
        await browser.press("enter")
        assert isinstance(browser.app.screen, MainScreen)


async def test_enter_takes_what_answers_the_words_typed_and_no_key_is_lost(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape")
        await browser.pilot.press("w", *"council:leeds paragraph", "enter")
        await browser.settle()
        await browser.until(lambda: isinstance(browser.app.screen, MainScreen))
        await browser.settle()
        letter = browser.app.screen.query_one(LetterPane)
        assert letter.passage is not None
        assert letter.passage.text == "paragraph"
        assert "Leeds" in browser.text


async def test_an_answer_nobody_waits_for_is_dropped(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    released, asked, search = Event(), list[str](), Library.search

    def wait(self: Library, words: str, *, limit: int, offset: int, order: HitOrder) -> SearchPage:
        asked.append(words)
        assert released.wait(20)
        return search(self, words, limit=limit, offset=offset, order=order)

    monkeypatch.setattr(Library, "search", wait)
    async with browsing(library) as browser:
        await browser.press("escape", "w")
        await browser.pilot.press(*"paragraph")
        await browser.pilot.press("space", *"year:2019")
        assert "Searching." in browser.text
        assert typed(browser) == "paragraph year:2019"
        released.set()
        await browser.until(lambda: "1 letter of 1 council" in browser.text)
        assert years(browser) == [("Harborough", 2019)]
        assert asked == ["p", "paragraph year:2019"]


async def test_more_letters_come_as_their_reader_goes_on(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_questions, "PAGE", 3)
    async with browsing(library, (80, 12)) as browser:
        await searching(browser, "paragraph")
        await browser.until(lambda: len(years(browser)) > 3)
        await browser.press("tab", *["j"] * 12)
        assert "8 of 8" in browser.text
        everyone = years(browser)
        assert everyone == sorted(everyone, key=lambda one: (one[0], -(one[1] or 0)))
        assert len(set(everyone)) == 8


async def test_the_letter_beside_follows_the_highlight(library: Path) -> None:
    async with browsing(library) as browser:
        await searching(browser, "paragraph 7")
        for _ in range(3):
            await browser.press("down")
            hit = pane(browser).hit_list.highlighted_hit
            passage = browser.app.screen.query_one(LetterPane).passage
            assert hit is not None
            assert passage is not None
            assert (passage.start, passage.end) == (hit.start, hit.end)
        await browser.press("tab", "tab")
        assert browser.focused == "words-letter"
        await browser.resize(*MEDIUM)
        assert browser.focused == "hits"
        assert not browser.shows("LetterPane")


async def test_all_places_are_marked_in_the_letter_beside_and_the_chosen_one_is_reversed(library: Path) -> None:
    async with browsing(library) as browser:
        await searching(browser, "paragraph year:2019")
        letter = browser.app.screen.query_one(LetterPane)
        text = letter.text_to_find_in
        assert letter.marked_places is not None
        words = [text[start:end].casefold() for start, end in letter.marked_places.places]
        assert len(words) > 2
        assert set(words) <= {"paragraph", "paragraphs"}
        width, height = letter.size
        lines = [
            letter.screen.get_style_at(letter.region.x + x, letter.region.y + y)
            for y in range(height)
            for x in range(width)
        ]
        assert sum(style.reverse is True for style in lines) == len("paragraph")
        await browser.press("tab", "tab")
        assert "n next match" in browser.foot
        await browser.press("n")
        assert letter.passage is not None
        first, second = letter.marked_places.places[:2]
        assert letter.place_read == second[0] > first[0]
        await browser.press("N")
        assert letter.place_read == first[0]


async def test_the_marks_go_with_the_letter_and_come_with_the_next_words(library: Path) -> None:
    async with browsing(library) as browser:
        await searching(browser, "paragraph year:2019")
        letter = browser.app.screen.query_one(LetterPane)
        assert letter.marked_places is not None
        await browser.press("tab", "slash")
        await browser.type("summary")
        assert letter.marked_places.words == "summary"
        await browser.press("tab", "slash")
        await browser.type("zebra")
        assert letter.marked_places is None


@pytest.mark.parametrize("size", [MEDIUM, *slow(WIDE)], ids=str)
async def test_in_the_letter_opened_every_match_is_marked_too_until_another_is_shown(
    library: Path, size: tuple[int, int]
) -> None:
    async with browsing(library, size) as browser:
        await searching(browser, "paragraph council:harborough year:2020")
        await browser.press("enter")
        letter = browser.app.screen.query_one(LetterPane)
        assert letter.marked_places is not None
        places = letter.marked_places.places
        assert len(places) > 2
        assert "n next match" in browser.foot
        at = [start for start, _ in places].index(letter.place_read)
        await browser.press("n")
        assert letter.place_read == places[at + 1][0]
        await browser.press("left_square_bracket")
        assert letter.marked_places is None
        assert "n next match" not in browser.foot


async def test_the_best_match_is_listed_first_on_request_and_the_choice_is_kept(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "wigan.txt"
    said = "Remedy, remedy and remedy again."
    path.write_text(letter_text("Wigan Metropolitan Borough Council", 2020, 64, 66, 47, 73) + f"\n{said}\n" * 5)
    assert import_paths(library, [path]).added == 1
    async with browsing(library) as browser:
        await browser.press("escape", "w", "tab", "s")
        assert "There are no letters to sort" in browser.notices
        await browser.press("slash")
        await browser.type("remedy")
        by_council = years(browser)
        assert by_council[-1] == ("Wigan", 2020)
        await browser.press("tab")
        assert "best first" in browser.foot
        await browser.press("s")
        assert years(browser)[0] == ("Wigan", 2020)
        assert sorted(years(browser)) == sorted(by_council)
        assert "best match first" in browser.text
        assert "by council" in browser.foot
        await browser.press("slash")
        await browser.type("summary")
        assert "best match first" in browser.text
        await browser.press("tab", "s")
        assert "best match first" not in browser.text


async def test_where_none_can_be_told_to_match_best_the_screen_says_so(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fulltext, "_MOST_RANKED", 2)
    async with browsing(library, MEDIUM) as browser:
        await searching(browser, "paragraph")
        before = years(browser)
        await browser.press("tab", "s")
        assert years(browser) == before
        assert "by council: none of them can be told to match best" in prose(browser)


async def test_letters_of_hostile_words_are_shown_as_they_are(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "[bold]x.txt"
    path.write_text(letter_text("Nowhere [/foo] Council", 2020, 50, 45, 1, 2) + "\nzebra [/b] [@click=app.bell]x[/]")
    assert import_paths(library, [path]).added == 1
    async with browsing(library) as browser:
        await searching(browser, "zebra [/b")
        assert "zebra [/b] [@click=app.bell]x[/]" in prose(browser)
        assert "Nowhere [/foo] Council" in browser.text
        assert not browser.controls


async def test_a_library_that_cannot_be_read_says_why(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "w")
        for each in library.parent.glob("library.db*"):
            each.unlink()
        library.write_bytes(b"no library at all, but a text of somebody's")
        await browser.type("apology")
        assert "not a library of upheld" in prose(browser)
        assert years(browser) == []


async def test_what_another_program_brings_in_is_found_and_the_highlight_stays(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "essex.txt"
    path.write_text(letter_text("Essex County Council", 2020, 64, 66, 47, 73), encoding="utf-8")
    async with browsing(library) as browser:
        await searching(browser, "paragraph")
        await browser.press("down", "down", "down")
        before = pane(browser).hit_list.highlighted_hit
        assert before is not None
        assert before.council == "Kent County Council"
        assert import_paths(library, [path]).added == 1
        await browser.until(lambda: "9 letters of 7 councils" in browser.text)
        now = pane(browser).hit_list.highlighted_hit
        assert now is not None
        assert now.letter_id == before.letter_id
        assert typed(browser) == "paragraph"


async def test_a_letter_taken_out_meanwhile_is_told(library: Path) -> None:
    async with browsing(library) as browser:
        await searching(browser, "paragraph year:2019")
        hit = pane(browser).hit_list.highlighted_hit
        assert hit is not None
        with Library.open(library) as other:
            other.remove_files([other.letter(hit.letter_id).source.sha256])
        await browser.pilot.press("enter")
        await browser.until(lambda: "That letter is no longer in the library." in browser.notices)
