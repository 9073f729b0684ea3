import pytest

from db.councils.register import Register
from tui.draw.labels import SHORT_COUNCIL_TYPES
from tui.draw.short_names import find_short_name, shorten_council


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("London Borough of Croydon", "Croydon"),
        ("Royal Borough of Windsor and Maidenhead Council", "Windsor and Maidenhead"),
        ("Borough Council of King's Lynn & West Norfolk", "King's Lynn & West Norfolk"),
        ("City of York Council", "York"),
        ("Kent County Council", "Kent"),
        ("Oadby & Wigston Borough Council", "Oadby & Wigston"),
        ("Dudley Metropolitan Borough Council", "Dudley"),
        ("City of London Corporation", "City of London Corporation"),
        ("Council of the Isles of Scilly", "Council of the Isles of Scilly"),
        ("Cityville of Nowhere Council", "Cityville of Nowhere"),
        ("", ""),
    ],
)
def test_a_name_is_listed_by_what_it_is_looked_up_by(name: str, listed: str) -> None:
    assert find_short_name(name) == (listed, name.index(listed))
    assert shorten_council(name) == listed


def test_a_short_name_and_the_letter_of_its_type_name_one_council_of_the_register() -> None:
    seen = [(shorten_council(one.name), SHORT_COUNCIL_TYPES[one.type][:1]) for one in Register.load().councils]
    assert len(seen) == len(set(seen))


def test_every_type_has_a_letter_of_its_own() -> None:
    assert len({words[:1].upper() for words in SHORT_COUNCIL_TYPES.values()}) == len(SHORT_COUNCIL_TYPES)
