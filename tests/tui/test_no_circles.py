"""No module of db and tui leads back to itself by what it imports, late imports included."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[2]


def find_modules() -> dict[str, Path]:
    """Every module of the two packages, by its name."""
    files = [file for package in ("db", "tui") for file in (ROOT / package).rglob("*.py")]
    return {".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file for file in files}


def list_imports(node: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports in a piece of source, wherever they stand, but for those that only a type checker reads."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield node
    elif isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
        for other in node.orelse:
            yield from list_imports(other)
    else:
        for child in ast.iter_child_nodes(node):
            yield from list_imports(child)


def find_imported(source: str, modules: dict[str, Path]) -> set[str]:
    """Which of these modules a source imports."""
    imported: set[str] = set()
    for node in list_imports(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported.update(alias.name for alias in node.names)
            continue
        assert not node.level, "an import says from which package it is"
        for alias in node.names:
            inside = f"{node.module}.{alias.name}"
            imported.add(inside if inside in modules else node.module or "")
    return imported & modules.keys()


def test_no_module_leads_back_to_itself_by_what_it_imports() -> None:
    modules = find_modules()
    assert len(modules) > 50
    graph = {name: find_imported(file.read_text(encoding="utf-8"), modules) for name, file in modules.items()}
    TopologicalSorter(graph).prepare()  # a circle is an error, which names it


def test_late_imports_count_and_those_for_a_type_checker_do_not() -> None:
    source = "if TYPE_CHECKING:\n    import a\nelse:\n    import b\ndef f():\n    from d import c\n    from e import g"
    modules = dict.fromkeys(("a", "b", "d.c", "e"), ROOT)
    assert find_imported(source, modules) == {"b", "d.c", "e"}
