"""Keys that a person gives the commands in the file of settings."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.driving import browsing
from tui.app import DARK
from tui.keymap import COMMANDS, Command
from tui.keymap_model import use_keys
from tui.keymap_remap import read_keymap

OLDER, NEWER = "left_square_bracket", "right_square_bracket"


@pytest.fixture(autouse=True)
def _forget_keys() -> Iterator[None]:
    """No key of a test here is a key of the next."""
    yield
    use_keys({})


def write(library: Path, **settings: object) -> None:
    (library.parent / "settings.json").write_text(json.dumps(settings), encoding="utf-8")


async def test_a_command_works_by_its_new_key_and_no_longer_by_its_old_one(library: Path) -> None:
    write(library, keymap={"older": ["h", "f9"], "newer": "+", "help": "f1"})
    async with browsing(library, council="harborough") as browser:
        assert browser.notices == ""
        assert "h older" in browser.foot
        await browser.press("[")
        assert "Harborough, 2021" in browser.text
        await browser.press("h", "f9")
        assert "Harborough, 2019" in browser.text
        await browser.press("+")
        assert "Harborough, 2020" in browser.text
        assert "+ newer" in browser.foot
        await browser.press("f1")
        assert "h F9" in browser.text


@pytest.mark.slow
async def test_two_commands_can_change_their_keys(library: Path) -> None:
    write(library, keymap={"older": "]", "newer": "["})
    async with browsing(library, council="harborough") as browser:
        assert browser.notices == ""
        await browser.press("]")
        assert "Harborough, 2020" in browser.text
        await browser.press("[")
        assert "Harborough, 2021" in browser.text


@pytest.mark.slow
async def test_what_is_wrong_in_the_settings_is_said_and_all_else_holds(library: Path) -> None:
    write(library, theme="textual-drak", animation="fast", keymap={"oldr": "h", "quit": "u"})
    async with browsing(library) as browser:
        assert browser.app.theme == DARK
        for sentence in (
            "settings.json: “animation” takes one of none, basic, full.",
            "There is no theme “textual-drak” (did you mean “textual-dark”?).",
            "Not taken either: 2 more.",
        ):
            assert sentence in browser.notices
        await browser.press("escape", "q")
        assert browser.app.return_code == 0


@pytest.mark.slow
async def test_what_may_move_is_as_it_was_set(library: Path) -> None:
    write(library, animation="none")
    async with browsing(library) as browser:
        assert browser.app.animation_level == "none"


@pytest.mark.parametrize(
    ("wanted", "keys", "complaint"),
    [
        ({"older": "("}, {"older": ("left_parenthesis",)}, None),
        ({"older": ","}, {"older": ("comma",)}, None),
        ({"older": ["ctrl+b", "F", "F"]}, {"older": ("ctrl+b", "F")}, None),
        ({"older": "ctrl+i"}, {}, "“older” keeps [: Tab is the key of"),
        ({"older": "pagedwn"}, {}, "“older” keeps [: “pagedwn” is no key (did you mean “pagedown”?)."),
        ({"older": []}, {}, "“older” keeps [: it has no key."),
        ({"older": 3}, {}, "“older” keeps [: “3” is no key"),
        ({"older": "]"}, {}, "“older” keeps [: ] is the key of “newer” in the same place."),
        ({"older": "]", "newer": "["}, {"older": (NEWER,), "newer": (OLDER,)}, None),
        ({"older": "]", "newer": "]"}, {}, "] is the key of"),
        ({"older": "j"}, {}, "“older” keeps [: j is the key of “letter_down” in the same place."),
        ({"older": "d"}, {"older": ("d",)}, None),
        ({"zzz": "x"}, {}, "There is no command “zzz”."),
        (["older"], {}, "“keymap” takes an object"),
    ],
)
def test_a_key_is_taken_where_nothing_else_has_it(
    wanted: object, keys: dict[str, tuple[str, ...]], complaint: str | None
) -> None:
    remapping = read_keymap(wanted, COMMANDS)
    assert remapping.keys == keys
    assert bool(remapping.complaints) is (complaint is not None)
    if complaint:
        assert complaint in remapping.complaints[0]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_have_another_key_and_its_own(command: Command) -> None:
    for given_keys in (["f12"], list(command.keys)):
        remapping = read_keymap({command.id: given_keys}, COMMANDS)
        assert (remapping.keys, remapping.complaints) == ({command.id: tuple(given_keys)}, ())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=5,
)


@given(
    st.dictionaries(
        st.sampled_from([command.id for command in COMMANDS]) | st.text(),
        json_values | st.sampled_from(["q", "u", "[", "enter", "ctrl+q"]),
        max_size=6,
    )
    | json_values
)
def test_whatever_is_written_no_two_commands_of_a_place_come_to_share_a_key(wanted: object) -> None:
    remapping = read_keymap(wanted, COMMANDS)
    for command in COMMANDS:
        for other in COMMANDS:
            if command.id in remapping.keys and command.group == other.group and command is not other:
                assert not {*remapping.keys[command.id]} & {*remapping.keys.get(other.id, other.keys)}
