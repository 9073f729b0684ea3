"""Schema 8: digests of what letters and councils must say, by which damage is known when they are read; and which
state a transaction followed, by which a log that is another file's is known.

Those of letters that are there already are made of what is there, once all steps are taken: they tell of damage done
from then on.
"""

from sqlite_utils import Database


def make_room_for_digests(db: Database) -> None:
    """Makes the tables, the first two with nothing in them."""
    db.execute(
        """
    CREATE TABLE letter_digest (
        letter_id INTEGER PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
        heading BLOB NOT NULL,
        text BLOB NOT NULL,
        measures BLOB NOT NULL,
        quotes BLOB NOT NULL,
        tables BLOB NOT NULL,
        remarks BLOB NOT NULL,
        doubts BLOB NOT NULL,
        sentences BLOB
    ) STRICT
    """
    )
    db.execute(
        """
    CREATE TABLE council_digest (
        council_id INTEGER PRIMARY KEY REFERENCES council (id) ON DELETE CASCADE,
        digest BLOB NOT NULL
    ) STRICT
    """
    )
    db.execute(
        """
    CREATE TABLE lineage (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        previous TEXT NOT NULL,
        current TEXT NOT NULL,
        generation INTEGER NOT NULL,
        library TEXT NOT NULL
    ) STRICT
    """
    )
    db.execute(
        "INSERT INTO lineage (id, previous, current, generation, library)"
        " VALUES (1, hex(randomblob(8)), hex(randomblob(8)), 0, hex(randomblob(8)))"
    )
