"""The years of one council as one table, with the breaks in the series and the years without a letter."""

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from db.figures.judgement import Judged, JudgedMeasures
from db.figures.series import Break, find_breaks
from db.model import MeasureKind, MeasureName, StoredLetter
from tui.draw.figures.bar import draw_bar
from tui.draw.figures.measure_text import (
    NO_CASE,
    NOT_PRINTED,
    OURS,
    SIGNS,
    format_cases,
    format_rate,
    format_rate_cell,
)
from tui.draw.figures.row import Row
from tui.draw.labels import MEASURE_LABELS
from tui.draw.layout import ATTENTION, MUTED, pad_column, wrap_hanging

HERE = "▶"
"""Marks the year whose letter is shown."""

_OTHERS = tuple(name for name in MeasureName if name is not MeasureName.UPHELD)
"""The measures that stand beside those upheld, in the order in which they are left out, the last first."""

_MARK, _YEAR, _GAP, _RATE = 2, 4, 1, 5
_MIN_CASES = 6
_AVERAGE = "Average"
_MIN_BAR, _MAX_BAR = 10, 32


def build_years_table(
    letters: Sequence[StoredLetter], current: StoredLetter, judged: Mapping[int, JudgedMeasures], width: int
) -> tuple[Row, ...]:
    """One row a year, newest first, of the letters that are shown for their years; a heading row before them.

    `judged` are the measures of these letters, by the letter's id. A row is a line, however narrow: columns for which
    there is no room are left out, the last first, as the year's own letter has them too.
    """
    by_year = {stored.letter.year: stored for stored in letters if stored.shown and stored.letter.year is not None}
    if not by_year:
        return ()
    measures = {year: judged[stored.id] for year, stored in by_year.items()}
    columns = _YearColumns(width, measures)
    rows = [Row(columns.draw_heading())]
    years = sorted(by_year, reverse=True)
    for index, year in enumerate(years):
        content = columns.draw_year(year, measures[year], is_current=year == current.letter.year)
        rows.append(Row(content, key=f"year {year}", letter_id=by_year[year].id))
        if index + 1 < len(years):
            rows.extend(_build_between(years[index + 1], year, width))
    rows.extend(Row(wrap_hanging(Content.styled(note, MUTED), width, _MARK)) for note in columns.list_notes())
    return tuple(rows)


class _YearColumns:
    """The columns that a width has room for: year, cases and rate upheld, bar, average, then the other measures."""

    def __init__(self, width: int, measures: Mapping[int, JudgedMeasures]) -> None:
        self._measures = measures
        upheld = [each[MeasureName.UPHELD] for each in measures.values()]
        self.cases = max([_MIN_CASES, *(len(format_cases(each.cases).rstrip(OURS)) for each in upheld if each.cases)])
        ends = _MARK + _YEAR + _GAP + self.cases + len(OURS) + _RATE + _GAP + len(_AVERAGE)
        self.others: list[MeasureName] = []
        for name in _OTHERS:
            if name.kind is MeasureKind.NUMBER and all(each[name].measure.rate is None for each in measures.values()):
                continue  # printed from 2023 on: a council without it has no use for an empty column
            ends += _GAP + len(MEASURE_LABELS[name].column)
            if ends > width:
                break
            self.others.append(name)
        room = width - ends - 2 * _GAP
        self.bar = min(room, _MAX_BAR) if room >= _MIN_BAR else 0

    def draw_heading(self) -> Content:
        """The names of the columns."""
        upheld = pad_column(MEASURE_LABELS[MeasureName.UPHELD].column, self.cases + len(OURS) + _RATE)
        cells = [pad_column("", _MARK), pad_column("Year", _YEAR + _GAP), upheld]
        if self.bar:
            cells.append(pad_column("", self.bar + 2 * _GAP))
        cells += [pad_column("", _GAP), Content(_AVERAGE)]
        cells += [Content(" " * _GAP + MEASURE_LABELS[name].column) for name in self.others]
        return Content.styled(Content("").join(cells).plain.rstrip(), f"bold {MUTED}")

    def draw_year(self, year: int, measures: JudgedMeasures, *, is_current: bool) -> Content:
        """One year's figures."""
        upheld = measures[MeasureName.UPHELD]
        cells = [
            pad_column(HERE if is_current else "", _MARK),
            pad_column(Content.styled(str(year), "bold" if is_current else ""), _YEAR + _GAP),
            *self._draw_upheld(upheld),
        ]
        cells += [_draw_average(upheld), *(_draw_other(name, measures[name]) for name in self.others)]
        return Content("").join(cells).rstrip()

    def _draw_upheld(self, upheld: Judged) -> list[Content]:
        """The cases, the rate and the bar."""
        words = format_cases(upheld.cases) if upheld.cases else NOT_PRINTED
        cases = pad_column(words.rstrip(OURS), self.cases, right=True)
        rate = Content.styled(format_rate_cell(upheld), "" if upheld.has_few_cases else "bold")
        ours = OURS if words.endswith(OURS) else " " * len(OURS)
        cells = [cases, Content(ours), pad_column(rate, _RATE, right=True)]
        if self.bar:
            bar = _draw_small_bar(upheld, self.bar)
            cells.append(pad_column(Content(" " * 2 * _GAP) + bar, self.bar + 2 * _GAP))
        return cells

    def list_notes(self) -> list[str]:
        """What the signs among the years mean, each that is there once."""
        names = (MeasureName.UPHELD, *self.others)
        cells = [format_rate_cell(each[name]) for each in self._measures.values() for name in names]
        upheld = [each[MeasureName.UPHELD] for each in self._measures.values()]
        is_unprinted = NOT_PRINTED in cells or any(not each.cases or each.measure.average is None for each in upheld)
        notes = [f"{NOT_PRINTED} not printed"] if is_unprinted else []
        if NO_CASE in cells:
            notes.append(f"{NO_CASE}: nothing due, or nothing upheld")
        return ["   ".join(notes)] if notes else []


def _draw_average(upheld: Judged) -> Content:
    """The average under its heading, with a sign where the rate differs from it by more than chance."""
    average = upheld.measure.average
    words = NOT_PRINTED if average is None else MEASURE_LABELS[upheld.measure.name].format_number(average)
    sign = Content.styled(SIGNS.get(upheld.verdict, ""), f"bold {ATTENTION}")
    return Content.assemble(" " * _GAP, pad_column(words, len(_AVERAGE) - 2, right=True), " ", pad_column(sign, 1))


def _draw_other(name: MeasureName, judged: Judged) -> Content:
    """The rate of another measure under its heading."""
    words = format_rate_cell(judged)
    rate = judged.measure.rate
    is_short = name is MeasureName.COMPLIANCE and bool(format_rate(judged)) and rate is not None and rate < 100
    cell = Content.styled(words, f"bold {ATTENTION}" if is_short else "")
    return Content(" " * _GAP) + pad_column(cell, len(MEASURE_LABELS[name].column), right=True)


def _draw_small_bar(upheld: Judged, width: int) -> Content:
    """The bar of a year, where there is a rate."""
    rate = upheld.measure.rate
    if upheld.missing is not None or rate is None:
        return Content("")
    return draw_bar(rate, upheld.measure.average, width, few=upheld.has_few_cases)


def _draw_break(between: Break, width: int) -> Content:
    """A line across the series: what lies above it does not compare with what lies below."""
    return wrap_hanging(Content.styled(between.reason, f"italic {MUTED}"), width, 2, Content.styled("┄", MUTED))


def _draw_gap(first: int, last: int) -> Content:
    """Years of which there is no letter, as one line."""
    years = str(first) if first == last else f"{first} to {last}"
    return Content.styled(f"{' ' * _MARK}{years}  no letter here", MUTED)


def _build_between(older: int, newer: int, width: int) -> Iterator[Row]:
    """What stands between the letters of two years, from the newer down: years without a letter, and breaks."""
    missing: list[int] = []
    for year in range(newer - 1, older - 1, -1):
        breaks = find_breaks(year, year + 1)
        if missing and (breaks or year == older):
            yield Row(_draw_gap(missing[-1], missing[0]))
            missing = []
        yield from (Row(_draw_break(each, width)) for each in reversed(breaks))
        if year != older:
            missing.append(year)
