"""Councils that letters can be made for."""

from datetime import date
from functools import cache

from db.councils.register import Register
from db.model import CouncilType


@cache
def councils_of(year: int) -> tuple[str, ...]:
    """The councils that existed all through a year and have an average to be compared with."""
    first, last = date(year - 1, 4, 1), date(year, 12, 31)
    return tuple(
        council.name
        for council in Register.load().councils
        if council.type is not CouncilType.OTHER
        and (council.established_on is None or council.established_on <= first)
        and (council.abolished_on is None or council.abolished_on > last)
    )
