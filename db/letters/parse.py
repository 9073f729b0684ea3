"""The door of this package: a file's plain text -> the letters it holds."""

import re
from collections.abc import Sequence

from db.councils.register import Register
from db.letters.checks import check_figures
from db.letters.folded import FoldedText
from db.letters.foreign import without_foreign_parts
from db.letters.heading import BOOKLET, CLOSING, DEAR, SUBJECT, Heading, read_heading, salutation
from db.letters.patterns import phrase
from db.letters.periods import read_period
from db.letters.rates.from_tables import with_table_rates
from db.letters.rates.reader import read_rates
from db.letters.remarks.extract import read_remarks
from db.letters.split import split_letters
from db.letters.tables.headings import PrintedTable
from db.letters.tables.overview import read_overview
from db.letters.tables.printed import Tables, as_table, read_tables
from db.letters.tables.received_count import read_received_count
from db.model import Council, Doubt, Letter, LetterKind, Measure, Table, TableName

_COUNTING = (PrintedTable.RECEIVED, PrintedTable.DECIDED, PrintedTable.REMEDIED)

NO_COUNCIL = "Council not found"
"""The name under which a letter is kept that does not say which council it is to."""

_SUMMARY = phrase(r"annual (?:summary of statistics|review letter|letter)\b")
_EARLIER_LETTER = phrase(
    r"\b(?:I|we) (?:wrote|have written|have already written) to you (?:earlier this year|in (?:April|May|June))\b"
    r"|\bfurther to (?:my|our) (?:annual )?(?:review )?letter (?:of|in|dated) (?:\d{1,2} )?(?:April|May|June)\b"
    r"|\bsince (?:my|our) annual (?:review )?letter (?:of|in) (?:April|May|June)\b"
)
_OFFICE = re.compile(r"\bLocal Government (?:(?:&|and) Social Care )?Ombudsman\b", re.IGNORECASE)
_OMBUDSMAN = re.compile(r"\bOmbudsman\b|\bLGS?C?O\b", re.IGNORECASE)


def parse(text: str, register: Register) -> tuple[Letter, ...]:
    """Read every letter in a cleaned text; none where there is no letter in it.

    Never raises for what a text holds: whatever cannot be read is absent, with a warning where that may mislead.
    """
    letters = (_read(part, register) for part in split_letters(text))
    return tuple(letter for letter in letters if letter is not None)


def _read(text: str, register: Register) -> Letter | None:
    folded = FoldedText.of(text)
    heading = read_heading(folded, register)
    own, foreign_doubts = without_foreign_parts(folded, heading, register)
    period, year, period_doubts = read_period(own, heading)
    measures, rate_doubts = read_rates(own)
    printed, table_doubts = read_tables(own, year, _names(heading, register))
    overview, overview_doubts = read_overview(own)
    received, received_doubts = read_received_count(own, year)
    tables, told_doubts = _tables(printed, [table for table in (received, overview) if table])
    kind = _kind(folded, heading, measures, tables)
    if kind is None:
        return None
    measures, mixed_doubts = with_table_rates(measures, printed)
    if heading.is_torn:  # whose they are cannot be told
        measures, tables = tuple(Measure(measure.name) for measure in measures), ()
    doubts = [
        *heading.warnings,
        *period_doubts,
        *foreign_doubts,
        *rate_doubts,
        *table_doubts,
        *overview_doubts,
        *received_doubts,
        *told_doubts,
        *mixed_doubts,
        *check_figures(measures, tables),
    ]
    return Letter(
        text=text,
        kind=kind,
        council=heading.council or Council(heading.written or NO_COUNCIL, in_register=False),
        council_as_written=heading.written,
        year=year,
        dated=heading.dated,
        period=period,
        addressee=heading.addressee,
        role=heading.role,
        measures=measures,
        tables=tables,
        remarks=read_remarks(own, year, _names(heading, register)),
        warnings=tuple(doubts),
    )


def _is_signed(folded: FoldedText, begin: int) -> bool:
    """Whether the Ombudsman has signed what begins here."""
    closing = CLOSING.search(folded.text, begin)
    return closing is not None and bool(_OFFICE.search(folded.text, closing.end()))


def _tables(printed: Tables, told: Sequence[Table]) -> tuple[tuple[Table, ...], tuple[Doubt, ...]]:
    """The tables of counts, those that no table prints as the letter's sentences tell them.

    Where a table's total is not the one a sentence tells, both are left out: one is of another year or council.
    """
    tables = {TableName(name): as_table(TableName(name), printed[name]) for name in _COUNTING if name in printed}
    doubts: list[Doubt] = []
    for table in told:
        tabled = tables.get(table.name)
        if tabled is None:
            tables[table.name] = table
        elif _total(tabled) not in (None, _total(table)):
            message = f"A table and a sentence count complaints {table.name.value} differently; both are left out."
            quotes = tuple(cell.quote for cell in (tabled.total, table.total) if cell and cell.quote)
            doubts.append(Doubt(message, table.name.value, quotes))
            del tables[table.name]
    return tuple(tables.values()), tuple(doubts)


def _total(table: Table) -> int | None:
    return table.total.value if table.total else None


def _is_further(folded: FoldedText, heading: Heading) -> bool:
    dated = heading.dated
    is_late = dated is not None and dated.year >= 2025 and dated.month >= 7
    return is_late and bool(DEAR.search(folded.text) and _EARLIER_LETTER.search(folded.text))


def _names(heading: Heading, register: Register) -> tuple[str, ...]:
    """Every name that the letter's council goes by."""
    written = (heading.written,) if heading.written else ()
    if heading.council is None:
        return written
    return (*written, heading.council.name, *register.aliases_of(heading.council))


def _kind(
    folded: FoldedText, heading: Heading, measures: tuple[Measure, ...], tables: tuple[Table, ...]
) -> LetterKind | None:
    """What kind of letter this is; None where it is none of the Ombudsman's.

    A letter says "Dear" and what it is about, and either names its council or is signed by the Ombudsman: a reply to
    one, and a message that goes with one, do neither. A statistics page has figures and names its council; any text may
    mention the Ombudsman. From 2025 on some councils get a further letter in July, about concerns or good practice: it
    has no figures and refers to the annual one of May.
    """
    has_figures = bool(tables) or any(measure.quotes for measure in measures)
    if not _OMBUDSMAN.search(folded.text) and not has_figures:
        return None
    dear = salutation(folded.text)
    if dear and not heading.written and not heading.is_torn and not _is_signed(folded, dear.end()):
        return None
    if not has_figures and _is_further(folded, heading):
        return LetterKind.FURTHER
    if BOOKLET.search(folded.text) or (dear and (SUBJECT.search(folded.text) or _SUMMARY.search(folded.text))):
        return LetterKind.ANNUAL
    if has_figures and (heading.written or heading.is_torn):
        return LetterKind.ANNUAL if dear else LetterKind.STATISTICS
    if not dear and SUBJECT.search(folded.text):
        return LetterKind.ANNUAL
    return None
