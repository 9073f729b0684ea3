"""Makes the library of the sample letters that upheld brings with it, so that `--sample` need not read them: by hand.

    python -m tests.sample_library

After any change of the sample letters, of what is read from them, or of the schema; a test says when it is due.
"""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import sample_letters
from db.importer import import_paths

FOLDER = Path(next(iter(sample_letters.__path__)))
LIBRARY = FOLDER / "library.db"


def make_library(path: Path) -> None:
    """Import the sample letters into a new library, and leave it as small as it can be."""
    report = import_paths(path, sorted(FOLDER.glob("*.txt")))
    assert report.added == len(report.outcomes)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO letter_fts (letter_fts) VALUES ('optimize')")
        connection.commit()
        connection.execute("VACUUM")


def main() -> None:
    """Put it beside the letters, in the place of the one before."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "library.db"
        make_library(made)
        LIBRARY.write_bytes(made.read_bytes())


if __name__ == "__main__":
    main()
