"""Schema 7: views for ranks, for what stands out, and for the sentences that councils in general were told."""

from sqlite_utils import Database

VIEWS_7 = {
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


def add_views(db: Database) -> None:
    """Makes them."""
    for name, query in VIEWS_7.items():
        db.create_view(name, query)
