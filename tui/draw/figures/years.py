"""The years of one council as one table, with the breaks in the series and the years without a letter."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from db.figures.judgement import Judged, JudgedMeasures
from db.figures.series import Break, find_breaks, find_missing_years
from db.model import MeasureKind, MeasureName, StoredLetter
from tui.draw.figures.bar import draw_bar
from tui.draw.figures.measure_text import format_cases, format_short_rate
from tui.draw.figures.row import Row
from tui.draw.labels import MEASURE_LABELS
from tui.draw.layout import MUTED, pad_column, wrap_hanging

HERE = "▶"
"""Marks the year whose letter is shown."""

_SHARES = tuple(name for name in MeasureName if name.kind is MeasureKind.SHARE and name is not MeasureName.UPHELD)
"""The measures whose rates stand beside those upheld."""

_NUMBERS = tuple(name for name in MeasureName if name.kind is MeasureKind.NUMBER)
"""The measures that stand last, where any year has them."""

_MARK, _YEAR, _RATE, _CASES, _AVERAGE, _SHARE, _NUMBER = 2, 5, 11, 13, 9, 12, 9
_NARROW_CASES = 11
_FIXED = _MARK + _YEAR + _RATE + _CASES + _AVERAGE
_WITH_SHARES = _FIXED + len(_SHARES) * _SHARE
_MIN_BAR, _MAX_BAR = 12, 32


def build_years_table(
    letters: Sequence[StoredLetter], current: StoredLetter, judged: Mapping[int, JudgedMeasures], width: int
) -> tuple[Row, ...]:
    """One row a year, newest first, of the letters that are shown for their years; a heading row before them.

    `judged` are the measures of these letters, by the letter's id. Where there is room every measure has a column;
    else those beside the rate upheld go to a second line of the row.
    """
    by_year = {stored.letter.year: stored for stored in letters if stored.shown and stored.letter.year is not None}
    if not by_year:
        return ()
    measures = {year: judged[stored.id] for year, stored in by_year.items()}
    numbers = [name for name in _NUMBERS if any(each[name].measure.rate is not None for each in measures.values())]
    layout = _Layout(width, numbers)
    rows = [Row(layout.draw_heading())]
    newer: int | None = None
    for year in sorted({*by_year, *find_missing_years(by_year)}, reverse=True):
        if newer is not None:
            rows.extend(Row(_draw_break(each, width)) for each in reversed(find_breaks(year, newer)))
        if year in by_year:
            content = layout.draw_year(year, measures[year], is_current=year == current.letter.year)
            rows.append(Row(content, key=f"year {year}", letter_id=by_year[year].id))
        else:
            rows.append(Row(_draw_gap(year)))
        newer = year
    return tuple(rows)


class _Layout:
    """The columns that a width has room for; `numbers` are the measures that stand last."""

    def __init__(self, width: int, numbers: Sequence[MeasureName]) -> None:
        self.width = width
        self.cases = _CASES if width >= _FIXED else _NARROW_CASES
        with_numbers = _WITH_SHARES + len(numbers) * _NUMBER
        self.shares_in_columns = _SHARES if width >= _WITH_SHARES else ()
        self.numbers_in_columns = tuple(numbers) if width >= with_numbers else ()
        self.below = [*(() if self.shares_in_columns else _SHARES), *(() if self.numbers_in_columns else numbers)]
        room = width - with_numbers - 2
        self.bar = min(room, _MAX_BAR) if room >= _MIN_BAR else 0

    def draw_heading(self) -> Content:
        """The names of the columns."""
        upheld = MEASURE_LABELS[MeasureName.UPHELD].column
        cells = [pad_column("", _MARK), pad_column("Year", _YEAR), pad_column(upheld, _RATE - 2, right=True)]
        cells.append(Content("  "))
        if self.bar:
            cells.append(pad_column("", self.bar + 2))
        cells += [pad_column("Cases", self.cases), pad_column("Average", _AVERAGE)]
        cells += [pad_column(MEASURE_LABELS[name].column, _SHARE) for name in self.shares_in_columns]
        cells += [pad_column(MEASURE_LABELS[name].column, _NUMBER, right=True) for name in self.numbers_in_columns]
        return Content.styled(Content("").join(cells).plain.rstrip(), MUTED)

    def draw_year(self, year: int, measures: JudgedMeasures, *, is_current: bool) -> Content:
        """One year's figures."""
        upheld = measures[MeasureName.UPHELD]
        average = upheld.measure.average
        rate_style = "" if upheld.has_few_cases else "bold"
        cells = [
            pad_column(HERE if is_current else "", _MARK),
            pad_column(Content.styled(str(year), "bold" if is_current else ""), _YEAR),
            pad_column(Content.styled(format_short_rate(upheld), rate_style), _RATE - 2, right=True),
            Content("  "),
        ]
        if self.bar:
            cells.append(pad_column(_draw_small_bar(upheld, self.bar), self.bar + 2))
        cells += [
            pad_column(format_cases(upheld.cases) if upheld.cases else "", self.cases),
            pad_column("" if average is None else MEASURE_LABELS[upheld.measure.name].format_number(average), _AVERAGE),
        ]
        cells += [pad_column(format_short_rate(measures[name]), _SHARE) for name in self.shares_in_columns]
        cells += [pad_column(_format_number(measures[name]), _NUMBER, right=True) for name in self.numbers_in_columns]
        line = Content("").join(cells).rstrip()
        words = [_format_inline(measures[name]) for name in self.below]
        if not any(words):
            return line
        below = wrap_hanging(Content(", ".join(filter(None, words))), self.width, _MARK + _YEAR)
        return Content("\n").join([line, below])


def _draw_small_bar(upheld: Judged, width: int) -> Content:
    """The bar of a year, where there is a rate."""
    rate = upheld.measure.rate
    if upheld.missing is not None or rate is None:
        return Content("")
    return draw_bar(rate, upheld.measure.average, width, few=upheld.has_few_cases)


def _format_number(judged: Judged) -> str:
    """A number in a column, which is empty where there is none."""
    rate = judged.measure.rate
    return "" if rate is None else MEASURE_LABELS[judged.measure.name].format_number(rate)


def _format_inline(judged: Judged) -> str:
    """A measure among others in a line, in words; a number that is not there is left out."""
    is_share = judged.measure.name.kind is MeasureKind.SHARE
    figure = format_short_rate(judged) if is_share else _format_number(judged)
    return MEASURE_LABELS[judged.measure.name].inline.format(figure) if figure else ""


def _draw_break(between: Break, width: int) -> Content:
    """A line across the series: what lies above it does not compare with what lies below."""
    return wrap_hanging(Content.styled(between.reason, f"italic {MUTED}"), width, 4, Content.styled("┄┄", MUTED))


def _draw_gap(year: int) -> Content:
    """A year of which there is no letter."""
    words = pad_column("", _MARK) + pad_column(str(year), _YEAR) + Content("no letter here")
    return Content.styled(words.plain, MUTED)
