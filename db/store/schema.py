"""The library's schema as it is: tables and the index over the words; the views for other programs are in `views`.

A new library is made from this; an old one is brought to the same by the steps in `db.store.migrations`, which a test
proves. Tables are named in the singular and are ours; the views are for whoever opens the file without us. What kinds
there are of anything (measures, doubts, remarks, types of council) is the program's to say, not the schema's.
"""

APPLICATION_ID = 0x75706864
"""Marks a SQLite file as a library of ours (the letters "uphd"), in the file's own header."""

VERSION = 8
"""The schema's version, kept in the file as `user_version`: the number of steps in `db.store.migrations`."""

TABLES = (
    """
    CREATE TABLE council (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        region TEXT,
        gss_code TEXT,
        county TEXT,
        established_on TEXT CHECK (established_on IS date(established_on)),
        abolished_on TEXT CHECK (abolished_on IS date(abolished_on)),
        successors TEXT NOT NULL DEFAULT '[]',
        in_register INTEGER NOT NULL CHECK (in_register IN (0, 1))
    ) STRICT
    """,
    # `zlib` holds the bytes, with the letters' texts as dictionary (see `originals`). They come last, and the text of a
    # letter lies in a table of its own: lists never wade through them.
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
    # `council_id` and `year` are what counts: as corrected, else as read. A letter is identified if it is known whose
    # and of which year it is: only such can be two of one year, of which one is shown. AUTOINCREMENT, as a screen that
    # still holds the id of a letter taken out must not be given another letter.
    """
    CREATE TABLE letter (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        council_id INTEGER NOT NULL REFERENCES council (id) ON DELETE CASCADE,
        year INTEGER,
        read_council_id INTEGER NOT NULL REFERENCES council (id),
        read_year INTEGER,
        kind TEXT NOT NULL,
        council_as_written TEXT,
        dated TEXT CHECK (dated IS date(dated)),
        period_start TEXT CHECK (period_start IS date(period_start)),
        period_end TEXT CHECK (period_end IS date(period_end)),
        addressee TEXT,
        role TEXT,
        figures INTEGER NOT NULL CHECK (figures >= 0),
        identified INTEGER NOT NULL CHECK (identified IN (0, 1)),
        shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
        UNIQUE (file_id, position),
        CHECK ((period_start IS NULL) = (period_end IS NULL)),
        CHECK (identified = 0 OR year IS NOT NULL),
        CHECK (identified = 1 OR shown = 1)
    ) STRICT
    """,
    "CREATE INDEX letter_of_council ON letter (council_id, year)",
    "CREATE INDEX letter_of_year ON letter (year)",
    "CREATE INDEX letter_read_of ON letter (read_council_id)",
    "CREATE INDEX unidentified ON letter (council_id, year) WHERE identified = 0",
    "CREATE UNIQUE INDEX one_shown ON letter (council_id, year) WHERE identified = 1 AND shown = 1",
    """
    CREATE TABLE letter_text (
        letter_id INTEGER PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        folded TEXT
    ) STRICT
    """,
    # 8 bytes for each sentence's fingerprint, ascending. A letter of an older library has none until it is asked for.
    """
    CREATE TABLE letter_sentences (
        letter_id INTEGER PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
        fingerprints BLOB NOT NULL
    ) STRICT
    """,
    # ANY keeps a printed 60 whole and a printed 4.6 broken; REAL would make both floating. `derived` is a JSON list of
    # the figures that the letter does not print.
    """
    CREATE TABLE measure (
        letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        state TEXT NOT NULL,
        rate ANY CHECK (typeof(rate) IN ('integer', 'real', 'null')),
        average ANY CHECK (typeof(average) IN ('integer', 'real', 'null')),
        count INTEGER,
        base INTEGER,
        base_of TEXT,
        denominator INTEGER,
        derived TEXT NOT NULL CHECK (json_valid(derived)),
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
        name TEXT NOT NULL,
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
        kind TEXT NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" >= start),
        PRIMARY KEY (letter_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    # `parameters` is a JSON object: what the sentence for the code is made with.
    """
    CREATE TABLE doubt (
        letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        about TEXT,
        parameters TEXT NOT NULL CHECK (json_valid(parameters)),
        PRIMARY KEY (letter_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE doubt_quote (
        letter_id INTEGER NOT NULL,
        doubt INTEGER NOT NULL,
        position INTEGER NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" >= start),
        PRIMARY KEY (letter_id, doubt, position),
        FOREIGN KEY (letter_id, doubt) REFERENCES doubt (letter_id, position) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    # By file and position in it, which say which letter is meant even to somebody who reads the file anew. The council
    # is named as in the register.
    """
    CREATE TABLE correction (
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
    # One row for each doubt that a person has seen and found fine; NULL in a column stands for anything. `other` tells
    # which other letter a conflict is with.
    """
    CREATE TABLE dismissal (
        id INTEGER PRIMARY KEY,
        file_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        code TEXT,
        about TEXT,
        start INTEGER,
        "end" INTEGER,
        other TEXT,
        dismissed_at TEXT NOT NULL,
        FOREIGN KEY (file_id, position) REFERENCES letter (file_id, position) ON DELETE CASCADE ON UPDATE CASCADE
    ) STRICT
    """,
    "CREATE INDEX dismissal_of_letter ON dismissal (file_id, position)",
    # The words that are searched: NULL in `folded` means that the text has none that its copy has broken.
    "CREATE VIEW searched_text AS SELECT letter_id, coalesce(folded, text) AS text FROM letter_text",
    """
    CREATE VIRTUAL TABLE letter_fts USING fts5 (
        text, content = 'searched_text', content_rowid = 'letter_id', tokenize = 'porter unicode61'
    )
    """,
    # New letters are indexed a batch at a time (a trigger a row costs twice as much); whatever goes, by
    # our hand or another program's, leaves the index by this.
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
    # Councils by name, as those of a set need not have letters here. They hang on nothing: a set outlives letters.
    """
    CREATE TABLE council_set (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> '')
    ) STRICT
    """,
    """
    CREATE TABLE council_set_member (
        set_id INTEGER NOT NULL REFERENCES council_set (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        council TEXT NOT NULL,
        PRIMARY KEY (set_id, position),
        UNIQUE (set_id, council)
    ) STRICT, WITHOUT ROWID
    """,
    # The digests of what rows must say, 8 bytes each (see `digest`): a letter's own row with its file's and what is
    # corrected, and what hangs on it. A letter without any is damaged; `sentences` is NULL where there are none.
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
    """,
    """
    CREATE TABLE council_digest (
        council_id INTEGER PRIMARY KEY REFERENCES council (id) ON DELETE CASCADE,
        digest BLOB NOT NULL
    ) STRICT
    """,
    # Which state of the library a transaction followed and which it made: by that a log beside the file is known as its
    # own (see `leftover_log`). How many there were, and which library it is: by that another in its place (`identity`).
    """
    CREATE TABLE lineage (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        previous TEXT NOT NULL,
        current TEXT NOT NULL,
        generation INTEGER NOT NULL,
        library TEXT NOT NULL
    ) STRICT
    """,
)
"""The tables with their indexes and triggers, in an order in which each finds what it refers to."""
