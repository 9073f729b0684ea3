"""The printed tables: received by service, decided by outcome, remedied (2014-2019), and their elders of 2006-2008.

A table is read where every place that prints it agrees; else it is left out with a doubt.
"""

from collections.abc import Sequence

from db.letters.doubts import DoubtCollector
from db.letters.folded import FoldedText
from db.letters.tables.columns import Columns, Tables
from db.letters.tables.headings import PrintedTable
from db.letters.tables.layouts import read_columns
from db.letters.tables.region import Region, find_regions
from db.model import DoubtCode

_MOST_TITLES = 30
"""No letter has a table under more titles than this: a text of titles is not searched from each of them."""


def read_tables(folded: FoldedText, year: int | None, names: Sequence[str], doubts: DoubtCollector) -> Tables:
    """The columns of each table that stands in the letter whole, and a doubt for each that does not.

    `year` is the letter's, to choose among rows labelled with years; `names` are those the council goes by, to pass
    over a row labelled with another's.
    """
    regions: dict[PrintedTable, list[Region]] = {}
    for region in find_regions(folded):
        regions.setdefault(region.name, []).append(region)
    read = {name: _reconcile(several, year, names, doubts) for name, several in regions.items()}
    return {name: columns for name, columns in read.items() if columns}


def _reconcile(
    regions: Sequence[Region], year: int | None, names: Sequence[str], doubts: DoubtCollector
) -> Columns | None:
    """The columns that every place printing this table has alike; none, with a doubt, where two differ.

    There is a doubt about a place that cannot be read where no other can be.
    """
    name = regions[0].name
    if len(regions) > _MOST_TITLES:
        quotes = (regions[0].quote, regions[-1].quote)
        doubts.add(DoubtCode.TABLE_PRINTED_TOO_OFTEN, name, *quotes, times=len(regions))
        return None
    read = [columns for region in regions if (columns := read_columns(region, year, names))]
    if not read:
        table = next((region for region in regions if region.is_table), None)
        if table is not None:
            doubts.add(DoubtCode.TABLE_UNREADABLE, name, table.quote)
        return None
    other = next((columns for columns in read[1:] if _values(columns) != _values(read[0])), None)
    if other is not None:
        doubts.add(DoubtCode.TABLES_DIFFER, name, read[0][0].quote, other[0].quote)
        return None
    return read[0]


def _values(columns: Columns) -> list[tuple[str, str]]:
    return [(column.key, column.printed) for column in columns]
