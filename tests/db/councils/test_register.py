"""A written name and the councils it means, over the whole register."""

import subprocess
import sys
from datetime import date
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.councils.names import fold, take_apart
from db.councils.register import Register
from db.councils.sentences import describe_passed_over
from db.model import Council, CouncilType

REGISTER = Register.load()

SUMMER_2008 = date(2008, 6, 30)
SUMMER_2015 = date(2015, 6, 18)
SUMMER_2020 = date(2020, 7, 22)


def list_names(written: str, on: date | None = None) -> list[str]:
    return [council.name for council in REGISTER.look_up(written, on).matches]


def test_the_register_is_read_when_first_asked_for_and_once() -> None:
    code = (
        "import io, sys; opened = []; sys.addaudithook(lambda event, args: opened.append(str(args[0])) "
        "if event == 'open' and 'councils.csv' in str(args[0]) else None)\n"
        "from db.councils.register import Register; assert not opened, opened\n"
        "assert Register.load() is Register.load(); assert len(opened) == 1, opened"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_prepared_register_takes_only_the_name_apart_that_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    taken_apart = Mock(wraps=take_apart)
    monkeypatch.setattr("db.councils.register.take_apart", taken_apart)
    register = Register([(council, REGISTER.aliases_of(council)) for council in REGISTER.councils])
    register.prepare()
    taken_apart.reset_mock()
    assert not register.look_up("zz").matches
    assert {call.args[0] for call in taken_apart.call_args_list} == {"zz"}


def test_the_register_counts_the_councils_of_each_type_in_2025() -> None:
    day = date(2025, 4, 1)
    current = [
        council.type
        for council in REGISTER.councils
        if (council.established_on is None or council.established_on <= day)
        and (council.abolished_on is None or council.abolished_on > day)
    ]
    counts = {kind: current.count(kind) for kind in CouncilType if kind is not CouncilType.OTHER}
    assert counts == {
        CouncilType.COUNTY: 21,
        CouncilType.DISTRICT: 164,
        CouncilType.METROPOLITAN: 36,
        CouncilType.UNITARY: 62,
        CouncilType.LONDON_BOROUGH: 32,
    }


def test_names_and_gss_codes_are_unique() -> None:
    names = [fold(council.name) for council in REGISTER.councils]
    codes = [council.gss_code for council in REGISTER.councils if council.gss_code]
    assert len(set(names)) == len(names)
    assert len(set(codes)) == len(codes)


def test_successors_are_in_the_register_and_only_the_abolished_have_them() -> None:
    for council in REGISTER.councils:
        assert all(REGISTER.by_name(name) for name in council.successors)
        assert bool(council.successors) == (council.abolished_on is not None)


def test_a_row_is_read_whole() -> None:
    assert REGISTER.by_name("Taunton Deane Borough Council") == Council(
        name="Taunton Deane Borough Council",
        type=CouncilType.DISTRICT,
        region="South West",
        gss_code="E07000190",
        county="Somerset County Council",
        abolished_on=date(2019, 4, 1),
        successors=("Somerset West and Taunton Council",),
    )


def test_by_name_takes_the_exact_name_only() -> None:
    assert REGISTER.by_name("Leeds City Council") is not None
    assert REGISTER.by_name("leeds city council") is None
    assert REGISTER.by_name("Leeds") is None


def ways_of_writing(name: str) -> tuple[str, ...]:
    swapped = name.replace("&", "\0").replace(" and ", " & ").replace("\0", "and")
    return name, name.upper(), swapped, name.replace("'", ""), f"The {name}"


def is_meant_or_passed_over(council: Council, written: str) -> bool:
    """Whether a name means this council among others, or another for which this one is passed over."""
    lookup = REGISTER.look_up(written)
    return council in lookup.matches or council in lookup.passed_over


def test_every_council_is_found_by_its_own_name_however_spelt() -> None:
    lost = [
        (council.name, written)
        for council in REGISTER.councils
        for written in ways_of_writing(council.name)
        if REGISTER.look_up(written).council != council
    ]
    assert lost == []


def test_without_the_word_council_a_name_means_it_or_says_who_was_passed_over() -> None:
    shortened = [(council, council.name.removesuffix(" Council")) for council in REGISTER.councils]
    assert [council.name for council, written in shortened if not is_meant_or_passed_over(council, written)] == []
    alone = [council for council, written in shortened if REGISTER.look_up(written).council == council]
    assert len(alone) > 0.98 * len(shortened)


def test_every_other_name_means_its_owner_or_says_so() -> None:
    owned = [(council, alias) for council in REGISTER.councils for alias in REGISTER.aliases_of(council)]
    assert len(owned) > 500
    assert [alias for council, alias in owned if not is_meant_or_passed_over(council, alias)] == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Harborough Council", "Harborough District Council"),
        ("Harborough Borough Council", "Harborough District Council"),
        ("Harborough DC", "Harborough District Council"),
        ("City of Leicester", "Leicester City Council"),
        ("Leicester", "Leicester City Council"),
        ("Leicestershire", "Leicestershire County Council"),
        ("Leicestershire CC", "Leicestershire County Council"),
        ("LB Croydon", "London Borough of Croydon"),
        ("L.B. Croydon", "London Borough of Croydon"),
        ("L. B. of Croydon", "London Borough of Croydon"),
        ("Croydon LB", "London Borough of Croydon"),
        ("R.B. of Greenwich", "Royal Borough of Greenwich"),
        ("RB Kingston", "Royal Borough of Kingston upon Thames"),
        ("Royal Borough Windsor and Maidenhead", "Royal Borough of Windsor and Maidenhead Council"),
        ("Harborough D.C.", "Harborough District Council"),
        ("N.W. Leics D.C.", "North West Leicestershire District Council"),
        ("Bath & N.E. Somerset", "Bath and North East Somerset Council"),
        ("N Warwicks B.C.", "North Warwickshire Borough Council"),
        ("Gloucs C.C.", "Gloucestershire County Council"),
        ("North Som Council", "North Somerset Council"),
        ("Croydon London Borough Council", "London Borough of Croydon"),
        ("Croydon Council", "London Borough of Croydon"),
        ("Council of the Borough of Oadby and Wigston", "Oadby & Wigston Borough Council"),
        ("NWLDC", "North West Leicestershire District Council"),
        ("Shepway District Council", "Folkestone and Hythe District Council"),
        ("Shepway", "Folkestone and Hythe District Council"),
        ("Allerdale", "Allerdale Borough Council"),
        ("Durham City", "Durham City Council"),
        ("Durham County", "Durham County Council"),
        ("Cornwall County Council", "Cornwall County Council"),
        ("Cornwall Council", "Cornwall Council"),
        ("Reigate & Banstead", "Reigate & Banstead Borough Council"),
        ("Windsor and Maidenhead Council", "Royal Borough of Windsor and Maidenhead Council"),
        ("Wakefield Metropolitan District Council", "Wakefield City Council"),
        ("Doncaster Metropolitan Borough Council", "City of Doncaster Council"),
        ("Bristol, City of", "Bristol City Council"),
        ("Bath & NE Somerset C", "Bath and North East Somerset Council"),
        ("Newcastle Borough Council", "Newcastle-under-Lyme Borough Council"),
        ("Newcastle", "Newcastle City Council"),
        ("Poole Borough Council", "Borough of Poole"),
        ("Kings Lynn and West Norfolk Borough Council", "Borough Council of King's Lynn & West Norfolk"),
        ("Isles of Scilly", "Council of the Isles of Scilly"),
        ("Corporation of London", "City of London"),
    ],
)
def test_a_name_is_understood_as_people_write_it(written: str, name: str) -> None:
    assert list_names(written) == [name]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Council",
        "the Council",
        "your Council",
        "Borough Council",
        "City",
        "County",
        "District",
        "BC",
        "CC",
        "London Borough Council",
        "London",
        "London Council",
        "Leicester County Council",
        "Leicestershire District Council",
        "London Borough of Reading",
        "Reading Metropolitan Borough Council",
        "Reading Corporation",
        "Mid Kent County Council",
        "Liecester City Council",
        "Leicester City Councillors",
    ],
)
def test_a_generic_or_unknown_or_contradictory_name_means_nobody(written: str) -> None:
    assert list_names(written) == []
    assert REGISTER.look_up(written, SUMMER_2020).matches == ()


def test_shared_initials_give_all_who_have_them_current_ones_first() -> None:
    assert list_names("NCC") == [
        "Newcastle City Council",
        "Norfolk County Council",
        "Northumberland County Council",
        "Norwich City Council",
        "Nottingham City Council",
        "Nottinghamshire County Council",
        "Northamptonshire County Council",
    ]
    assert REGISTER.look_up("NCC").council is None


@pytest.mark.parametrize("initials", ["BBC", "BDC", "CCC", "DCC", "LCC", "SBC", "SCC", "WBC", "WCC"])
def test_no_shared_initials_are_given_to_one(initials: str) -> None:
    assert len(list_names(initials)) > 2


@pytest.mark.parametrize(
    ("typed", "current", "passed_over"),
    [
        ("Cornwall", "Cornwall Council", "Cornwall County Council, abolished on 1 April 2009"),
        ("Dorset", "Dorset Council", "Dorset County Council, abolished on 1 April 2019"),
        ("Somerset", "Somerset Council", "Somerset County Council, abolished on 1 April 2023"),
        ("Durham", "Durham County Council", "Durham City Council, abolished on 1 April 2009"),
        ("Bucks", "Buckinghamshire Council", "Buckinghamshire County Council, abolished on 1 April 2020"),
        ("North Yorkshire", "North Yorkshire Council", "North Yorkshire County Council, abolished on 1 April 2023"),
    ],
)
def test_a_typed_name_of_an_old_and_a_current_body_means_the_current_one_and_says_so(
    typed: str, current: str, passed_over: str
) -> None:
    lookup = REGISTER.look_up(typed)
    assert lookup.council == REGISTER.by_name(current)
    assert describe_passed_over(lookup.matches[0], lookup.passed_over) == (
        f"Taken to mean {current}, not {passed_over}."
    )


@pytest.mark.parametrize(
    ("written", "on", "names"),
    [
        ("Cornwall", SUMMER_2008, ["Cornwall County Council"]),
        ("Cornwall", SUMMER_2015, ["Cornwall Council"]),
        ("Cornwall Council", SUMMER_2008, ["Cornwall County Council"]),
        ("Cornwall Council", date(2009, 6, 30), ["Cornwall Council"]),
        ("Cornwall County Council", date(2009, 6, 30), ["Cornwall County Council"]),
        ("Dorset", SUMMER_2015, ["Dorset County Council"]),
        ("Dorset", SUMMER_2020, ["Dorset Council", "Dorset County Council"]),
        ("Dorset", date(2023, 7, 20), ["Dorset Council"]),
        ("Dorset County Council", SUMMER_2020, ["Dorset County Council"]),
        ("Durham", SUMMER_2008, ["Durham City Council", "Durham County Council"]),
        ("Durham", SUMMER_2015, ["Durham County Council"]),
        ("Northampton Borough Council", date(2022, 7, 20), ["Northampton Borough Council"]),
        ("Cumbria County Council", date(2025, 7, 23), ["Cumbria County Council"]),
        ("BCC", SUMMER_2015, ["Birmingham City Council", "Bristol City Council", "Buckinghamshire County Council"]),
    ],
)
def test_a_letters_date_chooses_among_those_of_a_name(written: str, on: date, names: list[str]) -> None:
    assert list_names(written, on) == names


@pytest.mark.parametrize("on", [date(1999, 1, 1), date(2049, 1, 1)])
def test_a_date_never_leaves_a_name_without_a_council(on: date) -> None:
    assert [council.name for council in REGISTER.councils if not list_names(council.name, on)] == []


@given(st.sampled_from(REGISTER.councils), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_a_name_means_the_same_on_all_days_between_two_changes(council: Council, on: date) -> None:
    turn = REGISTER.find_turn(on)
    assert turn <= on
    for name in (council.name, *REGISTER.aliases_of(council)):
        assert REGISTER.look_up(name, on) == REGISTER._look_up_anew(name, on) == REGISTER.look_up(name, turn)


def test_councils_not_in_the_register_have_no_other_names() -> None:
    assert REGISTER.aliases_of(Council(name="Test Parish Council", in_register=False)) == ()


@pytest.mark.parametrize(
    ("before", "written", "after", "name"),
    [
        ("Mr Keeling Chief Operating Officer ", "Leicester City Council", "", "Leicester City Council"),
        ("Chief Executive ", "North West Leicestershire DC", "", "North West Leicestershire District Council"),
        ("Chief Executive of the ", "London Borough of Croydon", "", "London Borough of Croydon"),
        ("Ms X, Chief Executive,", "City of London", "", "City of London"),
        ("Ms Y ", "Transport for London", "", "Transport for London"),
        ("Mr Z ", "Rotherham MBC", "", "Rotherham Metropolitan Borough Council"),
        ("", "LEEDS CITY COUNCIL", "\n", "Leeds City Council"),
        ("Annual Letter \u2013 ", "Bournemouth, Christchurch and Poole Council", ". ", "BCP"),
        ("(", "Oadby & Wigston Borough Council", ")", "Oadby & Wigston Borough Council"),
        ("To the ", "Borough Council of King\u2019s Lynn & West Norfolk", ",", "West Norfolk"),
    ],
)
def test_a_council_at_the_end_of_a_line_is_found_by_its_longest_name(
    before: str, written: str, after: str, name: str
) -> None:
    found = REGISTER.look_up_at_end(before + written + after)
    assert found is not None
    assert found[0] == written
    assert found[1].council == REGISTER.look_up(name).council


def test_a_line_may_end_in_a_name_that_several_have() -> None:
    found = REGISTER.look_up_at_end("Chief Executive Newcastle Council")
    assert found is not None
    assert len(found[1].matches) == 2


def test_the_date_counts_at_the_end_of_a_line_too() -> None:
    found = REGISTER.look_up_at_end("Mr X Chief Executive Cornwall Council", on=SUMMER_2008)
    assert found is not None
    assert found[1].council == REGISTER.by_name("Cornwall County Council")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "West Leicestershire County Council",
        "Mid-Kent County Council",
        "Babergh and Mid Suffolk District Council",
        "He lives in Bath",
        "We were reading council",
        "Dear Bath",
        "We upheld a complaint about your Council",
        "the London Borough Council",
        "Mr Z BCC",
    ],
)
def test_the_end_of_an_ordinary_line_is_no_council(line: str) -> None:
    assert REGISTER.look_up_at_end(line) is None


def test_every_council_is_found_at_the_end_of_an_addressees_line() -> None:
    for council in REGISTER.councils:
        found = REGISTER.look_up_at_end(f"Mrs Court Chief Executive {council.name}")
        assert found is not None
        assert (found[0], found[1].council) == (council.name, council)


WORDS = st.lists(
    st.sampled_from([*{word for council in REGISTER.councils for word in council.name.split()}, "&", "the", "", "\x1b"])
).map(" ".join)


@given(st.text() | WORDS, st.dates() | st.none())
def test_any_text_resolves_to_distinct_councils_of_the_register(text: str, on: date | None) -> None:
    matches = REGISTER.look_up(text, on).matches
    assert len({council.name for council in matches}) == len(matches)
    assert all(REGISTER.by_name(council.name) is council for council in matches)


@given(st.text() | WORDS)
def test_what_is_found_at_the_end_of_a_line_stands_there(text: str) -> None:
    found = REGISTER.look_up_at_end(text)
    if found is not None:
        assert found[0] in text
        assert found[1] == REGISTER.look_up(found[0])
