"""Which councils there were in a year, whether or not there is a letter to them."""

from collections.abc import Iterable
from datetime import date

from db.model import Council

_FIRST_DAY, _LAST_DAY = (4, 1), (3, 31)


def existed_in(council: Council, year: int) -> bool:
    """Whether a council existed for any day of the letters' year, from 1 April to 31 March of `year`."""
    first, last = date(year - 1, *_FIRST_DAY), date(year, *_LAST_DAY)
    if council.established_on is not None and council.established_on > last:
        return False
    return council.abolished_on is None or council.abolished_on > first


def list_without_letter(councils: Iterable[Council], year: int, with_letter: Iterable[str]) -> list[Council]:
    """The councils that existed in a year and are not among those named, by name."""
    named = frozenset(with_letter)
    missing = (council for council in councils if council.name not in named and existed_in(council, year))
    return sorted(missing, key=lambda council: council.name.casefold())
