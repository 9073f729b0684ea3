import stat
import sys
from pathlib import Path

import pytest

from tui import original_copies
from tui.original_copies import CannotOpen, OriginalCopies, find_opener, make_harmless


def test_a_copy_is_its_owners_alone_only_for_reading_and_goes_at_the_end() -> None:
    copies = OriginalCopies()
    path = copies.write("letter 2020.pdf", "ab" * 32, b"%PDF")
    assert path.read_bytes() == b"%PDF"
    assert path.name == "letter 2020.pdf"
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(path.parents[1].stat().st_mode) == 0o700
    assert copies.write("letter 2020.pdf", "ab" * 32, b"%PDF") == path
    copies.close()
    assert not path.parents[1].exists()
    copies.close()


@pytest.mark.parametrize(
    ("name", "harmless"),
    [
        ("../../etc/passwd", "passwd"),
        ("-rf.txt", "rf.txt"),
        (".hidden", "hidden"),
        ("a;b$(c)`d`|e.txt", "a_b_(c)_d__e.txt"),
        ("C:\\x\\y.docx", "y.docx"),
        ("\x1b]0;x\x07.txt", "txt"),
        ("", "letter"),
        ("Børnholm é.txt", "Børnholm é.txt"),
    ],
)
def test_its_name_is_harmless(name: str, harmless: str) -> None:
    assert make_harmless(name) == harmless


def test_a_long_name_keeps_its_ending() -> None:
    assert make_harmless("x" * 300 + ".pdf").endswith("x.pdf")
    assert len(make_harmless("x" * 300 + ".pdf")) <= 110


def test_without_a_desktop_nothing_is_started() -> None:
    with pytest.raises(CannotOpen, match="no desktop"):
        find_opener("linux", {})


def test_the_systems_program_is_given_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = OriginalCopies()
    path = copies.write("a.txt", "0" * 64, b"x")
    seen = tmp_path / "seen"
    body = f"import sys; open({str(seen)!r}, 'w').write(sys.argv[1])"
    monkeypatch.setattr(original_copies, "find_opener", lambda: (sys.executable, "-c", body))
    copies.open(path)
    assert seen.read_text() == str(path)
    monkeypatch.setattr(original_copies, "find_opener", lambda: (sys.executable, "-c", "raise SystemExit(3)"))
    with pytest.raises(CannotOpen, match="no program that opens a"):
        copies.open(path)
    copies.close()
