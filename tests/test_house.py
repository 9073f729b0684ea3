"""What holds of the house as a whole, where no tool looks: where SQL stands, how large a file and a function may be."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = {
    path.relative_to(ROOT).as_posix(): path
    for package in ("db", "tui")
    for path in sorted((ROOT / package).rglob("*.py"))
}

LONGEST_FILE = 400
LONGEST_FUNCTION = 60

MODULES_OF_DB = {
    "__init__",
    "model",
    "outcome",
    "errors",
    "library",
    "known_libraries",
    "library_file",
    "importer",
    "read_stage",
    "extract",
    "extracted",
    "json_output",
    "rescue",
}

SQL_ROOMS = ("db/store/", "db/reread/", "db/review/")
SQL = re.compile(
    r"\b(SELECT|INSERT (INTO|OR)|REPLACE INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA \w+|(ATTACH|DETACH) DATABASE"
    r"|(CREATE|DROP|ALTER) (TEMP |VIRTUAL |UNIQUE )?(TABLE|VIEW|INDEX|TRIGGER)"
    r"|JOIN \w+|WHERE \w+|(ORDER|GROUP) BY|BEGIN (IMMEDIATE|EXCLUSIVE)|SAVEPOINT|VACUUM)\b"
)
"""Words of SQL in capitals, as SQL is written here, with what no sentence of ours has beside them."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.fixture(name="trees", scope="module")
def _trees() -> dict[str, ast.Module]:
    """Every module of the house, parsed."""
    return {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Each text of a module that is no docstring, with its line."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def public(body: list[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    """Each function and class that another module may use, and the methods of such a class."""
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def test_sql_stands_in_the_rooms_of_the_library_file_alone(trees: dict[str, ast.Module]) -> None:
    elsewhere = {name: tree for name, tree in trees.items() if not name.startswith(SQL_ROOMS)}
    assert [
        f"{name}:{line}" for name, tree in elsewhere.items() for line, text in strings(tree) if SQL.search(text)
    ] == []


@pytest.mark.parametrize(
    "text", ["SELECT 1 FROM letter", " WHERE year = ?", "\nPRAGMA foreign_keys", "DELETE FROM letter"]
)
def test_sql_is_known_by_its_words(text: str) -> None:
    assert SQL.search(text)


@pytest.mark.parametrize("text", ["Select a file", "from where it was", "Update the library.", "ORDER OF COUNCILS"])
def test_a_sentence_is_no_sql(text: str) -> None:
    assert not SQL.search(text)


def test_db_has_these_modules_and_rooms_alone() -> None:
    assert {path.stem for path in (ROOT / "db").glob("*.py")} == MODULES_OF_DB
    rooms = {name.split("/")[1] for name in FILES if name.startswith("db/") and name.count("/") > 1}
    assert [room for room in rooms if f"db/{room}/__init__.py" not in FILES] == []


def test_no_file_is_long() -> None:
    lines = {name: path.read_text(encoding="utf-8").count("\n") for name, path in FILES.items()}
    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}


def test_no_function_is_long(trees: dict[str, ast.Module]) -> None:
    functions = [(name, node) for name, tree in trees.items() for node in ast.walk(tree) if isinstance(node, Function)]
    assert [
        f"{name}: {node.name}"
        for name, node in functions
        if node.end_lineno and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ] == []


def test_what_others_may_use_says_what_it_is_for(trees: dict[str, ast.Module]) -> None:
    assert [name for name, tree in trees.items() if not ast.get_docstring(tree)] == []
    named = [(name, node) for name, tree in trees.items() for node in public(tree.body)]
    assert [f"{name}: {node.name}" for name, node in named if not ast.get_docstring(node)] == []


KEY_THAT_DOES = re.compile(r"(?:^|[:;.,] |then )(?![aAI] )[A-Za-z+\-] (?!is )[a-z]+s\b(?! of)")
"""A key that stands in a sentence by itself, and what it does: it may be another by now (see `fill_in_keys`)."""


def test_no_sentence_has_a_key_that_may_be_another_by_now(trees: dict[str, ast.Module]) -> None:
    found = [
        f"{name}:{line}: {text}"
        for name, tree in trees.items()
        if name.startswith("tui/")
        for line, text in strings(tree)
        if KEY_THAT_DOES.search(text)
    ]
    assert not found, found


@pytest.mark.parametrize("text", [" marked: c puts them side by side.", "Without it; + puts one more beside these."])
def test_a_key_in_a_sentence_is_known(text: str) -> None:
    assert KEY_THAT_DOES.search(text)
