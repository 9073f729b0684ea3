"""Schema 2: what a person sets of a letter, kept apart from what was read; the views give what then counts.

In `letter`, `council_id` and `year` are from here on what counts: as set by hand, else as read.
"""

CHANGES_2 = (
    # Never NULL, which a column that is added later cannot be declared to be.
    "ALTER TABLE letter ADD COLUMN read_council_id INTEGER REFERENCES council (id)",
    "ALTER TABLE letter ADD COLUMN read_year INTEGER",
    "UPDATE letter SET read_council_id = council_id, read_year = year",
    "CREATE INDEX letter_read_of ON letter (read_council_id)",
    # By file and place in it, which say which letter is meant even to somebody who reads the file anew. The council
    # is named as in the register.
    """
    CREATE TABLE by_hand (
        file_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        council TEXT,
        year INTEGER,
        set_at TEXT NOT NULL,
        what TEXT AS (
            CASE WHEN year IS NULL THEN 'council' WHEN council IS NULL THEN 'year' ELSE 'council and year' END
        ),
        PRIMARY KEY (file_id, position),
        FOREIGN KEY (file_id, position) REFERENCES letter (file_id, position) ON DELETE CASCADE ON UPDATE CASCADE,
        CHECK (council IS NOT NULL OR year IS NOT NULL)
    ) STRICT, WITHOUT ROWID
    """,
    # `reasons` is a JSON list of sentences: a letter with a further reason needs a look again.
    """
    CREATE TABLE seen (
        file_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        reasons TEXT NOT NULL CHECK (json_valid(reasons)),
        seen_at TEXT NOT NULL,
        PRIMARY KEY (file_id, position),
        FOREIGN KEY (file_id, position) REFERENCES letter (file_id, position) ON DELETE CASCADE ON UPDATE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    # From here on the longer of two equally full letters is shown, not the one imported first.
    """
    UPDATE letter SET shown = 0
    WHERE placed = 1 AND (council_id, year) IN (SELECT council_id, year FROM letter WHERE shown = 0)
    """,
    """
    UPDATE letter SET shown = 1 WHERE id IN (
        SELECT id FROM (
            SELECT id, row_number() OVER (
                PARTITION BY council_id, year ORDER BY figures DESC, length(text) DESC, id
            ) AS place
            FROM letter JOIN letter_text ON letter_id = id
            WHERE placed = 1 AND (council_id, year) IN (SELECT council_id, year FROM letter WHERE shown = 0)
        ) WHERE place = 1
    )
    """,
)
"""What schema 2 changes in the tables of schema 1, in this order."""

VIEWS_2 = {
    "letters": """
        SELECT letter.id AS letter_id, council_id, council.name AS council, council.type, council.region,
            council.gss_code, council.in_register, letter.year, kind, shown, by_hand.what AS set_by_hand,
            read_council.name AS read_council, read_year, council_as_written, dated, period_start, period_end,
            addressee, role, figures, file.name AS file, sha256, media_type, imported_at, letter.position, text
        FROM letter
        JOIN council ON council.id = council_id
        JOIN council AS read_council ON read_council.id = read_council_id
        JOIN file ON file.id = letter.file_id
        JOIN letter_text ON letter_text.letter_id = letter.id
        LEFT JOIN by_hand ON by_hand.file_id = letter.file_id AND by_hand.position = letter.position
    """,
    "measures": """
        SELECT letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, kind, shown,
            by_hand.what AS set_by_hand, measure.name AS measure, state, rate, average, count, base, base_of,
            denominator
        FROM measure
        JOIN letter ON letter.id = letter_id
        JOIN council ON council.id = council_id
        LEFT JOIN by_hand ON by_hand.file_id = letter.file_id AND by_hand.position = letter.position
    """,
    "counts": """
        SELECT cell.letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, kind, shown,
            by_hand.what AS set_by_hand, letter_table.name AS "table", key, heading, value, is_total
        FROM cell
        JOIN letter_table ON letter_table.letter_id = cell.letter_id
            AND letter_table.position = cell.letter_table
        JOIN letter ON letter.id = cell.letter_id
        JOIN council ON council.id = council_id
        LEFT JOIN by_hand ON by_hand.file_id = letter.file_id AND by_hand.position = letter.position
    """,
    "quotes": """
        WITH place (letter_id, about, name, start, "end") AS (
            SELECT letter_id, 'measure', measure, start, "end" FROM measure_quote
            UNION ALL
            SELECT cell.letter_id, letter_table.name, heading, start, "end" FROM cell
            JOIN letter_table ON letter_table.letter_id = cell.letter_id
                AND letter_table.position = cell.letter_table
            WHERE start IS NOT NULL
            UNION ALL
            SELECT letter_id, 'remark', kind, start, "end" FROM remark
            UNION ALL
            SELECT warning_quote.letter_id, 'warning', message, start, "end" FROM warning_quote
            JOIN warning ON warning.letter_id = warning_quote.letter_id
                AND warning.position = warning_quote.warning
        )
        SELECT place.letter_id, council.name AS council, letter.year, by_hand.what AS set_by_hand, about,
            place.name, start, "end", substr(text, start + 1, "end" - start) AS words
        FROM place
        JOIN letter ON letter.id = place.letter_id
        JOIN council ON council.id = council_id
        JOIN letter_text ON letter_text.letter_id = place.letter_id
        LEFT JOIN by_hand ON by_hand.file_id = letter.file_id AND by_hand.position = letter.position
    """,
}
"""The views that schema 2 replaces: those of schema 1 with what counts now, and `set_by_hand` (NULL: as read)."""
