import sqlite3
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import crash_log
from tui.crash_log import record

PRIVATE = "Mrs Court of Oadby [/foo] \x1b[31m"


@pytest.fixture(name="log")
def _log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    log = tmp_path / "state" / "upheld.log"
    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: log)
    return log


def fail(name: str) -> None:
    """Fails with what it was given wherever an error keeps words: locals, messages, causes, groups, paths."""
    try:
        try:
            Path(f"/nowhere/{name}").read_text(encoding="utf-8")
        except OSError as error:
            raise KeyError(name) from error
    except KeyError:
        raise ExceptionGroup(name, [ValueError(name), sqlite3.IntegrityError(name)]) from None


def test_the_log_says_where_and_what_and_holds_none_of_the_words(log: Path) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        fail(PRIVATE)
    assert record(caught.value) == f"Something went wrong that upheld did not foresee. What it knows is in {log}."
    logged = log.read_text(encoding="utf-8")
    assert "tests.tui.test_crash_log:" in logged
    assert "in fail\n" in logged
    assert "builtins.ValueError\n" in logged
    for word in ("Court", "Oadby", "foo", "\x1b", "nowhere", str(Path.home())):
        assert word not in logged


def test_the_errors_that_led_to_it_are_in_the_log_too(log: Path) -> None:
    def fail_twice() -> None:
        try:
            Path(f"/nowhere/{PRIVATE}").read_text(encoding="utf-8")
        except OSError as error:
            raise KeyError(PRIVATE) from error

    with pytest.raises(KeyError) as caught:
        fail_twice()
    record(caught.value)
    logged = log.read_text(encoding="utf-8")
    assert "builtins.FileNotFoundError No such file or directory\nthen\n" in logged
    assert "Court" not in logged


@given(st.text())
def test_no_word_of_an_error_is_in_what_is_described(words: str) -> None:
    told = "\n".join(crash_log._describe(ValueError(words)))
    assert told == "builtins.ValueError"


def test_only_its_owner_may_read_the_log_and_its_folder(log: Path) -> None:
    record(ValueError())
    assert [stat.S_IMODE(each.stat().st_mode) for each in (log, log.parent)] == [0o600, 0o700]


def test_a_log_that_has_grown_long_is_begun_anew_and_the_one_before_is_kept(log: Path) -> None:
    log.parent.mkdir()
    log.write_text("x" * 300_000, encoding="utf-8")
    record(ValueError())
    assert log.stat().st_size < 1000
    assert log.with_name("upheld.log.old").stat().st_size == 300_000


def test_an_error_that_went_round_without_end_fills_no_file(log: Path) -> None:
    def go_round() -> None:
        go_round()

    with pytest.raises(RecursionError) as caught:
        go_round()
    record(caught.value)
    assert len(log.read_text(encoding="utf-8").splitlines()) < 70


@pytest.mark.parametrize("folder", ["file", "~nobody-of-this-name"])
def test_a_log_that_cannot_be_written_is_said(tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: Path(folder) / "upheld.log")
    assert "could not be written" in record(ValueError("x"))
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
