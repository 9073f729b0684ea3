"""Taking a file with its letters out of the library, and putting it back."""

import shutil
from pathlib import Path

import pytest

from db.importer import import_paths
from db.library import Library
from tests.tui.asked import SAMPLES
from tests.tui.bringing_in import letters_in
from tests.tui.conftest import COUNCILS
from tests.tui.driving import Browser, browsing
from tests.tui.screens.reviewing import listed, set_to
from tui.panes.council_list import CouncilList
from tui.screens.confirm import QuestionScreen
from tui.screens.main import MainScreen


async def take_out(browser: Browser, answer: int = 1) -> None:
    """Ask to take out the letter shown, and give that answer of the list."""
    await browser.press("x")
    assert isinstance(browser.app.screen, QuestionScreen)
    await browser.press(*["down"] * answer, "enter")
    assert isinstance(browser.app.screen, MainScreen)


async def test_a_letter_is_taken_out_put_back_and_taken_out_again(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        assert "2021" in browser.text
        await take_out(browser)
        assert letters_in(library) == len(COUNCILS) - 1
        assert "“harborough-district-council-2021.txt” taken out." in browser.notices
        assert "Your own files are untouched. u undoes it." in browser.notices
        assert "Harborough" in browser.text
        assert browser.focused == "statistics"
        await browser.press("u")
        assert letters_in(library) == len(COUNCILS)
        assert "put back. U does it again." in browser.notices
        await browser.press("U")
        assert letters_in(library) == len(COUNCILS) - 1
        await browser.press("u")
        assert letters_in(library) == len(COUNCILS)


@pytest.mark.slow
@pytest.mark.parametrize("keys", [("enter",), ("escape",)])
async def test_the_answer_at_hand_changes_nothing(library: Path, keys: tuple[str, ...]) -> None:
    async with browsing(library, council="harborough") as browser:
        await browser.press("x")
        assert "“harborough-district-council-2021.txt”" in " ".join(browser.text.split())
        await browser.press(*keys)
        assert isinstance(browser.app.screen, MainScreen)
        await browser.press("u")
    assert letters_in(library) == len(COUNCILS)


@pytest.mark.slow
async def test_what_was_set_by_hand_before_comes_back_with_its_letter_and_can_still_be_undone(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await set_to(browser, "kent", "2019")
        await take_out(browser)
        with Library.open(library) as here:
            assert "Kent County Council" not in [entry.council.name for entry in here.councils()]
        await browser.press("u")
        with Library.open(library) as here:
            (kent,) = [entry for entry in here.councils() if entry.council.name == "Kent County Council"]
            (letter,) = here.letters_of(kent.id)
        assert (letter.letter.year, letter.corrected_parts) == (2019, ("council", "year"))
        await browser.press("u")
        with Library.open(library) as here:
            assert here.letter(letter.id).letter.year == 2020


@pytest.mark.slow
async def test_the_last_letter_can_be_taken_out_and_put_back(empty_library: Path, letter_folder: Path) -> None:
    assert import_paths(empty_library, [letter_folder / "kent-county-council-2020.txt"]).added == 1
    async with browsing(empty_library, council="kent") as browser:
        await take_out(browser)
        assert letters_in(empty_library) == 0
        assert isinstance(browser.app.screen, MainScreen)
        await browser.press("x")
        assert isinstance(browser.app.screen, MainScreen)
        await browser.press("u")
        assert letters_in(empty_library) == 1
        assert "64%" in browser.text
        await browser.press("U")
        assert letters_in(empty_library) == 0


@pytest.mark.slow
async def test_the_samples_can_be_taken_out_on_any_later_day(library: Path, tmp_path: Path) -> None:
    samples = len(list(SAMPLES.glob("*.txt")))
    assert import_paths(library, [SAMPLES]).added == samples
    async with browsing(library, council="sheffield") as browser:
        await take_out(browser, 2)
        assert f"{samples} sample letters taken out." in browser.notices
        assert letters_in(library) == len(COUNCILS)
        await browser.press("u")
        assert letters_in(library) == len(COUNCILS) + samples
        await browser.press("U")
    assert letters_in(library) == len(COUNCILS)
    assert len(list(SAMPLES.glob("*.txt"))) == samples


@pytest.mark.slow
async def test_a_file_that_another_program_took_out_meanwhile_is_said_to_be_gone(library: Path) -> None:
    async with browsing(library, council="leeds") as browser:
        council_list = browser.app.screen.query_one(CouncilList)
        councils = council_list.line_count
        await browser.press("x")
        with Library.open(library) as here:
            (leeds,) = [entry for entry in here.councils() if entry.council.name == "Leeds City Council"]
            here.remove_files([each.source.sha256 for each in here.letters_of(leeds.id)])
        await browser.press("down", "enter")
        await browser.until(lambda: "no longer in the library" in browser.notices)
        await browser.until(lambda: council_list.line_count == councils - 1)  # as the next look has it
        assert isinstance(browser.app.screen, MainScreen)


@pytest.mark.slow
async def test_what_was_taken_out_is_put_back_from_the_list_of_what_needs_a_look(doubtful: Path) -> None:
    async with browsing(doubtful, council="blaby") as browser:
        await take_out(browser)
        await browser.press("exclamation_mark")
        assert listed(browser) == [">a.txt"]
        await browser.press("u")
        assert listed(browser) == ["a.txt", ">b.txt"]
        await browser.press("U")
        assert listed(browser) == [">a.txt"]


@pytest.mark.slow
async def test_the_users_own_file_stays_where_it_is(library: Path, letter_folder: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(letter_folder, tmp_path / "own"))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in own.iterdir()}
    async with browsing(library, council="leeds") as browser:
        await take_out(browser)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in own.iterdir()} == before
