from pathlib import Path

import pytest

from db.figures.cases import FEW_CASES
from db.figures.significance import ENOUGH_CASES
from tests.tui.driving import NARROW, SIZES, WIDE, browsing
from tui.keymap import COMMANDS, Group
from tui.screens.help import NOTHING_FOUND, HelpScreen, build_help_text, count_found
from tui.screens.main import MainScreen


@pytest.mark.parametrize("width", [33, 56, 90])
def test_the_help_has_every_command_within_the_width(width: int) -> None:
    text = build_help_text(width)
    assert max(len(line.rstrip()) for line in text.plain.split("\n")) <= width
    words = " ".join(text.plain.split())
    assert all(" ".join(command.sentence.split()) in words for command in COMMANDS)


@pytest.mark.slow
@pytest.mark.parametrize("key", ["question_mark", "f1"])
@pytest.mark.parametrize("close", ["escape", "q", "question_mark", "f1"])
async def test_help_opens_and_closes(library: Path, key: str, close: str) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", key)
        assert isinstance(browser.app.screen, HelpScreen)
        await browser.press(close)
        assert isinstance(browser.app.screen, MainScreen)
        assert browser.app.is_running


@pytest.mark.slow
async def test_help_opens_from_the_find_box_too(library: Path) -> None:
    async with browsing(library) as browser:
        assert browser.focused == "find"
        await browser.press("f1")
        assert isinstance(browser.app.screen, HelpScreen)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("keys", "group"),
    [
        ((), Group.FIND),
        (("escape",), Group.COUNCILS),
        ((*"kent", "enter"), Group.STATISTICS),
        ((*"kent", "enter", "enter"), Group.LETTER),
    ],
)
async def test_help_opens_at_the_keys_of_where_its_reader_was(
    library: Path, size: tuple[int, int], keys: tuple[str, ...], group: Group
) -> None:
    async with browsing(library, size) as browser:
        await browser.press(*keys, "f1")
        assert f"│  {group} " in browser.text.split("\n")[2]


def test_the_marks_come_last() -> None:
    text = build_help_text(90, [Group.LETTER]).plain
    assert text.startswith(Group.LETTER)
    assert text.index("What the marks mean") > max(text.index(f"\n{group}\n") for group in Group if group != "Letter")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_typing_after_a_slash_leaves_the_lines_that_have_the_words(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size) as browser:
        await browser.press("f1", "slash")
        await browser.type("undo hand")
        assert "Undo what was set by hand" in browser.text
        assert f"{count_found('undo hand')} found" in browser.text
        assert count_found("undo hand") < 10
        assert "Scroll down" not in browser.text
        await browser.press("enter", "j")
        assert isinstance(browser.app.screen, HelpScreen)
        await browser.press("slash", "escape")
        assert isinstance(browser.app.screen, HelpScreen)
        assert build_help_text(90).plain.split("\n")[1].split()[0] in browser.text
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)


def test_the_words_may_stand_in_any_order_and_in_the_heading() -> None:
    assert "Scroll down a page." in build_help_text(90, words="PAGE letter").plain
    assert build_help_text(90, words="no such thing at all").plain == NOTHING_FOUND


async def test_q_is_a_letter_while_words_are_typed(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("f1", "slash")
        await browser.type("quit")
        assert "Leave upheld." in browser.text


@pytest.mark.parametrize("mark", ["94/114", "-", "*", "▶", "\u203a", "…", "█ ·", "▒", "▲ ▼", "!"])
def test_every_mark_is_explained(mark: str) -> None:
    assert [line for line in build_help_text(90).plain.split("\n") if line.startswith(f"{mark} ")]


def test_help_says_what_no_clear_difference_and_a_refusal_or_delay_are() -> None:
    text = " ".join(build_help_text(90).plain.split())
    assert f"too few to tell (under {ENOUGH_CASES}), or there is no clear difference" in text
    assert f"so few cases are counted (under {FEW_CASES})" in text
    assert "Refusal or delay of a remark: the council refused" in text


@pytest.mark.slow
async def test_help_over_another_screen_begins_with_its_keys(doubtful: Path) -> None:
    async with browsing(doubtful) as browser:
        await browser.press("escape", "exclamation_mark", "f1")
        assert f"│  {Group.REVIEW_LIST} " in browser.text.split("\n")[2]


@pytest.mark.slow
async def test_the_layout_fits_after_the_terminal_was_resized_behind_the_help(library: Path) -> None:
    async with browsing(library, WIDE) as browser:
        await browser.press("f1")
        await browser.resize(*NARROW)
        await browser.press("escape")
        shown = [pane for pane in ("#councils", "#statistics", "#letter") if browser.shows(pane)]
        assert shown == ["#councils"]
        assert browser.app.screen.has_class("-narrow")
