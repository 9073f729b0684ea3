"""Libraries to browse, made by the real import of letters of our own making."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from textual import constants
from textual.widgets import Input

from db.importer import import_paths
from db.library import Library
from tests.tui.asked import SAMPLES, Run
from tests.tui.idle import know_when_idle

BLOCK = """\
{heading}

{sentence}

This compares to an average of {average}% in similar authorities.

{count}
{noun}

Statistics are based on a total of {base} {base_of} for the period between 1 April {start} to 31 March {year}
"""

COUNCILS = (
    ("Harborough District Council", 2020, 100, 45, 2, 2),
    ("Harborough District Council", 2021, 50, 53, 1, 2),
    ("Harborough District Council", 2019, 0, 43, 0, 3),
    ("Oadby & Wigston Borough Council", 2020, 60, 45, 3, 5),
    ("Kent County Council", 2020, 64, 66, 47, 73),
    ("Leeds City Council", 2020, 61, 67, 22, 36),
    ("North West Leicestershire District Council", 2020, 33, 45, 1, 3),
    ("London Borough of Croydon", 2020, 71, 70, 35, 49),
)

NOWHERE = "Nowhere [/foo] District Council"
"""A council that the register does not know."""

BARE = """\
21 July 2021

Ms Smith
Blaby District Council

Dear Ms Smith

Annual Review letter 2021

The Local Government and Social Care Ombudsman wrote this, and no figures.
"""


def letter_text(council: str, year: int, rate: int, average: int, count: int, base: int) -> str:
    """A letter in the form of 2020, with one block of statistics and enough prose to scroll."""
    prose = "\n\n".join(f"This is paragraph {number} of what was said to {council}." for number in range(1, 13))
    block = BLOCK.format(
        heading="Complaints upheld",
        sentence=f"{rate}% of complaints we investigated were upheld.",
        average=average,
        count=count,
        noun="upheld decisions",
        base=base,
        base_of="detailed investigations",
        start=year - 1,
        year=year,
    )
    return (
        f"22 July {year}\n\nBy email\n\nMs Smith\nChief Executive\n{council}\n\nDear Ms Smith\n\n"
        f"Annual Review letter {year}\n\n"
        f"I write to you with our annual summary of statistics for the year ending 31 March {year}.\n\n"
        f"{prose}\n\nLocal Government and Social Care Ombudsman\n\n{block}"
    )


@pytest.fixture(autouse=True)
def _away_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own files, follows their terminal, or waits for anything to move by itself."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
    know_when_idle(monkeypatch)


@pytest.fixture(scope="session")
def letter_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters of six councils, one of which has three years."""
    folder = tmp_path_factory.mktemp("letters")
    for council, year, *figures in COUNCILS:
        name = f"{council.lower().replace(' ', '-')}-{year}.txt"
        (folder / name).write_text(letter_text(council, year, *figures), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def _imported(letter_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("imported") / "library.db"
    report = import_paths(library, [letter_folder])
    assert report.added == len(COUNCILS), report
    return library


@pytest.fixture
def library(_imported: Path, tmp_path: Path) -> Path:
    """A library of those letters, the test's own."""
    return Path(shutil.copy(_imported, tmp_path / "library.db"))


@pytest.fixture
def doubtful(library: Path, tmp_path: Path) -> Path:
    """The library with two letters more: one to a council nobody knows, one without figures."""
    folder = tmp_path / "doubtful"
    folder.mkdir()
    (folder / "a.txt").write_text(letter_text(NOWHERE, 2020, 50, 45, 1, 2), encoding="utf-8")
    (folder / "b.txt").write_text(BARE, encoding="utf-8")
    report = import_paths(library, [folder])
    assert report.added == 2, report
    return library


@pytest.fixture
def empty_library(tmp_path: Path) -> Path:
    """A library without letters."""
    path = tmp_path / "empty.db"
    Library.open(path).close()
    return path


@pytest.fixture(name="run")
def _run(tmp_path: Path) -> Run:
    """Runs upheld on a library of the test's own."""

    def run(*words: str | Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        variables = {**os.environ, "UPHELD_LIBRARY": str(tmp_path / "own" / "library.db"), **(env or {})}
        command = [sys.executable, "-m", "tui.cli.main", *map(str, words)]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=variables, timeout=120, check=False
        )

    return run


@pytest.fixture(scope="session")
def _samples_imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("samples") / "library.db"
    assert not import_paths(library, [SAMPLES]).refused
    return library


@pytest.fixture
def samples(_samples_imported: Path, tmp_path: Path) -> Path:
    """A library of the sample letters, the test's own."""
    return Path(shutil.copy(_samples_imported, tmp_path / "samples.db"))


@pytest.fixture(name="filled")
def _filled(run: Run, _samples_imported: Path, tmp_path: Path) -> Run:
    """The same, with the sample letters in the library."""
    own = tmp_path / "own"
    own.mkdir(mode=0o700)
    shutil.copy(_samples_imported, own)
    return run
