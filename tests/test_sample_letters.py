"""The sample letters say what was published: every figure of every sample, written out by hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

import sample_letters
from db.councils.register import Register
from db.letters.parse import parse
from db.model import (
    DerivedFigure,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Number,
    Period,
    Quote,
    RemarkKind,
    State,
    TableName,
)
from tests.marks import slow

FOLDER = Path(next(iter(sample_letters.__path__)))

FIGURES = (Path(__file__).parent / "sample_figures.txt").read_text(encoding="utf-8")
"""The name of a file without .txt, then its council | year | kind | date, and under that

each measure that is given or said not to be due: state, rate, average, count, base, the noun the base is printed with,
and the denominator, with a * where no number is printed for it; each table: its cells and its printed total.
"""


@dataclass
class Sample:
    """What one sample must be read as: every measure, and the tables as {our word for the column: number}."""

    council: str
    year: int
    kind: LetterKind
    dated: date | None
    measures: dict[MeasureName, Measure]
    tables: dict[TableName, dict[str, int]] = field(default_factory=dict)


def number(word: str) -> Number | None:
    if word == "-":
        return None
    return float(word) if "." in word else int(word)


def whole(word: str) -> int | None:
    return None if word == "-" else int(word.rstrip("*"))


def measure_of(row: str) -> Measure:
    name, state, rate, average, count, base, noun, denominator = row.split()
    totals: dict[DerivedFigure, str] = {"base": base, "denominator": denominator}
    return Measure(
        name=MeasureName(name),
        state=State(state),
        rate=number(rate),
        average=number(average),
        count=whole(count),
        base=whole(base),
        base_of=None if noun == "-" else noun.replace("-", " "),
        denominator=whole(denominator),
        derived=frozenset(part for part, word in totals.items() if word.endswith("*")),
    )


def samples() -> dict[str, Sample]:
    """The rows above as values, by file name."""
    read: dict[str, Sample] = {}
    name = ""
    for line in FIGURES.strip().split("\n"):
        if not line.startswith(" "):
            name = f"{line}.txt"
        elif "|" in line:
            council, year, kind, dated = line.strip().split(" | ")
            when = None if dated == "-" else date.fromisoformat(dated)
            not_given = {measure: Measure(name=measure) for measure in MeasureName}
            read[name] = Sample(council, int(year), LetterKind(kind), when, not_given)
        elif "=" in line:
            table, *cells = line.split()
            pairs = (cell.split("=") for cell in cells)
            read[name].tables.setdefault(TableName(table), {}).update((key, int(value)) for key, value in pairs)
        else:
            measure = measure_of(line)
            read[name].measures[measure.name] = measure
    return read


SAMPLES = samples()
PUBLIC_REPORT = {"oadby-and-wigston-borough-council-2020.txt", "leicester-city-council-2020.txt"}

every_sample = pytest.mark.parametrize("name", [*sorted(SAMPLES)[:5], *slow(*sorted(SAMPLES)[5:])])


def the_letter(name: str) -> Letter:
    letters = parse((FOLDER / name).read_text(encoding="utf-8"), Register.load())
    assert len(letters) == 1
    return letters[0]


def quotes_with_numbers(letter: Letter) -> Iterator[tuple[Quote, set[Number]]]:
    """Every quote of a figure, with the numbers it may be there for."""
    for measure in letter.measures:
        numbers = [measure.rate, measure.average, measure.count, measure.base]
        if "base" in measure.derived and measure.base is not None and measure.count is not None:
            numbers[-1] = measure.base - measure.count  # tables print Not Upheld, and the base is the sum
        for quote in measure.quotes:
            if measure.state is State.GIVEN:
                yield quote, {number for number in numbers if number is not None}
    for table in letter.tables:
        for cell in (*table.cells, table.total):
            if cell and cell.value is not None:
                assert cell.quote, f"{cell.heading} has no quote"
                yield cell.quote, {cell.value}


def test_every_sample_is_in_the_table() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == set(SAMPLES)


@every_sample
def test_a_sample_says_first_that_it_is_one_and_where_its_figures_are_from(name: str) -> None:
    first, second = (FOLDER / name).read_text(encoding="utf-8").split("\n")[:2]
    sample = SAMPLES[name]
    assert first == (
        f"Sample letter, abridged: the published figures of {sample.council} for the year to"
        f" 31 March {sample.year}, in words of our own."
    )
    assert re.fullmatch(
        r"Figures published by the Local Government and Social Care Ombudsman; source: "
        r"(?:https?://\S+(?: ; https?://\S+)*|the council's annual review letter of \d+ July \d{4})",
        second,
    )


@every_sample
def test_a_sample_is_read_as_the_council_year_and_kind_it_is(name: str) -> None:
    letter, sample = the_letter(name), SAMPLES[name]
    assert (letter.council.name, letter.council.in_register) == (sample.council, True)
    assert letter.year == sample.year
    assert letter.period == Period(start=date(sample.year - 1, 4, 1), end=date(sample.year, 3, 31))
    assert (letter.dated, letter.kind) == (sample.dated, sample.kind)


@every_sample
def test_no_sample_names_a_person(name: str) -> None:
    assert the_letter(name).addressee is None


@every_sample
def test_a_sample_gives_the_published_figures_and_no_others(name: str) -> None:
    read = {measure.name: measure._replace(quotes=()) for measure in the_letter(name).measures}
    assert read == SAMPLES[name].measures


@every_sample
def test_a_sample_gives_the_published_tables_and_no_others(name: str) -> None:
    read = {
        table.name: {cell.key: cell.value for cell in (*table.cells, *([table.total] if table.total else []))}
        for table in the_letter(name).tables
    }
    assert read == SAMPLES[name].tables


@every_sample
def test_every_quote_of_a_sample_is_a_slice_of_it_and_holds_its_number(name: str) -> None:
    letter = the_letter(name)
    for quote, numbers in quotes_with_numbers(letter):
        assert letter.text[quote.start : quote.end] == quote.text
        printed = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", quote.text)}
        assert printed & {float(number) for number in numbers}, f"{quote.text!r} holds none of {numbers}"


@every_sample
def test_every_figure_of_a_sample_has_a_quote(name: str) -> None:
    for measure in the_letter(name).measures:
        said = " ".join(quote.text for quote in measure.quotes)
        for number in (measure.rate, measure.average, measure.count):
            assert number is None or re.search(rf"(?<![\d.]){number}(?![\d.]\d|\d)", said), (
                measure.name,
                number,
            )


@every_sample
def test_only_the_letters_with_a_public_report_are_flagged_with_one(name: str) -> None:
    kinds = {remark.kind for remark in the_letter(name).remarks}
    assert (RemarkKind.PUBLIC_REPORT in kinds) == (name in PUBLIC_REPORT)


def test_a_rate_that_does_not_fit_its_counts_is_kept_as_printed_with_a_warning() -> None:
    about = {doubt.about for doubt in the_letter("cumbria-county-council-2024.txt").doubts}
    assert "upheld" in about
