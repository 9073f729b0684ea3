"""The period a letter's figures cover, and from it the letter's year."""

from collections.abc import Iterator

from db.letters.dates import DAY, day, year_to_march
from db.letters.evidence import Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.heading import Heading
from db.letters.patterns import phrase
from db.model import Doubt, Period

_TWO_DAYS = rf"({DAY}) (?:to|and|-) ({DAY})"
_PRINTED = (
    phrase(rf"for the period (?:between )?{_TWO_DAYS}"),
    phrase(rf"\bBetween {_TWO_DAYS},? we dealt with"),  # the prose has other days: when casework was stopped in 2020
)


def read_period(folded: FoldedText, heading: Heading) -> tuple[Period | None, int | None, tuple[Doubt, ...]]:
    """The period and year that the statistics, the titles, the opening sentence and the letter's date agree on.

    The statistics print their period (2019 on). Without it the year that the subject line or the opening sentence
    names stands for the twelve months to 31 March. Where two places disagree the year is left out, with a warning.
    """
    periods, unsure = reconcile(list(_periods(folded)), "The period of the figures", "period")
    doubts = [unsure] if unsure else []
    printed = [*heading.years, *([Reading(periods.value.end.year, periods.quote)] if periods else [])]
    year, conflict = reconcile([*printed, *([heading.told] if heading.told else [])], "The letter's year", "year")
    if conflict:
        doubts.append(conflict)
    year, late = _in_time(heading, year)
    if late:
        doubts.append(late)
    if year is None:
        if not printed and not heading.told and not unsure:
            doubts.append(Doubt("The letter does not say which year it is about.", "year"))
        return (periods.value if periods else None), None, tuple(doubts)
    if periods:
        return periods.value, year.value, tuple(doubts)
    return (None if unsure else year_to_march(year.value)), year.value, tuple(doubts)


def _in_time(heading: Heading, year: Reading[int] | None) -> tuple[Reading[int] | None, Doubt | None]:
    """The year, and a warning where the letter is not dated in the year its period ends, in which all are sent.

    A year that only a sentence names is then another letter's, and is left out.
    """
    if heading.dated is None or year is None or heading.dated.year == year.value:
        return year, None
    message = f"The letter is dated {heading.dated.year}, but speaks of the year to March {year.value}"
    quotes = (*((heading.dated_at,) if heading.dated_at else ()), year.quote)
    if year == heading.told:
        return None, Doubt(f"{message}; its year is left out.", "year", quotes)
    return year, Doubt(f"{message}.", "year", quotes)


def _periods(folded: FoldedText) -> Iterator[Reading[Period]]:
    for match in sorted(
        (match for printed in _PRINTED for match in printed.finditer(folded.text)), key=lambda match: match.start()
    ):
        first, last = day(match[1]), day(match[2])
        if first and last and first < last:
            yield Reading(Period(first, last), folded.quote(*match.span()))
