"""An import reads many files side by side: in order, the same as one by one, and stopped at once."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import read_stage
from db.importer import Progress, import_paths
from db.library import Library
from db.outcome import Outcome
from db.reading_process import client, side_by_side
from db.text.limits import FEW_FILES, WAITING_BYTES, WAITING_FILES, WAITING_LARGE
from tests.db.builders import folder_of_letters, letter_text

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold a process still by a signal")


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    client.release()


def page(text: str) -> str:
    """A web page, which is not read in the program itself."""
    return f"<html><body><pre>{text}</pre></body></html>"


def list_letters(library: Path) -> list[object]:
    with Library.open(library) as here:
        return [stored.letter for entry in here.councils() for stored in here.letters_of(entry.id)]


def test_very_many_files_come_in_their_order_as_they_do_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of_letters(tmp_path / "in", FEW_FILES + 10)
    (folder / "0005-a.txt").write_text("Milk, bread, eggs.")
    told: list[Progress] = []
    many = import_paths(tmp_path / "many.db", [folder], on_file=told.append)
    assert client._processes.list_ids()
    monkeypatch.setattr(read_stage, "FEW_FILES", 1000)
    single = import_paths(tmp_path / "single.db", [folder])
    assert many.outcomes == single.outcomes == tuple(each.outcome for each in told[1:])
    assert [one.path for one in many.outcomes] == sorted(one.path for one in many.outcomes)
    assert many.refused == 1
    assert list_letters(tmp_path / "many.db") == list_letters(tmp_path / "single.db")


def test_a_few_short_texts_start_no_process_and_a_page_does(tmp_path: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", 3)
    assert import_paths(tmp_path / "a.db", [folder]).added == 3
    assert client._processes.list_ids() == []
    (folder / "page.html").write_text(page(letter_text()))
    assert import_paths(tmp_path / "b.db", [folder]).added == 4
    assert client._processes.list_ids()


@POSIX
def test_cancelling_is_answered_within_a_second_whatever_a_file_takes(tmp_path: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", 2)
    (folder / "zz.html").write_text(page(letter_text()))
    client.extract_apart(page(letter_text()).encode(), "a")
    (held,) = client._processes.list_ids()
    os.kill(held, signal.SIGSTOP)
    looks: list[float] = []

    def is_cancelled() -> bool:
        """Whether the import waits for the file that is held still, which it does once it has looked so often."""
        looks.append(time.monotonic())
        return len(looks) > 20

    report = import_paths(tmp_path / "a.db", [folder], cancelled=is_cancelled)
    assert report.cancelled
    assert time.monotonic() - looks[-1] < 1
    assert side_by_side._GLANCE < 1
    assert [one.outcome for one in report.outcomes] == [Outcome.ADDED, Outcome.ADDED]
    with pytest.raises(ProcessLookupError):
        os.kill(held, 0)


@POSIX
def test_an_import_that_breaks_off_leaves_no_process_at_work(tmp_path: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", FEW_FILES + 10)

    def insist(progress: Progress) -> None:
        if progress.done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_paths(tmp_path / "a.db", [folder], on_file=insist)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("read")]


def test_as_many_are_read_at_once_as_there_are_cores_and_few_wait() -> None:
    reading: side_by_side.SideBySide[int] = side_by_side.SideBySide(lambda: False)
    cores = side_by_side.count_cores()
    at_once, most = 0, 0
    lock, together = threading.Lock(), threading.Barrier(cores)

    def act(number: int) -> list[int]:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        if number < cores:
            together.wait(60)  # none of the first goes on before all are at it
        with lock:
            at_once -= 1
        return [number, number]

    taken: list[int] = []
    for number in range(2 * WAITING_FILES):
        reading.begin(lambda number=number: act(number), [-1, -1])  # type: ignore[misc]
        taken += reading.take()
        assert 2 * (number + 1) - len(taken) < WAITING_FILES
    assert len(taken) > WAITING_FILES
    taken += reading.take(is_last=True)
    reading.close()
    assert taken == [number for number in range(2 * WAITING_FILES) for _ in range(2)]
    assert most == cores


def test_of_large_files_fewer_wait() -> None:
    reading: side_by_side.SideBySide[int] = side_by_side.SideBySide(lambda: False)
    may_go_on = threading.Event()

    def act() -> list[int]:
        may_go_on.wait(60)
        return [0]

    releaser = threading.Timer(0.2, may_go_on.set)
    for number in range(WAITING_LARGE):
        assert list(reading.take()) == []
        if number == WAITING_LARGE - 1:
            releaser.start()
        reading.begin(act, [-1], WAITING_BYTES)
    assert list(reading.take())  # waits for the first of them, though far fewer than of small files
    assert may_go_on.is_set()
    assert len([*reading.take(is_last=True)]) < WAITING_LARGE
    reading.close()
