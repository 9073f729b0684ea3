from pathlib import Path

import pytest

from tests.tui.draw.seen import controls
from tui.crash_log import record


def test_what_is_recorded_is_harmless_and_the_sentence_names_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "state" / "upheld.log"
    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: log)
    sentences = {record(ValueError("x\x1b[31m")), record("as text \x9b")}
    assert sentences == {f"Something went wrong that upheld did not foresee. What it knows is in {log}."}
    logged = log.read_text(encoding="utf-8")
    assert "ValueError: x" in logged
    assert "as text" in logged
    assert not controls(logged)


@pytest.mark.parametrize("folder", ["file", "~nobody-of-this-name"])
def test_a_log_that_cannot_be_written_is_said(tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: Path(folder) / "upheld.log")
    assert "could not be written" in record(ValueError("x"))
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
