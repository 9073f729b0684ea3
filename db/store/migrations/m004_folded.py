"""Schema 4: the index is over the words as a reader sees them, put together where a copy has broken them."""

from sqlite_utils import Database

from db.text.searched import fold_for_search

_OLD_INDEX = (
    "DROP TRIGGER letter_text_gone",
    "DROP TRIGGER letter_text_stays",
    "DROP TABLE letter_fts",
    "ALTER TABLE letter_text ADD COLUMN folded TEXT",
)
_NEW_INDEX = (
    "CREATE VIEW searched_text AS SELECT letter_id, coalesce(folded, text) AS text FROM letter_text",
    """
    CREATE VIRTUAL TABLE letter_fts USING fts5 (
        text, content = 'searched_text', content_rowid = 'letter_id', tokenize = 'porter unicode61'
    )
    """,
    "INSERT INTO letter_fts (letter_fts) VALUES ('rebuild')",
    """
    CREATE TRIGGER letter_text_gone AFTER DELETE ON letter_text BEGIN
        INSERT INTO letter_fts (letter_fts, rowid, text)
        VALUES ('delete', old.letter_id, coalesce(old.folded, old.text));
    END
    """,
    """
    CREATE TRIGGER letter_text_stays BEFORE UPDATE ON letter_text BEGIN
        SELECT RAISE(ABORT, 'the text of a letter is never changed: quotes and the file''s bytes rest on it');
    END
    """,
)


def make_index_anew(db: Database) -> None:
    """Keeps beside each text with broken words the one to search, and indexes that."""
    connection = db.conn
    for statement in _OLD_INDEX:
        connection.execute(statement)
    for letter_id, text in connection.execute("SELECT letter_id, text FROM letter_text").fetchall():
        searched = fold_for_search(text)
        if searched:
            connection.execute("UPDATE letter_text SET folded = ? WHERE letter_id = ?", (searched.text, letter_id))
    for statement in _NEW_INDEX:
        connection.execute(statement)
