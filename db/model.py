"""The words of upheld as frozen values: what a letter holds once it is read. No input, no output.

Every figure carries quotes: stretches of the letter's stored text, so that what is shown can be checked
against what is printed. `None` always means "not printed", never zero.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Council:
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


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a letter's stored text: `text == letter.text[start:end]`."""

    start: int
    end: int
    text: str


class MeasureName(StrEnum):
    """The rates that letters print about a council."""

    UPHELD = "upheld"
    COMPLIANCE = "compliance"
    REMEDY = "remedy"
    UPHELD_PER_100K = "upheld_per_100k"


class State(StrEnum):
    """Whether a measure is printed, and if not, the reason the letter gives."""

    GIVEN = "given"
    NONE_DUE = "none_due"
    NONE_UPHELD = "none_upheld"
    NOT_GIVEN = "not_given"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of one letter.

    `rate` and `average` are percentages (for `upheld_per_100k`: decisions per 100,000 residents). `count` and
    `base` are as printed, `base_of` is the noun the base is printed with; the tables of 2015-2019 print the base as two
    numbers, upheld and not upheld, of which it is the sum. `denominator` is ours: what the rate is
    a share of, `None` where it cannot be known.
    """

    name: MeasureName
    state: State = State.NOT_GIVEN
    rate: Number | None = None
    average: Number | None = None
    count: int | None = None
    base: int | None = None
    base_of: str | None = None
    denominator: int | None = None
    quotes: tuple[Quote, ...] = ()


class TableName(StrEnum):
    """The tables of the letters that have them (2006-2019)."""

    RECEIVED = "received"
    DECIDED = "decided"
    REMEDIED = "remedied"


@dataclass(frozen=True, slots=True)
class Cell:
    """One counted cell of a table. `key` is our word for its column, or the column's own words if unknown."""

    key: str
    heading: str
    value: int | None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Table:
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
    PRAISE = "praise"
    REORGANISATION = "reorganisation"


@dataclass(frozen=True, slots=True)
class Remark:
    """A passage addressed to this council, with where it stands."""

    kind: RemarkKind
    quote: Quote


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning: something printed that does not fit, or could not be read. A sentence for a person.

    `about` is the name of the measure, table or heading concerned, where there is one.
    """

    message: str
    about: str | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day the figures cover."""

    start: date
    end: date


class LetterKind(StrEnum):
    """`annual`: the yearly letter; `further`: a second one in the same year; `statistics`: the web page alone."""

    ANNUAL = "annual"
    FURTHER = "further"
    STATISTICS = "statistics"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter as read: its text and what it prints. `year` is the year in which its period ends."""

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
    warnings: tuple[Doubt, ...] = ()

    def measure(self, name: MeasureName) -> Measure:
        """The measure of that name; a letter always has all four, `not_given` where it prints none."""
        return next(measure for measure in self.measures if measure.name is name)

    def table(self, name: TableName) -> Table | None:
        """The table of that name, or None where the letter prints none."""
        return next((table for table in self.tables if table.name is name), None)


@dataclass(frozen=True, slots=True)
class Source:
    """The file a letter came from: its name (no folder), the SHA-256 of its bytes in hex, its media type."""

    name: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person set of a letter, and what had been read in its place.

    `council` and `year` are None where they are left as read; one of them is set. `at` is when it was (UTC).
    """

    council: Council | None
    year: int | None
    at: datetime
    read_council: Council
    read_year: int | None


@dataclass(frozen=True, slots=True)
class StoredLetter:
    """A letter in the library. `shown` is true for the fullest of those of one council and year.

    `letter.council` and `letter.year` are those a person set, where one did (`by_hand`), else those read.
    """

    id: int
    council_id: int
    letter: Letter
    source: Source
    shown: bool
    by_hand: Correction | None = None

    @property
    def set_by_hand(self) -> tuple[str, ...]:
        """Which of "council" and "year" a person set."""
        if self.by_hand is None:
            return ()
        given = (("council", self.by_hand.council), ("year", self.by_hand.year))
        return tuple(name for name, value in given if value is not None)

    @property
    def read_council(self) -> Council:
        """The council as read, whatever a person set."""
        return self.by_hand.read_council if self.by_hand else self.letter.council

    @property
    def read_year(self) -> int | None:
        """The year as read, whatever a person set."""
        return self.by_hand.read_year if self.by_hand else self.letter.year

    @property
    def warnings(self) -> tuple[Doubt, ...]:
        """The letter's warnings that still hold: without those about the council or year that a person has set."""
        return tuple(doubt for doubt in self.letter.warnings if doubt.about not in self.set_by_hand)


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A letter that needs a person's eye: `reasons` are sentences, worst first; `source` is its file's name."""

    letter_id: int
    council_id: int
    council: str
    year: int | None
    source: str
    reasons: tuple[str, ...]


class ChangeKind(StrEnum):
    """What became of a letter as its file was read again."""

    CHANGED = "changed"
    GAINED = "gained"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a letter says otherwise than before, in words; None where it says nothing of it."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class LetterChange:
    """A letter that reads otherwise than before, or that its file was not known to hold, or no longer does.

    `council` and `year` are those it has in the library now (when lost: had). `changes` are those of a changed
    letter. `letter_id` stays the same through a change.
    """

    change: ChangeKind
    letter_id: int
    council: str
    year: int | None
    source: Source
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file whose letters were left as they were, with the reason in a sentence."""

    source: Source
    reason: str


@dataclass(frozen=True, slots=True)
class RereadReport:
    """What reading every file of a library again has changed. When cancelled, nothing was."""

    files: int
    changes: tuple[LetterChange, ...] = ()
    kept: tuple[KeptFile, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CouncilEntry:
    """A council with letters here: its years (ascending), and what its latest shown letter says of upheld."""

    id: int
    council: Council
    years: tuple[int, ...]
    upheld: Measure | None = None
    upheld_year: int | None = None


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How much a library holds; the years are those of its earliest and latest letter, None without any."""

    letters: int
    councils: int
    files: int
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a letter that matches a search: `start`/`end` of the matched words, `context` around them."""

    letter_id: int
    council_id: int
    council: str
    year: int | None
    start: int
    end: int
    context: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of hits, best first, of `total` letters that match."""

    total: int
    hits: tuple[Hit, ...]


class Outcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    ALREADY_HERE = "already_here"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: `reason` is a sentence (always there when refused), `letters` those it holds."""

    path: str
    outcome: Outcome
    reason: str | None = None
    letters: tuple[Letter, ...] = ()
