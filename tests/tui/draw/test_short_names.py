import pytest
from textual.content import Content

from tui.draw.short_names import shorten_for_list


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("London Borough of Croydon", "Croydon"),
        ("Royal Borough of Windsor and Maidenhead Council", "Windsor and Maidenhead"),
        ("Borough Council of King's Lynn & West Norfolk", "King's Lynn & West Norfolk"),
        ("City of York Council", "York"),
        ("Kent County Council", "Kent County Council"),
        ("Cityville of Nowhere Council", "Cityville of Nowhere Council"),
        ("", ""),
    ],
)
def test_a_name_is_listed_by_what_it_is_looked_up_by(name: str, listed: str) -> None:
    assert shorten_for_list(Content(name)).plain == listed
