"""Dates and periods as letters write them: 22 July 2020, 31/03/2018, 31/03/22, 2019-20, 2007/08."""

import re
from datetime import date

from db.letters.kept_answers import keep_answers
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
MONTH = "|".join(rf"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in _MONTHS) + "|sept"
"""A pattern for a written month, whole or cut to its first letters."""
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH})\b,?\s+\d{{4}}|(?:{MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+\d{{4}}"
DAY = rf"(?<!\d)(?:{_DATE}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d{{2}}))(?!\d)"
"""A pattern for one written day, cut out of no longer number."""

_WRITTEN = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({MONTH})\b,?\s+(\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,\s+(\d{{4}})", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})")
YEARS = r"(?<!\d)(?:19|20)[0-9]{2}(?:\s?[-/]\s?(?:(?:19|20)[0-9]{2}|[0-9]{2}))?+(?!\d)"
"""A pattern for a year as subject lines write it: 2020, 2022-23, 2007/08, 2022-2023."""
_YEARS = re.compile(YEARS)

_FIRST_YEAR = 1900
_AT_LEAST = 2026
"""The year it is at least, should the computer's clock be behind."""


def day(words: str) -> date | None:
    """The day that the words write, or None if there is no such day (31 June), or none that a letter can mean."""
    written = _read_day(words)
    return written if written and written.year >= _FIRST_YEAR and _is_past(written.year) else None


@keep_answers
def _read_day(words: str) -> date | None:
    """The day that the words write, of any year."""
    written = _WRITTEN.search(words)
    try:
        if written:
            return date(int(written[3]), _month(written[2]), int(written[1]))
        month_first = _MONTH_FIRST.search(words)
        if month_first:
            return date(int(month_first[3]), _month(month_first[1]), int(month_first[2]))
        slashed = _SLASHED.search(words)
        if slashed:
            year = int(slashed[3]) + (2000 if len(slashed[3]) == 2 else 0)
            return date(year, int(slashed[2]), int(slashed[1]))
    except ValueError:
        return None
    return None


def _month(words: str) -> int:
    """The number of a written month, from its first letters."""
    return next(index for index, month in enumerate(_MONTHS, 1) if month.startswith(words[:3].lower()))


def _is_past(year: int) -> bool:
    """Whether a letter can be of this year: there are none of years after the next one, which its page may name."""
    return year <= _AT_LEAST + 1 or year <= date.today().year + 1


def closing_year(words: str) -> int | None:
    """The year in which the written year ends: 2020 -> 2020, 2022-23 -> 2023, 2007/08 -> 2008, 1999/00 -> 2000.

    None where the second part does not follow the first, no year is written, or one that is still to come.
    """
    last = _read_closing_year(words)
    return last if last is not None and _is_past(last) else None


@keep_answers
def _read_closing_year(words: str) -> int | None:
    """The same, if it is still to come too."""
    match = _YEARS.fullmatch(words.strip())
    if not match:
        return None
    first, *rest = (int(part) for part in re.findall(r"[0-9]+", words))
    last = first + 1 if rest else first
    return None if rest and rest[0] not in (last, last % 100) else last


def year_to_march(year: int) -> Period:
    """The twelve months that end on 31 March of this year, which every letter is about."""
    return Period(start=date(year - 1, 4, 1), end=date(year, 3, 31))
