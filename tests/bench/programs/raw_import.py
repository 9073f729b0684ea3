"""The limit of an import: each file of a folder read, hashed and inserted, and all of them indexed at once."""

import sqlite3
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path


def main(folder: Path, path: Path) -> None:
    """Make the database at `path`."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, text TEXT)")
        database.execute(
            "CREATE VIRTUAL TABLE letter_fts USING fts5 "
            "(text, content = 'letter', content_rowid = 'id', tokenize = 'porter unicode61')"
        )
        files = (file.read_bytes() for file in sorted(folder.iterdir()))
        rows = ((sha256(data).hexdigest(), data.decode()) for data in files)
        database.executemany("INSERT INTO letter (sha256, text) VALUES (?, ?)", rows)
        database.execute("INSERT INTO letter_fts (rowid, text) SELECT id, text FROM letter")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
