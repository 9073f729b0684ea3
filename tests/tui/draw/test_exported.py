"""What is saved of what is shown: tidy, read back, and named after what it is."""

import csv
import io
import json
from dataclasses import replace

import pytest

from db.export.sheet_formats import unshield_text
from db.figures.year_table import YearColumn, YearLetter, build_year_table
from db.model import Council, CouncilType
from tests.tui.draw.made import (
    HOSTILE,
    LETTER,
    complied,
    hostile_letter,
    of_year,
    per_100k,
    remedied,
    stored,
    table,
    upheld,
)
from tui.draw.exported import name_file, write_counts, write_figures, write_letter, write_year


def read_csv(text: str) -> list[dict[str, str]]:
    """The rows by the names of the columns."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(
    ("council", "name"),
    [
        ("Leeds City Council", "briefing-leeds-2020.html"),
        ("Borough Council of King's Lynn & West Norfolk", "briefing-king-s-lynn-west-norfolk-2020.html"),
        ("../../etc/passwd\x1b[31m", "briefing-etc-passwd-2020.html"),
        ("\u5e02", "briefing-council-2020.html"),
    ],
)
def test_a_file_is_named_after_what_it_is_whatever_a_council_is_called(council: str, name: str) -> None:
    letter = replace(LETTER, council=Council(name=council))
    assert name_file("briefing", stored(letter), "html") == name


def test_figures_have_a_row_a_measure_and_counts_a_row_a_number() -> None:
    letters = [stored(of_year(2020, upheld(), complied()), 1), stored(of_year(2019, upheld(1, 4, 25)), 2)]
    rows = read_csv(write_figures(letters, "x.csv"))
    assert [(row["year"], row["count"]) for row in rows if row["measure"] == "upheld"] == [("2020", "3"), ("2019", "1")]
    counts = json.loads(write_counts([stored()], "x.json"))
    assert [(row["heading"], row["value"], row["is_total"]) for row in counts] == [
        *(("Adult Care Services", 0, 0), ("Housing", 1, 0), ("Drains", None, 0), ("Total", 1234, 1))
    ]


def test_a_council_with_tables_alone_has_its_counts_saved() -> None:
    letter = replace(of_year(2010), tables=(table(),))
    assert [row["table"] for row in read_csv(write_figures([stored(letter)], "x.csv"))] == ["received"] * 4


@pytest.mark.parametrize("words", [*HOSTILE, "=1+1", "@x"])
@pytest.mark.parametrize("name", ["x.csv", "x.txt"])
def test_no_text_of_a_letter_is_a_formula(words: str, name: str) -> None:
    text = write_counts([stored(hostile_letter(words))], name).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="," if name == "x.csv" else "\t"))
    assert len(rows) == 3
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+"))]
    if words in ("=1+1", "@x"):
        assert words in [unshield_text(cell) for cell in rows[1]]


def test_a_year_has_a_row_a_council_in_the_order_of_the_table() -> None:
    letters = [
        YearLetter(
            letter_id=index,
            council_id=index,
            council=Council(name=name, type=CouncilType.DISTRICT),
            year=2020,
            measures=(measure, complied(), remedied(), per_100k()),
        )
        for index, (name, measure) in enumerate([("A", upheld()), ("B", upheld(40, 50, 80)), ("C", upheld(1, 2, 50))])
    ]
    made = build_year_table(2020, letters, CouncilType.DISTRICT, YearColumn.UPHELD)
    rows = read_csv(write_year(made.rows, "year.csv"))
    ranks = [(row["council"], row["rank"], row["gap"]) for row in rows]
    assert ranks == [("B", "1", "35"), ("A", "2", "15"), ("C", "", "5")]
    assert (rows[0]["upheld_cases"], rows[0]["upheld_of"], rows[0]["upheld"]) == ("40", "50", "80")
    assert rows[0]["stands_out"] == "above_average:upheld"


def test_a_letter_is_saved_with_where_it_is_from() -> None:
    text = write_letter(stored())
    assert text.startswith("Harnham District Council")
    assert text.rstrip().endswith("file harnham.txt)")
