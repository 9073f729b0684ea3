"""The five real letters, every figure against numbers typed here from the letters themselves."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from db.councils.register import Register
from db.letters.parse import parse
from db.model import CouncilType, Letter, Measure, MeasureName, Period, RemarkKind, State, Table, TableName
from db.text.reading import read

YEAR_2020 = Period(start=date(2019, 4, 1), end=date(2020, 3, 31))
GIVEN, NOT_GIVEN = State.GIVEN, State.NOT_GIVEN


@dataclass(frozen=True)
class Expected:
    """What one real letter prints. A measure is (state, rate, average, count, base, base of, denominator)."""

    council: str
    gss_code: str
    type: CouncilType
    written: str
    addressee: str
    role: str
    dated: date
    year: int
    period: Period
    upheld: tuple[object, ...]
    compliance: tuple[object, ...]
    remedy: tuple[object, ...]
    remarks: tuple[RemarkKind, ...] = ()


NOTHING = (NOT_GIVEN, None, None, None, None, None, None)

LETTERS = {
    "000_abf8e9db55790b7f.txt": Expected(
        "Oadby & Wigston Borough Council",
        "E07000135",
        CouncilType.DISTRICT,
        "Oadby & Wigston Borough Council",
        "Mrs Court",
        "Chief Executive",
        date(2020, 7, 22),
        2020,
        YEAR_2020,
        (GIVEN, 60, 45, 3, 5, "detailed investigations", 5),
        (GIVEN, 100, 99, None, 3, "compliance outcomes", 3),
        (GIVEN, 0, 20, 0, 5, "detailed investigations", 3),
        (RemarkKind.PUBLIC_REPORT, RemarkKind.REFUSAL, RemarkKind.REFUSAL, RemarkKind.REFUSAL),
    ),
    "001_2136178941eb4955.txt": Expected(
        "Leicester City Council",
        "E06000016",
        CouncilType.UNITARY,
        "Leicester City Council",
        "Mr Keeling",
        "Chief Operating Officer",
        date(2020, 7, 22),
        2020,
        YEAR_2020,
        NOTHING,
        NOTHING,
        NOTHING,
        (
            RemarkKind.PUBLIC_REPORT,
            RemarkKind.REFUSAL,
            RemarkKind.REFUSAL,
            RemarkKind.APOLOGY,
        ),
    ),
    "002_2aada139a3425445.txt": Expected(
        "Harborough District Council",
        "E07000131",
        CouncilType.DISTRICT,
        "Harborough District Council",
        "Mrs Jolly & Mr Proudfoot",
        "Directors",
        date(2020, 7, 22),
        2020,
        YEAR_2020,
        (GIVEN, 100, 45, 2, 2, "detailed investigations", 2),
        (GIVEN, 100, 99, None, 1, "compliance outcome", 1),
        (GIVEN, 0, 20, 0, 2, "detailed investigations", 2),
    ),
    "003_b1e162781bcb7585.txt": Expected(
        "North West Leicestershire District Council",
        "E07000134",
        CouncilType.DISTRICT,
        "North West Leicestershire District Council",
        "Bev Smith",
        "Chief Executive",
        date(2018, 7, 18),
        2018,
        Period(start=date(2017, 4, 1), end=date(2018, 3, 31)),
        (GIVEN, 0, None, 0, 1, "detailed investigations", 1),
        NOTHING,
        NOTHING,
    ),
    "004_906c1b837bde5254.txt": Expected(
        "Blaby District Council",
        "E07000129",
        CouncilType.DISTRICT,
        "Blaby District Council",
        "Mrs Toman",
        "Chief Executive",
        date(2021, 7, 21),
        2021,
        Period(start=date(2020, 4, 1), end=date(2021, 3, 31)),
        (GIVEN, 0, 53, 0, 2, "detailed investigations", 2),
        (State.NONE_DUE, None, None, None, None, None, None),
        (State.NONE_UPHELD, None, None, None, None, None, None),
    ),
}


def one(folder: Path, name: str, register: Register) -> Letter:
    letters = parse(read((folder / name).read_bytes(), name).text, register)
    assert len(letters) == 1
    return letters[0]


def figures(measure: Measure) -> tuple[object, ...]:
    return (
        measure.state,
        measure.rate,
        measure.average,
        measure.count,
        measure.base,
        measure.base_of,
        measure.denominator,
    )


@pytest.mark.parametrize("name", LETTERS)
def test_the_head_of_the_letter_is_read_as_printed(name: str, real_letters: Path, register: Register) -> None:
    letter, expected = one(real_letters, name, register), LETTERS[name]
    assert letter.council == register.by_name(expected.council)
    assert (letter.council.gss_code, letter.council.type) == (expected.gss_code, expected.type)
    assert letter.council_as_written == expected.written
    assert (letter.addressee, letter.role) == (expected.addressee, expected.role)
    assert (letter.dated, letter.year, letter.period) == (expected.dated, expected.year, expected.period)


@pytest.mark.parametrize("name", LETTERS)
def test_every_measure_is_read_as_printed(name: str, real_letters: Path, register: Register) -> None:
    letter, expected = one(real_letters, name, register), LETTERS[name]
    assert figures(letter.measure(MeasureName.UPHELD)) == expected.upheld
    assert figures(letter.measure(MeasureName.COMPLIANCE)) == expected.compliance
    assert figures(letter.measure(MeasureName.REMEDY)) == expected.remedy
    assert figures(letter.measure(MeasureName.UPHELD_PER_100K)) == NOTHING


@pytest.mark.parametrize("name", LETTERS)
def test_remarks_come_from_what_is_said_to_this_council_only(name: str, real_letters: Path, register: Register) -> None:
    letter = one(real_letters, name, register)
    assert tuple(remark.kind for remark in letter.remarks) == LETTERS[name].remarks


@pytest.mark.parametrize("name", LETTERS)
def test_no_real_letter_needs_a_warning(name: str, real_letters: Path, register: Register) -> None:
    assert one(real_letters, name, register).doubts == ()


@pytest.mark.parametrize("name", LETTERS)
def test_every_figure_has_a_quote_that_prints_it(name: str, real_letters: Path, register: Register) -> None:
    letter = one(real_letters, name, register)
    for measure in letter.measures:
        words = " ".join(quote.text for quote in measure.quotes)
        for quote in measure.quotes:
            assert letter.text[quote.start : quote.end] == quote.text
        for figure in (measure.rate, measure.average, measure.count):
            assert figure is None or str(figure) in words
        assert bool(measure.quotes) == (measure.state is not NOT_GIVEN)
    for table in letter.tables:
        for cell in (*table.cells, *((table.total,) if table.total else ())):
            assert cell.quote is not None
            assert cell.quote.text == str(cell.value) == letter.text[cell.quote.start : cell.quote.end]


def columns(table: Table | None) -> tuple[dict[str, int | None], int | None]:
    assert table is not None
    return {cell.key: cell.value for cell in table.cells}, table.total.value if table.total else None


def test_the_tables_of_2018_are_read_cell_by_cell(real_letters: Path, register: Register) -> None:
    letter = one(real_letters, "003_b1e162781bcb7585.txt", register)
    assert columns(letter.table(TableName.RECEIVED)) == (
        {
            "adult_care": 0,
            "benefits_and_tax": 1,
            "corporate_and_other": 0,
            "education_and_children": 0,
            "environment": 0,
            "highways_and_transport": 0,
            "housing": 1,
            "planning_and_development": 3,
            "other": 1,
        },
        6,
    )
    assert columns(letter.table(TableName.DECIDED)) == (
        {
            "incomplete_or_invalid": 2,
            "advice_given": 0,
            "referred_back": 0,
            "closed_after_initial_enquiries": 1,
            "not_upheld": 1,
            "upheld": 0,
        },
        4,
    )
    assert columns(letter.table(TableName.REMEDIED)) == ({"by_ombudsman": 0, "by_authority": 0}, None)


@pytest.mark.parametrize("name", [name for name in LETTERS if not name.startswith("003")])
def test_letters_since_2020_have_no_tables(name: str, real_letters: Path, register: Register) -> None:
    assert one(real_letters, name, register).tables == ()


def test_the_public_reports_are_quoted_from_their_sentence(real_letters: Path, register: Register) -> None:
    openings = {
        "000_abf8e9db55790b7f.txt": "This year, I issued a public report about your Council's failure",
        "001_2136178941eb4955.txt": "This year, I issued a public report about the Council after it",
    }
    for name, opening in openings.items():
        report = one(real_letters, name, register).remarks[0]
        assert report.quote.text.startswith(opening)
        assert report.quote.text.endswith(".")
