"""A library from somebody else, whose every word tries to drive the terminal: every command and every screen."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.importer import import_paths
from db.store.council_digest import seal_council
from db.store.digest import seal_letters
from db.store.transaction import open_transaction
from tests.tui.asked import SAMPLES
from tests.tui.terminal import Terminal

HOSTILE = "\x1b]52;c;SEVJTA==\x07\x1b]0;PWNED\x07\x1b[6;66;66mred\x9b6;66;66m\u202eback\u2066\x07\x08\r"
"""The clipboard set, the title set, colours in both ways of writing, the direction turned, bells."""

ACTING = [
    b"\x1b]52;c;SEVJ",
    b"\x1b]0;PWNED",
    b"\x1b[6;66",
    "\x9b".encode(),
    "\u202e".encode(),
    "\u2066".encode(),
    b"\x08",
]

LETTERS = ("oadby-and-wigston-borough-council-2020.txt", "leeds-city-council-2023.txt", "leeds-city-council-2024.txt")

COMMANDS = [
    "councils",
    "councils --all",
    "show xyzzy 1",
    "read xyzzy 2",
    "read xyzzy 1",
    "search ombudsman",
    "year 2024",
    "compare xyzzy 1, xyzzy 2",
    "brief xyzzy 1",
    "check",
    "remove xyzzy 1",
]


@pytest.fixture(scope="module", name="foreign")
def _foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library whose names, files and words were changed by another program."""
    library = tmp_path_factory.mktemp("foreign") / "library.db"
    import_paths(library, [SAMPLES / name for name in LETTERS])
    with closing(sqlite3.connect(library)) as connection, connection:
        (kept,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'letter_text_stays'").fetchone()
        connection.execute("DROP TRIGGER letter_text_stays")
        bad = {"bad": HOSTILE}
        connection.execute(
            "UPDATE council SET name = 'Xyzzy ' || id || ' ' || :bad, in_register = 0, "
            "region = region || :bad, county = county || :bad, gss_code = gss_code || :bad",
            bad,
        )
        connection.execute("UPDATE file SET name = :bad || name", bad)
        connection.execute(
            "UPDATE letter SET addressee = addressee || :bad, role = role || :bad, "
            "council_as_written = council_as_written || :bad",
            bad,
        )
        connection.execute("UPDATE letter_text SET text = text || :bad", bad)
        connection.execute("UPDATE cell SET heading = heading || :bad", bad)
        connection.execute(kept)
        connection.execute("INSERT INTO letter_fts (letter_fts) VALUES ('rebuild')")
        connection.row_factory = sqlite3.Row
        seal_letters(connection, [each["id"] for each in connection.execute("SELECT id FROM letter").fetchall()])
        for each in connection.execute("SELECT id FROM council").fetchall():
            seal_council(connection, each["id"])
    return library


@pytest.mark.parametrize("words", COMMANDS)
def test_no_command_hands_the_terminal_anything_to_act_on(foreign: Path, words: str) -> None:
    with Terminal("--library", foreign, *words.split()) as terminal:
        terminal.send(b"n\n")
        terminal.wait()
    assert b"red" in terminal.output, bytes(terminal.output)
    assert [each for each in ACTING if each in terminal.output] == []


@pytest.mark.parametrize("words", ["councils", "show xyzzy 1", "read xyzzy 1", "search ombudsman", "check"])
def test_json_escapes_it_all(foreign: Path, words: str) -> None:
    command = [sys.executable, "-m", "tui.cli.main", "--library", str(foreign), *words.split(), "--json"]
    told = subprocess.run(command, capture_output=True, check=False).stdout
    assert isinstance(json.loads(told), dict)
    assert [each for each in ACTING if each in told] == []


SCREENS = {
    "the council and its figures": b"",
    "the letter": b"\t\t",
    "the help": b"\t?",
    "what needs a look": b"\t!",
    "all councils of a year": b"\ta",
    "words in all letters": b"\twombudsman\r",
    "the briefing": b"\tB",
    "the meaning": b"\tm",
    "take out": b"\tx",
    "the correction": b"\tf",
    "the palette": b"\t\x10xyzzy",
}


@pytest.mark.slow
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
def test_no_screen_hands_the_terminal_anything_to_act_on(foreign: Path, keys: bytes) -> None:
    with Terminal("--library", foreign, "xyzzy 2", env={"TEXTUAL_ANIMATIONS": "none"}) as terminal:
        terminal.wait_for(b"Xyzzy 2")
        terminal.wait_for(b"red")
        terminal.read(1)
        for key in keys:
            terminal.send(bytes([key]))
            terminal.read(0.3)
        terminal.read(1)
    assert b"red" in terminal.output
    assert [each for each in ACTING if each in terminal.output] == []


@pytest.fixture(name="endless")
def _endless(tmp_path: Path) -> Path:
    """A library with a letter of a year that nobody lives to see, digested as if it had been written so."""
    library = tmp_path / "library.db"
    import_paths(library, [SAMPLES / name for name in LETTERS])
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        with open_transaction(connection):
            connection.execute("UPDATE letter SET year = 99999999999 WHERE year = 2024")
            ids = connection.execute("SELECT id FROM letter WHERE year > 9999").fetchall()
            seal_letters(connection, [each["id"] for each in ids])
    return library


@pytest.mark.parametrize("words", ["councils", "show leeds", "check", "check --coverage", "brief leeds", "year 2023"])
def test_nothing_is_counted_up_to_a_year_without_end(endless: Path, words: str) -> None:
    command = [sys.executable, "-m", "tui.cli.main", "--library", str(endless), *words.split()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in (0, 1)
    assert "did not foresee" not in done.stderr


ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n"
INTRUDERS = {
    "a view in a table's place": f"DROP TABLE remark; CREATE VIEW remark AS {ENDLESS}",
    "a view of the words": f"DROP VIEW searched_text; CREATE VIEW searched_text AS {ENDLESS}",
    "a trigger": "CREATE TRIGGER mine AFTER UPDATE ON lineage BEGIN SELECT 1 FROM cell, cell AS b, cell AS c; END",
}


@pytest.mark.parametrize("script", INTRUDERS.values(), ids=INTRUDERS)
@pytest.mark.parametrize("words", ["councils", "show leeds", "search ombudsman", "remove leeds --yes", "check"])
def test_nothing_that_another_program_has_put_in_is_waited_for(tmp_path: Path, script: str, words: str) -> None:
    library = tmp_path / "library.db"
    import_paths(library, [SAMPLES / name for name in LETTERS])
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        connection.executescript(script)
    command = [sys.executable, "-m", "tui.cli.main", "--library", str(library), *words.split()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "did not foresee" not in done.stderr
    is_told = "nother program has" in done.stdout + done.stderr
    assert is_told == (done.returncode == 1)
    assert is_told or words in ("councils", "show leeds", "search ombudsman")
