"""The parser against made letters of every family, whole and mangled: nothing wrong, nothing invented."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import pytest

from db.councils.register import Register
from db.letters.parse import parse
from db.text.clean import clean
from tests.letters_made.councils import councils_of
from tests.letters_made.families import FAMILIES
from tests.letters_made.flattening import FLATTENING
from tests.letters_made.judging import Difference, differences
from tests.letters_made.manglings import MANGLINGS, choose, mangle
from tests.letters_made.truth import Made
from tests.marks import slow

MIXED_CHUNKS = 40
MIXED_IN_A_CHUNK = 25
MOST_MANGLINGS = 5

TABLES = ("received", "decided", "remedied", "upheld.", "compliance.", "remedy.")
INTERLEAVED = (TABLES, "the words of neighbouring headings are interleaved")
ONE_NUMBER_MORE = (TABLES, "a page's number after the values makes one too many of them")
THREE_YEARS = (TABLES, "without cells the rows of three years cannot be told apart")
ENQUIRIES = (TABLES, "without cells the rows of several kinds of enquiry cannot be told apart")
OUT_OF_COLUMN = (TABLES, "long labels push the values of their rows out of their columns")
OUT_OF_LINE = (
    ("upheld", "compliance.", "remedy.", "year", "period"),
    "what was put into the lines pushes the columns out of line",
)
EITHER_FIGURE = (
    ("upheld", "compliance.", "remedy.", "received", "decided", "year", "period"),
    "either number may be the figure",
)
RUN_INTO_ANOTHER = (("upheld.",), "upheld 3.33% of complaints is 3 and 33%, or 3.33%")

UNREADABLE: dict[tuple[str, ...], tuple[tuple[str, ...], str]] = {
    ("A", "table_one_cell_a_line"): THREE_YEARS,
    ("A", "table_headings_wrapped"): THREE_YEARS,
    ("A", "table_in_wrapped_columns"): INTERLEAVED,
    ("A", "table_wrapped_with_single_spaces"): INTERLEAVED,
    ("A", "table_transposed"): THREE_YEARS,
    ("B", "table_one_cell_a_line"): THREE_YEARS,
    ("B", "table_headings_wrapped"): THREE_YEARS,
    ("B", "table_in_columns"): OUT_OF_COLUMN,
    ("B", "table_in_wrapped_columns"): INTERLEAVED,
    ("B", "table_wrapped_with_single_spaces"): INTERLEAVED,
    ("B", "table_transposed"): THREE_YEARS,
    ("C", "table_one_cell_a_line"): ENQUIRIES,
    ("C", "table_headings_wrapped"): ENQUIRIES,
    ("C", "table_in_columns"): OUT_OF_COLUMN,
    ("C", "table_in_wrapped_columns"): INTERLEAVED,
    ("C", "table_wrapped_with_single_spaces"): INTERLEAVED,
    ("C", "table_transposed"): ENQUIRIES,
    ("E", "table_in_wrapped_columns"): INTERLEAVED,
    ("E", "table_wrapped_with_single_spaces"): INTERLEAVED,
    ("F", "table_in_wrapped_columns"): INTERLEAVED,
    ("F", "table_wrapped_with_single_spaces"): INTERLEAVED,
    ("E", "page_numbers", "table_one_cell_a_line"): ONE_NUMBER_MORE,
    ("E", "page_numbers", "table_headings_wrapped"): ONE_NUMBER_MORE,
    ("F", "page_numbers", "table_one_cell_a_line"): ONE_NUMBER_MORE,
    ("F", "page_numbers", "table_headings_wrapped"): ONE_NUMBER_MORE,
    ("F", "page_numbers", "table_with_single_spaces"): ONE_NUMBER_MORE,
    ("", "page_number_beside_figure"): EITHER_FIGURE,
    ("", "figures_in_columns", "doubled_spaces"): OUT_OF_LINE,
    ("", "figures_in_columns", "soft_hyphens_at_line_ends"): OUT_OF_LINE,
    ("web-5", "glued_sentences"): RUN_INTO_ANOTHER,
    ("web-merged-2025", "glued_sentences"): RUN_INTO_ANOTHER,
    ("I-with-page", "glued_sentences"): RUN_INTO_ANOTHER,
}
"""(family, or "" for any; manglings that are all there) -> what may be left out there, and why. Never what is wrong."""


@dataclass(frozen=True)
class Case:
    """One letter to be read; `seed` makes it again."""

    family: str
    manglings: tuple[str, ...]
    seed: str

    def make(self) -> tuple[Made, str]:
        """The letter and its text, cleaned as the library would."""
        year, make = FAMILIES[self.family]
        random = Random(self.seed)
        made = make(random, random.choice(councils_of(year)))
        return made, clean(mangle(made, self.manglings, random))


def may_be_missing(case: Case, difference: Difference) -> bool:
    """Whether the list above allows for this."""
    families = ("", case.family.split("-")[0], case.family)
    return difference.missing and any(
        family in families and set(manglings) <= set(case.manglings) and difference.what.startswith(parts)
        for (family, *manglings), (parts, _) in UNREADABLE.items()
    )


def faults(case: Case) -> list[str]:
    """What is wrong with the reading of this letter, a line each."""
    made, text = case.make()
    letters = parse(text, Register.load())
    if len(letters) != 1:
        return [f"{len(letters)} letters read instead of one"]
    found = differences(made.truth, letters[0])
    return [str(difference) for difference in found if not may_be_missing(case, difference)]


def assert_read(cases: Iterable[Case]) -> None:
    """Every case is read as printed; the first that is not is shown whole, the others by name."""
    wrong = {case: lines for case in cases if (lines := faults(case))}
    if wrong:
        first = next(iter(wrong))
        said = "\n".join(f"{case}\n    " + "\n    ".join(lines) for case, lines in wrong.items())
        pytest.fail(f"{said}\n\nThe text of the first, {first}:\n{first.make()[1]}", pytrace=False)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_whole_letter_is_read_as_printed(family: str) -> None:
    assert_read(Case(family, (), f"{family} whole {number}") for number in range(20))


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_a_letter_mangled_in_one_way_is_read_as_printed(family: str) -> None:
    assert_read(
        Case(family, (mangling,), f"{family} {mangling} {number}") for mangling in MANGLINGS for number in range(2)
    )


@pytest.mark.parametrize("chunk", [*range(2), *slow(*range(2, MIXED_CHUNKS))])
def test_a_letter_mangled_in_several_ways_is_read_as_printed(chunk: int) -> None:
    random = Random(f"mixed {chunk}")
    assert_read(
        Case(random.choice(sorted(FAMILIES)), choose(random, MOST_MANGLINGS), f"mixed {chunk} {number}")
        for number in range(MIXED_IN_A_CHUNK)
    )


@pytest.mark.parametrize("chunk", range(4))
def test_letters_in_one_file_are_each_read_as_printed(chunk: int) -> None:
    random = Random(f"pack {chunk}")
    families = [family for family in FAMILIES if family[0] in "CEGHI"]
    for number in range(5):
        names = [f"pack {chunk} {number} {place}" for place in range(random.randint(2, 4))]
        assert_pack_read([Case(random.choice(families), (), name) for name in names])


def assert_pack_read(cases: Sequence[Case]) -> None:
    """As many letters as were bound together, each as printed."""
    made = [case.make() for case in cases]
    text = "\n\n".join(text for _, text in made)
    letters = parse(text, Register.load())
    assert len(letters) == len(cases), text
    for case, (letter_made, _), letter in zip(cases, made, letters, strict=True):
        lines = "\n    ".join(str(difference) for difference in differences(letter_made.truth, letter))
        if lines:
            pytest.fail(f"{case}\n    {lines}\n\nThe text of the whole file:\n{text}", pytrace=False)


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_a_whole_letter_gives_no_warning_but_about_a_rate_of_nothing(family: str) -> None:
    for number in range(20):
        made, text = Case(family, (), f"{family} whole {number}").make()
        (letter,) = parse(text, Register.load())
        warned = {doubt.about for doubt in letter.doubts}
        of_nothing = {name.value for name, measure in made.truth.measures.items() if measure.denominator == 0}
        assert warned <= of_nothing, (letter.doubts, text)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("flattened", FLATTENING)
def test_no_table_is_left_out_without_a_doubt(family: str, flattened: str) -> None:
    for number in range(3):
        made, text = Case(family, (flattened,), f"{family} {flattened} doubted {number}").make()
        for letter in parse(text, Register.load()):
            doubted = {doubt.about for doubt in letter.doubts}
            for name in made.truth.tables:
                assert letter.table(name) or name.value in doubted, text


@pytest.mark.parametrize("exception", UNREADABLE)
def test_what_may_be_left_out_is_left_out_somewhere(exception: tuple[str, ...]) -> None:
    family, *manglings = exception
    families = [name for name in FAMILIES if family in ("", name.split("-")[0], name)]
    parts, _ = UNREADABLE[exception]
    assert any(
        difference.missing and difference.what.startswith(parts)
        for number in range(60)
        for made, text in [Case(families[number % len(families)], tuple(manglings), f"left out {number}").make()]
        for letter in parse(text, Register.load())
        for difference in differences(made.truth, letter)
    ), "everything is read here: take the exception away"
