"""The whole library as tidy tables: what each is a row of, and every column with its meaning, once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from db.export.sheet import Column, Item, Sheet
from db.figures.judgement import Judged, judge_all
from db.model import Cell, Council, Doubt, Quote, Remark, StoredLetter, Table

Part = TypeVar("Part")

WriteDoubt = Callable[[Doubt], str]
"""Makes the sentence of a doubt."""


@dataclass(frozen=True, slots=True)
class JudgedOf:
    """A measure of a letter."""

    stored: StoredLetter
    judged: Judged


@dataclass(frozen=True, slots=True)
class CellOf:
    """A number of a table of a letter."""

    stored: StoredLetter
    table: Table
    cell: Cell


@dataclass(frozen=True, slots=True)
class RemarkOf:
    """A remark in a letter."""

    stored: StoredLetter
    remark: Remark


@dataclass(frozen=True, slots=True)
class DoubtOf:
    """A doubt about a letter, with its sentence."""

    stored: StoredLetter
    doubt: Doubt
    sentence: str


@dataclass(slots=True)
class CouncilTally:
    """A council, and the years of its letters."""

    council: Council
    letters: int = 0
    years: set[int] = field(default_factory=set)


def list_judged(letters: Iterable[StoredLetter]) -> Iterator[JudgedOf]:
    """Every measure of these letters."""
    for stored in letters:
        yield from (JudgedOf(stored, each) for each in judge_all(stored.letter.measures).values())


def list_cells(letters: Iterable[StoredLetter]) -> Iterator[CellOf]:
    """Every number of the tables of these letters, the totals too."""
    for stored in letters:
        for table in stored.letter.tables:
            total = () if table.total is None else (table.total,)
            yield from (CellOf(stored, table, cell) for cell in (*table.cells, *total))


def list_remarks(letters: Iterable[StoredLetter]) -> Iterator[RemarkOf]:
    """Every remark in these letters."""
    return (RemarkOf(stored, remark) for stored in letters for remark in stored.letter.remarks)


def list_doubts(letters: Iterable[StoredLetter], write_doubt: WriteDoubt) -> Iterator[DoubtOf]:
    """Every doubt about these letters."""
    return (DoubtOf(stored, doubt, write_doubt(doubt)) for stored in letters for doubt in stored.doubts)


def tally_councils(letters: Iterable[StoredLetter], tallies: dict[int, CouncilTally]) -> None:
    """Count these letters to their councils, by the councils' ids."""
    for stored in letters:
        tally = tallies.setdefault(stored.council_id, CouncilTally(stored.letter.council))
        tally.letters += 1
        if stored.letter.year is not None:
            tally.years.add(stored.letter.year)


def describe_council(find: Callable[[Item], Council]) -> tuple[Column[Item], ...]:
    """The columns that say which council."""
    return (
        Column("council", "the council, as the register names it", lambda item: find(item).name),
        Column("gss_code", "its code from the Office for National Statistics", lambda item: find(item).gss_code),
        Column(
            "type",
            "county, district, metropolitan, unitary, london_borough or other: averages are within one",
            lambda item: find(item).type.value,
        ),
        Column("region", "its region", lambda item: find(item).region),
    )


def _describe_letter(find: Callable[[Item], StoredLetter]) -> tuple[Column[Item], ...]:
    """The columns that say which letter, of whom and when."""
    return (
        Column("letter_id", "the letter: the same number in every table", lambda item: find(item).id),
        *describe_council(lambda item: find(item).letter.council),
        Column("year", "the year in which the letter's period ends", lambda item: find(item).letter.year),
        Column(
            "shown",
            "1 for the letter that counts; 0 for another file about the same council and year: leave these out",
            lambda item: int(find(item).shown),
        ),
    )


def _describe_quote(find: Callable[[Item], Quote | None]) -> tuple[Column[Item], ...]:
    """The columns that say where something stands."""

    def read(item: Item, part: Callable[[Quote], Part]) -> Part | None:
        """That part of where it stands; None where it stands nowhere."""
        quote = find(item)
        return None if quote is None else part(quote)

    return (
        Column("words", "the letter's words that say so", lambda item: read(item, lambda quote: quote.text)),
        Column(
            "start",
            "where they begin in the letter's text, in characters from 0",
            lambda item: read(item, lambda quote: quote.start),
        ),
        Column("end", "where they end", lambda item: read(item, lambda quote: quote.end)),
    )


COUNCILS: Sheet[CouncilTally] = Sheet(
    "councils",
    "council with letters",
    (
        *describe_council(lambda item: item.council),
        Column("county", "its county", lambda item: item.council.county),
        Column("in_register", "1 if it is in the register of councils", lambda item: int(item.council.in_register)),
        Column(
            "abolished_on",
            "the first day on which it was no more",
            lambda item: item.council.abolished_on.isoformat() if item.council.abolished_on else None,
        ),
        Column("successors", "what it became", lambda item: "; ".join(item.council.successors) or None),
        Column("letters", "how many letters to it are here", lambda item: item.letters),
        Column("first_year", "the year of the earliest", lambda item: min(item.years, default=None)),
        Column("last_year", "the year of the latest", lambda item: max(item.years, default=None)),
    ),
)

LETTERS: Sheet[StoredLetter] = Sheet(
    "letters",
    "letter",
    (
        *_describe_letter(lambda item: item),
        Column("kind", "annual, further (a second one in a year) or statistics", lambda item: item.letter.kind.value),
        Column("dated", "its date", lambda item: item.letter.dated.isoformat() if item.letter.dated else None),
        Column(
            "period_start",
            "the first day that its figures cover",
            lambda item: item.letter.period.start.isoformat() if item.letter.period else None,
        ),
        Column(
            "period_end",
            "the last day",
            lambda item: item.letter.period.end.isoformat() if item.letter.period else None,
        ),
        Column("addressee", "to whom it was written", lambda item: item.letter.addressee),
        Column("role", "what that person was", lambda item: item.letter.role),
        Column(
            "council_as_written", "the council, as the letter names it", lambda item: item.letter.council_as_written
        ),
        Column(
            "set_by_hand",
            "which of council and year a person has set",
            lambda item: " and ".join(item.corrected_parts) or None,
        ),
        Column("characters", "how long its text is", lambda item: len(item.letter.text)),
        Column("file", "the name of its file", lambda item: item.source.name),
        Column("sha256", "the SHA-256 of that file", lambda item: item.source.sha256),
    ),
)

MEASURES: Sheet[JudgedOf] = Sheet(
    "measures",
    "measure of a letter, four for each letter",
    (
        *_describe_letter(lambda item: item.stored),
        Column(
            "measure",
            "upheld, compliance, remedy (already remedied before it reached the Ombudsman) or upheld_per_100k",
            lambda item: item.judged.measure.name.value,
        ),
        Column(
            "state",
            "given; none_due (no recommendation was due); none_upheld; not_given (not printed, or not certain)",
            lambda item: item.judged.measure.state.value,
        ),
        Column(
            "rate",
            "the share in percent as printed; of upheld_per_100k the number for 100,000 residents",
            lambda item: item.judged.measure.rate,
        ),
        Column(
            "average", "the average of similar councils printed in the letter", lambda item: item.judged.measure.average
        ),
        Column("count", "the number counted, as printed", lambda item: item.judged.measure.count),
        Column("base", "the total printed beside it", lambda item: item.judged.measure.base),
        Column("base_of", "what that is a total of, in the letter's words", lambda item: item.judged.measure.base_of),
        Column("denominator", "what the share is of", lambda item: item.judged.measure.denominator),
        Column(
            "derived",
            "which of base and denominator upheld worked out from what is printed",
            lambda item: " ".join(sorted(item.judged.measure.derived)) or None,
        ),
        Column(
            "cases",
            "how many of `denominator` the rate stands for: as printed, or worked out where one number alone fits",
            lambda item: item.judged.cases.count if item.judged.cases else None,
        ),
        Column(
            "cases_worked_out",
            "1 where the letter does not print both of these",
            lambda item: int(item.judged.cases.ours) if item.judged.cases else None,
        ),
        Column(
            "verdict",
            "upheld's own: higher or lower than the average beyond chance, too_few, no_clear_difference or unknown",
            lambda item: item.judged.verdict.value,
        ),
        *_describe_quote(lambda item: next(iter(item.judged.measure.quotes), None)),
    ),
)

COUNTS: Sheet[CellOf] = Sheet(
    "counts",
    "number of a printed table",
    (
        *_describe_letter(lambda item: item.stored),
        Column("table", "received, decided or remedied", lambda item: item.table.name.value),
        Column("key", "what the number counts, in upheld's word where it has one", lambda item: item.cell.key),
        Column("heading", "the same in the letter's words", lambda item: item.cell.heading),
        Column("value", "the number", lambda item: item.cell.value),
        Column("is_total", "1 for the printed total", lambda item: int(item.cell is item.table.total)),
        *_describe_quote(lambda item: item.cell.quote),
    ),
)

REMARKS: Sheet[RemarkOf] = Sheet(
    "remarks",
    "remark about the council",
    (
        *_describe_letter(lambda item: item.stored),
        Column(
            "remark",
            "public_report, refusal, late_compliance, not_complied, apology, poor_complaint_handling, praise or "
            "reorganisation",
            lambda item: item.remark.kind.value,
        ),
        *_describe_quote(lambda item: item.remark.quote),
    ),
)

DOUBTS: Sheet[DoubtOf] = Sheet(
    "doubts",
    "doubt about a letter: something that does not fit, or was left out",
    (
        *_describe_letter(lambda item: item.stored),
        Column("code", "what kind of doubt", lambda item: item.doubt.code.value),
        Column("about", "the measure, the table or the part of the heading", lambda item: item.doubt.about),
        Column("sentence", "the doubt in a sentence", lambda item: item.sentence),
        *_describe_quote(lambda item: next(iter(item.doubt.quotes), None)),
    ),
)

SHEETS = (COUNCILS, LETTERS, MEASURES, COUNTS, REMARKS, DOUBTS)
"""In the order in which the page on them tells of them."""
