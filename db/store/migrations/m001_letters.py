"""The library's schema as it was first made: tables, the index over the words, views for other programs.

Tables are named in the singular and are ours; the views (`letters`, `measures`, `counts`, `quotes`,
`councils`) are for whoever opens the file without us. A later schema is a further migration: the statements
here stay as they are.
"""

APPLICATION_ID = 0x75706864

TABLES_1 = (
    """
    CREATE TABLE council (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL
            CHECK (type IN ('county', 'district', 'metropolitan', 'unitary', 'london_borough', 'other')),
        region TEXT,
        gss_code TEXT,
        county TEXT,
        established_on TEXT CHECK (established_on IS date(established_on)),
        abolished_on TEXT CHECK (abolished_on IS date(abolished_on)),
        successors TEXT NOT NULL DEFAULT '[]',
        in_register INTEGER NOT NULL CHECK (in_register IN (0, 1))
    ) STRICT
    """,
    # `zlib` holds the bytes, with the letters' texts as dictionary (see `db.store.originals`). They come last, and
    # the text of a letter lies in a table of its own: lists never wade through them.
    """
    CREATE TABLE file (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL CHECK (size >= 0),
        imported_at TEXT NOT NULL,
        zlib BLOB NOT NULL
    ) STRICT
    """,
    # A letter is placed if it is known whose and of which year it is: only such can be two of one year, of which
    # one is shown. AUTOINCREMENT, as a screen that still holds the id of a letter taken out must not be given
    # another letter.
    """
    CREATE TABLE letter (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        council_id INTEGER NOT NULL REFERENCES council (id) ON DELETE CASCADE,
        year INTEGER,
        kind TEXT NOT NULL CHECK (kind IN ('annual', 'further', 'statistics')),
        council_as_written TEXT,
        dated TEXT CHECK (dated IS date(dated)),
        period_start TEXT CHECK (period_start IS date(period_start)),
        period_end TEXT CHECK (period_end IS date(period_end)),
        addressee TEXT,
        role TEXT,
        figures INTEGER NOT NULL CHECK (figures >= 0),
        placed INTEGER NOT NULL CHECK (placed IN (0, 1)),
        shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
        UNIQUE (file_id, position),
        CHECK ((period_start IS NULL) = (period_end IS NULL)),
        CHECK (placed = 0 OR year IS NOT NULL),
        CHECK (placed = 1 OR shown = 1)
    ) STRICT
    """,
    "CREATE INDEX letter_of_council ON letter (council_id, year)",
    "CREATE INDEX letter_of_year ON letter (year)",
    "CREATE INDEX unplaced ON letter (council_id, year) WHERE placed = 0",
    "CREATE UNIQUE INDEX one_shown ON letter (council_id, year) WHERE placed = 1 AND shown = 1",
    """
    CREATE TABLE letter_text (
        letter_id INTEGER PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
        text TEXT NOT NULL
    ) STRICT
    """,
    # ANY keeps a printed 60 whole and a printed 4.6 broken; REAL would make both floating.
    """
    CREATE TABLE measure (
        letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
        name TEXT NOT NULL CHECK (name IN ('upheld', 'compliance', 'remedy', 'upheld_per_100k')),
        position INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('given', 'none_due', 'none_upheld', 'not_given')),
        rate ANY CHECK (typeof(rate) IN ('integer', 'real', 'null')),
        average ANY CHECK (typeof(average) IN ('integer', 'real', 'null')),
        count INTEGER,
        base INTEGER,
        base_of TEXT,
        denominator INTEGER,
        PRIMARY KEY (letter_id, name)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE measure_quote (
        letter_id INTEGER NOT NULL,
        measure TEXT NOT NULL,
        position INTEGER NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" >= start),
        PRIMARY KEY (letter_id, measure, position),
        FOREIGN KEY (letter_id, measure) REFERENCES measure (letter_id, name) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE letter_table (
        letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL CHECK (name IN ('received', 'decided', 'remedied')),
        PRIMARY KEY (letter_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE cell (
        letter_id INTEGER NOT NULL,
        letter_table INTEGER NOT NULL,
        position INTEGER NOT NULL,
        is_total INTEGER NOT NULL CHECK (is_total IN (0, 1)),
        key TEXT NOT NULL,
        heading TEXT NOT NULL,
        value INTEGER,
        start INTEGER CHECK (start >= 0),
        "end" INTEGER CHECK ("end" >= start),
        PRIMARY KEY (letter_id, letter_table, position),
        FOREIGN KEY (letter_id, letter_table) REFERENCES letter_table (letter_id, position) ON DELETE CASCADE,
        CHECK ((start IS NULL) = ("end" IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE remark (
        letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('public_report', 'refusal', 'late_compliance', 'not_complied',
                                           'apology', 'praise', 'reorganisation')),
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" >= start),
        PRIMARY KEY (letter_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE warning (
        letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        message TEXT NOT NULL,
        about TEXT,
        PRIMARY KEY (letter_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE warning_quote (
        letter_id INTEGER NOT NULL,
        warning INTEGER NOT NULL,
        position INTEGER NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" >= start),
        PRIMARY KEY (letter_id, warning, position),
        FOREIGN KEY (letter_id, warning) REFERENCES warning (letter_id, position) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIRTUAL TABLE letter_fts USING fts5 (
        text, content = 'letter_text', content_rowid = 'letter_id', tokenize = 'porter unicode61'
    )
    """,
    # New letters are indexed a batch at a time (a trigger a row costs twice as much); whatever goes, by
    # our hand or another program's, leaves the index by this.
    """
    CREATE TRIGGER letter_text_gone AFTER DELETE ON letter_text BEGIN
        INSERT INTO letter_fts (letter_fts, rowid, text) VALUES ('delete', old.letter_id, old.text);
    END
    """,
    """
    CREATE TRIGGER letter_text_stays BEFORE UPDATE ON letter_text BEGIN
        SELECT RAISE(ABORT, 'the text of a letter is never changed: quotes and the file''s bytes rest on it');
    END
    """,
)
"""The tables of schema 1, in an order in which each finds what it refers to."""

VIEWS_1 = {
    "letters": """
        SELECT letter.id AS letter_id, council_id, council.name AS council, type, region, gss_code,
            in_register, year, kind, shown, council_as_written, dated, period_start, period_end, addressee, role,
            figures, file.name AS file, sha256, media_type, imported_at, position, text
        FROM letter
        JOIN council ON council.id = council_id
        JOIN file ON file.id = file_id
        JOIN letter_text ON letter_text.letter_id = letter.id
    """,
    "measures": """
        SELECT letter_id, council_id, council.name AS council, type, region, gss_code, year, kind, shown,
            measure.name AS measure, state, rate, average, count, base, base_of, denominator
        FROM measure
        JOIN letter ON letter.id = letter_id
        JOIN council ON council.id = council_id
    """,
    "counts": """
        SELECT cell.letter_id, council_id, council.name AS council, type, region, gss_code, year, kind, shown,
            letter_table.name AS "table", key, heading, value, is_total
        FROM cell
        JOIN letter_table ON letter_table.letter_id = cell.letter_id
            AND letter_table.position = cell.letter_table
        JOIN letter ON letter.id = cell.letter_id
        JOIN council ON council.id = council_id
    """,
    # SQLite counts characters as Python does, but from one.
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
        SELECT place.letter_id, council.name AS council, year, about, place.name, start, "end",
            substr(text, start + 1, "end" - start) AS words
        FROM place
        JOIN letter ON letter.id = place.letter_id
        JOIN council ON council.id = council_id
        JOIN letter_text ON letter_text.letter_id = place.letter_id
    """,
    "councils": """
        SELECT council.id AS council_id, name AS council, type, region, gss_code, county, in_register,
            established_on, abolished_on, successors, count(*) AS letters,
            min(year) AS first_year, max(year) AS last_year
        FROM council
        JOIN letter ON council_id = council.id
        GROUP BY council.id
    """,
}
"""The views of schema 1: one row a letter, a letter's measure, a table's cell, a quoted place, a council."""
