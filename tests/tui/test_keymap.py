from pathlib import Path

import pytest

from db.figures.significance import CHANCE_LIMIT, ENOUGH_CASES
from tests.marks import slow
from tests.tui.driving import MEDIUM, NARROW, WIDE, browsing
from tui.keymap import (
    COMMANDS,
    Command,
    Group,
    build_key_table,
    find_command,
    list_commands,
    make_bindings,
)
from tui.keymap_foot import MOST_KEYS, rank_at_foot
from tui.keymap_remap import list_ids
from tui.screens.key_line import draw_keys, fit_keys
from tui.screens.layout import PANE_NAMES

README = Path(__file__).parents[2] / "README.md"


def test_every_command_has_an_id_of_its_own() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))


def test_no_key_does_two_things_in_one_place() -> None:
    for group in Group:
        keys = [key for command in list_commands(group) for key in command.keys]
        assert len(keys) == len(set(keys)), group


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_told_in_a_sentence(command: Command) -> None:
    assert command.sentence[0].isupper()
    assert command.sentence.endswith(".")


@pytest.mark.parametrize("group", Group)
def test_every_binding_leads_back_to_its_command(group: Group) -> None:
    for binding in make_bindings(group):
        command = find_command(binding)
        assert command is not None
        assert binding.key in command.keys
        assert binding.tooltip == command.sentence


def test_keys_are_written_as_they_stand_on_a_keyboard() -> None:
    shown = [key for command in COMMANDS for key in command.shown_keys]
    assert not [key for key in shown if "_" in key or "+" in key.replace("Shift+Tab", "")[1:]]


def test_the_table_of_keys_has_every_command() -> None:
    table = build_key_table()
    assert table.count("\n") == len(COMMANDS) + 1
    assert all(command.sentence in table for command in COMMANDS)


@pytest.mark.skipif(not README.exists(), reason="there is no README beside the tests")
def test_the_readme_has_this_table_of_keys() -> None:
    text = README.read_text(encoding="utf-8")
    shown = text.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0].strip()
    assert shown == build_key_table()


@pytest.mark.skipif(not README.exists(), reason="there is no README beside the tests")
def test_the_readme_has_the_ids_by_which_keys_are_set() -> None:
    text = README.read_text(encoding="utf-8")
    assert text.partition("<!-- ids -->")[2].partition("<!-- /ids -->")[0].strip() == list_ids(COMMANDS)


@pytest.mark.skipif(not README.exists(), reason="there is no README beside the tests")
def test_the_readme_has_the_limits_that_hold() -> None:
    text = " ".join(README.read_text(encoding="utf-8").split())
    assert f"(exact binomial test, {CHANCE_LIMIT * 100}%)" in text
    assert f"from {ENOUGH_CASES} cases on, no clear difference" in text


@pytest.mark.parametrize("group", Group)
def test_what_works_everywhere_is_farthest_from_its_reader(group: Group) -> None:
    assert (group.distance == Group.EVERYWHERE.distance) is (group is Group.EVERYWHERE)
    assert 0 <= group.distance <= Group.EVERYWHERE.distance


CONTEXTS = {
    "list": (),
    "find box": ("slash", "h"),
    "statistics": ("enter",),
    "letter": ("enter", "enter"),
    "import": ("i",),
    "tree": ("i", "tab"),
    "needs look": ("exclamation_mark",),
    "its letter": ("exclamation_mark", "enter"),
}


@pytest.mark.parametrize("size", [*slow(NARROW, MEDIUM), WIDE, *slow((40, 12))], ids=str)
@pytest.mark.parametrize("context", [*list(CONTEXTS)[:1], *slow(*list(CONTEXTS)[1:])])
async def test_no_key_at_the_foot_is_cut(library: Path, size: tuple[int, int], context: str) -> None:
    async with browsing(library, size, "harborough") as browser:
        await browser.press("escape", *CONTEXTS[context])
        names = {f"{key} {command.name}" for command in COMMANDS for key in command.shown_keys}
        names |= {f"Tab {name}" for name in PANE_NAMES.values()}
        names |= {"Enter open folder", "Enter close folder", "i import folder", "Tab tree"}
        shown = [part.strip() for part in browser.foot.strip().split("  ") if part.strip()]
        assert shown
        assert set(shown) <= names, shown
        assert shown[-1] in ("? help", "F1 help")


SHOWN = {
    "find box": "Enter open  ↓ list  Tab figures  Esc back  ^q quit  ? help",
    "list": "Enter open  / find  a all councils  w words  c compare  i import  ? help",
    "statistics": "Enter quote  Tab letter  [ older  ] newer  y copy  m meaning  ? help",
    "letter": "n next mark  / find  Esc back  y copy  l own words  m meaning  ? help",
    "words": "Enter search  ↓ list  Esc back  ^q quit  F1 help",
}
"""What stands at the foot of 80 columns, of a council whose years lie on both sides of the one shown."""


@pytest.mark.parametrize("pane", SHOWN)
async def test_at_most_seven_keys_stand_at_the_foot_the_most_useful_first(library: Path, pane: str) -> None:
    keys = {"find box": ("escape", "slash"), "list": ("escape",), "letter": ("tab",), "words": ("w",)}
    async with browsing(library, MEDIUM, "harborough") as browser:
        await browser.press("left_square_bracket", *keys.get(pane, ()))
        assert browser.foot.strip() == SHOWN[pane]


@pytest.mark.parametrize("context", CONTEXTS)
async def test_no_more_than_seven_keys_stand_at_the_foot_however_wide_it_is(library: Path, context: str) -> None:
    async with browsing(library, (200, 50), "harborough") as browser:
        await browser.press("escape", *CONTEXTS[context])
        shown = [part for part in browser.foot.split("  ") if part.strip()]
        assert len(shown) <= MOST_KEYS
        assert shown[-1].strip() in ("? help", "F1 help")


async def test_what_is_left_out_at_the_foot_is_found_under_the_help(library: Path) -> None:
    async with browsing(library, WIDE, "harborough") as browser:
        assert "e save" not in browser.foot
        await browser.press("question_mark", "slash", *"save")
        assert "Export what is shown to a file" in " ".join(browser.text.replace("│", " ").split())


def test_the_order_at_the_foot_names_commands_that_may_stand_there() -> None:
    in_other_places = {"compare", "year_compare"}
    for pane in Group:
        first = {command.id for command in COMMANDS if rank_at_foot(command, pane)[0] == 0}
        assert not {command.id for command in COMMANDS if command.id in first and not command.footer} - in_other_places


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, MEDIUM], ids=str)
async def test_the_way_to_the_letter_and_to_the_other_years_is_told_in_a_small_terminal(
    library: Path, size: tuple[int, int]
) -> None:
    async with browsing(library, size, "harborough") as browser:
        shown = []
        for _ in range(3):
            shown.append([part for part in ("Enter quote", "Tab letter", "[ older", "] newer") if part in browser.foot])
            await browser.press("left_square_bracket")
        assert shown == [
            ["Enter quote", "Tab letter", "[ older"],
            ["Enter quote", "Tab letter", "[ older", "] newer"],
            ["Enter quote", "Tab letter", "] newer"],
        ]
        await browser.press("tab")
        assert "n next mark" in browser.foot
        assert "Esc back" in browser.foot


@pytest.mark.slow
async def test_what_enter_does_in_the_figures_is_told_row_by_row(library: Path) -> None:
    async with browsing(library, WIDE, "harborough") as browser:
        shown = []
        for key in ("j", "j", "j", "j"):
            shown.append(browser.foot.split("  ")[0].strip())
            await browser.press(key)
        assert shown == ["Enter quote", "Enter letter", "Enter open", "Enter open"]


@pytest.mark.slow
def test_of_what_does_not_fit_the_help_is_left_out_last() -> None:
    every = [*make_bindings(Group.MAIN), *make_bindings(Group.EVERYWHERE)]
    for width in range(200):
        kept = fit_keys(every, width)
        assert draw_keys(kept).cell_length <= width or not kept
        assert len(kept) <= MOST_KEYS
        assert not kept or kept[-1].id == "help"
