"""Councils side by side, drawn: a block a measure, one bar a council on one axis, the average as a tick through all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from db.figures.comparison import ComparedFigure, ComparedMeasure, Comparison
from db.figures.intervals import compute_wilson
from db.figures.judgement import Judged
from db.model import MeasureKind, TableName
from tui.draw.compare_words import (
    build_received,
    describe_averages,
    describe_compared,
    describe_head,
    describe_missing,
    describe_verdict_briefly,
    format_interval,
    list_notes,
    name_councils,
)
from tui.draw.figures.bar import MIN_BAR_WIDTH, TICK, draw_bar, draw_range
from tui.draw.figures.figure import choose_rate_style, style_verdict
from tui.draw.figures.measure_text import OURS, describe_unplaced, format_lead, format_rate
from tui.draw.figures.row import Row
from tui.draw.labels import TABLES
from tui.draw.layout import MUTED, draw_rule, pad_column, wrap_hanging
from tui.draw.short_names import shorten_name

_GAP, _INDENT, _MAX_BAR, _MIN_NAME, _MAX_COUNT_COLUMN = 2, 2, 40, 11, 14
_BLANK = Row(Content(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """How wide each column is, in cells; `bar`, `interval` or `verdict` is 0 where there is none beside the rest."""

    width: int
    name: int
    cases: int
    rate: int
    interval: int
    bar: int
    verdict: int
    is_brief: bool
    has_intervals: bool


SERVICE = "service"
"""The first word of the key of a row of the table of services; the words for the service are the rest."""


def build_comparison_rows(
    comparison: Comparison, width: int, *, has_intervals: bool, more_notes: Sequence[str] = ()
) -> tuple[Row, ...]:
    """All of it as rows `width` cells wide; a council's row leads to the council, the last are notes."""
    rows: list[Row] = []
    columns = _fit_columns(comparison, width, has_intervals=has_intervals)
    names = name_councils(comparison)
    for measure in comparison.measures:
        rows += [*([_BLANK] if rows else []), *_build_measure(comparison.year, measure, names, columns)]
    received = build_received(comparison)
    if received:
        rows += [_BLANK, Row(draw_rule(TABLES[TableName.RECEIVED], width))]
        rows += _draw_received(received, width)
    notes = [*more_notes, *list_notes(comparison, has_intervals=has_intervals)]
    return (
        *rows,
        *([_BLANK] if notes else []),
        *(Row(wrap_hanging(Content.styled(each, MUTED), width)) for each in notes),
    )


def _build_measure(year: int, measure: ComparedMeasure, names: Sequence[str], columns: _Columns) -> Iterator[Row]:
    """One block: its head with the averages, then a row a council."""
    yield Row(_draw_head(measure, columns))
    for name, figure in zip(names, measure.figures, strict=True):
        content = _draw_figure(year, name, figure, columns)
        yield Row(content, key=f"measure {measure.name} {figure.entry.id}", council_id=figure.entry.id)


def _draw_head(measure: ComparedMeasure, columns: _Columns) -> Content:
    """What the block is of, and the averages at the other end of the line, or below it where there is no room."""
    head = Content.styled(describe_head(measure), "bold")
    averages = describe_averages(measure)
    if not averages:
        return head
    tick = f"{TICK} " if columns.bar and measure.name.kind is MeasureKind.SHARE else ""
    room = columns.width - head.cell_length - _GAP
    right = Content.styled(f"{tick}{averages}", MUTED)
    if right.cell_length <= room:
        return Content.assemble(head, " " * (columns.width - head.cell_length - right.cell_length), right)
    return Content("\n").join([head, wrap_hanging(right, columns.width, _INDENT)])


def _draw_figure(year: int, name: str, figure: ComparedFigure, columns: _Columns) -> Content:
    """One council's line."""
    label = pad_column(shorten_name(Content(name), columns.name), columns.name + _GAP)
    lead = Content.assemble(" " * _INDENT, label)
    missing = describe_missing(figure, year)
    if missing is not None and lead.cell_length + Content(missing).cell_length > columns.width:
        missing = describe_missing(figure, year, is_brief=True)
    if missing is not None or figure.judged is None:
        return wrap_hanging(Content.styled(missing or "", MUTED), columns.width, lead.cell_length, lead)
    judged = figure.judged
    line = Content.assemble(lead, _draw_numbers(judged, columns), _draw_bar_cell(judged, columns))
    is_said_briefly = columns.is_brief and columns.verdict and not describe_unplaced(judged)
    words = style_verdict(describe_verdict_briefly(judged) if is_said_briefly else describe_compared(judged))
    if columns.has_intervals and not columns.interval and (interval := format_interval(judged)):
        words = Content.assemble((interval, MUTED), "  ", words)
    if not words:
        return line.rstrip()
    if words.cell_length <= columns.verdict:
        return line + words
    return Content("\n").join([line.rstrip(), wrap_hanging(words, columns.width, lead.cell_length)])


def _draw_numbers(judged: Judged, columns: _Columns) -> Content:
    """The cases, the rate and the interval, each under those of the other councils."""
    lead = format_lead(judged)
    cases = pad_column(Content.styled(lead.rstrip(OURS), "bold"), columns.cases, right=True)
    ours = OURS if lead.endswith(OURS) else " " * len(OURS)
    rate = pad_column(Content.styled(format_rate(judged), choose_rate_style(judged)), columns.rate, right=True)
    line = Content.assemble(cases, ours, " ", rate, " " * _GAP)
    if columns.interval:
        interval = pad_column(Content.styled(format_interval(judged), MUTED), columns.interval, right=True)
        line = Content.assemble(line, interval, " " * _GAP)
    return line


def _draw_bar_cell(judged: Judged, columns: _Columns) -> Content:
    """The bar of a share; room as wide for what has none."""
    measure = judged.measure
    if not columns.bar:
        return Content("")
    if measure.name.kind is MeasureKind.NUMBER or measure.rate is None:
        return Content(" " * (columns.bar + _GAP))
    if columns.interval and judged.cases is not None and judged.missing is None:
        around = compute_wilson(judged.cases)
        return draw_range(measure.rate, measure.average, around.low, around.high, columns.bar) + Content(" " * _GAP)
    return draw_bar(measure.rate, measure.average, columns.bar, judged.has_few_cases) + Content(" " * _GAP)


def _fit_columns(comparison: Comparison, width: int, *, has_intervals: bool) -> _Columns:
    """The columns there is room for: verdicts become brief, then names are cut, then there is no bar.

    Only where even that is too wide do verdicts and intervals stand below.
    """
    judged = [each.judged for measure in comparison.measures for each in measure.figures if each.judged]
    cases = _find_widest(format_lead(each).rstrip(OURS) for each in judged)
    rate = _find_widest(map(format_rate, judged))
    interval = _find_widest(map(format_interval, judged)) if has_intervals else 0
    whole = _find_widest(describe_compared(each) for each in judged if not describe_unplaced(each))
    brief = _find_widest(map(describe_verdict_briefly, judged))
    longest = _find_widest(name_councils(comparison))
    cut = max(min(longest, width // 4), _MIN_NAME)
    numbers = _INDENT + _GAP + cases + len(OURS) + 1 + rate + _GAP + (interval + _GAP if interval else 0)

    def make(name: int, bar: int, verdict: int, interval: int = interval) -> _Columns:
        """The columns with so many cells for each of these."""
        return _Columns(
            width=width,
            name=min(name, longest),
            cases=cases,
            rate=rate,
            interval=interval,
            bar=min(bar, _MAX_BAR),
            verdict=verdict,
            is_brief=verdict < whole,
            has_intervals=has_intervals,
        )

    for name, verdict in ((longest, whole), (longest, brief), (cut, brief)):
        beside = width - numbers - name - _GAP - verdict
        if beside >= MIN_BAR_WIDTH:
            return make(name, beside, verdict)
    room = width - numbers - brief
    if room >= _MIN_NAME:
        return make(room, 0, brief)
    return make(max(width - numbers + (interval + _GAP if interval else 0), _MIN_NAME), 0, 0, 0)


def _find_widest(words: Iterable[str]) -> int:
    """The cells that the longest of these takes."""
    return max((Content(each).cell_length for each in words), default=0)


def _draw_received(rows: Sequence[Sequence[str]], width: int) -> Iterator[Row]:
    """The table of services; of councils there is no room for, a second one stands below."""
    label = max(len(row[0]) for row in rows)
    column = min(max(len(name) for name in rows[0][1:]), _MAX_COUNT_COLUMN) + _GAP
    beside = max((width - label) // column, 1)
    last = len(rows[0])
    for begin in range(1, last, beside):
        places = range(begin, min(begin + beside, last))
        if begin > 1:
            yield _BLANK
        for row in rows:
            is_head = row is rows[0]
            style = MUTED if is_head else "bold" if row is rows[-1] else ""
            cells = [shorten_name(Content.styled(row[at], style), column - _GAP) for at in places]
            line = [pad_column(Content.styled(row[0], style), label)]
            line += [pad_column(cell, column, right=True) for cell in cells]
            yield Row(Content("").join(line), key="" if is_head else f"{SERVICE} {begin} {row[0]}")
