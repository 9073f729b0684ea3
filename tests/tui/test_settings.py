import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.keymap import COMMANDS
from tui.keymap_remap import read_keymap
from tui.settings import Settings, change, load


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "settings.json"


NO_SETTINGS = ["", "[]", "{", '"theme"', "null", "\x00", pytest.param("[" * 100_000, id="100,000 brackets")]


@pytest.mark.parametrize("content", [*NO_SETTINGS, '{"theme": 3}'])
def test_settings_that_are_none_are_the_defaults(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content, encoding="utf-8")
    settings = load(file)
    assert settings._replace(complaints=()) == Settings()
    assert all(complaint.endswith(".") for complaint in settings.complaints)
    assert settings.complaints


def test_a_file_that_cannot_be_read_gives_the_defaults(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "none.json", Path("~nobody-of-this-name/settings.json")):
        assert load(file) == Settings()


def test_settings_are_written_whole_and_leave_nothing_else(file: Path) -> None:
    change(file, theme="light")
    change(file, theme="dark")
    assert load(file) == Settings(theme="dark")
    assert list(file.parent.iterdir()) == [file]


def test_what_else_stands_in_the_file_outlives_a_change(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    others = {"keys": {"quit": "x"}, "recent": ["K&C", "é"], "width": 3.5, "": None}
    file.write_text(json.dumps({"theme": "dark", **others}), encoding="utf-8")
    change(file, theme="light")
    assert json.loads(file.read_text(encoding="utf-8")) == {"theme": "light", **others}


@pytest.mark.parametrize("content", NO_SETTINGS)
def test_a_file_that_nobody_can_read_anything_in_is_replaced(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content, encoding="utf-8")
    change(file, theme="light")
    assert json.loads(file.read_text(encoding="utf-8")) == {"theme": "light"}
    before = tmp_path / "settings.json.old"
    assert (before.read_text(encoding="utf-8") if before.exists() else "") == content


def test_what_is_written_by_hand_is_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    written = {"theme": "nord", "animation": "basic", "sort": "gap", "keymap": {"older": "h"}}
    file.write_text(json.dumps(written), encoding="utf-8")
    assert load(file) == Settings(theme="nord", animation="basic", sort="gap", keymap={"older": "h"})
    change(file, theme="light")
    assert load(file) == Settings(theme="light", animation="basic", sort="gap", keymap={"older": "h"})
    assert file.read_text(encoding="utf-8").count("\n") > 3, "a person goes on writing in it"


def test_where_a_mistake_is_in_the_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{\n"theme": "nord",\n}', encoding="utf-8")
    assert "from line" in load(file).complaints[0]


def test_what_cannot_be_kept_says_so_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OSError, match="no home folder"):
        change(Path("~nobody-of-this-name/settings.json"), theme="light")
    file = tmp_path / "settings.json"
    change(file, theme="dark")

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.settings.os.fdopen", full)
    with pytest.raises(OSError, match="No space"):
        change(file, theme="light")
    assert load(file) == Settings(theme="dark")
    assert list(tmp_path.iterdir()) == [file]


def test_settings_that_may_not_be_read_are_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"keys": {}}', encoding="utf-8")

    def forbidden(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", forbidden)
        with pytest.raises(PermissionError):
            change(file, theme="light")
    assert file.read_text(encoding="utf-8") == '{"keys": {}}'


def test_what_may_be_sorted_by_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"sort": "size"}', encoding="utf-8")
    assert load(file) == Settings(complaints=("“sort” takes one of name, rate, gap, cases, remarks.",))


@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.text() | st.sampled_from(["theme", "animation", "sort", "keymap"]), inner)
        ),
    ).map(lambda content: json.dumps(content).encode())
)
def test_whatever_is_in_the_file_the_settings_can_be_read_and_one_be_changed(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "settings.json"
        file.write_bytes(content)
        read_keymap(load(file).keymap or {}, COMMANDS)
        change(file, theme="textual-light")
        assert load(file).theme == "textual-light"
        try:
            before = json.loads(content)
        except ValueError:
            before = None
        if isinstance(before, dict):
            after = json.loads(file.read_bytes())
            assert repr({**after, "theme": 0}) == repr({**before, "theme": 0})
