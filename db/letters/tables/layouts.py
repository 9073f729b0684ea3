"""The ways in which a copy flattens a printed table, and the columns that are certain in each.

Where cells are kept apart (by tabs, by pipes, or by spaces that set them under one another) a heading row stands over a
row of values, or each heading beside its value. Where they are not (one cell a line, or single spaces) the known
headings are found one after another, then exactly as many values. Of several rows only the one labelled with the
letter's own year is read.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from db.letters.tables.columns import Column, Columns, adds_up, is_sound
from db.letters.tables.headings import HEADINGS, ROW_NAME, TOTAL, PrintedTable, find_key, without_spanning
from db.letters.tables.region import Region, find_headings
from db.letters.tables.row_names import is_own_row
from db.letters.tables.rows import VALUE, Row, find_own_row, is_value, is_valued, read_rows
from db.letters.tables.single_spaced import read_single_spaced_rows
from db.letters.tables.spaced import read_spaced_rows
from db.text.cells import TAB, UPRIGHT

_OTHER_YEAR = re.compile(r"^year$|\b(?:19|20)\d\d\b", re.IGNORECASE)
"""A column that is of a year, or names one, is no count of this letter's."""


def read_columns(region: Region, year: int | None, names: Sequence[str]) -> Columns | None:
    """The columns, in whichever of the ways the copy has flattened them; None where they are not certain."""
    text = region.text
    is_parted = TAB in text or UPRIGHT in text  # without them no row has cells that are kept apart
    rows = list(read_rows(region.folded, region.start, region.end)) if is_parted else []
    return (
        _read_rows(rows, region, year, names)
        or _read_pairs(rows, region)
        or _read_sequence(region, names)
        or _read_proven(read_spaced_rows(region.folded, region.start, region.end), region, year, names)
        or _read_proven(read_single_spaced_rows(region), region, year, names)
    )


def _read_rows(rows: Sequence[Row], region: Region, year: int | None, names: Sequence[str]) -> Columns | None:
    """A heading row over a row of values, cell under cell; None if the copy does not keep cells apart."""
    valued = [index for index, row in enumerate(rows) if is_valued(row.cells)]
    values = find_own_row([rows[index] for index in valued], year, names) if valued and valued[0] else None
    if values is None:
        return None
    width = len(values.cells)
    above = [row for row in rows[: valued[0]] if len(row.cells) == width]
    if not above or len(rows[valued[0] - 1].cells) != width:
        return None
    headings = _read_headings(region.name, tuple([row.cells for row in above]))
    columns: list[Column] = []
    for index, (printed, (heading, key, is_other_year)) in enumerate(zip(values.cells, headings, strict=True)):
        is_label = key == ROW_NAME or (index == 0 and not is_value(printed) and key not in HEADINGS[region.name])
        if is_label or (not heading and not printed):
            continue
        if not heading or (printed and not is_value(printed)) or is_other_year:
            return None
        quote = region.folded.quote(*values.span(index)) if printed else None
        columns.append(Column(key, heading, printed, quote))
    return tuple(columns) if is_sound(region.name, columns) else None


def _read_proven(rows: list[Row] | None, region: Region, year: int | None, names: Sequence[str]) -> Columns | None:
    """The same where spaces alone keep the cells apart, if known headings and the printed total prove it.

    A heading that is not known may be two run together, unless every column has its value.
    """
    columns = _read_rows(rows, region, year, names) if rows else None
    if columns is None or not adds_up(columns):
        return None
    keys = {column.key for column in columns}
    is_known = keys <= HEADINGS[region.name].keys()
    if TOTAL not in HEADINGS[region.name]:
        return columns if is_known else None
    return columns if TOTAL in keys and (is_known or all(column.printed for column in columns)) else None


@lru_cache(maxsize=256)
def _read_headings(name: PrintedTable, rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, str, bool], ...]:
    """Each column's heading, our word for it, and whether it is of another year, from the cells of the heading rows.

    Kept, as the headings are the same in all letters of some years: under 0.5 MB.
    """
    return tuple(_read_heading(name, stacked) for stacked in zip(*rows, strict=True))


def _read_heading(name: PrintedTable, stacked: Sequence[str]) -> tuple[str, str, bool]:
    """The same of one column: of its cells the lowest known one counts first."""
    whole = " ".join(cell for cell in stacked if cell)
    keys = ((words, find_key(name, words)) for words in (stacked[-1], whole))
    words, key = next(((words, key) for words, key in keys if key), (stacked[-1] or whole, None))
    heading = " ".join(words.split())
    return heading, key or heading, bool(_OTHER_YEAR.search(heading))


def _read_pairs(rows: Sequence[Row], region: Region) -> Columns | None:
    """Each heading with its value beside it, one pair a line."""
    columns: list[Column] = []
    for row in rows:
        if len(row.cells) != 2 or not row.cells[1]:
            return None
        key = find_key(region.name, row.cells[0])
        if key == ROW_NAME:
            continue
        if key is None or not is_value(row.cells[1]):
            return None
        quote = region.folded.quote(*row.span(1))
        columns.append(Column(key, " ".join(row.cells[0].split()), row.cells[1], quote))
    return tuple(columns) if len(columns) > 1 and is_sound(region.name, columns) else None


def _read_sequence(region: Region, names: Sequence[str]) -> Columns | None:
    """Known headings one after another and then as many values; None if anything else is among them.

    Cells are not kept apart here: values that do not add up to their total are taken for shifted ones.
    """
    text = without_spanning(region.text.replace("|", " "))
    first_value = VALUE.search(text)
    headings = _find_all_headings(region.name, text[: first_value.start()], names) if first_value else None
    if first_value is None or headings is None:
        return None
    values = list(VALUE.finditer(text, first_value.start()))
    rest = VALUE.sub(" ", text[first_value.start() :]).strip()
    if rest or len(values) != len(headings) or len({key for *_, key in headings}) != len(headings):
        return None
    if region.name is PrintedTable.REMEDIED and not _is_even(region, headings, [value.span() for value in values]):
        return None
    columns = tuple(
        Column(
            key,
            " ".join(text[begin:finish].split()),
            value.group().strip(),
            region.folded.quote(region.start + value.start(), region.start + value.end()),
        )
        for (begin, finish, key), value in zip(headings, values, strict=True)
    )
    return columns if adds_up(columns) else None


def _find_all_headings(name: PrintedTable, head: str, names: Sequence[str]) -> list[tuple[int, int, str]] | None:
    """The headings that make up all of this text, in its order; None where anything else is in it."""
    found = sorted(find_headings(name, head))
    residue = list(head)
    for begin, finish, _ in found:
        residue[begin:finish] = " " * (finish - begin)
    if found and any(key == ROW_NAME for *_, key in found):  # 2014: the council's name stands before its values
        residue = residue[: found[-1][1]] if is_own_row(head[found[-1][1] :], names) else residue
    if not found or "".join(residue).strip(" \t\n-:*"):
        return None
    found = [place for place in found if place[2] != ROW_NAME]
    if name is PrintedTable.REMEDIED and found[0][2] != "by_ombudsman":
        return None  # two columns without a total: if their headings came out of order, nothing would tell
    return found


def _is_even(region: Region, headings: Sequence[tuple[int, int, str]], values: Sequence[tuple[int, int]]) -> bool:
    """Whether the values stand no further apart than their headings: else the last may be a page's number.

    The table of remedied complaints is the last on its page, and without a total.
    """
    folded = region.folded

    def count_line_ends(spans: Sequence[tuple[int, int]]) -> int:
        """The most line ends of the stored text between two places beside each other."""
        gaps = (
            (folded.origin(region.start + end), folded.origin(region.start + at))
            for (_, end), (at, _) in pairwise(spans)
        )
        return max((folded.stored.count("\n", *gap) for gap in gaps), default=0)

    return count_line_ends(values) <= count_line_ends([(begin, end) for begin, end, _ in headings])
