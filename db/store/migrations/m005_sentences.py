"""Schema 5: the fingerprints of a letter's sentences, by which it is told what councils in general were told.

Those of letters that are there already are made when they are first asked for: opening a library does not wait for it.
"""

from sqlite_utils import Database


def make_room_for_sentences(db: Database) -> None:
    """Makes the table, with nothing in it."""
    db.execute(
        """
    CREATE TABLE letter_sentences (
        letter_id INTEGER PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
        fingerprints BLOB NOT NULL
    ) STRICT
    """
    )
