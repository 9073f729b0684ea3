"""What the README and CONTRIBUTING say of the house, held against the house."""

import re
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

from db.library import Library
from db.store.schema import VIEWS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

TERMS = re.findall(r"^\| [^|]+ \| [^|]+ \| `([\w.]+)` \|$", CONTRIBUTING, re.MULTILINE)
PATHS = re.findall(r"`((?:db|tui|tests|\.ci)/[\w./]*)`", CONTRIBUTING)
VIEW_ROWS = re.findall(r"^\| `(\w+)` \| ([^|]+) \| (.+) \|$", README.split("## The library")[1], re.MULTILINE)


@pytest.mark.parametrize("name", TERMS)
def test_each_term_of_the_glossary_names_what_carries_it(name: str) -> None:
    module, _, carrier = name.rpartition(".")
    assert hasattr(import_module(module), carrier)


def test_the_glossary_has_its_terms() -> None:
    assert 30 <= len(TERMS) <= 70


@pytest.mark.parametrize("path", PATHS)
def test_each_path_that_contributing_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_readme_tells_of_every_view() -> None:
    assert {name for name, _, _ in VIEW_ROWS} == set(VIEWS)


@pytest.mark.parametrize(("view", "columns"), [(name, columns) for name, _, columns in VIEW_ROWS])
def test_each_column_that_the_readme_names_is_in_its_view(view: str, columns: str, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        assert library.councils() == ()
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", [view])}
    named = {column.strip('"') for column in re.findall(r"`([^`]+)`", re.sub(r"\([^)]*\)", "", columns))}
    assert named <= there
