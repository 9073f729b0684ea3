"""The words of upheld as frozen values: what a letter holds once it is read. No input, no output.

Every figure carries quotes: stretches of the letter's stored text, so that what is shown can be checked
against what is printed. `None` always means "not printed", never zero.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, NamedTuple

Number = int | float
"""A printed number: `int` as printed without a decimal point, else `float`."""


class CouncilType(StrEnum):
    """The groups within which the Ombudsman works out averages; `other` has none."""

    COUNTY = "county"
    DISTRICT = "district"
    METROPOLITAN = "metropolitan"
    UNITARY = "unitary"
    LONDON_BOROUGH = "london_borough"
    OTHER = "other"


class Council(NamedTuple):
    """A body that gets letters, as the register names it (or as a letter wrote it, if it is not there).

    `abolished_on` is the first day it no longer existed; `successors` are names in the register.
    """

    name: str
    type: CouncilType = CouncilType.OTHER
    region: str | None = None
    gss_code: str | None = None
    county: str | None = None
    established_on: date | None = None
    abolished_on: date | None = None
    successors: tuple[str, ...] = ()
    in_register: bool = True


class Quote(NamedTuple):
    """A stretch of a letter's stored text: `text == letter.text[start:end]`."""

    start: int
    end: int
    text: str


class MeasureKind(StrEnum):
    """What sort of number a measure is: a `share` of cases in percent, or a bare `number`."""

    SHARE = "share"
    NUMBER = "number"


class MeasureName(StrEnum):
    """The rates that letters print about a council, in the order in which they are told."""

    UPHELD = "upheld"
    COMPLIANCE = "compliance"
    REMEDY = "remedy"
    UPHELD_PER_100K = "upheld_per_100k"

    @property
    def kind(self) -> MeasureKind:
        """What sort of number it is."""
        return MeasureKind.NUMBER if self is MeasureName.UPHELD_PER_100K else MeasureKind.SHARE


DerivedFigure = Literal["base", "denominator"]
"""A figure of a measure that may be worked out from what is printed."""


class State(StrEnum):
    """Whether a measure is printed, and if not, the reason the letter gives."""

    GIVEN = "given"
    NONE_DUE = "none_due"
    NONE_UPHELD = "none_upheld"
    NOT_GIVEN = "not_given"


class Measure(NamedTuple):
    """One measure of one letter.

    `rate` and `average` are percentages (for `upheld_per_100k`: decisions per 100,000 residents). `count` and
    `base` are as printed, `base_of` is the noun the base is printed with. `denominator` is what the rate is a share of,
    `None` where it cannot be known. `derived` names those of these that the letter does not print as they are here: the
    base of the tables of 2015-2019, which print it as two numbers, upheld and not upheld; the denominator of the remedy
    rate where only the investigations are printed beside it.
    """

    name: MeasureName
    state: State = State.NOT_GIVEN
    rate: Number | None = None
    average: Number | None = None
    count: int | None = None  # type: ignore[assignment]  # in place of a tuple's own, which tells how often it holds something
    base: int | None = None
    base_of: str | None = None
    denominator: int | None = None
    derived: frozenset[DerivedFigure] = frozenset()
    quotes: tuple[Quote, ...] = ()


class TableName(StrEnum):
    """The tables of the letters that have them (2006-2019)."""

    RECEIVED = "received"
    DECIDED = "decided"
    REMEDIED = "remedied"


class Cell(NamedTuple):
    """One counted cell of a table. `key` is our word for its column, or the column's own words if unknown."""

    key: str
    heading: str
    value: int | None
    quote: Quote | None = None


class Table(NamedTuple):
    """One table of one letter, its cells in the printed order; `total` is the printed total, never a sum."""

    name: TableName
    cells: tuple[Cell, ...]
    total: Cell | None = None


class RemarkKind(StrEnum):
    """What a reader wants flagged in the prose about this council."""

    PUBLIC_REPORT = "public_report"
    REFUSAL = "refusal"
    LATE_COMPLIANCE = "late_compliance"
    NOT_COMPLIED = "not_complied"
    APOLOGY = "apology"
    POOR_COMPLAINT_HANDLING = "poor_complaint_handling"
    PRAISE = "praise"
    REORGANISATION = "reorganisation"


class Remark(NamedTuple):
    """A passage addressed to this council, with where it stands."""

    kind: RemarkKind
    quote: Quote


class DoubtCode(StrEnum):
    """What there is to doubt. The sentence for each, with its parameters, is the screen's.

    First those of one letter as it is read, then those that show only in a library.
    """

    CHARACTERS_REPAIRED = "characters_repaired"
    CHARACTERS_STRAY = "characters_stray"
    CHARACTERS_GUESSED = "characters_guessed"
    COUNCIL_NOT_NAMED = "council_not_named"
    COUNCIL_AMBIGUOUS = "council_ambiguous"
    COUNCIL_UNKNOWN = "council_unknown"
    COUNCILS_CONTRADICT = "councils_contradict"
    FOREIGN_PART = "foreign_part"
    YEAR_NOT_NAMED = "year_not_named"
    DATED_OTHER_YEAR = "dated_other_year"
    DATED_OTHER_YEAR_LEFT_OUT = "dated_other_year_left_out"
    FIGURES_MISSING = "figures_missing"
    LETTER_CUT = "letter_cut"
    PRINTED_TWO_WAYS = "printed_two_ways"
    PRINTED_TOO_OFTEN = "printed_too_often"
    RATE_PRINTED_TOO_OFTEN = "rate_printed_too_often"
    RATE_UNREADABLE = "rate_unreadable"
    RATE_ABOVE_100 = "rate_above_100"
    RATE_OF_NOTHING = "rate_of_nothing"
    ZERO_RATE_WITHOUT_BASE = "zero_rate_without_base"
    RATES_PARTED = "rates_parted"
    COUNTS_CONTRADICT = "counts_contradict"
    COUNT_BESIDE_NUMBER = "count_beside_number"
    COUNT_UNCONFIRMED = "count_unconfirmed"
    COUNT_MAY_BE_PAGE_NUMBER = "count_may_be_page_number"
    MAY_HOLD_FOOTNOTE_MARK = "may_hold_footnote_mark"
    COUNT_ABOVE_BASE = "count_above_base"
    BASE_BELOW_COUNT = "base_below_count"
    RATE_IMPOSSIBLE = "rate_impossible"
    COUNT_IMPOSSIBLE = "count_impossible"
    RATE_MISFITS = "rate_misfits"
    TABLE_AND_SENTENCE_DIFFER = "table_and_sentence_differ"
    TABLE_AND_SENTENCE_COUNT_DIFFERENTLY = "table_and_sentence_count_differently"
    TABLE_PRINTED_TOO_OFTEN = "table_printed_too_often"
    TABLES_DIFFER = "tables_differ"
    TABLE_UNREADABLE = "table_unreadable"
    RECEIVED_LAST_YEAR = "received_last_year"
    SUM_MISFITS = "sum_misfits"
    AS_WORDED = "as_worded"
    LETTERS_CONFLICT = "letters_conflict"
    NOT_IN_REGISTER = "not_in_register"
    YEAR_UNKNOWN = "year_unknown"
    NO_FIGURES = "no_figures"
    SECOND_LETTER = "second_letter"
    YEARS_MISSING = "years_missing"
    LIBRARY_DAMAGED = "library_damaged"
    LETTER_DAMAGED = "letter_damaged"
    COUNCIL_DAMAGED = "council_damaged"
    ORIGINAL_DAMAGED = "original_damaged"
    FIGURE_IMPOSSIBLE = "figure_impossible"
    SCHEMA_DIFFERS = "schema_differs"
    UNTRUSTED_OBJECT = "untrusted_object"
    SHOWN_AMISS = "shown_amiss"
    INDEX_DAMAGED = "index_damaged"
    ROW_ORPHANED = "row_orphaned"
    INDEX_UNCHECKED = "index_unchecked"
    SET_ASIDE = "set_aside"


Parameter = str | Number
"""What the sentence of a doubt is made with."""

NamedParameter = tuple[str, Parameter]
"""The same by its name."""


class Doubt(NamedTuple):
    """Something printed that does not fit or could not be read, or that needs a look: a code and what belongs to it.

    `about` is the name of the measure, table or part of the heading concerned, where there is one; `quotes` are the
    places, the first of which says where it is. `parameters` are named and in alphabetical order.
    """

    code: DoubtCode
    about: str | None = None
    quotes: tuple[Quote, ...] = ()
    parameters: tuple[NamedParameter, ...] = ()

    @classmethod
    def of(
        cls, code: DoubtCode, about: str | None = None, quotes: Iterable[Quote] = (), **parameters: Parameter
    ) -> "Doubt":
        """A doubt with these parameters."""
        return cls(code=code, about=about, quotes=tuple(quotes), parameters=tuple(sorted(parameters.items())))

    @property
    def span(self) -> tuple[int, int] | None:
        """Where it stands in the letter's text: its first place."""
        return (self.quotes[0].start, self.quotes[0].end) if self.quotes else None


class Period(NamedTuple):
    """First and last day the figures cover."""

    start: date
    end: date


class LetterKind(StrEnum):
    """`annual`: the yearly letter; `further`: a second one in the same year; `statistics`: the web page alone."""

    ANNUAL = "annual"
    FURTHER = "further"
    STATISTICS = "statistics"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter as read. `year` is that in which its period ends; `fingerprints` those of its sentences, if made."""

    text: str
    kind: LetterKind
    council: Council
    council_as_written: str | None
    year: int | None
    dated: date | None
    period: Period | None
    addressee: str | None
    role: str | None
    measures: tuple[Measure, ...]
    tables: tuple[Table, ...] = ()
    remarks: tuple[Remark, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    fingerprints: tuple[int, ...] | None = field(default=None, compare=False, repr=False)

    def measure(self, name: MeasureName) -> Measure:
        """The measure of that name; a letter always has all four, `not_given` where it prints none."""
        return next(measure for measure in self.measures if measure.name is name)

    def table(self, name: TableName) -> Table | None:
        """The table of that name, or None where the letter prints none."""
        return next((table for table in self.tables if table.name is name), None)


class Source(NamedTuple):
    """The file a letter came from: its name (no folder), the SHA-256 of its bytes in hex, its media type."""

    name: str
    sha256: str
    media_type: str


class Correction(NamedTuple):
    """What a person set of a letter, and what had been read in its place.

    `council` and `year` are None where they are left as read; one of them is set. `at` is when it was (UTC).
    """

    council: Council | None
    year: int | None
    at: datetime
    read_council: Council
    read_year: int | None


class StoredLetter(NamedTuple):
    """A letter in the library. `shown` is true for the fullest of those of one council and year.

    `letter.council` and `letter.year` are those a person set, where one did (`correction`), else those read.
    """

    id: int
    council_id: int
    letter: Letter
    source: Source
    shown: bool
    correction: Correction | None = None

    @property
    def corrected_parts(self) -> tuple[str, ...]:
        """Which of "council" and "year" a person set."""
        if self.correction is None:
            return ()
        given = (("council", self.correction.council), ("year", self.correction.year))
        return tuple(name for name, value in given if value is not None)

    @property
    def read_council(self) -> Council:
        """The council as read, whatever a person set."""
        return self.correction.read_council if self.correction else self.letter.council

    @property
    def read_year(self) -> int | None:
        """The year as read, whatever a person set."""
        return self.correction.read_year if self.correction else self.letter.year

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The letter's doubts that still hold: without those about the council or year that a person has set."""
        return tuple(doubt for doubt in self.letter.doubts if doubt.about not in self.corrected_parts)


class CouncilEntry(NamedTuple):
    """A council with letters here: its years (ascending), and what its latest shown letter says of upheld.

    `remarks` is how many passages about the council in particular its newest letter has. `is_damaged`: one of these
    is no longer what was written, so nothing of it is told; of the years, those that are certain.
    """

    id: int
    council: Council
    years: tuple[int, ...]
    upheld: Measure | None = None
    upheld_year: int | None = None
    remarks: int = 0
    is_damaged: bool = False
