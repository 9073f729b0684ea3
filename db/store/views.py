"""The views of a library, for whoever opens the file without us: they stay while tables change under them."""

VIEWS = {
    "letters": """
        SELECT letter.id AS letter_id, council_id, council.name AS council, council.type, council.region,
            council.gss_code, council.in_register, letter.year, kind, shown, correction.what AS set_by_hand,
            read_council.name AS read_council, read_year, council_as_written, dated, period_start, period_end,
            addressee, role, figures, file.name AS file, sha256, media_type, imported_at, letter.position, text
        FROM letter
        JOIN council ON council.id = council_id
        JOIN council AS read_council ON read_council.id = read_council_id
        JOIN file ON file.id = letter.file_id
        JOIN letter_text ON letter_text.letter_id = letter.id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    "measures": """
        SELECT letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, kind, shown,
            correction.what AS set_by_hand, measure.name AS measure, state, rate, average, count, base, base_of,
            denominator, derived
        FROM measure
        JOIN letter ON letter.id = letter_id
        JOIN council ON council.id = council_id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    "counts": """
        SELECT cell.letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, kind, shown,
            correction.what AS set_by_hand, letter_table.name AS "table", key, heading, value, is_total
        FROM cell
        JOIN letter_table ON letter_table.letter_id = cell.letter_id
            AND letter_table.position = cell.letter_table
        JOIN letter ON letter.id = cell.letter_id
        JOIN council ON council.id = council_id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    "doubts": """
        SELECT letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, kind, shown,
            correction.what AS set_by_hand, code, about, parameters
        FROM doubt
        JOIN letter ON letter.id = letter_id
        JOIN council ON council.id = council_id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    # SQLite counts characters as Python does, but from one.
    "quotes": """
        WITH span (letter_id, about, name, start, "end") AS (
            SELECT letter_id, 'measure', measure, start, "end" FROM measure_quote
            UNION ALL
            SELECT cell.letter_id, letter_table.name, heading, start, "end" FROM cell
            JOIN letter_table ON letter_table.letter_id = cell.letter_id
                AND letter_table.position = cell.letter_table
            WHERE start IS NOT NULL
            UNION ALL
            SELECT letter_id, 'remark', kind, start, "end" FROM remark
            UNION ALL
            SELECT doubt_quote.letter_id, 'doubt', code, start, "end" FROM doubt_quote
            JOIN doubt ON doubt.letter_id = doubt_quote.letter_id AND doubt.position = doubt_quote.doubt
        )
        SELECT span.letter_id, council.name AS council, letter.year, correction.what AS set_by_hand, about,
            span.name, start, "end", substr(text, start + 1, "end" - start) AS words
        FROM span
        JOIN letter ON letter.id = span.letter_id
        JOIN council ON council.id = council_id
        JOIN letter_text ON letter_text.letter_id = span.letter_id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    "councils": """
        SELECT council.id AS council_id, name AS council, type, region, gss_code, county, in_register,
            established_on, abolished_on, successors, count(*) AS letters,
            min(year) AS first_year, max(year) AS last_year
        FROM council
        JOIN letter ON council_id = council.id
        GROUP BY council.id
    """,
    # A share of fewer than 5 cases has no rank, nor has one of which it is not known how many they are. Every window is
    # parted by year, type and measure: what is asked of one year reads no other.
    "ranks": """
        SELECT letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, kind,
            measure.name AS measure,
            rank() OVER (PARTITION BY letter.year, type, measure.name ORDER BY rate DESC) AS rank,
            count(*) OVER (PARTITION BY letter.year, type, measure.name, rate) > 1 AS tied,
            count(*) OVER (PARTITION BY letter.year, type, measure.name) AS ranked,
            rate, average, count, denominator
        FROM measure
        JOIN letter ON letter.id = letter_id
        JOIN council ON council.id = council_id
        WHERE identified = 1 AND shown = 1 AND state = 'given' AND rate IS NOT NULL
            AND coalesce(denominator, base, 1) <> 0
            AND (measure.name = 'upheld_per_100k' OR denominator >= 5)
    """,
    # What stands out without any test of chance; such tests are no matter for SQL.
    "stand_outs": """
        WITH reason (letter_id, code, measure, start, "end") AS (
            SELECT measure.letter_id, 'compliance_below_100', measure.name, start, "end" FROM measure
            LEFT JOIN measure_quote ON measure_quote.letter_id = measure.letter_id
                AND measure_quote.measure = measure.name AND measure_quote.position = 0
            WHERE measure.name = 'compliance' AND state = 'given' AND rate < 100 AND coalesce(denominator, base, 1) <> 0
            UNION ALL
            SELECT letter_id, kind, NULL, start, "end" FROM remark
            WHERE kind IN (
                    'public_report', 'refusal', 'not_complied', 'late_compliance', 'apology', 'poor_complaint_handling'
                )
                AND NOT EXISTS (
                    SELECT 1 FROM remark AS earlier
                    WHERE earlier.letter_id = remark.letter_id AND earlier.kind = remark.kind
                        AND earlier.position < remark.position
                )
        )
        SELECT reason.letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, letter.kind,
            code, measure, start, "end", substr(text, start + 1, "end" - start) AS words
        FROM reason
        JOIN letter ON letter.id = reason.letter_id
        JOIN council ON council.id = council_id
        JOIN letter_text ON letter_text.letter_id = reason.letter_id
        WHERE identified = 1 AND shown = 1
    """,
    "sentences": """
        WITH RECURSIVE place (number) AS (
            SELECT 0
            UNION ALL
            SELECT number + 1 FROM place
            WHERE number + 1 < (SELECT max(length(fingerprints)) / 8 FROM letter_sentences)
        )
        SELECT letter_id, council_id, council.name AS council, type, letter.year, kind, shown,
            lower(hex(substr(fingerprints, number * 8 + 1, 8))) AS fingerprint
        FROM letter_sentences
        JOIN place ON number < length(fingerprints) / 8
        JOIN letter ON letter.id = letter_id
        JOIN council ON council.id = council_id
    """,
    # Of a letter that has the sentence the others are one fewer.
    "boilerplate": """
        WITH counted (id, year) AS (
            SELECT letter.id, year FROM letter JOIN letter_sentences ON letter_id = letter.id
            WHERE identified = 1 AND shown = 1 AND kind = 'annual'
        ),
        here (year, letters) AS (SELECT year, count(*) FROM counted GROUP BY year)
        SELECT sentences.year, fingerprint, count(*) AS letters, here.letters AS of_letters
        FROM counted
        JOIN sentences ON letter_id = counted.id
        JOIN here ON here.year = counted.year
        GROUP BY sentences.year, fingerprint
        HAVING count(*) > 5 AND (count(*) - 1) * 2 > here.letters - 1
    """,
}
"""By name, each with its query; every one says whose and of which year what it lists is."""
