"""Files read in a process of their own: it can be killed, hang, grow and be released, and nothing of it is left."""

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from db.councils.register import Register
from db.errors import ReaderFailed, Refused
from db.extract import extract
from db.reading_process import client, protocol, worker
from db.reading_process.file_bytes import FileBytes
from db.text.limits import LONGEST_ANSWER, MAX_FILE
from tests.marks import slow_rows

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "sample_letters").glob("*.txt"))
LETTER = SAMPLES[0].read_bytes()
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold a process still by a signal")


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    client.release()
    assert client._processes.list_ids() == []


def held_process() -> int:
    """Hold the one process still, so that it is at work on the next file until something happens."""
    client.extract_apart(LETTER, "a.txt")
    (held,) = client._processes.list_ids()
    os.kill(held, signal.SIGSTOP)
    return held


def test_what_is_read_in_a_process_is_what_is_read_here() -> None:
    for path in SAMPLES:
        here = extract(path.read_bytes(), path.name, Register.load())
        there = client.extract_apart(path.read_bytes(), path.name)
        assert there == here
        assert [one.fingerprints for one in there.letters] == [one.fingerprints for one in here.letters]


@pytest.mark.parametrize(
    ("data", "words"), [(b"Milk, bread, eggs.", "no annual letter"), (b"%PDF-1.4\nnonsense", "damaged")]
)
def test_what_is_refused_there_is_refused_here_in_the_same_words(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as here:
        extract(data, "a", Register.load())
    with pytest.raises(Refused) as there:
        client.extract_apart(data, "a")
    assert str(there.value) == str(here.value)


def test_one_process_reads_all_that_come_one_by_one() -> None:
    client.extract_apart(LETTER, "a.txt")
    first = client._processes.list_ids()
    with pytest.raises(Refused):
        client.extract_apart(b"nothing", "a.txt")
    client.extract_apart(LETTER, "a.txt")
    assert client._processes.list_ids() == first


def test_files_may_be_read_from_several_threads_each_with_a_process() -> None:
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda path: client.extract_apart(path.read_bytes(), path.name), SAMPLES))
    assert found == [extract(path.read_bytes(), path.name, Register.load()) for path in SAMPLES]
    assert 1 <= len(client._processes.list_ids()) <= 3


@POSIX
def test_a_process_that_was_killed_is_started_again() -> None:
    client.extract_apart(LETTER, "a.txt")
    os.kill(client._processes.list_ids()[0], signal.SIGKILL)
    assert client.extract_apart(LETTER, "a.txt").letters


@POSIX
def test_a_process_killed_in_the_midst_of_its_work_is_survived() -> None:
    held = held_process()
    threading.Timer(0.2, os.kill, (held, signal.SIGKILL)).start()
    assert client.extract_apart(LETTER, "a.txt").letters
    assert client._processes.list_ids() != [held]


@POSIX
def test_a_file_that_takes_too_long_is_refused_and_the_next_one_read(monkeypatch: pytest.MonkeyPatch) -> None:
    held_process()
    monkeypatch.setattr(client, "TIME_LIMIT", 0.2)
    with pytest.raises(Refused, match="within the time that a letter takes, 20 seconds"):
        client.extract_apart(LETTER, "a.txt")
    monkeypatch.undo()
    assert client.extract_apart(LETTER, "a.txt").letters


@POSIX
@pytest.mark.parametrize(
    ("ending", "words"), [("SIGXCPU", "within the time"), *slow_rows(("SIGSEGV", "memory"), ("SIGABRT", "memory"))]
)
def test_a_file_that_ends_the_process_is_refused_and_not_tried_again(
    monkeypatch: pytest.MonkeyPatch, ending: str, words: str
) -> None:
    held = held_process()

    def end() -> None:
        os.kill(held, getattr(signal, ending))
        os.kill(held, signal.SIGCONT)  # held still, it takes the other only now

    monkeypatch.setattr(client, "_start_process", lambda: pytest.fail("tried again"))
    threading.Timer(0.2, end).start()
    with pytest.raises(Refused, match=words):
        client.extract_apart(LETTER, "a.txt")
    monkeypatch.undo()
    assert client.extract_apart(LETTER, "a.txt").letters


@POSIX
def test_releasing_ends_the_work_at_hand_and_leaves_no_zombie() -> None:
    held = held_process()
    releaser = threading.Timer(0.2, client.release)
    releaser.start()
    with pytest.raises(Refused, match="stopped"):
        client.extract_apart(LETTER, "a.txt")
    releaser.join()
    with pytest.raises(ProcessLookupError):
        os.kill(held, 0)
    assert client.extract_apart(LETTER, "a.txt").letters


def test_several_files_in_one_go_are_answered_in_their_order_each_as_alone() -> None:
    files = [FileBytes(b"Milk, bread, eggs.", "a.txt"), *(FileBytes(path.read_bytes(), path.name) for path in SAMPLES)]
    refused, *read = client.ask_several_apart(files)
    with pytest.raises(Refused, match="no annual letter"):
        client.open_answer(refused)
    assert [*map(client.open_answer, read)] == [
        extract(path.read_bytes(), path.name, Register.load()) for path in SAMPLES
    ]
    assert len(client._processes.list_ids()) == 1
    assert client.ask_several_apart([]) == ()


def use_in_processes(monkeypatch: pytest.MonkeyPatch, folder: Path, what_a_word_does: str) -> None:
    """Have each new process do something at a text that has the word for it, as files that do it are not known."""
    (folder / "sitecustomize.py").write_text(
        "import os, time\nimport db.letters.parse as ours\nparse = ours.parse\n"
        "def watch(text, register):\n"
        f"    if 'BEWARE' in text:\n        {what_a_word_does}\n"
        "    return parse(text, register)\n"
        "ours.parse = watch\n"
    )
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])
    client.release()


@POSIX
@pytest.mark.parametrize(
    ("does", "words"), [("os.abort()", "memory"), *slow_rows(("time.sleep(60)", "within the time"))]
)
def test_of_several_files_the_one_that_ends_the_process_is_refused_and_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str, words: str
) -> None:
    use_in_processes(monkeypatch, tmp_path, does)
    monkeypatch.setattr(client, "TIME_LIMIT", 3)
    files = [FileBytes(LETTER, "a.txt"), FileBytes(LETTER + b"\nBEWARE\n", "b.txt"), FileBytes(LETTER, "c.txt")]
    before, ending, after = client.ask_several_apart(files)
    assert client.open_answer(before) == client.open_answer(after) == extract(LETTER, "a.txt", Register.load())
    with pytest.raises(Refused, match=words):
        client.open_answer(ending)


@POSIX
def test_releasing_stops_several_files_and_none_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    held_process()
    monkeypatch.setattr(client, "_start_process", lambda: pytest.fail("tried again"))
    releaser = threading.Timer(0.2, client.release)
    releaser.start()
    answers = client.ask_several_apart([FileBytes(LETTER, "a.txt")] * 3)
    releaser.join()
    assert ["stopped" in str(answer) for answer in answers] == [True] * 3


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound a process's memory so")
def test_a_file_that_takes_memory_without_end_is_refused_and_the_next_one_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # Found in place of ours, as a file that makes ours do this is not known.
    (tmp_path / "sitecustomize.py").write_text(
        "import db.letters.parse as parse\n"
        "def grow(text, register):\n"
        "    return [bytearray(2**20) for _ in range(2**20)]\n"
        "parse.parse = grow\n"
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    client.release()
    started = time.monotonic()
    with pytest.raises(Refused, match="512 MB"):
        client.extract_apart(LETTER, "a.txt")
    assert time.monotonic() - started < 20
    monkeypatch.undo()
    client.release()
    assert client.extract_apart(LETTER, "a.txt").letters


def test_a_fault_of_ours_is_told_as_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ReaderFailed("a fault in upheld")

    monkeypatch.setattr(worker, "extract", fail)
    answer = worker._read(FileBytes(LETTER, "a.txt"), Register.load())
    with pytest.raises(ReaderFailed, match="a fault in upheld"):
        client.open_answer(answer)


def test_nothing_but_letters_is_made_of_an_answer() -> None:
    for hostile in (pickle.dumps(os.getcwd), pickle.dumps(Path()), pickle.dumps([1]), b"nonsense", b""):
        with pytest.raises(ValueError, match="no letters"):
            protocol.unpack(hostile)
        with pytest.raises(Refused):
            client.open_answer(protocol.LETTERS + hostile)


def test_an_answer_holds_more_than_the_longest_file() -> None:
    assert LONGEST_ANSWER > 2 * MAX_FILE


def test_a_program_that_read_a_file_ends_at_once_and_its_process_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(LETTER)
    # A folder of the name of ours, where the user stands, must not be taken for it.
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "__init__.py").write_text("raise SystemExit('the wrong db')")
    code = (
        f"import sys; sys.path[0] = {str(ROOT)!r}\n"
        "from pathlib import Path\nimport threading\nfrom db.reading_process import client\n"
        "thread = threading.Thread(\n"
        "    target=lambda: print(len(client.extract_apart(Path('a.txt').read_bytes(), 'a.txt').letters)))\n"
        "thread.start(); thread.join(); print(client._processes.list_ids()[0])"
    )
    (tmp_path / "program.py").write_text(code)
    done = subprocess.run(
        [sys.executable, "program.py"], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=30
    )
    first, pid = done.stdout.splitlines()
    assert first == "1"
    assert done.stderr == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)
