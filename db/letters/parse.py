"""The door of this package: a file's plain text -> the letters it holds."""

from collections.abc import Sequence

from db.councils.register import Register
from db.errors import Refused
from db.letters.anatomy import Anatomy
from db.letters.boilerplate.sentences import list_fingerprints
from db.letters.checks import check_figures
from db.letters.doubts import DoubtCollector
from db.letters.folded import FoldedText
from db.letters.foreign import without_foreign_parts
from db.letters.heading import Heading, read_heading
from db.letters.kind import detect_kind, explain_no_letter
from db.letters.missing import doubt_missing
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
from db.model import Council, DoubtCode, Letter, Measure, Table, TableName
from db.text.limits import MAX_LETTERS, TOO_MANY_LETTERS

_COUNTING = (PrintedTable.RECEIVED, PrintedTable.DECIDED, PrintedTable.REMEDIED)

NO_COUNCIL = "Council not found"
"""The name under which a letter is kept that does not say which council it is to."""


def parse(text: str, register: Register) -> tuple[Letter, ...]:
    """Read every letter in a cleaned text; none where there is no letter in it.

    Whatever cannot be read is absent, with a doubt where that may mislead.

    Raises:
        Refused: there are more letters, or remarks in one, than any such file has.
    """
    parts = split_letters(FoldedText.fold(text))
    if len(parts) > MAX_LETTERS:
        raise Refused(TOO_MANY_LETTERS)
    letters = (_parse_letter(part, register) for part in parts)
    return tuple(letter for letter in letters if letter is not None)


def explain_refusal(text: str) -> str:
    """Why a text in which no letter was read is refused, as a sentence."""
    return explain_no_letter(FoldedText.fold(text))


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
    kind = detect_kind(whole, heading, measures, tables)
    if kind is None:
        return None
    measures = add_table_rates(measures, printed, doubts)
    if heading.is_torn:  # whose they are cannot be told
        measures, tables = tuple(Measure(name=measure.name) for measure in measures), ()
    else:
        doubt_missing(own, measures, tables, doubts)
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
        fingerprints=list_fingerprints(whole),
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
