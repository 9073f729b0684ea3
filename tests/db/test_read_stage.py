"""The stage of an import that reads: everything comes in its order, and what is known comes unread."""

import zipfile
from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from db.read_stage import Task, read_files
from db.reading_process import guarded
from db.text.discover import LetterFile, Unusable, discover, say_no
from db.text.limits import FEW_FILES, FEWEST_TOGETHER, TOGETHER_FILES
from tests.db.builders import folder_of_letters, letter_text


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    guarded.release()


def list_files(*paths: Path) -> list[LetterFile | Unusable]:
    return [one for one in discover(paths, say_no) if isinstance(one, LetterFile | Unusable)]


def know(*known: str) -> Callable[[Sequence[str]], Collection[str]]:
    """A library that has the files of these SHA-256."""
    return lambda asked: set(known).intersection(asked)


def hash_file(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def describe(task: Task) -> str:
    return "refused" if task.reason else "read" if task.new else "known"


def test_of_very_many_files_some_known_some_refused_and_some_pages_all_come_in_their_order(tmp_path: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", FEW_FILES + TOGETHER_FILES)
    paths = sorted(folder.iterdir())
    known = [*paths[2 : 4 + TOGETHER_FILES], paths[-1]]
    (folder / f"{paths[5].stem}-page.html").write_text(f"<html><body><pre>{letter_text()}</pre></body></html>")
    for number in (0, 20, 21):
        paths[number].write_text(f"Milk, bread, eggs: {number}.")
    paths = sorted(folder.iterdir())
    tasks = list(read_files(list_files(folder), know(*map(hash_file, known)), say_no))
    assert [task.path for task in tasks] == list(map(str, paths))
    refused = {0, 21, 22}  # by the page, there is one more before the last two
    assert [describe(task) for task in tasks] == [
        "known" if path in known else "refused" if number in refused else "read" for number, path in enumerate(paths)
    ]
    assert all(task.sha256 == hash_file(Path(task.path)) for task in tasks if not task.reason)


def test_the_files_of_zip_files_and_folders_in_turn_are_each_read_with_their_own(tmp_path: Path) -> None:
    for name in "abc":
        members = {f"{n}.txt": letter_text(year=2010 + n).encode() + name.encode() for n in range(FEW_FILES // 2)}
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
            for member, data in members.items():
                archive.writestr(member, data)
        (tmp_path / f"{name}.txt").write_text(letter_text(year=2022) + name)
    files = list_files(tmp_path)
    tasks = list(read_files(files, know(), say_no))
    assert [task.path for task in tasks] == [file.path for file in files]
    assert {describe(task) for task in tasks} == {"read"}


def test_what_is_gathered_when_an_import_is_cancelled_is_not_read(tmp_path: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", FEW_FILES + 1)
    looks: list[None] = []

    def is_cancelled() -> bool:
        looks.append(None)
        return len(looks) >= FEWEST_TOGETHER  # one file short of a group

    assert list(read_files(list_files(folder), know(), is_cancelled)) == []


def test_a_library_that_cannot_be_asked_ends_it(tmp_path: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", FEW_FILES + 1)

    def fail(asked: Sequence[str]) -> Collection[str]:
        raise OSError(len(asked))

    with pytest.raises(OSError) as raised:  # noqa: PT011 - what it was asked for is looked at below
        list(read_files(list_files(folder), fail, say_no))
    assert FEWEST_TOGETHER <= raised.value.args[0] <= TOGETHER_FILES


def test_towards_the_end_fewer_texts_go_to_a_process_in_one_go(tmp_path: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", FEW_FILES + 2 * TOGETHER_FILES)
    known = {hash_file(path) for path in folder.iterdir()}
    together: list[int] = []

    def find_known(asked: Sequence[str]) -> Collection[str]:
        together.append(len(asked))
        return known

    assert [describe(task) for task in read_files(list_files(folder), find_known, say_no)] == ["known"] * len(known)
    *before, last = together
    assert before == sorted(before, reverse=True)
    assert min(before) >= FEWEST_TOGETHER >= last
