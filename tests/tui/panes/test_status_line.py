"""A sentence that changes often, for which the screen is laid out only where that is needed."""

import pytest
from textual.app import App, ComposeResult

from tui.panes.status_line import StatusLine

WIDTH = 20


class Host(App[None]):
    """A sentence in little room."""

    CSS = "StatusLine { height: auto; }"

    def compose(self) -> ComposeResult:
        yield StatusLine()


@pytest.mark.parametrize(
    ("before", "after", "is_laid_out"),
    [
        ("10 of 99 files. Esc stops.", "11 of 99 files. Esc stops.", False),
        ("10 of 99 files. Esc stops.", "9 of 99 files. Esc stops.", True),
        ("a bb ccc", "ccc bb a", True),
        ("a short one", "a sentence that takes three lines of these", True),
        ("", "words", True),
        ("\u6f22 x", "ab x", False),
        ("a" * 30, "\u6f22" * 15, True),
    ],
)
async def test_the_screen_is_laid_out_for_words_that_need_other_room(
    before: str, after: str, is_laid_out: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Host()
    async with app.run_test(size=(WIDTH, 8)) as pilot:
        line = app.query_one(StatusLine)
        line.show(before)
        await pilot.pause()
        laid_out = list[bool]()
        whole = StatusLine.refresh

        def note(*args: object, **options: object) -> object:
            laid_out.append(bool(options.get("layout")))
            return whole(*args, **options)  # type: ignore[arg-type, type-var]

        monkeypatch.setattr(StatusLine, "refresh", note)
        line.show(after)
        await pilot.pause()
        assert any(laid_out) is is_laid_out
        shown = " ".join(line.render_line(y).text.strip() for y in range(line.size.height))
        assert shown.replace(" ", "") == after.replace(" ", "")
