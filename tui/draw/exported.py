"""What is saved of a council's letters, as the ending of the file's name says; and what such a file is called."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from db.councils.coverage import CoverageRow
from db.export.coverage_sheet import make_coverage_sheet
from db.export.library_sheets import COUNTS, MEASURES, list_cells, list_judged
from db.export.sheet import Line, Value
from db.export.sheet_formats import SheetFormat, shield_text, write_lines
from db.export.year_sheet import WITHOUT_LETTER, YEAR_ROWS
from db.figures.comparison import Comparison
from db.figures.year_table import YearRow
from db.model import Council, State, StoredLetter
from tui.draw.compare_copy import copy_comparison
from tui.draw.copy_text import cite, copy_years
from tui.draw.short_names import shorten_council

PAGE_ENDINGS = (
    (".html", "a page for a browser, Word and the printer"),
    (".md", "Markdown"),
    (".txt", "plain text"),
)
TABLE_ENDINGS = (
    (".csv", "for a spreadsheet: a row for each figure"),
    (".json", "the same for a program"),
    (".md", "the same as a Markdown table"),
    (".txt", "with tabs: a row for each year"),
)
COMPARED_ENDINGS = (*TABLE_ENDINGS[:-1], (".txt", "with tabs: a row for each council"))
COUNCIL_TABLE_ENDINGS = (
    (".csv", "for a spreadsheet: a row for each council"),
    *TABLE_ENDINGS[1:3],
    (".txt", "with tabs"),
)
TEXT_ENDINGS = ((".txt", "the letter's words, and where they are from"),)

_FORMATS = {"csv": SheetFormat.CSV, "json": SheetFormat.JSON, "md": SheetFormat.MARKDOWN}


def name_file(what: str, stored: StoredLetter, ending: str, *, has_year: bool = True) -> str:
    """A file's name: "briefing-leeds-2024.html"."""
    ascii_name = unicodedata.normalize("NFKD", str(shorten_council(stored.letter.council.name)).lower())
    council = re.sub(r"[^a-z0-9]+", "-", ascii_name.encode("ascii", "ignore").decode()).strip("-")[:60].strip("-")
    year = str(stored.letter.year) if has_year and stored.letter.year else ""
    return f"{'-'.join(part for part in (what, council or 'council', year) if part)}.{ending}"


def write_figures(letters: Sequence[StoredLetter], file_name: str) -> str:
    """The figures of a council's shown letters: their measures, or where none has any, the counts of their tables."""
    shown = [each for each in letters if each.shown]
    kind = _find_format(file_name)
    if kind is None:
        return copy_years(letters).text + "\n"
    if all(measure.state is State.NOT_GIVEN for each in shown for measure in each.letter.measures):
        return write_counts(letters, file_name)
    return write_lines(kind, MEASURES.heads, MEASURES.build_lines(list_judged(shown)))


def write_comparison(comparison: Comparison, file_name: str, *, has_intervals: bool) -> str:
    """The figures of the letters compared, as those of one council; with tabs as they stand side by side."""
    letters = [stored for each in comparison.councils if (stored := each.find_letter(comparison.year))]
    if _find_format(file_name) is None:
        return copy_comparison(comparison, has_intervals=has_intervals).text + "\n"
    return write_figures(letters, file_name)


def write_counts(letters: Sequence[StoredLetter], file_name: str) -> str:
    """The numbers of the tables of a council's shown letters; with tabs where the name does not say otherwise."""
    cells = list_cells([each for each in letters if each.shown])
    return _write(COUNTS.heads, list(COUNTS.build_lines(cells)), file_name)


def write_year(rows: Iterable[YearRow], file_name: str) -> str:
    """A row for each council of a year, in the order given; with tabs where the name does not say otherwise."""
    return _write(YEAR_ROWS.heads, list(YEAR_ROWS.build_lines(rows)), file_name)


def write_councils(councils: Iterable[Council], file_name: str) -> str:
    """A row for each council without a letter; with tabs where the name does not say otherwise."""
    return _write(WITHOUT_LETTER.heads, list(WITHOUT_LETTER.build_lines(councils)), file_name)


def write_coverage(rows: Iterable[CoverageRow], years: Sequence[int], file_name: str) -> str:
    """Who has a letter of which year, a row for each council; with tabs where the name does not say otherwise."""
    sheet = make_coverage_sheet(years)
    return _write(sheet.heads, list(sheet.build_lines(rows)), file_name)


def write_letter(stored: StoredLetter) -> str:
    """A letter's own words, and where they are from."""
    return f"{stored.letter.text.rstrip()}\n\n{cite(stored)}\n"


def _write(heads: Sequence[str], lines: Sequence[Line], file_name: str) -> str:
    """A table as the ending of the file's name says."""
    kind = _find_format(file_name)
    if kind is not None:
        return write_lines(kind, heads, lines)
    return "".join("\t".join(map(_make_cell, line)) + "\n" for line in (heads, *lines))


def _find_format(file_name: str) -> SheetFormat | None:
    """What a table is to be written as, by the ending of its file's name; None: with tabs."""
    return _FORMATS.get(file_name.rpartition(".")[2].lower())


def _make_cell(value: Value) -> str:
    """A cell between tabs, of which it has none."""
    return shield_text(value) if isinstance(value, str) else "" if value is None else str(value)
