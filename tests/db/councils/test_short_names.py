"""Every council of the register under the short names that people write for it."""

import re
from collections.abc import Iterator

import pytest

from db.councils.names import SHORT_WORDS
from db.councils.register import Register
from db.councils.short_names import spell_out, squeeze
from db.model import Council

REGISTER = Register.load()
SHORT_TYPES = [
    (" Metropolitan Borough Council", " MBC"),
    (" Borough Council", " BC"),
    (" District Council", " DC"),
    (" County Council", " CC"),
    (" City Council", " CC"),
    (" Borough Council", " Boro Council"),
    (" District Council", " Dist. Council"),
    (" County Council", " Co Council"),
    ("London Borough of ", "LB "),
    (" Fire and Rescue Authority", " Fire Authority"),
    (" Fire and Rescue Authority", " Fire & Rescue Service"),
    (" Fire and Rescue Authority", " Combined Fire Authority"),
    (" National Park Authority", " NPA"),
]
LONG_WORDS = sorted(((long, short) for short, long in SHORT_WORDS.items()), key=lambda pair: -len(pair[0]))


def shorten_words(name: str, form: str) -> Iterator[str]:
    """The name with each word that has a short form in it, then with all of them; `form` says how each is written."""
    whole = name
    for long, short in LONG_WORDS:
        pattern = re.compile(rf"\b{long}\b", re.IGNORECASE)
        if pattern.search(name):
            yield pattern.sub(form.format(short.title()), name)
        whole = pattern.sub(form.format(short.title()), whole)
    yield whole


def list_short_forms(name: str) -> set[str]:
    """The ways in which a person writes a name short, one after another and together."""
    forms = {name, *shorten_words(name, "{}"), *shorten_words(name, "{}.")}
    for written in list(forms):
        forms |= {written.replace(long, short) for long, short in SHORT_TYPES}
    for written in list(forms):
        forms.add(written.replace("-", " "))
        forms.add(written.replace(" and ", " & "))
        forms.add(written.replace("&", "and"))
        forms.add(written.replace("'", "\u2019"))
        forms.add(re.sub(r"([- ])on\1", r"\1upon\1", written))
        forms.add(re.sub(r"([- ])upon\1", r"\1on\1", written))
        forms.add(re.sub(r"\b(North|South) (East|West)\b", lambda found: found[1] + found[2].lower(), written))
        forms.add(re.sub(r"\bSt\b", "St.", written))
    return forms


def is_meant(council: Council, written: str) -> bool:
    """Whether a short name means the council, or the one of its name that still exists and says it was passed over."""
    lookup = REGISTER.look_up(written)
    return lookup.council == council or (lookup.council is not None and council in lookup.passed_over)


def test_every_council_is_found_by_every_short_form_of_its_name() -> None:
    asked = [(council, written) for council in REGISTER.councils for written in list_short_forms(council.name)]
    assert len(asked) > 3000
    # "CC" is a county's and a city's council alike: both are named, and the letter's date or figures decide.
    lost = {written for council, written in asked if not is_meant(council, written)}
    assert {written for written in lost if not written.endswith(" CC")} == set()
    assert {written for written in lost if len(REGISTER.look_up(written).matches) != 2} == set()


def test_no_two_councils_become_one_by_being_squeezed() -> None:
    squeezed = [squeeze(spell_out(council.name)) for council in REGISTER.councils]
    assert len(set(squeezed)) == len(squeezed)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Lincs County Council", "Lincolnshire County Council"),
        ("W. Berks Council", "West Berkshire Council"),
        ("E Northants District Council", "East Northamptonshire Council"),
        ("Richmond on Thames", "London Borough of Richmond upon Thames"),
        ("Newcastle on Tyne City Council", "Newcastle City Council"),
        ("Barnsley Met Borough Council", "Barnsley Metropolitan Borough Council"),
        ("Gtr Manchester Fire & Rescue", None),
        ("Notts Fire Authority", "Nottinghamshire and City of Nottingham Fire and Rescue Authority"),
        ("Beds & Luton Combined Fire Authority", "Bedfordshire Fire and Rescue Authority"),
        ("N Yorks Moors", None),
        ("N Kent County Council", None),
        ("Notts District Council", None),
        ("Yorks", None),
        ("N Council", None),
    ],
)
def test_a_short_name_means_what_it_says_or_nothing(written: str, name: str | None) -> None:
    council = REGISTER.look_up(written).council
    assert (council.name if council else None) == name


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Adur & Worthing Councils", {"Adur District Council", "Worthing Borough Council"}),
        ("Babergh and Mid Suffolk District Councils", {"Babergh District Council", "Mid Suffolk District Council"}),
        ("S Oxon & Vale of White Horse DCs", set()),
        ("Nowhere and Worthing Councils", set()),
    ],
)
def test_two_councils_named_together_are_both_named_and_none_is_chosen(written: str, names: set[str]) -> None:
    assert {council.name for council in REGISTER.look_up(written).matches} == names


def test_a_short_name_at_the_end_of_a_line_is_whole_or_not_taken() -> None:
    named = REGISTER.look_up_at_end("Mr Alder, Chief Executive, N Yorks County Council")
    assert named is not None
    assert named[0] == "N Yorks County Council"
    assert REGISTER.look_up_at_end("Mr Alder, Chief Executive, N Kent County Council") is None
