"""What db says to a person holds wherever it is shown, and what goes wrong is told apart by class alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import db
from db.errors import CouncilUnknown, Declined, FileGone, LetterGone, LibraryBusy, LibraryError, YearImpossible

DB = Path(next(iter(db.__path__)))
TUI = DB.parent / "tui"
FLAG = re.compile(r"(?<![\w!-])--[a-z]|\bupheld (browse|import|councils|show|read|search|check) ")
"""An option of the command line, or one of its commands with something after it."""


def strings(file: Path) -> Iterator[str]:
    """The texts that a program says or works with: all its strings but docstrings, parts of f-strings among them."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


@pytest.mark.parametrize("text", ["name another with --library.", "(--json)", "Make one: upheld import FILE"])
def test_an_option_or_a_command_is_recognised(text: str) -> None:
    assert FLAG.search(text)


def test_no_sentence_of_db_knows_the_command_line() -> None:
    files = list(DB.rglob("*.py"))
    assert len(files) > 50
    assert [(file.name, text) for file in files for text in strings(file) if FLAG.search(text)] == []


def test_nothing_hangs_on_what_an_error_came_of() -> None:
    reading = [
        (file.name, node.lineno)
        for file in (*DB.rglob("*.py"), *TUI.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("__cause__", "__context__")
    ]
    assert {name for name, _line in reading} == {"crash_log.py"}, "which tells what happened, and decides nothing"


def test_what_is_declined_for_good_is_told_from_what_can_be_tried_again() -> None:
    for declined in (LetterGone, FileGone, CouncilUnknown, YearImpossible):
        assert issubclass(declined, Declined)
    assert issubclass(LibraryBusy, LibraryError)
    assert not issubclass(LibraryBusy, Declined)
