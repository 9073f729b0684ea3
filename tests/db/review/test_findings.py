import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.councils.register import Register
from db.importer import import_paths
from db.library import Library
from db.model import Doubt, DoubtCode
from db.review.findings import MOST_REASONS, Finding, FindingKind, ReviewItem
from tests.db.builders import LEEDS, NOWHERE, OADBY, add, doubt, file_of, letter, letter_text, upheld
from tui.draw.doubt_text import write_doubt


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


def reasons(library: Library) -> list[tuple[str, ...]]:
    return [tuple(map(write_doubt, item.reasons)) for item in library.review_items().items]


def test_letters_that_were_wholly_understood_need_no_look(library: Library) -> None:
    add(library, letter("a", OADBY, 2018, upheld()), letter("b", OADBY, 2020, upheld()))
    assert library.review_items().items == (), "a missing year is no letter's fault"


def test_a_letter_is_listed_once_with_all_its_reasons_the_worst_first(library: Library) -> None:
    poor = replace(
        letter("a", NOWHERE, None), doubts=(doubt(message="The period is printed in two ways.", about="period"),)
    )
    (one,) = add(library, poor)
    (item,) = library.review_items().items
    assert item == ReviewItem(
        letter_id=one,
        council_id=library.councils()[0].id,
        council=NOWHERE.name,
        year=None,
        source="1.txt",
        reasons=(
            Doubt.of(DoubtCode.NOT_IN_REGISTER, "council"),
            Doubt.of(DoubtCode.YEAR_UNKNOWN, "year"),
            *poor.doubts,
            Doubt.of(DoubtCode.NO_FIGURES),
        ),
    )
    assert reasons(library) == [
        (
            "This council is not in the register: see how the letter names it.",
            "The year of this letter is not known, so it is compared with none.",
            "The period is printed in two ways.",
            "No figure was found in this letter: see whether it prints any.",
        )
    ]


def test_the_letters_with_the_worst_come_first(library: Library) -> None:
    warned = replace(letter("a", OADBY, 2016, upheld()), doubts=(doubt(message="Odd."),))
    no_figures = letter("b", OADBY, 2017)
    no_year = letter("c", OADBY, None, upheld())
    no_council = letter("d", NOWHERE, 2018, upheld())
    both = (letter("e, the longer", OADBY, 2019, upheld(60)), letter("f", OADBY, 2019, upheld(55)))
    ids = add(library, no_figures, warned, no_year, no_council, *both)
    assert [item.letter_id for item in library.review_items().items] == [ids[3], ids[2], ids[4], ids[1], ids[0]]


def test_what_the_letter_says_of_its_council_and_year_stands_for_what_we_would(library: Library) -> None:
    doubts = (
        doubt(message="Nowhere Town Council is not in the register.", about="council"),
        doubt(message="The letter's year is printed in two ways.", about="year"),
    )
    add(library, replace(letter("a", NOWHERE, None, upheld()), doubts=doubts))
    assert reasons(library) == [tuple(write_doubt(doubt) for doubt in doubts)]
    assert [finding.kind.value for finding in library.check()] == ["no_council", "no_year"]


def test_check_finds_the_same_in_letters(library: Library) -> None:
    warned = replace(
        letter("a", OADBY, None), doubts=(doubt(message="Odd.", about="upheld"), doubt(message="When?", about="year"))
    )
    add(library, warned, letter("b", NOWHERE, 2020), letter("c", OADBY, 2020, upheld(1)))
    add(library, letter("d", OADBY, 2020, upheld(2)))
    listed = sorted((item.letter_id, write_doubt(one)) for item in library.review_items().items for one in item.reasons)
    found = sorted(
        (finding.letter_id or 0, write_doubt(finding.doubt))
        for finding in library.check()
        if finding.kind not in ("second_letter", "gap")
    )
    assert listed == found


def test_what_is_set_by_hand_needs_no_look(library: Library) -> None:
    leeds = Register.load().by_name("Leeds City Council")
    doubts = (doubt(message="Which council?", about="council"), doubt(message="Which year?", about="year"))
    (one,) = add(library, replace(letter("a", NOWHERE, None, upheld()), doubts=doubts))
    library.correct(one, None, 2019)
    assert reasons(library) == [("Which council?",)]
    assert [item.year for item in library.review_items().items] == [2019]
    library.correct(one, leeds, 2019)
    assert reasons(library) == []
    library.correct(one, None, None)
    assert reasons(library) == [("Which council?", "Which year?")]


def test_a_warning_about_a_figure_still_needs_a_look_when_council_and_year_are_set(library: Library) -> None:
    (one,) = add(library, replace(letter("a", OADBY, None, upheld()), doubts=(doubt(message="Odd.", about="upheld"),)))
    library.correct(one, None, 2019)
    assert reasons(library) == [("Odd.",)]


def test_a_dismissed_letter_is_off_the_list_until_that_is_undone(library: Library) -> None:
    first, second = add(library, letter("a", OADBY, 2019), letter("b", OADBY, 2020))
    library.dismiss(first)
    library.dismiss(first)
    assert [item.letter_id for item in library.review_items().items] == [second]
    library.restore(first)
    library.restore(first)
    assert [item.letter_id for item in library.review_items().items] == [first, second]


def test_check_names_no_dismissed_letter_and_tells_how_many_there_are(library: Library) -> None:
    first, second = add(library, letter("a", OADBY, 2019), letter("b", OADBY, 2020))
    assert {finding.kind for finding in library.check()} == {FindingKind.NO_FIGURES}
    library.dismiss(first)
    named, number = library.check()
    assert named.letter_id == second
    assert number == Finding(kind=FindingKind.DISMISSED, doubt=Doubt.of(DoubtCode.SET_ASIDE, number=1))
    assert write_doubt(number.doubt) == "1 letter was looked at and set aside as fine."
    library.dismiss(second)
    (number,) = library.check()
    assert number == Finding(kind=FindingKind.DISMISSED, doubt=Doubt.of(DoubtCode.SET_ASIDE, number=2))
    assert write_doubt(number.doubt) == "2 letters were looked at and set aside as fine."
    library.restore(first)
    library.restore(second)
    assert {finding.kind for finding in library.check()} == {FindingKind.NO_FIGURES}


def test_dismissed_letters_are_listed_with_all_their_reasons_in_a_later_session_too(
    tmp_path: Path, library: Library
) -> None:
    add(library, letter("a, the longer", NOWHERE, 2019), letter("b", OADBY, 2020), letter("c", OADBY, 2021, upheld()))
    before = library.review_items().items
    assert library.review_items().dismissed == ()
    for item in before:
        library.dismiss(item.letter_id)
    library.close()
    with Library.open(tmp_path / "library.db") as later:
        assert later.review_items().items == ()
        assert later.review_items().dismissed == before
        later.restore(before[0].letter_id)
        assert later.review_items() == (before[:1], before[1:])


def test_a_dismissed_letter_of_which_there_is_nothing_to_say_any_more_is_not_listed(library: Library) -> None:
    (one,) = add(library, letter("a", OADBY, None, upheld()))
    library.dismiss(one)
    library.correct(one, None, 2019)
    assert library.review_items().dismissed == ()
    assert library.check() == ()
    library.correct(one, None, None)
    assert [item.letter_id for item in library.review_items().dismissed] == [one]


def test_every_reason_is_dismissed_that_the_list_tells(library: Library) -> None:
    doubts = (doubt(message="Odd."), doubt(message="Which council?", about="council"))
    poor = replace(letter("a", NOWHERE, None), doubts=doubts)
    two = (
        replace(letter("b, the longer", OADBY, 2020, upheld(60)), doubts=doubts),
        letter("c", OADBY, 2020, upheld(55)),
    )
    add(library, poor, *two, letter("d", OADBY, 2019))
    listed = library.review_items().items
    assert [len(item.reasons) for item in listed] == [4, 3, 1]
    for item in listed:
        library.dismiss(item.letter_id)
        assert item in library.review_items().dismissed
    assert library.review_items().items == ()


def test_a_letter_is_dismissed_without_a_look_at_those_of_other_councils_and_years(library: Library) -> None:
    one, *_ = add(library, letter("a", OADBY, 2020), letter("b", LEEDS, 2020, upheld(60)), letter("c", LEEDS, 2020))
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE council SET successors = 'cannot be read' WHERE name = ?", (LEEDS.name,))
    library.dismiss(one)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE council SET successors = '[]' WHERE name = ?", (LEEDS.name,))
    assert [item.letter_id for item in library.review_items().dismissed] == [one]


def test_a_dismissed_letter_comes_back_for_a_further_reason_alone(library: Library) -> None:
    (one,) = add(library, replace(letter("a, the longer", OADBY, 2020, upheld(60)), doubts=(doubt(message="Odd."),)))
    library.dismiss(one)
    other = file_of(letter("b", OADBY, 2020, upheld(55)), name="other.txt")
    library.add_files([other])
    (item,) = library.review_items().items
    assert [reason.code for reason in item.reasons] == [DoubtCode.LETTERS_CONFLICT]
    assert [write_doubt(reason)[:30] for reason in item.reasons] == ["Two letters of this year disag"]
    assert library.review_items().dismissed == (), "it is on one list or the other"
    library.remove_files([other.source.sha256])
    assert library.review_items().items == ()


def test_what_an_import_leaves_out_is_listed_with_both_places_beside_it(tmp_path: Path, library: Library) -> None:
    text = letter_text(words="70% of complaints we investigated were upheld.")
    (tmp_path / "a.txt").write_text(text)
    import_paths(tmp_path / "library.db", [tmp_path / "a.txt"])
    (item,) = library.review_items().items
    assert any("60% of" in reason and "70% of" in reason for reason in map(write_doubt, item.reasons))
    (left_out,) = [one for one in library.letter(item.letter_id).doubts if "two ways" in write_doubt(one)]
    assert [quote.text[:3] for quote in left_out.quotes] == ["60%", "70%"]
    assert (left_out.code, left_out.about) == (DoubtCode.PRINTED_TWO_WAYS, "upheld")


@pytest.mark.parametrize(
    "why",
    [
        Doubt.of(DoubtCode.PRINTED_TWO_WAYS, "upheld", part="rate"),
        Doubt.of(DoubtCode.TABLE_UNREADABLE, "received"),
        Doubt.of(DoubtCode.TABLE_UNREADABLE, "satisfactory"),
        Doubt.of(DoubtCode.COUNCILS_CONTRADICT, "council", first=LEEDS.name, second=OADBY.name),
        Doubt.of(DoubtCode.FOREIGN_PART, "council", title=LEEDS.name),
        Doubt.of(DoubtCode.FIGURES_MISSING, None),
        Doubt.of(DoubtCode.LETTER_CUT, None),
    ],
)
def test_where_figures_were_left_out_or_cut_off_nobody_is_told_that_none_was_found(
    library: Library, why: Doubt
) -> None:
    add(library, replace(letter("a", OADBY, 2018), doubts=(why,)))
    (item,) = library.review_items().items
    assert item.reasons == (why,)
    assert FindingKind.NO_FIGURES not in {finding.kind for finding in library.check()}


def test_a_doubt_about_the_year_does_not_say_where_the_figures_are(library: Library) -> None:
    why = Doubt.of(DoubtCode.PRINTED_TWO_WAYS, "period", part="period")
    add(library, replace(letter("a", OADBY, 2018), doubts=(why,)))
    assert FindingKind.NO_FIGURES in {finding.kind for finding in library.check()}


def test_conflicts_are_found_however_few_letters_are_read_at_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for council in (OADBY, LEEDS):
        for year in (2018, 2019):
            add(library, letter(f"a{year}{council.name}", council, year, upheld(50, 1, 2)))
            add(library, letter(f"b{year}{council.name}", council, year, upheld(100, 2, 2)))
    at_once = library.review_items().items
    assert len(at_once) >= 4
    monkeypatch.setattr("db.review.findings._AT_ONCE", 1)
    assert library.review_items().items == at_once


def test_of_very_many_reasons_the_worst_are_listed_and_the_others_counted(library: Library) -> None:
    for number in range(MOST_REASONS + 3):
        add(library, letter(f"a{number}", OADBY, 2020, upheld(number)))
    (item,) = [each for each in library.review_items().items if len(each.reasons) > 1]
    assert len(item.reasons) == MOST_REASONS
    assert item.further == 2
    assert len(library.letter(item.letter_id).letter.doubts) == MOST_REASONS + 2, "the letter tells them all"
    library.dismiss(item.letter_id)
    assert [(len(each.reasons), each.further) for each in library.review_items().dismissed] == [(MOST_REASONS, 2)]
