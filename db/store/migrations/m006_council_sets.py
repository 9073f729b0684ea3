"""Schema 6: sets of councils that a person keeps under a name, to compare them again."""

from sqlite_utils import Database


def make_room_for_council_sets(db: Database) -> None:
    """Makes the two tables, with nothing in them."""
    db.execute(
        """
    CREATE TABLE council_set (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> '')
    ) STRICT
    """
    )
    db.execute(
        """
    CREATE TABLE council_set_member (
        set_id INTEGER NOT NULL REFERENCES council_set (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        council TEXT NOT NULL,
        PRIMARY KEY (set_id, position),
        UNIQUE (set_id, council)
    ) STRICT, WITHOUT ROWID
    """
    )
