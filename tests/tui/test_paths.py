from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.paths import find_folder_of, find_starting_folder, join_pasted_lines, open_sample_letters, parse_paths


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    for name in ("plain.txt", "with space.txt", "King's Lynn.txt", "[x].txt", "100%.txt"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize("name", ["plain.txt", "with space.txt", "King's Lynn.txt", "[x].txt", "100%.txt"])
@pytest.mark.parametrize("form", ["{}", " {} ", '"{}"', "{}\n"])
def test_one_path_is_taken_as_it_is_written(folder: Path, name: str, form: str) -> None:
    assert parse_paths(form.format(folder / name)) == (folder / name,)


def test_quotes_and_escaped_spaces_of_a_shell_are_understood(folder: Path) -> None:
    escaped = str(folder / "with space.txt").replace(" ", "\\ ")
    quoted = f"'{folder / 'with space.txt'}'"
    assert parse_paths(escaped) == parse_paths(quoted) == (folder / "with space.txt",)


def test_several_paths_stand_beside_or_below_each_other(folder: Path) -> None:
    both = (folder / "plain.txt", folder / "with space.txt")
    assert parse_paths(f"{both[0]} '{both[1]}'") == both
    assert parse_paths(f"{both[0]}\n{both[1]}\n") == both


def test_the_address_a_file_manager_gives_is_a_path(folder: Path) -> None:
    assert parse_paths((folder / "with space.txt").as_uri()) == (folder / "with space.txt",)
    assert parse_paths((folder / "100%.txt").as_uri()) == (folder / "100%.txt",)


def test_a_pattern_names_what_it_matches_in_order_of_names(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "letter.pdf").touch()
    assert parse_paths(f"{folder}/*n*.txt") == (folder / "King's Lynn.txt", folder / "plain.txt")
    assert parse_paths(f"{folder}/with space.t?t") == (folder / "with space.txt",)
    assert parse_paths(f"{folder}/**/*.pdf") == (folder / "deep" / "er" / "letter.pdf",)
    assert parse_paths(f"{folder}/p*.txt {folder}/100%.txt") == (folder / "plain.txt", folder / "100%.txt")
    monkeypatch.setenv("HOME", str(folder))
    assert parse_paths("~/pl*") == (folder / "plain.txt",)


def test_a_pattern_that_matches_nothing_is_taken_as_a_path(folder: Path) -> None:
    assert parse_paths(f"{folder}/nothing*.txt") == (folder / "nothing*.txt",)


def test_a_tilde_is_the_users_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert parse_paths("~/plain.txt") == (folder / "plain.txt",)
    assert parse_paths("'~/with space.txt'") == (folder / "with space.txt",)


def test_a_path_to_nothing_is_kept_whole(folder: Path) -> None:
    assert parse_paths(f"{folder}/no such letter.txt") == (folder / "no such letter.txt",)


def test_a_path_is_named_once(folder: Path) -> None:
    assert parse_paths(f"{folder}/plain.txt\n{folder}/plain.txt") == (folder / "plain.txt",)


@pytest.mark.parametrize("names", [["plain.txt"], ["with space.txt", "plain.txt"], ["King's Lynn.txt", "100%.txt"]])
def test_what_is_pasted_on_lines_is_the_same_on_one(folder: Path, names: list[str]) -> None:
    paths = tuple(folder / name for name in names)
    line = join_pasted_lines("\n".join(map(str, paths)))
    assert "\n" not in line
    assert parse_paths(line) == paths


@given(st.text())
@example("~\x00")
def test_any_text_is_some_paths_or_none(text: str) -> None:
    assert bool(parse_paths(text)) == bool(text.strip())
    assert len(join_pasted_lines(text).splitlines()) <= 1


def test_a_folder_that_has_gone_is_no_place_to_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert find_starting_folder() == tmp_path


def test_whoever_has_no_home_either_starts_at_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "cwd", gone)
    monkeypatch.setattr(Path, "home", homeless)
    assert find_starting_folder().is_dir()


def test_the_sample_letters_come_with_the_program() -> None:
    with open_sample_letters() as letters:
        assert len(letters) >= 20
        assert all(letter.read_text(encoding="utf-8") for letter in letters)


def test_the_folder_of_what_is_named_is_a_folder_itself_or_that_of_a_file(tmp_path: Path) -> None:
    for folder in ("2024", "2025"):
        (tmp_path / folder).mkdir()
    file, pack = tmp_path / "2024" / "kent.txt", tmp_path / "2025" / "pack.zip"
    for each in (file, pack):
        each.touch()
    assert find_folder_of([tmp_path]) == tmp_path.parts
    assert find_folder_of([file]) == (tmp_path / "2024").parts
    assert find_folder_of([pack]) == (tmp_path / "2025").parts
    assert find_folder_of([file, tmp_path / "2025"]) == tmp_path.parts
    assert find_folder_of([tmp_path / "nowhere", Path("/elsewhere")]) == ()
    assert find_folder_of([]) == ()
