"""What the README and CONTRIBUTING say of the house, held against the house."""

import re
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

from db.library import Library
from db.store.views import VIEWS
from tests.sample_library import LIBRARY

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

TERMS = re.findall(r"^\| [^|]+ \| [^|]+ \| `([\w.]+)` \|$", CONTRIBUTING, re.MULTILINE)
PATHS = re.findall(r"`((?:db|tui|tests|\.ci)/[\w./]*)`", CONTRIBUTING)
EXAMPLES = [
    example.strip()
    for block in re.findall(r"^```sql$(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    for example in block.split(";")
    if example.strip()
]
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


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split("\n")[0])
def test_each_question_of_the_readme_is_answered_by_the_sample_library(example: str, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(LIBRARY.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(example).fetchall()


def test_the_readme_has_questions_for_the_library() -> None:
    assert len(EXAMPLES) == 5
