import base64
import sys
from pathlib import Path
from threading import Event

import pytest

from tests.tui.driving import MEDIUM, SIZES, WIDE, Browser, browsing
from tui import clipboard, original_copies
from tui.original_copies import NO_DESKTOP
from tui.panes.statistics import StatisticsPane
from tui.screens import key_line


@pytest.fixture(autouse=True)
def given(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system's own tool for the clipboard is given."""
    texts: list[str] = []
    monkeypatch.setattr(clipboard, "copy_with_tool", lambda text, tool: texts.append(text))
    return texts


async def copying(browser: Browser, *keys: str) -> str:
    """What is on the clipboard after these keys."""
    await browser.press(*keys)
    return browser.app.clipboard


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_highlighted_figure_is_copied_as_a_sentence_and_that_is_said(
    library: Path, size: tuple[int, int], given: list[str]
) -> None:
    async with browsing(library, size, "oadby") as browser:
        text = await copying(browser, "y")
        assert text.startswith("Oadby & Wigston Borough Council, year to 31 March 2020: 3 of 5 (60%)")
        assert "average of similar councils 45%" in text
        assert "oadby-&-wigston-borough-council-2020.txt" in text
        assert given == [text]
        assert browser.foot.strip().startswith("Sent to the terminal's clipboard: Upheld, 2020 (")


async def test_a_year_is_copied_with_its_figures_and_the_years_as_a_table(library: Path) -> None:
    async with browsing(library, WIDE, "harborough") as browser:
        text = await copying(browser, "j", "j", "y")
        assert text.startswith("Harborough District Council, ")
        table = await copying(browser, "Y")
        assert [line.split("\t")[1] for line in table.split("\n")] == ["Year", "2021", "2020", "2019"]


async def test_the_passage_gone_to_is_copied_with_its_citation(library: Path) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        text = await copying(browser, "enter", "y")
        assert text.startswith("\u201c60% of complaints we investigated were upheld.\u201d (Source: the Ombudsman's")


async def test_without_a_place_gone_to_the_paragraph_at_the_top_is_copied(library: Path) -> None:
    async with browsing(library, MEDIUM, "oadby") as browser:
        text = await copying(browser, "tab", "g", "down", "down", "y")
        assert text.startswith("\u201c")
        assert "(Source: " in text


async def test_of_a_word_that_was_found_the_paragraph_around_it_is_copied(library: Path) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("tab", "slash")
        await browser.type("graph 7")
        text = await copying(browser, "enter", "y")
        assert text.startswith("\u201cThis is paragraph 7 of what was said to Oadby & Wigston Borough Council.\u201d (")


async def test_what_the_mouse_has_selected_goes_before_what_is_highlighted(library: Path) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        pane = browser.app.screen.query_one(StatisticsPane)
        highlighted = pane.highlighted
        await browser.pilot.mouse_down(pane, offset=(2, 1))
        await browser.pilot.hover(pane, offset=(30, 3))
        await browser.pilot.mouse_up(pane, offset=(30, 3))
        await browser.settle()
        text = await copying(browser, "y")
        assert len(text.split("\n")) == 3
        assert all(line.strip() in browser.text for line in text.split("\n"))
        assert pane.highlighted == highlighted
        assert browser.focused == "statistics"
        assert "what is selected" in browser.foot


async def test_the_terminal_is_asked_in_base64_alone(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        written: list[str] = []
        driver = browser.app._driver
        assert driver is not None
        monkeypatch.setattr(driver, "write", written.append)
        await browser.press("y")
        (asked,) = [each for each in written if "]52;" in each]
        body = asked.removeprefix("\x1b]52;c;").removesuffix("\x07")
        assert base64.b64decode(body, validate=True).decode() == browser.app.clipboard


async def test_nothing_can_be_copied_without_a_letter(empty_library: Path) -> None:
    async with browsing(empty_library) as browser:
        await browser.press("escape", "y", "Y", "o")
        assert browser.app.clipboard == ""


async def test_the_original_is_opened_as_a_copy_that_goes_with_the_browser(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    body = f"import sys; open({str(seen)!r}, 'w').write(sys.argv[1])"
    monkeypatch.setattr(original_copies, "find_opener", lambda: (sys.executable, "-c", body))
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("o")
        assert "Opened: oadby-_-wigston-borough-council-2020.txt" in browser.foot
        copy = Path(seen.read_text(encoding="utf-8"))
        assert "Oadby & Wigston" in copy.read_text(encoding="utf-8")
    assert not copy.exists()


async def test_without_a_desktop_that_is_said(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("o")
        if sys.platform == "linux":
            assert NO_DESKTOP in browser.notices


async def test_the_keys_come_back_after_what_was_said(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_line, "_TOLD_SECONDS", 0.5)
    async with browsing(library, WIDE, "oadby") as browser:
        keys = browser.foot
        await browser.pilot.press("y")
        await browser.until(lambda: "Sent to" in browser.foot)
        await browser.until(lambda: browser.foot == keys)


async def test_that_it_is_copied_is_said_once_a_tool_of_the_system_has_taken_it(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "copy_with_tool", lambda _text, _tool: True)
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("y")
        assert browser.foot.strip().startswith("Copied: Upheld, 2020 (")
        await browser.press("B", "y")
        assert "Copied: the briefing" in browser.notices


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["j", "tab", "left_square_bracket"])
async def test_what_was_said_gives_way_to_the_keys_with_the_next_key(
    library: Path, size: tuple[int, int], key: str
) -> None:
    async with browsing(library, size, "harborough") as browser:
        await browser.press("y")
        assert "Sent to" in browser.foot
        await browser.press(key)
        assert "? help" in browser.foot


async def test_a_tool_that_takes_its_time_says_nothing_to_a_reader_who_has_gone_on(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_to_go_on, has_taken_it = Event(), Event()

    def take(_text: str, _tool: object) -> bool:
        is_to_go_on.wait(10)
        has_taken_it.set()
        return True

    monkeypatch.setattr(clipboard, "copy_with_tool", take)
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.pilot.press("y", "j")
        assert "? help" in browser.foot
        is_to_go_on.set()
        await browser.settle()
        assert has_taken_it.is_set()
        assert "? help" in browser.foot
