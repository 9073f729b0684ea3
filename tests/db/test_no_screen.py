"""db knows no screen: its modules can all be imported without anything that draws."""

import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, sys
import db
for module in pkgutil.walk_packages(db.__path__, "db."):
    importlib.import_module(module.name)
drawing = {"textual", "rich", "tui"} & {name.partition(".")[0] for name in sys.modules}
assert not drawing, drawing
"""


def test_all_of_db_is_imported_without_anything_that_draws() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
