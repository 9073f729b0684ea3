"""What was found fine is known by its code and its place, however it is worded."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.errors import LibraryError
from db.library import Library
from db.model import Doubt, DoubtCode, Parameter
from db.review.dismissals import Dismissal
from db.store.connection import connect
from db.store.digest import seal_letters
from db.store.letter_rows import replace_letter
from db.store.transaction import open_transaction
from tests.db.builders import OADBY, add, doubt, file_of, letter, quote, upheld
from tui.draw import doubt_text
from tui.draw.doubt_text import write_doubt

TEXT = "61% of complaints were upheld, 22 of 35. Again: 61% of them."
AT, ELSEWHERE = quote(TEXT, "61% of complaints"), quote(TEXT, "61% of them")
MISFIT = Doubt.of(DoubtCode.RATE_MISFITS, "upheld", [AT], rate=61, count=22, denominator=35, share=63)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


def dismissed_letter(library: Library, *doubts: Doubt) -> int:
    """The id of a letter with these doubts, all of them dismissed."""
    (one,) = add(library, replace(letter(TEXT, OADBY, 2020, upheld(61, 22, 35)), doubts=doubts))
    library.dismiss(one)
    assert library.review_items().items == ()
    return one


def read_anew(library: Library, letter_id: int, *doubts: Doubt) -> None:
    """Gives a letter these doubts, as when its file is read again."""
    with closing(connect(library.path)) as connection, open_transaction(connection):
        stored = library.letter(letter_id)
        replace_letter(connection, letter_id, replace(stored.letter, doubts=doubts), has_new_text=False)
        seal_letters(connection, [letter_id])


def open_doubts(library: Library) -> list[Doubt]:
    """Every doubt for which a letter needs a look."""
    return [reason for item in library.review_items().items for reason in item.reasons]


def test_rewording_a_sentence_brings_nothing_back(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    one = dismissed_letter(library, MISFIT)
    before = write_doubt(MISFIT)
    monkeypatch.setitem(doubt_text._SENTENCES, DoubtCode.RATE_MISFITS, "{rate}% is not {count} of {denominator}.")
    assert write_doubt(MISFIT) != before
    assert library.review_items().items == ()
    read_anew(library, one, MISFIT)
    assert library.review_items().items == ()
    assert [item.reasons for item in library.review_items().dismissed] == [(MISFIT,)]


def test_what_the_sentence_is_made_with_brings_nothing_back(library: Library) -> None:
    one = dismissed_letter(library, MISFIT)
    read_anew(library, one, MISFIT._replace(parameters=(("rate", 61), ("share", 62.9))))
    assert open_doubts(library) == []


@pytest.mark.parametrize(
    "other",
    [
        MISFIT._replace(code=DoubtCode.RATE_IMPOSSIBLE),
        MISFIT._replace(about="compliance"),
        MISFIT._replace(about=None),
        MISFIT._replace(quotes=(ELSEWHERE,)),
        MISFIT._replace(quotes=(quote(TEXT, "61% of complaints were"),)),
        MISFIT._replace(quotes=()),
    ],
    ids=["another code", "about something else", "about nothing", "elsewhere", "a longer place", "nowhere"],
)
def test_another_doubt_brings_the_letter_back_and_is_told_alone(library: Library, other: Doubt) -> None:
    one = dismissed_letter(library, MISFIT)
    read_anew(library, one, MISFIT, other)
    assert open_doubts(library) == [other]
    assert library.review_items().dismissed == ()
    library.dismiss(one)
    assert open_doubts(library) == []


def test_only_the_first_place_of_a_doubt_says_where_it_is(library: Library) -> None:
    one = dismissed_letter(library, MISFIT._replace(quotes=(AT, ELSEWHERE)))
    read_anew(library, one, MISFIT)
    assert open_doubts(library) == []


def test_what_is_no_longer_doubted_is_forgotten_when_the_letter_is_dismissed_anew(library: Library) -> None:
    gone = MISFIT._replace(quotes=(ELSEWHERE,))
    one = dismissed_letter(library, MISFIT, gone)
    read_anew(library, one, MISFIT)
    library.dismiss(one)
    read_anew(library, one, MISFIT, gone)
    assert open_doubts(library) == [gone]


def test_a_conflict_with_a_further_letter_brings_it_back(library: Library) -> None:
    one, _ = add(library, letter("a, the longest", OADBY, 2020, upheld(60)), letter("b", OADBY, 2020, upheld(55)))
    library.dismiss(one)
    assert open_doubts(library) == []
    third = file_of(letter("c", OADBY, 2020, upheld(50)), name="third.txt")
    library.add_files([third])
    (conflict,) = open_doubts(library)
    assert "“third.txt” prints a rate of 50" in write_doubt(conflict)
    library.dismiss(one)
    assert open_doubts(library) == []


def test_a_conflict_with_a_letter_that_was_taken_out_and_came_back_stays_dismissed(library: Library) -> None:
    (one,) = add(library, letter("a, the longest", OADBY, 2020, upheld(60)))
    other = file_of(letter("b", OADBY, 2020, upheld(55)), name="other.txt")
    library.add_files([other])
    library.dismiss(one)
    library.remove_files([other.source.sha256])
    assert library.review_items().dismissed == ()
    library.add_files([other])
    assert open_doubts(library) == []
    assert [item.letter_id for item in library.review_items().dismissed] == [one]


WHOLE = Dismissal.of(MISFIT)


@pytest.mark.parametrize(
    ("dismissal", "covered"),
    [
        (WHOLE, [True, False, False, False]),
        (replace(WHOLE, code=None), [True, True, False, False]),
        (replace(WHOLE, about=None), [True, False, True, False]),
        (replace(WHOLE, span=None), [True, False, False, True]),
        (replace(WHOLE, code=None, span=None), [True, True, False, True]),
        (Dismissal(code=None, about=None, span=None, other=None), [True, True, True, True]),
        (replace(WHOLE, other="3f2504e0"), [False, False, False, False]),
    ],
    ids=["whole", "any code", "about anything", "anywhere", "any code anywhere", "anything", "a conflict"],
)
def test_what_a_dismissal_leaves_open_stands_for_anything(dismissal: Dismissal, covered: list[bool]) -> None:
    others = (
        MISFIT._replace(code=DoubtCode.RATE_IMPOSSIBLE),
        MISFIT._replace(about="compliance"),
        MISFIT._replace(quotes=(ELSEWHERE,)),
    )
    assert [dismissal.covers(one) for one in (MISFIT, *others)] == covered


def test_a_dismissal_that_names_no_other_letter_stands_for_conflicts_with_any() -> None:
    files: dict[str, Parameter] = {
        "our_file": "a",
        "our_sha256": "0a",
        "their_file": "b",
        "our_rate": 1,
        "their_rate": 2,
    }
    code = DoubtCode.LETTERS_CONFLICT
    conflicts = [Doubt.of(code, "upheld", (), their_sha256=other, **files) for other in ("0b", "0c")]
    named = Dismissal.of(conflicts[0])
    assert [named.covers(one) for one in conflicts] == [True, False]
    assert [replace(named, other=None).covers(one) for one in conflicts] == [True, True]


def test_a_doubt_of_an_older_library_is_dismissed_whatever_code_it_turns_out_to_have(library: Library) -> None:
    one = dismissed_letter(library, doubt("The letter prints 61%, but 22 of 35 is 63%.", "upheld", [AT]))
    read_anew(library, one, MISFIT)
    assert open_doubts(library) == []
    read_anew(library, one, MISFIT._replace(quotes=(ELSEWHERE,)))
    assert open_doubts(library) == [MISFIT._replace(quotes=(ELSEWHERE,))]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE dismissal SET code = 'no_figurez'",
        "UPDATE dismissal SET code = X'00FF' || code",
        'UPDATE dismissal SET start = 9999999999, "end" = 9999999999',
        "UPDATE dismissal SET file_id = 77",
    ],
)
def test_a_damaged_dismissal_hides_nothing(tmp_path: Path, change: str) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, letter("Alpha words.", OADBY, 2020))
        library.dismiss(1)
        assert library.review_items().items == ()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    with Library.open(path) as library:
        try:
            assert [item.letter_id for item in library.review_items().items] == [1]
        except LibraryError:
            assert library.letter(1).letter.council == OADBY
