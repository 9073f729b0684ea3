"""The page that lies beside the tables of a library and says what is in each column."""

from collections.abc import Iterator
from datetime import date

from db.export.library_sheets import SHEETS
from db.export.markdown import escape_markdown
from db.export.sheet_formats import SheetFormat

FILE_NAME = "README.md"

_NOTES = {
    SheetFormat.CSV: (
        "The files are CSV in UTF-8 with a byte order mark, commas between cells, and open in Excel and LibreOffice. A "
        "text that a spreadsheet would take for a formula, as it begins with one of = + - @, has an apostrophe put "
        "before it; numbers are numbers. An empty cell is not printed or not known, never zero."
    ),
    SheetFormat.JSON: (
        "The files are JSON in UTF-8: each a list of objects, one a line. null is not printed or not known, never zero."
    ),
    SheetFormat.MARKDOWN: ("The files are tables in Markdown. An empty cell is not printed or not known, never zero."),
}


def write_columns_page(kind: SheetFormat, letters: int, today: date) -> str:
    """The page for tables of that kind with so many letters, made on that day."""
    return "\n".join(_list_lines(kind, letters, today)) + "\n"


def _list_lines(kind: SheetFormat, letters: int, today: date) -> Iterator[str]:
    """Its lines."""
    yield "# A library of upheld"
    yield ""
    yield (
        f"What {letters:,} of the Ombudsman's annual letters to English councils print, taken out of a library on "
        f"{today.isoformat()}. A figure is what its letter prints, or it is absent. {_NOTES[kind]} The texts of the "
        "letters are in the library's own file, which is SQLite."
    )
    for sheet in SHEETS:
        yield ""
        yield f"## {sheet.name}.{kind.value}"
        yield ""
        yield f"One row for each {sheet.row_of}."
        yield ""
        yield "| column | holds |"
        yield "|---|---|"
        for column in sheet.columns:
            yield f"| {escape_markdown(column.name)} | {escape_markdown(column.meaning)} |"
