"""What is copied of all councils of a year: one of them in a sentence with its rank, or all that are listed."""

from collections.abc import Iterable

from db.figures.year_table import YearRow, YearTable
from db.model import Council
from db.text.clean import one_line
from tui.draw.copy_text import CopiedText, describe_figures
from tui.draw.exported import write_councils, write_year
from tui.draw.labels import format_count
from tui.draw.year_rows import describe_reasons
from tui.draw.year_words import SORTED_BY, describe_type

_LONGEST = 20_000


def copy_year_row(row: YearRow, table: YearTable) -> CopiedText:
    """A council of a year: its figures, its rank among how many of its type, and what stands out."""
    council = row.letter.council
    parts = [describe_figures(row.measures), _describe_rank(row, table)]
    if reasons := describe_reasons(row):
        parts.append(f"what stands out: {reasons}")
    text = f"{council.name}, year to 31 March {row.letter.year}: {'; '.join(parts)}."
    source = f"(Source: the Ombudsman's letter to {council.name}, {row.letter.year}; ranks are upheld's own)"
    return CopiedText(one_line(f"{text} {source}", _LONGEST), one_line(f"{council.name}, {row.letter.year}"))


def copy_missing_council(council: Council, year: int) -> CopiedText:
    """A council without a letter."""
    return CopiedText(one_line(f"{council.name}, year to 31 March {year}: no letter here."), one_line(council.name))


def copy_year_table(rows: Iterable[YearRow], councils: Iterable[Council]) -> CopiedText:
    """The councils listed with tabs; where all of these have no letter, their names."""
    rows, councils = tuple(rows), tuple(councils)
    text = write_year(rows, "") if rows else write_councils(councils, "")
    return CopiedText(text.rstrip("\n"), f"the table of {format_count(len(rows) or len(councils), 'council')}")


def _describe_rank(row: YearRow, table: YearTable) -> str:
    """Its place by what the table is sorted by, among those that have one."""
    council_type = row.letter.council.type
    by = SORTED_BY[table.column].lower()
    if row.rank is None:
        return f"no rank by {by}"
    ranked = sum(1 for each in table.rows if each.rank and each.letter.council.type is council_type)
    shared = ", shared" if row.rank.tied else ""
    return f"rank {row.rank.place} of {ranked} {describe_type(council_type)} here by {by}, the highest first{shared}"
