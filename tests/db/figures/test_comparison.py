"""Councils side by side: the year, the figures and the averages."""

from db.figures.comparison import ComparedCouncil, choose_year, compare_councils, list_years
from db.model import CouncilEntry, MeasureName, Source, StoredLetter
from tests.db.builders import LEEDS, NOWHERE, OADBY, letter, upheld

SOURCE = Source(name="letter.txt", sha256="0" * 64, media_type="text/plain")


def council_of(number: int, *letters: StoredLetter) -> ComparedCouncil:
    council = (OADBY, LEEDS, NOWHERE)[number]
    years = tuple(sorted(stored.letter.year for stored in letters if stored.letter.year))
    return ComparedCouncil.of(CouncilEntry(id=number, council=council, years=years), letters)


def stored(number: int, year: int | None, *, shown: bool = True, rate: float = 60) -> StoredLetter:
    council = (OADBY, LEEDS, NOWHERE)[number]
    return StoredLetter(
        id=100 * number + (year or 0),
        council_id=number,
        letter=letter("", council, year, upheld(rate)),
        source=SOURCE,
        shown=shown,
    )


def test_only_shown_letters_of_a_known_year_can_be_compared() -> None:
    council = council_of(0, stored(0, 2021), stored(0, 2020, shown=False), stored(0, None))
    assert council.years == (2021,)
    assert council.find_letter(2020) is None


def test_the_year_is_the_latest_of_those_that_most_have() -> None:
    first = council_of(0, stored(0, 2023), stored(0, 2020), stored(0, 2019))
    second = council_of(1, stored(1, 2020), stored(1, 2019))
    assert choose_year([first, second]) == 2020
    assert list_years([first, second]) == [2019, 2020, 2023]
    assert choose_year([council_of(0), council_of(1)]) is None


def test_a_council_without_a_letter_has_the_figure_of_the_nearest_year_the_later_of_two() -> None:
    first, second = council_of(0, stored(0, 2021)), council_of(1, stored(1, 2022), stored(1, 2020), stored(1, 2015))
    figure = compare_councils(2021, [first, second]).measures[0].figures[1]
    assert (figure.judged, figure.other_year) == (None, 2022)
    assert figure.other is not None


def test_a_measure_that_no_letter_of_the_year_prints_is_named_apart() -> None:
    comparison = compare_councils(2020, [council_of(0, stored(0, 2020)), council_of(1)])
    assert [each.name for each in comparison.measures] == [MeasureName.UPHELD]
    assert comparison.not_printed == (MeasureName.COMPLIANCE, MeasureName.REMEDY)


def test_there_is_one_average_a_type_unless_its_letters_differ() -> None:
    here, there = council_of(0, stored(0, 2020)), council_of(1, stored(1, 2020))
    twin = ComparedCouncil(entry=there.entry._replace(council=OADBY), letters=there.letters)
    averages = compare_councils(2020, [here, there]).measures[0].averages
    assert [(each.type, each.average) for each in averages] == [(OADBY.type, 45), (LEEDS.type, 45)]
    assert len(compare_councils(2020, [here, twin]).measures[0].averages) == 1
    changed = letter("", OADBY, 2020, upheld()._replace(average=46))
    other = twin._replace(letters=(twin.letters[0]._replace(letter=changed),))
    differing = compare_councils(2020, [here, other]).measures[0].averages
    assert [each.average for each in differing] == [45, 46]
