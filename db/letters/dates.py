"""Dates and periods as letters write them: 22 July 2020, 31/03/2018, 31/03/22, 2019-20, 2007/08."""

import re
from datetime import date

from db.model import Period

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(_MONTHS)
DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})"
"""A pattern for one written day."""

_WRITTEN = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\s+(\d{{4}})", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
YEARS = r"(?:19|20)\d{2}(?:\s?[-/]\s?(?:(?:19|20)\d{2}|\d{2}))?"
"""A pattern for a year as subject lines write it: 2020, 2022-23, 2007/08, 2022-2023."""


def day(words: str) -> date | None:
    """The day that the words write, or None if there is no such day (31 June) or no day at all."""
    written = _WRITTEN.search(words)
    try:
        if written:
            return date(int(written[3]), _MONTHS.index(written[2].lower()) + 1, int(written[1]))
        slashed = _SLASHED.search(words)
        if slashed:
            year = int(slashed[3]) + (2000 if len(slashed[3]) == 2 else 0)
            return date(year, int(slashed[2]), int(slashed[1]))
    except ValueError:
        return None
    return None


def closing_year(words: str) -> int | None:
    """The year in which the written year ends: 2020 -> 2020, 2022-23 -> 2023, 2007/08 -> 2008, 1999/00 -> 2000.

    None where the second part does not follow the first.
    """
    parts = [int(part) for part in re.findall(r"\d+", words)]
    if len(parts) == 1:
        return parts[0]
    first, second = parts
    return first + 1 if second in (first + 1, (first + 1) % 100) else None


def year_to(last: date) -> Period:
    """The twelve months that end on this day."""
    following = date.fromordinal(last.toordinal() + 1)
    return Period(following.replace(year=following.year - 1), last)
