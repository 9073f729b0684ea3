from datetime import date

import pytest

from db.councils.existence import existed_in, list_without_letter
from db.model import Council


@pytest.mark.parametrize(
    ("established", "abolished", "year", "expected"),
    [
        (None, None, 2024, True),
        (date(2023, 4, 1), None, 2023, False),
        (date(2023, 4, 1), None, 2024, True),
        (None, date(2023, 4, 1), 2023, True),
        (None, date(2023, 4, 1), 2024, False),
        (None, date(2023, 4, 2), 2024, True),
    ],
)
def test_a_council_belongs_to_the_years_in_which_it_existed(
    established: date | None, abolished: date | None, year: int, expected: bool
) -> None:
    assert existed_in(Council(name="Adur", established_on=established, abolished_on=abolished), year) is expected


def test_those_without_a_letter_are_listed_by_name() -> None:
    gone = Council(name="Craven", abolished_on=date(2023, 4, 1))
    councils = [Council(name="Dover"), Council(name="Blaby"), gone, Council(name="Adur")]
    assert [each.name for each in list_without_letter(councils, 2024, ["Blaby"])] == ["Adur", "Dover"]
