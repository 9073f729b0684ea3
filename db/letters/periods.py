"""The period a letter's figures cover, and from it the letter's year."""

from collections.abc import Iterator

from db.letters.dates import DAY, day, year_to_march
from db.letters.doubts import DoubtCollector
from db.letters.evidence import Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.heading import Heading
from db.letters.patterns import phrase
from db.letters.started import StartedPattern
from db.model import DoubtCode, Period

_TWO_DAYS = rf"({DAY}) (?:to|and|-) ({DAY})"
_PRINTED = (
    StartedPattern.at_words(
        phrase(rf"for the period (?:between )?{_TWO_DAYS}"), r"for(?=\s+(?:\d|the))", words=("period",)
    ),
    StartedPattern.at_words(
        phrase(rf"\bBetween {_TWO_DAYS},? we dealt with"), r"between(?=\s)", words=("dealt",)
    ),  # the prose has other days: when casework was stopped in 2020
)


def read_period(folded: FoldedText, heading: Heading, doubts: DoubtCollector) -> tuple[Period | None, int | None]:
    """The period and year that the statistics, the titles, the opening sentence and the letter's date agree on.

    The statistics print their period (2019 on). Without it the year that the subject line or the opening sentence
    names stands for the twelve months to 31 March. Where two places disagree the year is left out, with a doubt.
    """
    readings = list(_read_periods(folded))
    period = reconcile(readings, doubts, "period", "period")
    printed = [*heading.years, *([Reading(period.value.end.year, period.quote)] if period else [])]
    named = [*printed, *([heading.stated_year] if heading.stated_year else [])]
    year = _check_date(heading, reconcile(named, doubts, "year", "year"), doubts)
    if year is None:
        if not named and not readings:
            doubts.add(DoubtCode.YEAR_NOT_NAMED, "year")
        return (period.value if period else None), None
    if period:
        return period.value, year.value
    return (None if readings else year_to_march(year.value)), year.value


def _check_date(heading: Heading, year: Reading[int] | None, doubts: DoubtCollector) -> Reading[int] | None:
    """The year, and a doubt where the letter is not dated in the year its period ends, in which all are sent.

    A year that only a sentence names is then another letter's, and is left out.
    """
    if heading.dated is None or year is None or heading.dated.year == year.value:
        return year
    is_left_out = year == heading.stated_year
    code = DoubtCode.DATED_OTHER_YEAR_LEFT_OUT if is_left_out else DoubtCode.DATED_OTHER_YEAR
    doubts.add(code, "year", heading.dated_at, year.quote, dated=heading.dated.year, year=year.value)
    return None if is_left_out else year


def _read_periods(folded: FoldedText) -> Iterator[Reading[Period]]:
    matches = (match for printed in _PRINTED for match in printed.finditer(folded.text))
    for match in sorted(matches, key=lambda match: match.start()):
        first, last = day(match[1]), day(match[2])
        if first and last and first < last:
            yield Reading(Period(start=first, end=last), folded.quote(*match.span()))
