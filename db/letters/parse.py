"""The door of this package: a file's plain text -> the letters it holds."""

import re
from collections.abc import Sequence

from db.councils.register import Register
from db.letters.anatomy import Anatomy
from db.letters.checks import check_figures
from db.letters.doubts import DoubtCollector
from db.letters.folded import FoldedText
from db.letters.foreign import without_foreign_parts
from db.letters.heading import Heading, read_heading
from db.letters.patterns import phrase
from db.letters.periods import read_period
from db.letters.rates.from_tables import add_table_rates
from db.letters.rates.reader import read_rates
from db.letters.remarks.extract import extract_remarks
from db.letters.split import split_letters
from db.letters.tables.columns import Tables, make_table
from db.letters.tables.headings import PrintedTable
from db.letters.tables.overview import read_overview
from db.letters.tables.printed import read_tables
from db.letters.tables.received_count import read_received_count
from db.model import Council, DoubtCode, Letter, LetterKind, Measure, Table, TableName

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

    Never raises for what a text holds: whatever cannot be read is absent, with a doubt where that may mislead.
    """
    letters = (_parse_letter(part, register) for part in split_letters(FoldedText.fold(text)))
    return tuple(letter for letter in letters if letter is not None)


def _parse_letter(folded: FoldedText, register: Register) -> Letter | None:
    doubts = DoubtCollector()
    whole = Anatomy.find(folded)
    heading = read_heading(whole, register, doubts)
    own = without_foreign_parts(whole, heading, register, doubts)
    names = _list_names(heading, register)
    period, year = read_period(own.folded, heading, doubts)
    measures = read_rates(own.folded, doubts)
    printed = read_tables(own.folded, year, names, doubts)
    is_tabled = PrintedTable.RECEIVED in printed
    received = read_received_count(own.folded, year, names, is_tabled, doubts)
    stated = (read_overview(own.folded, doubts), received)
    tables = _choose_tables(printed, [table for table in reversed(stated) if table], doubts)
    kind = _detect_kind(whole, heading, measures, tables)
    if kind is None:
        return None
    measures = add_table_rates(measures, printed, doubts)
    if heading.is_torn:  # whose they are cannot be told
        measures, tables = tuple(Measure(name=measure.name) for measure in measures), ()
    check_figures(measures, tables, doubts)
    return Letter(
        text=folded.stored,
        kind=kind,
        council=heading.council or Council(name=heading.written or NO_COUNCIL, in_register=False),
        council_as_written=heading.written,
        year=year,
        dated=heading.dated,
        period=period,
        addressee=heading.addressee,
        role=heading.role,
        measures=measures,
        tables=tables,
        remarks=extract_remarks(own, year, names),
        doubts=doubts.doubts,
    )


def _choose_tables(printed: Tables, stated: Sequence[Table], doubts: DoubtCollector) -> tuple[Table, ...]:
    """The tables of counts, those that no table prints as the letter's sentences state them.

    Where a table's total is not the one a sentence states, both are left out: one is of another year or council.
    """
    tables = {TableName(name): make_table(TableName(name), printed[name]) for name in _COUNTING if name in printed}
    for table in stated:
        tabled = tables.get(table.name)
        if tabled is None:
            tables[table.name] = table
        elif _total(tabled) not in (None, _total(table)):
            quotes = [each.total.quote for each in (tabled, table) if each.total]
            doubts.add(DoubtCode.TABLE_AND_SENTENCE_COUNT_DIFFERENTLY, table.name, *quotes)
            del tables[table.name]
    return tuple(tables.values())


def _total(table: Table) -> int | None:
    return table.total.value if table.total else None


def _list_names(heading: Heading, register: Register) -> tuple[str, ...]:
    """Every name that the letter's council goes by."""
    written = (heading.written,) if heading.written else ()
    if heading.council is None:
        return written
    return (*written, heading.council.name, *register.aliases_of(heading.council))


def _detect_kind(
    anatomy: Anatomy, heading: Heading, measures: Sequence[Measure], tables: Sequence[Table]
) -> LetterKind | None:
    """What kind of letter this is; None where it is none of the Ombudsman's.

    A letter says "Dear" and what it is about, and either names its council or is signed by the Ombudsman: a reply to
    one, and a message that goes with one, do neither. A statistics page has figures and names its council; any text may
    mention the Ombudsman. From 2025 on some councils get a further letter in July, about concerns or good practice: it
    has no figures and refers to the annual one of May.
    """
    is_letter = anatomy.salutation is not None
    has_figures = bool(tables) or any(measure.quotes for measure in measures)
    if not _OMBUDSMAN.search(anatomy.text) and not has_figures:
        return None
    if is_letter and not heading.written and not heading.is_torn and not _is_signed(anatomy):
        return None
    if not has_figures and _is_further(anatomy, heading):
        return LetterKind.FURTHER
    if anatomy.booklet or (is_letter and (anatomy.subjects or _SUMMARY.search(anatomy.text))):
        return LetterKind.ANNUAL
    if has_figures and (heading.written or heading.is_torn):
        return LetterKind.ANNUAL if is_letter else LetterKind.STATISTICS
    return LetterKind.ANNUAL if not is_letter and anatomy.subjects else None


def _is_signed(anatomy: Anatomy) -> bool:
    """Whether the Ombudsman has signed the letter."""
    return anatomy.closing is not None and bool(_OFFICE.search(anatomy.text, anatomy.closing.end))


def _is_further(anatomy: Anatomy, heading: Heading) -> bool:
    dated = heading.dated
    is_late = dated is not None and dated.year >= 2025 and dated.month >= 7
    return is_late and anatomy.salutation is not None and bool(_EARLIER_LETTER.search(anatomy.text))
