from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.library import Library
from db.model import MeasureName, Remark, RemarkKind
from tests.db.builders import LEEDS, NOWHERE, OADBY, add, doubt, letter, quote, upheld

TEXT = "60% of complaints we investigated were upheld. You refused to comply."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


def test_a_years_letters_have_their_measures_remarks_and_first_quotes(library: Library) -> None:
    words = quote(TEXT, "60% of complaints")
    refusal = Remark(kind=RemarkKind.REFUSAL, quote=quote(TEXT, "You refused to comply."))
    add(library, replace(letter(TEXT, OADBY, 2024, upheld(quotes=[words, quote(TEXT, "upheld")])), remarks=(refusal,)))
    (found,) = library.year(2024)
    assert (found.council.name, found.year) == (OADBY.name, 2024)
    assert [measure.name for measure in found.measures] == list(MeasureName)
    assert found.measures[0].quotes == (words,)
    assert found.remarks == (refusal,)
    assert found.before is None


def test_only_that_year_and_only_the_letter_shown_are_in_it(library: Library) -> None:
    add(library, letter("A", OADBY, 2024), letter("B", OADBY, 2024, upheld(60)), letter("C", LEEDS, 2023, upheld(70)))
    (found,) = library.year(2024)
    assert found.measures[0].rate == 60


def test_a_letter_of_the_year_before_lends_its_measures(library: Library) -> None:
    add(library, letter("A", OADBY, 2024, upheld(60)), letter("B", OADBY, 2023, upheld(40, 2, 5)))
    (found,) = library.year(2024)
    assert found.before is not None
    assert found.before[0].rate == 40


def test_a_council_that_the_register_does_not_know_is_there_and_needs_a_look(library: Library) -> None:
    add(library, letter("A", NOWHERE, 2024, upheld(60)), letter("B", NOWHERE, 2024, as_written=None))
    (found,) = library.year(2024)
    assert (found.council.name, found.needs_a_look) == (NOWHERE.name, True)


def test_a_letter_needs_a_look_here_as_it_does_everywhere(library: Library) -> None:
    whole = letter("A", OADBY, 2024, upheld(60))
    doubtful = replace(letter("B", LEEDS, 2024, upheld(60)), doubts=(doubt("Something does not fit."),))
    disagreeing = letter("C", OADBY, 2024, upheld(80, 4, 5))
    add(library, whole, doubtful, disagreeing)
    open_ids = {item.letter_id for item in library.review_items().items}
    assert {found.letter_id: found.needs_a_look for found in library.year(2024)} == {
        found.letter_id: found.letter_id in open_ids for found in library.year(2024)
    }
    assert all(found.needs_a_look for found in library.year(2024))
    for letter_id in open_ids:
        library.dismiss(letter_id)
    assert not any(found.needs_a_look for found in library.year(2024))
