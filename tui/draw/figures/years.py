"""The years of one council as one table, with the breaks in the series and the years without a letter."""

from collections.abc import Sequence

from textual.content import Content

from db.figures.significance import Break, breaks_between, count_of, missing_years
from db.model import Measure, MeasureName, State, StoredLetter
from tui.draw.figures.bar import bar
from tui.draw.figures.measure_text import has_no_cases, how_many
from tui.draw.figures.row import Row
from tui.draw.labels import MEASURES, SHORT_STATES, percent
from tui.draw.layout import MUTED, column, hanging

HERE = "▶"
"""Marks the year whose letter is shown."""

_MARK, _YEAR, _RATE, _CASES, _AVERAGE, _OTHER, _PER_100K = 2, 5, 11, 13, 9, 12, 9
_NARROW_CASES = 11
_FIXED = _MARK + _YEAR + _RATE + _CASES + _AVERAGE
_WIDE = _FIXED + 2 * _OTHER
_NARROWEST_BAR, _WIDEST_BAR = 12, 32


def years_table(letters: Sequence[StoredLetter], current: StoredLetter, width: int) -> tuple[Row, ...]:
    """One row a year, newest first, of the letters that are shown for their years; a heading row before them.

    From 64 cells every measure has a column; narrower, compliance and remedy go to a second line of the row.
    """
    by_year = {stored.letter.year: stored for stored in letters if stored.shown and stored.letter.year is not None}
    if not by_year:
        return ()
    with_per_100k = any(_per_100k(stored) is not None for stored in by_year.values())
    layout = _Layout(width, with_per_100k)
    rows = [Row(layout.heading())]
    newer: int | None = None
    every_year = sorted({*by_year, *missing_years(by_year)}, reverse=True)
    for year in every_year:
        if newer is not None:
            rows.extend(Row(_break(each, width)) for each in reversed(breaks_between(year, newer)))
        stored = by_year.get(year)
        if stored is None:
            rows.append(Row(_gap(year)))
        else:
            content = layout.year(stored, is_current=year == current.letter.year)
            rows.append(Row(content, key=f"year {year}", letter_id=stored.id))
        newer = year
    return tuple(rows)


class _Layout:
    """The columns that a width has room for."""

    def __init__(self, width: int, with_per_100k: bool) -> None:
        self.width = width
        self.cases = _CASES if width >= _FIXED else _NARROW_CASES
        self.all_in_columns = width >= _WIDE
        self.per_100k_column = with_per_100k and width >= _WIDE + _PER_100K
        self.with_per_100k = with_per_100k
        taken = _WIDE + (_PER_100K if with_per_100k else 0)
        room = width - taken - 2
        self.bar = min(room, _WIDEST_BAR) if room >= _NARROWEST_BAR else 0

    def heading(self) -> Content:
        """The names of the columns."""
        cells = [column("", _MARK), column("Year", _YEAR), column("Upheld", _RATE - 2, right=True), Content("  ")]
        if self.bar:
            cells.append(column("", self.bar + 2))
        cells += [column("Cases", self.cases), column("Average", _AVERAGE)]
        if self.all_in_columns:
            cells += [column(MEASURES[name], _OTHER) for name in (MeasureName.COMPLIANCE, MeasureName.REMEDY)]
        if self.per_100k_column:
            cells.append(column("Per 100k", _PER_100K, right=True))
        return Content.styled(Content("").join(cells).plain.rstrip(), MUTED)

    def year(self, stored: StoredLetter, is_current: bool) -> Content:
        """One year's figures."""
        letter = stored.letter
        upheld = letter.measure(MeasureName.UPHELD)
        cases = count_of(upheld)
        rate_style = "" if cases is not None and cases.is_few else "bold"
        cells = [
            column(HERE if is_current else "", _MARK),
            column(Content.styled(str(letter.year), "bold" if is_current else ""), _YEAR),
            column(Content.styled(short_rate(upheld), rate_style), _RATE - 2, right=True),
            Content("  "),
        ]
        if self.bar:
            cells.append(column(_small_bar(upheld, self.bar), self.bar + 2))
        cells += [
            column(how_many(cases) if cases else "", self.cases),
            column("" if upheld.average is None else percent(upheld.average), _AVERAGE),
        ]
        others = [letter.measure(name) for name in (MeasureName.COMPLIANCE, MeasureName.REMEDY)]
        per_100k = _per_100k(stored)
        if self.all_in_columns:
            cells += [column(short_rate(measure), _OTHER) for measure in others]
        if self.per_100k_column:
            cells.append(column(per_100k or "", _PER_100K, right=True))
        words = [] if self.all_in_columns else [f"{MEASURES[m.name].lower()} {short_rate(m)}" for m in others]
        if per_100k is not None and not self.per_100k_column:
            words.append(f"{per_100k} per 100,000")
        line = Content("").join(cells).rstrip()
        if not words:
            return line
        below = hanging(Content(", ".join(words)), self.width, _MARK + _YEAR)
        return Content("\n").join([line, below])


def short_rate(measure: Measure) -> str:
    """A rate in a table: "60%", or in a word or two why there is none."""
    if measure.state is not State.GIVEN:
        return SHORT_STATES[measure.state]
    if has_no_cases(measure):
        return "no cases"
    return "no rate" if measure.rate is None else percent(measure.rate)


def _small_bar(measure: Measure, width: int) -> Content:
    if measure.state is not State.GIVEN or measure.rate is None or has_no_cases(measure):
        return Content("")
    cases = count_of(measure)
    return bar(measure.rate, measure.average, width, few=cases is not None and cases.is_few)


def _per_100k(stored: StoredLetter) -> str | None:
    rate = stored.letter.measure(MeasureName.UPHELD_PER_100K).rate
    return None if rate is None else str(rate)


def _break(between: Break, width: int) -> Content:
    """A line across the series: what lies above it does not compare with what lies below."""
    return hanging(Content.styled(between.reason, f"italic {MUTED}"), width, 4, Content.styled("┄┄", MUTED))


def _gap(year: int) -> Content:
    words = column("", _MARK) + column(str(year), _YEAR) + Content("no letter here")
    return Content.styled(words.plain, MUTED)
