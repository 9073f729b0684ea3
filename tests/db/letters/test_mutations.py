"""The comparison with made letters notices a wrong parser: each way of being wrong, put in on purpose, is found."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import pytest

from db.councils.register import Register
from db.figures.rounding import parse_number
from db.letters import heading, parse, split
from db.letters.doubts import DoubtCollector
from db.letters.evidence import Reading
from db.letters.folded import FoldedText
from db.letters.patterns import phrase
from db.letters.rates import blocks, counts, from_tables, reader
from db.letters.rates.definitions import AVERAGE, SHARES
from db.letters.rates.sentence import FigureSentence
from db.letters.started import StartedPattern
from db.letters.tables import columns, layouts
from db.letters.tables.columns import Column, Tables
from db.letters.tables.headings import HEADINGS, TOTAL, PrintedTable, find_key
from db.model import DerivedFigure, Measure, MeasureName, Number, Quote, Table, TableName
from db.text.clean import clean
from tests.letters_made.councils import councils_of
from tests.letters_made.families import FAMILIES
from tests.letters_made.judging import Difference, differences
from tests.letters_made.manglings import mangle
from tests.marks import slow

LETTERS = 12
"""How many letters of each family are compared; some by chance print nothing that a mutation could spoil."""

Change = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Mutation:
    """A wrong parser: in what families, under what manglings, and in what figures it must be found out."""

    name: str
    change: Change
    families: tuple[str, ...]
    spoils: str
    manglings: tuple[str, ...] = ()


def a_rate_read_by(name: MeasureName, words: str) -> Change:
    """The measure's rate is taken from these words, wherever they stand."""

    def change(patch: pytest.MonkeyPatch) -> None:
        sentence = FigureSentence(phrase(words), StartedPattern.at_words(phrase(words), ""))
        shares = (replace(share, rate=sentence) if share.name is name else share for share in SHARES)
        patch.setattr(blocks, "SHARES", tuple(shares))
        patch.setattr(blocks, "stands_alone", lambda folded, start, end: True)

    return change


def printed_base_as_remedy_denominator(patch: pytest.MonkeyPatch) -> None:
    def denominator(
        self: reader._ShareReader, base: Reading[reader.Base] | None
    ) -> tuple[int | None, frozenset[DerivedFigure]]:
        return base.value.number if base else None, frozenset()

    patch.setattr(reader._ShareReader, "_denominator", denominator)


def oldest_row_as_this_year_s(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(layouts, "find_own_row", lambda rows, year, names: rows[-1])


def average_of_the_last_block(patch: pytest.MonkeyPatch) -> None:
    def averages(self: reader._ShareReader) -> Iterator[Reading[Number | None]]:
        for block in self.blocks:
            found = [match for match in AVERAGE.finditer(self.folded.text, block.sentence_end) if match[1]]
            for match in found[-1:]:
                yield Reading(parse_number(match[1]), self.folded.quote(*match.span()))

    patch.setattr(reader._ShareReader, "_read_averages", averages)


def page_number_as_count(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(counts, "_NUMBER_LINE", re.compile(r"(?!)"))


def zero_for_missing(patch: pytest.MonkeyPatch) -> None:
    honest = reader.read_rates

    def read(folded: FoldedText, doubts: DoubtCollector) -> tuple[Measure, ...]:
        measures = honest(folded, doubts)
        return tuple(measure._replace(rate=measure.rate or 0, count=measure.count or 0) for measure in measures)

    patch.setattr(parse, "read_rates", read)


def rate_of_nothing_kept(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(reader, "_without_rate_of_nothing", lambda measure, doubts: measure)


def upheld_and_not_upheld_swapped(patch: pytest.MonkeyPatch) -> None:
    headings = HEADINGS[PrintedTable.DECIDED]
    upheld, not_upheld = headings["upheld"], headings["not_upheld"]
    patch.setitem(headings, "upheld", not_upheld)
    patch.setitem(headings, "not_upheld", upheld)
    for kept in (find_key, layouts._read_headings):
        patch.setattr(layouts, kept.__name__, kept.__wrapped__)  # and not what it said before


def total_as_investigations(patch: pytest.MonkeyPatch) -> None:
    honest = from_tables._read_upheld

    def upheld(by_key: Mapping[str, Column]) -> Measure | None:
        measure = honest(by_key)
        total = by_key[TOTAL].value if TOTAL in by_key else None
        return measure and measure._replace(base=total, denominator=total)

    patch.setattr(from_tables, "_read_upheld", upheld)


def sum_as_a_printed_number(patch: pytest.MonkeyPatch) -> None:
    honest = from_tables.add_table_rates

    def add(measures: Sequence[Measure], tables: Tables, doubts: DoubtCollector) -> tuple[Measure, ...]:
        return tuple(measure._replace(derived=frozenset()) for measure in honest(measures, tables, doubts))

    patch.setattr(parse, "add_table_rates", add)


def values_shifted_by_one(patch: pytest.MonkeyPatch) -> None:
    honest = columns.make_table

    def shifted(name: TableName, whole: Sequence[Column]) -> Table:
        values = [*whole[1:], whole[0]]
        return honest(name, [a._replace(printed=b.printed, quote=b.quote) for a, b in zip(whole, values, strict=True)])

    patch.setattr(parse, "make_table", shifted)


def cover_report_read_too(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(split, "_has_prose", lambda before: False)


def first_of_two_years(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(heading, "closing_year", lambda words: int(words[:4]))


def quotes_one_character_off(patch: pytest.MonkeyPatch) -> None:
    honest = FoldedText.quote

    def quote(self: FoldedText, start: int, end: int) -> Quote:
        right = honest(self, start, end)
        return Quote(start=right.start + 1, end=right.end + 1, text=right.text)

    patch.setattr(FoldedText, "quote", quote)


def percent_sign_dropped_with_its_decimal(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(blocks, "parse_number", lambda words: int(words.split(".")[0]))
    patch.setattr(from_tables, "parse_number", lambda words: int(words.split(".")[0]))


G, H = ("G-2020", "G-2021"), ("H-2022", "H-2023", "H-2024")
E = ("E-2015", "E-2016", "E-2017", "E-2018")
COMPLIANCE, UPHELD, REMEDY = MeasureName.COMPLIANCE, MeasureName.UPHELD, MeasureName.REMEDY

MUTATIONS = [
    Mutation(
        "a percentage read from a definition",
        a_rate_read_by(COMPLIANCE, r"Compliance with recommendations - [^\n]*?below ({number}) ?% is rare"),
        (*G, *H),
        "compliance.rate",
    ),
    Mutation(
        "a percentage read from a bullet",
        a_rate_read_by(COMPLIANCE, r"- Below ({number}) ?%"),
        (*G, *H),
        "compliance.rate",
    ),
    Mutation(
        "a percentage read from the prose",
        a_rate_read_by(UPHELD, r"({number}) ?% of investigations ended with fault"),
        (*G, *H),
        "upheld.rate",
    ),
    Mutation("the printed base as the remedy rate's", printed_base_as_remedy_denominator, G, "remedy.denominator"),
    Mutation("an older year's row as this year's", oldest_row_as_this_year_s, ("A-2006", "A-2008"), "received."),
    Mutation("the average of another block", average_of_the_last_block, (*G, *H, "web-2"), "upheld.average"),
    Mutation("a page's number as the count", page_number_as_count, G, "upheld.count", ("page_number_under_count",)),
    Mutation("zero for what is missing", zero_for_missing, ("I", "G-2020"), "upheld.rate"),
    Mutation("the rate of nothing as a rate", rate_of_nothing_kept, ("web-2", "web-3"), "compliance.rate"),
    Mutation(
        "upheld per 100,000 as a percentage",
        a_rate_read_by(UPHELD, r"({number}) ?%? upheld decisions? per 100,000 residents\n?\."),
        ("web-2", "H-2024"),
        "upheld.rate",
    ),
    Mutation("upheld and not upheld swapped", upheld_and_not_upheld_swapped, ("E-2014", *E), "decided."),
    Mutation("all decisions as the investigations", total_as_investigations, E, "upheld.base"),
    Mutation("a sum of ours as a printed number", sum_as_a_printed_number, E, "upheld.derived"),
    Mutation("every value under the heading before it", values_shifted_by_one, (*E, "F-2019"), "received."),
    Mutation("a covering report's figures", cover_report_read_too, ("I",), "upheld.rate", ("cover_report",)),
    Mutation("the first year of two", first_of_two_years, ("H-2023", "H-2024", "A-2008"), "year"),
    Mutation("quotes one character off", quotes_one_character_off, (*G, *E), "upheld.quote"),
    Mutation("decimals cut off", percent_sign_dropped_with_its_decimal, ("E-2015",), "upheld.rate"),
]


def found(mutation: Mutation) -> list[Difference]:
    """In what the letters of the mutation's families are now read otherwise than they are printed."""
    wrong: list[Difference] = []
    for family in mutation.families:
        year, make = FAMILIES[family]
        for number_of_letter in range(LETTERS):
            random = Random(f"{mutation.name} {family} {number_of_letter}")
            made = make(random, random.choice(councils_of(year)))
            for letter in parse.parse(clean(mangle(made, mutation.manglings, random)), Register.load()):
                wrong += differences(made.truth, letter)
    return wrong


@pytest.mark.parametrize("mutation", [MUTATIONS[0], *slow(*MUTATIONS[1:])], ids=lambda mutation: mutation.name)
def test_a_parser_that_is_wrong_on_purpose_is_found_out(mutation: Mutation, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found out by what it says, not by what it leaves out."""
    assert found(mutation) == []
    mutation.change(monkeypatch)
    assert any(found_out.what.startswith(mutation.spoils) and not found_out.missing for found_out in found(mutation))
