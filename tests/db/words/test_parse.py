"""The language in which people search letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.model import CouncilType, RemarkKind
from db.words.parse import FILTERS, parse_query
from db.words.query import NameFilter, QueryFault, RemarkFilter, Term, TypeFilter, WordsQuery, YearFilter

PIECES = ['"', "-", "*", ":", "OR", "year:", "type:", "council:", "remark:", "2018-2021", "foo", "fail", ",", "\u00ad"]
PIECES += ["refusal", "district", "\x00", "\ufb01", "-\n", " ", "\u201c", "NEAR(", ")", "{", "^", "\ud800"]


def read(typed: str) -> WordsQuery:
    query = parse_query(typed)
    assert isinstance(query, WordsQuery), query
    return query


def blame(typed: str) -> tuple[str, str]:
    """The stretch that is wrong, and why."""
    fault = parse_query(typed)
    assert isinstance(fault, QueryFault), fault
    return typed[fault.start : fault.end], fault.reason


def terms(typed: str) -> list[list[str]]:
    """The groups of terms wanted, each term as it would be typed again."""
    return [[term.text + "*" * term.is_beginning for term in group] for group in read(typed).wanted]


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("public report", [["public"], ["report*"]]),
        ("report of", [["report"], ["of"]]),
        ('"public report" late', [["public report"], ["late*"]]),
        ('late "public report"', [["late"], ["public report"]]),
        ("“public report”", [["public report"]]),
        ('"public report', [["public report"]]),
        ('"public rep"*', [["public rep*"]]),
        ("complain* late year:2020", [["complain*"], ["late"]]),
        ("apology OR regret OR sorry late.", [["apology", "regret", "sorry"], ["late.*"]]),
        ("this or that", [["this"], ["or"], ["that*"]]),
        ('this "OR" that', [["this"], ["OR"], ["that*"]]),
        ("home\u00adless di\ufb03culty x", [["homeless"], ["difficulty"], ["x"]]),
        ("summary: late x", [["summary:"], ["late"], ["x"]]),
        ("10:30 - noon x", [["10:30"], ["noon"], ["x"]]),
        ("late late x", [["late"], ["x"]]),
        ("", []),
        ('- "" ?! ""', []),
    ],
)
def test_words_phrases_and_beginnings(typed: str, groups: list[list[str]]) -> None:
    assert terms(typed) == groups


def test_what_must_not_occur() -> None:
    query = read('report -late -"poor apology" -refus* foo-bar')
    assert query.unwanted == (Term(text="late"), Term(text="poor apology"), Term(text="refus", is_beginning=True))
    assert [group[0].text for group in query.wanted] == ["report", "foo-bar"]


def test_filters() -> None:
    typed = 'late year:2018-2021,2024 Type:district,met remark:late -remark:praise council:"kings lynn",oadby'
    assert read(typed).filters == (
        YearFilter(ranges=((2018, 2021), (2024, 2024))),
        TypeFilter(types=(CouncilType.DISTRICT, CouncilType.METROPOLITAN)),
        RemarkFilter(kinds=(RemarkKind.LATE_COMPLIANCE,)),
        RemarkFilter(kinds=(RemarkKind.PRAISE,), is_without=True),
        NameFilter(names=("kings lynn", "oadby"), start=typed.index("council:"), end=len(typed)),
    )
    assert read("late year:2018-").filters == (YearFilter(ranges=((2018, None),)),)
    assert read("late year:-2018").filters == (YearFilter(ranges=((None, 2018),)),)
    assert read("remark:refusal").wanted == ()


def test_the_place_of_a_council_is_that_of_what_was_typed() -> None:
    typed = "la\u00adte council:lee\u00adds"
    (names,) = read(typed).filters
    assert isinstance(names, NameFilter)
    assert (names.names, typed[names.start : names.end]) == (("leeds",), "council:lee\u00adds")


@pytest.mark.parametrize("kind", RemarkKind)
def test_every_kind_of_remark_can_be_asked_for(kind: RemarkKind) -> None:
    for value in (kind.value, kind.value.upper(), f'"{kind.value.replace("_", " ")}"', kind.value.replace("_", "-")):
        assert read(f"remark:{value}").filters == (RemarkFilter(kinds=(kind,)),)


@pytest.mark.parametrize("kind", CouncilType)
def test_every_type_of_council_can_be_asked_for(kind: CouncilType) -> None:
    assert read(f"late type:{kind.value}").filters == (TypeFilter(types=(kind,)),)


@pytest.mark.parametrize(
    ("typed", "stretch", "says"),
    [
        ("late year:20x4", "year:20x4", "no year"),
        ("late year:2021-2018", "year:2021-2018", "year:2018-2021"),
        ("late year:", "year:", "year:2020"),
        ("late type:parish", "type:parish", "type:county, type:district"),
        ("late remark:re", "remark:re", "could be remark:public_report, remark:refusal"),
        ("la\u00adte ty\u00adpe:parish", "ty\u00adpe:parish", "type:county"),
        ("late author:me", "author:", "only year:, type:, council:, remark:"),
        ("http://a.b", "http:", "in quotes"),
        ("late OR", "OR", "between two words"),
        ("OR late", "OR", "between two words"),
        ("late OR OR soon", "OR", "between two words"),
        ("late OR -soon", "OR", "between two words"),
        ("late OR year:2020", "OR", "year:2018,2020"),
        ("year:2018 late year:2020", "year:2020", "with a comma"),
        ("fa*led x", "*", "end of a word"),
        ("late *", "*", "end of a word"),
        ("-late", "-late", "what to find"),
        ("year:2020 type:district ", "year:2020 type:district", "what to find"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(typed: str, stretch: str, says: str) -> None:
    found, reason = blame(typed)
    assert found == stretch
    assert says in reason
    assert reason.endswith(".")


@given(st.text() | st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join))
def test_any_text_is_a_query_or_a_fault_of_a_stretch_of_it(typed: str) -> None:
    query = parse_query(typed)
    if isinstance(query, QueryFault):
        assert 0 <= query.start < query.end <= len(typed)
        assert query.reason.isprintable()
    else:
        every = [term for group in (*query.wanted, query.unwanted) for term in group]
        assert all('"' not in term.text and term.text.isprintable() and term.text for term in every)


@given(st.text(alphabet="abc xyz\u00e9\u00df", min_size=1), st.sampled_from(FILTERS))
def test_in_quotes_everything_is_words(text: str, name: str) -> None:
    for typed in (f'"{name}:{text} OR -a"', f'"OR {text}"'):
        query = read(typed)
        assert not query.filters
        assert [len(group) for group in query.wanted] == [1]
