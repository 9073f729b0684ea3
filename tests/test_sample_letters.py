"""The sample letters say what was published: every figure of every sample, written out by hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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

# The name of the file without .txt, then its council | year | kind | date, and under that
#   each measure that is given or said not to be due: state, rate, average, count, base, the noun the base is
#   printed with, and the denominator, with a * where no number is printed for it; each table: its cells and its
#   printed total.
FIGURES = """
north-west-leicestershire-district-council-2018
    North West Leicestershire District Council | 2018 | annual | 2018-07-18
    upheld          given           0     -     0    1*  detailed-investigations   1*
    received   adult_care=0 benefits_and_tax=1 corporate_and_other=0 education_and_children=0 environment=0
    received   highways_and_transport=0 housing=1 planning_and_development=3 other=1 total=6
    decided    incomplete_or_invalid=2 advice_given=0 referred_back=0 closed_after_initial_enquiries=1
    decided    not_upheld=1 upheld=0 total=4
    remedied   by_ombudsman=0 by_authority=0
birmingham-city-council-2018
    Birmingham City Council | 2018 | annual | 2018-07-18
    upheld          given          60     -    43   72*  detailed-investigations  72*
    decided    incomplete_or_invalid=21 advice_given=34 referred_back=221 closed_after_initial_enquiries=93
    decided    not_upheld=29 upheld=43 total=441
sheffield-city-council-2018
    Sheffield City Council | 2018 | annual | 2018-07-18
    remedied   by_ombudsman=18 by_authority=2
dorset-county-council-2019
    Dorset County Council | 2019 | statistics | -
    upheld          given          71    64    24    34  detailed-investigations   34
    compliance      given         100    99     -    19  compliance-outcomes       19
    remedy          given           0     9     0     -  -                        24*
oadby-and-wigston-borough-council-2020
    Oadby & Wigston Borough Council | 2020 | annual | 2020-07-22
    upheld          given          60    45     3     5  detailed-investigations    5
    compliance      given         100    99     -     3  compliance-outcomes        3
    remedy          given           0    20     0     5  detailed-investigations   3*
leicester-city-council-2020
    Leicester City Council | 2020 | annual | 2020-07-22
harborough-district-council-2020
    Harborough District Council | 2020 | annual | 2020-07-22
    upheld          given         100    45     2     2  detailed-investigations    2
    compliance      given         100    99     -     1  compliance-outcome         1
    remedy          given           0    20     0     2  detailed-investigations   2*
blaby-district-council-2021
    Blaby District Council | 2021 | annual | 2021-07-21
    upheld          given           0    53     0     2  detailed-investigations    2
    compliance      none_due        -     -     -     -  -                          -
    remedy          none_upheld     -     -     -     -  -                          -
bristol-city-council-2021
    Bristol City Council | 2021 | annual | 2021-07-21
    upheld          given          83    63     -     -  -                          -
    compliance      given          90    99     -     -  -                          -
    remedy          given          16    10     -     -  -                          -
northampton-borough-council-2022
    Northampton Borough Council | 2022 | statistics | -
    upheld          given          50    51     2     4  detailed-investigations    4
    remedy          given           0    20     0     -  -                         2*
kent-county-council-2023
    Kent County Council | 2023 | annual | 2023-07-19
    upheld          given          87    80    53    61  investigations            61
    compliance      given         100   100     -    51  compliance-outcomes       51
    remedy          given           8     6     4    53  upheld-decisions          53
    upheld_per_100k given         3.4   3.4     -     -  -                          -
leeds-city-council-2023
    Leeds City Council | 2023 | statistics | -
    upheld          given          69    77    37    54  detailed-investigations   54
    compliance      given         100    99     -    27  compliance-outcomes       27
    remedy          given          14    10     5    37  detailed-investigations  37*
    upheld_per_100k given         4.6   4.8     -     -  -                          -
sheffield-city-council-2023
    Sheffield City Council | 2023 | annual | 2023-07-19
    upheld          given          73    77    19    26  investigations            26
    compliance      given         100    99     -    18  compliance-outcomes       18
    remedy          given           0    10     0    19  upheld-decisions          19
    upheld_per_100k given         3.4   4.8     -     -  -                          -
london-borough-of-croydon-2023
    London Borough of Croydon | 2023 | annual | 2023-07-19
    upheld          given          83    77    57    69  investigations            69
    compliance      given          98    99     -    45  compliance-outcomes       45
    remedy          given          16    15     9    57  upheld-decisions          57
    upheld_per_100k given        14.6   8.3     -     -  -                          -
allerdale-borough-council-2023
    Allerdale Borough Council | 2023 | annual | 2023-07-19
    upheld          given          25    59     1     4  investigations             4
    compliance      none_due        -   100     -     0  compliance-outcomes        0
    remedy          given         100    15     1     1  upheld-decisions           1
    upheld_per_100k given           1   1.4     -     -  -                          -
kent-county-council-2024
    Kent County Council | 2024 | annual | 2024-07-17
    upheld          given          81    85    76    94  investigations            94
    compliance      given          98   100     -    63  compliance-outcomes       63
    remedy          given           3     7     2    76  upheld-decisions          76
    upheld_per_100k given         4.8   4.5     -     -  -                          -
leeds-city-council-2024
    Leeds City Council | 2024 | annual | 2024-07-17
    upheld          given          75    80    44    59  investigations            59
    compliance      given         100    99     -    33  compliance-outcomes       33
    remedy          given          18    14     8    44  upheld-decisions          44
    upheld_per_100k given         5.3   4.4     -     -  -                          -
sheffield-city-council-2024
    Sheffield City Council | 2024 | annual | 2024-07-17
    upheld          given          83    80    20    24  investigations            24
    compliance      given         100    99     -    14  compliance-outcomes       14
    remedy          given          25    14     5    20  upheld-decisions          20
    upheld_per_100k given         3.5   4.4     -     -  -                          -
london-borough-of-croydon-2024
    London Borough of Croydon | 2024 | annual | 2024-07-17
    upheld          given          90    85    43    48  investigations            48
    compliance      given          98    99     -    45  compliance-outcomes       45
    remedy          given           2    12     1    43  upheld-decisions          43
    upheld_per_100k given          11   8.2     -     -  -                          -
birmingham-city-council-2024
    Birmingham City Council | 2024 | annual | 2024-07-17
    upheld          given          87    80   115   132  investigations           132
    compliance      given          99    99     -   107  compliance-outcomes      107
    remedy          given           8    14     9   115  upheld-decisions         115
    upheld_per_100k given         9.9   4.4     -     -  -                          -
cornwall-council-2024
    Cornwall Council | 2024 | annual | 2024-07-17
    upheld          given          77    79    33    43  investigations            43
    compliance      given         100   100     -    28  compliance-outcomes       28
    remedy          given          18    13     6    33  upheld-decisions          33
    upheld_per_100k given         5.7   4.6     -     -  -                          -
hertfordshire-county-council-2024
    Hertfordshire County Council | 2024 | statistics | -
    upheld          given          89    85    42    47  investigations            47
    compliance      given         100   100     -    41  compliance-outcomes       41
    remedy          given           7     7     3    42  upheld-decisions          42
    upheld_per_100k given         3.5   4.5     -     -  -                          -
cumbria-county-council-2024
    Cumbria County Council | 2024 | statistics | -
    upheld          given          91     -     9    10  investigations            10
    compliance      given         100     -     -    12  compliance-outcomes       12
    remedy          given           0     -     0     9  upheld-decisions           9
westmorland-and-furness-council-2024
    Westmorland and Furness Council | 2024 | annual | 2024-07-17
    upheld          given          88    79     7     8  investigations             8
    compliance      given         100   100     -     4  compliance-outcomes        4
    remedy          given          29    13     2     7  upheld-decisions           7
    upheld_per_100k given         3.1   4.6     -     -  -                          -
kent-county-council-2025
    Kent County Council | 2025 | annual | 2025-05-21
    upheld          given          83    89    63    76  complaints                76
    upheld_per_100k given         3.9     -     -     -  -                          -
    decided    not_for_us=87 assessed_and_closed=128 investigated=76 total=291
leeds-city-council-2025
    Leeds City Council | 2025 | statistics | -
    upheld          given          91    81    62    68  complaints                68
    upheld_per_100k given         7.5     -     -     -  -                          -
    decided    not_for_us=63 assessed_and_closed=96 investigated=68 total=227
london-borough-of-croydon-2025
    London Borough of Croydon | 2025 | statistics | -
    upheld          given          89    84    32    36  complaints                36
    upheld_per_100k given           8     -     -     -  -                          -
    decided    not_for_us=113 assessed_and_closed=69 investigated=36 total=218
birmingham-city-council-2025
    Birmingham City Council | 2025 | annual | 2025-05-21
    upheld          given          82    81    94   114  complaints               114
    remedy          given           5     -     -     -  -                        94*
    upheld_per_100k given         8.1     -     -     -  -                          -
    decided    not_for_us=232 assessed_and_closed=226 investigated=114 total=572
cornwall-council-2025
    Cornwall Council | 2025 | statistics | -
    upheld          given          88    80    49    56  complaints                56
    upheld_per_100k given         8.5     -     -     -  -                          -
    decided    not_for_us=60 assessed_and_closed=80 investigated=56 total=196
hertfordshire-county-council-2025
    Hertfordshire County Council | 2025 | annual | 2025-05-21
    upheld          given          94    89    65    69  complaints                69
    upheld_per_100k given         5.3     -     -     -  -                          -
    decided    not_for_us=43 assessed_and_closed=57 investigated=69 total=169
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
    read = {measure.name: replace(measure, quotes=()) for measure in the_letter(name).measures}
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
