import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.errors import BadQuery
from db.library import Library
from db.model import Letter, Remark, RemarkKind
from db.store import fulltext
from db.words.query import HitOrder
from tests.db.builders import LEEDS, OADBY, add, letter, quote

REFUSAL = "The Council failed to implement our recommendations, and its members declined to apologise."
LATE = "It\u2019s disappointing that foo-bar remedies were late. Complaints AND policies matter (near us): it's so."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter(REFUSAL, OADBY, 2020), letter(LATE, LEEDS, 2019), letter("Nothing.", LEEDS, 2020))
        yield library


def found(library: Library, words: str) -> list[str]:
    """The letters' own words at each hit."""
    page = library.search(words)
    assert page.total == len(page.hits)
    return [library.letter(hit.letter_id).letter.text[hit.start : hit.end] for hit in page.hits]


@pytest.mark.parametrize(
    ("words", "matched"),
    [
        ("implement", ["implement"]),
        ("IMPLEMENTED", ["implement"]),
        ("recommendation", ["recommendations"]),
        ("policy", ["policies"]),
        ("decl", ["declined"]),
        ("failed apologise", ["failed"]),
        ("council leeds", []),
        ('"failed to implement"', ["failed to implement"]),
        ("“failed to implement”", ["failed to implement"]),
        ('"implement failed"', []),
        ('"to implement" members', ["to implement"]),
        ('"to implement', ["to implement"]),
        ("foo-bar", ["foo-bar"]),
        ("bar-foo", []),
        ("it's", ["It\u2019s"]),
        ("policies AND", ["AND"]),
        ("policies AND matter", ["AND"]),
        ("near(us", ["near us"]),
        ("NOT policies", []),
        ("text: council", []),
        ("^failed", ["failed"]),
        ("fail*", ["failed"]),
        ("{failed}", ["failed"]),
        ("failed + implement", ["failed"]),
        ("failed\x00implement", ["failed"]),
        ("failed\ud800implement", ["failed"]),
    ],
)
def test_words_are_found_as_a_person_means_them(library: Library, words: str, matched: list[str]) -> None:
    assert found(library, words) == matched


@pytest.mark.parametrize("words", ["", "   ", "?!", '"', '""', '"…"', "😀", "- -", "'", "()", "\x00", "\ud800", "_"])
def test_where_there_is_no_word_nothing_is_found(library: Library, words: str) -> None:
    assert library.search(words).total == 0


def test_the_last_word_may_be_a_beginning_only_from_three_letters_on(library: Library) -> None:
    assert found(library, "rec") == ["recommendations"]
    assert found(library, "re") == []
    assert found(library, "co") == []


def test_only_the_last_word_may_be_a_beginning(library: Library) -> None:
    assert found(library, "council recom") == ["Council"]
    assert found(library, "recom council") == []


def test_a_quoted_word_is_no_beginning(library: Library) -> None:
    assert found(library, '"recom"') == []


def test_a_letter_is_found_once_at_its_first_place(library: Library) -> None:
    text = "Early on, fault was found. Much later, fault was found again."
    (one,) = add(library, letter(text, OADBY, 2018))
    (hit,) = library.search("fault").hits
    assert (hit.letter_id, hit.start, hit.end) == (one, 10, 15)
    assert (hit.council, hit.year) == (OADBY.name, 2018)


def test_every_word_that_matches_is_told_in_the_context(library: Library) -> None:
    said = "The  Council\nwas at FAULT, and a public re\u00adport told of the faults. "
    text = f"{'Nothing much. ' * 30}{said}{'More. ' * 40}"
    add(library, letter(text, OADBY, 2018))
    (hit,) = library.search("fault report").hits
    assert hit.context.startswith("…")
    assert [hit.context[start:end] for start, end in hit.matches] == ["FAULT", "report", "faults"]
    assert hit.file == library.letter(hit.letter_id).source.name


def test_places_are_counted_in_characters_and_not_in_bytes(library: Library) -> None:
    text = "Ünïcödé 😀 — then the needle."
    add(library, letter(text, OADBY, 2018))
    (hit,) = library.search("needle").hits
    assert text[hit.start : hit.end] == "needle"


def test_a_search_can_be_of_one_council_or_one_year(library: Library) -> None:
    add(library, letter("Nothing.", OADBY, 2019))
    leeds = next(entry.id for entry in library.councils() if entry.council == LEEDS)
    assert library.search("nothing").total == 2
    assert [hit.council for hit in library.search("nothing", council_id=leeds).hits] == [LEEDS.name]
    assert [hit.year for hit in library.search("nothing", year=2019).hits] == [2019]
    assert library.search("nothing", council_id=leeds, year=2019).total == 0


def test_all_letters_are_searched_and_not_the_shown_ones_alone(library: Library) -> None:
    add(library, letter("Zebra one.", OADBY, 2015), letter("Zebra two.", OADBY, 2015))
    assert library.search("zebra").total == 2


def test_pages_follow_one_another_without_gap_or_repetition(library: Library) -> None:
    ids = add(library, *(letter(f"Zebra number {n}.", OADBY, 1990 + n) for n in range(25)))
    pages = [library.search("zebra", limit=10, offset=offset) for offset in (0, 10, 20, 30)]
    assert [page.total for page in pages] == [25] * 4
    assert [len(page.hits) for page in pages] == [10, 10, 5, 0]
    assert sorted(hit.letter_id for page in pages for hit in page.hits) == sorted(ids)
    assert len(library.search("zebra").hits) == 25


def test_the_best_comes_first(library: Library) -> None:
    weak, strong = add(
        library,
        letter("Zebra. " + "Many other words stand here. " * 50, OADBY, 2015),
        letter("Zebra, zebra and zebra.", OADBY, 2016),
    )
    assert [hit.letter_id for hit in library.search("zebra").hits] == [strong, weak]


def test_a_page_of_nothing_still_counts(library: Library) -> None:
    assert (library.search("council", limit=0).total, library.search("council", limit=0).hits) == (1, ())
    assert library.search("council", limit=-5, offset=-5).hits == ()


def test_the_context_is_one_line_of_whole_words_around_the_place(library: Library) -> None:
    lines = [f"Line {n} of the words before and after." for n in range(20)]
    lines[10] = "Here\tis the   needle\nin question."
    add(library, letter("\n".join(lines), OADBY, 2018))
    (hit,) = library.search("needle").hits
    assert "Here is the needle in question." in hit.context
    assert "\n" not in hit.context
    assert len(hit.context) <= 162
    assert hit.context.startswith("…")
    assert hit.context.endswith("…")
    inner = hit.context.strip("…")
    assert f" {inner} " in " ".join("\n".join(lines).split())


@pytest.mark.parametrize(
    ("text", "context"),
    [("Needle.", "Needle."), ("  A needle\n", "A needle"), ("needle" + "x" * 300, None), ("y" * 300 + " needle", None)],
)
def test_the_context_ends_where_the_letter_does(library: Library, text: str, context: str | None) -> None:
    add(library, letter(text, OADBY, 2018))
    (hit,) = library.search("needle").hits
    assert "eedle" in hit.context
    if context:
        assert hit.context == context


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(max_size=30)
    | st.lists(
        st.sampled_from(
            [
                *('"', "AND", "OR", "NOT", "NEAR(", ")", "fail", "it's", "*", "^", ":", "😀", "a-b", "-fail", "comp*"),
                *("year:2020", "-year:2019-", "type:district", "council:leeds", "remark:refusal", "-remark:praise"),
            ]
        )
    ).map(" ".join)
)
def test_any_text_a_person_types_is_answered(library: Library, words: str) -> None:
    for order in HitOrder:
        page, fault = None, None
        try:
            page = library.search(words, order=order)
        except BadQuery as error:
            fault = error
        assert fault is None or 0 <= fault.start < fault.end <= len(words)
        assert page is None or len(page.hits) == page.total >= page.councils
    for hit in page.hits if page else ():
        text = library.letter(hit.letter_id).letter.text
        assert 0 <= hit.start < hit.end <= len(text)
        assert " ".join(text[hit.start : hit.end].split()) in hit.context


def test_an_index_that_does_not_fit_the_letter_is_no_crash(library: Library) -> None:
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("INSERT INTO letter_fts (rowid, text) VALUES (1, 'one two three zebra')")
    (hit,) = library.search("zebra").hits
    assert 0 <= hit.start <= hit.end <= len(REFUSAL)


def test_a_page_pasted_as_a_search_is_answered(library: Library) -> None:
    assert library.search(f"{REFUSAL} " * 300).total == 1


BROKEN = (
    "The o\ufb03cers of the Caf\u00e9 had home\u00adless appli\u00ad\ncants, safe-\nguarding and a well-\nknown rule."
)


@pytest.mark.parametrize(
    ("words", "matched"),
    [
        ("officers", "o\ufb03cers"),
        ("o\ufb03cers", "o\ufb03cers"),
        ("homeless", "home\u00adless"),
        ("home\u00adless", "home\u00adless"),
        ("applicants", "appli\u00ad\ncants"),
        ("safeguarding", "safe-\nguarding"),
        ("safeg", "safe-\nguarding"),
        ("cafe", "Caf\u00e9"),
        ("known", "known"),
        ("well-known", "well-\nknown"),
        ("rule", "rule"),
    ],
)
def test_a_word_that_its_copy_has_broken_is_found_as_it_is_seen(tmp_path: Path, words: str, matched: str) -> None:
    with Library.open(tmp_path / "broken.db") as library:
        add(library, letter(BROKEN, OADBY, 2020))
        assert found(library, words) == [matched]
        library.remove_files([library.letter(1).source.sha256])
        assert found(library, words) == []


@pytest.fixture
def remarked(tmp_path: Path) -> Iterator[Library]:
    """Letters of two councils, of which some have remarks."""
    with Library.open(tmp_path / "remarked.db") as library:
        add(
            library,
            with_remark(letter("The Council refused. Delay was met.", OADBY, 2019), RemarkKind.REFUSAL, "refused"),
            with_remark(letter("Fine work, without delay.", OADBY, 2021), RemarkKind.PRAISE, "Fine work"),
            with_remark(letter("No delay: refused and late.", LEEDS, 2020), RemarkKind.REFUSAL, "refused"),
            letter("Delay and nothing else.", LEEDS, 2018),
            letter("Delay in a letter of no year.", LEEDS, None),
        )
        yield library


def with_remark(made: Letter, kind: RemarkKind, words: str) -> Letter:
    return replace(made, remarks=(Remark(kind=kind, quote=quote(made.text, words)),))


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("delay", [2020, 2018, None, 2021, 2019]),
        ("delay year:2019", [2019]),
        ("delay year:2019-", [2020, 2021, 2019]),
        ("delay year:-2019,2021", [2018, 2021, 2019]),
        ("delay -year:2019-2021", [2018, None]),
        ("delay type:district", [2021, 2019]),
        ("delay -type:district", [2020, 2018, None]),
        ("delay council:oadby", [2021, 2019]),
        ("delay council:oadby,leeds year:2019-2020", [2020, 2019]),
        ("delay -council:leeds", [2021, 2019]),
        ("delay remark:refusal", [2020, 2019]),
        ("delay -remark:refusal,praise", [2018, None]),
        ("remark:refusal,praise", [2020, 2021, 2019]),
        ("remark:refusal -late", [2019]),
        ("remark:refusal remark:praise", []),
        ("fine OR late", [2020, 2021]),
        ("delay -fine -late", [2018, None, 2019]),
    ],
)
def test_letters_are_chosen_by_what_they_are(remarked: Library, typed: str, years: list[int | None]) -> None:
    page = remarked.search(typed, order=HitOrder.COUNCIL)
    want = sorted(years, key=lambda year: (year in (2019, 2021), -(year or 0)))
    assert [hit.year for hit in page.hits] == want
    assert page.total == len(years)
    assert page.councils == len({hit.council_id for hit in page.hits})
    assert sorted(hit.letter_id for hit in remarked.search(typed).hits) == sorted(hit.letter_id for hit in page.hits)


def test_without_words_a_letter_is_found_at_its_remark(remarked: Library) -> None:
    for hit in remarked.search("remark:refusal").hits:
        assert remarked.letter(hit.letter_id).letter.text[hit.start : hit.end] == "refused"
        assert [hit.context[start:end] for start, end in hit.matches] == ["refused"]


def test_pages_by_council_follow_one_another_too(remarked: Library) -> None:
    whole = [hit.letter_id for hit in remarked.search("delay", order=HitOrder.COUNCIL).hits]
    for size in (1, 2, 3, 7):
        pages = [remarked.search("delay", limit=size, offset=at, order=HitOrder.COUNCIL) for at in range(0, 8, size)]
        assert [hit.letter_id for page in pages for hit in page.hits] == whole
        assert {(page.total, page.councils) for page in pages} == {(5, 2)}


def test_every_place_of_a_letter_that_has_the_words_can_be_asked_for(tmp_path: Path) -> None:
    text = "The delays were long. A con\u00adtinued delay, delayed: \u2018no delay\u2019. Refused."
    with Library.open(tmp_path / "places.db") as library:
        add(library, with_remark(letter(text, OADBY, 2019), RemarkKind.REFUSAL, "Refused"), letter("No.", LEEDS, 2019))
        (hit,) = library.search("delay").hits

        def words(typed: str) -> list[str]:
            return [text[start:end] for start, end in library.places_of(hit.letter_id, typed)]

        assert words("delay") == ["delays", "delay", "delayed", "delay"]
        assert words('"continued delay"') == ["con\u00adtinued delay"]
        assert words("delay year:1999") == words("delay")
        assert words("remark:refusal") == ["Refused"]
        assert words("zebra") == words("") == words("delay year:20x") == []
        assert library.places_of(hit.letter_id + 99, "delay") == ()


def test_a_page_says_in_which_order_it_is(remarked: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert remarked.search("delay").order is HitOrder.BEST
    assert remarked.search("delay", order=HitOrder.COUNCIL).order is HitOrder.COUNCIL
    assert remarked.search("remark:refusal").order is HitOrder.COUNCIL
    monkeypatch.setattr(fulltext, "_MOST_RANKED", 4)
    assert remarked.search("delay").order is HitOrder.COUNCIL


def test_a_council_that_is_not_here_is_told_with_its_place(remarked: Library) -> None:
    with pytest.raises(BadQuery, match='is called "xyz"') as caught:
        remarked.search("delay council:xyz")
    assert "delay council:xyz"[caught.value.start : caught.value.end] == "council:xyz"


def test_words_of_too_many_letters_are_listed_by_council(remarked: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    by_council = remarked.search("delay", order=HitOrder.COUNCIL)
    assert remarked.search("delay").hits != by_council.hits
    monkeypatch.setattr(fulltext, "_MOST_RANKED", 4)
    assert remarked.search("delay") == by_council
